"""A product's share of the line it is of, which is no share of a market: `the shipment share of the iPhone 16 Pro series in the entire iPhone 16 series was 58%`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_LINE = r"(?:(?!(?:market|segment|category|industry)\b)[\w'’&+.-]+ ){0,5}?(?:series|line-?ups?|family|range|portfolio)\b(?! market)"
_OF_LINE = re.compile(
    rf" (?:of|in|within) (?:the |its |their )?(?:(?:entire|whole|overall|total|full) )?{_LINE}|"
    rf" (?:of|for) (?:the |its |their )?(?:[\w'’&+.-]+ ){{1,6}}?(?:in|of|within|among) (?:the |its |their )?(?:(?:entire|whole|overall|total|full) )?{_LINE}"
)


def of_a_line(scan: Scan, mention: Mention) -> str | None:
    """Return why a share is of no market: it is of a line of products, of which one had so much."""
    share = not scan.chinese and mention.metrics and mention.metrics[0].endswith("market_share")
    return "a product's share of its own line" if share and _OF_LINE.match(scan.text, mention.end) else None
