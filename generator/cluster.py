"""A Dask cluster as an executor. What work needs goes along with it; what a worker lacks is told before any begins."""

from __future__ import annotations

import inspect
import logging
import pickle
import threading
import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError, Executor, Future
from functools import cache, lru_cache
from typing import Any, ParamSpec, TypeVar

from generator.equipment import equipment, lacking
from generator.errors import ClusterFailed, FootnotedError

P = ParamSpec("P")
T = TypeVar("T")
_REACHED = 5  # seconds within which a scheduler answers
_JOINED = 15.0  # seconds that are waited for a worker, at the start and when all are gone
_STEP = 0.5
_ONE_AT_A_TIME = threading.Lock()  # a worker may have many threads; renderers are made for one
_MANY_BYTES = "1GB"  # a file of the corpus may be large, and Dask need not warn of it


class Cluster(Executor):
    """Sends work to the workers of a scheduler. Work of one that dies is done by the others.

    `families` are the fonts that the work sets type in; none where it sets none. Raises ClusterFailed where no
    scheduler answers, no worker comes, or one has another version of footnoted, of a library or of a font.
    """

    def __init__(self, address: str, families: Sequence[str] = ()) -> None:
        self.address, self._families = address, tuple(families)
        self._client = _connected(address)
        self._executor = self._client.get_executor(pure=False)
        self._shared: dict[int, tuple[object, Any]] = {}
        self._waiting: set[Future[Any]] = set()
        self._closed = threading.Event()
        try:
            self._needed = equipment(families)
            self._examine()
        except BaseException:
            self._client.close()
            raise
        self._watching = threading.Thread(target=self._watch, name="footnoted-cluster", daemon=True)
        self._watching.start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Send one piece of work. The object that a method belongs to is sent once, however often it is called."""
        owner = fn.__self__ if inspect.ismethod(fn) else None
        shared = None if owner is None else self._sent(owner)
        call = pickle.dumps((fn if owner is None else getattr(fn, "__name__", ""), args, kwargs))
        asked: Future[T] = Future()
        asked.set_running_or_notify_cancel()
        self._waiting.add(asked)
        sent = self._executor.submit(_done, self._needed, self._families, shared, call)
        sent.add_done_callback(lambda done: self._answer(asked, done))
        return asked

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster; what nobody waits for any more is not done."""
        self._closed.set()
        # A client that closes under a question to its scheduler answers with nothing, or not at all.
        self._watching.join(_REACHED)
        self._client.close()

    def _sent(self, owner: object) -> Any:
        # Data scattered to a worker is lost with it; what a task gives is made again by another.
        if id(owner) not in self._shared:
            self._shared[id(owner)] = owner, self._client.submit(_as_sent, pickle.dumps(owner), pure=False)
        return self._shared[id(owner)][1]

    def _examine(self) -> None:
        """Hold the scheduler and each worker that is there against this process."""
        ended = time.monotonic() + _JOINED
        while not (workers := self._workers()):
            if time.monotonic() > ended:
                raise ClusterFailed(f"The scheduler at {self.address} has no workers.", _START)
            time.sleep(_STEP)
        told = self._client.run(lacking, self._needed, self._families, on_error="return")
        problems = [_told(f"worker {name}", told.get(name, [])) for name in workers]
        try:
            self._client.run_on_scheduler(lacking, {"footnoted": self._needed["footnoted"]})
        except Exception as error:
            problems.append(_told(f"scheduler {self.address}", error))
        if wrong := [problem for problem in problems if problem]:
            raise ClusterFailed("\n".join(wrong), _SAME)

    def _workers(self) -> list[str]:
        try:
            told = self._client.scheduler_info(n_workers=-1)  # nothing at all, when it lost its scheduler
            return list(told.get("workers", ()))
        except (OSError, TimeoutError):
            return []

    def _watch(self) -> None:
        """Give up what is waited for when there is nobody left to do it: Dask itself would wait for ever."""
        seen = time.monotonic()
        while not self._closed.wait(_STEP):
            if self._client.status == "running" and self._workers():
                seen = time.monotonic()
            elif time.monotonic() - seen > _JOINED:
                self._give_up()
                seen = time.monotonic()

    def _give_up(self) -> None:
        for asked in list(self._waiting):
            self._fail(asked, ClusterFailed(f"The cluster at {self.address} has no workers any more.", _START))

    def _answer(self, asked: Future[Any], done: Future[Any]) -> None:
        if done.cancelled():
            self._fail(asked, ClusterFailed(f"The scheduler at {self.address} is gone.", _START))
        elif (error := done.exception()) is not None:
            self._fail(asked, self._in_own_words(error))
        elif asked in self._waiting:
            self._waiting.discard(asked)
            asked.set_result(done.result())

    def _fail(self, asked: Future[Any], error: BaseException) -> None:
        if asked in self._waiting:
            self._waiting.discard(asked)
            asked.set_exception(error)

    def _in_own_words(self, error: BaseException) -> BaseException:
        from distributed import KilledWorker

        if isinstance(error, KilledWorker):
            what = f"Workers died one after another over one piece of work (the last: {error.last_worker.address})."
            return ClusterFailed(what, "Look into their logs: most often it is memory. Or leave out --cluster.")
        if isinstance(error, CancelledError | OSError | TimeoutError):
            return ClusterFailed(f"The scheduler at {self.address} is gone.", _START)
        if isinstance(error, ImportError | AttributeError) and not isinstance(error, FootnotedError):
            return ClusterFailed(f"A worker of {self.address} can't load footnoted: {error}", _SAME)
        return error


_START = "Start it with 'dask scheduler' and 'dask worker ADDRESS --nthreads 1', or leave out --cluster."
_SAME = "Install the same versions, and the same fonts, on every machine of the cluster, or leave out --cluster."


def _connected(address: str) -> Any:
    """Return a client of a scheduler. Raises ClusterFailed."""
    try:
        import dask.config
        from distributed import Client
    except ImportError:
        what = "--cluster needs Dask, which is not installed."
        raise ClusterFailed(what, "Install it: pip install 'footnoted[cluster]'") from None
    dask.config.set({"distributed.admin.large-graph-warning-threshold": _MANY_BYTES})
    # Dask tells of lost connections on standard error, at length; what they mean for the work is told once, here.
    for name in ("distributed", "distributed.client", "tornado.application", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions that differ are told by `_examine`, and end it
            return Client(address, timeout=_REACHED, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError):
        raise ClusterFailed(f"No scheduler answers at {address}.", _START) from None
    except (ValueError, TypeError) as error:
        raise ClusterFailed(
            f"'{address}' is no address of a scheduler: {error}", "One looks like tcp://host:8786."
        ) from None


def _told(who: str, lacks: Sequence[str] | BaseException) -> str:
    if isinstance(lacks, ImportError):
        return f"{who} has no footnoted, or another version: {lacks}"
    if isinstance(lacks, BaseException):
        return f"{who}: {type(lacks).__name__}: {lacks}"
    return f"{who}: {'; '.join(lacks)}" if lacks else ""


def _as_sent(owner: bytes) -> bytes:
    return owner


def _done(needed: Mapping[str, str], families: tuple[str, ...], shared: bytes | None, call: bytes) -> Any:
    """Do, in a worker, what was sent. Raises ClusterFailed where it came later than the others and lacks something."""
    if lacks := _lacks(tuple(needed.items()), families):
        from distributed import get_worker

        raise ClusterFailed(_told(f"worker {get_worker().address}", lacks), _SAME)
    with _ONE_AT_A_TIME:
        function, args, kwargs = pickle.loads(call)
        method = function if shared is None else getattr(_loaded(shared), function)
        return method(*args, **kwargs)


@cache
def _lacks(needed: tuple[tuple[str, str], ...], families: tuple[str, ...]) -> list[str]:
    return lacking(dict(needed), families)


@lru_cache(maxsize=4)
def _loaded(owner: bytes) -> Any:
    return pickle.loads(owner)
