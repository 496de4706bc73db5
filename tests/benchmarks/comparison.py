"""What footnoted takes for a job, beside what a user would run instead, in turn, several times."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.settings.project import open_project
from tests.benchmarks.projects import FOOTNOTED, composed, demo, many
from tests.benchmarks.retold import retell
from tests.benchmarks.running import Run, Runs, run
from tests.conftest import ROOT

_ALL = "pdf,pptx,html"
_STORE, _RECORDS = ".footnoted/store", (".footnoted/briefings", ".footnoted/builds")


@dataclass(frozen=True)
class Measured:
    """One way to do one job: who, what was run, how it went; `missing` says why it was not."""

    job: str
    who: str
    command: str
    runs: Runs | None
    missing: str = ""


def job(runs: int) -> Iterator[Measured]:
    """Measure one command for three audiences in three formats: sources unread, sources read before, nothing new."""
    with tempfile.TemporaryDirectory() as name:
        project = demo(Path(name) / "demo")
        folders = _retold(project, Path(name), ("weekly",))
        build = [*FOOTNOTED, "build", "weekly", "--format", _ALL, "--quiet"]
        peers = _peers(_ALL, "pptx,pdf", folders)
        told = f"footnoted build weekly --format {_ALL}"
        run(build, project)
        ways = {
            ("unread", "footnoted", told): lambda: _without(project, (".footnoted",), build),
            ("read before", "footnoted", told): lambda: _without(project, _RECORDS, build),
            ("nothing new", "footnoted", told): lambda: run(build, project),
            **peers,
        }
        yield from _in_turn(ways, runs)


def matrix(briefings: int, runs: int) -> Iterator[Measured]:
    """Measure many briefings, as PDF and deck, on all cores; the sources are read before."""
    with tempfile.TemporaryDirectory() as name:
        project = many(Path(name) / "many", briefings)
        folders = _retold(project, Path(name), ())
        print(f"{briefings} briefings composed, and their texts and charts retold for the others", flush=True)
        build = [*FOOTNOTED, "build", "--format", "pdf,pptx", "--quiet"]
        ways: dict[tuple[str, str, str], Callable[[], Run] | str] = {
            ("read before", "footnoted", "footnoted build --format pdf,pptx"): lambda: _without(
                project, _RECORDS, build
            ),
            **{way: made for way, made in _peers("pdf,pptx", "", folders).items() if "marp" not in way[1].lower()},
            ("written before", "the packages alone", "peers plain pdf,pptx"): lambda: _peer(
                "plain", "pdf,pptx", folders
            ),
        }
        yield from _in_turn(ways, runs)


def _retold(project: Path, base: Path, reports: tuple[str, ...]) -> list[Path]:
    opened, folders = open_project(project), []
    for briefing in composed(opened, reports):
        folders.append(base / "retold" / f"{briefing.report}-{briefing.audience_id}")
        retell(briefing, opened.themes[briefing.audience.theme], folders[-1])
    return folders


def _peers(
    all_formats: str, decks: str, folders: Sequence[Path]
) -> dict[tuple[str, str, str], Callable[[], Run] | str]:
    """Return what else makes the same files, each from texts, tables and charts that are ready."""
    marp = os.environ.get("MARP") or shutil.which("marp")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    reason = "" if marp and chromium else "Marp or Chromium is not installed (npm install -g @marp-team/marp-cli)"
    return {
        ("written before", "pandoc + Typst", f"peers pandoc-typst {all_formats}"): lambda: _peer(
            "pandoc-typst", all_formats, folders
        ),
        ("written before", "Marp + Chromium (deck only)", f"peers marp {decks}"): reason
        or (lambda: _peer("marp", decks, folders, MARP=str(marp))),
    }


def _peer(who: str, formats: str, folders: Sequence[Path], **environment: str) -> Run:
    here = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "tests.benchmarks.peers", who, formats, *folders]
    return run(command, folders[0], PYTHONPATH=here, **environment)


def _without(project: Path, gone: Sequence[str], command: Sequence[str | Path]) -> Run:
    """Run in a project without its outputs and some of what it keeps."""
    for name in ("reports", *gone):
        shutil.rmtree(project / name, ignore_errors=True)
    return run(command, project)


def _in_turn(ways: dict[tuple[str, str, str], Callable[[], Run] | str], times: int) -> Iterator[Measured]:
    """Yield each way's runs: one of each after another, so that a change of the machine's speed meets all of them."""
    took: dict[tuple[str, str, str], list[Run]] = {way: [] for way in ways}
    for number in range(1, times + 1):
        for way, made in ways.items():
            if not isinstance(made, str):
                took[way].append(one := made())
                told = f"{one.wall:.1f} s, {one.cpu:.1f} s of processor, {one.memory:.0f} MB"
                print(
                    f"run {number} of {times}: {way[1]}, {way[0]}: {told}", flush=True
                )  # long runs are looked in upon
    for (state, who, command), runs in took.items():
        missing = ways[state, who, command]
        yield Measured(
            state, who, command, Runs(tuple(runs)) if runs else None, missing if isinstance(missing, str) else ""
        )
