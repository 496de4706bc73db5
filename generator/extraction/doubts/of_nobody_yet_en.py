"""What English tells of a country before any company is spoken of: `Smartphone shipments in India fell by 5 per cent. Xiaomi shipped 7 million units`."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import OF_CARS, is_tracked
from generator.extraction.whose.context import Surroundings

_OPENS = re.compile(
    r"\s*(?:(?:Retail|Wholesale) )?(?:(?:Smartphone|Handset|Phone|Tablet|Notebook|Laptop|Wearable|Car|Vehicle|Auto|Passenger|Electric|New|smartphone|handset|phone|tablet|car|vehicle|energy)[ -]){1,4}"
    rf"(?:sales|shipments|deliveries) (?:in|across|throughout) (?:the )?(?!(?:{MONTHS})\b)(?:mainland )?[A-Z][a-z]{{2}}"
)


def is_of_nobody_yet(around: Surroundings, mention: Mention) -> bool:
    """Whether a sentence opens with the sales of some things in a country, and neither it nor its text has named who sells them."""
    metric = mention.metrics[0] if mention.metrics else ""
    if around.scan.chinese or around.ground.lately or not (is_tracked(metric) or metric in OF_CARS):
        return False
    opens = _OPENS.match(around.scan.text, around.scan.sentence.start)
    return opens is not None and mention.start <= opens.end() and not around.scan.entities
