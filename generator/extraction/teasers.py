"""Lines of a page that only point elsewhere or caption a picture: what they speak of, the text around them does not."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.doubts.linked import ELSEWHERE, LINKED_EN
from generator.extraction.figure import Figure
from generator.extraction.reading import Reading, Sentence


class Teasers:
    """Follows a document's sentences from line to line; what goes on in a teaser's line is of it."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._line = -1

    def holds(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in a line that opens as a teaser does."""
        first = sentence.start < 2 or "\n" in self._text[sentence.start - 2 : sentence.start + 1]
        if first and LINKED_EN.match(self._text, sentence.start, sentence.end):
            self._line = sentence.paragraph
        return sentence.paragraph == self._line


def in_doubt(figures: list[Figure]) -> list[Figure]:
    """Return the figures of a teaser, of which nobody knows from when they are."""
    return [replace(f, doubt=f.doubt or ELSEWHERE) if f.metric else f for f in figures]
