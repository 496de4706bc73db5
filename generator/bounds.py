"""Bounds of time and memory for what others wrote: templates, YAML, Office files. All can be set by the environment.

| variable | what it bounds | default |
|---|---|---|
| FOOTNOTED_TEMPLATE_SECONDS | how long one template, or one author's text, may run | 60 |
| FOOTNOTED_TEMPLATE_MEGABYTES | the memory it may take beside what is in use | 1024 |
| FOOTNOTED_YAML_NODES | the values that one YAML file may come to, aliases written out | 300000 |
| FOOTNOTED_OFFICE_MEGABYTES | what a master or a deck may come to once unpacked | 300 |

What a corpus may hold is bounded by `limits:` in config/corpus.yaml.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Literal

Bound = Literal["TEMPLATE_SECONDS", "TEMPLATE_MEGABYTES", "YAML_NODES", "OFFICE_MEGABYTES"]
_DEFAULTS: dict[Bound, int] = {
    "TEMPLATE_SECONDS": 60, "TEMPLATE_MEGABYTES": 1024, "YAML_NODES": 300_000, "OFFICE_MEGABYTES": 300,
}  # fmt: skip


class TooMuch(Exception):
    """Something took more time than it may."""


def bound(name: Bound) -> int:
    """Return a bound: the environment's where it names a whole number above zero, else the default."""
    given = os.environ.get(f"FOOTNOTED_{name}", "")
    return int(given) if given.isdigit() and int(given) else _DEFAULTS[name]


@contextmanager
def bounded() -> Iterator[None]:
    """Let what runs inside take no more time and memory than a template may. Raises TooMuch or MemoryError.

    Time is bounded in the main thread alone, memory where the system tells how much is in use (Linux).
    """
    with _memory(bound("TEMPLATE_MEGABYTES")), _time(bound("TEMPLATE_SECONDS")):
        yield


@contextmanager
def _time(seconds: int) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def over(number: int, frame: FrameType | None) -> None:
        raise TooMuch(f"it ran for more than {seconds} seconds (FOOTNOTED_TEMPLATE_SECONDS)")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _memory(megabytes: int) -> Iterator[None]:
    told = Path("/proc/self/statm")
    if not told.exists():
        yield
        return
    import resource

    used = int(told.read_text().split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = used + megabytes * 2**20
    if soft != resource.RLIM_INFINITY and soft < wanted:
        wanted = soft
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
