"""Names that must lead somewhere: metrics, companies, people, audiences, themes and sections that settings speak of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.errors import Problem
from generator.settings.audience import SectionChoice
from generator.settings.blocks import BLOCKS
from generator.settings.catalogue import Catalogue
from generator.settings.fault import Location, nearest
from generator.settings.inheritance import Merged
from generator.settings.yaml_nodes import YamlFile

Reference = tuple[Location, str, str]


def report_problems(
    merged: Merged, catalogue: Catalogue | None, audiences: Collection[str], own: Collection[str] = ()
) -> list[Problem]:
    """Return a problem for each name of a report that leads nowhere, also where other parts of it are wrong.

    `own` are the names of the project's own blocks: those for which it has a template for pages and one for slides. Of
    a catalogue that is itself wrong nobody can say what it would have named: then its names are not looked at.
    """
    known = {
        "audience": audiences,
        "block": {*BLOCKS, *own} - {"own"},
        "section or block": {*BLOCKS, *own, "all", *_ids(merged.data)} - {"own"},
    }
    if catalogue is not None:
        speakers = {person for company in catalogue.companies.values() for person in company.people}
        known |= {
            "metric": catalogue.metrics.keys(),
            "company": catalogue.companies.keys(),
            "segment": catalogue.segments.keys(),
            "speaker": speakers | catalogue.companies.keys(),
        }
    problems = []
    for location, kind, value in _references(merged.data):
        if kind in known and value not in known[kind]:
            file, place = merged.at(location)
            problems.append(_leads_nowhere(file, place, kind, value, known[kind]))
    return problems


def audience_problems(file: YamlFile, themes: Collection[str], section_ids: Collection[str]) -> list[Problem]:
    """Return a problem for an audience's theme that there is not, and for sections that no report has."""
    data = file.data if isinstance(file.data, dict) else {}
    chosen = data["sections"] if isinstance(data.get("sections"), dict) else {}
    known = {"theme": themes, "section or block": {*BLOCKS, *section_ids}}
    named = [*_named((), data, {"theme": "theme"})]
    for key in SectionChoice.model_fields:
        for i, name in enumerate(_listed(chosen.get(key))):
            named += _named(("sections", key), {i: name}, {i: "section or block"})
    return [_leads_nowhere(file, at, kind, name, known[kind]) for at, kind, name in named if name not in known[kind]]


def _leads_nowhere(file: YamlFile, place: Location, kind: str, value: str, known: Collection[str]) -> Problem:
    return file.problem(place, f"there is no {kind} '{value}'.", value, nearest(value, known))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _ids(data: Mapping[str, Any]) -> set[str]:
    return {
        str(section["id"]) for section in _listed(data.get("sections")) if isinstance(section, dict) and "id" in section
    }


def _references(data: Mapping[str, Any]) -> Iterator[Reference]:
    yield from _named((), data, {"entity": "company"})
    for i, audience in enumerate(_listed(data.get("audiences"))):
        yield from _named(("audiences",), {i: audience}, {i: "audience"})
    for i, name in enumerate(_listed(data.get("quiet"))):
        yield from _named(("quiet",), {i: name}, {i: "section or block"})
    yield from _named((), data, {"quiet": "section or block"})
    matrix = data["matrix"] if isinstance(data.get("matrix"), dict) else {}
    for key, kind in (("entities", "company"), ("audiences", "audience")):
        for i, value in enumerate(_listed(matrix.get(key))):
            yield from _named(("matrix", key), {i: value}, {i: kind})
    for i, section in enumerate(_listed(data.get("sections"))):
        if isinstance(section, dict):
            yield from _section_references(("sections", i), section)


def _section_references(at: Location, section: Mapping[str, Any]) -> Iterator[Reference]:
    if "data" in section:
        yield from _named(at, section, {"block": "block"})
    for i, chart in enumerate(_listed(section.get("charts"))):
        if isinstance(chart, dict):
            yield from _section_references((*at, "charts", i), chart)
    yield from _named(at, section, {"entity": "company"})
    for i, metric in enumerate(_listed(section.get("metrics"))):
        entry = metric if isinstance(metric, dict) else {"metric": metric}
        kinds = {"metric": "metric", "entity": "company", "segment": "segment"}
        yield from _named((*at, "metrics", i), entry, kinds)
    for key, kind in (("speakers", "speaker"), ("companies", "company")):
        for i, name in enumerate(_listed(section.get(key))):
            yield from _named((*at, key), {i: name}, {i: kind})


def _named(at: Location, data: Mapping[Any, Any], kinds: Mapping[Any, str]) -> Iterator[Reference]:
    for key, kind in kinds.items():
        if isinstance(data.get(key), str):
            yield (*at, key), kind, data[key]
