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

import ctypes
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
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

    Memory is bounded where the system tells how much is in use (Linux).
    """
    with _memory(bound("TEMPLATE_MEGABYTES")), _time(bound("TEMPLATE_SECONDS")):
        yield


def _time(seconds: int) -> AbstractContextManager[None]:
    main = threading.current_thread() is threading.main_thread()
    return _by_signal(seconds) if main and hasattr(signal, "setitimer") else _by_thread(seconds)


def _told(seconds: int) -> str:
    return f"it ran for more than {seconds} seconds (FOOTNOTED_TEMPLATE_SECONDS)"


@contextmanager
def _by_signal(seconds: int) -> Iterator[None]:
    def over(number: int, frame: FrameType | None) -> None:
        raise TooMuch(_told(seconds))

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _by_thread(seconds: int) -> Iterator[None]:
    """Bound a thread that signals don't reach, as that in which a cluster's worker works: another one raises in it."""
    here, lock = ctypes.c_ulong(threading.get_ident()), threading.Lock()
    ended = raised = False

    def raise_in_it(what: object) -> None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(here, what and ctypes.py_object(what))

    def over() -> None:
        nonlocal raised
        with lock:
            if not ended:
                raised = True
                raise_in_it(TooMuch)

    timer = threading.Timer(seconds, over)
    timer.daemon = True
    timer.start()
    try:
        yield
    except TooMuch as error:
        error.args = (_told(seconds),)
        raise
    finally:
        with lock:
            ended = True
        timer.cancel()
        if raised:
            raise_in_it(None)  # one that has not come yet would come to what runs next


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
