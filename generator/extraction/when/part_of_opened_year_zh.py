"""Parts of the year that a Chinese sentence opens with: 2021年,比亚迪上半年卖出24.6万辆; and halves of no year at all: 下半年通常比上半年卖得更多."""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PARTS, PeriodMention

_OPENS = 8  # characters from a sentence's start, within which it names the year that it tells of: 回顾2021年,
_USUALLY = re.compile(
    r"通常|(?<!非)一般(?!贸易|及|和|公认|管理|行政|费用|开支|工商)|往往|历来|向来|一向|传统上|惯例|按理|每年"
)
# 自2024年扭亏, 2021年上市的: a year of something else than what the sentence tells
_SINCE = re.compile("(?:自|从|继|于|早在|较|比|以及)[^,。;]{0,2}$")
_OF_ITSELF = re.compile(
    "(?:度|全年)?(?:[,:]|里|中|内|间|(?=第?[一二三四1-4]季|[上下]半年|前[三九]|\\d{1,2}月|[^,。;]{1,8}(?:第?[一二三四1-4]季|[上下]半年|前三季|\\d{1,2}月)))"
)
_HALVES = re.compile(r"[上下]半年")


def in_opened_year(marks: Scan, mention: PeriodMention) -> PeriodMention:
    """Return a bare part of a year with that year, where a Chinese sentence opens with it and tells no amount of all of it before."""
    if not marks.chinese or mention.scope not in PARTS or mention.says_its_year or mention.fiscal:
        return mention
    before = [m for m in marks.periods if m.end <= mention.start]
    first = before[0] if before else mention
    opens = first.scope == "year" and first.year and not first.fiscal and first.start - marks.sentence.start <= _OPENS
    if not opens or any(m.says_its_year for m in before[1:]):
        return mention
    part = next((m for m in before if m.scope in PARTS), mention)
    text = marks.text
    if _SINCE.search(text, marks.sentence.start, first.start) or not _OF_ITSELF.match(text, first.end):
        return mention
    told = any(first.end <= a.start < part.start for a in marks.amounts)
    return mention if told else replace(mention, year=first.year)


def is_of_any_year(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese clause says what half years or quarters are like in any year: 由于下半年一般好于上半年."""
    if not marks.chinese or mention.says_its_year or mention.scope not in ("half", "quarter"):
        return False
    start, end = marks.clause(mention.start)
    return bool(_USUALLY.search(marks.text, start, end)) and bool(_HALVES.search(marks.text, start, end))
