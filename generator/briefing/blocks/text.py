"""The author's prose, and the sentence that stands for it on a slide."""

from __future__ import annotations

import re

from generator.briefing.desk import Desk
from generator.briefing.printed import Line, Printed
from generator.briefing.prose import paragraphs
from generator.briefing.worded import Prose
from generator.briefing.words import joined
from generator.briefing.writing import written
from generator.settings.word_sections import TextSection

_STOP = re.compile(r"(?<=[。！？])|(?<=[.!?])(?=\s|$)")


def text(section: TextSection, desk: Desk) -> tuple[Line, Prose] | None:
    """Return the first sentence as headline, and the prose: a writer's where one stands, else the author's;
    None where there is neither.
    """
    found = written(section.writer, desk) if section.writer else None
    if found is None:
        if section.body is None:
            return None
        found = paragraphs(section.body.of(desk.language), desk)
    return first_sentence(found[0].line) if found else (), Prose(found)


def first_sentence(line: Line) -> Line:
    """Return a line up to its first full stop, figures and all."""
    pieces: list[str | Printed] = []
    for piece in line:
        stop = _STOP.search(piece) if isinstance(piece, str) else None
        if isinstance(piece, str) and stop:
            pieces.append(piece[: stop.start()])
            break
        pieces.append(piece)
    return joined(pieces)
