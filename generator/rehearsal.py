"""A rehearsal: every briefing composed of a corpus that states nothing, to find what is wrong with its texts."""

from __future__ import annotations

from datetime import date

from generator.composing import composed
from generator.errors import Fault, TextFailed
from generator.selection.facts import Facts
from generator.selection.selection import Selection
from generator.settings.locating import located
from generator.settings.project import Project


def rehearse(project: Project) -> None:
    """Raise TextFailed with what is wrong in any text of any report, for whichever audience, all at once."""
    nothing = Selection(date.today(), {}, {}, Facts(), (), ())
    alike = {name for made in project.families.values() for name in made[1:]}  # a matrix has one text for all companies
    faults: dict[Fault, None] = {}
    remedy = ""
    for name in (name for name in project.reports if name not in alike):
        for audience in project.reports[name].audiences:
            try:
                composed(project, name, audience, nothing)
            except TextFailed as error:
                faults |= dict.fromkeys(error.faults)
                remedy = error.remedy
    if faults:
        with located(project.root):
            raise TextFailed(tuple(faults), remedy)
