"""Inputs made to hurt: whatever is repeated, time grows as the text does, and nothing breaks."""

from __future__ import annotations

import pytest

from generator.corpus.forms import documents
from tests.benchmarks.traps import TRAPS, seconds
from tests.extraction.case import extractor

SIZE = 5000  # characters: rules that look back a hundred of them have done their growing by then
TRIES = 5  # a busy machine slows one try, a rule that looks back too far all of them


def growth(trap: str) -> float:
    """Return how many times as long six times the text takes; were it quadratic, 36."""
    once = min(seconds(extractor(), TRAPS[trap](SIZE)) for _ in range(3))
    return seconds(extractor(), TRAPS[trap](6 * SIZE)) / once


@pytest.mark.parametrize("trap", TRAPS)
def test_time_grows_no_faster_than_the_text(trap: str) -> None:
    assert any(growth(trap) < 6 * 2.5 for _ in range(TRIES))


def test_subjects_within_one_statement_are_not_each_held_against_all_before_them() -> None:
    # Each looked for the end of a clause from the statement's verb on: four times the text took fourteen times as long.
    said = "Tesla sent a letter to staff saying "
    assert any(seconds(extractor(), said * 4000) < 8 * seconds(extractor(), said * 1000) for _ in range(TRIES))


def test_a_run_of_digits_is_no_amount() -> None:
    (document,) = documents("营收" + "9" * 10_000 + "元，利润3亿元。")
    assert [str(figure.value) for figure in extractor().figures(document)] == ["300000000"]


@pytest.mark.parametrize("row", ["1,", "12.5 | ", "17.4% for Tesla and "])
def test_a_long_row_of_amounts_breaks_nothing(row: str) -> None:
    # A thousand bare numbers in a row were asked one by one, back to the first, whose company they are set beside.
    (document,) = documents(f"Tesla's revenue was $25 billion. {row * 3000}")
    assert "25000000000" in [str(figure.value) for figure in extractor().figures(document)]
