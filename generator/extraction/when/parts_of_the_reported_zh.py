"""Lines of business told one by one behind an aside on the last quarter: 上半年营收1789亿元。二季度单季净利165亿元。分产品看,… is of the half again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.extraction.figure import Figure
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.ground import Ground
from generator.settings.period import Period

_BY_PARTS = re.compile(
    r"\s*(?:具体|其中|从)?(?:分|按)(?:产品|业务|板块|品类|行业|地区|区域|市场|分部|部门|品牌|类别|渠道)(?:结构|类型|维度)?(?:来)?(?:看|划分|拆分|拆解)"
)
_LONGER = ("half", "nine_months", "year")
_ROUNDED = Decimal("1.02")  # of a whole, what its lines together may be as far as texts round
_MOST = Decimal("0.6")  # of a whole, at least so much are the lines that a sentence goes through


def by_parts(ground: Ground, scan: Scan, reported: Period | None, found: Sequence[Figure]) -> Ground:
    """Return what a Chinese sentence that goes through the lines inherits: the longer span that its text is on, not the quarter that ends with it, unless they make that up."""
    spoken = ground.period
    if spoken is None or spoken.kind != "quarter" or scan.periods or not scan.chinese:
        return ground
    if not _BY_PARTS.match(scan.text, scan.sentence.start):
        return ground
    wholes = [f for f in found if _is_whole(f) and f.entity == ground.entity]
    spans = [f.period for f in wholes if f.period] + [reported]
    longer = next((p for p in spans if p and p.kind in _LONGER and _ends_with(p, spoken)), None)
    if longer is None or _make_up(scan, next((f.value for f in wholes if f.period == spoken), None)):
        return ground
    return replace(ground, period=longer)


def _is_whole(figure: Figure) -> bool:
    """Whether a figure is all that a company took in."""
    came = figure.measure == "level" and figure.basis == "actual" and figure.doubt is None
    return came and figure.metric == "revenue" and figure.segment is None


def _ends_with(longer: Period, quarter: Period) -> bool:
    """Whether a span ends with a quarter."""
    return longer.end == quarter.end and longer.fiscal == quarter.fiscal


def _make_up(scan: Scan, whole: Decimal | None) -> bool:
    """Whether the money that a sentence tells makes up a quarter's whole, as far as that is known."""
    if whole is None:
        return False
    lines = sum((a.value for a in scan.amounts if a.kind == "money"), Decimal(0))
    return whole * _MOST <= lines <= whole * _ROUNDED
