"""What an English report on how makers stand tells of no maker: `14 million 5G smartphones were shipped at an average price of $370`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import is_tracked
from generator.extraction.whose.context import Surroundings

# what was shipped, by nobody that is named
_WAS_SHIPPED = re.compile(
    r"\b(?:smartphones|phones|handsets|devices|units|notebooks|laptops|tablets|PCs|desktops|Chromebooks|wearables|smartwatches)(?: [a-z]+){0,2}? (?:were|was|had been|have been) (?:[a-z]+ly )?(?:shipped|sold|delivered)\b(?! by\b)"
)


def trackers_tell(metric: str) -> bool:
    """Whether a tracker of a market counts what a metric tells, or what it costs on average."""
    return is_tracked(metric) or metric.removeprefix("smartphone_") == "asp"


def is_of_no_maker(around: Surroundings, mention: Mention) -> bool:
    """Whether a sentence tells how many things were shipped, for how much, and names nobody before that."""
    scan = around.scan
    if not around.tracked or scan.chinese or not any(trackers_tell(name) for name in mention.metrics):
        return False
    shipped = _WAS_SHIPPED.search(scan.text, scan.sentence.start, scan.sentence.end)
    return shipped is not None and around.subject_before(max(mention.end, shipped.end())) is None
