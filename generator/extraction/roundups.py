"""Documents that carry several stories, each below a headline of its own: a morning's news, a page that runs on into the next text.

A story is read as a document of its own: neither the company nor the time of the one above it is its.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from generator.corpus.document import Document, Span
from generator.extraction.marks.names import Names
from generator.extraction.periods.mention import period_mentions
from generator.extraction.reading import Reading, stops

_HEADLINE = 140  # characters: a longer line is no headline
_SAYS = (4, 9)  # words of English, characters of Chinese: a shorter line only names what stands below it
_LEAD = 50  # characters: a shorter line tells no story
_BETWEEN = 5  # lines between a headline and its story: byline, day, place
_OPENS = 200  # characters of a story, within which it names whom it is about, and says when it plays
_NAMED, _NAMED_BELOW = 2, 3  # times that a story names whom it is about, where its first line does, and where not
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:周|星期)[一二三四五六日天]")
_LINE = re.compile(r"[^\n]+")
_MARKS = re.compile(r"[\s#*•·●■◆-]*(?:\d{1,2}[.、)]\s*|[一二三四五六七八九十]{1,3}、)?")
_NO_HEADLINE = (":", ".", ",", ";", "。", "、", "…")


class Story(NamedTuple):
    """One story of a document, and where in it the story begins."""

    start: int
    reading: Reading


def stories(reading: Reading, names: Names) -> list[Story]:
    """Return the stories of a document, as readings of their own; itself alone where it carries one."""
    begins = list(_begins(reading, names))
    if not begins or (len(begins) == 1 and not _tells_above(reading, begins[0])):
        return [Story(0, reading)]
    document = reading.document
    places = [0, *(reading.span(*line).start for line in begins), len(document.text)]
    titles = [document.title, *(_title(reading, line) for line in begins)]
    cut = (_cut(document, low, high, title) for (low, high), title in zip(pairwise(places), titles, strict=True))
    return [Story(low, Reading(part)) for low, part in zip(places, cut, strict=False) if part.readable]


def _cut(document: Document, low: int, high: int, title: str) -> Document:
    """Return a stretch of a document as a document of its own, with the same id."""
    kept = (Span(max(low, part.start), min(high, part.end)) for part in document.readable)
    readable = tuple(Span(part.start - low, part.end - low) for part in kept if part.start < part.end)
    return replace(document, title=title, text=document.text[low:high], readable=readable)


def _title(reading: Reading, line: Span) -> str:
    said = reading.document.slice(reading.span(*line))
    marks = _MARKS.match(said)
    return said[marks.end() if marks else 0 :].rstrip(" *")


def _begins(reading: Reading, names: Names) -> Iterator[Span]:
    """Yield the headlines that begin another story than the one above."""
    lines = [Span(*line.span()) for line in _LINE.finditer(reading.text)]
    about, start = set(_companies(reading.title, names)), 0
    for i, line in enumerate(lines):
        lead = _lead(reading.text, lines[i + 1 : i + 1 + _BETWEEN]) if _is_headline(reading, line) else None
        found = _whom(reading.text, names, line, lead) if lead else None
        if lead is None or found is None or found[0] in about or not _plays(reading.text, line, lead):
            continue
        whom, least = found
        above, below = (
            _companies(reading.text[low:high], names) for low, high in ((start, line.start), (line.start, None))
        )
        about |= {other for other, _ in above.most_common(1)}
        if max(least, 2 * above[whom]) <= below[whom] and all(2 * below[other] <= below[whom] for other in about):
            about, start = set(_companies(reading.text[line.start : line.end], names)), line.start
            yield line


def _is_headline(reading: Reading, line: Span) -> bool:
    """Whether a line says as much as a headline does, and is not the document's own title."""
    if line.end - line.start > _HEADLINE:
        return False
    said = reading.text[line.start : line.end].strip(" #*")
    enough = len(said.split()) >= _SAYS[0] if said.isascii() else len(said) >= _SAYS[1]
    return enough and not said.endswith(_NO_HEADLINE) and said != reading.title


def _lead(text: str, below: list[Span]) -> Span | None:
    """Return the first line below a headline that tells something, None where that is a headline or a list again."""
    return next((line for line in below if line.end - line.start >= _LEAD), None)


def _whom(text: str, names: Names, line: Span, lead: Span) -> tuple[str, int] | None:
    """Return the company that a headline names first, and how often its story must name it, that begins with it or with nobody: `公司发布三季报`, below 比亚迪三季报点评."""
    first = next(iter(_companies(text[line.start : line.end], names)), None)
    again = _companies(text[lead.start : lead.start + _OPENS], names)
    return (first, _NAMED if first in again else _NAMED_BELOW) if first and (first in again or not again) else None


def _plays(text: str, line: Span, lead: Span) -> bool:
    """Whether a story says when it plays: `today` and 当季 are of whatever day the page is of."""
    end = min(lead.end, lead.start + _OPENS)
    times = period_mentions(text, line.start, end)
    return _DAY.search(text, line.start, end) is not None or any(
        m.scope not in ("relative", "span", "in_year") for m in times
    )


def _tells_above(reading: Reading, line: Span) -> bool:
    """Whether something is told before the first headline of a text."""
    return any(s.end <= line.start and not s.title and stops(reading.text, s) for s in reading.sentences)


def _companies(text: str, names: Names) -> Counter[str]:
    """Count the companies that a text names, the first one first."""
    listed = names.catalogue.companies
    return Counter(e.entity for e in names.entities(text) if listed[e.entity].kind == "company")
