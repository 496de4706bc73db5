"""The archive: one page beside the outputs that leads to every issue of every report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.briefing.compose import report_title
from generator.briefing.dates import day_name
from generator.errors import FootnotedError
from generator.rendering.environment import environment, render
from generator.rendering.whole import write_whole
from generator.settings.audience import FORMATS
from generator.settings.issues import last_day
from generator.settings.model import OutputLanguage
from generator.settings.period import Period
from generator.settings.project import Project
from generator.settings.report import Report

_TEMPLATE = "archive/index.html.jinja"


@dataclass(frozen=True, slots=True)
class Listed:
    """One issue: its number, where its report counts them, the day its week ended, and its files by audience."""

    number: int | None
    name: str
    until: str
    files: Mapping[str, tuple[Path, ...]]


def list_issues(project: Project, out: Path) -> Path | None:
    """Write index.html over the issues in an output folder, newest first; return None where there are none.

    It has the language and the theme that most audiences have, and leads to files as seen from where it stands.
    """
    language = Counter(audience.language for audience in project.audiences.values()).most_common(1)[0][0]
    folders = sorted(path for path in out.iterdir() if path.is_dir()) if out.is_dir() else []
    reports = {folder.name: issues(folder, project.reports.get(folder.name), language) for folder in folders}
    reports = {name: found for name, found in reports.items() if found}
    if not reports:
        return None
    themes = Counter(audience.theme for audience in project.audiences.values())
    page = render(
        environment(project.template_folders),
        _TEMPLATE,
        reports=reports,
        language=language,
        headings=_headings(project, {name: listed[0].name for name, listed in reports.items()}, language),
        names={name: audience.name.of(language) for name, audience in project.audiences.items()},
        theme=project.themes[themes.most_common(1)[0][0]],
        out=out,
    )
    write_whole(page.encode(), out / "index.html")
    return out / "index.html"


def _headings(project: Project, latest: Mapping[str, str], language: OutputLanguage) -> dict[str, str]:
    """Return what each report is called, in order: its title as of its latest issue, and the company it is about.

    A report that is no more bears its folder's name; of two with one title, each has its name behind it.
    """
    titles = {name: _title(project, name, issue, language) for name, issue in latest.items()}
    often = Counter(titles.values())
    said = {name: title if often[title] == 1 else f"{title} · {name}" for name, title in titles.items()}
    return dict(sorted(said.items(), key=lambda each: each[1].casefold()))


def _title(project: Project, name: str, issue: str, language: OutputLanguage) -> str:
    report = project.reports.get(name)
    if report is None:
        return name
    reader = next(audience for audience in project.audiences.values() if audience.language == language)
    folders, title = project.template_folders, name
    with suppress(FootnotedError):  # a text that cannot be rendered is told where its report is built
        title = report_title(name, report, reader, project.catalogue, issue, _day(issue), folders)
    company = project.catalogue.companies[report.entity]
    names = {each.of(language) for each in (company.name, company.short) if each}
    return title if any(each in title for each in names) else f"{company.name.of(language)} · {title}"


def issues(folder: Path, report: Report | None, language: OutputLanguage = "en") -> list[Listed]:
    """Return the finished issues in a report's folder, newest first; of a report that is no more, without numbers."""
    found = sorted((path.parent for path in folder.glob("*/evidence.json")), reverse=True)
    return [
        Listed(report.number(path.name) if report else None, path.name, _until(path.name, language), _files(path))
        for path in found
    ]


def _until(issue: str, language: OutputLanguage) -> str:
    try:
        return day_name(last_day(issue), language)
    except ValueError:
        return ""


def _day(issue: str) -> date:
    """Return the day up to which an issue knows, as far as its name tells."""
    for read in (last_day, date.fromisoformat, lambda name: Period(name).end):
        with suppress(ValueError):
            return read(issue)
    return date.today()


def _files(folder: Path) -> dict[str, tuple[Path, ...]]:
    files: dict[str, list[Path]] = {}
    for form in FORMATS:
        for path in sorted(folder.glob(f"*.{form}")):
            files.setdefault(path.stem, []).append(path)
    return {name: tuple(found) for name, found in sorted(files.items())}
