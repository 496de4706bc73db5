"""A file that another program saved anew: its words are all there, but it may name the places of a deck's words
otherwise, number slides by a field of its own, and leave out descriptions and vectors, as LibreOffice does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.briefing.claims import plain

_LEFT_OUT = (" description", " vector", " vector sha256")
_FIELDS = ("<number>", "‹#›")


def same_words(here: Mapping[str, str], there: Mapping[str, str], page: int) -> bool:
    """Whether what stands on a page is what should: at places of one name the same, at the others the same in all."""
    both = here.keys() & there.keys()
    if any(plain(here[at]) != plain(there[at]) for at in both):
        return False
    meant, said = astray(here, there)
    number = {*_FIELDS, str(page)}
    return all(word in number for word in ((meant - said) + (said - meant)))


def astray(here: Mapping[str, str], there: Mapping[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Return the words that should stand at places which are not there, and those that stand at places not known."""
    meant = (text for at, text in here.items() if at not in there and not at.endswith(_LEFT_OUT))
    said = (text for at, text in there.items() if at not in here)
    return Counter(filter(None, map(plain, meant))), Counter(filter(None, map(plain, said)))
