"""Words given without marks below a line that says whose they are: `雷军:` alone, `附原文如下:`, `Here is her note in full:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.corpus.document import Span
from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.direct import Line
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.speaker import Speaker

_IN_FULL = re.compile(
    r"(?:(?:原文|全文|原话|全信|内容|发文|帖文|微博)(?:内容)?如下|以下[是为][^。:;]{0,24}(?:原文|全文|原话)(?:内容)?):?\s*$"
    r"|\b(?:[Hh]ere (?:is|are)|[Bb]elow (?:is|are)|[Rr]ead) [^.:]{0,60}\bin full:?\s*$|\b(?:full|entire) (?:text|letter|memo|note|post|message|statement|e-?mail) (?:is )?(?:below|follows|here)?[^.:]{0,30}:\s*$",
)
# Who gives their own words says I or we; what the narrator goes on with does not.
_OWN = re.compile(r"我|咱|\b(?:I|I'[a-z]+|we|We|we'[a-z]+|We'[a-z]+|my|My|our|Our)\b")
_STOPS = tuple('。.!?…」”"')
_SALUTATION = 40  # characters
_ABOVE = 3  # paragraphs
_LABEL = 48  # characters


def given_below(read: Sequence[Passage], cast: Cast) -> dict[int, Line]:
    """Return the paragraphs without marks that are somebody's words given in full, by where they start."""
    found: dict[int, Line] = {}
    for i, passage in enumerate(read):
        if passage.title or passage.start in found:
            continue
        if speaker := _named_alone(passage, cast):
            found |= {line.span.start: line for line in _own(read[i + 1 : i + 2], speaker)}
        elif _IN_FULL.search(passage.outside, passage.start, passage.last) and (speaker := _writer(read, i, cast)):
            found |= {line.span.start: line for line in _own(read[i + 1 :], speaker)}
    return found


def _own(below: Sequence[Passage], speaker: Speaker) -> Iterator[Line]:
    """Yield paragraphs in the first person up to one that is not; a salutation first is none of them."""
    for i, passage in enumerate(below):
        if not i and passage.last - passage.start <= _SALUTATION and passage.text[passage.last - 1] in ":,":
            continue
        whole = passage.text[passage.last - 1] in _STOPS and not passage.heading
        if not (whole and _OWN.search(passage.outside, passage.start, passage.end)):
            return
        yield Line(Span(passage.start, passage.last), speaker)


def _named_alone(passage: Passage, cast: Cast) -> Speaker | None:
    """Return whom a line names that is a name, what its bearer is, and a colon."""
    start, end = passage.start, passage.last
    person = cast.alone(start, end) if end - start <= _LABEL and passage.text[end - 1] == ":" else None
    if person is None or passage.outside[person.end : end] != ":":
        return None
    begins = person.role.at if person.role and start <= person.role.at < person.start else person.start
    body = next((s for s in cast.between(start, begins) if not s.person), None)
    led = passage.outside[start:begins].strip()
    return person if not led or (body and led == body.name) else None


def _writer(read: Sequence[Passage], i: int, cast: Cast) -> Speaker | None:
    """Return the one person whom the line itself names, or the nearest paragraph above that names any."""
    for above in reversed(read[max(0, i - _ABOVE) : i + 1]):
        if any(s.person for s in cast.between(above.start, above.end)):
            return cast.alone(above.start, above.end)
    return None
