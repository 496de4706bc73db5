"""A slide's headline: the section's own sentence; else one made of what the block shows; else the title."""

from __future__ import annotations

import re

from generator.briefing.charted import ChartBlock
from generator.briefing.model import BriefingSection
from generator.briefing.printed import Line, Printed
from generator.briefing.tabled import Conflicts, Scorecard, Table
from generator.briefing.worded import Prose
from generator.settings.model import OutputLanguage

_SENTENCE = re.compile(r"[。！？]|[.!?](?=\s|$)")
_LONGEST = {"en": 130, "zh": 60}  # characters that a headline holds in two lines


def headline(section: BriefingSection, language: OutputLanguage) -> Line:
    """Return the sentence that heads a section's slide."""
    block = section.block
    found: Line = section.headline
    if not found and isinstance(block, ChartBlock):
        found = block.headline or block.takeaway
    if not found and isinstance(block, Scorecard):
        found = _first_figure(block, language)
    if not found and isinstance(block, Prose) and block.paragraphs:
        found = _first_sentence(block.paragraphs[0].line, _LONGEST[language])
    if not found and isinstance(block, Table) and block.kind == "table":
        found = _first_row(block, language)
    if not found and isinstance(block, Conflicts) and not block.conflicts and block.none:
        found = (block.none,)
    return found or (section.title,)


def _first_figure(block: Scorecard, language: OutputLanguage) -> Line:
    for card in block.cards:
        if card.value is not None:
            stated: Line = (card.label, "：" if language == "zh" else ": ", card.value)
            return (*stated, "，" if language == "zh" else ", ", card.change) if card.change else stated
    return ()


def _first_row(block: Table, language: OutputLanguage) -> Line:
    for row in block.rows[:1]:
        for head, cell in zip(block.header[1:], row.cells, strict=False):
            if cell.line and cell.numeric:
                return (row.label, *((f"（{head}）：",) if language == "zh" else (f" ({head}): ",)), *cell.line)
    return ()


def _first_sentence(line: Line, longest: int) -> Line:
    """Return a line up to its first full stop; nothing where that is no short sentence."""
    taken: list[str | Printed] = []
    length = 0
    for piece in line:
        text = piece if isinstance(piece, str) else piece.text
        stop = _SENTENCE.search(text) if isinstance(piece, str) else None
        length += stop.start() if stop else len(text)
        if length > longest:
            return ()
        if stop:
            return (*taken, text[: stop.start()])
        taken.append(piece)
    return tuple(taken)


def after(line: Line, head: Line) -> Line:
    """Return what a line says after the sentence that already heads its slide; all of it where it begins otherwise."""
    if not head or line[: len(head) - 1] != head[:-1] or len(line) < len(head):
        return line
    piece, last = line[len(head) - 1], head[-1]
    if piece == last:
        return line[len(head) :]
    if not (isinstance(piece, str) and isinstance(last, str) and piece.startswith(last)):
        return line
    rest = piece[len(last) :].lstrip("。！？.!? ")
    return (rest, *line[len(head) :]) if rest else line[len(head) :]
