"""Issues that are due: the weeks that are over and have none, or one that was made before they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from generator.build import Options, Summary
from generator.ingest import Step
from generator.issuing import build_week
from generator.settings.asked import asked
from generator.settings.issues import last_day
from generator.settings.project import Project
from generator.settings.report import Report
from generator.verification.ledger import read_ledger

_A_WEEK = timedelta(days=7)


def build_due(project: Project, options: Options, today: date, step: Step) -> Summary:
    """Build every issue that is due, oldest first, and return what all of it made. Raises what `build` raises."""
    named = asked("report", options.reports, {**project.reports, **project.families}, project.root)
    days: dict[date, list[str]] = {}
    for name in dict.fromkeys(made for each in named for made in project.named(each)):
        for day in due(project.reports[name], options.out / name, today):
            days.setdefault(day, []).append(name)
    whole = Summary(today, 0)
    for day, reports in sorted(days.items()):
        whole.add(build_week(project, replace(options, reports=tuple(reports)), day, step))
    return whole


def due(report: Report, folder: Path, today: date) -> Iterator[date]:
    """Yield the days as of which a report's issues are due, oldest first; `folder` is where its issues stand.

    A weekly report's are the Sundays up to today since its last issue, that one included where it was made before its
    week was over; without any issue, the last Sunday alone. None is due before the report's first issue. Any other
    report's issue is due once.
    """
    if report.cadence != "weekly":
        if not (folder / report.issue(today) / "evidence.json").is_file():
            yield today
        return
    latest = max((path.parent.name for path in folder.glob("*-W*/evidence.json")), default=None)
    last_sunday = today - timedelta(days=today.isoweekday() % 7)
    day = _first_due(folder, latest) if latest else last_sunday
    if report.first_issue:
        day = max(day, last_day(report.first_issue))
    while day <= last_sunday:
        yield day
        day += _A_WEEK


def _first_due(folder: Path, latest: str) -> date:
    try:
        sunday = last_day(latest)
    except ValueError:
        return date.max
    made = date.fromisoformat(read_ledger(folder / latest / "evidence.json").as_of)
    return sunday if made < sunday else sunday + _A_WEEK
