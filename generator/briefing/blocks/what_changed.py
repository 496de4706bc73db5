"""What changed since the last issue: figures new, set anew, restated or withdrawn, and sources that now disagree."""

from __future__ import annotations

from datetime import date, timedelta

from generator.briefing.dates import day_name
from generator.briefing.desk import Desk
from generator.briefing.news import Changed, changes, last_issue, news, speaking
from generator.briefing.printed import Line
from generator.briefing.story import Change, WhatChanged
from generator.settings.figure_sections import WhatChangedSection
from generator.settings.section import MetricRef

_BRIEF = 6  # rows


def what_changed(section: WhatChangedSection, desk: Desk) -> tuple[Line, WhatChanged]:
    """Return the headline and a row a change; in a quiet issue, that there is none, and up to when the rest stands."""
    since = section.since or last_issue(desk)
    asked = [(ref, change) for ref in section.metrics if (change := news(ref, since, desk))]
    found = asked if section.metrics else list(changes(since, desk))
    rows = tuple(_row(ref, change, desk) for ref, change in (found[:_BRIEF] if desk.brief else found))
    phrases, day = desk.words.phrases, day_name(since, desk.language)
    header = (desk.words.labels["metric"], phrases["column_now"], phrases["column_before"], phrases["column_what"])
    if desk.quiet:
        return (phrases["quiet"],), WhatChanged(header, (), _quiet(since, desk))
    if not rows:
        none = desk.words.say("nothing_changed", day=day)
        return (none,), WhatChanged(header, (), none)
    said = desk.words.line("changed", changes=desk.words.quantity("changes", len(rows)), day=day)
    return said, WhatChanged(header, rows)


def _quiet(since: date, desk: Desk) -> str:
    entity, language = desk.naming.company(desk.report.entity), desk.language
    first, last = since + timedelta(days=1), desk.selection.as_of
    said = desk.words.say(
        "quiet_between", entity=entity, first=day_name(first, language), last=day_name(last, language)
    )
    days = [document.published.date() for document in speaking(desk) if document.published]
    if not days:
        return said
    stands = desk.words.say("quiet_stands", day=day_name(max(days), language))
    return f"{said}{' ' if language == 'en' else ''}{stands}"


def _what(change: Changed, desk: Desk) -> Line:
    if change.kind == "disputed" and change.was:
        return desk.words.line("change_disputed", other=desk.print(change.was))
    return (desk.words.phrases[f"change_{change.kind}"],)


def _row(ref: MetricRef, change: Changed, desk: Desk) -> Change:
    now, was = change.now, change.was if change.kind != "disputed" else None
    told = now or was
    assert told is not None
    return Change(
        label=desk.naming.ref(ref, told.aspects),
        what=_what(change, desk),
        now=desk.print(now) if now else None,
        now_period=desk.period_of(now) if now else "",
        before=desk.print(was) if was else None,
        before_period=desk.period_of(was) if was else "",
    )
