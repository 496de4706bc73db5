"""A document as rules read it: its text folded, its sentences, and where the catalogue's phrases stand in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.corpus.cleaning import Folded, fold
from generator.corpus.document import Document, Span
from generator.extraction.phrases import Meaning, Phrases, Sightings, lowered
from generator.extraction.related_news import without_related
from generator.extraction.sentences import Sentence, sentences_of, stops, with_title

_WORD = re.compile(r"\w+")


@dataclass
class Reading:
    """A document's folded text and its sentences, in reading order."""

    document: Document
    _seen: dict[Phrases[Any], Sightings[Any]] = field(default_factory=dict)

    @cached_property
    def folded(self) -> Folded:
        """The whole document made uniform."""
        return fold(self.document.text)

    @cached_property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    @cached_property
    def title(self) -> str:
        """The folded title."""
        return fold(self.document.title).text

    @cached_property
    def _lowered(self) -> str:
        return lowered(self.text)

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands in the text, in small letters; what is Chinese is not parted."""
        return Counter(_WORD.findall(self._lowered))

    def seen(self, phrases: Phrases[Meaning]) -> Sightings[Meaning]:
        """Return where an index's phrases stand in the text: the whole of it is looked through once."""
        if phrases not in self._seen:
            self._seen[phrases] = phrases.seen_in(self.text, self._lowered)
        return self._seen[phrases]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Sentences of the readable parts."""
        found: list[Sentence] = []
        for part in self.document.readable:
            start, end = self.folded.position(part.start), self.folded.position(part.end)
            for low, high in without_related(self.text, start, end):
                found += sentences_of(self.text, low, high, len(found))
        return with_title(found, self.text, self.title)

    def span(self, start: int, end: int) -> Span:
        """Return the original's span behind one of the folded text, without the blanks around it."""
        while start < end and self.text[start] in " \n\x1f":
            start += 1
        while end > start and self.text[end - 1] in " \n\x1f":
            end -= 1
        return self.folded.original(start, end)

    def whole(self, sentence: Sentence) -> Span:
        """Return the original's span of a sentence."""
        return self.span(sentence.start, sentence.end)

    def begins_line(self, sentence: Sentence) -> bool:
        """Whether nothing but blanks stands before a sentence in its line."""
        return begins_line(self.text, sentence.start)

    def is_line(self, sentence: Sentence) -> bool:
        """Whether a sentence is all of its line, and ends without a stop: a heading, or the label over a list."""
        return sentence.is_heading or (
            self.begins_line(sentence)
            and self.text[sentence.end : sentence.end + 1] in ("", "\n")
            and not stops(self.text, sentence)
        )


def begins_line(text: str, at: int) -> bool:
    """Whether nothing but blanks stands before an offset in its line."""
    while at and text[at - 1] in " \x1f":
        at -= 1
    return at == 0 or text[at - 1] == "\n"
