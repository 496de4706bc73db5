"""Sections: which of a report's an audience gets, in which order, and the block that each becomes."""

from __future__ import annotations

from collections.abc import Sequence

from generator.briefing.blocks.chart import chart
from generator.briefing.blocks.conflicts import conflicts
from generator.briefing.blocks.method import method
from generator.briefing.blocks.quotes import quotes
from generator.briefing.blocks.ratings import ratings
from generator.briefing.blocks.scorecard import scorecard
from generator.briefing.blocks.table import table
from generator.briefing.blocks.text import text
from generator.briefing.citations import printed_in
from generator.briefing.desk import Desk
from generator.briefing.model import Block, BriefingSection, Line, Sources
from generator.briefing.prose import title
from generator.settings.audience import SectionChoice
from generator.settings.report import (
    AnySection,
    ChartSection,
    ConflictsSection,
    MethodSection,
    QuotesSection,
    RatingsSection,
    Report,
    ScorecardSection,
    SourcesSection,
    TableSection,
    TextSection,
)

_LAST = (ConflictsSection, MethodSection, SourcesSection)  # speak of what the others print


def chosen(report: Report, choice: SectionChoice) -> list[tuple[str, AnySection]]:
    """Return a report's sections for one audience, each under a name of its own."""
    named: list[tuple[str, AnySection]] = []
    for section in report.sections:
        name, taken = section.id or section.block, {name for name, _ in named}
        others = (f"{name}_{count}" for count in range(2, len(taken) + 3))
        named.append((next(free for free in (name, *others) if free not in taken), section))
    kept = [
        (name, section)
        for name, section in named
        if not (choice.only and not _meant(name, section, choice.only)) and not _meant(name, section, choice.omit)
    ]
    ranks = {name: _rank(name, section, choice.first) for name, section in kept}
    return sorted(kept, key=lambda pair: ranks[pair[0]])


def written(listed: Sequence[tuple[str, AnySection]], desk: Desk) -> list[BriefingSection]:
    """Return the sections in their order. What speaks of the others is written last, wherever it stands."""
    done: dict[str, BriefingSection] = {}
    for name, section in sorted(listed, key=lambda pair: isinstance(pair[1], _LAST)):
        at = desk.at(section, name)
        printed = [done[other] for other, _ in listed if other in done]
        said = _block(section, at, printed)
        if said is not None:
            done[name] = BriefingSection(name, _title(section, at), *said)
    return [done[name] for name, _ in listed if name in done]


def _block(section: AnySection, desk: Desk, printed: list[BriefingSection]) -> tuple[Line, Block] | None:
    match section:
        case ScorecardSection():
            return scorecard(section, desk)
        case ChartSection():
            return chart(section, desk)
        case TextSection():
            return text(section, desk)
        case QuotesSection():
            return quotes(section, desk)
        case TableSection():
            return table(section, desk)
        case RatingsSection():
            return ratings(section, desk)
        case ConflictsSection():
            return conflicts(printed_in(printed), desk)
        case MethodSection():
            return method(desk)
        case SourcesSection():
            return (), Sources(())  # filled in when everything has its number


def _title(section: AnySection, desk: Desk) -> str:
    if section.title is None:
        return desk.words.phrases[f"title_{section.block}"]
    return title(section.title.of(desk.language), desk)


def _meant(name: str, section: AnySection, wanted: Sequence[str]) -> bool:
    return name in wanted or section.block in wanted


def _rank(name: str, section: AnySection, first: Sequence[str]) -> int:
    places = [i for i, wanted in enumerate(first) if wanted in (name, section.block)]
    return min(places, default=len(first))
