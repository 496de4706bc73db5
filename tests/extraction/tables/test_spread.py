"""What one cell of a table says for several."""

from __future__ import annotations

from generator.extraction.tables.shapes import Cell, Row
from generator.extraction.tables.spread import evened, in_span, spread, titled


def row(*texts: str) -> Row:
    return Row(0, 0, tuple(Cell(0, len(text), text) for text in texts))


def test_a_head_goes_on_over_what_lower_heads_stand_under() -> None:
    top = [row("", "Three months ended", "", "Year ended", ""), row("", "2025", "2024", "2025", "2024")]

    over = spread(top, [row("Revenue", "1", "2", "3", "4")])

    assert over == [
        "",
        "Three months ended 2025",
        "Three months ended 2024",
        "Year ended 2025",
        "Year ended 2024",
    ]


def test_a_head_goes_on_over_the_number_whose_sign_has_a_column_of_its_own() -> None:
    over = spread([row("", "2025", "", "2024", "")], [row("Revenue", "$", "1", "$", "2")])

    assert over == ["", "2025", "2025", "2024", "2024"]


def test_a_column_without_a_head_beside_one_with_numbers_stays_without() -> None:
    over = spread([row("", "2025", "2024", "")], [row("Revenue", "1", "2", "3%")])

    assert over == ["", "2025", "2024", ""]


def test_what_stands_alone_in_its_row_goes_for_every_column_after_it() -> None:
    over = spread([row("", "2025", "2024"), row("", "RMB million", "")], [row("Revenue", "1", "2")])

    assert over == ["", "2025 | RMB million", "2024 | RMB million"]


def test_heads_that_lost_their_spans_stand_over_as_many_columns_each() -> None:
    rows = evened([row("", "Quarter", "Year"), row("", "2025", "2024", "2025", "2024"), row("Revenue", *"1234")])

    assert [cell.text for cell in rows[0].cells] == ["", "Quarter", "", "Year", ""]


def test_a_row_of_numbers_that_lacks_some_is_left_out_rather_than_guessed_at() -> None:
    rows = evened([row("", "2025", "2024"), row("Revenue", "1", "2"), row("Profit", "3")])

    assert [r.cells[0].text for r in rows] == ["", "Revenue"]


def test_lines_over_rows_go_before_their_labels_until_a_total() -> None:
    body = [row("Net sales:", ""), row("Products", "1"), row("Total net sales", "2"), row("Net income", "3")]

    assert titled(body) == ["Net sales:", "Net sales: Products", "Net sales: Total net sales", "Net income"]


def test_whose_part_a_profit_is_goes_with_the_profit_above() -> None:
    body = [row("Profit for the period", "3"), row("Attributable to:", ""), row("Owners", "2")]

    assert titled(body)[-1] == "Profit for the period Attributable to: Owners"


def test_years_are_of_the_span_that_the_corner_or_the_caption_names() -> None:
    english = ["Three months ended September 30,", "2025", "2024 RMB", "Change"]

    assert in_span(english, "") == [
        english[0],
        "Three months ended September 30, 2025",
        "Three months ended September 30, 2024 RMB",
        "Change",
    ]
    assert in_span(["", "2025年"], "截至9月30日止三个月")[1] == "截至2025年9月30日止三个月"
    assert in_span(["", "截至9月30日止三个月 2025 年"], "")[1] == "截至2025年9月30日止三个月"
    assert in_span(["", "2025"], "Three months ended September 30, 2025")[1] == "2025", "the span has its own year"
