"""Whether a text whose title names more than one company is on more than one: `margin beats Tesla's`, over paragraphs that are all on BYD, is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading, Sentence

_FEWEST = 4  # paragraphs: fewer do not tell what a text is on


def on_several(reading: Reading, names: Names, titled: Sequence[str], strangers: Sequence[EntityMention]) -> bool:
    """Whether a title names more than one company, and paragraphs of the text open with more than one of them."""
    if len(titled) < 2:
        return False
    first = list(_first_sentences(reading))
    opened = {company for sentence in first if (company := _opens_with(reading, sentence, names, strangers))}
    return len(first) < _FEWEST or len(opened.intersection(titled)) != 1


def _first_sentences(reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences that paragraphs open with, the title's left out."""
    paragraph = -1
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph and not sentence.title:
            yield sentence
        paragraph = sentence.paragraph


def _opens_with(reading: Reading, sentence: Sentence, names: Names, strangers: Sequence[EntityMention]) -> str | None:
    """Return the company that a sentence names first."""
    kinds = names.catalogue.companies
    listed = (e for e in names.entities_in(reading, sentence.start, sentence.end) if kinds[e.entity].kind == "company")
    others = (e for e in strangers if sentence.start <= e.start < sentence.end)
    first = min((*listed, *others), key=lambda e: e.start, default=None)
    return first.entity if first else None
