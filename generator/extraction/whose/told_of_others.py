"""Sentences of a text on one company that open with another company and name only others: `Ford reported its third-quarter results`, in a digest; the time that they name is not what the text reports on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading

# `The company, the largest online retailer after Alibaba, reported`, `A day after Microsoft, the iPhone maker published`: of the text's own
_OPENS = re.compile(
    r"\W*(?:(?:Meanwhile|Separately|Elsewhere|Also|Rival|此外|另外|同时|另一方面)[,，]? ?)?(?:the |The )?"
)


def told_of_others(reading: Reading, names: Names, titled: Sequence[str]) -> frozenset[int]:
    """Return where the sentences start that name companies, and none that the title names."""
    if not titled:
        return frozenset()
    kinds, found = names.catalogue.companies, set[int]()
    for sentence in reading.sentences:
        named = [
            e for e in names.entities_in(reading, sentence.start, sentence.end) if kinds[e.entity].kind == "company"
        ]
        leads = named and _OPENS.fullmatch(reading.text, sentence.start, named[0].start)
        if leads and not sentence.title and {e.entity for e in named}.isdisjoint(titled):
            found.add(sentence.start)
    return frozenset(found)
