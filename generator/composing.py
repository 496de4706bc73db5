"""A briefing of a project: composed, and what is wrong with its texts told where in the project's files they stand."""

from __future__ import annotations

from generator.briefing.compose import compose
from generator.briefing.model import Briefing
from generator.selection.selection import Selection
from generator.settings.locating import located
from generator.settings.project import Project


def composed(
    project: Project, name: str, audience: str, selection: Selection, strict: bool = False, writers: bool = False
) -> Briefing:
    """Compose a project's report for an audience; with `writers`, these run. Raises what compose raises."""
    report = project.reports[name]
    with located(project.root):
        return compose(
            name, report, audience, project.audiences[audience], selection, project.catalogue, project.translations,
            report.issue(selection.as_of), strict, project.template_folders, project.root if writers else None,
        )  # fmt: skip
