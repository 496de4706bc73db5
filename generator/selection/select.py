"""Everything that reports of one date can state: figures gathered into facts, quotes and ratings once each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.corpus.document import Document
from generator.corpus.stories import NONE, stories
from generator.errors import CorpusMissing
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating
from generator.selection.choice import Choice
from generator.selection.derived import derived_facts
from generator.selection.fact import Aspects, Fact
from generator.selection.renditions import distinct_quotes, distinct_ratings
from generator.selection.selection import Selection
from generator.settings.catalogue import Catalogue, Metric
from generator.settings.period import Period


def select(
    documents: Iterable[Document],
    figures: Iterable[Figure],
    quotes: Iterable[Quote],
    ratings: Iterable[Rating],
    catalogue: Catalogue,
    as_of: date | None = None,
    sketches: Mapping[str, bytes] = NONE,
) -> Selection:
    """Return what the corpus states as of a date; without one, as of the newest document's.

    Figures without a metric or with a doubt are left out, and so is every document published after the date. A
    document without a date is left out, too, as soon as the date leaves any dated document out: it might be newer.
    Raises CorpusMissing where no document is left.
    """
    everything = list(documents)
    until = as_of or _newest(everything)
    kept = {document.id: document for document in _published(everything, until)}
    if not kept:
        what = f"No document was published on or before {until}."
        raise CorpusMissing(what, "Choose a later --as-of, or add documents to the corpus.")
    told = stories(kept.values(), sketches)
    facts = _facts(figures, Choice(kept, told, catalogue), until)
    return Selection(
        as_of=until,
        documents=kept,
        stories=told,
        facts={**facts, **derived_facts(facts, catalogue)},
        quotes=distinct_quotes((q for q in quotes if q.document in kept), kept),
        ratings=distinct_ratings((r for r in ratings if r.document in kept), kept),
    )


def _newest(documents: list[Document]) -> date:
    dates = [document.published.date() for document in documents if document.published]
    return max(dates, default=date.today())


def _published(documents: list[Document], until: date) -> Iterable[Document]:
    later = any(document.published and document.published.date() > until for document in documents)
    for document in documents:
        if document.published is None:
            if not later:
                yield document
        elif document.published.date() <= until:
            yield document


def _facts(figures: Iterable[Figure], choice: Choice, until: date) -> dict[Aspects, Fact]:
    gathered: dict[Aspects, list[Figure]] = {}
    for figure in figures:
        if figure.metric is None or figure.doubt is not None or figure.document not in choice.documents:
            continue
        period = _period(figure.period, choice.catalogue.metrics.get(figure.metric), until)
        aspects = Aspects(figure.metric, figure.entity, figure.segment, figure.measure, period, figure.basis)
        gathered.setdefault(aspects, []).append(figure)
    return {aspects: choice.fact(aspects, said) for aspects, said in gathered.items()}


def _period(period: Period | None, metric: Metric | None, until: date) -> Period | None:
    """What is counted on a day is counted on the last day of the period named, if that day has come.

    Devices connected "in the third quarter" and "as of 30 September" are one fact.
    """
    if period is None or metric is None or metric.period_type == "duration" or period.fiscal or period.end > until:
        return period
    return Period(period.end.isoformat())
