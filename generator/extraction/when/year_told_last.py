"""The year that an English text told last: `the year` of a sentence that tells what came goes on with it, and `the previous year` is the one before what was expected."""

from __future__ import annotations

import re

from generator.extraction.figure import Figure
from generator.extraction.frozen import replace
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.spoken import Spoken
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_AHEAD = ("forecast", "target", "consensus")
# `In the previous year Toyota earned`, `The year before, it had made`; not `a year earlier`, which may be of the quarter told before
_YEAR_BEFORE = re.compile(
    r"\s*(?:(?:In|For|During) the (?:previous|prior|preceding|last|past) (?:(?:business|fiscal|financial|full) )?year|(?:In )?[Tt]he year before|In the year before|Last (?:fiscal |financial |business )?year)\b(?!['’]s)"
)


def back_in_the_year(marks: Scan, spoken: Spoken, level: Figure | None, calendar: Calendar) -> Spoken:
    """Return what was spoken of with the year that is over, where a text on a later quarter told a level of it last, and goes on with what came in `the year`."""
    last, told = spoken.last, level.period if level is not None and level.basis == "actual" else None
    if marks.chinese or told is None or told.kind != "year" or last is None or last.kind == "year":
        return spoken
    if not calendar.is_over(told) or last.end <= told.end or last.fiscal != told.fiscal:
        return spoken
    bare = [m.scope == "year" and not (m.says_its_year or m.number) for m in marks.periods]
    ahead = marks.cues_between(marks.sentence.start, marks.sentence.end, *_AHEAD)
    return replace(spoken, last=told) if bare and all(bare) and not ahead else spoken


def year_before_the_awaited(around: Surroundings) -> Period | None:
    """Return the year before the one that the text expected something of last, which a sentence opens with."""
    scan, level = around.scan, around.ground.level
    if scan.chinese or level is None or level.basis == "actual" or level.period is None or level.period.kind != "year":
        return None
    opens = _YEAR_BEFORE.match(scan.text, scan.sentence.start, scan.sentence.end)
    return level.period.years_before() if opens else None
