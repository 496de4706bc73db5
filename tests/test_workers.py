"""Workers: processes that end with the one that they work for, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

BUILD = """
import os, time
from concurrent.futures import wait
from generator.workers import workers

with workers(2) as pool:
    begun = [pool.submit(time.sleep, 0.5) for _ in range(2)]
    wait(begun)
    print(*pool._processes, flush=True)
    time.sleep(600)
"""


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):  # it may end while its state is read
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGKILL])
def test_workers_that_wait_for_work_end_with_a_build_that_is_killed(by: signal.Signals) -> None:
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen([sys.executable, "-c", BUILD], env=env, stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout is not None
        pids = [int(pid) for pid in build.stdout.readline().split()]
        assert len(pids) == 2 and all(alive(pid) for pid in pids)
        build.send_signal(by)
    until = time.monotonic() + 60
    while any(alive(pid) for pid in pids) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(alive(pid) for pid in pids)
