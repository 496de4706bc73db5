"""A preload of a Dask worker that dies as a machine that fails does: in the moment that it begins footnoted's work."""

from __future__ import annotations

import os
import signal
from typing import Any

from distributed import Worker, WorkerPlugin


class DiesAtWork(WorkerPlugin):
    """Kills its own process when the first piece of footnoted's work goes from ready to executing."""

    def transition(self, key: Any, start: str, finish: str, **_: Any) -> None:
        """Look at a task that goes on: what it gave is gone with the process, and nobody is told."""
        if finish == "executing" and str(key).startswith("_done"):
            os.kill(os.getpid(), signal.SIGKILL)


async def dask_setup(worker: Worker) -> None:
    """Do what Dask asks of a preload, when the worker starts."""
    await worker.plugin_add(DiesAtWork())
