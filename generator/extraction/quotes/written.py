"""Names and words of quotes in the document's own characters, where something within or behind them was left out as they were read."""

from __future__ import annotations

import re

from generator.corpus.cleaning import rejoin
from generator.corpus.document import Span
from generator.corpus.links import CLOSES_LINK
from generator.extraction.reading import Reading

_WORD = re.compile(r"\w")


def as_written(reading: Reading, start: int, end: int) -> str:
    """Return a name or role without what is left out inside it: Tesla, Inc. (NASDAQ: TSLA) spokesperson is `Tesla spokesperson`."""
    places = (reading.folded.original(at, at + 1) for at in range(start, end))
    return rejoin("".join(reading.document.text[place.start : place.end] for place in places))


def whole(reading: Reading, words: Span) -> Span:
    """Return the document's span of quoted words, with the code behind the last name, and both ends of a link."""
    start, end = reading.span(*words)
    text = reading.document.text
    begun = text[start - 1 : start] == "[" and text.find("](", start, end) >= 0
    if (link := CLOSES_LINK.match(text, end)) and (begun or text.rfind("[", start, end) > text.rfind("]", start, end)):
        return Span(start - begun, link.end())
    start -= begun and text.rfind("[", start, text.find("](", start)) < 0
    behind = text[end : reading.folded.original(words.end, words.end + 1).start].rstrip()
    return Span(start, end + len(behind) if _WORD.search(behind) and not {"\n", "]"} & {*behind} else end)
