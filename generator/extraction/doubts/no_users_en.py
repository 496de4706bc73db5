"""Things that English counts behind users, and that are none: `had 660 million monthly active users, while its robotaxis provided 820,000 rides, up 73%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS

OF_NO_USERS = "a count of things, not of users"
_THINGS = re.compile(
    r" (?:(?!and\b|or\b|of\b|in\b|from\b)[a-z-]+ ){0,3}?(?:rides?|trips?|orders?|requests?|parcels?|packages?|transactions?|downloads?|tickets?|flights?|searches|queries|deliveries|videos?|posts?|bookings?|nights?|hours?|minutes?|calls?|shipments?|journeys?|payments?|tokens?|robotaxis?|kilomet(?:er|re)s?|miles?|merchants?|riders?|couriers?|drivers?|cities|countries|stores?|shops?|restaurants?)\b"
)


def no_users(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why an amount counts no users, or tells how far another count moved that counts none; None where it may."""
    if scan.chinese or not mention.metrics or mention.metrics[0] not in OF_USERS or amount.start < mention.end:
        return None
    told = amount if amount.kind in ("count", "bare") else scan.preceding(amount)
    if told is None or told.start < mention.end or told.kind not in ("count", "bare"):
        return None
    return OF_NO_USERS if _THINGS.match(scan.text, told.end) else None
