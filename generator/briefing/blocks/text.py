"""The author's prose, and the sentence that stands for it on a slide."""

from __future__ import annotations

import re

from generator.briefing.desk import Desk
from generator.briefing.model import Line, Printed, Prose
from generator.briefing.prose import paragraphs
from generator.briefing.words import joined
from generator.settings.report import TextSection

_STOP = re.compile(r"(?<=[。！？])|(?<=[.!?])(?=\s|$)")


def text(section: TextSection, desk: Desk) -> tuple[Line, Prose]:
    """Return the first sentence as headline, and the prose."""
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
