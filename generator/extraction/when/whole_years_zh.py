"""The 全年 of a Chinese aim or outlook, told with the results of a year that is over: 全年毛利率有望达到15%."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.aims_zh import tells_how_it_went
from generator.settings.period import Period

# what is only flashed of a year that is over, and what was expected of it before
_OF_THEN = re.compile(
    r"此前|先前|早前|原先|当时|曾|去年|上年|同期|20\d\d年|(?:高于|低于|超出?|超过|不及|符合|好于|优于)[^,;。]{0,4}(?:预计|预期|指引|目标)"
)
_OF_THE_YEAR_OVER = re.compile(
    "预[告增减亏盈]|快报|初步|此前|先前|早前|原先|市场|分析师|机构|券商|普遍|一致|高于|低于|超出?|超过|不及|符合|[已共约]?(?:完成|达成|实现|录得)|同期|去年|上年"
)


def is_whole_year_to_come(marks: Scan, mention: PeriodMention, reported: Period | None) -> bool:
    """Whether a bare 全年 is the year that runs: the text is on the year before, or its end, and the clause on what is aimed at or expected."""
    if (
        not marks.chinese
        or not marks.text.startswith("全年", mention.start)
        or mention.year
        or mention.shift is not None
    ):
        return False
    if reported is None or reported.fiscal or not (reported.kind == "year" or reported.label.endswith(("Q4", "H2"))):
        return False
    start, end = marks.clause(mention.start)
    if not any(start <= a.start < end for a in marks.amounts):
        return False
    ahead = marks.cues_between(start, end, "forecast", "target")
    return bool(ahead) and not (tells_how_it_went(marks) or _OF_THE_YEAR_OVER.search(marks.text, start, end))


def is_whole_year_that_runs(marks: Scan, mention: PeriodMention, period: Period, reported: Period | None) -> bool:
    """Whether a bare 全年 behind one of the year before is that of which part is reported on: 前三季度235亿元,接近去年全年的241亿元,预计全年超过300亿元."""
    bare = marks.text.startswith("全年", mention.start) and not mention.year and mention.shift is None
    if not (marks.chinese and bare) or reported is None or reported.fiscal or reported.year != period.year + 1:
        return False
    start, end = marks.clause(mention.start)
    return bool(marks.cues_between(start, end, "forecast", "target")) and not _OF_THEN.search(marks.text, start, end)
