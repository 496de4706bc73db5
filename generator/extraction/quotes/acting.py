"""Companies that only a text makes known by what it says they are or do: `Shares of Fenwick fell`, `the grocer Oakmere`, `Larkspur cut its outlook`.

Whoever is one is one in the whole text, so that `the company said` and `it said` mean it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from generator.corpus.beginnings import sought
from generator.extraction.vocabulary import words

_WORD = re.compile(r"[A-Za-z][a-z]+")
_NAME = r"(?:[A-Z][a-z]*[A-Z0-9&][\w&+-]*|[A-Z][\w&+-]+|[a-z]{1,5}[A-Z]\w+)"  # Macy, AMD, Airbus, easyJet
_RUN = rf"{_NAME}(?: (?:&|of|de|{_NAME})){{0,4}}"
_NO_COMPANY = re.compile(
    r"-[a-z]|^[A-Z][a-z]+ly$|^(?:[A-Z]\w+ )?[A-Z][a-z]+day$|^Moreover$|^Furthermore$"
)  # New York-listed shares; Additionally, the …
_LEAST = 3  # letters
_GOES_ON = re.compile(r"[\w&-]| (?!(?:Inc|Corp|Co|Ltd|Plc|PLC|Group)\b)[A-Z][a-z]")
_OWN = r"(?:boss|bosses|chief executive|CEO|CFO|COO|finance chief|chairman|chairwoman|co-founder|board|shares|stock|share price|shareholders|top executive|executives|management)"
# Telstra Chief Financial Officer Ann Lee
_CHIEF = r"(?:(?:chief|Chief) (?:executive|Executive)(?: (?:officer|Officer))?|(?:[Cc]hief|Chief) [A-Z]?[a-z]+ [Oo]fficer|C[EFOTM]O|co-CEO|spokes\w+|Spokes\w+|finance chief|boss|co-founder|managing director|Managing Director) [A-Z][\w.-]+ [A-Z]"
# What a company does, and to what of its own.
_ACTS = (
    r"(?:(?:has|had|also|has also|on [A-Z][a-z]+day|this week|last week|earlier|recently) )?(?:reported|posted|cut|raised|lowered|issued|beat|missed|topped|reiterated|reaffirmed|slashed|lifted|trimmed|narrowed|swung|withdrew|reports|posts|cuts|raises|lowers|beats|misses|tops|slashes|lifts|trims)"
    r" [^.;\n\x1e]{0,60}?\b(?:its|earnings|profits?|loss(?:es)?|revenues?|sales|results|outlook|guidance|forecasts?|statement|dividend|quarter)\b"
)
# cuts at Fenwick, but the company said …; a deal with Fenwick. The company said …
_THE_COMPANY = re.compile(r"(?:, \w+ the|\. The) company\b")
_BEFORE = re.compile(rf"\b(?:at|of|from|for|by|with|against|into|behind) (?P<name>{_RUN})[^A-Z.;\n\x1e]{{0,60}}$")
_PLACE_BEFORE = re.compile(r"\b(?:in|from|across|near|outside|throughout) (?:[A-Z][a-z]+, )?$")


def acting(text: str, without_lead: Callable[[str], str | None]) -> Iterator[tuple[int, int]]:
    """Yield every place of the companies that an English text makes known by what they are or do."""
    names: dict[str, None] = {}
    counted: Counter[str] | None = None
    for named in _named(text):
        name = without_lead(named)
        if not name or len(name) < _LEAST or _NO_COMPANY.search(name) or name.split()[-1] in words("speech")["nations"]:
            continue
        counted = counted or Counter(_WORD.findall(text))
        if " " in name or not name[1:].islower() or not counted[name.lower()]:
            names[name] = None
    for name in sorted(names, key=len, reverse=True):
        yield from (
            place for place in places(text, name) if not _PLACE_BEFORE.search(text, max(0, place[0] - 24), place[0])
        )


def places(text: str, name: str) -> Iterator[tuple[int, int]]:
    """Yield where a name stands by itself, no part of a longer one."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        joined = at and (text[at - 1].isalnum() or text[at - 1] in "_&'-")
        if not joined and not _GOES_ON.match(text, end):
            yield at, end
        at = text.find(name, end)


def _named(text: str) -> Iterator[str]:
    """Yield the capitalised words that stand beside what makes a company."""
    for pattern in (_doing(), _called()):
        yield from (match["name"] for match in pattern.finditer(text))
    for meant in _THE_COMPANY.finditer(text):
        at = meant.start()
        if named := _BEFORE.search(text, max(0, at - 120), at):
            yield named["name"]


def _nouns() -> str:
    none = ("brand", "platform", "giant", "group", "titan")
    return "|".join(("rival", *(noun for noun in words("speech")["company_nouns"] if noun not in none)))


@cache
def _doing() -> re.Pattern[str]:
    """Return the pattern of a company's name before what is its own, what it is or what it does."""
    is_one = rf", (?:the|an?|one of the) (?:[\w'-]+ ){{1,6}}?(?:{_nouns()})s?(?=[,.]| (?:based|that|which|whose|with|behind|known|founded|listed)\b)"
    return sought(
        rf"(?<![\w&'.-])(?P<name>{_RUN})(?=(?:'s?)? (?:shares|stock)\b(?! (?:market|exchange))|'s? {_OWN}\b|{is_one}| {_CHIEF}|(?:,? (?:Inc|Corp|Co|Ltd|Plc|PLC)\.?)? {_ACTS})"
    )


@cache
def _called() -> re.Pattern[str]:
    """Return the pattern of a company's name after what it is called: `shares of Fenwick`, `the boss of Fenwick`, `grocer Oakmere`."""
    chiefs = "boss|chief executive|CEO|chairman|chairwoman|finance chief|CFO"
    return sought(
        rf"\b(?:(?:[Ss]hares|[Ss]tock) (?:of|in) (?:the )?(?:[a-z-]+ ){{0,4}}|(?:{chiefs}) of |(?:{_nouns()}) )(?P<name>{_RUN})(?=[,.;]|'s\b| [a-z])"
    )
