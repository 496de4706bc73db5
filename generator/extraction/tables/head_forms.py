"""How the marks of a head stand over columns: `2Q24 Shipments 2Q24 Share`, `Shipments 2Q24 Share 2Q24`, `Revenue Share 2Q24 1Q24 2Q24 1Q24`.

A head is read where it can stand over its columns in one way only: as many of them, each of the kind that is told below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.extraction.frozen import frozen
from generator.extraction.tables.columns import Stretch
from generator.extraction.tables.head_marks import Mark


@frozen
class Column:
    """What stands over a column: its own mark, and what goes for it of another."""

    mark: Mark
    name: Mark | None
    time: Mark | None

    @property
    def said(self) -> str:
        """What is read of it."""
        pieces = [self.time, self.name, self.mark if self.mark.kind == "change" else None]
        return " ".join(piece.said for piece in pieces if piece)

    @property
    def name_said(self) -> str:
        """What its name says, in small letters."""
        return self.name.said.casefold() if self.name else ""

    @property
    def place(self) -> Stretch:
        """Where its own mark stands."""
        return Stretch(self.mark.start, self.mark.end)

    def holds(self, kind: str) -> bool:
        """Whether a column of a kind of cells, percent or number, may stand below."""
        if self.name and self.name.account:  # its rows name what is told, each in its own kind
            return True
        percent = "%" in self.said
        if self.mark.kind == "change" or (self.name and self.name.percent):
            return kind == "percent" or (kind == "number" and percent) or kind == "none"
        if self.name and self.name.known:
            return kind in ("number", "none") and not percent
        return kind != "mixed"


def columns_of(marks: Sequence[Mark], kinds: Sequence[str]) -> list[Column]:
    """Return what stands over each of some columns, whose cells are of these kinds; nothing where that is not plain."""
    found: list[list[Column]] = []
    tokens = list(marks)
    if any(mark.account for mark in tokens) and not all(mark.account or mark.kind == "time" for mark in tokens):
        return []  # `GAAP to non-GAAP results`
    for read in (tokens, _grown(tokens), joined := _joined(tokens), _grown(joined)):
        for columns in _forms(read):
            fits = len(columns) == len(kinds) and all(c.holds(k) for c, k in zip(columns, kinds, strict=True))
            if fits and columns not in found:
                found.append(columns)
    return found[0] if len(found) == 1 and not _is_vague(found[0]) else []


def _is_vague(columns: Sequence[Column]) -> bool:
    """Whether a year may stand for the part of it that other columns are of: `H1 2023 Sales H1 2024 Sales 2023 Share`."""
    times = [(column.time.said.removeprefix("in "), column.name_said) for column in columns if column.time]
    parts = {(said, name) for said, name in times if not said.isdigit()}
    years = {(said, name) for said, name in times if said.isdigit()}
    return any(
        any(year[-2:] in said for said, _ in parts) and name not in {other for _, other in parts}
        for year, name in years
    )


def _joined(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks with unknown words as a part of the name beside them: `Wafer revenue`, `Shipments worldwide`."""
    tokens: list[Mark] = []
    for mark in marks:
        before = tokens[-1] if tokens and tokens[-1].kind == "name" else None
        if before and not mark.breaks and mark.kind == "name" and (not before.known or not mark.known):
            known = before if before.known else mark
            said = f"{before.said} {mark.said}"
            tokens[-1] = replace(known, start=before.start, end=mark.end, said=said)
        else:
            tokens.append(mark)
    return tokens


def _grown(marks: Sequence[Mark]) -> list[Mark]:
    """Return marks with a name and the change behind it, in one line, as one change: `Shipment growth`."""
    tokens: list[Mark] = []
    for mark in marks:
        if tokens and mark.kind == "change" and tokens[-1].kind == "name" and not mark.breaks:
            before = tokens[-1]
            tokens[-1] = replace(before, end=mark.end, kind="change", said=f"{before.said} {mark.said}")
        else:
            tokens.append(mark)
    return tokens


def _forms(marks: Sequence[Mark]) -> Iterator[list[Column]]:
    """Yield the columns that marks stand over by each of the forms that they have."""
    groups = [(kind == "name", list(run)) for kind, run in groupby(marks, lambda m: m.kind if m.kind == "name" else "")]
    first = marks[0].kind
    if not any(mark.kind == "time" for mark in marks):
        yield [Column(mark, mark if mark.kind == "name" else None, None) for mark in marks]
    elif first == "name" and all(len(run) == 1 for named, run in groups if named) and not groups[-1][0]:
        if len(groups) > 2:
            yield _led_by_names(marks)
    elif first == "name" and len(groups) == 2:
        yield from _under_names(groups[0][1], groups[1][1])
    elif first == "time":
        yield from _led_by_times(marks)


def _led_by_names(marks: Sequence[Mark]) -> list[Column]:
    """`Revenue 3Q21 2Q21 QoQ Market Share 3Q21 2Q21`: each name goes for the times behind it."""
    columns: list[Column] = []
    name = marks[0]
    for mark in marks:
        if mark.kind == "name":
            name = mark
        else:
            columns.append(Column(mark, name, mark if mark.kind == "time" else None))
    return columns


def _under_names(names: Sequence[Mark], below: Sequence[Mark]) -> Iterator[list[Column]]:
    """`Revenue Market share` over `4Q24 3Q24 QoQ 4Q24 3Q24`: the times begin anew under each name."""
    parts = _anew(below)
    if len(parts) == len(names):
        yield [
            Column(mark, name, mark if mark.kind == "time" else None)
            for name, part in zip(names, parts, strict=True)
            for mark in part
        ]


def _led_by_times(marks: Sequence[Mark]) -> Iterator[list[Column]]:
    """`2Q24 Shipments Share 2Q23 Shipments Share Growth`, or `2Q24 2Q23` over `Shipments Share Shipments Share`."""
    head = next((i for i, mark in enumerate(marks) if mark.kind != "time"), len(marks))
    below = marks[head:]
    if any(mark.kind == "time" for mark in below) or head == 1:
        columns: list[Column] = []
        time, alone = marks[0], False
        for mark in marks:
            if mark.kind == "time":
                if alone:
                    return
                time, alone = mark, True
            else:
                alone = False
                columns.append(Column(mark, mark, time) if mark.kind == "name" else Column(mark, None, None))
        if not alone and any(column.name for column in columns):
            yield columns
    elif not any(mark.kind == "name" for mark in below):
        yield [Column(mark, None, mark if mark.kind == "time" else None) for mark in marks]
    else:
        parts = _anew(below)
        if len(parts) == head:
            yield [
                Column(mark, mark, time) if mark.kind == "name" else Column(mark, None, None)
                for time, part in zip(marks[:head], parts, strict=True)
                for mark in part
            ]


def _anew(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Return marks parted before each that says what the first one says."""
    parts: list[list[Mark]] = []
    for mark in marks:
        if not parts or mark.said == marks[0].said:
            parts.append([])
        parts[-1].append(mark)
    return parts
