"""The house that `it` means: which acted in the sentence before, or whose analyst spoke last."""

from __future__ import annotations

import re

from generator.extraction.quotes.cast import Cast, Focus
from generator.extraction.quotes.speaker import Speaker

_ANALYST = 50  # characters between a house and its analyst's name
_NEAR = 200  # characters before a house in which a company may be meant
_LONGEST = 600  # characters of the sentence in which a house acts
# What research does: cut its target, not its stake; it lends and hosts calls as well
_RESEARCHES = re.compile(
    r"(?: (?!(?:says?|said|that|which|who|after)\b)[\w&.,-]+){0,6}?(?P<act> )(?:(?:up|down)grad(?:es?|ed)\b|"
    r"(?:rais|lift|lower|trim|trimm|boost|hik|slash|kept|keep|maintain|reiterat|reaffirm|start|initiat|resum|cut|revis|updat|set|increas|reduc)(?:e?s|ed|ing)?"
    r" (?:(?!(?:in|on|of|to|by|for|after|before|as|and|while|when)\b)[\w'$%&-]+ ){0,5}?(?:targets?|ratings?|forecasts?|estimates?|projections?|coverage|recommendations?)\b)"
)
# `UBS gives no number for the whole in its note`
_IN_ITS_NOTE = re.compile(
    r"(?: (?!(?:says?|said|that|which|who|after)\b)[\w'’&-]+){1,9}?(?P<act> )in its (?:[a-z-]+ )?(?:note|report)\b"
)
_QUESTION = 140  # characters
# `Who is the optimist? Citi. It expects`; not `Lead manager? Citi.`
_ASKED = re.compile(
    r"\b(?:optimists?|pessimists?|bulls?|bears?|bullish|bearish|upbeat|cautious|expects?|forecasts?|thinks?|sees?|predicts?|says?|believes?|views?|estimates?)\b[^.?!\n]{0,60}\?[\"”]?\s*$"
)
_STOP = re.compile(r"[.!?][\"”’'\x1e]?(?=\s|$)|\n")


def house_that_acted(cast: Cast, focus: Focus, outside: str, sentence: int, at: int) -> Speaker | None:
    """Return the house that acts in the sentence before, or is all of it: `UBS raised its target for Xiaomi. It expects …`, `Who is the optimist? Citi. It expects …`."""
    house = focus.subject
    if house is None or house.sort != "house" or not sentence - _LONGEST < house.start < sentence <= at:
        return None
    if outside.startswith("'", house.end) or any(not s.person for s in cast.between(sentence, at)):
        return None  # UBS's target implies a rise
    asked = _ASKED.search(outside, max(0, house.start - _QUESTION), house.start)
    if asked and not outside[house.end : sentence].strip(" ."):
        return house
    acts = _RESEARCHES.match(outside, house.end, sentence) or _IN_ITS_NOTE.match(outside, house.end, sentence)
    if not acts or any(not s.person for s in cast.between(house.end, acts.start("act"))):
        return None
    pieces = [piece for piece in _STOP.split(outside[house.end : sentence]) if piece.strip()]
    return house if len(pieces) == 1 else None


# Analysts at Jefferies were not worried. “…,” they wrote.
_ANALYSTS_AT = re.compile(
    r"\b(?i:analysts|strategists|economists|researchers|bankers) (?:at|from|of|with) (?:the )?(?:[a-z-]+ ){0,2}$"
)
_ANALYSTS = re.compile(r"(?:'s?)? (?:[a-z]+ )?(?:analysts|strategists|economists|researchers|bankers)\b")


def house_of_analysts(cast: Cast, focus: Focus, outside: str, sentence: int, at: int) -> Speaker | None:
    """Return the house whose analysts the sentence before is about, nobody named since: `they`, after `Analysts at Jefferies were not worried.`."""
    house = focus.subject
    if house is None or house.sort != "house" or not sentence - _LONGEST < house.start < sentence <= at:
        return None
    theirs = _ANALYSTS_AT.search(outside, max(0, house.start - 50), house.start) or _ANALYSTS.match(outside, house.end)
    alone = len([piece for piece in _STOP.split(outside[house.end : sentence]) if piece.strip()]) == 1
    return house if theirs and alone and not cast.between(house.end, at) else None


def analysts_house(cast: Cast, focus: Focus, at: int) -> Speaker | None:
    """Return the house beside the name of the analyst who spoke last, no company named since: `it`, after `IDC analyst Ann Lee said`."""
    spoke, house = focus.spoke, focus.last.get("house")
    if spoke is None or not spoke.person or house is None:
        return None
    named = next((s for s in cast.between(house.end, house.end + _ANALYST) if s.person), None)
    known = named is not None and named.key == spoke.key
    companies = any(s.sort == "company" for s in cast.between(max(0, house.start - _NEAR), at))
    return house if known and not companies else None
