"""What metrics, companies and people are called in one reader's language."""

from __future__ import annotations

from dataclasses import dataclass

from generator.briefing.dates import period_name
from generator.briefing.words import Words
from generator.corpus.document import Document
from generator.corpus.publishers import publisher_name
from generator.selection.fact import Aspects
from generator.settings.catalogue import Catalogue
from generator.settings.model import OutputLanguage
from generator.settings.period import Period
from generator.settings.section import MetricRef


@dataclass(frozen=True)
class Naming:
    """Names for one audience; `entity` is whom the report is about and need not be named at every figure, if anyone."""

    catalogue: Catalogue
    words: Words
    entity: str | None
    plain: bool

    @property
    def language(self) -> OutputLanguage:
        """The reader's language."""
        return self.words.language

    def metric(self, metric_id: str) -> str:
        """Return a metric's name, in plain words where the audience wants them."""
        metric = self.catalogue.metrics.get(metric_id)
        if metric is None:
            return metric_id
        name = metric.plain if self.plain and metric.plain else metric.name
        return name.of(self.language)

    def figure(self, aspects: Aspects) -> str:
        """Return what a figure is of: `Revenue`, `Car deliveries (target)`, `BYD's revenue`."""
        name = self.metric(aspects.metric)
        metric = self.catalogue.metrics.get(aspects.metric)
        segment = self.catalogue.segments.get(aspects.segment or "")
        if segment and metric and aspects.segment != metric.segment:
            name = self.words.say("of_segment", metric=name, segment=segment.name.of(self.language))
        if aspects.basis not in ("actual", metric.basis if metric else None):
            name = self.words.say("of_basis", metric=name, basis=self.words.labels[aspects.basis])
        if aspects.measure != "level":
            name = self.words.say("of_measure", metric=name, measure=self.measure(aspects))
        if aspects.entity and aspects.entity != self.entity:
            name = self.words.say("of_entity", metric=self._lowered(name), entity=self.company(aspects.entity))
            name = name.replace("s's ", "s' ", 1)
        return name

    def ref(self, ref: MetricRef, aspects: Aspects, inside: bool = False) -> str:
        """Return an author's own label, else the figure's name by the metric asked for, as inside a sentence or not."""
        if ref.label is not None:
            return ref.label.of(self.language)
        asked = aspects._replace(metric=ref.metric, segment=ref.segment, measure=ref.measure)
        return self.inside(asked) if inside else self.figure(asked)

    def inside(self, aspects: Aspects) -> str:
        """Return what a figure is of, as it stands in the midst of a sentence."""
        name = self.figure(aspects)
        return self._lowered(name) if aspects.entity in (self.entity, None) else name

    def _lowered(self, name: str) -> str:
        """Return a metric's name as it stands behind other words; IoT, EV and R&D keep their capitals."""
        first = name.split(maxsplit=1)[0].rstrip(",")
        return name[0].lower() + name[1:] if self.language == "en" and first[1:].islower() else name

    def measure(self, aspects: Aspects) -> str:
        """`year on year`, `month on month` of a month, `环比`; nothing for a level."""
        if aspects.measure == "level":
            return ""
        against = aspects.measure.removesuffix("_pp")
        monthly = against == "qoq" and aspects.period is not None and aspects.period.kind == "month"
        return self.words.phrases["mom" if monthly else against]

    def when(self, period: Period | None) -> str:
        """The period as a sentence takes it in: ` in Q3 2025`, `截至2023年12月31日，`, or nothing."""
        if period is None:
            return ""
        name = period_name(period, self.language)
        if self.language == "zh":
            return f"{name}，" if period.kind == "instant" else name
        return f" {name}" if period.kind == "instant" else f" in {name}"

    def noun(self, metric_id: str) -> str:
        """What a metric counts: `vehicles`, `台`; empty where the catalogue does not say."""
        metric = self.catalogue.metrics.get(metric_id)
        counted = () if metric is None else (metric.counted.en if self.language == "en" else metric.counted.zh)
        return counted[0] if counted and metric and metric.unit == "count" else ""

    def company(self, company_id: str | None) -> str:
        """Return a company's short name."""
        company = self.catalogue.companies.get(company_id or "")
        if company is None:
            return company_id or ""
        return (company.short or company.name).of(self.language)

    def publisher(self, document: Document) -> str:
        """Return the outlet that published a document."""
        name = publisher_name(document.publisher, self.catalogue, self.language)
        unnamed = "own_figures" if document.kind == "figures" else "unnamed_outlet"
        return name or self.words.phrases[unnamed]

    def speaker(self, speaker_id: str | None, as_written: str) -> str:
        """Return a speaker's name: the catalogue's where it knows the speaker, else as the document writes it."""
        if speaker_id in self.catalogue.companies:
            return self.company(speaker_id)
        for company in self.catalogue.companies.values():
            if speaker_id in company.people:
                return company.people[speaker_id].name.of(self.language)
        return as_written

    def role(self, speaker_id: str | None, as_written: str | None) -> str:
        """Return what a speaker is, in the reader's language where the catalogue knows it."""
        for company in self.catalogue.companies.values():
            person = company.people.get(speaker_id or "")
            if person and person.role:
                return person.role.of(self.language)
        return as_written or ""
