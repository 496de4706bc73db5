"""What a build says at its end."""

from __future__ import annotations

from datetime import date

import pytest

from generator.build import Summary
from generator.progress import Reporter


def test_what_several_audiences_share_is_told_once_and_whole(capsys: pytest.CaptureFixture[str]) -> None:
    long = (
        "figures: The corpus does not state xiaomi internet_services_gross_margin for [any] of the quarters asked for."
    )
    notices = [
        f"weekly/board: {long}",
        f"weekly/analysts: {long}",
        "corpus/odd.xyz: not read: .xyz is no kind of document.",
    ]
    with Reporter(quiet=False) as reporter:
        pass
    reporter.summarise(Summary(date(2026, 1, 7), 3, notices=notices))
    printed = capsys.readouterr().out.splitlines()
    assert f"warning: weekly/board, analysts: {long}" in printed
    assert "warning: corpus/odd.xyz: not read: .xyz is no kind of document." in printed
    assert printed[-1].startswith("0 files from 3 documents as of 2026-01-07, 3 warnings, ")


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Reporter(quiet=True) as reporter:
        reporter.step("reading", 1, 2)
    reporter.summarise(Summary(date(2026, 1, 7), 3, notices=["weekly/board: x"]))
    assert capsys.readouterr() == ("", "")
