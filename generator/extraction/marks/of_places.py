"""Adjectives of places, which say where something was sold only right before it: `European smartphone shipments`, but `the European carmaker`."""

from __future__ import annotations

import re
from functools import cache

_ADJECTIVE = re.compile(r"(?:[A-Z][a-z]+ )?(?:[A-Z][a-z]+(?:can|ean|ian|ese|ish)|Asian|French|German|Thai|Philippine)")
_WARES = (
    r"(?:smartphones?|(?:mobile )?phones?|handsets?|PCs?|tablets?|wearables?|(?:passenger )?cars?|vehicles?|auto|electric(?:[- ](?:vehicle|car))?|new[- ]energy|energy|EV|NEV|hybrid|plug-in"
    r"|premium|luxury|online|cloud|advertising|retail|wholesale|unit|total|quarterly|annual|monthly)"
)
_SOLD = (
    r"(?:markets?|shipments?|sales|deliveries|revenues?|volumes?|orders|registrations|business|operations|turnover|division|segment"
    # `its European operating profit`, `North American EBIT margins`
    r"|(?:(?:operating|gross|net|pre-?tax|adjusted|underlying|segment|core|EBIT) ){0,2}(?:profits?|income|margins?|earnings|loss(?:es)?|EBIT|EBITDA|EBITA)"
    r")"
)
_BEHIND = re.compile(rf" (?:{_WARES} ){{0,3}}{_SOLD}\b(?! leader)")


def only_describes(said: str, text: str, end: int) -> bool:
    """Whether a name that ends at an offset is the adjective of a place, and what follows is nothing that is sold there."""
    return _is_adjective(said) and not _BEHIND.match(text, end)


@cache
def _is_adjective(said: str) -> bool:
    return _ADJECTIVE.fullmatch(said) is not None
