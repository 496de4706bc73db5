"""Everything that reports of one date can state: figures gathered into facts, quotes and ratings once each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from generator.corpus.document import Document
from generator.corpus.revisions import as_known, standing
from generator.corpus.stories import Copies, stories
from generator.errors import CorpusMissing
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating
from generator.selection.choice import Choice
from generator.selection.derived import derived_facts
from generator.selection.fact import Aspects, Fact
from generator.selection.facts import Chosen, Facts
from generator.selection.reconciling import contradicting
from generator.selection.renditions import distinct_quotes, distinct_ratings
from generator.selection.selection import Selection
from generator.settings.catalogue import Catalogue
from generator.settings.fiscal import counted_on
from generator.settings.period import Period


def select(
    documents: Iterable[Document],
    figures: Mapping[str | None, Iterable[Figure]],
    quotes: Iterable[Quote],
    ratings: Iterable[Rating],
    catalogue: Catalogue,
    as_of: date | None = None,
    copies: Copies | None = None,
) -> Selection:
    """Return what the corpus states as of a date; without one, as of the newest document's.

    `figures` come by company, and are asked for when facts of one are; those without a metric or with a doubt are left
    out, and so is every document published after the date, and every correction made after it. A document without a
    date is left out, too, as soon as the date leaves any dated document out: it might be newer. `copies` of documents,
    by their ids, spare comparing texts where they are known. Raises CorpusMissing where no document is left.
    """
    everything = list(documents)
    until = as_of or _newest(everything)
    current, superseded = standing(_known(everything, until))
    if not current:
        what = f"No document was published on or before {until}."
        raise CorpusMissing(what, "Choose a later --as-of, or add documents to the corpus.")
    kept = {document.id: document for document in current}
    gone = {document.id: document for document in superseded}
    told = stories(current, copies)
    told = {**_told_before(superseded, current, told), **told}

    @cache
    def earlier(day: date) -> Facts:
        stood = {document.id: document for document in standing(_known(everything, day))[0]}
        then = {**dict(zip(stood, stood, strict=True)), **told}
        return _facts(figures, Choice(stood, then, catalogue), day)

    return Selection(
        as_of=until,
        documents={**kept, **gone},
        stories=told,
        facts=_facts(figures, Choice(kept, told, catalogue), until),
        quotes=distinct_quotes((q for q in quotes if q.document in kept), kept),
        ratings=distinct_ratings((r for r in ratings if r.document in kept), kept),
        superseded=frozenset(gone),
        earlier=earlier,
    )


def _told_before(
    superseded: Iterable[Document], current: Iterable[Document], told: Mapping[str, str]
) -> dict[str, str]:
    """Return the story of each superseded document: that of the one in its place, or one of its own."""
    places = {document.address: document.id for document in current if document.address}
    return {d.id: told[places[d.address]] if d.address in places else d.id for d in superseded}


def _newest(documents: list[Document]) -> date:
    dates = [document.published.date() for document in documents if document.published]
    return max(dates, default=date.today())


def _known(documents: list[Document], until: date) -> list[Document]:
    """Return what was published until a day, as that day knew it."""
    later = any(document.published and document.published.date() > until for document in documents)
    published = (
        document
        for document in documents
        if (not later if document.published is None else document.published.date() <= until)
    )
    return list(as_known(published, until))


def _facts(figures: Mapping[str | None, Iterable[Figure]], choice: Choice, until: date) -> Facts:
    def of(company: str | None) -> Chosen:
        said = list(figures.get(company, ()))
        first = _chosen(said, choice, until)
        wrong = contradicting(first, choice)
        left = [figure for figure in said if not wrong.why(figure)]
        facts = _chosen(left, choice, until) if len(left) < len(said) else first
        facts = {**facts, **derived_facts(facts, choice.catalogue)}
        gone = {a: wrong.why(fact.supporting[0]) for a, fact in first.items() if a not in facts}
        return Chosen(facts, {aspects: why for aspects, why in gone.items() if why})

    return Facts(figures, of)


def _chosen(figures: Iterable[Figure], choice: Choice, until: date) -> dict[Aspects, Fact]:
    gathered: dict[Aspects, list[Figure]] = {}
    said_of: dict[tuple[object, ...], list[Figure]] = {}  # a corpus says thousands of things of one slot
    for figure in figures:
        if figure.metric is None or figure.doubt is not None or figure.document not in choice.documents:
            continue
        if figure.slot not in said_of:
            period = _period(figure, choice.catalogue, until)
            aspects = Aspects(figure.metric, figure.entity, figure.segment, figure.measure, period, figure.basis)
            said_of[figure.slot] = gathered.setdefault(aspects, [])
        said_of[figure.slot].append(figure)
    return {aspects: choice.fact(aspects, said) for aspects, said in gathered.items()}


def _period(figure: Figure, catalogue: Catalogue, until: date) -> Period | None:
    """Return a figure's period by its company's own name; of what is counted on a day, the last day if it has come.

    Revenue "in the September quarter" and "in the second quarter of fiscal 2026" are one fact of Alibaba's, devices
    connected "in the third quarter" and "as of 30 September" one of Xiaomi's.
    """
    period, metric = figure.period, catalogue.metrics.get(figure.metric or "")
    if period is None:
        return None
    if metric is None or metric.period_type == "duration":
        return catalogue.named(period, figure.entity)
    counted = counted_on(period, catalogue.year_end(figure.entity))
    return period if counted.fiscal or counted.end > until else counted
