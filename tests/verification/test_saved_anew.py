"""A deck that another program saved anew is told apart from one that was altered, and its words can be held alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from generator.verification.verify import Verdict, verify_files
from tests.rendering.office import converted


@pytest.fixture(scope="module")
def anew(issue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The board's deck as LibreOffice saves it."""
    return converted([issue / "board.pptx"], "pptx", tmp_path_factory.mktemp("anew"))[0]


def verdict(deck: Path, issue: Path, folder: Path, words: bool, edit: Callable[[Any], None] | None = None) -> Verdict:
    shutil.copy(issue / "evidence.json", folder)
    if edit:
        presentation = Presentation(str(deck))
        edit(presentation)
        deck = folder / "board.pptx"
        presentation.save(str(deck))
    elif deck.parent != folder:
        shutil.copy(deck, folder / "board.pptx")
    return verify_files([folder / "board.pptx"], words=words)[0]


def test_a_deck_that_an_office_saved_anew_is_told_as_that_and_its_words_hold(
    anew: Path, issue: Path, tmp_path: Path
) -> None:
    (problem,) = verdict(anew, issue, tmp_path, words=False).problems
    assert "all its words, figures and quotes are as they were built, but a program saved it anew" in problem
    held = verdict(anew, issue, tmp_path, words=True)
    assert held.problems == ()
    assert "Only the words were held" in str(held)


def _digit(deck: Any) -> None:
    runs = (r for s in deck.slides[3].shapes if s.has_text_frame for p in s.text_frame.paragraphs for r in p.runs)
    run = next(run for run in runs if "113.1" in run.text)
    run.text = run.text.replace("113.1", "118.1")


def _exchanged(deck: Any) -> None:
    table = next(shape.table for shape in deck.slides[2].shapes if shape.has_table)
    one, other = table.cell(1, 1), table.cell(2, 1)
    one.text, other.text = other.text, one.text


def _added(deck: Any) -> None:
    deck.slides[4].shapes.add_textbox(0, 0, 10**6, 10**6).text_frame.text = "up 99%"


def _taken_out(deck: Any) -> None:
    shape = next(s for s in deck.slides[4].shapes if s.has_text_frame and len(s.text_frame.text) > 40)
    shape._element.getparent().remove(shape._element)


@pytest.mark.parametrize(
    ("edit", "slide"),
    [(_digit, 4), (_exchanged, 3), (_added, 5), (_taken_out, 5)],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_words_altered_in_a_deck_saved_anew_are_told(
    anew: Path, issue: Path, tmp_path: Path, edit: Callable[[Any], None], slide: int
) -> None:
    told = [one for one in verdict(anew, issue, tmp_path, words=True, edit=edit).problems if "properties" not in one]
    altered = {one.partition(":")[0] for one in told if "its words are as they were" not in one}
    assert altered == {f"slide {slide}"}


def test_a_shape_moved_on_one_slide_is_told_with_that_slide(issue: Path, tmp_path: Path) -> None:
    def move(deck: Any) -> None:
        deck.slides[3].shapes[2].left = 5

    (problem,) = verdict(issue / "board.pptx", issue, tmp_path, words=False, edit=move).problems
    assert problem.startswith("slide 4: its words are as they were")
