"""The way of a briefing: a report, an audience and a selection in, one frozen object with everything printed out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from generator.briefing.backing import Evidence, Source
from generator.briefing.blocks.method import numbered, sources
from generator.briefing.citations import Register, Settled, settled
from generator.briefing.dates import day_name, issue_name
from generator.briefing.desk import Desk
from generator.briefing.labels import labelled
from generator.briefing.lookup import Lookup
from generator.briefing.model import Briefing, BriefingSection, Cover, Sources
from generator.briefing.naming import Naming
from generator.briefing.news import is_quiet
from generator.briefing.numbers import Numbers
from generator.briefing.proofs import proofs
from generator.briefing.prose import title
from generator.briefing.sections import chosen, written
from generator.briefing.words import load_words
from generator.corpus.document import Document
from generator.errors import NotStated
from generator.extraction.quote import Quote, Rating, Title
from generator.selection.choice import Choice
from generator.selection.fact import Fact
from generator.selection.facts import Facts
from generator.selection.selection import Selection
from generator.settings.audience import Audience
from generator.settings.catalogue import Catalogue
from generator.settings.report import Report
from generator.settings.translations import Translation


def compose(
    report_id: str,
    report: Report,
    audience_id: str,
    audience: Audience,
    selection: Selection,
    catalogue: Catalogue,
    translations: Sequence[Translation],
    issue: str,
    strict: bool = False,
    template_folders: Sequence[Path] = (),
    writers: Path | None = None,
) -> Briefing:
    """Compose one report for one audience. `writers` is the folder in which writers run, None where they may not.

    `template_folders`, own first, are where labels and phrases are read from. Raises TemplateFailed for a text that
    cannot be rendered; with `strict`, NotStated with everything that the corpus does not state, all at once.
    """
    desk = _desk(report_id, report, audience, selection, catalogue, translations, issue, template_folders, writers)
    desk = replace(desk, quiet=is_quiet(desk))
    sections = written(chosen(desk.report, audience.sections, desk.quiet), desk)
    if strict and desk.gaps:
        raise _not_stated(desk)
    final = settled(sections, desk.register)
    listed = numbered(final, desk)
    return Briefing(
        report=report_id,
        issue=issue,
        audience_id=audience_id,
        audience=audience,
        language=audience.language,
        as_of=selection.as_of,
        cover=_cover(desk),
        sections=_with_sources(final.sections, listed, desk),
        sources=listed,
        evidence=final.evidence,
        documents=_documents(final, selection),
        disclaimer=title(audience.disclaimer.of(audience.language), desk) if audience.disclaimer else "",
        labels=desk.words.labels,
        proofs=proofs(final.evidence, listed, desk),
        notices=(*desk.gaps, *desk.notices),
        # Fixed by what was known, not by when it was built: the same corpus gives the same file.
        generated=datetime.combine(selection.as_of, time(), UTC),
        keywords=_keywords(final, desk),
    )


def report_title(
    name: str,
    report: Report,
    audience: Audience,
    catalogue: Catalogue,
    issue: str,
    day: date,
    template_folders: Sequence[Path] = (),
) -> str:
    """Return the title that a report's issue bears for an audience, for a list of issues. Raises TemplateFailed."""
    nothing = Selection(day, {}, {}, Facts(), (), ())
    desk = _desk(name, report, audience, nothing, catalogue, (), issue, template_folders, None)
    return title(report.title.of(audience.language), desk)


def _desk(
    report_id: str,
    report: Report,
    audience: Audience,
    selection: Selection,
    catalogue: Catalogue,
    translations: Sequence[Translation],
    issue: str,
    template_folders: Sequence[Path],
    writers: Path | None,
) -> Desk:
    words = load_words(audience.language, template_folders)
    period = catalogue.named(report.period, report.entity) if report.period else None
    desk = Desk(
        report_id=report_id,
        report=report,
        audience=audience,
        selection=selection,
        catalogue=catalogue,
        translations=translations,
        words=words,
        naming=Naming(catalogue, words, report.entity, audience.plain_words),
        numbers=Numbers(audience.language, audience.numbers),
        lookup=Lookup(selection, catalogue, report.entity, period),
        register=Register(Choice(selection.documents, selection.stories, catalogue), audience.language),
        issue=issue,
        writers=writers,
    )
    return replace(desk, report=labelled(report, desk))


def _cover(desk: Desk) -> Cover:
    report, language = desk.report, desk.language
    return Cover(
        title=title(report.title.of(language), desk),
        subtitle=title(report.subtitle.of(language), desk) if report.subtitle else "",
        entity=desk.catalogue.companies[report.entity].name.of(language),
        audience=desk.audience.name.of(language),
        as_of=day_name(desk.selection.as_of, language),
        issue=issue_name(desk.issue, language),
        numbered=_numbered(desk),
    )


def _numbered(desk: Desk) -> str:
    number = desk.report.number(desk.issue)
    name = issue_name(desk.issue, desk.language)
    return desk.words.say("issue_number", number=str(number), issue=name) if number else name


def _with_sources(
    sections: Sequence[BriefingSection], listed: tuple[Source, ...], desk: Desk
) -> tuple[BriefingSection, ...]:
    """Return the sections with the sources listed where they belong; without that section where there are none."""
    headline, block = sources(listed, desk)
    filled = (
        replace(section, headline=headline, block=block) if isinstance(section.block, Sources) else section
        for section in sections
    )
    return tuple(section for section in filled if listed or section.block is not block)


def _not_stated(desk: Desk) -> NotStated:
    gaps = "\n".join(f"  section '{gap.section}': {gap.message}" for gap in desk.gaps)
    return NotStated(
        f"Report '{desk.report_id}' asks for what the corpus does not state:\n{gaps}",
        "Add documents that state it, take it out of the report, or build without --strict.",
    )


def _documents(final: Settled, selection: Selection) -> dict[str, Document]:
    found = dict.fromkeys(final.documents)
    for evidence in final.evidence.values():
        found |= dict.fromkeys(_behind(evidence))
    return {name: selection.documents[name] for name in found}


def _behind(evidence: Evidence | Fact | Quote | Rating | Title) -> list[str]:
    """Every document that a claim leads to, dissent and inputs included."""
    claim = evidence.claim if isinstance(evidence, Evidence) else evidence
    if not isinstance(claim, Fact):
        return [claim.document]
    figures = (*claim.supporting, *claim.dissenting, *claim.superseded, *claim.converted)
    inputs = claim.derivation.inputs if claim.derivation else ()
    return [figure.document for figure in figures] + [name for _, fact in inputs for name in _behind(fact)]


def _keywords(final: Settled, desk: Desk) -> tuple[str, ...]:
    facts = (e.claim for e in final.evidence.values() if isinstance(e.claim, Fact))
    names = dict.fromkeys(desk.naming.metric(fact.aspects.metric) for fact in facts)
    return (desk.naming.company(desk.report.entity), *names)
