"""Issues of a week: one that was made when its week was over is made again of what was known then."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from generator.build import Options, Summary, build
from generator.holdings import Holdings
from generator.ingest import Step
from generator.settings.asked import asked
from generator.settings.issues import week_name
from generator.settings.project import Project


def build_week(project: Project, options: Options, day: date, step: Step, reissue: bool = False) -> Summary:
    """Build the issues of a day's week as of that day: each as it was issued, or of what is known now if it was not.

    With `reissue`, all of them of what is known now, which is what they are from now on. Raises what `build` raises.
    """
    named = asked("report", options.reports, {**project.reports, **project.families}, project.root)
    names = dict.fromkeys(made for name in named for made in project.named(name))
    holdings, week = Holdings(project.corpus.store, project.root), week_name(day)
    known = {} if reissue or options.known else holdings.known(week)
    together: dict[datetime | None, list[str]] = {}
    for name in names:
        together.setdefault(known.get(name), []).append(name)
    whole = Summary(day, 0)
    for moment, reports in together.items():
        asked_for = replace(options, as_of=day, reports=tuple(reports), known=moment or options.known)
        made = build(project, asked_for, step)
        whole.add(made)
        if moment:
            whole.notices.append(_told(week, reports, moment))
        elif _is_over(day):
            _take_down(project, options, reports, made, reissue)
    return whole


def build_now(project: Project, options: Options, step: Step) -> Summary:
    """Build of what is known now. Where that makes issues of a week that is over, it is what they are from now on.

    Only where they are built whole, and where issues stand: a format alone, or a folder beside, issues nothing.
    """
    made = build(project, options, step)
    whole = options.kept and options.out.resolve() == project.root.resolve() / "reports"
    if whole and not (options.as_of or options.audiences or options.formats) and _is_over(made.as_of):
        named = asked("report", options.reports, {**project.reports, **project.families}, project.root)
        _take_down(project, options, [each for name in named for each in project.named(name)], made, anew=True)
    return made


def _take_down(project: Project, options: Options, reports: list[str], made: Summary, anew: bool) -> None:
    """Write down what was known when weekly issues were made, as they will be made again."""
    if made.known and not options.known and not made.failed:
        weekly = [name for name in reports if project.reports[name].cadence == "weekly"]
        issues = [(name, week_name(made.as_of)) for name in weekly]
        Holdings(project.corpus.store, project.root).issued(issues, made.known, anew)


def _is_over(day: date) -> bool:
    """Whether a day ends a week that is over: an issue of part of one is made anew when the rest has come."""
    return day.isoweekday() == 7 and day <= date.today()


def _told(week: str, reports: list[str], moment: datetime) -> str:
    return (
        f"{week} of {', '.join(reports)} stands as it was issued, of what was known at {moment:%Y-%m-%d %H:%M} UTC; "
        f"--reissue makes it of what is known now."
    )
