"""Tables whose cells stand each on a line of its own, with bars between them."""

from __future__ import annotations

import pytest

from generator.corpus.readers.torn_rows import torn_rows


@pytest.mark.parametrize("between", ["|\n", ""])
def test_rows_begin_where_a_word_does_whether_a_bar_stands_between_them_or_not(between: str) -> None:
    rows = f"Jul-21\n|\n18,360\n|\n6.1%\n{between}Jun-21\n|\n17,310\n|\n(0.8%)"
    read = ["| Month | Sales | M/M |", "| Jul-21 | 18,360 | 6.1% |", "| Jun-21 | 17,310 | (0.8%) |"]
    told = torn_rows(f"Revenues (NT$m)\nMonth\nSales\nM/M\n{rows}\nSource: TWSE").splitlines()
    assert told == ["Revenues (NT$m)", *read, "Source: TWSE"]


@pytest.mark.parametrize(
    "text", ["a\n|\nb", "Home\n|\nNews\n|\nMarkets\n\nRevenue rose 5%.", "| a | b |\n|---|---|\n| c | 1 |"]
)
def test_one_row_of_a_menu_is_no_table(text: str) -> None:
    assert torn_rows(text) == text
