"""What a sentence has told so far, from left to right: what its next amount goes on with, and what the next sentence does."""

from __future__ import annotations

from generator.extraction.doubts.end_of_list_zh import OF_LAST_OR_ALL, may_be_of_all
from generator.extraction.doubts.nameless import Nameless
from generator.extraction.doubts.of_two_lines_en import of_two_lines
from generator.extraction.doubts.parts_zh import of_nameless_part
from generator.extraction.doubts.unknown_line import UnknownLine
from generator.extraction.expected.speaks_on import Awaited
from generator.extraction.figure import Basis
from generator.extraction.links.linking import Linker
from generator.extraction.marks.mention import Mention
from generator.extraction.places import Place, Places
from generator.extraction.when.dated import Dated
from generator.extraction.when.dating import Dating
from generator.extraction.whose.context import Surroundings


class SoFar:
    """What one sentence told: `told` is the metric and segment, `lost` whether it was a loss, `earned` the profit.

    `segment` is the line that its metric's name carries on, `awaited` what it expects last, `level_end` where its last level ends.
    """

    def __init__(self, around: Surroundings, linker: Linker) -> None:
        self.around, self.linker = around, linker
        self.dating = Dating(around)
        self.places = Places(around, self.dating)
        self.nameless = Nameless(around.scan)
        self.unknown = UnknownLine(around)
        self.told: tuple[str, str | None] | None = None
        self.lost = False
        self.earned: tuple[str, str | None] | None = None
        self.segment: str | None = None
        self.awaited: Awaited | None = None
        self.level_end = 0
        self._came = False  # whether a level of what happened was told
        self._parts: dict[int, str | None] = {}  # by where a metric stands, why it is of a part without a name

    def of_nameless(self, mention: Mention, place: Place) -> str | None:
        """Return why what a mention is of has no name, or may be the whole; its changes are of the same."""
        if mention.start not in self._parts:
            at = (place.metric, place.segment)
            why = of_nameless_part(self.around, mention, at, self.told)
            of_all = place.segment and may_be_of_all(self.around.scan, mention, self.around.names.catalogue)
            why = why or of_two_lines(self.around, mention)
            self._parts[mention.start] = why or (OF_LAST_OR_ALL if of_all else None)
        return self._parts[mention.start]

    def doubted(self, mention: Mention) -> str | None:
        """Return why what a mention is of was found to have no name, if it was."""
        return self._parts.get(mention.start)

    def expect(self, place: Place, dated: Dated, in_doubt: bool) -> None:
        """Remember a level that is expected, until one is told of what happened."""
        self._came = self._came or dated.basis == "actual"
        expected = not (self._came or in_doubt or dated.doubt)
        self.awaited = Awaited(place.metric, place.segment, dated.period, dated.basis) if expected else None

    def level(self, metric: str, place: Place, dated: Dated, lost: bool, end: int) -> None:
        """Remember a level of the sentence's own, told of the metric as it was named."""
        self.dating.told.keep(place.metric, dated, place.segment)
        self.places.told(metric, place)
        self.level_end = end
        self.told, self.lost = (place.metric, place.segment), lost
        self.earned = self.told if place.metric.endswith("_profit") else self.earned

    def part(self, place: Place) -> None:
        """Remember a part of what was told before: the next sentence may go on with the whole."""
        before = self.around.ground.told
        if self.told is None and before and before[0] == place.metric:
            self.told = before

    def change(self, place: Place, basis: Basis, doubt: str | None) -> None:
        """Remember a change of what no level was told of."""
        if self.told is None and not doubt and basis == "actual":
            self.told = (place.metric, place.segment)
