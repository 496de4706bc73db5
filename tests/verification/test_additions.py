"""Whatever is put into a finished file is told, also what no text shows; a file that was only saved again passes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pptx import Presentation

from generator.verification.ledger import read_ledger
from generator.verification.verify import verify
from tests.verification.adding import TO_PAGES, TO_SLIDES, TO_WEB, with_pages, with_slides, with_web


def problems(file: Path, folder: Path) -> tuple[str, ...]:
    return verify(file, read_ledger(folder / "evidence.json")).problems


@pytest.mark.parametrize("what", TO_PAGES)
def test_what_is_added_to_pages_is_told(results: Path, tmp_path: Path, what: str) -> None:
    with_pages(results / "analysts.pdf", tmp_path / "analysts.pdf", TO_PAGES[what])
    assert problems(tmp_path / "analysts.pdf", results)


@pytest.mark.parametrize("what", TO_SLIDES)
def test_what_is_added_to_slides_is_told(results: Path, tmp_path: Path, what: str) -> None:
    with_slides(results / "analysts.pptx", tmp_path / "analysts.pptx", TO_SLIDES[what])
    assert problems(tmp_path / "analysts.pptx", results)


@pytest.mark.parametrize("what", TO_WEB)
def test_what_is_added_to_a_page_for_browsers_is_told(issue: Path, tmp_path: Path, what: str) -> None:
    with_web(issue / "board.html", tmp_path / "board.html", TO_WEB[what])
    assert problems(tmp_path / "board.html", issue)


@pytest.mark.parametrize("how", [{"linearize": True}, {"qdf": True}, {"recompress_flate": True}])
def test_pages_that_were_only_saved_again_pass(results: Path, tmp_path: Path, how: dict[str, Any]) -> None:
    with pikepdf.open(results / "analysts.pdf") as pdf:
        pdf.save(tmp_path / "analysts.pdf", **how)
    verdict = verify(tmp_path / "analysts.pdf", read_ledger(results / "evidence.json"))
    assert verdict.problems == ()
    assert verdict.changed


def marked_by_a_spelling_check(deck: Any) -> None:
    for slide in deck.slides:
        for run in slide.shapes._spTree.iter("{*}rPr"):
            run.set("dirty", "0")
            run.set("err", "1")
    deck.core_properties.last_modified_by = "Someone"
    deck.core_properties.revision = 7


@pytest.mark.parametrize("edit", [lambda deck: None, marked_by_a_spelling_check])
def test_a_deck_that_was_only_saved_again_passes(results: Path, tmp_path: Path, edit: Callable[[Any], None]) -> None:
    deck = Presentation(str(results / "analysts.pptx"))
    edit(deck)
    deck.save(str(tmp_path / "analysts.pptx"))
    verdict = verify(tmp_path / "analysts.pptx", read_ledger(results / "evidence.json"))
    assert verdict.problems == ()
    assert verdict.changed
