"""Links and pictures of Markdown are read as their words alone."""

from __future__ import annotations

import pytest

from generator.corpus.cleaning import fold, rejoin


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("[Xiaomi](https://example.com/q/1810) sold 100 cars.", "Xiaomi sold 100 cars."),
        ('[Xiaomi](/q/1810 "its quotation") sold 100 cars.', "Xiaomi sold 100 cars."),
        ("[BYD](https://example.com/BYD_(maker)) rose.", "BYD rose."),
        ("![Lei Jun on stage](https://example.com/1.jpg)Sales rose.", "Sales rose."),
        ("[![A chart](https://example.com/1.png)](https://example.com/full)Sales rose.", "Sales rose."),
        ("Sales [of cars] (see page 4) rose.", "Sales [of cars] (see page 4) rose."),
        ("revenue of [one hundred](billion yuan)", "revenue of [one hundred](billion yuan)"),
    ],
)
def test_what_is_set_around_a_link_is_not_read(written: str, read: str) -> None:
    assert fold(written).text == read
    assert rejoin(written) == read


def test_offsets_lead_back_behind_a_link() -> None:
    written = "[Xiaomi](https://example.com/q/1810) sold 100 cars."
    folded = fold(written)
    span = folded.original(folded.text.index("100"), folded.text.index(" cars"))
    assert written[span.start : span.end] == "100"
