"""Periods that stand behind what a sentence goes on with: of that, and of nothing expected before it: `expects a margin of 73%, adding that it was 72% in the second quarter`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# `sees the margin at 11%, and expects it to fall below 10% in the first half of 2026`
_GOES_ON = re.compile(
    r"\b(?:(?:and|but) (?:(?:it|they|then|also|now|still) ){0,2}(?:expects?|sees?|forecasts?|predicts?|projects?|anticipates?|said|says|reported|posted|had|has|was|were|sold|delivered)"
    r"|(?:adding|noting|saying)(?: that)?|(?:after|having|following) [a-z]+(?:ing|ed|old|ade)|(?:while|whereas|although|though|when) (?:it|they|the [a-z]+|its [a-z]+|[A-Z]\w+|[a-z]+) [a-z]+)\b"
)


def is_of_the_next(around: Surroundings, amount: Amount, period: Period | None) -> bool:
    """Whether a period is named only behind a later amount of an English sentence, which goes on with that, or expects it anew."""
    scan = around.scan
    named = [m for m, p in around.resolved if p == period]
    if scan.chinese or not named or named[0].start < amount.end:
        return False
    anew = [cue.end for cue in scan.cues_between(amount.end, named[0].start, "forecast")]
    if on := _GOES_ON.search(scan.text, amount.end, named[0].start):
        anew.append(on.end())
    return bool(anew) and any(min(anew) <= a.start < named[0].start for a in scan.amounts)
