"""The line of business whose frame an English sentence opens with, behind which the company itself is named: `In smartphones, Xiaomi's revenue fell`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.framed import ASIDE, FRAMED

# `In cloud intelligence, its fastest growing segment, Alibaba had revenue of 33.4 billion yuan`: whose the line is, and what it did there
_OPENING = re.compile(rf"{FRAMED}{ASIDE}(?P<whose>it|(?:the|its) (?:company|group|firm|[a-z]*maker|giant)|[A-Z])")
_TURNS_TO_ALL = re.compile(
    r";|\b(?:and|while|but|whereas|as|though|although) (?:the (?:company|group|firm|[a-z]*maker|giant|whole)|its|it|they|total|group|overall|[A-Z])"
)


def opens_the_frame_of(around: Surroundings, line: Mention, mention: Mention) -> bool:
    """Whether an English sentence that opens with a line's frame goes on with what the company did there, up to a metric: `In smartphones, Xiaomi's revenue fell`."""
    scan = around.scan
    opening = None if scan.chinese else _OPENING.match(scan.text, line.end, mention.start)
    if opening is None or _TURNS_TO_ALL.search(scan.text, opening.end(), mention.start):
        return False
    at, named = opening.start("whose"), opening["whose"]
    own = (around.home, around.ground.entity)
    return not named[0].isupper() or any(e.start == at and e.entity in own for e in scan.entities)
