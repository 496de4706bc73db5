"""Names that must lead somewhere: metrics, companies, people, audiences and themes that reports speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.errors import Problem
from generator.settings.audience import Audience
from generator.settings.catalogue import Catalogue
from generator.settings.inheritance import Merged
from generator.settings.loading import Location, nearest
from generator.settings.report import AnySection, Report

Reference = tuple[Location, str, str]


def report_problems(
    report: Report, merged: Merged, catalogue: Catalogue, audiences: Mapping[str, Audience]
) -> list[Problem]:
    """Return a problem for each name of a report that leads nowhere."""
    speakers = {person for company in catalogue.companies.values() for person in company.people}
    known = {
        "metric": catalogue.metrics.keys(),
        "company": catalogue.companies.keys(),
        "segment": catalogue.segments.keys(),
        "speaker": speakers | catalogue.companies.keys(),
        "audience": audiences.keys(),
    }
    problems = []
    for location, kind, value in _references(report):
        if value not in known[kind]:
            file, place = merged.at(location)
            guess = nearest(value, known[kind])
            problems.append(file.problem(place, f"there is no {kind} '{value}'.", value, guess))
    return problems


def _references(report: Report) -> Iterator[Reference]:
    yield ("entity",), "company", report.entity
    for i, audience in enumerate(report.audiences):
        yield ("audiences", i), "audience", audience
    for i, section in enumerate(report.sections):
        yield from _section_references(("sections", i), section)


def _section_references(at: Location, section: AnySection) -> Iterator[Reference]:
    for i, ref in enumerate(getattr(section, "metrics", ())):
        yield (*at, "metrics", i, "metric"), "metric", ref.metric
        if ref.entity:
            yield (*at, "metrics", i, "entity"), "company", ref.entity
        if ref.segment:
            yield (*at, "metrics", i, "segment"), "segment", ref.segment
    if section.block == "quotes":
        for i, speaker in enumerate(section.speakers):
            yield (*at, "speakers", i), "speaker", speaker
        if section.entity:
            yield (*at, "entity"), "company", section.entity
