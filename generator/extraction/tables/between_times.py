"""Changes that a head tells between two times: `4Q24/4Q23 Growth`, `3Q24-2Q24 Change (%)`, `2024 vs 2023 growth`."""

from __future__ import annotations

import re

_QUARTERS = re.compile(
    r"(?P<one>[1-4]Q|Q[1-4])\s?['’]?(?P<year>(?:20)?\d\d)\s?(?:/|-|–|vs\.?|over)\s?(?P<other>[1-4]Q|Q[1-4])\s?['’]?(?P<before>(?:20)?\d\d)\b",
    re.I,
)
_YEARS = re.compile(r"(?:FY)?(?P<year>20\d\d)\s?(?:/|-|–|vs\.?|over)\s?(?:FY)?(?P<before>20\d\d)\b", re.I)


def between_times(said: str) -> str:
    """Return a change with what it is against in place of its two times, where they are a year or a quarter apart."""
    if found := _QUARTERS.search(said):
        year, before = int(found["year"][-2:]), int(found["before"][-2:])
        one, other = int(found["one"].strip("Qq")), int(found["other"].strip("Qq"))
        apart = 4 * (year - before) + one - other
    elif found := _YEARS.search(said):
        apart = 4 * (int(found["year"]) - int(found["before"]))
    else:
        return said
    against = {4: "YoY", 1: "QoQ"}.get(abs(apart))
    return f"{against} {said[: found.start()]}{said[found.end() :].strip()}" if against else said
