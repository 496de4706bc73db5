"""Where tables stand in a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.tables.grid import grids

LINES = st.lists(
    st.sampled_from(
        [
            "",
            "| a | b |",
            "|---|---|",
            "Revenue 1,131 925",
            "Q3 2025 Q3 2024",
            "| |",
            "||",
            "x | y",
            "2024 2025",
            "营收 1 2",
        ]
    ),
    max_size=12,
)


@given(LINES)
def test_tables_stand_in_order_and_their_cells_are_slices_of_the_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    end = 0
    for grid in grids(text):
        assert end <= grid.start < grid.end
        assert len({len(row.cells) for row in grid.rows}) <= 1
        assert all(text[cell.start : cell.end] == cell.text for row in grid.rows for cell in row.cells)
        end = grid.end


def test_a_table_ends_at_a_blank_line_and_at_the_head_of_the_next() -> None:
    text = "Sales\n| a | b |\n|---|---|\n| 1 | 2 |\n| c | d |\n|---|---|\n| 3 | 4 |\n\n| e | f |\n| 5 | 6 |\n"
    assert [[cell.text for cell in grid.rows[0].cells] for grid in grids(text)] == [["a", "b"], ["c", "d"], ["e", "f"]]
    assert next(grids(text)).caption == "Sales"


def test_prose_is_no_table() -> None:
    assert not list(grids("Xiaomi | Results\nRevenue was 113.1 billion.\nShipments of 43.3 million and 43.1 million\n"))
