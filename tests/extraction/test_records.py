"""Figures, quotes and ratings as rows, and back: nothing of them is lost."""

from __future__ import annotations

from decimal import Decimal

import polars

from generator.corpus.document import Span
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating
from generator.extraction.records import (
    FIGURES,
    QUOTES,
    RATINGS,
    figure_rows,
    figures_of,
    quote_of,
    quote_rows,
    rating_of,
    rating_rows,
)
from generator.settings.period import Period

FIGURE = Figure(
    "d", 3, 9, Span(0, 20), "revenue", "xiaomi", "china", "level", Decimal("1.1310E+11"), "CNY", Period("2025-Q3"),
    "actual", "exact", Decimal("1E+7"), "some doubt",
)  # fmt: skip
BARE = Figure(
    "d", 3, 9, Span(0, 20), None, None, None, "level", Decimal("22.30"), "percent", None, "actual", "approx", Decimal("0.01")
)  # fmt: skip
QUOTE = Quote("d", 1, 5, Span(0, 9), "direct", "雷军", "董事长", "我们", "lei_jun", "xiaomi")
RATING = Rating("d", 1, 5, Span(0, 9), "goldman_sachs", None, "buy")


def test_figures_keep_every_digit() -> None:
    frame = polars.DataFrame(figure_rows([FIGURE, BARE], "k", "v"), schema=FIGURES)
    back = list(figures_of(frame))
    assert back == [FIGURE, BARE]
    assert [str(figure.value) for figure in back] == ["1.1310E+11", "22.30"]
    assert frame["number"].to_list() == [0, 1] and frame["value"].to_list() == [113_100_000_000, 22.3]


def test_quotes_and_ratings() -> None:
    quotes = polars.DataFrame(quote_rows([QUOTE], "k", "v"), schema=QUOTES)
    ratings = polars.DataFrame(rating_rows([RATING], "k", "v"), schema=RATINGS)
    assert quote_of(quotes.row(0, named=True)) == QUOTE
    assert rating_of(ratings.row(0, named=True)) == RATING
