"""Lookup: the fact that a report means when it names a metric."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.extraction.figure import Measure
from generator.extraction.metrics.per_share import PROFIT_OF
from generator.selection.fact import Aspects, Contradiction, Fact
from generator.selection.selection import Selection
from generator.settings.catalogue import Catalogue, Metric
from generator.settings.fiscal import ended_by, span_to
from generator.settings.period import Period
from generator.settings.section import MetricRef

_Context = tuple[str, str | None, Measure, str]
_CURRENT = 18  # months: a year's figure is the latest one until the next year's is out
_PREFERRED = ("quarter", "year", "half", "nine_months", "month", "instant")  # of periods that end on one day


@dataclass(frozen=True)
class Lookup:
    """Resolves references against a selection. `entity` and `period` are the report's, the period as it names it."""

    selection: Selection
    catalogue: Catalogue
    entity: str
    period: Period | None = None
    _known: dict[str | None, dict[_Context, dict[Period | None, Fact]]] = field(default_factory=dict, repr=False)

    def aspects(self, ref: MetricRef, period: Period | None = None) -> Aspects:
        """Return what a reference asks for, before anything is looked up."""
        metric = self.catalogue.metrics.get(ref.metric)
        basis = metric.basis if metric and ref.basis == "actual" else ref.basis
        entity = ref.entity or (metric.entity if metric else None) or self.entity
        wanted = self.catalogue.named(ref.period, entity) if ref.period else self._told_by(entity, period)
        return Aspects(ref.metric, entity, ref.segment, _measure(ref, metric), wanted, basis)

    def find(self, ref: MetricRef, period: Period | None = None) -> Fact | None:
        """Return the fact meant. The period is the reference's, else the one given, the report's, or the latest."""
        wanted = self.aspects(ref, period)
        by_period = self.stated(ref)
        if wanted.period is None:
            return self._latest(by_period, wanted)
        found = next((by_period[p] for p in self._equivalent(wanted) if p in by_period), None)
        undated = wanted.basis != "actual" or self._instant(ref.metric)
        return found or (by_period.get(None) if undated and ref.period is None else None)

    def outdated(self, ref: MetricRef, period: Period | None = None) -> Period | None:
        """Return the latest period of a metric whose latest figure is too old to be found without naming a period."""
        wanted = self.aspects(ref, period)
        latest = _newest(self.stated(ref))
        return latest if wanted.period is None and latest and self._outdated(wanted, latest) else None

    def change(self, ref: MetricRef, fact: Fact, measure: Measure = "yoy") -> Fact | None:
        """Return how a fact changed over the year, or since the quarter or month before, in percent or points."""
        if fact.aspects.period is None:
            return None
        return self.find(ref.model_copy(update={"measure": measure, "period": fact.aspects.period}))

    def earlier(self, ref: MetricRef, fact: Fact) -> Fact | None:
        """Return the same figure a year before, in the same unit: dollars beside yuan would be read as a change.

        So would earnings of one share beside those of the ten that it has become since: none where no change is known.
        """
        if fact.aspects.period is None:
            return None
        before = self.find(ref.model_copy(update={"period": fact.aspects.period.years_before()}))
        alike = before is not None and before.unit == fact.unit
        return before if alike and (ref.metric not in PROFIT_OF or self.change(ref, fact)) else None

    def stated(self, ref: MetricRef) -> dict[Period | None, Fact]:
        """Return every fact of a reference's metric, whatever its period; the closest reading of the name wins."""
        wanted = self.aspects(ref)
        found: dict[Period | None, Fact] = {}
        for metric, segment in self._readings(ref):
            context = (metric, segment, wanted.measure, wanted.basis)
            for period, fact in self._facts(wanted.entity).get(context, {}).items():
                if not self._ahead(wanted.basis, period):
                    found.setdefault(period, fact)
        return found

    def is_old(self, ref: MetricRef, period: Period | None) -> bool:
        """Whether a period of the report's naming ended too long ago for its figure to stand for the latest."""
        wanted = self.aspects(ref)
        return period is not None and self._outdated(wanted._replace(entity=self.entity), period)

    def contradicted(self, ref: MetricRef, period: Period | None = None) -> Contradiction | None:
        """Return what is said of the fact meant, or of the latest, where it is none as others contradict it."""
        wanted, told = self.aspects(ref, period), self.contradictions(ref)
        asked = [_newest(told)] if wanted.period is None else self._equivalent(wanted)
        return next((told[period] for period in asked if period in told), None)

    def contradictions(self, ref: MetricRef) -> dict[Period | None, Contradiction]:
        """Return by period what is said of a reference's metric, and no fact, as others contradict it."""
        wanted, found = self.aspects(ref), dict[Period | None, Contradiction]()
        told = self.selection.facts.contradicted(wanted.entity)
        for metric, segment in self._readings(ref):
            asked = (metric, segment, wanted.measure, wanted.basis)
            found = {a.period: why for a, why in told.items() if _context(a) == asked} | found
        return found

    def _told_by(self, company: str | None, period: Period | None) -> Period | None:
        """Return a period of the report's, by the name that a company has for it."""
        period = period or self.period
        return self.catalogue.named(period, company, self.entity) if period else None

    def _facts(self, company: str | None) -> dict[_Context, dict[Period | None, Fact]]:
        """Return a company's facts by everything but their period, then by that."""
        if company not in self._known:
            found = self._known[company] = {}
            for aspects, fact in self.selection.facts.of(company).items():
                found.setdefault(_context(aspects), {})[aspects.period] = fact
        return self._known[company]

    def _readings(self, ref: MetricRef) -> Iterable[tuple[str, str | None]]:
        """The metric itself; then the same quantity as a text may have filed it: by segment, or under its own name."""
        metric = self.catalogue.metrics.get(ref.metric)
        yield ref.metric, ref.segment
        if metric is None:
            return
        if ref.segment is None:
            if metric.segment:
                yield ref.metric, metric.segment
                if metric.base:
                    yield metric.base, metric.segment
            return
        own = (i for i, m in self.catalogue.metrics.items() if (m.base, m.segment) == (ref.metric, ref.segment))
        for metric_id in own:
            yield metric_id, None
        segment = self.catalogue.segments.get(ref.segment)
        if segment and segment.counts_as:
            yield from self._readings(ref.model_copy(update={"segment": segment.counts_as}))

    def _ahead(self, basis: str, period: Period | None) -> bool:
        """Whether something would be an actual figure of a period that is not over yet."""
        return basis == "actual" and period is not None and not period.fiscal and period.end > self.selection.as_of

    def _latest(self, by_period: dict[Period | None, Fact], wanted: Aspects) -> Fact | None:
        latest = self._last_reported(by_period, wanted) or _newest(by_period)
        if latest is not None:
            return None if self._outdated(wanted, latest) else by_period[latest]
        timeless = wanted.basis != "actual" or self._instant(wanted.metric)
        return by_period.get(None) if timeless else None

    def _last_reported(self, by_period: Mapping[Period | None, Fact], wanted: Aspects) -> Period | None:
        """Return the latest period that is no month, of what is most often told for longer ones, if it is not outdated.

        台积电 tells what November brought in, and profits of quarters stand beside it. Cars are told by the month.
        """
        metric = self.catalogue.metrics.get(wanted.metric)
        if metric is None or metric.unit == "count" or metric.period_type == "instant" or wanted.basis != "actual":
            return None
        dated = [period for period in by_period if period]
        longer = [period for period in dated if period.kind != "month"]
        latest = _newest(longer) if len(longer) * 2 > len(dated) else None
        return latest if latest and not self._outdated(wanted, latest) else None

    def _outdated(self, wanted: Aspects, period: Period) -> bool:
        """Whether the latest actual figure is too old to stand for today's."""
        ended = ended_by(period, self.catalogue.year_end(wanted.entity))
        return wanted.basis == "actual" and not is_current(ended, self.selection.as_of)

    def _equivalent(self, wanted: Aspects) -> Iterable[Period]:
        """The period itself; for what is counted on a day, others that end on it; for a target, the year around it."""
        period = wanted.period
        assert period is not None
        yield period
        if self._instant(wanted.metric):
            year_end = self.catalogue.year_end(wanted.entity)
            yield from ending_on(ended_by(period, year_end), year_end)
        if wanted.basis != "actual":
            yield Period(f"{'FY' if period.fiscal else ''}{period.year}")

    def _instant(self, metric_id: str) -> bool:
        metric = self.catalogue.metrics.get(metric_id)
        return metric is not None and metric.period_type == "instant"


def _context(aspects: Aspects) -> _Context:
    return aspects.metric, aspects.segment, aspects.measure, aspects.basis


def _measure(ref: MetricRef, metric: Metric | None) -> Measure:
    """What is itself a percentage changes by percentage points."""
    points: dict[Measure, Measure] = {"yoy": "yoy_pp", "qoq": "qoq_pp"}
    return points.get(ref.measure, ref.measure) if metric and metric.unit == "percent" else ref.measure


def _newest(periods: Iterable[Period | None]) -> Period | None:
    return max((period for period in periods if period is not None), key=latest_first, default=None)


def latest_first(period: Period) -> tuple[date, int]:
    """Sorts periods by their end; of those that end on one day, the quarter is the news."""
    return period.end, -_PREFERRED.index(period.kind)


def is_current(day: date, as_of: date) -> bool:
    """Whether what held or was said on a day still tells where a company stands: not after a year and a half."""
    return (as_of.year - day.year) * 12 + as_of.month - day.month <= _CURRENT


def ending_on(day: date, year_end: int | None) -> list[Period]:
    """Return the periods, from the shortest, that end on a day: 30 September ends a month, a quarter, nine months.

    So does it a company's fiscal ones, by the month `year_end` in which its year ends.
    """
    year, month = day.year, day.month
    found = [Period(day.isoformat())]
    if Period(f"{year}-{month:02}").end == day:
        found.append(Period(f"{year}-{month:02}"))
        labels = {3: ["Q1"], 6: ["Q2", "H1"], 9: ["Q3", "9M"], 12: ["Q4", "H2"]}.get(month, [])
        found += [Period(f"{year}-{label}") for label in labels]
        found += [Period(str(year))] if month == 12 else []
        found += _fiscal(year * 12 + month - 1, year_end)
    return found


def _fiscal(month: int, year_end: int | None) -> list[Period]:
    """Return the periods of a company's own years that end in a month, counted from the year 0."""
    if year_end in (None, 12):
        return []
    parts = [span_to(month, months, year_end) for months in (3, 6, 9)]
    whole = [Period(f"FY{month // 12}")] if month % 12 + 1 == year_end else []
    return [part for part in parts if part] + whole
