"""Tables onto slides: column widths from what stands in them, rows spread over slides with the header repeated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from generator.rendering.columns import MARGINS, Row, hangs, height_of, heights_of, widths_of
from generator.rendering.fitting import Box, fit
from generator.rendering.paragraphs import Para
from generator.rendering.sheets import Grid, Layout
from generator.rendering.slide_text import Line, Words
from generator.rendering.slides import CellText, ContentsSlide, TableSlide
from generator.rendering.style import Style, plain, unstopped

_ROOMY = 1.6  # how far rows spread where there is room


def contents_table(slide: ContentsSlide, numbers: Mapping[str, int], heads: Mapping[str, Line]) -> TableSlide:
    """Return the contents as a table of titles, what they say, and the slides they begin on."""
    rows = []
    for entry in (entry for entry in slide.entries if entry.section in numbers or not numbers):
        link = f"slide:{entry.section}"
        number = Words(text=str(numbers.get(entry.section, "")), link=link if entry.section in numbers else None)
        rows.append(
            (
                CellText(line=entry.title, bold=True),
                CellText(line=unstopped(entry.line or heads.get(entry.section, ())), cited=False),
                CellText(line=(number,), numeric=True),
            )
        )
    return TableSlide(
        kind="table", layout=slide.layout, kicker=slide.kicker, headline=slide.headline, header=slide.header,
        rows=tuple(rows), description=slide.description,
    )  # fmt: skip


def grids(slide: TableSlide, layout: Layout, style: Style) -> list[Grid]:
    """Return one table a slide."""
    spot = layout["Table"]
    if not slide.rows:
        return []
    base = style.type.slide_small * 1.1 if slide.small else style.type.slide_body * 0.85
    for step in range(6 if not slide.small else 3):
        scale = 1 - step * 0.05
        rows = _rows(slide, style, base * scale)
        widths = widths_of(rows, spot.frame.width, style)
        heights = heights_of(rows, widths, style)
        wide_enough = all(
            style.measure.word(p) <= w - 2 * MARGINS[0]
            for row in rows
            for c, w in zip(row, widths, strict=True)
            for p in c
        )
        if sum(heights) <= spot.frame.height and wide_enough:
            break
    pages = _pages(rows, heights, widths, spot.frame.height, style)
    return [_grid(page, widths, spot.frame.height, slide.description, style) for page in pages]


def _grid(rows: Sequence[Row], widths: Sequence[float], room: float, description: str, style: Style) -> Grid:
    heights = heights_of(rows, widths, style)
    spread = min(max(room / sum(heights), 1.0), _ROOMY)
    spread_out = tuple(height * spread for height in heights)
    return Grid("Table", tuple(widths), spread_out, tuple(rows), hangs(rows, style), description)


def _rows(slide: TableSlide, style: Style, size: float) -> list[Row]:
    columns = max(len(slide.header), *(len(row) for row in slide.rows))
    numeric = [all(row[i].numeric for row in slide.rows if i < len(row) and row[i].line) and any(
        i < len(row) and row[i].numeric for row in slide.rows) for i in range(columns)]  # fmt: skip
    header = [
        (style.para(line, size * 0.85, bold=True, tone="accent", align="r" if right else "l"),)
        for line, right in zip_longest(slide.header, numeric, fillvalue=())
    ]
    return [
        tuple(header),
        *(tuple(_cell(c, style, size) for c in (*row, *[CellText()] * (columns - len(row)))) for row in slide.rows),
    ]


def _cell(cell: CellText, style: Style, size: float) -> tuple[Para, ...]:
    align = "r" if cell.numeric else "l"
    paras = (
        [style.para(cell.line, size, cited=cell.cited, bold=cell.bold, tone=cell.tone, align=align)]
        if cell.line
        else []
    )
    if cell.note:
        paras.append(style.para(cell.note, size * 0.8, tone="muted", align=align))
    return tuple(paras) or (style.para(plain("–"), size, tone="muted", align=align),)


def _pages(
    rows: Sequence[Row], heights: Sequence[float], widths: Sequence[float], room: float, style: Style
) -> list[list[Row]]:
    """Spread rows over slides, as evenly as can be; a row taller than a slide goes on in the next one."""
    header, body = rows[0], list(zip(rows[1:], heights[1:], strict=True))
    space = room - heights[0]
    whole: list[tuple[Row, float]] = []
    for row, height in body:
        pieces = [(row, height)] if height <= space else _parts(row, widths, space, style)
        whole += pieces
    pages = _filled(whole, space)
    for share in (0.55, 0.65, 0.75, 0.85):
        even = _filled(whole, space * share) if all(h <= space * share for _, h in whole) else []
        if even and len(even) == len(pages):
            pages = even
            break
    return [[header, *page] for page in pages]


def _filled(rows: Sequence[tuple[Row, float]], space: float) -> list[list[Row]]:
    pages: list[list[Row]] = [[]]
    left = space
    for row, height in rows:
        if pages[-1] and height > left:
            pages.append([])
            left = space
        pages[-1].append(row)
        left -= height
    return pages


def _parts(row: Row, widths: Sequence[float], space: float, style: Style) -> list[tuple[Row, float]]:
    room = space - 2 * MARGINS[1]
    cells = [fit(cell, Box(w - 2 * MARGINS[0], room), style.measure, 1.0) for cell, w in zip(row, widths, strict=True)]
    blank = tuple((replace(cell[0], runs=()),) for cell in row)
    parts = [tuple(c if c is not None else blank[i] for i, c in enumerate(part)) for part in zip_longest(*cells)]
    return [(part, height_of(part, widths, style)) for part in parts]
