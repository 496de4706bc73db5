"""Proofs: each piece of evidence as a reader opens it, the sentences it came from and whoever says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.briefing.backing import Evidence, Passage, Proof, Source
from generator.briefing.dates import moment_name
from generator.briefing.desk import Desk
from generator.corpus.document import Document, Span
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating, Title
from generator.selection.fact import Fact

_AROUND = 180  # characters of the text before and after the sentence


def proofs(evidence: Mapping[str, Evidence], sources: Sequence[Source], desk: Desk) -> dict[str, Proof]:
    """Return what stands behind each piece of evidence, by its id."""
    numbers = {source.document.id: source.number for source in sources}
    return {name: _proof(one.claim, numbers, desk) for name, one in evidence.items()}


def _proof(claim: Fact | Quote | Rating | Title, numbers: Mapping[str, int], desk: Desk) -> Proof:
    if isinstance(claim, Fact):
        return _of_fact(claim, numbers, desk)
    if isinstance(claim, Title):
        label, said = desk.naming.publisher(desk.selection.documents[claim.document]), claim.words
    elif isinstance(claim, Rating):
        label, said = desk.naming.speaker(claim.house, claim.house), desk.words.phrases.get(claim.rating, claim.rating)
    else:
        label, said = desk.naming.speaker(claim.speaker_id, claim.speaker), claim.words
    return Proof(label, said, (_passage(claim, said, numbers, desk),))


def _of_fact(fact: Fact, numbers: Mapping[str, int], desk: Desk) -> Proof:
    name, period = desk.naming.figure(fact.aspects), desk.period_of(fact)
    inputs = fact.derivation.inputs if fact.derivation else ()
    return Proof(
        label=desk.words.say("of_period", metric=name, period=period) if period else name,
        text=_written(fact, fact, desk),
        supporting=_passages(fact.supporting, fact, numbers, desk),
        dissenting=_passages(fact.dissenting, fact, numbers, desk),
        superseded=_passages(fact.superseded, fact, numbers, desk),
        converted=_passages(fact.converted, fact, numbers, desk),
        formula=fact.derivation.formula if fact.derivation else "",
        inputs=tuple((key, _of_fact(given, numbers, desk)) for key, given in inputs),
    )


def _written(value: Fact | Figure, fact: Fact, desk: Desk) -> str:
    write = desk.numbers.amount if fact.aspects.measure == "level" else desk.numbers.signed
    return write(value.value, value.unit, value.precision, value.bound)


def _passages(figures: Iterable[Figure], fact: Fact, numbers: Mapping[str, int], desk: Desk) -> tuple[Passage, ...]:
    return tuple(_passage(figure, _written(figure, fact, desk), numbers, desk) for figure in figures)


def _passage(claim: Figure | Quote | Rating | Title, said: str, numbers: Mapping[str, int], desk: Desk) -> Passage:
    document = desk.selection.documents[claim.document]
    start, end = min(claim.sentence.start, claim.start), max(claim.sentence.end, claim.end)
    whole = _readable(document, start, end)
    return Passage(
        said=said,
        document=document,
        number=numbers.get(document.id),
        publisher=desk.naming.publisher(document),
        published=moment_name(document.published, desk.language),
        around=(_before(document.text[whole.start : start]), _after(document.text[end : whole.end])),
        sentence=(
            document.text[start : claim.start],
            document.text[claim.start : claim.end],
            document.text[claim.end : end],
        ),
    )


def _readable(document: Document, start: int, end: int) -> Span:
    """Return the readable part that a passage stands in, so that nothing of a byline comes with it."""
    return next((part for part in document.readable if part.start <= start and end <= part.end), Span(start, end))


def _before(text: str) -> str:
    """Return the end of the paragraph so far, cut where it is long."""
    paragraph = text.rsplit("\n", 1)[-1]
    return paragraph if len(paragraph) <= _AROUND else f"… {paragraph[-_AROUND:].lstrip()}"


def _after(text: str) -> str:
    """Return the start of the paragraph's rest, cut where it is long."""
    paragraph = text.split("\n", 1)[0]
    return paragraph if len(paragraph) <= _AROUND else f"{paragraph[:_AROUND].rstrip()} …"
