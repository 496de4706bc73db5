"""The middle of a range that a Chinese text told last, and how far it moved: 料赚605亿至655亿元,升5.7%至14.4%;中位数621亿元,增8.4%."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import Change, measured
from generator.extraction.figure import Figure
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.scanning import Scan

_MIDDLE = (
    r"(?:其|预测|预期|估算|指引|区间|上述|范围|的)*(?:中位数|中位值|中值|中间值|中间数|中点|平均值|平均数|均值|平均)"
)
_IS_MIDDLE = re.compile(rf"[台辆部元]?[,;。(]?\s?(?:而|以)?{_MIDDLE}(?:则|即|计)?{IS}")
_MOVED = re.compile(
    r"[台臺辆輛部元]?[,，(（、](?:即|相当于|相當於)?(?:同比|按年|较去年同期|較去年同期)?[^,，;；。\d]{0,5}"
)
_EXPECTED = ("consensus", "forecast")


def middle_of_told(scan: Scan, amount: Amount, last: Figure) -> Figure | None:
    """Return `last`, which ended a range that is expected, with an amount as its middle."""
    if last.doubt or last.basis not in _EXPECTED or last.bound != "at_most" or amount.kind == "percent":
        return None
    if not _IS_MIDDLE.fullmatch(scan.text, max(scan.sentence.start, scan.amount_before(amount.start)), amount.start):
        return None
    unit = amount.currency if amount.kind == "money" else "count"
    if unit is None or (last.measure == "level" and last.unit != unit):
        return None
    return replace(last, measure="level", value=amount.value, unit=unit, bound="exact", precision=amount.precision)


def middle_moved(text: str, scan: Scan, figure: Figure, change: Change | None, last: Figure) -> Figure | None:
    """Return how far the middle of a range moved, told right behind it."""
    middle = last.basis in _EXPECTED and last.measure == "level" and last.bound == "exact"
    if not middle or change is None or change.doubt or change.than or figure.doubt or last.sentence != figure.sentence:
        return None
    opens = _IS_MIDDLE.match(scan.text, scan.sentence.start)
    first = opens and scan.amounts and scan.amounts[0].start == opens.end() and len(scan.amounts) == 2
    if not first or not _MOVED.fullmatch(text, last.end, figure.start):
        return None
    measure, unit = measured(change.against, change.points)
    return replace(
        last, start=figure.start, end=figure.end, sentence=figure.sentence, measure=measure, value=change.value,
        unit=unit, bound=figure.bound, precision=change.precision,
    )  # fmt: skip
