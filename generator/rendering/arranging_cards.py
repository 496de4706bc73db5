"""Key figures and quotes as cards in a grid: one size for all of them, lines on one height, no card too full."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import TypeVar

from generator.rendering.fitting import fit
from generator.rendering.paragraphs import Para
from generator.rendering.sheets import Frame, Layout, Spot, TextBox
from generator.rendering.slides import CardText, QuotesSlide, QuoteText, ScorecardSlide
from generator.rendering.style import Style

Card = TypeVar("Card")
_GAP = 12.0  # points between cards
_COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4}
_LARGEST = {1: 54, 2: 44, 3: 36}  # points of a value, by columns
_SMALLEST = 16  # points of a value: CNY 113.12 billion with three sources on one of four cards abreast
_LABEL = 14.0  # points
_BESIDE = 0.76  # of a value's size, its label at most: the value must stay the larger
_TALLEST = 190.0  # points: a card that is all white looks forgotten


def card_pages(slide: ScorecardSlide, layout: Layout, style: Style) -> list[tuple[TextBox, ...]]:
    """Return the text boxes of each slide of a scorecard."""
    spots = _spots(layout, "Card")
    return _pages(slide.cards, min(slide.most, len(spots)), lambda cards: _scorecard(cards, spots, style))


def quote_pages(slide: QuotesSlide, layout: Layout, style: Style) -> list[tuple[TextBox, ...]]:
    """Return the text boxes of each slide of quotes."""
    spots = _spots(layout, "Quote")
    return _pages(slide.cards, min(slide.most, len(spots)), lambda cards: _quotes(cards, spots, style))


def _spots(layout: Layout, name: str) -> dict[str, Spot]:
    layout[f"{name} 1"]  # says what is missing, where there are none
    return {key: spot for key, spot in layout.items() if key.startswith(f"{name} ")}


def _pages(
    cards: Sequence[Card], most: int, arrange: Callable[[Sequence[Card]], list[tuple[TextBox, ...]]]
) -> list[tuple[TextBox, ...]]:
    """Spread cards evenly over slides: as few slides as will hold them; a card that fills more than one goes on."""
    for count in range(most, 0, -1):
        even = ceil(len(cards) / max(ceil(len(cards) / count), 1)) or 1
        pages = [arrange(cards[i : i + even]) for i in range(0, len(cards), even)]
        if count == 1 or all(len(page) == 1 for page in pages):
            return [boxes for page in pages for boxes in page]
    return []


def _area(spots: dict[str, Spot]) -> Frame:
    frames = [spot.frame for spot in spots.values()]
    left, top = min(f.left for f in frames), min(f.top for f in frames)
    return Frame(left, top, max(f.left + f.width for f in frames) - left, max(f.top + f.height for f in frames) - top)


def _scorecard(cards: Sequence[CardText], spots: dict[str, Spot], style: Style) -> list[tuple[TextBox, ...]]:
    columns = _COLUMNS.get(len(cards), 4)
    area, rows = _area(spots), ceil(len(cards) / columns)
    wide = (area.width - _GAP * (columns - 1)) / columns
    high = min((area.height - _GAP * (rows - 1)) / rows, _TALLEST)
    frames = [
        Frame(area.left + i % columns * (wide + _GAP), area.top + i // columns * (high + _GAP), wide, high)
        for i in range(len(cards))
    ]
    names = list(spots)
    room = spots[names[0]].room(frames[0])
    for step in range(6):
        texts = _card_texts(cards, room.width, columns, style, 1 - step * 0.05)
        if all(style.measure.height(paras, room.width) <= room.height for paras in texts):
            boxes = zip(names, texts, frames, strict=False)
            return [tuple(TextBox(name, paras, frame) for name, paras, frame in boxes)]
    pages = [
        (name, frame, fit(paras, room, style.measure)) for name, paras, frame in zip(names, texts, frames, strict=False)
    ]
    longest = max(len(fitted) for _, _, fitted in pages)
    return [
        tuple(TextBox(name, fitted[i], frame) for name, frame, fitted in pages if i < len(fitted))
        for i in range(longest)
    ]


def _card_texts(
    cards: Sequence[CardText], width: float, columns: int, style: Style, scale: float
) -> list[tuple[Para, ...]]:
    """Return the cards' paragraphs; values of a row stand on one height."""
    size = _value_size(cards, width, _LARGEST.get(columns, 30), style, scale)
    heads = [_head(card, style, scale, min(_LABEL * scale, size * _BESIDE)) for card in cards]
    heights = [style.measure.height(head, width) for head in heads]
    texts = []
    for i, (card, head) in enumerate(zip(cards, heads, strict=True)):
        first = i - i % columns
        drop = max(heights[first : first + columns]) - heights[i] + 8 * scale
        texts.append((*head, *_tail(card, size, drop, style, scale)))
    return texts


def _head(card: CardText, style: Style, scale: float, size: float) -> tuple[Para, ...]:
    label = style.para(card.label, size, bold=True, lead=1.25)
    period = style.para(card.period, style.type.slide_small * scale, tone="muted")
    return tuple(para for para in (label, period) if para.runs)


def _tail(card: CardText, size: float, drop: float, style: Style, scale: float) -> Iterator[Para]:
    tone, big = ("accent", size) if card.stated else ("muted", size * 0.7)
    yield style.para(card.value, big, bold=card.stated, heading=True, tone=tone, before=drop, lead=1.25)
    small = style.type.slide_small * scale
    if card.change:
        yield style.para(card.change, 14 * scale, bold=True, tone=card.tone, before=2 * scale)
    for line in card.small:
        if line:
            yield style.para(line, small, tone="muted", before=2 * scale)


def _value_size(cards: Sequence[CardText], width: float, largest: int, style: Style, scale: float) -> float:
    """Return the largest size in which every value stands on one line; past a limit, values may wrap."""
    for size in range(largest, _SMALLEST - 1, -1):
        paras = (style.para(card.value, size * scale, bold=True, heading=True) for card in cards)
        if all(style.measure.width(para) <= width for para in paras):
            return size * scale
    return _SMALLEST * scale


def _quotes(cards: Sequence[QuoteText], spots: dict[str, Spot], style: Style) -> list[tuple[TextBox, ...]]:
    area, names = _area(spots), list(spots)
    left, top, right, bottom = spots[names[0]].margins
    width = area.width - left - right
    room = area.height - _GAP * (len(cards) - 1) - len(cards) * (top + bottom)
    for step in range(9):
        texts = [_quote(card, style, 1.15 - step * 0.05) for card in cards]
        heights = [style.measure.height(paras, width) for paras in texts]
        if sum(heights) <= room:
            return [_stacked(names, texts, heights, top + bottom, area, room)]
    pages = [fit(paras, spots[names[0]].room(area), style.measure) for paras in texts]
    return [(TextBox(names[0], page, area),) for fitted in pages for page in fitted]


def _stacked(
    names: Sequence[str],
    texts: Sequence[tuple[Para, ...]],
    heights: Sequence[float],
    margins: float,
    area: Frame,
    room: float,
) -> tuple[TextBox, ...]:
    """Stack cards; each has its text's height and its share of what is left, within reason."""
    spare = min((room - sum(heights)) / len(heights), 40.0)
    boxes, y = [], area.top
    for name, paras, height in zip(names, texts, heights, strict=False):
        frame = Frame(area.left, y, area.width, height + margins + spare)
        boxes.append(TextBox(name, paras, frame))
        y += frame.height + _GAP
    return tuple(boxes)


def _quote(card: QuoteText, style: Style, scale: float) -> tuple[Para, ...]:
    words = style.para(card.line, 18 * scale, lead=1.45 if style.language == "zh" else 1.32)
    speaker = style.para(card.speaker, 13 * scale, bold=True, tone="accent", before=6 * scale)
    origin = style.para(card.origin, 12 * scale, tone="muted")
    by = replace(speaker, runs=(*speaker.runs, *(replace(run, tone="muted", bold=False) for run in origin.runs)))
    by = replace(by, bold=False, runs=tuple(replace(run, bold=run.tone is None) for run in by.runs))
    beneath = [style.para(line, 13 * scale, tone="muted", before=4 * scale) for line in card.small if line]
    return (words, *beneath, by)
