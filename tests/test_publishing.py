"""Files come into place as a set or not at all: killed, two at once, on full disks and in folders that refuse."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import time
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator.errors import OutputFailed
from generator.publishing import draft, publish
from generator.verification.evidence import Ledger, Output, Software
from generator.verification.ledger import read_ledger

FILES = ("board.pdf", "board.pptx", "retail.pdf")


def ledger(mark: str, files: tuple[str, ...] = FILES) -> Ledger:
    outputs = tuple(
        Output(file=f, audience=f.split(".")[0], format="pdf", sha256=mark, count=1, evidence=mark, pages=())
        for f in files
    )
    return Ledger(
        software=Software(version="1"), report="r", issue="i", as_of="2026-01-07", inputs=(), documents=(),
        evidence={mark: ()}, outputs=outputs,
    )  # fmt: skip


def put(folder: Path, mark: str, files: tuple[str, ...] = FILES, size: int = 50_000) -> None:
    with draft(folder) as made:
        for name in files:
            (made / name).write_text(mark * size, encoding="utf-8")
        publish(made, ledger(mark, files), folder)


def state(folder: Path) -> set[str]:
    """Return the marks that a folder's files and its evidence bear; each file bears one, and is whole."""
    marks = {output.sha256 for output in read_ledger(folder / "evidence.json").outputs}
    for name in FILES:
        text = (folder / name).read_text(encoding="utf-8")
        assert len(text) == 50_000, name
        marks |= set(text)
    return marks


def forever(folder: Path, marks: str) -> None:
    for turn in range(100_000):
        put(folder, marks[turn % len(marks)])


def test_killed_at_any_moment_a_set_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    folder, chance = tmp_path / "report" / "issue", random.Random(7)
    put(folder, "a")
    kills, seen, longest = 60, [], 0.25
    for _ in range(kills):
        process = get_context("fork").Process(target=forever, args=(folder, "ab"))
        process.start()
        time.sleep(chance.uniform(0.001, longest))
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        marks = state(folder)
        assert len(marks) == 1
        seen += marks
        longest *= 1 if "b" in seen else 1.2  # a machine that is busy gets further in more time
    assert set(seen) == {"a", "b"}  # kills fell before and after the change
    put(folder, "c")
    assert state(folder) == {"c"}
    left = [path.name for path in folder.parent.iterdir() if path.name not in ("issue", ".issue.lock")]
    assert left == []  # what killed builds left behind is gone
    print(f"{kills} kills, each left one whole set: {seen.count('a')} old or new a, {seen.count('b')} b")


def test_two_at_once_do_not_mix(tmp_path: Path) -> None:
    folder = tmp_path / "report" / "issue"
    context = get_context("fork")
    processes = [context.Process(target=forever, args=(folder, mark)) for mark in "xy"]
    for process in processes:
        process.start()
    while not folder.exists():
        time.sleep(0.01)
    seen = set()
    for _ in range(40):
        time.sleep(0.02)
        before = (folder / "evidence.json").stat()
        try:
            marks = state(folder)
        except FileNotFoundError:  # changed while it was read
            continue
        after = (folder / "evidence.json").stat()
        if (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns):
            assert len(marks) == 1
            seen |= marks
    for process in processes:
        process.kill()
        process.join()
    assert len(state(folder)) == 1
    assert seen


def test_files_that_a_build_does_not_make_are_kept_with_their_evidence(tmp_path: Path) -> None:
    folder = tmp_path / "report" / "issue"
    put(folder, "a")
    (folder / "my notes.txt").write_text("mine", encoding="utf-8")
    put(folder, "b", ("board.pdf",))
    assert (folder / "my notes.txt").read_text(encoding="utf-8") == "mine"
    assert (folder / "retail.pdf").read_text(encoding="utf-8")[0] == "a"
    told = {output.file: output.sha256 for output in read_ledger(folder / "evidence.json").outputs}
    assert told == {"board.pdf": "b", "board.pptx": "a", "retail.pdf": "a"}


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputFailed, match="report") as failed:
        put(tmp_path / "report" / "issue", "a")
    assert "still stands" in str(failed.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    parent = tmp_path / "report"
    parent.mkdir(mode=0o555)
    with pytest.raises(OutputFailed, match="Permission denied"):
        put(parent / "issue", "a")


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting needs root")
@pytest.mark.parametrize("how", ["full", "read-only"])
def test_a_disk_that_is_full_or_read_only_is_told_and_keeps_what_it_has(tmp_path: Path, how: str) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting is not permitted here")
    try:
        folder = disk / "report" / "issue"
        put(folder, "a")
        if how == "read-only":
            subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(OutputFailed, match=r"No space left|Read-only file system"):
            put(folder, "b", size=5_000_000)
        assert state(folder) == {"a"}
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_that_may_not_grow_is_told_and_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "report" / "issue"
    put(folder, "a")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(OutputFailed, match="File too large"):
            put(folder, "b", size=5_000_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert state(folder) == {"a"}
