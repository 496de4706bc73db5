"""Changes that go on from the one before: the other end of a range, another base, the next of a list."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.against import AGAINST
from generator.extraction.changes.change import Change
from generator.extraction.changes.compared import compared
from generator.extraction.changes.flat_to import bound_beside_flat
from generator.extraction.figure import Bound
from generator.extraction.marks.bases import FROM_THEN
from generator.extraction.marks.cues import BASES, Against
from generator.extraction.marks.scanning import Scan

_THEN_AGAINST = re.compile(
    rf"(?: [a-z/-]+| {FROM_THEN}| in [\w ]{{2,24}})?,? and (?:by |of )?",
    re.I,
)


def again(scan: Scan, last: Change, amount: Amount) -> Change | None:
    """Return the change that goes on from the one before, against another base: `15% year-over-year and 2% quarter-over-quarter`, `76% from a year earlier and 1% from September`.

    So does one in points: `down 0.6 points year-on-year and 0.4 points quarter-on-quarter`.
    """
    before = scan.amount_before(amount.start)
    base = next((c for c in scan.cues if c.start - amount.end in (0, 1, 2) and c.kind in BASES), None)
    alike = ("points",) if last.points else ("percent",)
    if amount.kind not in alike or not _THEN_AGAINST.fullmatch(scan.text, before, amount.start):
        return None
    beside = compared(scan, amount)
    if base is None and beside is None:
        return None
    than = beside.than.period if beside and base is None else None
    against: Against = AGAINST[base.kind] if base else "qoq" if than or beside is None else beside.than.against
    return replace(scaled_to(last, amount), against=against, than=than, doubt=None)


def scaled_to(change: Change, amount: Amount) -> Change:
    """Return the change at the other end of a range of changes, or the next of a list: 增长1.4倍至1.5倍, `+27%/-24% YoY`."""
    factor = 100 if amount.kind == "times" else 1
    sign = -1 if (amount if amount.signed else change).value < 0 else 1
    return replace(change, value=sign * abs(amount.value) * factor, precision=amount.precision * factor)


def bound_of_fall(scan: Scan, amount: Amount, change: Change) -> Bound:
    """Return the bound of a change: of 季减5%至10%, the second is the lower end."""
    if beside_none := bound_beside_flat(scan, amount, change):
        return beside_none
    i = next((i for i, a in enumerate(scan.amounts) if a.start == amount.start), 0)
    ends = scan.amounts[i - 1 : i + 1] if amount.range_end else scan.amounts[i : i + 2]
    if change.value >= 0 or len(ends) < 2 or not ends[1].range_end or ends[0].signed or ends[1].signed:
        return amount.bound
    deepest = max(ends, key=lambda a: a.value)
    return "at_least" if amount.start == deepest.start else "at_most"
