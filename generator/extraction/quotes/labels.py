"""Labels: lines of their own that say whose the words in the paragraphs below are, `BMW CEO ANN LEE:`, `Ann Lee, analyst, Fenwick:`."""

from __future__ import annotations

from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.heard_from import whose_words
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.speaker import Speaker

_LONGEST = 120  # characters
_WIDEST = 240  # characters of a line that a colon ends: Fenwick CEO Ann Lee on the decline in earnings (down 9% from a year before):
_BESIDE = 30  # characters of a label that are not the name of the company which it names


def label_alone(passage: Passage, cast: Cast) -> Speaker | None:
    """Return whom a line that is only a label names: the one person in it, else the one company or house."""
    length = passage.end - passage.start
    text = passage.text[passage.start : passage.end].rstrip()
    widest = _WIDEST if text.endswith(":") else _LONGEST
    capitals = text.isupper() and not passage.chinese  # not 福特CEO吉姆·法利出席了活动。
    if passage.title or passage.quotations or length > widest or not (text.endswith(":") or capitals):
        return None
    named = cast.between(passage.start, passage.end)
    people = [s for s in named if s.person]
    if len({s.key for s in people}) == 1:
        return whose_words(passage, passage.sentences[-1], cast, people[0])
    alone = len(named) == 1 and not people and length - (named[0].end - named[0].start) <= _BESIDE
    return named[0] if alone else None
