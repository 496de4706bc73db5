"""Sections: which of a report's an audience gets, in which order, and the block that each becomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from generator.briefing.blocks.chart import chart
from generator.briefing.blocks.chart_pair import chart_pair
from generator.briefing.blocks.conflicts import conflicts
from generator.briefing.blocks.glossary import glossary
from generator.briefing.blocks.key_messages import key_messages
from generator.briefing.blocks.method import method
from generator.briefing.blocks.own import own
from generator.briefing.blocks.peers import peers, refs_of
from generator.briefing.blocks.quotes import quotes
from generator.briefing.blocks.ratings import ratings
from generator.briefing.blocks.scorecard import scorecard
from generator.briefing.blocks.table import table
from generator.briefing.blocks.target_progress import target_progress
from generator.briefing.blocks.text import text
from generator.briefing.blocks.timeline import timeline
from generator.briefing.blocks.what_changed import what_changed
from generator.briefing.citations import printed_in
from generator.briefing.desk import Desk
from generator.briefing.model import Block, BriefingSection, Sources
from generator.briefing.printed import Line
from generator.briefing.prose import title
from generator.errors import TextFailed
from generator.settings.audience import SectionChoice
from generator.settings.blocks import AnySection
from generator.settings.figure_sections import ChartPairSection, ConflictsSection, PeersSection, WhatChangedSection
from generator.settings.report import Report
from generator.settings.section import MetricRef
from generator.settings.word_sections import GlossarySection, MethodSection, OwnSection, SourcesSection

_LAST = (ConflictsSection, GlossarySection, MethodSection, SourcesSection)  # speak of what the others print
_COMPOSERS: Mapping[str, Callable[[Any, Desk], Any]] = {
    "scorecard": scorecard,
    "chart": chart,
    "chart_pair": chart_pair,
    "text": text,
    "key_messages": key_messages,
    "quotes": quotes,
    "table": table,
    "peers": peers,
    "ratings": ratings,
    "timeline": timeline,
    "target_progress": target_progress,
    "what_changed": what_changed,
    "own": own,
}


def chosen(report: Report, choice: SectionChoice, quiet: bool = False) -> list[tuple[str, AnySection]]:
    """Return a report's sections for one audience, each under a name of its own; of a quiet issue, what it shows.

    Where neither asks for the sources they stand at the end: the numbers beside figures and quotes lead there.
    """
    named: list[tuple[str, AnySection]] = []
    sourced = any(isinstance(section, SourcesSection) for section in report.sections)
    for section in (*report.sections, *(() if sourced else (SourcesSection(block="sources"),))):
        kind = section.name if isinstance(section, OwnSection) else section.block
        name, taken = section.id or kind, {name for name, _ in named}
        others = (f"{name}_{count}" for count in range(2, len(taken) + 3))
        named.append((next(free for free in (name, *others) if free not in taken), section))
    kept = [
        (name, section)
        for name, section in named
        if isinstance(section, SourcesSection)
        or ((not choice.only or _meant(name, section, choice.only)) and not _meant(name, section, choice.omit))
    ]
    ranks = {name: _rank(name, section, choice.first) for name, section in kept}
    ordered = sorted(kept, key=lambda pair: ranks[pair[0]])
    return _standing(ordered, named, report) if quiet else ordered


def _standing(
    ordered: list[tuple[str, AnySection]], named: list[tuple[str, AnySection]], report: Report
) -> list[tuple[str, AnySection]]:
    """Return the sections of an issue without news: that it has none, and what of the report stands."""
    says = [pair for pair in named if isinstance(pair[1], WhatChangedSection)][:1]
    opening = says or [("what_changed", WhatChangedSection(block="what_changed"))]
    wanted = (*report.quiet, "sources")
    stands = [pair for pair in ordered if "all" in report.quiet or _meant(*pair, wanted)]
    return opening + [pair for pair in stands if pair not in opening]


def written(listed: Sequence[tuple[str, AnySection]], desk: Desk) -> list[BriefingSection]:
    """Return the sections in their order. What speaks of the others is written last, wherever it stands.

    Raises TextFailed with what is wrong in any of them.
    """
    done: dict[str, BriefingSection] = {}
    failed: list[TextFailed] = []
    for name, section in sorted(listed, key=lambda pair: isinstance(pair[1], _LAST)):
        spoken_of = [other for _, other in listed] if isinstance(section, _LAST) else [section]
        at = desk.at(section, name, companies=len(_companies(spoken_of, desk)))
        _tell_of_others(section, at)
        printed = [done[other] for other, _ in listed if other in done]
        try:
            said = _block(section, at, printed)
            if said is not None:
                done[name] = BriefingSection(name, _title(section, at), *said)
        except TextFailed as error:
            failed.append(error)
    if failed:
        raise TextFailed([fault for error in failed for fault in error.faults], failed[0].remedy)
    return [done[name] for name, _ in listed if name in done]


def _asked(section: AnySection) -> list[MetricRef]:
    """Return the metrics that a section asks for, of whichever company."""
    if isinstance(section, PeersSection):
        return [ref for asked in section.metrics for ref in refs_of(section, asked)]
    parts = section.charts if isinstance(section, ChartPairSection) else (section,)
    return [ref for part in parts for ref in getattr(part, "metrics", ())]


def _companies(sections: Sequence[AnySection], desk: Desk) -> set[str | None]:
    return {desk.lookup.aspects(ref).entity for section in sections for ref in _asked(section)}


def _tell_of_others(section: AnySection, desk: Desk) -> None:
    """Tell of metrics that are another company's own: beside this one's they would pass for parts of it."""
    for ref in _asked(section):
        metric = desk.catalogue.metrics.get(ref.metric)
        if ref.entity is None and metric and metric.entity not in (None, desk.report.entity):
            desk.notice(f"{ref.metric} is {metric.entity}'s own; write 'entity: {metric.entity}' if it is meant here.")


def _block(section: AnySection, desk: Desk, printed: list[BriefingSection]) -> tuple[Line, Block] | None:
    if isinstance(section, _LAST):
        return _of_the_others(section, desk, printed)
    composed: tuple[Line, Block] | None = _COMPOSERS[section.block](section, desk)
    return composed


def _of_the_others(section: AnySection, desk: Desk, printed: list[BriefingSection]) -> tuple[Line, Block] | None:
    match section:
        case ConflictsSection():
            return conflicts(printed_in(printed), desk)
        case GlossarySection():
            return glossary(section, printed_in(printed), desk)
        case MethodSection():
            return method(desk)
    return (), Sources(())  # filled in when everything has its number


def _title(section: AnySection, desk: Desk) -> str:
    if section.title is None:
        name = section.name if isinstance(section, OwnSection) else section.block
        return desk.words.phrases.get(f"title_{name}", name.replace("_", " ").capitalize())
    return title(section.title.of(desk.language), desk)


def _meant(name: str, section: AnySection, wanted: Sequence[str]) -> bool:
    return name in wanted or (section.name if isinstance(section, OwnSection) else section.block) in wanted


def _rank(name: str, section: AnySection, first: Sequence[str]) -> int:
    places = [i for i, wanted in enumerate(first) if wanted in (name, section.block)]
    return min(places, default=len(first))
