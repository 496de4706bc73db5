"""What English sets beside what came as still to come: `Operating margin was 26 percent and is expected to be 27 to 28 percent`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.when.told import Told
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_TO_BE = r"(?:(?:is|are) (?:(?:now|then|still|also|next) )?(?:expected|seen|forecast|projected|predicted|estimated|guided|set|due|likely|tipped|put|to)|(?:will|should)(?! have\b))\b[^;:\d]{0,50}$"
_IS_TO_BE = re.compile(rf"\b{_TO_BE}")
_AND_IS = re.compile(rf",? (?:and|but|yet|which|while it) {_TO_BE}")


def period_to_be(around: Surroundings, told: Told, amount: Amount, period: Period | None) -> Period | None:
    """Return the period that the sentence before expects something of, where this one names none and turns from what came to what is to be."""
    ground, scan = around.ground, around.scan
    expected = ground.expected if ground.expects else None
    if (
        scan.chinese
        or scan.periods
        or expected is None
        or period is None
        or not told.came
        or expected.end <= period.end
    ):
        return None
    return expected if _IS_TO_BE.search(scan.text, *_lead(scan, amount)) else None


def is_to_be_beside(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is joined to another of its sentence as what is to be: `was 26 percent in the third quarter and is seen at 27 percent`."""
    low, at = _lead(scan, amount)
    return not scan.chinese and low > scan.sentence.start and _AND_IS.search(scan.text, low, at) is not None


def _lead(scan: Scan, amount: Amount) -> tuple[int, int]:
    """Return where the words before an amount, or before the range that it ends, begin and end."""
    at = scan.first_of_range(amount).start
    return max(scan.sentence.start, scan.amount_before(at)), at
