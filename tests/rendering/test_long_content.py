"""Every block with long and very long words in both languages: nothing leaves its frame, nothing is too small."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from generator.briefing.model import Briefing, Document, Printed
from generator.charts.draw import draw
from generator.rendering.deck import write_deck
from generator.rendering.document import write_pdf
from generator.settings.builtin import folder
from generator.settings.model import OutputLanguage
from tests.rendering.decks import opened, sober
from tests.rendering.overflow import overflowing
from tests.sample_briefing import sample

FOLDERS = (folder("templates"),)
MORE = {
    "en": " and whatever else a careful reader of such a briefing would wish to have been told at this very place",
    "zh": "以及细心的读者在此处还希望了解的其他各项情况与说明",
}
LENGTHS = {"long": 1, "very long": 6}
CASES = [(length, language) for length in LENGTHS for language in ("en", "zh")]
KEPT = {"kind", "id", "chart", "evidence", "language", "iso", "unit", "basis", "labels", "published", "outlet"}
LEFT, RIGHT, A4 = 56.0, 539.5, 842.0  # points: the edges of a page's text, and its height


def stretched(part: Any, more: str) -> Any:
    """Return a part of a briefing with more words in all of its texts; figures stay what they are."""
    if isinstance(part, str):
        return part + more if part else part
    if isinstance(part, Printed | Decimal | Document):
        return part
    if isinstance(part, tuple):
        return tuple(stretched(one, more) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{
            f.name: stretched(getattr(part, f.name), more) for f in fields(part) if f.init and f.name not in KEPT
        })  # fmt: skip
    return part


def lengthened(briefing: Briefing, count: int) -> Briefing:
    more = MORE[briefing.language] * count
    return replace(briefing, sections=tuple(
        replace(section, title=section.title + more[:60], block=stretched(section.block, more))
        if section.block.kind not in ("chart", "chart_pair", "sources") else section for section in briefing.sections
    ))  # fmt: skip


class Made:
    """The sample with its words lengthened, as PDF and as deck."""

    def __init__(self, length: str, language: OutputLanguage, path: Path) -> None:
        self.language = language
        briefing = lengthened(sample(language), LENGTHS[length])
        charts = {block.id: draw(block, sober(), language, half) for block, half in briefing.charts}
        self.pdf, self.deck = path / "long.pdf", path / "long.pptx"
        write_pdf(briefing, charts, sober(), FOLDERS, self.pdf)
        write_deck(briefing, charts, sober(), FOLDERS, self.deck)


@pytest.fixture(scope="module", params=CASES, ids=["-".join(case) for case in CASES])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(*request.param, tmp_path_factory.mktemp("long"))


def characters(path: Path) -> Iterator[tuple[int, str, float, float, float]]:
    """Yield every visible character of a PDF: page, left, right and bottom edge."""
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            box = [ctypes.c_double() for _ in range(4)]
            for i in range(text.count_chars()):
                code = pypdfium2.raw.FPDFText_GetUnicode(text, i)
                if code > 32 and pypdfium2.raw.FPDFText_GetCharBox(text, i, *box):
                    left, right, bottom, _ = (one.value for one in box)
                    if right > left:
                        yield number, chr(code), left, right, bottom


def test_no_character_leaves_the_pages_text(made: Made) -> None:
    found = list(characters(made.pdf))
    assert len(found) > 2000
    outside = [
        one for one in found if one[0] > 1 and (one[2] < LEFT - 2 or one[3] > RIGHT or not 30 < one[4] < A4 - 30)
    ]
    assert outside == []


def test_no_text_of_a_slide_is_taller_than_its_box_or_too_small(made: Made) -> None:
    deck = opened(made.deck)
    assert list(overflowing(deck, sober(), made.language)) == []
    sizes = [run.font.size.pt for slide in deck.slides for shape in slide.shapes if shape.has_text_frame
             for p in shape.text_frame.paragraphs for run in p.runs if run.font.size]  # fmt: skip
    assert min(sizes) >= sober().type.minimum
