"""A Dask cluster on this machine: a scheduler and workers, each a process of its own that can be killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from distributed import Client

ROOT = Path(__file__).parent.parent


class Processes:
    """The scheduler's and the workers' processes; workers run where no project is."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self._folder = folder
        self._environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        self._log = (folder / "log").open("w")
        self.scheduler = self._start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", "s.json", "--no-dashboard"
        )
        while not (folder / "s.json").exists() or not (folder / "s.json").read_text():
            assert self.scheduler.poll() is None, (folder / "log").read_text()
            time.sleep(0.05)
        self.address: str = json.loads((folder / "s.json").read_text())["address"]
        self.workers: dict[str, subprocess.Popen[bytes]] = {}

    def worker(self, name: str, *more: str, **environment: str) -> None:
        """Start a worker of one thread, without the nanny that would start it again; `more` are options of Dask's."""
        options = (
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
            "--name",
            name,
            "--local-directory",
            str(self._folder),
            *more,
        )
        self.workers[name] = self._start("worker", self.address, *options, **environment)

    def joined(self, name: str) -> str:
        """Wait for a worker to be known to the scheduler, and return its address."""
        with Client(self.address, set_as_default=False) as client:
            while True:
                for address, each in client.scheduler_info(n_workers=-1)["workers"].items():
                    if each["name"] == name:
                        return str(address)
                assert self.workers[name].poll() is None, (self._folder / "log").read_text()
                time.sleep(0.1)

    def doomed(self, name: str) -> None:
        """Start a worker that is killed at the first piece of work that it begins, and wait until it is known."""
        self.worker(name, "--preload", "tests.dies_at_work")
        self.joined(name)

    def died_at_work(self, name: str) -> bool:
        """Return whether a worker began work, and was killed at it."""
        return self.workers[name].wait(60) == -signal.SIGKILL

    def kill(self, name: str) -> None:
        """Kill a worker as a machine that fails would."""
        self.workers[name].send_signal(signal.SIGKILL)
        self.workers[name].wait()

    def end(self) -> None:
        """End all of them."""
        for each in (*self.workers.values(), self.scheduler):
            each.kill()
            each.wait()
        self._log.close()

    def _start(self, kind: str, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli.dask_" + kind, *arguments]
        return subprocess.Popen(
            command, cwd=self._folder, env={**self._environment, **environment}, stdout=self._log, stderr=self._log
        )


@contextmanager
def cluster(folder: Path, workers: int = 3, **environment: str) -> Iterator[Processes]:
    """Give a scheduler and workers, all of them joined."""
    folder.mkdir()
    made = Processes(folder, **environment)
    try:
        for number in range(workers):
            made.worker(f"w{number}")
        for name in made.workers:
            made.joined(name)
        yield made
    finally:
        made.end()
