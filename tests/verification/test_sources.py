"""What evidence is held against where the corpus has moved on: the store has what was corrected or deleted since."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.command import footnoted

REPORT = """
title: Small
entity: xiaomi
audiences: [board]
sections:
  - {id: key, block: scorecard, metrics: [revenue, gross_margin]}
  - {id: list, block: sources}
"""
NEWS = (
    "The third quarter\nDaily· 2025-11-18 08:00\nXiaomi's revenue was RMB 113.1 billion in the third quarter of 2025.\n"
)
MARGIN = "Margins\nWeekly· 2025-11-19 08:00\nXiaomi's gross margin was 22.9% in the third quarter of 2025.\n"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a finished page of a project of two documents."""
    footnoted("init", "small", folder=tmp_path)
    root = tmp_path / "small"
    for name in ("corpus", "config/reports"):
        shutil.rmtree(root / name)
        (root / name).mkdir()
    (root / "config" / "reports" / "small.yaml").write_text(REPORT, encoding="utf-8")
    (root / "corpus" / "news.txt").write_text(NEWS, encoding="utf-8")
    (root / "corpus" / "margin.txt").write_text(MARGIN, encoding="utf-8")
    done = footnoted("build", "--format", "html", folder=root)
    assert done.returncode == 0, done.stderr
    return next((root / "reports" / "small").glob("*/board.html"))


def test_a_past_issue_is_held_against_what_the_store_keeps(built: Path) -> None:
    root = built.parents[3]
    assert "no longer in the corpus" not in footnoted("verify", str(built), folder=root).stdout
    (root / "corpus" / "news.txt").write_text(NEWS.replace("113.1", "113.2"), encoding="utf-8")
    (root / "corpus" / "margin.txt").unlink()
    done = footnoted("verify", str(built), folder=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 sources are no longer in the corpus as cited, and stand in the store as they were." in done.stdout


def test_a_source_that_neither_corpus_nor_store_has_is_told(built: Path) -> None:
    root = built.parents[3]
    (root / "corpus" / "margin.txt").unlink()
    shutil.rmtree(root / ".footnoted")
    done = footnoted("verify", str(built), folder=root)
    assert done.returncode != 0
    assert "the corpus does not hold the source 'Margins'" in done.stdout
