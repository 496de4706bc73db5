"""A build that would make what is there: told by a record of what went in and what came out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.unchanged import Made, Record

FILES = ("config/reports/r.yaml", "corpus/a.txt", "templates/labels.yaml", "reports/r/1/board.pdf")
CODE = """
import sys
from generator.start import main
main()
print(sorted({"typer", "pydantic", "yaml", "polars"} & set(sys.modules)))
"""


@pytest.fixture
def built(tmp_path: Path) -> tuple[Path, Callable[..., Record]]:
    """Return a project that was built, and a function that gives the record of a call there."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")

    def record(*arguments: str) -> Record:
        found = Record.of(["build", *arguments], tmp_path)
        assert found is not None
        return found

    begun = record()
    begun.begin([tmp_path / "corpus"])
    begun.write(Made([str(tmp_path / FILES[3])], 1, "2026-01-07", ["a warning"]), [tmp_path / "corpus"])
    return tmp_path, record


def test_nothing_changed(built: tuple[Path, Callable[..., Record]]) -> None:
    made = built[1]().unchanged()
    assert str(made) == "warning: a warning\n1 file from 1 documents as of 2026-01-07: nothing has changed since."


@pytest.mark.parametrize("name", [*FILES, "corpus/new.txt", "config/themes/new.yaml"])
def test_what_changed_is_noticed(built: tuple[Path, Callable[..., Record]], name: str) -> None:
    root, record = built
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text("other", encoding="utf-8")
    assert record().unchanged() is None


@pytest.mark.parametrize("name", FILES)
def test_what_is_gone_is_noticed(built: tuple[Path, Callable[..., Record]], name: str) -> None:
    (built[0] / name).unlink()
    if name != FILES[0]:
        assert built[1]().unchanged() is None


def test_a_file_written_anew_with_the_same_words_is_no_change(built: tuple[Path, Callable[..., Record]]) -> None:
    os.utime(built[0] / "corpus" / "a.txt", (1, 1))
    assert built[1]().unchanged() is not None


def test_another_call_and_an_ingest_are_no_repetition(built: tuple[Path, Callable[..., Record]]) -> None:
    root, record = built
    assert record("weekly").unchanged() is None
    log = root / ".footnoted" / "store" / "files" / "_delta_log"
    log.mkdir(parents=True)
    (log / "0.json").write_text("{}")
    assert record().unchanged() is None


def test_what_is_due_is_asked_each_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config" / "reports").mkdir(parents=True)

    class Tomorrow(date):
        @classmethod
        def today(cls) -> date:
            return date.today() + timedelta(days=1)

    for arguments in (["build"], ["build", "--since-last"]):
        record = Record(tmp_path, arguments, tmp_path)
        record.begin([])
        record.write(Made([], 1, "2026-01-07", []), [])
        assert Record(tmp_path, arguments, tmp_path).unchanged() is not None
    monkeypatch.setattr("generator.unchanged.date", Tomorrow)
    assert Record(tmp_path, ["build"], tmp_path).unchanged() is not None
    assert Record(tmp_path, ["build", "--since-last"], tmp_path).unchanged() is None


def test_a_file_that_changed_while_it_was_built_leaves_no_record(tmp_path: Path) -> None:
    (tmp_path / "config" / "reports").mkdir(parents=True)
    record = Record(tmp_path, ["build"], tmp_path)
    record.begin([])
    (tmp_path / "config" / "reports" / "r.yaml").write_text("title: new")
    record.write(Made([], 1, "2026-01-07", []), [])
    assert Record(tmp_path, ["build"], tmp_path).unchanged() is None


def test_a_shared_store_is_always_asked(built: tuple[Path, Callable[..., Record]]) -> None:
    root, _ = built
    (root / "config" / "corpus.yaml").write_text("store: s3://bucket/footnoted\n", encoding="utf-8")
    record = Record(root, ["build", "x"], root)
    record.begin([])
    record.write(Made([], 1, "2026-01-07", []), [])
    assert Record(root, ["build", "x"], root).unchanged() is None


def test_a_build_without_a_change_loads_nothing_heavy(built: tuple[Path, Callable[..., Record]]) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CODE, "build"], cwd=built[0], capture_output=True, text=True, timeout=120
    )
    assert ended.returncode == 0, ended.stderr
    told, loaded = ended.stdout.splitlines()[-2:]
    assert told.endswith("nothing has changed since.") and loaded == "[]"
