"""What commands take on their line: each option once, with its help, read into what the work below asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from generator.settings.audience import Format


class RowFormat(StrEnum):
    """How rows are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO week as a day: its Sunday, or today where the week goes on and has no end yet."""

    day: date


def read_week(given: str) -> Week:
    """Read 2026-W01. Raises BadParameter."""
    try:
        year, number = given.upper().split("-W")
        monday, sunday = (date.fromisocalendar(int(year), int(number), day) for day in (1, 7))
    except ValueError:
        raise typer.BadParameter(f"'{given}' is no week like 2026-W01.") from None
    today = date.today()
    return Week(today if monday <= today < sunday else sunday)


def read_day(given: str) -> date:
    """Read 2026-01-07. Raises BadParameter."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(f"'{given}' is no day like 2026-01-07.") from None


def read_moment(given: str) -> datetime:
    """Read 2026-01-11, which is known until its end, or 2026-01-11T09:30. Raises BadParameter."""
    try:
        if len(given) <= 10:
            return datetime.combine(date.fromisoformat(given), time.max)
        return datetime.fromisoformat(given).replace(tzinfo=None)
    except ValueError:
        raise typer.BadParameter(
            f"'{given}' is neither a day like 2026-01-11 nor a moment like 2026-01-11T09:30."
        ) from None


def read_formats(given: Sequence[str] | None) -> tuple[Format, ...]:
    """Read `pdf,pptx`, or one each. Raises BadParameter."""
    from generator.settings.audience import FORMATS  # it brings pydantic, which `--version` does without

    listed = [part.strip() for part in ",".join(given or ()).split(",") if part.strip()]
    wrong = [part for part in listed if part not in FORMATS]
    if wrong:
        raise typer.BadParameter(f"'{wrong[0]}' is no format: {', '.join(FORMATS)}.")
    return tuple(listed)  # type: ignore[arg-type]


def _option(name: str, meaning: str, *short: str) -> Any:
    """Return an option that has no default worth showing."""
    return typer.Option(name, *short, help=meaning, show_default=False)


Paths = Annotated[list[Path] | None, typer.Argument(help="Files and folders; - is standard input.", show_default=False)]
Sources = Annotated[
    list[Path] | None, typer.Argument(help="Files, folders, globs; corpus/ if none is named.", show_default=False)
]
Reports = Annotated[
    list[str] | None, typer.Argument(help="Names of reports; all of them if none is named.", show_default=False)
]
Audiences = Annotated[list[str] | None, _option("--audience", "For this audience only.", "-a")]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=read_day,
        metavar="DAY",
        help="As of a day: 2026-01-07. Nothing later is known.",
        show_default=False,
    ),
]
IsoWeek = Annotated[
    Week | None,
    typer.Option(
        "--week",
        parser=read_week,
        metavar="WEEK",
        show_default=False,
        help="The issue of an ISO week, 2026-W01: as of its end, and as it was issued, where it was.",
    ),
]
Known = Annotated[
    datetime | None,
    typer.Option(
        "--known",
        parser=read_moment,
        metavar="MOMENT",
        show_default=False,
        help="As the store knew the corpus then: 2026-01-11, or with a time, UTC.",
    ),
]
Formats = Annotated[list[str] | None, _option("--format", "pdf, pptx, html; again, or with commas, for several.")]
Corpus = Annotated[list[Path] | None, _option("--corpus", "Files or folders instead of corpus/.")]
Out = Annotated[Path | None, _option("--out", "Folder of the outputs instead of reports/.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 is one a core.")]
Cluster = Annotated[str | None, _option("--cluster", "Work on the Dask cluster of this scheduler: tcp://host:8786.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Rows = Annotated[RowFormat, typer.Option("--format", help="How rows are printed.")]
