"""Dating: a report without a period states the latest of each figure; a text says so where that is another period's.

"Revenue was 34.7 billion; net profit was −3.5 billion" reads as one quarter's, even where the profit is the quarter's
before; and "revenue was 343.6 billion" as the last quarter's, where it is a month's.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.selection.fact import Aspects


@dataclass
class Dating:
    """Which periods the figures of one text are of, by the places where they stand."""

    _of: dict[int, tuple[Aspects, str]] = field(default_factory=dict)
    _named: set[Aspects] = field(default_factory=set)
    _current: str = ""
    _begun: bool = False

    def stands(self, place: int, aspects: Aspects, period: str) -> None:
        """Take down the period of a figure, whose choice was left to us, by its place."""
        self._of[place] = (aspects, period)

    def names(self, aspects: Aspects) -> None:
        """Take down that the text itself names the period of a figure."""
        self._named.add(aspects)

    def begin(self) -> None:
        """Begin a paragraph: it is of the period of the text's first figure until it says otherwise.

        Of which period that is, the text says, too: the latest that sources state may be long gone.
        """
        self._current = next(iter(self._of.values()))[1] if self._of and self._begun else ""
        self._begun = True

    def astray(self, place: int) -> str:
        """Return the period of a figure where a reader would take it for another's, else nothing; told once."""
        aspects, period = self._of.get(place, (None, self._current))
        if aspects is None or period == self._current:
            return ""
        self._current = period
        if aspects in self._named:
            return ""
        self._named.add(aspects)
        return period
