"""Bars of progress onto slides: what is measured above each bar, what has been reached and the target beneath."""

from __future__ import annotations

from collections.abc import Sequence

from generator.rendering.fitting import fits
from generator.rendering.paragraphs import Para
from generator.rendering.sheets import Bar, Frame, Layout, Sheet, TextBox
from generator.rendering.slides import BarText, ProgressSlide
from generator.rendering.style import Style, plain

_THICK = 12.0  # points
_AROUND = 7.0  # points above and below a bar


def progress_sheets(slide: ProgressSlide, layout: Layout, style: Style) -> tuple[list[Sheet], list[Para]]:
    """Return the sheets, and as paragraphs whatever is too long to stand around its bar."""
    spots = sorted((name for name in layout if name.startswith("Progress ")), key=lambda name: layout[name].frame.top)
    most = min(slide.most, len(spots))
    texts = [(bar, _paras(bar, style)) for bar in slide.bars]
    short = [(bar, paras) for bar, paras in texts if fits(paras, layout[spots[0]].room(), style.measure)]
    rest = [para for bar, paras in texts if (bar, paras) not in short for para in paras]
    pages = [short[i : i + most] for i in range(0, len(short), most)]
    return [_sheet(slide, page, spots, layout, style) for page in pages], rest


def _sheet(
    slide: ProgressSlide,
    rows: Sequence[tuple[BarText, tuple[Para, ...]]],
    spots: Sequence[str],
    layout: Layout,
    style: Style,
) -> Sheet:
    boxes, bars = [], []
    for (bar, paras), spot in zip(rows, spots, strict=False):
        boxes.append(TextBox(spot, paras))
        frame, (left, top, *_) = layout[spot].frame, layout[spot].margins
        room = layout[spot].room()
        above = style.measure.height(paras[:1], room.width)
        place = Frame(frame.left + left, frame.top + top + above + _AROUND, room.width, _THICK)
        bars.append(Bar(place, bar.part, (*bar.label, *plain(" "), *bar.reached, *plain(" "), *bar.share)))
    return Sheet(slide.layout, bars=tuple(bars)).with_texts(*boxes)


def _paras(bar: BarText, style: Style) -> tuple[Para, ...]:
    gap = plain("   ")
    label = style.para(
        (*bar.label, *gap, *(one.model_copy(update={"tone": "muted"}) for one in bar.period)), 14, bold=True
    )
    share = tuple(one.model_copy(update={"bold": True}) for one in bar.share)
    said = [part for part in (bar.reached, share, bar.before, bar.target) if part]
    line = tuple(piece for i, part in enumerate(said) for piece in (*(gap if i else ()), *part))
    return label, style.para(line, 14, before=_THICK + 2 * _AROUND)
