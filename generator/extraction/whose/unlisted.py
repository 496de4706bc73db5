"""Companies that a document is about and the catalogue does not list: found by their shape, then marked wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.frozen import frozen
from generator.extraction.marks.names import STRANGER, EntityMention, Names
from generator.extraction.reading import Reading
from generator.extraction.whose.unlisted_en import introduced, titled
from generator.extraction.whose.unlisted_zh import introduced_zh, titled_zh

_TOO_SHORT = 2  # Chinese characters of a name that may be a word as well: it counts where a clause begins
_BEGINS = re.compile(r"(?:^|[\s,。;:、!?\"“「(《|]|股)\Z")


@frozen
class Unlisted:
    """The companies of no name that the catalogue knows which a document is about.

    `mentions` are where they stand in its text, in order; `titled` where they stand in its title; `count` is how often the one named most is.
    """

    mentions: tuple[EntityMention, ...] = ()
    titled: tuple[int, ...] = ()
    count: int = 0


def unlisted(reading: Reading, names: Names) -> Unlisted:
    """Return the companies that a document is about and the catalogue does not list."""
    companies = names.catalogue.companies
    known = any(companies[e.entity].kind == "company" for e in names.entities(reading.title))
    rules = (
        introduced(reading, names),
        titled(reading, names),
        introduced_zh(reading, names),
        titled_zh(reading, names, known),
    )
    found = dict.fromkeys(form for rule in rules for form in rule)
    if not found:
        return Unlisted()
    pattern = _pattern(found)
    spans = list(_whole(pattern, reading.text))
    taken = [(e.start, e.end) for e in names.entities_in(reading, 0, len(reading.text))] if spans else []
    spans = [(start, end) for start, end in spans if not any(a <= start < b or a < end <= b for a, b in taken)]
    said = [reading.text[a:b] for a, b in spans]
    return Unlisted(
        tuple(EntityMention(start, end, STRANGER) for start, end in spans),
        tuple(start for start, _ in _whole(pattern, reading.title)),
        max((said.count(form) for form in set(said)), default=0),
    )


def _pattern(forms: dict[str, None]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile("|".join(rf"(?<![A-Za-z\d]){re.escape(form)}(?![A-Za-z\d])" for form in longest_first))


def _whole(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand; a short Chinese one only where a clause begins with it."""
    for found in pattern.finditer(text):
        short = len(found[0]) <= _TOO_SHORT and not found[0].isascii()
        if not short or _BEGINS.search(text, max(0, found.start() - 1), found.start()):
            yield found.span()
