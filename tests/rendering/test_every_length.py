"""Every block with short, long and very long words, in both languages and themes, proved from the finished files:
the PDF's boxes, and the slides as LibreOffice renders them. Nothing leaves its frame, nothing stands on anything.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from generator.briefing.model import Briefing
from generator.briefing.worded import Paragraph, Prose
from generator.charts.draw import draw
from generator.rendering.deck import write_deck
from generator.rendering.document import write_pdf
from generator.settings.builtin import folder
from generator.settings.model import OutputLanguage
from tests.rendering.characters import Char, Frame, bare, lines, on_one_another, pages
from tests.rendering.decks import EMU, opened
from tests.rendering.office import converted
from tests.rendering.overflow import overflowing
from tests.rendering.stretching import every_length
from tests.rendering.test_accessible import LOOKS, theme
from tests.sample_briefing import sample

FOLDERS = (folder("templates"),)
PAGE: Frame = (54.0, 60.0, 539.5, 790.0)  # points: what stands between head and foot of a page
WITH_HEAD_AND_FOOT: Frame = (54.0, 36.0, 539.5, 813.0)
HANGING = "，。、；："  # may stand beyond the end of their line
SLACK = 2.0  # points: renderers round


class Made:
    """The sample in every length, as PDF and as deck, in one look."""

    def __init__(self, name: str, language: OutputLanguage, path: Path) -> None:
        self.language, self.theme = language, theme(name)
        self.briefing: Briefing = every_length(language)
        self.pdf, self.deck = path / f"{name}-{language}.pdf", path / f"{name}-{language}.pptx"
        charts = {block.id: draw(block, self.theme, language, half) for block, half in self.briefing.charts}
        write_pdf(self.briefing, charts, self.theme, FOLDERS, self.pdf)
        write_deck(self.briefing, charts, self.theme, FOLDERS, self.deck)


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    path = tmp_path_factory.mktemp("lengths")
    return {"-".join(look): Made(*look, path) for look in LOOKS}


@pytest.fixture(params=["-".join(look) for look in LOOKS])
def made(request: pytest.FixtureRequest, every: dict[str, Made]) -> Made:
    return every[request.param]


def test_no_character_leaves_the_pages_text_or_stands_on_another(made: Made) -> None:
    found = pages(made.pdf)[1:]
    assert sum(map(len, found)) > 20000
    for number, page in enumerate(found, start=2):
        assert [char for char in page if not char.within(WITH_HEAD_AND_FOOT)] == [], number
        assert on_one_another(page) == [], number


def test_no_heading_is_the_last_on_its_page(made: Made) -> None:
    found = pages(made.pdf)
    with pypdfium2.PdfDocument(made.pdf) as document:
        marks = [(mark.get_title(), mark.get_dest()) for mark in document.get_toc()]
        placed = [(title, to.get_index(), to.get_view()[1][1]) for title, to in marks if to is not None]
        high = document[1].get_height()
    assert len(placed) > len(made.briefing.sections)
    for title, number, y in placed[1:]:
        beneath = [char for char in found[number] if char.top > high - y + 8 and char.bottom < PAGE[3]]
        assert beneath, title


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_paragraph_leaves_a_line_alone_on_a_page(language: OutputLanguage, tmp_path: Path) -> None:
    """Orphans and widows: of a paragraph that goes on overleaf, two lines or more stand on either page."""
    briefing, path = sample(language), tmp_path / "prose.pdf"
    word = {"en": "p{}w{} ", "zh": "第{}段第{}句，"}[language]
    prose = (Paragraph(("".join(word.format(k, i) for i in range(30 + k * 7 % 90)),)) for k in range(60))
    section = replace(briefing.sections[0], block=Prose(tuple(prose)))
    write_pdf(replace(briefing, sections=(section,)), {}, theme("sober"), FOLDERS, path)
    found = [_paragraphs_on(page) for page in pages(path)[1:]]
    parted = [(one[key], other[key]) for one, other in pairwise(found) for key in one if key in other]
    assert len(parted) > 2
    assert all(min(pair) > 1 for pair in parted), parted


def _paragraphs_on(page: list[Char]) -> Counter[str]:
    """Return how many lines of each paragraph stand on a page; their words bear the paragraph's number."""
    written = ("".join(char.text for char in line) for line in lines(page))
    numbers = (re.search(r"(?:p|第)(\d+)(?:w|段)", line) for line in written)
    return Counter(number[1] for number in numbers if number)


def test_no_text_of_a_slide_is_taller_than_its_box_or_too_small(made: Made) -> None:
    deck = opened(made.deck)
    assert list(overflowing(deck, made.theme, made.language)) == []
    sizes = [run.font.size.pt for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
             for p in shape.text_frame.paragraphs for run in p.runs if run.font.size]  # fmt: skip
    assert min(sizes) >= made.theme.type.minimum


@pytest.fixture(scope="module")
def rendered(every: dict[str, Made], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every deck as LibreOffice renders it."""
    out = tmp_path_factory.mktemp("office")
    return dict(zip(every, converted([made.deck for made in every.values()], "pdf", out), strict=True))


@pytest.mark.parametrize("look", ["-".join(look) for look in LOOKS])
def test_slides_as_an_office_renders_them_keep_every_text_in_its_frame(
    look: str, every: dict[str, Made], rendered: dict[str, Path]
) -> None:
    slides, shown = list(opened(every[look].deck).slides), pages(rendered[look])
    assert len(slides) == len(shown) > 50
    faults = []
    for number, (slide, chars) in enumerate(zip(slides, shown, strict=True), start=1):
        rest = list(chars)
        for words, frame in _framed(slide):
            found = _taken(words, rest)
            if found is None:
                faults.append(f"slide {number}: '{words[:40]}' is not shown whole")
            elif out := [char for char in found if not _kept(char, frame)]:
                faults.append(f"slide {number}: '{words[:40]}' leaves {frame}: {out[0]}")
        drawn = [_frame(shape) for shape in slide.shapes]
        faults += [f"slide {number}: {c} is nowhere" for c in rest if not any(c.within(f, SLACK) for f in drawn)]
        written = [c for c in chars if not any(c.within(_frame(s), SLACK) for s in slide.shapes if s.has_chart)]
        faults += [f"slide {number}: {met}" for met in on_one_another(written)]
    assert faults == []


def _kept(char: Char, frame: Frame) -> bool:
    return char.within(frame, SLACK) or (char.text in HANGING and char.within(frame, 10.0))


def _framed(slide: Any) -> Iterator[tuple[str, Frame]]:
    """Yield every paragraph of a slide's texts and cells, with the frame it must stand in."""
    for shape in slide.shapes:
        if shape.has_text_frame and "Number" not in shape.name:
            yield from ((bare(p.text), _frame(shape)) for p in shape.text_frame.paragraphs if bare(p.text))
        if shape.has_table:
            left, top, *_ = _frame(shape)
            y = top
            for row in shape.table.rows:
                x = left
                for cell, column in zip(row.cells, shape.table.columns, strict=True):
                    frame = (x, y, x + column.width / EMU, y + row.height / EMU)
                    yield from ((bare(p.text), frame) for p in cell.text_frame.paragraphs if bare(p.text))
                    x = frame[2]
                y += row.height / EMU


def _frame(shape: Any) -> Frame:
    left, top = shape.left / EMU, shape.top / EMU
    return left, top, left + shape.width / EMU, top + shape.height / EMU


def _taken(words: str, rest: list[Char]) -> list[Char] | None:
    """Take the characters of a text out of those that are left; None where they don't stand together."""
    at = "".join(char.text for char in rest).find(words)
    if at < 0:
        return None
    found = rest[at : at + len(words)]
    del rest[at : at + len(words)]
    return found
