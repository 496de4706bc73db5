"""A body's name in a run of capitalised words, without those before it that belong to no name: Acme, in `But Acme`."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.vocabulary import words

# The last word of a body of state or of a trade: whatever stands before it belongs to the name, European Commission.
PUBLIC = {
    "Commission",
    "Ministry",
    "Department",
    "Association",
    "Agency",
    "Authority",
    "Administration",
    "Council",
    "Bureau",
}
_EVENTS = {
    "Show",
    "Conference",
    "Summit",
    "Forum",
    "Expo",
    "Fair",
    "Festival",
    "Congress",
    "Symposium",
    "Week",
    "Day",
    "Awards",
}
_ARTICLES = {
    "The",
    "A",
    "An",
    "But",
    "And",
    "While",
    "As",
    "When",
    "In",
    "However",
    "Meanwhile",
    "Separately",
    "Instead",
}
_A_PERIOD = re.compile(r"(?:FY|CY|Q|H)\d+")  # estimate for FY22 announced earlier
# Global Blood Therapeutics, not Blood Therapeutics
_OF_NAMES = {
    "Global",
    "United",
    "American",
    "New",
    "North",
    "South",
    "East",
    "West",
    "General",
    "National",
    "First",
    "International",
}
# Rival Acme said, Chipmaker Acme said: what Acme is
DESCRIBE = re.compile(
    r"(?:Rival|Fellow|Competitor|Peer|Startup|Retailer|Supplier|Lender|Insurer|Conglomerate|Brokerage|Newcomer|Compatriot|Upstart|"
    r"(?:Car|Auto|Truck|Bike|Plane|Jet|Ship|Chip|Phone|Smartphone|Handset|Computer|Device|Battery|Display|Panel|Drug|Vaccine|Toy|Game|Watch|Shoe|Tool|Robot|Drone|Steel|Beer)maker)"  # not Rainmaker Securities
)


def without_lead(name: str) -> str | None:
    """Return a name without capitalised words before it that belong to none: But Acme is Acme."""
    parts = name.split()
    public = parts[-1] in PUBLIC
    while (
        parts
        and not (public and len(parts) > 1 and parts[0] not in _ARTICLES)
        and parts[1:2] not in (["of"], ["for"])
        and (parts[0] in _nobody() or parts[0] in ("of", "de") or (len(parts) > 1 and DESCRIBE.fullmatch(parts[0])))
        and not (parts[0] in _OF_NAMES and len(parts) > 2 and parts[-1] not in _nobody())
    ):
        parts.pop(0)
    named = (
        bool(parts)
        and not _A_PERIOD.fullmatch(parts[-1])
        and len(parts[0]) > 1
        and parts[-1] not in _EVENTS
        and not any(part.lower() in _roles() for part in parts)
    )
    return " ".join(parts) if named else None


@cache
def _roles() -> frozenset[str]:
    return frozenset(role.lower() for role in words("speech")["roles"]["en"])


@cache
def _nobody() -> frozenset[str]:
    speech = words("speech")
    return frozenset((*speech["no_name"], *speech["crowds"], *speech["outlets"]))
