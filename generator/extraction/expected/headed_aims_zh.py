"""Aims for the year, told below a Chinese heading that says no more than that: 年度目标, over 零跑58万到65万辆."""

from __future__ import annotations

import re

from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_HEADS = re.compile(
    r"[^\w]*(?:[一二三四五六七八九十\d]{1,2}[、.) ]{1,2})?(?:(?P<year>20\d\d)年?|今年|全年|年度|本年|年)(?:度)?(?:的)?(?:销量|销售|交付|交车)?目标[^\w]*"
)
_PARAGRAPH, _LINE = 300, 24  # characters before a sentence of it, and of a line that heads it
# what came is set beside an aim
_CAME = re.compile("已|完成|累计|实际|达成|交付了|卖出|售出|[上前]\\d{0,2}个?月|同比|年增|年减|按年")


def aim_headed(around: Surroundings, metric: str) -> Period | None:
    """Return the year of what a sentence without a time or a word of what came aims at, by the heading above it."""
    scan, published = around.scan, around.calendar.published
    if metric not in OF_CARS or not scan.chinese or published is None or scan.periods:
        return None
    above = (scan.sentence.heading, _line_above(scan.text, scan.sentence.start))
    heads = next((said for line in above if (said := _HEADS.fullmatch(line))), None)
    if heads is None or _CAME.search(scan.text, scan.sentence.start, scan.sentence.end):
        return None
    return Period(heads["year"] or str(published.year))


def _line_above(text: str, start: int) -> str:
    """Return the short line above a paragraph, without a stop."""
    end = text.rfind("\n", max(0, start - _PARAGRAPH), start)
    while end > 0 and text[end - 1] in "\n \x1f":
        end -= 1
    return text[max(text.rfind("\n", max(0, end - _LINE), end) + 1, end - _LINE, 0) : end] if end > 0 else ""
