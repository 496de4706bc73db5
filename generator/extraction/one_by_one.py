"""Texts that give every sentence a paragraph of its own: where one begins says nothing of what it is on."""

from __future__ import annotations

import re

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence
from generator.extraction.whose.ground import Ground

_FEWEST = 5  # paragraphs of prose: fewer do not tell a manner
_LONGER = 0.1  # of them, at most, that hold more than one sentence
# `Its revenue`, `The company said`, 该公司: of whom the sentence above spoke
_OF_THE_SAME = re.compile(
    r"\s*(?:(?:It|Its|They|Their|He|She|His|Her)\b|(?:The|This) (?:[a-z-]+ ){0,2}(?:company|group|firm|giant|unit|brand|start-?up|[a-z]*maker)\b|[该其][一-鿿]|前者|后者)"
)
# `- Revenue`, `Q: And the year?`, 问:毛利率呢: what heads a line has its own place in the text
_HEADED = re.compile(r"\s*(?:[-–—•●·▪■◆*]|[(]?\d{1,2}[.)、]|[A-Z][\w .]{0,24}: |[一-鿿A-Za-z]{1,8}:)")
_IN_TURN = 3  # companies besides its own, from which on a text tells of several in turn
_FIRST = 24  # characters from a sentence's start, within which it names whom it is on


def is_parted(reading: Reading) -> bool:
    """Whether a text's paragraphs hold one sentence each, as pages come whose breaks were lost and put in again."""
    counts: dict[int, int] = {}
    for sentence in reading.sentences:
        if _is_prose(reading, sentence) or sentence.paragraph in counts:
            counts[sentence.paragraph] = counts.get(sentence.paragraph, 0) + 1
    longer = sum(count > 1 for count in counts.values())
    return len(counts) >= _FEWEST and longer <= _LONGER * len(counts)


def only_company(reading: Reading, home: str | None, names: Names) -> str | None:
    """Return the company that a text is on, None where its sentences open with several in turn: what a round-up tells is of the one told last."""
    told = (s for s in reading.sentences if _is_prose(reading, s))
    opened = {company for s in told if (company := _opens_with(reading, s, names))}
    return home if len(opened - {home}) < _IN_TURN else None


def runs_on(reading: Reading, sentence: Sentence, ground: Ground, home: str | None, names: Names) -> bool:
    """Whether a sentence of such a text goes on with the one above: it is prose, and opens with no other company.

    Behind an aside on another company than the one that the text is on (`home`), it has to say so.
    """
    text = reading.text
    if not _is_prose(reading, sentence):
        return False
    if home and ground.entity != home and not _OF_THE_SAME.match(text, sentence.start):
        return False
    return _opens_with(reading, sentence, names) in (None, ground.entity)


def _opens_with(reading: Reading, sentence: Sentence, names: Names) -> str | None:
    """Return the company that a sentence names first, within its first words."""
    first = names.entities_in(reading, sentence.start, min(sentence.end, sentence.start + _FIRST))
    kinds = names.catalogue.companies
    return next((e.entity for e in first if kinds[e.entity].kind == "company"), None)


def _is_prose(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence begins a line, and is neither a title, a heading, a line of a table nor an item of a list."""
    text, start = reading.text, sentence.start
    begins = reading.begins_line(sentence) or text.startswith("\n", start)
    apart = sentence.title or sentence.is_heading or reading.is_line(sentence) or _HEADED.match(text, start)
    return begins and not apart
