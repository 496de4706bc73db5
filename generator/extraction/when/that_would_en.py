"""What English says that an expectation told before would come to: `It expects revenue to grow 15% in the December quarter. If achieved, that would bring quarterly revenue to roughly $80 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_THAT_WOULD = re.compile(
    r"\s*(?:If (?:achieved|reached|realized|realised|met|delivered|so|it does|they do|that happens|all goes well|successful|it succeeds|confirmed), )?(?:that|this|it|which|the (?:forecast|guidance|target|outlook|growth|increase))"
    r" (?:would|will) (?:then |thus |also )?(?:bring|take|put|lift|push|raise|drive|carry|mean|imply|equal|be|make for|result in|translate (?:in)?to|work out (?:at|to)|amount to|correspond to|come to) ",
    re.I,
)


def is_what_that_would_be(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what the expectation of the sentence before would come to, and no time is named for it."""
    named = any(m.scope != "relative" for m in scan.periods)  # `quarterly revenue` is of that quarter
    return not named and _THAT_WOULD.match(scan.text, scan.sentence.start, amount.start) is not None
