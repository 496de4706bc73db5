"""Lines of business that Chinese names by the bare noun, right before what is told of them: 其中网络收入50亿美元 is that of 网络业务."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan

_TOLD = ("收入", "营收", "毛利", "经营利润", "经营溢利", "营业利润", "营业利益", "经营亏损")
_OF_WHICH = r"(?:其中|当中),?"
_OPENS = re.compile(rf"[\s•·*-]*(?:{_OF_WHICH}|(?:而|另外|此外|至于),?)?")
_NOUN = r"(?P<noun>[一-鿿A-Za-z]{2,8}?)"
_BEFORE_METRIC = re.compile(rf"{_NOUN}(?:的|总)?")
_BEFORE_AMOUNT = re.compile(rf"{_OF_WHICH}{_NOUN}(?:占|为|达到?|约|近|逾|超过?)*")  # 其中半导体占10.1万亿韩元
_STARTS = attrgetter("start")


def with_bare_lines(marks: Scan, names: Names, home: str | None) -> Scan:
    """Return a Chinese sentence's marks with what stands alone before a metric, or before money that is a part, as the line of business that it heads."""
    if home is None or not marks.chinese:
        return marks
    found = [line for m in marks.metrics if (line := _before_metric(marks, names, home, m))]
    found += [line for a in marks.amounts if a.kind == "money" and (line := _before_part(marks, names, home, a))]
    return replace(marks, segments=sorted([*marks.segments, *found], key=_STARTS)) if found else marks


def _before_metric(marks: Scan, names: Names, home: str, metric: Mention) -> Mention | None:
    """Return the line of business whose noun is all that stands in a clause before a metric, but for when it was."""
    if not marks.text.startswith(_TOLD, metric.start):
        return None
    low = max(marks.clause(metric.start)[0], marks.amount_before(metric.start))
    opening = _OPENS.match(marks.text, low, metric.start)
    start = opening.end() if opening else low
    start = next((p.end for p in marks.periods if p.start == start), start)
    return _line(marks, names, home, _BEFORE_METRIC.fullmatch(marks.text, start, metric.start))


def _before_part(marks: Scan, names: Names, home: str, amount: Amount) -> Mention | None:
    """Return the line of business whose noun is all that stands between 其中 and what is its."""
    low = max(marks.clause(amount.start)[0], marks.amount_before(amount.start))
    return _line(marks, names, home, _BEFORE_AMOUNT.fullmatch(marks.text, low, amount.start))


def _line(marks: Scan, names: Names, home: str, said: re.Match[str] | None) -> Mention | None:
    if said is None or marks.is_marked(*said.span("noun"), marks.metrics):
        return None
    line = names.headed_at(said["noun"], home)
    return Mention(*said.span("noun"), segment=line) if line else None
