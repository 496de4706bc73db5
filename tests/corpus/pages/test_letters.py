"""Tables in letters of one width, as programs that turn pages into text set them."""

from __future__ import annotations

import pytest

from generator.corpus.pages.letters import aligned

# As `pdftotext -layout` sets a page: numbers at the right of their columns, and now and then a letter off.
LAYOUT = """\
Northwind reports its third quarter

                                              Three months ended          Nine months ended
                                                   September 30,                September 30,
                                               2025        2024        2025        2024
Revenue                                  $   12,345   $  11,230 $    36,100  $   33,020
Cost of revenue                               7,001       6,850      20,480      19,400
Operating costs:
Research and development                      1,204       1,100       3,500       3,210
Operating profit (loss)                       (310)         150         901         870

The company expects more of the same.
"""
# As text browsers do: numbers at the left, and a Chinese letter as wide as two others.
BROWSER = """\
            本报告期 上年同期 同比
营业收入    12,345   11,230   9.9%
净利润      1,901    1,730    9.9%
每股收益(元) 0.52     0.47     10.6%
"""
NARROW = """\
          2025年       2024年
营业收入   12,345   11,230
净利润     1,901    1,730
每股收益    0.52     0.47
"""


def cells(text: str) -> list[list[str]]:
    """Return the cells of each row that stands between bars."""
    rows = [line[1:-1].split("|") for line in aligned(text).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows]


def test_numbers_under_one_another_are_a_table_and_heads_stand_over_theirs() -> None:
    found = cells(LAYOUT)
    assert ["Revenue", "$12,345", "$11,230", "$36,100", "$33,020"] in found
    assert ["Operating profit (loss)", "(310)", "150", "901", "870"] in found
    assert ["", "2025", "2024", "2025", "2024"] in found


def test_what_stands_around_a_table_stays_as_it_is() -> None:
    told = aligned(LAYOUT).splitlines()
    assert told[0] == "Northwind reports its third quarter"
    assert told[-1] == "The company expects more of the same."
    assert not any("   " in line for line in told)


@pytest.mark.parametrize("text", [BROWSER, NARROW], ids=["two letters wide", "one letter wide"])
def test_a_chinese_letter_is_as_wide_as_the_program_had_it(text: str) -> None:
    found = cells(text)
    assert [row[:3] for row in found if row[0] == "净利润"] == [["净利润", "1,901", "1,730"]]
    assert any(row[-2:] in (["上年同期", "同比"], ["2025年", "2024年"]) for row in found)


@pytest.mark.parametrize(
    ("heads", "read"),
    [
        ("Q3 2025 Q3 2024", ["Q3 2025", "Q3 2024"]),
        ("2025 Q3 2024 Q3", ["2025 Q3", "2024 Q3"]),
        ("Q3 FY26 Q3 FY25", ["Q3 FY26", "Q3 FY25"]),
    ],
)
def test_two_periods_one_blank_apart_are_two_heads(heads: str, read: list[str]) -> None:
    rows = [f"{'':20}{heads}", f"{'Revenue':20}{'1,234':>7} {'1,111':>7}", f"{'Net profit':20}{'234':>7} {'111':>7}"]
    assert cells("\n".join(rows))[0][-2:] == read


@pytest.mark.parametrize(
    "text",
    [
        "Revenue  1,234  1,111 \nCost of revenue and of sales  700  65,555 \nNet profit of all  23  11 \n",
        "He said:  we sold 12  and they 11\nand then there were  13 of them, and  14\n",
        "| Revenue   | 12,345 | 11,230 |\n| Profit    |  1,901 |  1,730 |\n",
        "1.  First of all  2\n",
        "",
    ],
    ids=["not under one another", "prose", "bars", "one line", "nothing"],
)
def test_a_text_without_columns_stays_as_it_is(text: str) -> None:
    assert aligned(text) == text


def test_data_of_thousands_of_rows_is_no_table_of_a_text() -> None:
    text = "\n".join(f"{i:>6}  {i * 2:>8}  {i * 3:>8}" for i in range(2000))
    assert aligned(text) == text
