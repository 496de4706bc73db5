"""What surrounds an amount: the sentence's marks, its periods, and what it inherits from those before it."""

from __future__ import annotations

from dataclasses import field

from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.ground import Ground
from generator.extraction.whose.inserted import inserted_until
from generator.extraction.whose.spoken import is_spoken_of
from generator.settings.period import Period


@frozen
class Surroundings:
    """Reads the surroundings of a sentence's amounts. `reported` is the period that the document is on by now, `month` the one of whose sales its title tells. `awaited` says that the document awaits the results it speaks of, `foreseen` that its writer looks ahead to them."""

    scan: Scan
    names: Names
    calendar: Calendar
    ground: Ground
    resolved: list[tuple[PeriodMention, Period]]
    home: str | None = None
    tracked: str | None = None
    region: str | None = None
    awaited: bool = False
    foreseen: bool = False
    reported: Period | None = None
    month: Period | None = None
    _inserted: dict[int, int] = field(default_factory=dict, init=False, compare=False, repr=False)
    _subjects: dict[int, bool] = field(default_factory=dict, init=False, compare=False, repr=False)

    def subject_before(self, at: int) -> EntityMention | None:
        """Return the company that the sentence speaks of at an offset."""
        for mention in reversed(self.scan.entities):
            if mention.start <= at and self.is_subject(mention) and not 0 < self.inserted(mention) < at:
                return mention
        return None

    def inserted(self, mention: EntityMention) -> int:
        """Return where the insertion ends that alone names a company, 0 where the sentence itself does."""
        if mention.start not in self._inserted:
            self._inserted[mention.start] = inserted_until(self.scan, mention) or 0
        return self._inserted[mention.start]

    def is_subject(self, mention: EntityMention) -> bool:
        """Whether a company is spoken of, not set beside another one."""
        if mention.start not in self._subjects:
            self._subjects[mention.start] = is_spoken_of(self.scan, self.names, mention)
        return self._subjects[mention.start]
