"""What an English text opens with, before it names any company, is the world's: `Global smartphone shipments rose 2% to 307 million. Vivo led the market`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings

_OPENS = re.compile(
    r"[\s•*\-–·\"“]*(?:Core (?:Insights|Viewpoint)s? - )?(?:(?:In|During|For) [^,;]{2,40}, )?(?:[Tt]he )?(?:[Gg]lobal|[Ww]orldwide)(?: [\w-]+){0,4} (?:shipments|sales|deliveries)\b"
)
_OF = re.compile(r" (?:at|of|by|from|for) (?:the )?")  # `Global vehicle deliveries at BMW rose 8.8%`
_FIRST = 400  # characters of a text, within which it may open so


def is_of_the_world(around: Surroundings, mention: Mention) -> bool:
    """Whether a mention is in a sentence that opens with what was shipped worldwide, and no company, or more than one, is named in the text until then."""
    scan, start = around.scan, around.scan.sentence.start
    if scan.chinese or start > _FIRST or not mention.metrics or "revenue" in mention.metrics:
        return False
    opens = _OPENS.match(scan.text, start)
    if opens is None or mention.start > opens.end() or any(e.start < mention.start for e in scan.entities):
        return False
    if any(_OF.fullmatch(scan.text, opens.end(), e.start) for e in scan.entities):
        return False
    before = {e.entity for e in around.names.entities(scan.text[:start])}
    return len(before) != 1  # a title of two has none for its subject
