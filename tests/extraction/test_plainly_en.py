"""English forms are read as the commoner ones that say the same."""

from __future__ import annotations

import pytest

from generator.corpus.cleaning import fold
from generator.extraction.plainly_en import plainly


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("iPad was 17% lower at $5.56 billion.", "iPad fell 17% to $5.56 billion."),
        ("Sales were about 3 per cent higher than a year earlier at CNY32.5 billion.", "Sales rose about 3 per cent from a year earlier to CNY32.5 billion."),
        ("The margin was 2.1 percentage points up at 17%.", "The margin rose 2.1 percentage points to 17%."),
        ("Overseas sales, however, were 232,800.", "Overseas sales were 232,800."),
        ("Sales were 22% higher, at least in China.", "Sales were 22% higher, at least in China."),
        ("Sales, costs, taxes and profit rose.", "Sales, costs, taxes and profit rose."),
    ],
)  # fmt: skip
def test_forms_are_read_as_commoner_ones(said: str, read: str) -> None:
    assert fold(said, list(plainly(said))).text == read
