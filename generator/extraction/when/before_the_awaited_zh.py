"""上季 behind a quarter that is told by its name: the one before it, where both have a level of the same: 第一季市场预期营收432亿美元。上季营收则为393亿美元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_BESIDE = "较比与和由从自于及同"  # 较上季增10%, of which only a change is told
_CALLED = re.compile(rf"(?<![{_BESIDE}])上一?(?:个)?季")  # what a text calls the quarter awaited, as Taiwan's papers do
_ALIKE = 0.005  # of a value, within which the same is told again
_BEFORE = 300  # characters before a sentence, within which its paragraph names the quarter


def tells_the_quarter_before(
    marks: Scan, found: Sequence[Figure], last: Figure | None, names: Names, foreseen: bool
) -> bool:
    """Whether a Chinese sentence opens with 上季 and a level of which the sentence before told another, of a quarter that it named.

    Of what came, and in a text that does not say that results are still to come (`foreseen`), only 则 sets it beside: 市场原先预期第二季收入1149亿元。
    上季收入为1160亿元 is how it came out.
    """
    if not marks.chinese or not marks.amounts or last is None:
        return False
    mention, amount = _opening(marks), marks.amounts[0]
    metric = _measured(marks, mention, amount) if mention else None
    if metric is None or _is_anothers(marks, names, foreseen) or _is_called_so(marks):
        return False
    told = [f for f in found if f.sentence == last.sentence and f.metric in metric.metrics and f.measure == "level"]
    expected = foreseen and all(f.basis in ("forecast", "consensus") for f in told)
    if not told or not (expected or marks.text.startswith("则", metric.end)):
        return False
    value = float(amount.value)
    return all(abs(float(f.value) - value) > abs(value) * _ALIKE for f in told)


def _opening(marks: Scan) -> PeriodMention | None:
    """Return 上季, where it is the first period of a sentence and nothing is set beside it."""
    first = marks.periods[0] if marks.periods else None
    opens = first is not None and first.relation == "told" and first.end <= marks.amounts[0].start
    return first if first and opens and marks.text[first.start - 1 : first.start] not in tuple(_BESIDE) else None


def _measured(marks: Scan, mention: PeriodMention, amount: Amount) -> Mention | None:
    """Return the metric of a level that 上季 has in its own clause: 上季营收为393亿美元."""
    if marks.clause(amount.start)[0] > mention.start or any(
        mention.end < m.start < amount.start for m in marks.periods
    ):
        return None
    between = [m for m in marks.metrics if mention.end <= m.start and m.end <= amount.start]
    return between[-1] if between and amount.kind == "money" and amount.scaled else None


def _is_anothers(marks: Scan, names: Names, foreseen: bool) -> bool:
    """Whether somebody expects it, or a house tells it; what is set beside an expectation may be how that came out."""
    first, kinds = marks.amounts[0].start, names.catalogue.companies
    houses = any(kinds[e.entity].kind != "company" for e in marks.entities if e.start < first)
    end = first if foreseen else marks.sentence.end
    return houses or bool(marks.cues_between(marks.sentence.start, end, "forecast", "consensus", "target"))


def _is_called_so(marks: Scan) -> bool:
    """Whether the paragraph called the quarter itself 上季 before."""
    low = max(marks.text.rfind("\n", 0, marks.sentence.start) + 1, marks.sentence.start - _BEFORE)
    return bool(_CALLED.search(marks.text, low, marks.sentence.start))
