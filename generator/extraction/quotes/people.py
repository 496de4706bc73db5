"""People whom only a text makes known, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extraction.quotes.people_en import english_people
from generator.extraction.quotes.people_zh import chinese_people
from generator.extraction.quotes.person import Person


def people(text: str) -> Iterator[Person]:
    """Yield the people of a text, in no order, a place more than once where more than one sign makes it one."""
    yield from chinese_people(text)
    yield from english_people(text)
