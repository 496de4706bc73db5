"""Headlines of other texts that a broker digest sets into its own, without a blank: `…of late.Related NewsHSBC lifts TP; record profit expectedRevenue of Xiaomi`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.beginnings import sought

# it ends with its line, or where a word in capitals is glued to its last
_RELATED = sought(
    r"Related News(?=[A-Z<])(?:[^\n]{10,220}?[a-z\d%)](?=[A-Z][a-z]+,? [a-zA-Z\d])|[^\n]{10,220}(?=\n|$))"
)
_WITHIN = re.compile(r"(?:Mc|Mac|De|Di|La|Le|i|e)$")  # McDonald, iPhone: a capital within a word


def without_related(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text between such headlines."""
    at = start
    for found in _RELATED.finditer(text, start, end):
        if _WITHIN.search(text, max(found.start(), found.end() - 3), found.end()):
            continue
        yield at, found.start()
        at = found.end()
    yield at, end
