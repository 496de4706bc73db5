"""Metrics that only a whole company guides or tells by standards of accounting, whatever part was spoken of before: 指引:总营收增长10%,iPhone营收…,毛利率47%; Non-IFRS营业利益."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.spoken_before import is_of_all

# 云端营收落在216亿欧元,Non-IFRS营业利益则上看103亿; `GAAP operating income`: by standards of accounting only a whole company is told
_BY_STANDARD = re.compile(r"(?i:ifrs|gaap)|国际财务报告准则|公认会计")
_STANDARD = len("GAAP ")
_LABEL = re.compile(r"[\s•·●■▪*-]*(?:GAAP |IFRS )?[Nn]?[A-Za-z -]{4,40}:")
_GUIDES = re.compile("指引|展望|财测|[季年]的?方向")


def by_standard(around: Surroundings, mention: Mention) -> bool:
    """Whether a metric's own words, or the English one before it, name the standard of accounting that it is told by.

    `Non-GAAP operating income: RMB7.0 billion`, in a list below the heading of a line, is that line's.
    """
    if around.ground.heading_segment and _LABEL.fullmatch(
        around.scan.text, around.scan.sentence.start, mention.end + 1
    ):
        return False
    low = mention.start - _STANDARD if around.scan.text[mention.start].isascii() else mention.start
    return bool(_BY_STANDARD.search(around.scan.text, max(around.scan.sentence.start, low), mention.end))


def is_guided_of_all(around: Surroundings, mention: Mention) -> bool:
    """Whether a Chinese list of what a company guides goes on with a metric alone: 指引:总营收增长10%,iPhone营收…,毛利率47%.

    So does 管理层指引交付量10万至11万辆,收入265亿元, whatever line the sentence before was on.
    """
    scan, start = around.scan, around.scan.clause(mention.start)[0]
    if scan.text[mention.start].isascii() or start != mention.start or start <= scan.sentence.start:
        return False
    whole = any(is_of_all(around, m) and m.end <= start for m in scan.metrics if m.metrics)
    counted = "revenue" in mention.metrics and _counts_cars_of_all(around, start)
    return (whole or counted) and bool(_GUIDES.search(scan.text, scan.sentence.start, start))


def _counts_cars_of_all(around: Surroundings, at: int) -> bool:
    """Whether a sentence counted cars before an offset, and named no line of business."""
    scan, kinds = around.scan, around.names.catalogue.segments
    lines = (m for m in scan.segments if kinds[m.segment or ""].kind == "business" and m.end <= at)
    return any(m.end <= at and set(m.metrics) & set(CARS_SOLD) for m in scan.metrics) and not any(lines)
