"""What a briefing could state but does not: figures and quotes, each with the line of YAML that would add it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import yaml

from generator.briefing.lookup import latest_first
from generator.briefing.model import Briefing
from generator.extraction.quote import Quote
from generator.selection.fact import Aspects, Fact
from generator.selection.selection import Selection

_MOST = 200  # of a kind


@dataclass(frozen=True, slots=True)
class Unused:
    """Something that no section prints: what it is, the words of its source, and the YAML that asks for it."""

    kind: str
    label: str
    words: str
    publisher: str
    line: str


def unused(briefing: Briefing, selection: Selection, entity: str) -> list[Unused]:
    """Return what a briefing leaves out: a company's figures, latest period first, and quotes of and about it."""
    claims = [evidence.claim for evidence in briefing.evidence.values()]
    printed = {claim.aspects for claim in claims if isinstance(claim, Fact)}
    quoted = {(claim.document, claim.start) for claim in claims if isinstance(claim, Quote)}
    facts = [fact for fact in selection.facts.of(entity).values() if fact.supporting]
    left = sorted((fact for fact in facts if fact.aspects not in printed), key=_place)
    found = (_figures(left, selection), _quotes(quoted, selection, entity))
    return [one for each in found for one in islice(each, _MOST)]


def _place(fact: Fact) -> tuple[bool, int, int, str]:
    period = fact.aspects.period
    day, kind = latest_first(period) if period else (None, 0)
    return day is None, -day.toordinal() if day else 0, -kind, fact.aspects.metric


def _figures(facts: list[Fact], selection: Selection) -> Iterator[Unused]:
    for fact in facts:
        figure = fact.supporting[0]
        document = selection.documents[figure.document]
        label = " ".join(str(part) for part in fact.aspects if part is not None and part not in ("level", "actual"))
        yield Unused("figure", label, document.slice((figure.start, figure.end)), document.publisher or "", _line(fact))


def _line(fact: Fact) -> str:
    """`- {metric: ev_deliveries, basis: target, period: 2026}`, as a section's metrics take it."""
    kept = {"level", "actual", None}
    aspects: Aspects = fact.aspects
    asked = {"metric": aspects.metric, "segment": aspects.segment, "measure": aspects.measure, "basis": aspects.basis}
    entry = {key: value for key, value in asked.items() if value not in kept}
    if aspects.period is not None:
        entry["period"] = str(aspects.period)
    return _inline(entry)


def _quotes(quoted: set[tuple[str, int]], selection: Selection, entity: str) -> Iterator[Unused]:
    for quote in selection.quotes:
        if quote.entity != entity or (quote.document, quote.start) in quoted:
            continue
        document = selection.documents[quote.document]
        about = quote.words[:12].strip() if any("一" <= c <= "鿿" for c in quote.words) else quote.words[:28].strip()
        section = {"block": "quotes", "kinds": [quote.kind], "about": [about]}
        if quote.speaker_id:
            section["speakers"] = [quote.speaker_id]
        yield Unused("quote", quote.speaker, quote.words, document.publisher or "", _inline(section))


def _inline(entry: object) -> str:
    dumped = yaml.dump(
        entry, Dumper=yaml.CSafeDumper, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000
    )
    return f"- {dumped.strip()}"
