"""Companies side by side: in tables, in charts, and by what they are called there."""

from __future__ import annotations

from typing import Any

import pytest

from generator.briefing.charted import ChartBlock
from generator.briefing.model import Briefing
from generator.briefing.tabled import Row, Table
from generator.extraction.figure import Figure
from tests.briefing.composing import audience, composed, marked, money, selected
from tests.selection.stating import figure

COMPANIES = ["xiaomi", "byd", "tesla"]
PEERS = {"block": "peers", "companies": COMPANIES, "metrics": ["revenue"]}


def revenues(tesla: str = "2025-Q3", **more: Any) -> list[Figure]:
    return [
        money("one", "113.1"),
        money("one", "195.0", entity="byd"),
        money("one", "94.2", tesla, entity="tesla", **more),
    ]


def the_table(briefing: Briefing) -> Table:
    return next(section.block for section in briefing.sections if isinstance(section.block, Table))


def cells(row: Row) -> list[str]:
    return [marked(cell.line) + (f" ({cell.note})" if cell.note else "") for cell in row.cells]


def test_a_metric_stands_for_all_companies_under_its_unit_and_period() -> None:
    table = the_table(composed(selected(revenues()), PEERS))
    assert table.header == ("Metric", "Xiaomi", "BYD", "Tesla")
    assert table.rows[0].label == "Revenue, billion yuan, Q3 2025"
    assert cells(table.rows[0]) == ["[113.1]", "[195.0]", "[94.2]"]
    in_chinese = the_table(composed(selected(revenues()), PEERS, to=audience("zh")))
    assert in_chinese.rows[0].label == "2025Q3营收（亿元）"


def test_each_figure_bears_its_currency_where_they_differ() -> None:
    table = the_table(composed(selected(revenues(unit="USD")), PEERS))
    assert table.rows[0].label == "Revenue, Q3 2025"
    assert cells(table.rows[0]) == ["[113.1 billion yuan]", "[195.0 billion yuan]", "[94.2 billion US dollars]"]


def test_who_states_another_period_has_it_beside_the_figure_and_who_states_none_a_dash() -> None:
    table = the_table(composed(selected(revenues("2025-Q2")), {**PEERS, "metrics": ["revenue", "cash"]}))
    assert table.rows[0].label.endswith("Q3 2025")
    assert cells(table.rows[0]) == ["[113.1]", "[195.0]", "[94.2] (Q2 2025)"]
    assert cells(table.rows[1]) == ["", "", ""]
    assert table.caption == "– not stated in the sources"


def test_the_headline_says_who_is_highest_only_where_all_are_stated_alike() -> None:
    def headline(figures: list[Figure]) -> str:
        return marked(composed(selected(figures), PEERS).sections[0].headline)

    assert headline(revenues()) == "BYD's revenue came out highest in Q3 2025, at [195.0 billion yuan]."
    own = "Xiaomi's revenue came to [113.1 billion yuan] in Q3 2025."
    assert headline(revenues("2025-Q2")) == headline(revenues(unit="USD")) == own


def test_a_change_is_told_good_or_bad() -> None:
    grown = [figure("one", "22.3", "0.1", measure="yoy", unit="percent", entity="byd")]
    asked = {**PEERS, "metrics": [{"metric": "revenue", "measure": "yoy"}]}
    row = the_table(composed(selected(grown), asked)).rows[0]
    assert (row.label, cells(row)) == ("Revenue, year on year, Q3 2025", ["", "[+22.3%]", ""])
    assert row.cells[1].favourable is True


@pytest.mark.parametrize("kind", ["grouped_bar", "dumbbell", "line"])
def test_a_chart_of_one_metric_names_its_series_by_the_company(kind: str) -> None:
    figures = [*revenues(), *(money("one", "80.0", "2024-Q3", entity=one) for one in COMPANIES)]
    asked = [{"metric": "revenue", "entity": one} for one in COMPANIES]
    briefing = composed(selected(figures), {"block": "chart", "kind": kind, "metrics": asked})
    block = next(section.block for section in briefing.sections if isinstance(section.block, ChartBlock))
    assert [series.name for series in block.series] == ["Xiaomi", "BYD", "Tesla"]


def test_a_section_on_several_companies_names_the_reports_own_too() -> None:
    asked = {"block": "table", "metrics": ["revenue", {"metric": "revenue", "entity": "byd"}]}
    briefing = composed(selected(revenues()), asked, {"block": "scorecard", "metrics": ["revenue"]})
    assert [row.label for row in the_table(briefing).rows] == ["Xiaomi's revenue", "BYD's revenue"]
    assert briefing.sections[1].block.cards[0].label == "Revenue"  # type: ignore[union-attr]
