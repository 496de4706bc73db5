"""Numbers in English words before a percentage or a scale: `a two per cent fall`, `twenty-five percent`, `five million cars`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from heapq import merge

from generator.corpus.beginnings import sought
from generator.extraction.vocabulary import words

_SAID = words("numbers")["in_words"]
_VALUES: dict[str, int] = {word: value for listed in _SAID.values() for word, value in listed.items()}
_TENS, _UNITS, _ALONE = ("|".join(said) for said in (_SAID["tens"], _SAID["units"], (*_SAID["teens"], *_SAID["units"])))
_PARTS = {"half a": Decimal("0.5"), "a quarter of a": Decimal("0.25")}  # `its target of half a million deliveries`
_NUMBER = sought(
    rf"(?P<sign>(?!))?(?P<digits>(?!))?(?P<implied>(?!))?\b(?<![\w.]-)(?P<han>(?:{_TENS})(?:-(?:{_UNITS}))?|{_ALONE}|{'|'.join(_PARTS)})"
    r"(?=[ -](?:percent(?:age points?)?|per cent|[mb]illion|trillion)\b"
    rf"| (?:and|to) (?:\d[\d.]*|(?:{_TENS})(?:-(?:{_UNITS}))?|{_ALONE})[ -]per ?cent\b)",  # `by six and 15 percent, respectively`
    re.I,
)
_BEHIND = ("percent", "per cent", "illion")  # one of these stands behind each of them


def value_in_words(said: str) -> Decimal | None:
    """Return the value of an English number in words, None where it is none."""
    if said.lower() in _PARTS:
        return _PARTS[said.lower()]
    parts = said.lower().split("-")
    return Decimal(sum(_VALUES[part] for part in parts)) if all(part in _VALUES for part in parts) else None


def with_words(digits: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the numbers of a stretch that are written in digits, and those in English words, from left to right."""
    found = digits.finditer(text, start, end)
    if all(text.find(unit, start, end) < 0 for unit in _BEHIND):
        return found
    return merge(found, _NUMBER.finditer(text, start, end), key=re.Match.start)
