"""Whether capitalised words that say something are a name: whom a text has twice, or once where no crowd or quality can stand."""

from __future__ import annotations

import re
from collections import Counter

from generator.extraction.quotes.speech import WHILE_EN, said_en

_SHORTEST = 3  # letters
# Whom a text has once is a body only with a verb that hardly anything else has: Deliveries added, Demand indicates.
_SAYS_ITSELF = re.compile(WHILE_EN + rf" (?P<said>{said_en('said')}|(?:{said_en()})(?= that\b))\b")
_HEADS = re.compile(r"(?:^|[\n.!?\"\x1e\x1f]\s?|\) ?[–-]{1,2} ?)$")
# What ends a plural, an adverb or a noun of a quality, which head a sentence without an article: Sceptics said, Demand for …
_OF_PEOPLE = {
    "said",
    "told",
    "warned",
    "claimed",
    "insisted",
    "argued",
    "stated",
    "wrote",
    "asserted",
    "contended",
    "maintains",
}
_DETERMINED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Ee]very|[Oo]ne) $"
)
_COMMON = re.compile(r"(?<![sui])s$|(?:ly|ing|ment|ity|tion|ance|ence|ness|men|women|ship|ople)$")


def is_name(name: str, counted: Counter[str]) -> bool:
    """Whether one capitalised word is a name: it stands there more than once, and nowhere in small letters."""
    if " " in name or not name[1:].islower():
        return True
    return counted[name] > 1 and not counted[name.lower()]


def is_named_once(text: str, start: int, end: int, name: str) -> bool:
    """Whether a word that the text has once in capitals is a name: `…, but Fenwick said`; at the head of a sentence no crowd or adverb."""
    says = _SAYS_ITSELF.match(text, end)
    if len(name) <= _SHORTEST or not says:
        return False
    if _DETERMINED.search(text, max(0, start - 8), start):
        return False  # the Californian said, a Tesla says a lot
    opens = _HEADS.search(text, max(0, start - 8), start)
    common = opens and (_COMMON.search(name) or says["said"] not in _OF_PEOPLE)
    return not common or text.startswith("'s", start + len(name))
