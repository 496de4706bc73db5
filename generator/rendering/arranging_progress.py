"""Bars of progress onto slides: what is measured and how far it has come above each bar, what its ends are beneath."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.rendering.fitting import Box, fits
from generator.rendering.paragraphs import Para
from generator.rendering.sheets import Bar, Frame, Layout, Sheet, TextBox
from generator.rendering.slide_text import Words
from generator.rendering.slides import BarText, ProgressSlide
from generator.rendering.style import Style, plain

_SIZE = 14.0  # points of the words around a bar
_THICK = 12.0  # points
_AROUND = 7.0  # points above and below a bar
_SCALES = (1.4, 1.3, 1.2, 1.1, 1.0)  # one or two bars are set larger, so that they carry the slide
_TALLEST = 150.0  # points from bar to bar: farther apart they would not be read together
_BETWEEN = 8.0  # points between the words of one bar and those of the next, at least
_APART = 24.0  # points between the words on the left and those on the right, at least

Paras = tuple[Para, ...]


class _Words(NamedTuple):
    """The words around a bar: at its left, and at its right where there is room beside them."""

    left: Paras
    right: Paras = ()


def progress_sheets(slide: ProgressSlide, layout: Layout, style: Style) -> tuple[list[Sheet], list[Para]]:
    """Return the sheets, and as paragraphs whatever is too long to stand around its bar."""
    spots = sorted((name for name in layout if name.startswith("Progress ")), key=lambda name: layout[name].frame.top)
    most, room = min(slide.most, len(spots)), layout[spots[0]].room()
    short = [bar for bar in slide.bars if fits(_words(bar, style, _wide(layout)).left, room, style.measure)]
    rest = [para for bar in slide.bars if bar not in short for para in _words(bar, style).left]
    pages = [short[i : i + most] for i in range(0, len(short), most)]
    return [_sheet(slide, page, spots, layout, style) for page in pages], rest


def _sheet(slide: ProgressSlide, page: Sequence[BarText], spots: Sequence[str], layout: Layout, style: Style) -> Sheet:
    first, last = layout[spots[0]].frame, layout[spots[-1]].frame
    high = min((last.bottom - first.top + _BETWEEN) / len(page), _TALLEST)
    frames = [first._replace(top=first.top + i * high, height=high - _BETWEEN) for i in range(len(page))]
    room = layout[spots[0]].room(frames[0])
    scale = _largest(page, room, layout, style)
    boxes, bars = [], []
    for bar, spot, frame in zip(page, spots, frames, strict=False):
        words, (left, top, *_) = _words(bar, style, _wide(layout), scale), layout[spot].margins
        boxes += _boxes(words, spot, frame, style)
        under = frame.top + top + style.measure.height(words.left[:1], room.width) + _AROUND * scale
        place = Frame(frame.left + left, under, room.width, _THICK * scale)
        bars.append(Bar(place, bar.part, (*bar.label, *plain(" "), *bar.reached, *plain(" "), *bar.share)))
    return Sheet(slide.layout, bars=tuple(bars)).with_texts(*boxes)


def _wide(layout: Layout) -> float:
    """Return the width for words at both sides; none in a master of a project that has no place for the right side."""
    return layout["Progress 1"].room().width if "Aim 1" in layout else 0.0


def _boxes(words: _Words, spot: str, frame: Frame, style: Style) -> list[TextBox]:
    if not words.right:
        return [TextBox(spot, words.left, frame)]
    wide = max(map(style.measure.width, words.right)) + _APART / 2
    beside = Frame(frame.right - wide, frame.top, wide, frame.height)
    return [
        TextBox(spot, words.left, frame._replace(width=frame.width - wide)),
        TextBox(spot.replace("Progress", "Aim"), words.right, beside),
    ]


def _largest(bars: Sequence[BarText], room: Box, layout: Layout, style: Style) -> float:
    """Return the largest scale in which the words of all bars have room around them."""
    for scale in _SCALES[:-1]:
        if all(fits(_words(bar, style, _wide(layout), scale).left, room, style.measure) for bar in bars):
            return scale
    return _SCALES[-1]


def _words(bar: BarText, style: Style, width: float = 0.0, scale: float = 1.0) -> _Words:
    """Return the words around a bar; they stand at its right too where one line of a width holds both sides."""
    size, drop = _SIZE * scale, (_THICK + 2 * _AROUND) * scale
    label = (*_toned(bar.label, bold=True), *plain("   "), *_toned(bar.period, tone="muted"))
    share = _toned(bar.share, bold=True, tone="accent")
    gap = plain("   ")
    reached = (*bar.reached, *(gap if bar.before else ()), *bar.before)
    left = style.para(label, size), style.para(reached, size, before=drop)
    right = style.para(share, size, align="r"), style.para(bar.target, size, before=drop, align="r")
    widest = max(map(style.measure.width, left)) + max(map(style.measure.width, right))
    if widest + _APART <= width:
        return _Words(left, right)
    said = [part for part in (bar.reached, share, bar.before, bar.target) if part]
    beneath = tuple(piece for i, part in enumerate(said) for piece in (*(gap if i else ()), *part))
    return _Words((left[0], style.para(beneath, size, before=drop)))


def _toned(line: Iterable[Words], **look: object) -> tuple[Words, ...]:
    return tuple(one.model_copy(update=look) for one in line)
