"""The command line, run as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.command import footnoted

NEWS = "小米集团第三季度营收1131亿元，同比增长22.3%。雷军表示：“我们会坚持技术为本，继续加大投入。”\n"
FIGURE_KEYS = "metric entity segment measure value unit period basis bound precision document title publisher published start end text sentence"
QUOTE_KEYS = "speaker role kind text document title publisher published start end sentence"


def test_figures_from_standard_input_without_a_project(tmp_path: Path) -> None:
    ended = footnoted("figures", "-", "--format", "jsonl", folder=tmp_path, given=NEWS)
    level, growth = map(json.loads, ended.stdout.splitlines())
    assert list(level) == FIGURE_KEYS.split()
    assert (level["metric"], level["entity"], level["value"], level["unit"]) == (
        "revenue",
        "xiaomi",
        113_100_000_000,
        "CNY",
    )
    assert (growth["measure"], growth["value"], growth["unit"]) == ("yoy", 22.3, "percent")
    assert NEWS[level["start"] : level["end"]] == level["text"] == "1131亿元"
    assert ended.returncode == 0


def test_quotes_as_csv(tmp_path: Path) -> None:
    ended = footnoted("quotes", "--format", "csv", folder=tmp_path, given=NEWS)
    header, row = ended.stdout.splitlines()
    assert header == ",".join(QUOTE_KEYS.split())
    assert row.startswith("雷军,") and "我们会坚持技术为本" in row


def test_all_shows_what_no_metric_claims(tmp_path: Path) -> None:
    text = "The visitors brought 35,000 flowers worth $2.5 million.\n"
    assert footnoted("figures", "--format", "jsonl", folder=tmp_path, given=text).stdout == ""
    rows = footnoted("figures", "--format", "jsonl", "--all", folder=tmp_path, given=text).stdout.splitlines()
    assert {json.loads(row)["metric"] for row in rows} == {None}


def test_a_missing_corpus_is_one_message_and_its_own_exit_code(tmp_path: Path) -> None:
    ended = footnoted("figures", "nowhere.txt", folder=tmp_path)
    assert (ended.returncode, ended.stdout) == (4, "")
    assert ended.stderr.startswith("There is no corpus at nowhere.txt.")


def test_no_project(tmp_path: Path) -> None:
    ended = footnoted("build", folder=tmp_path)
    assert ended.returncode == 1
    assert "footnoted init DIR" in ended.stderr and "Traceback" not in ended.stderr


def test_a_wrong_option_is_told_without_a_traceback(tmp_path: Path) -> None:
    ended = footnoted("figures", "--frmat", "csv", folder=tmp_path)
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr and "--frmat" in ended.stderr
