"""Decimal points that a page has lost are put back where it is sure that they are lost."""

from __future__ import annotations

import pytest

from generator.corpus.cleaning import fold


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("RMB167 6bn, up 8 5% YoY from HK$12 30 a share", "RMB167.6bn, up 8.5% YoY from HK$12.30 a share"),
        ("RMB 31 6 billion, RMB 30 68 billion and 1,042 5 million units", "RMB 31.6 billion, RMB 30.68 billion and 1,042.5 million units"),
        ("from 53 1% in FY24E to 54 4% in FY26E, at 18 2x earnings", "from 53.1% in FY24E to 54.4% in FY26E, at 18.2x earnings"),
        ("收入同比增长6 2%,毛利率为62 9%", "收入同比增长6.2%,毛利率为62.9%"),
    ],
)  # fmt: skip
def test_points_are_put_back(text: str, read: str) -> None:
    assert fold(text).text == read


@pytest.mark.parametrize(
    "text",
    [
        "guides for RMB 30 35 billion",  # may be a range
        "sales of the iPhone 16 5% lower",
        "on October 24 3% of buyers came",
        "in 2024 12% of sales and in 2025 14% of them",
    ],
)
def test_what_may_be_two_numbers_is_left(text: str) -> None:
    assert fold(text).text == text


def test_offsets_lead_back_to_the_page() -> None:
    folded = fold("to RMB167 6bn in 4Q24")
    start = folded.text.index("RMB167.6bn")
    assert folded.original(start, start + len("RMB167.6bn")) == (3, 13)
