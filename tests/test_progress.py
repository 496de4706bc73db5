"""What a build says at its end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build import Summary
from generator.ingest import Ingest
from generator.progress import Reporter
from generator.settings.project import open_project
from generator.settings.starting import start_project
from generator.workers import InThisProcess


def test_notices_are_told_whole_and_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    long = "figures: The corpus does not state xiaomi internet_services_gross_margin for [any] of the quarters asked."
    notices = [
        f"weekly/board, analysts: {long}",
        "/data/odd.xyz: not read: .xyz is no kind of document.",
        "/data/even.xyz: not read: .xyz is no kind of document.",
        "2025-W47 stands as it was issued.",
    ]
    with Reporter(quiet=False) as reporter:
        reporter.step("reading", 1, 2)
    reporter.summarise(Summary(date(2026, 1, 7), 3, notices=notices))
    output = capsys.readouterr()
    assert output.err == "", "where nobody looks on, no progress is shown, not even an empty line"
    printed = output.out.splitlines()
    assert [row for row in printed if row.startswith("warning: ")] == [f"warning: {notice}" for notice in notices]
    assert printed[-1].startswith("0 files from 3 documents as of 2026-01-07, 4 warnings, ")


def test_an_ingest_tells_every_file_that_it_did_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start_project(tmp_path / "p")
    for name, text in (("photo.jpg", "x"), ("empty.txt", ""), ("feed.rss", "<rss><channel><item></item>")):
        (tmp_path / "p" / "corpus" / name).write_text(text)
    project = open_project(tmp_path / "p")
    with Reporter(quiet=False) as reporter:
        reporter.tell(Ingest(project, InThisProcess()).run([project.root / "corpus"], kept=False, others=False))
    told = [row for row in capsys.readouterr().out.splitlines() if row.startswith("warning: ")]
    assert [row.rpartition("/")[2] for row in told] == [
        "empty.txt: no document is in it.",
        "feed.rss: no document is in it.",
        "photo.jpg: not read: .jpg is no kind of document.",
    ]


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Reporter(quiet=True) as reporter:
        reporter.step("reading", 1, 2)
    reporter.summarise(Summary(date(2026, 1, 7), 3, notices=["weekly/board: x"]))
    assert capsys.readouterr() == ("", "")
