"""What stands behind something printed, as the ledger tells it: claims, and where documents state them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from generator.corpus.document import Document
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating, Title
from generator.selection.fact import Fact
from generator.verification.evidence import (
    Claim,
    Derivation,
    SourceDocument,
    Target,
    TextPositionSelector,
    TextQuoteSelector,
)

_AROUND = 32  # characters of prefix and suffix, enough to find a quote again in a text that has changed


def sha256_of(data: bytes) -> str:
    """Return the digest that the ledger tells bytes by."""
    return hashlib.sha256(data).hexdigest()


def document_of(document: Document) -> SourceDocument:
    """Return a document as the ledger names it."""
    return SourceDocument(
        id=document.id,
        title=document.title,
        publisher=document.publisher,
        published=document.published.isoformat() if document.published else None,
        address=document.address,
        language=document.language,
        sha256=sha256_of(document.text.encode()),
    )


def claim_of(claim: Fact | Quote | Rating | Title, documents: Mapping[str, Document]) -> Claim:
    """Return what stands behind something printed, as the ledger tells it."""
    if isinstance(claim, Fact):
        return _fact(claim, documents)
    target = _target(claim, documents[claim.document])
    if isinstance(claim, Rating):
        return Claim(kind="rating", entity=claim.entity, house=claim.house, rating=claim.rating, supporting=(target,))
    if isinstance(claim, Title):
        return Claim(kind="title", words=claim.words, supporting=(target,))
    return Claim(
        kind="quote", entity=claim.entity, speaker=claim.speaker, speaker_id=claim.speaker_id, role=claim.role,
        speech=claim.kind, words=claim.words, supporting=(target,),
    )  # fmt: skip


def _fact(fact: Fact, documents: Mapping[str, Document]) -> Claim:
    aspects, derivation = fact.aspects, None
    if fact.derivation:
        inputs = {name: _fact(value, documents) for name, value in fact.derivation.inputs}
        derivation = Derivation(formula=fact.derivation.formula, inputs=inputs)

    def targets(figures: Sequence[Figure]) -> tuple[Target, ...]:
        return tuple(_target(figure, documents[figure.document]) for figure in figures)

    return Claim(
        kind="figure", metric=aspects.metric, entity=aspects.entity, segment=aspects.segment, measure=aspects.measure,
        period=str(aspects.period) if aspects.period else None, basis=aspects.basis, value=fact.value,
        unit=fact.unit, bound=fact.bound, precision=fact.precision,
        supporting=targets(fact.supporting), dissenting=targets(fact.dissenting), superseded=targets(fact.superseded),
        converted=targets(fact.converted), derivation=derivation,
    )  # fmt: skip


def _target(claim: Figure | Quote | Rating | Title, document: Document) -> Target:
    text, start, end = document.text, claim.start, claim.end
    prefix, suffix = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    stated = (claim.value, claim.unit) if isinstance(claim, Figure) else (None, None)
    return Target(
        source=document.id,
        title=document.title,
        publisher=document.publisher,
        published=document.published.isoformat() if document.published else None,
        selector=(
            TextQuoteSelector(exact=text[start:end], prefix=prefix, suffix=suffix),
            TextPositionSelector(start=start, end=end),
        ),
        sentence=document.slice(claim.sentence),
        value=stated[0],
        unit=stated[1],
    )
