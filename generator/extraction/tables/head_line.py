"""The line of heads that stands above a line into which a page has run all rows of a table."""

from __future__ import annotations

import re
from collections import Counter

from generator.extraction.tables.flat import runs_of
from generator.extraction.tables.shapes import Row

_SPANS = re.compile(r"\b(?:months|quarters?|year) ended\b(?!.{0,40}20\d\d)|止(?:[三六九]|十二)个月|止年度", re.I)
# What heads say, or a caption of their unit: `For the Three Months Ended`, `Q2 2025`, `(RMB in millions)`, 人民币百万元
_HEADS = re.compile(
    r"\bmonths ended\b|\byear ended\b|\b(?:millions|thousands|billions)\b|\b(?:Q[1-4]|[1-4]Q|H[12]|20\d\d)|[千百万亿]元|个月|季度|\d年",
    re.I,
)
_PROSE = re.compile(r"[.!?。;:,]\s*$|\d[\d,.]*\s*(?:%|million|billion|[万亿])")
_LONGEST = 200  # characters of such a line
_ROWS = 3  # in one line, of as many cells each


def heads_above(text: str, above: Row, row: Row) -> int:
    """Return where the heads of a line begin: with the line above where this says what heads do and the line holds several rows."""
    if above.end - above.start > _LONGEST or not _HEADS.search(text, above.start, above.end):
        return row.start
    if _PROSE.search(text, above.start, above.end) or not _holds_rows(text, row):
        return row.start
    return above.start


def spans(text: str, above: Row) -> bool:
    """Whether a line tells which span of time ends on days that stand below it."""
    return _SPANS.search(text, above.start, above.end) is not None


def _holds_rows(text: str, row: Row) -> bool:
    """Whether a line holds several rows of a table."""
    widths = Counter(len(run) for run in runs_of(text, row.start, row.end))
    return max(widths.values(), default=0) >= _ROWS
