"""Where work is done: in this process, in others, or on a cluster; always through `concurrent.futures`."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing.connection import wait
from typing import Any, ParamSpec, TypeVar

from generator.cluster import Cluster

P = ParamSpec("P")
T = TypeVar("T")


class InThisProcess(Executor):
    """Does what is submitted at once."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Return a future that is done."""
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


@contextmanager
def workers(jobs: int, *modules: str, cluster: str | None = None, fonts: Sequence[str] = ()) -> Iterator[Executor]:
    """Give an executor of so many processes; they start when the first work comes, with these modules loaded once.

    They are forked from a server that has no threads: the libraries of this process have some, and a fork copies none.
    With the address of a `cluster`, its workers are used instead; `fonts` are the families that they must have.
    """
    if cluster:
        with Cluster(cluster, fonts) as executor:
            yield executor
        return
    if jobs <= 1:
        yield InThisProcess()
        return
    context: Any = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["generator.garbage", *modules])
    forkserver.ensure_running()  # it loads them while this process goes on
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_ends_with_its_parent) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _ends_with_its_parent() -> None:
    """End this process when the one that it works for is gone: a worker that waits for work never hears of that.

    All workers hold both ends of the pipe that work comes through, so that a build that was killed left them there.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()
