"""Rows: the keys that `footnoted figures` and `footnoted quotes` print, and the forms they print them in."""

from __future__ import annotations

import csv
import io
import json

from generator.corpus.forms import documents
from generator.extraction.rows import as_csv, as_jsonl
from generator.listing import FIGURE_KEYS, QUOTE_KEYS
from tests.extraction.case import figure_rows, quote_rows

TEXT = (
    "---\ntitle: 小米业绩, 第三季度\npublisher: 某报\npublished: 2025-11-19 08:30\n---\n"
    "小米集团第三季度营收1131亿元，同比增长22.3%。\n雷军表示：“我们会坚持技术为本，继续加大投入。”\n"
)
(DOCUMENT,) = documents(TEXT)


def test_the_keys_of_a_figure_in_the_order_of_the_contract() -> None:
    keys = "metric entity segment measure value unit period basis bound precision document title publisher published start end text sentence"
    (row, _), _ = figure_rows(DOCUMENT)
    assert list(row) == keys.split() == list(FIGURE_KEYS)


def test_the_keys_of_a_quote_in_the_order_of_the_contract() -> None:
    keys = "speaker role kind text document title publisher published start end sentence"
    (row,) = quote_rows(DOCUMENT)
    assert list(row) == keys.split() == list(QUOTE_KEYS)


def test_values_are_numbers_in_base_units_and_offsets_count_code_points() -> None:
    (level, growth), _ = figure_rows(DOCUMENT)
    assert (level["value"], level["precision"], level["period"]) == (113_100_000_000, 100_000_000, "2025-Q3")
    assert isinstance(level["value"], int) and growth["value"] == 22.3
    assert TEXT[level["start"] : level["end"]] == level["text"] == "1131亿元"
    assert level["sentence"] == "小米集团第三季度营收1131亿元，同比增长22.3%。"


def test_where_a_row_comes_from() -> None:
    (row, _), _ = figure_rows(DOCUMENT)
    origin = (row["document"], row["title"], row["publisher"], row["published"])
    assert origin == (DOCUMENT.id, "小米业绩, 第三季度", "某报", "2025-11-19T08:30")


def test_json_lines_and_csv_carry_the_same_rows() -> None:
    rows, _ = figure_rows(DOCUMENT)
    lines = as_jsonl(rows).splitlines()
    assert [json.loads(line) for line in lines] == rows
    assert "营收" in lines[0]  # as it is, not escaped
    written = list(csv.DictReader(io.StringIO(as_csv(rows, FIGURE_KEYS))))
    assert [list(row) for row in written] == [list(FIGURE_KEYS)] * 2
    assert (written[0]["value"], written[0]["segment"], written[0]["title"]) == (
        "113100000000", "", "小米业绩, 第三季度",
    )  # fmt: skip
