"""The scorecard: key figures, each with its change and what it was a year earlier."""

from __future__ import annotations

from typing import Literal

from generator.briefing.dates import period_name
from generator.briefing.desk import Desk, disputed
from generator.briefing.news import last_issue, news
from generator.briefing.printed import Direction, Line
from generator.briefing.tabled import Card, Scorecard
from generator.selection.fact import Fact
from generator.settings.figure_sections import ScorecardSection
from generator.settings.issues import ALL
from generator.settings.section import MetricRef

_BRIEF = 6  # cards


def scorecard(section: ScorecardSection, desk: Desk) -> tuple[Line, Scorecard]:
    """Return the headline and the cards. A figure that the corpus does not state keeps its card, which says so."""
    refs = section.metrics[:_BRIEF] if desk.brief else section.metrics
    facts = [(ref, desk.find(ref)) for ref in refs]
    first = next(((ref, fact) for ref, fact in facts if fact), None)
    headline = desk.sentence(*first) if first else desk.words.line("nothing_stated")
    return headline, Scorecard(tuple(card(ref, fact, desk) for ref, fact in facts))


def card(ref: MetricRef, fact: Fact | None, desk: Desk) -> Card:
    """Return one key figure."""
    if fact is None:
        wanted = desk.lookup.aspects(ref, desk.period)
        period = period_name(wanted.period, desk.language) if wanted.period else ""
        return Card(desk.naming.ref(ref, wanted), period, None, note=desk.not_stated(ref))
    changed = desk.lookup.change(ref, fact) if fact.aspects.measure == "level" else None
    value = desk.print(fact)
    change = desk.print(changed) if changed else None
    return Card(
        label=desk.naming.ref(ref, fact.aspects),
        period=desk.period_of(fact),
        value=value,
        change=change,
        direction=direction(changed) if changed else None,
        favourable=favourable(ref, changed, desk) if changed else None,
        earlier=_earlier(ref, fact, desk),
        note=_news(ref, desk),
        disputed=disputed(fact),
    )


def _news(ref: MetricRef, desk: Desk) -> str:
    """Say whether a figure is of this issue, in a report that tells news from what stands."""
    if desk.report.window in (None, ALL):
        return ""
    found = news(ref, last_issue(desk), desk)
    return desk.words.phrases[f"card_{found.kind}"] if found and found.kind in ("new", "restated", "set_anew") else ""


def direction(changed: Fact) -> Direction:
    """Return where a change leads."""
    return "flat" if changed.value == 0 else ("up" if changed.value > 0 else "down")


def favourable(ref: MetricRef, changed: Fact, desk: Desk) -> bool | None:
    """Whether a change is a good one; None where that is no matter of direction."""
    metric = desk.catalogue.metrics.get(ref.metric)
    better: Literal["higher", "lower"] | None = metric.better if metric else None
    if better is None or changed.value == 0:
        return None
    return (changed.value > 0) == (better == "higher")


def _earlier(ref: MetricRef, fact: Fact, desk: Desk) -> Line:
    before = desk.lookup.earlier(ref, fact) if fact.aspects.measure == "level" else None
    if before is None:
        return ()
    printed, words = desk.print(before), desk.words.labels["year_earlier"]
    return (printed, f" {words}") if desk.language == "en" else (f"{words} ", printed)
