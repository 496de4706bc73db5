"""Lines of pages end where the next word would not fit."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import LineBox

import generator.rendering.line_ends  # noqa: F401

WORDS = "As of 30 September it made"


class Said(NamedTuple):
    """A line as it is printed."""

    text: str
    width: float


def lines(body: str, width: float) -> list[Said]:
    style = f"@page {{ size: {width}px 400px; margin: 0 }} body, p {{ margin: 0 }} span {{ white-space: nowrap }}"
    page = HTML(string=f"<style>{style}</style><p>{body}</p>").render().pages[0]
    boxes = [box for box in page._page_box.descendants() if isinstance(box, LineBox)]
    return [Said("".join(getattr(child, "text", "") for child in b.descendants()), b.width) for b in boxes]


@pytest.mark.parametrize("blanks", [0.01, 0.2, 0.5, 0.8, 0.99, 1.01, 2])
def test_a_line_before_words_that_keep_together_takes_what_fits(blanks: float) -> None:
    """The line is wider than its words by so much of a blank."""
    wide = lines(WORDS, 1000)[0].width
    blank = lines(f"{WORDS} x", 1000)[0].width - wide - lines("x", 1000)[0].width
    found = lines(f"{WORDS} <span>12 billion yuan</span> of revenue", wide + blanks * blank)
    assert [line.text.strip() for line in found] == [WORDS, "12 billion yuan of revenue"]


def test_a_line_without_room_for_the_last_word_ends_before_it() -> None:
    wide = lines(WORDS, 1000)[0].width
    found = lines(f"{WORDS} <span>12 billion yuan</span> of revenue", wide - 1)
    assert [line.text.strip() for line in found] == [WORDS.removesuffix(" made"), "made 12 billion yuan of", "revenue"]
