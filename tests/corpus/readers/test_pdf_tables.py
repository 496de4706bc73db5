"""Tables of PDF files, made by WeasyPrint and read back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
import weasyprint
from playwright.sync_api import sync_playwright

from generator.corpus.pages.tables import tables
from generator.corpus.readers.pdf_boxes import boxes
from generator.corpus.readers.pdf_rules import frames
from tests.rendering.test_web import FLAGS

STYLE = """<style>
  @page { size: A4; margin: 18mm }
  body { font: 10pt "Noto Sans", "Noto Sans CJK SC", sans-serif }
  table { width: 100%; border-collapse: collapse; font-size: 9pt }
  td, th { padding: 2pt 3pt; font-weight: normal; vertical-align: bottom; text-align: left }
  td + td, .r { text-align: right }
  .c { text-align: center }
</style>"""
PROSE = "<p>Revenue rose 22.3% to 113.1 billion yuan in the quarter, and 43.3 million phones were shipped.</p>"
BODY = """
  <tr><td>Revenue</td><td>113,121</td><td>92,507</td><td>340,370</td><td>256,901</td></tr>
  <tr><td>Operating costs:</td></tr>
  <tr><td>Research and development</td><td>(9,063)</td><td>(5,978)</td><td>(23,500)</td><td>(16,700)</td></tr>
  <tr><td>Operating profit</td><td>15,111</td><td>–</td><td>41,222</td><td>19,111</td></tr>"""
YEARS = "<tr><th></th>" + "<th class=r>2025</th><th class=r>2024</th>" * 2 + "</tr>"


def rows(path: Path, body: str, style: str = "") -> list[tuple[str, ...]]:
    """Return the rows of each table that a page of this body holds."""
    weasyprint.HTML(string=f"{STYLE}<style>{style}</style>{body}").write_pdf(path / "page.pdf")
    return read(path / "page.pdf")


def read(path: Path) -> list[tuple[str, ...]]:
    """Return the rows of each table of a file."""
    pdf = pypdfium2.PdfDocument(path)
    try:
        return [table.rows for page in pdf for table in tables(list(boxes(page.get_textpage())), frames(page))]
    finally:
        pdf.close()


@pytest.mark.parametrize(
    ("align", "style"),
    [
        ("c", ""),
        ("c", "td + td, .r { text-align: center }"),
        ("", ""),
        ("r", ""),
        ("c", "table { font-size: 6pt; width: 75% } td, th { padding: 0 2pt }"),
        ("c", "@page { size: A4 landscape }"),
    ],
    ids=["centred heads", "centred numbers", "heads at the left", "heads at the right", "dense", "wide"],
)
def test_a_head_over_several_columns_stands_in_the_first_of_them(tmp_path: Path, align: str, style: str) -> None:
    spans = "".join(f"<th colspan=2 class={align or 'l'}>{said}</th>" for said in ("Three months", "Nine months"))

    assert rows(tmp_path, f"{PROSE}<table><tr><th></th>{spans}</tr>{YEARS}{BODY}</table>{PROSE}", style) == [
        (
            "|  | Three months |  | Nine months |  |",
            "|  | 2025 | 2024 | 2025 | 2024 |",
            "| Revenue | 113,121 | 92,507 | 340,370 | 256,901 |",
            "| Operating costs: |  |  |  |  |",
            "| Research and development | (9,063) | (5,978) | (23,500) | (16,700) |",
            "| Operating profit | 15,111 | – | 41,222 | 19,111 |",
        )
    ]


def test_a_sign_that_stands_apart_goes_with_its_number(tmp_path: Path) -> None:
    body = "".join(
        f"<tr><td>{label}</td>" + "".join(f"<td style='text-align:left'>$</td><td>{n}</td>" for n in numbers) + "</tr>"
        for label, numbers in [("Net sales", ("102,466", "94,930")), ("Net income", ("27,466", "(14,736)"))]
    )

    assert rows(tmp_path, f"<table>{body}</table>") == [
        ("| Net sales | $102,466 | $94,930 |", "| Net income | $27,466 | $(14,736) |")
    ]


def test_labels_on_several_lines_are_of_one_row(tmp_path: Path) -> None:
    body = """<tr><td style="width: 9em">归属于上市公司股东的净利润</td><td>7,822,602</td><td>-32.60%</td></tr>
      <tr><td>Selling, general and administrative expenses</td><td>7,048</td><td>8.05%</td></tr>
      <tr><td>Net income</td><td>27,466</td><td>86.4%</td></tr>"""

    assert rows(tmp_path, f"<table style='width: auto'>{body}</table>") == [
        (
            "| 归属于上市公司股东的净利润 | 7,822,602 | -32.60% |",
            "| Selling, general and administrative expenses | 7,048 | 8.05% |",
            "| Net income | 27,466 | 86.4% |",
        )
    ]


def test_heads_in_the_midst_begin_a_table_of_their_own(tmp_path: Path) -> None:
    first = "<tr><th></th><th class=r>Q3 2025</th><th class=r>Change</th></tr>" + "".join(
        f"<tr><td>{label}</td><td>1,131</td><td>22%</td></tr>" for label in ("Revenue", "Gross profit")
    )
    second = first.replace("Q3 2025", "30 June 2025").replace("Revenue", "Cash").replace("Gross profit", "Inventory")

    found = rows(tmp_path, f"<table>{first}</table><table>{second}</table>")

    assert [(table[0], table[1].split(" | ")[0]) for table in found] == [
        ("|  | Q3 2025 | Change |", "| Revenue"),
        ("|  | 30 June 2025 | Change |", "| Cash"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"<div style='columns: 2'>{PROSE * 30}</div>",
        "".join(f"<p>Chapter {n} <span style='float: right'>{n * 7}</span></p>" for n in range(1, 9)),
        "<p>12 Example Road<br>100080 Beijing<br>Tel. 010 1234 5678<br>Fax 010 8765 4321</p>",
        "<ul>" + "".join(f"<li>In {y}, revenue was {y - 1900} billion yuan, up 9%</li>" for y in range(2019, 2026)),
    ],
    ids=["prose in two columns", "contents", "letterhead", "list"],
)
def test_what_is_no_table_is_none(tmp_path: Path, body: str) -> None:
    assert rows(tmp_path, body) == []


def test_heads_that_may_be_over_any_of_the_columns_are_all_said_of_the_first(tmp_path: Path) -> None:
    spans = "<tr><th></th><th colspan=3 class=r style='padding-right: 31pt'>A</th><th class=r>Other</th></tr>"

    table = rows(tmp_path, f"<table>{spans}{YEARS}{BODY}</table>")[0]

    assert table[0] == "|  | A ¦ Other |  |  |  |", "which is believed of none"


TIGHT = "td, th { padding: 0 } .c { text-align: center } table { width: 60% } td:first-child { width: 40% }"
SEVERAL = """<tr><th>RMB million, unless<br>otherwise stated</th><th class=c>Q3<br>2025</th><th class=c>9M24</th>
  <th class=c>Change<br>over the<br>year</th></tr>"""
NUMBERS = """<tr><td>Revenue</td><td>113,121</td><td>92,507</td><td>22.3%</td></tr>
  <tr><td>Profit attributable to<br>owners (in RMB)</td><td>11,121</td><td>9,507</td><td>17.0%</td></tr>
  <tr><td>Costs</td><td>(9,063)</td><td>(5,978)</td><td>51.6%</td></tr>"""


@pytest.mark.parametrize(
    "style",
    [
        f"{TIGHT} th {{ vertical-align: bottom }}",
        f"{TIGHT} th {{ vertical-align: middle }}",
        "td, th { border: .5pt solid; vertical-align: middle }",
        "table { border-collapse: separate; border-spacing: 0 } td, th { border: .5pt solid; vertical-align: top }",
        "td, th { border: 1pt solid; padding: 4pt 1pt; text-align: left }",
    ],
    ids=["at the foot", "in the middle", "within rules", "within borders of their own", "wide within rules"],
)
def test_what_a_cell_says_on_several_lines_is_read_as_one(tmp_path: Path, style: str) -> None:
    assert rows(tmp_path, f"{PROSE}<table>{SEVERAL}{NUMBERS}</table>{PROSE}", style) == [
        (
            "| RMB million, unless otherwise stated | Q3 2025 | 9M24 | Change over the year |",
            "| Revenue | 113,121 | 92,507 | 22.3% |",
            "| Profit attributable to owners (in RMB) | 11,121 | 9,507 | 17.0% |",
            "| Costs | (9,063) | (5,978) | 51.6% |",
        )
    ]


def test_rules_tell_over_which_columns_a_head_stands(tmp_path: Path) -> None:
    spans = "<tr><th></th><th colspan=3 class=r style='padding-right: 31pt'>A</th><th class=r>Other</th></tr>"

    table = rows(tmp_path, f"<table>{spans}{YEARS}{BODY}</table>", "td, th { border: .5pt solid }")[0]

    assert table[:2] == ("|  | A |  |  | Other |", "|  | 2025 | 2024 | 2025 | 2024 |")


def test_within_rules_one_number_in_a_row_is_enough(tmp_path: Path) -> None:
    body = "<tr><th>Cash</th><td>2,360</td></tr><tr><th>Headcount</th><td>1,024</td></tr><tr><th>Seat</th><td>Beijing</td></tr>"

    assert rows(tmp_path, f"<table>{body}</table>", "td, th { border: .5pt solid }") == [
        ("| Cash | 2,360 |", "| Headcount | 1,024 |", "| Seat | Beijing |")
    ]


@pytest.mark.parametrize(
    "style",
    ["table { border: 1pt solid }", "td, th { border-bottom: 1pt solid }", "tr { outline: .5pt solid }"],
    ids=["around a table", "under rows", "around rows"],
)
def test_rules_that_part_no_cells_change_nothing(tmp_path: Path, style: str) -> None:
    table = f"<table>{YEARS}{BODY}</table>"

    assert rows(tmp_path, table, style) == rows(tmp_path, table)


def test_an_article_within_a_frame_is_no_table(tmp_path: Path) -> None:
    body = f"<table><tr><td>{PROSE * 8}</td><td>22.3%</td></tr><tr><td>Margin</td><td>22.9%</td></tr></table>"

    assert rows(tmp_path, body, "td { border: .5pt solid }") == []


def test_words_above_the_labels_belong_to_a_table(tmp_path: Path) -> None:
    corner = "<th>Non-GAAP<br>($ in millions, except earnings per<br>share)</th>"
    heads = f"<tr>{corner}<th class=r>Q3 FY26</th><th class=r>Q2 FY26</th></tr>"
    body = (
        "<tr><td>Net income</td><td>31,767</td><td>25,783</td></tr><tr><td>Margin</td><td>73.6%</td><td>72.7%</td></tr>"
    )

    assert rows(tmp_path, f"{PROSE}<table>{heads}{body}</table>", TIGHT)[0][:2] == (
        "| Non-GAAP |  |  |",
        "| ($ in millions, except earnings per share) | Q3 FY26 | Q2 FY26 |",
    )


def test_letters_that_a_browser_sets_one_by_one_are_words(tmp_path: Path) -> None:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "the set-up of the tests brings Chromium"
    days = "<tr><th></th><th>30 September 2025</th><th>2024年9月30日</th><th>% change</th></tr>"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page()
        page.set_content(f"{STYLE}<style>table {{ width: auto }}</style><table>{days}{NUMBERS}</table>")
        page.pdf(path=tmp_path / "page.pdf")
        browser.close()

    assert read(tmp_path / "page.pdf") == [
        (
            "|  | 30 September 2025 | 2024年9月30日 | % change |",
            "| Revenue | 113,121 | 92,507 | 22.3% |",
            "| Profit attributable to owners (in RMB) | 11,121 | 9,507 | 17.0% |",
            "| Costs | (9,063) | (5,978) | 51.6% |",
        )
    ]
