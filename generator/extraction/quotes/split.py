"""One sentence of a speaker in two pieces around its attribution: `“Demand,” he said, “is insane.”`; each is too short to be told alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.quotation import Quotation
from generator.extraction.quotes.quoted import count_words
from generator.extraction.quotes.speaker import Speaker

_LEAST = 3  # words of both pieces
_OF_TWO = 4  # words of each of two that “and” joins
_JOINED = re.compile(r",? ?(?:[^,.;:\x1e]{2,60},)? ?")  # he said, smiling, “…”


def goes_on_behind(passage: Passage, quotation: Quotation, attribution: Attribution) -> bool:
    """Whether English words in marks are the beginning of a sentence that goes on behind their attribution."""
    i = bisect_right(passage.quotations, quotation.start, key=lambda q: q.start)
    behind = passage.quotations[i] if i < len(passage.quotations) else None
    return behind is not None and _is_one(passage, quotation, attribution, behind)


def joined_to(passage: Passage, quotation: Quotation, last: Quotation) -> bool:
    """Whether `and` alone joins English words in marks to the next ones, and either could stand alone: `“We sell more” and “we earn less,” he said`."""
    joined = passage.outside[quotation.end + 1 : last.start - 1] in (" and ", ", and ", " but ", " and that ")
    return (
        joined and not passage.chinese and min(count_words(passage, quotation), count_words(passage, last)) >= _OF_TWO
    )


def goes_on_from(
    passage: Passage, found: Sequence[Attribution], last: Quotation, speaker: Speaker, quotation: Quotation
) -> bool:
    """Whether English words in marks end the sentence that the last ones begin, the attribution of their speaker in between."""
    i = bisect_left(found, last.end, key=lambda a: a.start)
    told = found[i] if i < len(found) and found[i].end < quotation.start else None
    return told is not None and told.speaker.key == speaker.key and _is_one(passage, last, told, quotation)


def _is_one(passage: Passage, first: Quotation, attribution: Attribution, last: Quotation) -> bool:
    text, outside = passage.text, passage.outside
    paused = text[first.end - 1] in ",—–-" or outside.startswith(",", first.end + 1)
    if passage.chinese or not paused or not text[first.start].isupper():
        return False
    beside = first.end < attribution.start <= first.end + 4 and attribution.end < last.start
    closed = text[last.end - 1] in ".!?,…" or outside.startswith((".", ",", ";"), last.end + 1)
    small = text[last.start].islower() and closed
    gap = outside[attribution.end : last.start - 1]
    joined = gap.rstrip().endswith((",", "—", "–")) and bool(_JOINED.fullmatch(gap))
    return beside and small and joined and count_words(passage, first) + count_words(passage, last) >= _LEAST
