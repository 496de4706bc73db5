"""Changes that are one end of a range whose other end is no change at all: `flat to down 4%`, `down 2% to flat`, 较上季持平至成长6%."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import Change
from generator.extraction.figure import Bound
from generator.extraction.marks.scanning import Scan

_STILL = r"(?:flat|flattish|unchanged|stable|steady|level|break-even|breakeven)"
_FROM_FLAT = sought(
    rf"\b{_STILL}(?: (?:year[ -]on[ -]year|year[ -]over[ -]year|sequentially|YoY|QoQ))?(?:,? to|-to-| and)(?: a)?"
    r"(?: (?:slightly|possibly|as much as|up to|about|around|roughly|nearly|rise|fall|grow|drop|decline|decrease|increase|gain|growth|of|by|up|down|higher|lower|an?))*(?: |-)?[+-]?$",
    re.I,
)
_TO_FLAT = re.compile(
    rf"(?: (?:year[ -]on[ -]year|year[ -]over[ -]year|lower|higher|growth|decline|drop|increase|decrease))?(?:,? to|-to-) (?:roughly |about |broadly )?{_STILL}(?![\w-])",
    re.I,
)
# 较上季持平至成长6%, 季减5%至持平
_FROM_FLAT_ZH = re.compile(
    r"(?:持平|相若|相当)(?:至|到|或)(?:小幅|微幅|轻微|略|稍|微)?(?:同比|环比|按年|按季|按月|年|季|月)?(?:增长|增加|成长|上升|[升增高]|下降|下滑|衰退|减少|[减降跌])(?:约|近)?$"
)
_TO_FLAT_ZH = re.compile(r"(?:左右)?(?:至|到)(?:大致|大约|约|基本)?持平")
_LEAD = 60  # characters before an amount, within which the still end stands
_BETWEEN = re.compile(r"\bbetween $")


def bound_beside_flat(scan: Scan, amount: Amount, change: Change) -> Bound | None:
    """Return the bound of a change whose other end is none: the upper one where it goes up, the lower one where it goes down."""
    if amount.bound != "exact" or amount.range_end or change.value == 0 or change.points:
        return None
    if scan.chinese:
        low = max(scan.sentence.start, amount.start - 16)
        if not (_FROM_FLAT_ZH.search(scan.text, low, amount.start) or _TO_FLAT_ZH.match(scan.text, amount.end)):
            return None
        return "at_most" if change.value > 0 else "at_least"
    flat = _FROM_FLAT.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
    if flat and " and" in flat[0] and not _BETWEEN.search(scan.text, max(0, flat.start() - 8), flat.start()):
        return None  # `margins were flat and up 2% on the quarter`
    if flat is None and not _TO_FLAT.match(scan.text, amount.end):
        return None
    return "at_most" if change.value > 0 else "at_least"
