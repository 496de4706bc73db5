"""What a build shows while it runs, and the table it ends in."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table

from generator.corpus.reading import unread

if TYPE_CHECKING:
    from generator.build import Summary
    from generator.ingest import Ingested

_WIDE = 200


class Reporter:
    """Shows the steps of a build on standard error; `quiet` shows nothing. NO_COLOR is Rich's to honour."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._console = Console(stderr=True, quiet=quiet, highlight=False)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        shown = self._console.is_terminal and not quiet
        self._progress = Progress(*columns, console=self._console, transient=True, disable=not shown)
        self._tasks: dict[str, object] = {}
        self._started = time.perf_counter()

    def __enter__(self) -> Reporter:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def step(self, name: str, done: int, total: int) -> None:
        """Show how far a step is."""
        task = self._tasks.setdefault(
            name, self._progress.add_task(name, total=total) if name not in self._tasks else None
        )
        self._progress.update(task, completed=done, total=total)  # type: ignore[arg-type]

    def tell(self, ingested: Ingested) -> None:
        """Print what an ingest did, and what could not be read."""
        if self._quiet:
            return
        console = _console()
        _warn(unread(ingested.errors, ingested.skipped), console)
        gone = f", {ingested.gone} gone" if ingested.gone else ""
        console.print(
            f"{ingested.files} files, {ingested.read} of them new or changed{gone}; {len(ingested.keys)} documents, "
            f"{ingested.added} of them new, {ingested.extracted} read, {time.perf_counter() - self._started:.1f} s",
            soft_wrap=True,
        )

    def summarise(self, summary: Summary) -> None:
        """Print what was built, and what to look at."""
        if self._quiet:
            return
        console = _console()
        table = Table(box=None, pad_edge=False, header_style="bold")
        for name, right in (
            ("file", False),
            ("pages", True),
            ("figures", True),
            ("quotes", True),
            ("disagreements", True),
        ):
            table.add_column(name, justify="right" if right else "left", no_wrap=True)
        for output in summary.outputs:
            numbers = (output.pages, output.figures, output.quotes, output.disagreements)
            table.add_row(_shortest(output.path), *map(str, numbers))
        console.print(table)
        _warn(summary.notices, console)
        seconds = time.perf_counter() - self._started
        count, warnings = len(summary.outputs), len(summary.notices)
        console.print(
            f"{count} file{'s' * (count != 1)} from {summary.documents} documents "
            f"as of {summary.as_of}, {warnings} warning{'s' * (warnings != 1)}, {seconds:.1f} s"
        )


def _console() -> Console:
    """Where nobody looks on, nothing is cut to the width of a screen that there is not."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else _WIDE)


def _warn(notices: list[str], console: Console) -> None:
    for notice in notices:
        console.print(f"warning: {notice}", style="yellow", soft_wrap=True, markup=False)


def _shortest(path: Path) -> str:
    """Return a path as seen from the working directory, where that is the shorter way to write it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
