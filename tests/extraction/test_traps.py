"""Inputs made to hurt: whatever is repeated, time grows as the text does, and nothing breaks."""

from __future__ import annotations

import pytest

from generator.corpus.forms import documents
from tests.benchmarks.traps import TRAPS, seconds
from tests.extraction.case import extractor

SIZE = 2500
GRACE = 0.3  # seconds: below that a busy machine says nothing


@pytest.mark.parametrize("trap", TRAPS)
def test_time_grows_no_faster_than_the_text(trap: str) -> None:
    once = seconds(extractor(), TRAPS[trap](SIZE))
    assert seconds(extractor(), TRAPS[trap](6 * SIZE)) < 6 * 2.5 * once + GRACE  # were it quadratic, 36 times


def test_a_run_of_digits_is_no_amount() -> None:
    (document,) = documents("营收" + "9" * 10_000 + "元，利润3亿元。")
    assert [str(figure.value) for figure in extractor().figures(document)] == ["300000000"]
