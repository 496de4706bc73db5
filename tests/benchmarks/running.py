"""A command run as a user runs it, and what it took with every process that it started: time, processor, memory."""

from __future__ import annotations

import ctypes
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_BECOME_SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of prctl(2): who outlives its parent becomes ours, and is reaped here
_LOOK = 0.2  # seconds between two looks at the memory


class Failed(Exception):
    """A command that is measured ended with an error."""


@dataclass(frozen=True)
class Run:
    """What one run took: seconds of the clock, seconds of all processors, the most memory at one time (MB)."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Runs:
    """Several runs of one command."""

    runs: tuple[Run, ...]


def run(command: Sequence[str | Path], folder: Path, **environment: str) -> Run:
    """Run a command in a folder to its end, and that of all it started. Raises Failed with what it said."""
    ctypes.CDLL(None).prctl(_BECOME_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryFile("w+") as said:
        begun = time.perf_counter()
        process = subprocess.Popen(
            list(map(str, command)), cwd=folder, env={**os.environ, **environment}, stdout=said, stderr=said
        )
        cpu = memory = 0.0
        code = wall = None
        while True:
            memory = max(memory, sum(map(_memory, _descendants(os.getpid()))))
            for pid, status, used in _ended():
                cpu += used
                if pid == process.pid:
                    code, wall = os.waitstatus_to_exitcode(status), time.perf_counter() - begun
            if wall is not None and not any(_descendants(os.getpid())):
                break
            time.sleep(_LOOK if wall is None and time.perf_counter() - begun > _LOOK else 0.005)
        process.returncode = code
        if code:
            said.seek(0)
            raise Failed(f"{' '.join(map(str, command))} ended with {code}:\n{said.read()[-2000:]}")
    return Run(wall, cpu, memory)


def _ended() -> Iterator[tuple[int, int, float]]:
    """Yield the children that have ended: id, status, seconds of processor with all that they waited for."""
    while True:
        try:
            pid, status, used = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        yield pid, status, used.ru_utime + used.ru_stime


def _descendants(pid: int) -> Iterator[int]:
    """Yield what a process started, and what that started; one that ends meanwhile has none."""
    with suppress(OSError):
        for children in list(Path(f"/proc/{pid}/task").glob("*/children")):
            for child in map(int, children.read_text().split()):
                yield child
                yield from _descendants(child)


def _memory(pid: int) -> float:
    """Return the memory of a process (MB); what several share is counted once (Pss of proc(5))."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:  # it has just ended
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
