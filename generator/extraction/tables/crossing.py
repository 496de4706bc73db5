"""What a table says of one of its cells: its row's label, its column's head, the corner between them, the caption."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.corpus.table import Unit
from generator.extraction.figure import Basis
from generator.extraction.frozen import frozen
from generator.extraction.marks.cues import Against
from generator.extraction.marks.mention import Mention
from generator.extraction.tables.heads import Head
from generator.extraction.tables.units_named import scaled
from generator.settings.period import Period

_SHARES = ("_share", "_margin")  # the growth in percent beside shipments and a share is that of the shipments


class Unclear(Exception):
    """Why a cell is no figure."""


class Named(NamedTuple):
    """The mention that names a cell's metric, and the head that it stands in."""

    head: Head
    mention: Mention


@frozen
class Crossing:
    """What is said of one cell: by its row, its column, the columns before that one, the table's corner and caption."""

    row: Head
    column: Head
    before: Sequence[Head]
    corner: Head
    caption: Head

    def named(self) -> Named:
        """Return what names the cell's metric. Raises Unclear."""
        own, further = (self.row, self.column), (self.corner, self.caption)
        if any(head.strange for head in own):
            raise Unclear("its row or column holds words that name nothing known")
        found = [Named(head, head.metric) for head in own if head.metric]
        if not found and self.column.change:  # the growth beside a column of revenue is revenue's
            beside = [Named(head, head.metric) for head in reversed(self.before) if head.metric and not head.strange]
            found = sorted(beside, key=lambda named: named.mention.metrics[0].endswith(_SHARES))[:1]
        found = found or [Named(head, head.metric) for head in further if head.metric and not head.strange][:1]
        if len(found) != 1:
            raise Unclear("not exactly one metric is named by its row and column")
        return found[0]

    def change(self) -> Head | None:
        """Return the head that makes the cell a change, None where it is a level. Raises Unclear."""
        changed = [head for head in (self.row, self.column) if head.change]
        if len(changed) > 1:
            raise Unclear("a change of a change")
        level = next((head for head in reversed(self.before) if not head.change), None)
        if changed == [self.column] and level and level.strange and not level.period:
            raise Unclear("a change of a column that names nothing known")  # `YTD | Y/Y`
        return changed[0] if changed else None

    def period(self, reported: Period | None) -> Period | None:
        """Return the period of a level: its own, the table's, the one that the document reports on. Raises Unclear."""
        own = {head.period for head in (self.row, self.column) if head.period}
        if len(own) > 1:
            raise Unclear("its row and its column name different periods")
        told = self.corner.period or self.caption.period or reported
        if self.column.earlier and not own:
            return told.years_before() if told else None
        return next(iter(own), None) or told

    def compared(self, change: Head, reported: Period | None) -> tuple[Period | None, Against]:
        """Return the period that a change is of, the newest beside it, and what it is against. Raises Unclear."""
        beside = self._beside() if change is self.column and not self.row.period else []
        newest = self._newest(beside) or self.period(reported)
        if change.against:
            return newest, change.against
        if newest is None or len(beside) != 2:
            raise Unclear("a change, and against which period is not said")
        if min(beside) == newest.years_before():
            return newest, "yoy"
        if min(beside) == newest.previous():
            return newest, "qoq"
        raise Unclear("a change between periods that are neither a month nor a quarter nor a year apart")

    def _beside(self) -> list[Period]:
        """Return the periods of the levels that stand before a column of changes, back to the changes before them."""
        levels: list[Period] = []
        for head in reversed(self.before):
            if head.change and levels:
                break
            if head.period and not head.change:
                levels.append(head.period)
        return list(dict.fromkeys(levels))

    def _newest(self, beside: Sequence[Period]) -> Period | None:
        """Return the period that moved: the newest beside; where only the one before it stands there, that of the table."""
        newest = max((head.period for head in self.before if head.period and not head.change), default=None)
        if newest and len(beside) == 1 and beside[0] in (newest.years_before(), newest.previous()):
            return newest
        return max(beside, default=None)

    def unit(self) -> Unit | None:
        """Return the unit told nearest to the cell; a column's currency alone, with the table's scale.

        `RMB` stands over a column, and `(All amounts in thousands)` over the table.
        """
        if self.row.unit:
            return self.row.unit
        told = [head.unit for head in (self.column, self.corner, self.caption) if head.unit]
        return scaled(told) if told else None

    def one(self, said: Sequence[str | None], what: str) -> str | None:
        """Return the only thing that heads say, None where they say nothing. Raises Unclear for more than one."""
        told = {word for word in said if word}
        if len(told) > 1:
            raise Unclear(f"its row and its column name different {what}")
        return next(iter(told), None)

    def segment(self) -> str | None:
        """Return the segment of the cell, else of the table. Raises Unclear."""
        own = self.one([self.row.segment, self.column.segment], "segments")
        return own or self.corner.segment or self.caption.segment

    def entity(self) -> str | None:
        """Return the company of the cell, else of the table. Raises Unclear."""
        own = self.one([self.row.entity, self.column.entity], "companies")
        return own or self.corner.entity or self.caption.entity

    def is_adjusted(self) -> bool:
        """Whether the cell's row or column says that it is an adjusted figure."""
        return self.row.adjusted or self.column.adjusted

    def basis(self, ahead: bool) -> Basis | None:
        """Return whether the cell is a target, a forecast or a consensus, where a head says so.

        What the table is of, `Estimates for Xiaomi`, goes for periods that lie ahead.
        """
        heads = (self.row, self.column, *((self.corner, self.caption) if ahead else ()))
        return next((head.basis for head in heads if head.basis), None)
