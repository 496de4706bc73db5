"""Key figures, tables and disagreements, each figure in its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.briefing.printed import Direction, Line, Printed


@dataclass(frozen=True, slots=True)
class Card:
    """One key figure. `value` is None where the corpus does not state it; `note` then says so.

    `favourable` says whether the change is a good one, None where that is no matter of direction.
    """

    label: str
    period: str
    value: Printed | None
    change: Printed | None = None
    direction: Direction | None = None
    favourable: bool | None = None
    earlier: Line = ()
    note: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Key figures, most important first."""

    cards: tuple[Card, ...]
    kind: Literal["scorecard"] = "scorecard"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. An empty line prints as a dash; `note` explains a gap."""

    line: Line = ()
    numeric: bool = True
    direction: Direction | None = None
    favourable: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row of a table."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a header over label and cells."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    kind: Literal["table", "ratings"] = "table"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One disagreement: what this briefing states, and what each dissenting source says instead."""

    label: str
    stated: Printed
    stated_by: str
    others: tuple[tuple[Printed, str], ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Where sources disagree; `none` is the sentence that is printed when they don't."""

    conflicts: tuple[Conflict, ...]
    none: str = ""
    kind: Literal["conflicts"] = "conflicts"
