"""What makers shipped somewhere, in reports on all of them: `In China, where subsidies helped, shipments climbed 3.3%`."""

from __future__ import annotations

import re

from generator.extraction.whose.context import Surroundings

_SHIPPED_THERE = re.compile(
    r"\s*(?:In|Across|Within) (?:[a-z]+ ){0,2}(?:[A-Z][\w'’-]*(?: and)?(?: |(?=,))){1,4}, ?(?:(?:where|whose|which|by contrast|meanwhile|however|the) [^,;.]{3,80}, |(?:meanwhile|however|though), )?(?:total |overall |smartphone |phone |PC |tablet )?shipments\b"
)


def is_shipped_there(around: Surroundings) -> bool:
    """Whether a sentence opens with a place and what was shipped there, by all makers: nobody is named, and a text on one of them would tell a part of what that shipped."""
    opens = _SHIPPED_THERE.match(around.scan.text, around.scan.sentence.start)
    return opens is not None and not _may_be_homes(around)


def _may_be_homes(around: Surroundings) -> bool:
    """Whether what was shipped somewhere may be that of the company that a text is on: no more than that shipped in all."""
    told = around.ground.level
    if around.home is None or around.ground.entity != around.home:
        return False
    counts = (a.value for a in around.scan.amounts if a.kind in ("count", "bare"))
    return told is None or told.entity != around.home or max(counts, default=told.value) <= told.value
