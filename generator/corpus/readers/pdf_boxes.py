"""The words of a PDF's page with where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pypdfium2.raw import FPDFText_IsGenerated

from generator.corpus.pages.boxes import Box

_SINGLE = 0.4  # of a page's letters: where it has more runs than that, letters are set one by one


def boxes(page: Any) -> Iterator[Box]:
    """Yield the words of a page (pypdfium2's text page) as they were set, in no order."""
    if page.count_rects() > page.count_chars() * _SINGLE:
        yield from _words(page)
        return
    for i in range(page.count_rects()):
        left, bottom, right, top = page.get_rect(i)
        if words := " ".join(page.get_text_bounded(left, bottom, right, top).split()):
            yield Box(left, bottom, right, top, words)


def _words(page: Any) -> Iterator[Box]:
    """Yield words put together from their letters, as browsers set each letter by itself; blanks go along."""
    held: list[Box] = []
    for i, letter in enumerate(page.get_text_range()[: page.count_chars()]):
        left, _, right, _ = page.get_charbox(i, loose=True)
        _, bottom, _, top = page.get_charbox(i)
        box = Box(left, bottom, right, top, letter)
        if held and (FPDFText_IsGenerated(page.raw, i) or not box.follows(held[-1])):
            yield from _word(held)
            held = []
        held.append(box)
    yield from _word(held)


def _word(letters: Sequence[Box]) -> Iterator[Box]:
    seen = [box for box in letters if not box.words.isspace()]
    if seen:
        words = "".join(box.words for box in letters).strip()
        low, high = min(box.bottom for box in seen), max(box.top for box in seen)
        yield Box(seen[0].left, low, seen[-1].right, high, words)
