"""Paragraphs that are one speaker's words without quotation marks, behind a name and a colon."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.corpus.document import Span
from generator.extraction.quotes.attribution import Attribution
from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.passage import MASK, Passage
from generator.extraction.quotes.speaker import Speaker

# … Thanks. John Ode – Fenwick Research: …
_LABELLED_AGAIN = re.compile(
    r"[.?!] [A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,3}(?: [–—-]{1,2} [A-Z][^:,.\n\x1e]{1,40})?:(?= [\x1eA-Z])"
)


class Line(NamedTuple):
    """A paragraph that is one speaker's words, without quotation marks."""

    span: Span
    speaker: Speaker


def spoken_line(passage: Passage, found: list[Attribution], cast: Cast) -> Line | None:
    """Return what follows a speaker's name and colon in an interview or transcript."""
    if not found or found[0].verb.word != ":" or passage.title or not found[0].speaker.person:
        return None
    if any(_is_named_by(cast, found[0].speaker, a) for a in found[1:]) or _is_labelled_again(passage, found[0]):
        return None
    start, end = found[0].verb.end, passage.last
    while start < end and passage.text[start] == " ":
        start += 1
    least = 8 if passage.chinese else 12
    whole = end - start >= least and passage.text[end - 1] in "。.!?…" and passage.outside[start] != MASK
    return Line(Span(start, end), found[0].speaker) if whole else None


def _is_named_by(cast: Cast, speaker: Speaker, told: Attribution) -> bool:
    """Whether an attribution names whom the label names: the label is of a headline, run into what tells of it."""
    return told.verb.word != ":" and any(s.key == speaker.key for s in cast.between(told.start, told.verb.end))


def _is_labelled_again(passage: Passage, label: Attribution) -> bool:
    """Whether somebody else speaks behind a label in the same paragraph: `Ann Lee – CFO: No. John Ode – Fenwick: Thanks.`."""
    return bool(_LABELLED_AGAIN.search(passage.outside, label.verb.end, passage.end))
