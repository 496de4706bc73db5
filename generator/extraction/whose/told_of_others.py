"""Sentences of a text on one company that name only others: `Ford reported its third-quarter results`, in a digest; the time that they name is not what the text reports on."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading


def told_of_others(reading: Reading, names: Names, titled: Sequence[str]) -> frozenset[int]:
    """Return where the sentences start that name companies, and none that the title names."""
    if not titled:
        return frozenset()
    kinds, found = names.catalogue.companies, set[int]()
    for sentence in reading.sentences:
        named = names.entities_in(reading, sentence.start, sentence.end)
        companies = {e.entity for e in named if kinds[e.entity].kind == "company"}
        if companies and companies.isdisjoint(titled) and not sentence.title:
            found.add(sentence.start)
    return frozenset(found)
