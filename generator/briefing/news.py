"""News: what an issue tells that the one before did not, and which issue has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from generator.briefing.aims import reached, targets
from generator.briefing.desk import Desk, disputed
from generator.briefing.lookup import latest_first
from generator.corpus.document import Document
from generator.selection.agreement import Claim, agree, claims
from generator.selection.fact import Aspects, Fact
from generator.settings.figure_sections import TargetProgressSection
from generator.settings.issues import ALL
from generator.settings.period import Period
from generator.settings.section import MetricRef, NewsSection

Kind = Literal["new", "restated", "set_anew", "disputed", "withdrawn"]
_BETWEEN = {"weekly": timedelta(days=7), "quarterly": timedelta(days=91)}


@dataclass(frozen=True, slots=True)
class Changed:
    """How a figure stands against the issue before: what is stated `now`, and what was; None where nothing is, or was.

    Of a new dispute, `was` is what the new dissenters say.
    """

    kind: Kind
    now: Fact | None
    was: Fact | None


def last_issue(desk: Desk) -> date:
    """Return the day up to which the issue before knew: a window's length ago, or what the cadence has between."""
    window = desk.report.window
    if window is None or window == ALL:
        window = _BETWEEN[desk.report.cadence or "weekly"]
    return desk.selection.as_of - window


def news_after(section: NewsSection, desk: Desk) -> date | None:
    """Return the day after which a section's news begins; None where everything known is meant, as in a quiet issue."""
    window = section.window or desk.report.window
    return None if window is None or window == ALL or desk.quiet else desk.selection.as_of - window


def told_after(document: Document, day: date | None) -> bool:
    """Whether a document was published, or last corrected, after a day; any was after none."""
    when = document.revised or document.published
    return day is None or (when is not None and when.date() > day)


def speaking(desk: Desk) -> Iterable[Document]:
    """Return every document that states a figure of the report's company, rates it, or quotes someone on it."""
    selection, entity = desk.selection, desk.report.entity
    figures = (
        figure.document
        for fact in selection.facts.of(entity).values()
        for figure in (*fact.supporting, *fact.dissenting)
    )
    quotes = (quote.document for quote in selection.quotes if quote.entity == entity)
    ratings = (rating.document for rating in selection.ratings if rating.entity == entity)
    return [selection.documents[name] for name in dict.fromkeys([*figures, *quotes, *ratings])]


def named(desk: Desk) -> list[MetricRef]:
    """Return every metric that the report names, whatever the period, and its target where there is one."""
    refs = [ref for section in desk.report.sections for ref in getattr(section, "metrics", ())]
    levels = [ref.model_copy(update={"label": None, "period": None}) for ref in refs if ref.measure == "level"]
    aims = [ref.model_copy(update={"basis": "target"}) for ref in levels if ref.basis == "actual"]
    both = [*levels, *aims]
    return [ref for i, ref in enumerate(both) if ref not in both[:i]]


def is_quiet(desk: Desk) -> bool:
    """Whether an issue with a window has no news: nothing was said of its company, and no figure has changed."""
    day = last_issue(desk)
    if desk.report.window in (None, ALL) or any(told_after(document, day) for document in speaking(desk)):
        return False
    return not any(changes(day, desk))


def news(ref: MetricRef, day: date, desk: Desk) -> Changed | None:
    """Return how the figure meant has changed since a day; None where it has not, or no source states it as such."""
    return _changed(desk.lookup.find(ref, desk.period), desk.before(day).find(ref, desk.period))


def changes(day: date, desk: Desk) -> Iterator[tuple[MetricRef, Changed]]:
    """Yield every change since a day: of figures that the report names, and of what is reached of targets in it."""
    told = set()
    for ref in named(desk):
        if change := news(ref, day, desk):
            told.add(_aspects(change))
            yield ref, change
    for ref, period in _measured(desk):
        change = _changed(reached(ref, period, desk.lookup), reached(ref, period, desk.before(day)))
        if change and _aspects(change) not in told:
            yield ref, change


def _measured(desk: Desk) -> Iterator[tuple[MetricRef, Period]]:
    """Yield the periods whose targets the report tells progress to: its 9M figure is news beside the quarter's."""
    sections = (section for section in desk.report.sections if isinstance(section, TargetProgressSection))
    for ref in (ref for section in sections for ref in section.metrics):
        yield from ((ref, period) for period in targets(ref, desk.lookup))


def _aspects(change: Changed) -> Aspects | None:
    told = change.now or change.was
    return told.aspects if told else None


def _changed(now: Fact | None, was: Fact | None) -> Changed | None:
    if now is None:
        return Changed("withdrawn", None, bare(was)) if was and was.supporting else None
    if not now.supporting:
        return None
    if was is None:
        return Changed("new", now, None)
    if now.aspects.period != was.aspects.period:
        return Changed("new" if _later(now, was) else "withdrawn", now, bare(was))
    if not agree(_claim(now), _claim(was)):
        return Changed("restated" if now.aspects.basis == "actual" else "set_anew", now, bare(was))
    if disputed(now) and not disputed(was):
        return Changed("disputed", now, _dissent(now))
    return None


def _later(now: Fact, was: Fact) -> bool:
    one, other = now.aspects.period, was.aspects.period
    return one is None or other is None or latest_first(one) > latest_first(other)


def _claim(fact: Fact) -> Claim:
    return Claim(fact.value, fact.unit, fact.bound, fact.precision, fact.supporting)


def bare(fact: Fact) -> Fact:
    """Return what was stated, without the dissent of then: the sources disagree no more, or on what is stated now."""
    return replace(fact, dissenting=(), superseded=(), converted=())


def _dissent(fact: Fact) -> Fact:
    said = claims(fact.dissenting)[0]
    return Fact(fact.aspects, said.value, said.unit, said.bound, said.precision, said.figures, ())
