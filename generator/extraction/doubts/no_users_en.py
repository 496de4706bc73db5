"""Things that English counts behind users, and that are none: `had 660 million monthly active users, while its robotaxis provided 820,000 rides, up 73%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS

OF_NO_USERS = "a count of things, not of users"
_THINGS = r"(?:rides?|trips?|orders?|requests?|parcels?|packages?|transactions?|downloads?|tickets?|flights?|searches|queries|deliveries|videos?|posts?|bookings?|nights?|hours?|minutes?|calls?|shipments?|journeys?|payments?|tokens?|robotaxis?|kilomet(?:er|re)s?|miles?|merchants?|riders?|couriers?|drivers?|cities|countries|vehicles?|cars|EVs?|NEVs?|BEVs?|SUVs?|trucks?|phones|smartphones|handsets|devices|units|laptops|tablets|consoles|stores?|shops?|restaurants?)\b"
_JOINS = "while|as|when|after|before|despite|thanks|since|because|amid|though|but|with|and"
_COUNTED = re.compile(rf" (?:(?!(?:or|of|in|from|{_JOINS})\b)[a-z-]+ ){{0,3}}?{_THINGS}")
# `708 million while search queries grew 5%`: the change is theirs
_ALONG = re.compile(rf"(?:,|\b(?:{_JOINS})) (?:(?!(?:or|of|in|from)\b)[a-z-]+ ){{0,3}}?{_THINGS}")


# `The 7.7 million customers added between October and December`: how many joined
_JOINED = re.compile(
    r" (?:(?:new|paying|paid|net|monthly|active) )*(?:customers|subscribers|users|members|accounts|listeners|viewers)(?: (?:that |which )?(?:it|they|the (?:company|group|firm|service)|[A-Z]\w+) (?:had |has )?(?:added|gained|won|attracted|signed up|drew|lost|shed)\b| (?:added|gained|won|attracted|signed up|lost|shed)\b| who (?:joined|signed up|left)\b)"
)
_WHO_JOINED = "how many joined or left, not how many there are"


def no_users(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why an amount counts no users, or tells how far another count moved that counts none; None where it may."""
    users = not scan.chinese and mention.metrics[:1] and mention.metrics[0] in OF_USERS
    if users and amount.kind in ("count", "bare") and _JOINED.match(scan.text, amount.end):
        return _WHO_JOINED
    if scan.chinese or not mention.metrics or mention.metrics[0] not in OF_USERS or amount.start < mention.end:
        return None
    told = amount if amount.kind in ("count", "bare") else scan.preceding(amount)
    if told is None or told.start < mention.end or told.kind not in ("count", "bare"):
        return None
    along = told is not amount and _ALONG.search(scan.text, told.end, amount.start)
    return OF_NO_USERS if along or _COUNTED.match(scan.text, told.end) else None
