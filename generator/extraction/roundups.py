"""Documents that hold several articles, each below a headline of its own: a morning's news, a page that runs on into the next text.

An article is read as a document of its own: neither the company nor the time of the one above it is its.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from generator.corpus.document import Document, Span
from generator.extraction.captions import is_caption
from generator.extraction.marks.named import Named
from generator.extraction.marks.names import Names
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.reading import Reading
from generator.extraction.sentences import stops

_HEADLINE = 140  # characters: a longer line is no headline
_SAYS = (4, 9)  # words of English, characters of Chinese: a shorter line only names what stands below it
_LEAD = 50  # characters: a shorter line opens no article
_BETWEEN = 5  # lines between a headline and its article: byline, day, place
_OPENS = 200  # characters of an article, within which it names whom it is about, and says when it plays
_NAMED, _NAMED_BELOW = 2, 3  # times that an article names whom it is about, where its first line does, and where not
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:周|星期)[一二三四五六日天]")
_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"[^:\n]{1,30}:")
# `SEOUL, Oct 30 (Reuters) - `, 财联社10月30日电: where an article was filed
_DATELINE = re.compile(
    r"[A-Z][A-Z'./ ]{2,30}(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: ?\([A-Z][A-Za-z ]{1,20}\))? ?[-–—:] |[^\n,。]{0,24}?(?:日电|日讯|社讯|讯\)|讯】|本报讯|报讯)"
)
_LONG = 3  # paragraphs: fewer are no article in a document that is on another company
_MARKS = re.compile(r"[\s#*•·●■◆-]*(?:\d{1,2}[.、)]\s*|[一二三四五六七八九十]{1,3}、)?")
_NO_HEADLINE = (":", ".", ",", ";", "。", "、", "…")


class Article(NamedTuple):
    """One article of a document, and where in it the article begins."""

    start: int
    reading: Reading


def articles_in(reading: Reading, names: Names) -> list[Article]:
    """Return the articles of a document, as readings of their own; itself alone where it holds one."""
    begins = list(_begins(reading, names))
    if not begins or (len(begins) == 1 and not _tells_above(reading, begins[0])):
        return [Article(0, reading)]
    document = reading.document
    places = [0, *(reading.span(*line).start for line in begins), len(document.text)]
    titles = [document.title, *(_title(reading, line) for line in begins)]
    cut = (_cut(document, low, high, title) for (low, high), title in zip(pairwise(places), titles, strict=True))
    return [Article(low, Reading(part)) for low, part in zip(places, cut, strict=False) if part.readable]


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
    """Yield the headlines that begin another article than the one above."""
    lines = [Span(*line.span()) for line in _LINE.finditer(reading.text)]
    titled = {reading.text[s.start : s.end].strip(" #*\n") for s in reading.sentences if s.title}
    likely = [i for i, line in enumerate(lines) if _is_headline(reading, line, titled)]
    leads = [(lines[i], lead) for i in likely if (lead := _lead(lines[i + 1 : i + 1 + _BETWEEN]))]
    if not leads:
        return
    named, start = Named(reading, names), 0
    heads = [(*pair, whom) for pair in leads if (whom := _whom(reading.text, named, *pair))]
    about = {e.entity for e in names.entities(reading.title) if named.is_company(e.entity)}
    paragraphs = [each for each in lines if each.end - each.start >= _LEAD]
    parted = not about and bool(heads) and not _tells_above(reading, heads[0][0])  # a title that says no more than 早报
    for (line, lead, whom), end in zip(heads, _ends(heads, len(reading.text)), strict=True):
        above, below = Span(start, line.start), Span(line.start, end)
        others = about | set(filter(None, [named.most(above)]))
        led = all(2 * named.count(other, below) <= named.count(whom, below) for other in others)
        told = paragraphs[bisect_left(paragraphs, line) + 1 : bisect_left(paragraphs, Span(end, end))]
        if (
            whom not in about
            and led
            and _is_on(named, whom, lead, above, below)
            and (parted or _lasts(reading.text, named, whom, lead, told))
        ):
            about, start = named.all(line), line.start
            yield line


def _ends(heads: list[tuple[Span, Span, str]], end: int) -> list[int]:
    """Return for each headline where the next one stands that is about another company."""
    ends = [end] * len(heads)
    for i in range(len(heads) - 2, -1, -1):
        ends[i] = ends[i + 1] if heads[i][2] == heads[i + 1][2] else heads[i + 1][0].start
    return ends


def _is_headline(reading: Reading, line: Span, titled: set[str]) -> bool:
    """Whether a line says as much as a headline does, and is not the document's own title."""
    if line.end - line.start > _HEADLINE:
        return False
    said = reading.text[line.start : line.end].strip(" #*")
    enough = len(said.split()) >= _SAYS[0] if said.isascii() else len(said) >= _SAYS[1]
    return enough and not said.endswith(_NO_HEADLINE) and said not in titled and not is_caption(said)


def _lead(below: list[Span]) -> Span | None:
    """Return the first line below a headline that is long enough to open an article."""
    return next((line for line in below if line.end - line.start >= _LEAD), None)


def _is_on(named: Named, whom: str, lead: Span, above: Span, below: Span) -> bool:
    """Whether an article speaks of a company, more than what stands above does, and begins with it or with nobody: `公司发布三季报`, below 比亚迪三季报点评."""
    opens = named.all(Span(lead.start, lead.start + _OPENS))
    least = max(_NAMED if whom in opens else _NAMED_BELOW, 2 * named.count(whom, above))
    return (whom in opens or not opens) and named.count(whom, below) >= least


def _lasts(text: str, named: Named, whom: str, lead: Span, told: list[Span]) -> bool:
    """Whether an article opens with where it was filed, or speaks of a company to its end: a paragraph or two on a rival, or a link to another text, part no document."""
    if _DATELINE.match(text, lead.start):
        return True
    on_it = [named.count(whom, paragraph) > 0 for paragraph in told]
    return len(told) >= _LONG and any(on_it[-max(2, len(told) // 3) :])


def _whom(text: str, named: Named, line: Span, lead: Span) -> str | None:
    """Return the company that a headline names first, over an article that says when it plays; none behind another's name or a question's mark."""
    whom = named.first(line)
    label = _LABEL.match(text, line.start, line.end)
    if label and not (whom and named.count(whom, Span(*label.span()))):
        return None  # `Citi: BYD remains our top pick`, `Q: How about Tesla in the third quarter`
    return whom if whom and _plays(text, line, lead) else None


def _plays(text: str, line: Span, lead: Span) -> bool:
    """Whether an article says when it plays: `today` and 当季 are of whatever day the page is of."""
    end = min(lead.end, lead.start + _OPENS)
    if _DAY.search(text, line.start, end):
        return True
    return any(m.scope not in ("relative", "span", "in_year") for m in period_mentions(text, line.start, end))


def _tells_above(reading: Reading, line: Span) -> bool:
    """Whether something is told before the first headline of a text."""
    return any(s.end <= line.start and not s.title and stops(reading.text, s) for s in reading.sentences)
