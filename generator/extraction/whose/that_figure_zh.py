"""Chinese words that stand for the figure told before: 交付42013辆。这一数字同比增长76%; 上年同期为126亿元,这一数据下滑50.8%."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.adjusted import as_adjusted
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan

_WHAT = r"(?:(?:关键|核心|财务|业务)?指标|数据|数字|数值|数额|金额|成绩|业绩|水平|规模|销量|体量)"
# 该数字, 这数字, 此一数据, 上述成绩, 此数; 这组数据, 这些数据 are several
_THAT = re.compile(
    rf"(?:(?:这一?个?|该一?|此一?|上述|前述|同一)(?:项|份)?{_WHAT}|此数)(?!来自|显示|表明|由|[统并]|的|未|只是|背后)"
)
# 前者同比增长11.7%,后者同比下滑89%, of two figures
_ONE_OF_TWO = re.compile("(?P<former>前者)|后者(?!居上)|后一?[个项]?(?:数字|数据)")
_KINDS = ("money", "count", "bare", "percent")


def with_that_figure(marks: Scan, told: tuple[str, str | None] | None, lost: bool, names: Names) -> Scan:
    """Return a Chinese sentence's marks with what stands for a figure as a mention of the metric that it was of.

    `told` is the metric, and its segment, of what the sentence before told last, `lost` whether it was a loss.
    """
    text, sentence = marks.text, marks.sentence
    if not marks.chinese or not marks.amounts:
        return marks
    that = [m for s in _THAT.finditer(text, sentence.start, sentence.end) if (m := _of_last(marks, s, told, lost))]
    # 在非公认会计准则下,这一数字为73.8亿元
    that = [as_adjusted(m, text, _floor(marks, m), names, False) for m in that]
    that += [m for s in _ONE_OF_TWO.finditer(text, sentence.start, sentence.end) if (m := _of_two(marks, s))]
    return marks.with_metrics(that)


def _floor(marks: Scan, that: Mention) -> int:
    """Return where the words begin that may say by which rules a figure is told: behind the amount before it."""
    return max(marks.sentence.start, marks.amount_before(that.start))


def _of_last(marks: Scan, said: re.Match[str], told: tuple[str, str | None] | None, lost: bool) -> Mention | None:
    """Return what stands for the figure told last, in the sentence or in the one before it."""
    if not _tells(marks, said):
        return None
    named = [m for m in marks.metrics if m.end <= said.start() and not m.nothing]
    if named:
        last = named[-1]
        levels = [a for a in marks.amounts if last.end <= a.start < said.start() and a.kind in _KINDS]
        return replace(last, start=said.start(), end=said.end(), segment=None) if levels else None
    if told is None or any(a.end <= said.start() for a in marks.amounts):
        return None
    return Mention(*said.span(), (told[0],), part=told[1], loss=lost)


def _of_two(marks: Scan, said: re.Match[str]) -> Mention | None:
    """Return which of the two figures told in the sentence a word stands for; where two companies were told, it is one of them."""
    before = [m for m in marks.metrics if m.end <= said.start() and not m.nothing]
    companies = {e.entity for e in marks.entities if e.end <= said.start()}
    if len(companies) > 1 or len(before) < 2 or not _tells(marks, said):
        return None
    own = [m for m in before if not _ONE_OF_TWO.match(marks.text, m.start)]
    two = [
        m for m, following in zip(own, [*own[1:], None], strict=True) if _has_amount(marks, m, following, said.start())
    ]
    if len(two) != 2:
        return None
    meant = two[0] if said["former"] else two[1]
    return replace(meant, start=said.start(), end=said.end(), segment=None)


def _has_amount(marks: Scan, mention: Mention, following: Mention | None, end: int) -> bool:
    until = min(following.start, end) if following else end
    return any(mention.end <= a.start < until for a in marks.amounts)


def _tells(marks: Scan, said: re.Match[str]) -> bool:
    """Whether an amount follows in the clause, and no metric before it."""
    after = marks.amount_after(said.end())
    named = any(said.end() <= m.start < after for m in marks.metrics)
    return after < marks.clause(said.start())[1] and not named
