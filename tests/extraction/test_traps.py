"""Inputs made to hurt: whatever is repeated, time grows as the text does, and nothing breaks."""

from __future__ import annotations

from time import process_time

import pytest

from generator.corpus.forms import documents
from tests.benchmarks.traps import TRAPS
from tests.extraction.case import extractor

SIZE = 2500
GRACE = 0.3  # seconds: below that a busy machine says nothing


def seconds(text: str) -> float:
    start = process_time()
    for document in documents(f"---\npublished: 2025-11-19\n---\n{text}"):
        extractor().figures(document)
    return process_time() - start


@pytest.mark.parametrize("trap", TRAPS)
def test_time_grows_no_faster_than_the_text(trap: str) -> None:
    once = seconds(TRAPS[trap](SIZE))
    assert seconds(TRAPS[trap](6 * SIZE)) < 6 * 2.5 * once + GRACE  # were it quadratic, 36 times


def test_a_run_of_digits_is_no_amount() -> None:
    (document,) = documents("营收" + "9" * 10_000 + "元，利润3亿元。")
    assert [str(figure.value) for figure in extractor().figures(document)] == ["300000000"]
