"""Days over columns that end a span of time which a line above tells of all: `Three months ended` over `June 30, 2019 June 30, 2018`."""

from __future__ import annotations

import re

_SPAN = re.compile(
    r"\b(?:three|six|nine|twelve)[ -]months ended\s*$|\b(?:three|six|nine|twelve)[ -]months ended(?=\s*\n)"
    r"|截至(?:以下|下列)(?:日期|期间)?止?(?P<zh>(?:[三六九369]|十二|12)个月|年度)",
    re.I | re.M,
)
_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d|(?:19|20)\d\d ?年 ?\d{1,2} ?月 ?\d{1,2} ?日")


def ended_days(above: str, heads: list[str]) -> list[str]:
    """Return heads with the span that each day ends, where the lines above tell of one span and no other."""
    spans = {span[0].strip(): span["zh"] for span in _SPAN.finditer(above)}
    if len(spans) != 1:
        return heads
    ((said, zh),) = spans.items()
    return [(f"截至{head}止{zh}" if zh else f"{said} {head}") if _DAY.fullmatch(head) else head for head in heads]
