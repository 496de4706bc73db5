"""Tables pasted out of browsers and spreadsheets."""

from __future__ import annotations

import pytest

from generator.corpus.readers.pasted import pasted


def cells(*lines: str) -> list[list[str]]:
    """Return the cells of each row of a text that is all table."""
    rows = pasted("\n".join(lines)).splitlines()
    assert all(row.startswith("| ") for row in rows)
    return [[cell.strip() for cell in row[1:-1].split("|")] for row in rows]


def test_tabs_part_cells_and_a_line_of_one_cell_names_the_rows_below_it() -> None:
    assert cells("\t2025\t2024", "Net sales:", "Products\t12,345\t11,230", "Services\t(310)\t–") == [
        ["", "2025", "2024"],
        ["Net sales:", "", ""],
        ["Products", "12,345", "11,230"],
        ["Services", "(310)", "–"],
    ]


def test_a_spreadsheet_keeps_the_blanks_of_a_head_over_several_columns() -> None:
    assert cells(
        "\tThird quarter\t\tNine months\t", "\t2025\t2024\t2025\t2024", "Revenue\t4\t3\t9\t8", "Profit\t2\t1\t5\t4"
    )[0] == ["", "Third quarter", "", "Nine months", ""]


@pytest.mark.parametrize(
    ("heads", "below", "read"),
    [
        ("\tQ3\t9M", "\t2025\t2024\t2025\t2024", ["Q3", "", "9M", ""]),
        ("\tIFRS\tNon-IFRS", "\tQ3\t∆\tQ3\t∆\t∆ cc", ["IFRS", "", "Non-IFRS", "", ""]),
        ("\t2024\t2025\t", "\tRMB\tRMB\tUS$\tYoY", ["2024", "2025", "", ""]),
        ("Q3\t9M", "\t2025\t2024\t2025\t2024", ["Q3", "", "9M", ""]),
        ("\tAmount\tChange", "\t2025\t2024\tin %", ["Amount ¦ Change"] * 3),
        ("\tQ3\t9M\tYear", "\t2025\t2024\t2025\t2024", ["Q3 ¦ 9M ¦ Year"] * 4),
    ],
    ids=["even", "begins anew", "uneven", "corner lost", "not told", "too many"],
)
def test_a_browser_loses_how_far_heads_reach_and_what_is_below_tells_it_or_none_is_believed(
    heads: str, below: str, read: list[str]
) -> None:
    width = below.count("\t")
    rows = [f"{name}\t" + "\t".join(str(i) for i in range(1, width + 1)) for name in ("Revenue", "Profit")]
    assert cells(heads, below, *rows)[0][1:] == read


@pytest.mark.parametrize(
    "text",
    [
        "Name\tRole\nWang\tCEO\nLi\tCFO",
        "\tThe company said on Tuesday\n\tthat it sold 12 cars.",
        "Revenue\t12",
        "No tab at all",
        "\n".join("\t".join(["1"] * 200) for _ in range(3)),
    ],
    ids=["no numbers", "indented prose", "one row", "no tabs", "data"],
)
def test_what_is_no_table_stays_as_it_is(text: str) -> None:
    assert pasted(text) == text
