"""English numbers in billions that say neither what they count nor their currency: `Games grew 22% to 59.2 billion` are money, as those before were."""

from __future__ import annotations

import re
from decimal import Decimal

_LEAST = Decimal(10**9)
_NO_THINGS = re.compile(
    r"[.,;:)]|\Z|\n| (?:in|from|on|during|before|after|last|this|for|as|while|and|but|over|between|a year|compared|versus|up|down|with|without|excluding|including|against|or|at|to|by|than|which|when|through|since|thanks|due|because|amid|despite|ahead|above|below|short|versus|vs|earlier|analysts|expected|forecast|estimated)\b"
)

# `Combined MAU of Weixin and WeChat were 1.41 billion`
_COUNTED = re.compile(
    r"\b(?:users?|people|[MD]AUs?|MAP|DAP|accounts|devices|subscri\w+|customers|downloads|parcels|packages|orders|tokens|shares|hours|views|visits|searches|transactions|streams|members|population|consumers|shoppers|merchants|items|chips|units|deliveries|shipments|volumes?)\b|\($",
    re.I,
)
_BACK = 110  # characters before a number, within which it says what it counts


def is_sum(text: str, floor: int, start: int, at: int, scale: Decimal) -> bool:
    """Whether a number from `start` to `at`, of a stretch from `floor`, names nothing that it counts and can only be money."""
    if scale < _LEAST or not text[at - 1].isascii() or _NO_THINGS.match(text, at) is None:
        return False
    return _COUNTED.search(text, max(floor, start - _BACK), start) is None
