"""分部 alone before a profit or a margin: that of the line that the sentence before was on: 核心本地商业收入653亿元。分部溢利率升至21%,分部溢利因此增25%."""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.ground import Ground

# no name of a line before it: 汽车分部溢利 has its own
_ITS = re.compile(
    r"(?:^|(?<=[\s,;:。()、的而其该且但使令让和及与]))(?:该|其|同)?分部(?:的|总|整体|期内|季内|上季|当季|本季|单季|第[一二三四]季度?)*$"
)
_LEAD = 8  # characters before a metric, within which it is said to be the division's
_BEFORE = 60  # characters before a sentence, within which a sum of all divisions is told
_MARGIN = re.compile("(?:经营|营业|营运)?(?:溢利|利润|盈利)率")
_SUM = re.compile("总[额和计]|合计|之和|加总")  # of all divisions
_SUMMED = re.compile(
    r"分部[^,;。\d]{0,6}(?:总[额和计]|合计|之和|加总)[^。]{0,40}。?\s*$"
)  # told in the sentence before
_PROFITS = (
    "operating_profit",
    "adjusted_operating_profit",
    "operating_margin",
    "adjusted_operating_margin",
    "gross_margin",
    "gross_profit",
)


def with_divisions_own(marks: Scan, ground: Ground, names: Names) -> Scan:
    """Return marks in which what is told of 分部 alone is of the line that its sentence named last, or that the one before told of."""
    if not marks.chinese or not marks.amounts or "分部" not in marks.text[marks.sentence.start : marks.sentence.end]:
        return marks
    metrics = [_of_division(marks, m, ground, names) for m in marks.metrics]
    return replace(marks, metrics=metrics) if metrics != marks.metrics else marks


def _of_division(marks: Scan, mention: Mention, ground: Ground, names: Names) -> Mention:
    """Return a mention of a profit or a margin of 分部 as that of its line; any other as it is."""
    text, low = marks.text, max(marks.sentence.start, mention.start - _LEAD)
    if mention.part or not _ITS.search(text[low : mention.start]) or _SUM.match(text, mention.end):
        return mention
    line = _line(marks, mention, ground, names)
    if line is None:
        return mention
    if _MARGIN.fullmatch(text, mention.start, mention.end):
        return replace(mention, metrics=("operating_margin",), part=line)
    if mention.any_profit:
        return replace(mention, metrics=("operating_profit",), part=line)
    return replace(mention, part=line) if mention.metrics and mention.metrics[0] in _PROFITS else mention


def _line(marks: Scan, mention: Mention, ground: Ground, names: Names) -> str | None:
    """Return the line that a sentence named last before a mention, or else the only one that the sentence before told of."""
    kinds, entries = names.catalogue.segments, names.catalogue.metrics
    here = [m.segment for m in marks.segments if m.end <= mention.start]
    low = max(0, marks.sentence.start - _BEFORE)
    told = [(f.metric or "", f.segment) for f in ground.levels] or [ground.told or ("", None)]
    before = [
        segment or (entries[name].segment if name in entries and entries[name].base else None) for name, segment in told
    ]
    named = set(here[-1:] or before or [ground.division])
    named -= {kinds[part].counts_as for part in named if part in kinds}  # the profit of a division that counts as cars
    several = (
        not here and not ground.levels and len(ground.lines_told) > 1
    )  # 甲收入653亿元,乙收入265亿元。分部溢利120亿元
    line = named.pop() if len(named) == 1 and not several else None
    if not here and (ground.line not in (None, line) or _SUMMED.search(marks.text, low, marks.sentence.start)):
        return None  # 核心本地商业收入674亿元。在新业务方面,投入加大。分部经营亏损13亿元
    return line if line and kinds[line].kind == "business" else None
