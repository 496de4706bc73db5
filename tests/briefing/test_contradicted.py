"""What the corpus says and a briefing does not print, as other figures contradict it, is told where it is missed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.extraction.figure import Figure
from tests.briefing.composing import composed, money, selected
from tests.selection.stating import document, figure

TEXTS = {"one": "93.1 billion, up 22.3%", "two": "93.1 billion, up 22.3%", "three": "113.1 billion a year earlier"}
NOTICE = (
    "xiaomi revenue 2024-Q3 is not stated: “113.1 billion” (2024-Q3, in Title of three) does not go with "
    "“93.1 billion” (2025-Q3, in Title of one) and “up 22.3%” (2025-Q3, in Title of one)."
)


def misdated() -> list[Figure]:
    """Two say that revenue grew by 22.3% to 93.1 billion, and a third tells a larger amount for the year before."""
    told = [money(source, "93.1", end=12) for source in ("one", "two")]
    told += [
        figure(source, "22.3", "0.1", measure="yoy", unit="percent", start=14, end=22) for source in ("one", "two")
    ]
    return [*told, money("three", "113.1", "2024-Q3", end=13)]


def notices(*sections: dict[str, Any], others: Sequence[Figure] = ()) -> list[str]:
    documents = [document(name, f"{text} {name * 99}") for name, text in TEXTS.items()]
    selection = selected([*misdated(), *others], documents=[*documents, document("four")])
    return [notice.message for notice in composed(selection, *sections).notices]


def test_a_card_says_which_figures_contradict_what_it_lacks() -> None:
    card = {"block": "scorecard", "title": "Key", "metrics": [{"metric": "revenue", "period": "2024-Q3"}]}
    assert notices(card) == [NOTICE]


def test_a_row_of_periods_says_why_it_has_a_hole() -> None:
    past = {"2024-Q1": "75.5", "2024-Q2": "88.9", "2025-Q1": "90.2", "2025-Q2": "91.4"}
    others = [money("four", value, period) for period, value in past.items()]
    table = {"block": "table", "columns": "periods", "title": "Past", "metrics": ["revenue"], "periods": 7}
    assert notices(table, others=others) == [NOTICE]
    assert notices({**table, "periods": 3}, others=others) == []


def test_what_is_not_asked_for_is_not_told() -> None:
    assert notices({"block": "scorecard", "title": "Key", "metrics": ["revenue"]}) == []
