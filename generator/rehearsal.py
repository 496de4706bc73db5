"""A rehearsal: every briefing composed of a corpus that states nothing, to find what is wrong with its texts."""

from __future__ import annotations

from datetime import date

from generator.briefing.compose import compose
from generator.errors import Fault, TextFailed
from generator.selection.selection import Selection
from generator.settings.locating import located
from generator.settings.project import Project


def rehearse(project: Project) -> None:
    """Raise TextFailed with what is wrong in any text of any report, for whichever audience, all at once."""
    nothing = Selection(date.today(), {}, {}, {}, (), ())
    faults: dict[Fault, None] = {}
    remedy = ""
    for name, report in project.reports.items():
        for audience in report.audiences:
            try:
                compose(
                    name, report, audience, project.audiences[audience], nothing, project.catalogue,
                    project.translations, report.issue(nothing.as_of), False, project.template_folders,
                )  # fmt: skip
            except TextFailed as error:
                faults |= dict.fromkeys(error.faults)
                remedy = error.remedy
    if faults:
        with located(project.root):
            raise TextFailed(tuple(faults), remedy)
