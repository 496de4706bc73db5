"""Rules drawn on a page, and the cells that they part: as office programs draw the borders of tables."""

from __future__ import annotations

from typing import NamedTuple

from generator.corpus.pages.boxes import Box

MEET = 2.0  # points that rules which meet may miss one another by


class Rule(NamedTuple):
    """A straight line: where it is, across or upright, and from where to where it reaches."""

    at: float
    low: float
    high: float

    def passes(self, place: float) -> bool:
        """Whether it reaches over a place."""
        return self.low - MEET <= place <= self.high + MEET

    def crosses(self, other: Rule) -> bool:
        """Whether it meets a rule of the other direction."""
        return self.passes(other.at) and other.passes(self.at)


class Cell(NamedTuple):
    """A rectangle between rules, in points from the page's left and from its foot."""

    left: float
    bottom: float
    right: float
    top: float


class Rules(NamedTuple):
    """Rules that meet, as the borders of one table do."""

    across: list[Rule]
    upright: list[Rule]

    def cell(self, box: Box) -> Cell | None:
        """Return the cell that a box stands in, None where rules are not on all four sides of it."""
        beside = [rule.at for rule in self.upright if rule.passes(box.middle)]
        above = [rule.at for rule in self.across if rule.passes(box.centre)]
        left = max((at for at in beside if at <= box.centre), default=None)
        right = min((at for at in beside if at > box.centre), default=None)
        bottom = max((at for at in above if at <= box.middle), default=None)
        top = min((at for at in above if at > box.middle), default=None)
        if left is None or right is None or bottom is None or top is None:
            return None
        return Cell(left, bottom, right, top)
