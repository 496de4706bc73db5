"""Whether the text of a finished deck stays inside its boxes, measured from the file alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn

from generator.charts.typefaces import typefaces
from generator.rendering.fitting import Measure, measure_of
from generator.rendering.paragraphs import Para, Run
from generator.settings.theme import Theme
from tests.rendering.decks import EMU


def overflowing(presentation: Any, theme: Theme, language: Any) -> Iterator[str]:
    """Yield a line for every box whose text is taller than it is."""
    measure = measure_of(typefaces(theme), language, theme.type.minimum)
    for number, slide in enumerate(presentation.slides, start=1):
        for shape in slide.shapes:
            if shape.has_text_frame:
                height = _height(shape.text_frame, shape.width / EMU - _insets(shape, "lIns", "rIns"), measure)
                room = shape.height / EMU - _insets(shape, "tIns", "bIns")
                if height > room + 0.6:
                    yield f"slide {number}: {shape.name}: {height:.0f} > {room:.0f}: {shape.text_frame.text[:40]}"
            if shape.has_table:
                yield from (f"slide {number}: {told}" for told in _tall_rows(shape.table, measure))


def _tall_rows(table: Any, measure: Measure) -> Iterator[str]:
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            width = (column.width - cell.margin_left - cell.margin_right) / EMU
            height = _height(cell.text_frame, width, measure) + (cell.margin_top + cell.margin_bottom) / EMU
            if height > row.height / EMU + 0.6:
                yield f"{height:.0f} > {row.height / EMU:.0f}: {cell.text[:40]}"


_USUAL = {"lIns": 91440, "rIns": 91440, "tIns": 45720, "bIns": 45720}


def _insets(shape: Any, *sides: str) -> float:
    """Return the margins of a shape: its own, those of the layout's and the master's placeholders, or PowerPoint's."""
    chain, holder = [shape._element], shape
    while holder.is_placeholder and (holder := getattr(holder, "_base_placeholder", None)) is not None:
        chain.append(holder._element)
    bodies = [body for one in chain for body in one.iter(qn("a:bodyPr"))]
    return sum(int(next((b.get(side) for b in bodies if b.get(side)), _USUAL[side])) for side in sides) / EMU


def _height(frame: Any, width: float, measure: Measure) -> float:
    total = 0.0
    for number, paragraph in enumerate(frame.paragraphs):
        look = paragraph._p.find(qn("a:pPr"))
        spacing = None if look is None else look.find(f"{qn('a:lnSpc')}/{qn('a:spcPts')}")
        if spacing is None:
            continue  # footers and fields: one line, in a box of their own
        before = look.find(f"{qn('a:spcBef')}/{qn('a:spcPts')}")
        indent = int(look.get("marL", 0)) / EMU
        lines = sum(len(measure.lines(para, width - indent)) for para in [_para(paragraph)])
        total += lines * int(spacing.get("val")) / 100 + (int(before.get("val")) / 100 if number else 0)
    return total


def _para(paragraph: Any) -> Para:
    """Return a paragraph as measured: in the size of its largest run, its marks being smaller."""
    size = max((run.font.size.pt for run in paragraph.runs), default=10.0)
    runs = tuple(Run(run.text, bold=bool(run.font.bold), mark=run.font.size.pt < size) for run in paragraph.runs)
    return Para(runs, size)
