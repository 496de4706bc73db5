"""`footnoted figures` and `footnoted quotes` on plain text, with no project around, in every form."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.test_cli import FIGURE_KEYS, NEWS, footnoted

LIST = "BYD's revenue and net profit were 10 billion yuan, 2 billion yuan and 3 billion yuan, respectively, in 2024.\n"


def test_doubtful_lists_what_was_not_accepted_with_the_reason(tmp_path: Path) -> None:
    accepted = footnoted("figures", "-", "--format", "jsonl", folder=tmp_path, given=LIST)
    assert accepted.stdout == ""
    ended = footnoted("figures", "-", "--doubtful", "--format", "jsonl", folder=tmp_path, given=LIST)
    rows = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [row["text"] for row in rows] == ["10 billion yuan", "2 billion yuan", "3 billion yuan"]
    assert {row["doubt"] for row in rows} == {"a list of another length than the list of metrics"}
    assert list(rows[0]) == [*FIGURE_KEYS.split(), "doubt"]


def test_doubtful_is_silent_about_what_was_accepted(tmp_path: Path) -> None:
    assert footnoted("figures", "--doubtful", "--format", "jsonl", folder=tmp_path, given=NEWS).stdout == ""


def test_csv_has_the_keys_as_its_header_and_a_line_a_figure(tmp_path: Path) -> None:
    ended = footnoted("figures", "-", "--format", "csv", folder=tmp_path, given=NEWS)
    level, growth = csv.DictReader(io.StringIO(ended.stdout))
    assert list(level) == FIGURE_KEYS.split()
    assert (level["text"], growth["text"], growth["measure"]) == ("1131亿元", "22.3%", "yoy")


def test_the_table_is_for_reading(tmp_path: Path) -> None:
    ended = footnoted("figures", "-", folder=tmp_path, given=NEWS)
    header, level, growth = ended.stdout.splitlines()
    assert header.split() == [
        "metric",
        "entity",
        "segment",
        "measure",
        "value",
        "unit",
        "period",
        "basis",
        "bound",
        "text",
    ]
    assert "113,100,000,000" in level and level.rstrip().endswith("1131亿元")
    assert "yoy" in growth and "·" in growth  # nothing where there is nothing


def test_the_quotes_table_names_the_speaker(tmp_path: Path) -> None:
    ended = footnoted("quotes", "-", folder=tmp_path, given=NEWS)
    header, row = ended.stdout.splitlines()
    assert header.split() == ["speaker", "role", "kind", "text"]
    assert row.split()[0] == "雷军" and "direct" in row


def test_text_without_figures_prints_no_rows(tmp_path: Path) -> None:
    for form, expected in (("jsonl", ""), ("csv", ",".join(FIGURE_KEYS.split()) + "\n")):
        assert footnoted("figures", "-", "--format", form, folder=tmp_path, given="A calm day.\n").stdout == expected


def test_files_and_folders_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "one.txt").write_text("2025-11-19\n" + NEWS, encoding="utf-8")
    ended = footnoted("figures", "news", "--format", "jsonl", folder=tmp_path)
    level, _ = map(json.loads, ended.stdout.splitlines())
    assert (level["period"], level["published"]) == ("2025-Q3", "2025-11-19T00:00")
