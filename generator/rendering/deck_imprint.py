"""What stands on the slides of a deck, told by the sheets that were written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pptx.oxml.ns import qn

from generator.briefing.model import Briefing
from generator.rendering.drawing_imprint import vector_pieces
from generator.rendering.imprint import Piece, digest
from generator.rendering.paragraphs import Para, Run
from generator.rendering.sheets import Drawing, Sheet
from generator.rendering.slide_text import printable

_TEXT = qn("a:t")


def sheet_pieces(
    sheet: Sheet,
    number: int,
    footers: Iterable[str],
    notes: Sequence[str],
    briefing: Briefing,
    first: Mapping[str, int],
) -> Iterator[Piece]:
    """Yield every piece of text of one slide: texts, table, chart, slide number, notes.

    `footers` names the placeholders that hold the slide's number, `first` says on which slide a section begins.
    """
    for box in sheet.texts:
        yield from _paras(box.paras, number, box.spot, first)
    if sheet.grid is not None:
        yield Piece(number, f"{sheet.grid.spot} description", printable(sheet.grid.description))
        for i, row in enumerate(sheet.grid.rows, start=1):
            for j, cell in enumerate(row, start=1):
                yield from _paras(cell, number, f"{sheet.grid.spot} {i}.{j}", first)
    for drawing in sheet.drawings:
        yield Piece(number, f"{drawing.spot} description", printable(drawing.description))
        yield from _drawn(drawing, number, briefing)
    for i, bar in enumerate(sheet.bars, start=1):
        at = f"Bar {i} description"
        yield from (Piece(number, at, printable(w.text), w.evidence, flow=hash((number, at))) for w in bar.description)
    for name in footers:
        yield Piece(number, f"{name} 1", str(number), origin="slide number")
    for i, line in enumerate(notes, start=1):
        if line:
            yield Piece(number, f"notes {i}", printable(line), origin="notes")


def _paras(paras: Sequence[Para], number: int, spot: str, first: Mapping[str, int]) -> Iterator[Piece]:
    for i, para in enumerate(paras, start=1):
        at = f"{spot} {i}"
        for run in para.runs:
            text = run.text.replace("\n", " ").replace("\v", " ")
            if run.evidence:
                yield Piece(number, at, text, run.evidence, flow=hash((number, at)))
            else:
                yield Piece(number, at, text, None, *_known(run, first), hash((number, at)))


def _known(run: Run, first: Mapping[str, int]) -> tuple[str | None, tuple[str, ...]]:
    """Return what the numbers of a run are that are no figures: those of sources, and of slides that it leads to."""
    if run.mark:
        return "source number", ()
    if run.link and run.text == str(first.get(run.link.removeprefix("slide:"))):
        return "slide number", (run.text,)
    if run.citations:
        return "source number", tuple(f"[{one}]" for one in run.citations)
    return None, ()


def _drawn(drawing: Drawing, number: int, briefing: Briefing) -> Iterator[Piece]:
    spot, block = drawing.spot, drawing.block
    if not drawing.native and drawing.chart is not None:
        # A picture of dots cannot be read back; it is held by its digest, and what it shows by its evidence. The vector
        # beside it, which is what newer programs show, is read.
        yield Piece(number, f"{spot} picture", digest(drawing.chart.png), origin="picture")
        points = [point.printed for series in block.series for point in series.points]
        yield from (Piece(number, f"{spot} drawn", one.text, one.evidence, "picture") for one in points)
        idents = [one.evidence for one in points]
        yield from vector_pieces(drawing.chart.svg, number, f"{spot} vector", idents, briefing)
        return
    labels = [printable(label) for label in block.labels]
    for series in block.series:
        places = {point.label: point for point in series.points}
        shown = [places[label] for label in block.labels if label in places]
        yield from (Piece(number, f"{spot} labels", printable(p.printed.text), p.printed.evidence) for p in shown)
        yield Piece(number, f"{spot} data", printable(series.name))
        yield from (Piece(number, f"{spot} data", label) for label in labels)
        yield from (Piece(number, f"{spot} data", value_text(p.value), p.printed.evidence, "value") for p in shown)
    yield from (Piece(number, f"{spot} workbook", printable(series.name)) for series in block.series)
    for label, written in zip(block.labels, labels, strict=True):
        yield Piece(number, f"{spot} workbook", written)
        for series in block.series:
            for point in series.points:
                if point.label == label:
                    value, ident = value_text(point.value), point.printed.evidence
                    yield Piece(number, f"{spot} workbook", value, ident, "value")


def value_text(value: Any) -> str:
    """Return a chart's value as its data and its workbook hold it."""
    return repr(float(value))


def file_pieces(presentation: Any) -> Iterator[Piece]:
    """Yield what a deck says of itself, and what its master and layouts print on every slide."""
    told = presentation.core_properties
    for at in ("title", "subject", "keywords", "comments"):
        if text := getattr(told, at):
            yield Piece(0, at, text)
    for at, text in master_texts(presentation):
        yield Piece(0, at, text, origin="master")


def master_texts(presentation: Any) -> Iterator[tuple[str, str]]:
    """Yield the texts that stand in master and layouts for themselves, as against placeholders' prompts."""
    for master in presentation.slide_masters:
        for holder in (master, *master.slide_layouts):
            shapes = [shape for shape in holder.shapes if not shape.is_placeholder]
            words = " ".join(t.text for s in shapes for t in s._element.iter(_TEXT) if t.text)
            if words.strip():
                yield f"layout {holder.name}", words
