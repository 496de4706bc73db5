"""Speaker notes: for each figure and quote on a slide, the words it stands on and where they were published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.briefing.model import Briefing
from generator.briefing.printed import Printed
from generator.corpus.document import Document, Span
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote
from generator.selection.fact import Fact

_MARKS = {"en": ("“", "”", ": ", " = "), "zh": ("“", "”", "：", " = ")}


def speaker_notes(briefing: Briefing, printed: Iterable[Printed]) -> list[str]:
    """Return the lines of a slide's notes; the same figure told twice is proved once."""
    shown: dict[str, list[Printed]] = {}
    for one in printed:
        if one.evidence in briefing.evidence:
            shown.setdefault(one.evidence, []).append(one)
    if not shown:
        return []
    lines = [briefing.labels["evidence"]]
    for ident, ones in shown.items():
        claim = briefing.evidence[ident].claim
        # A long quote may go on over several slides; the notes of each have it whole.
        whole = [claim.words] if isinstance(claim, Quote) else [one.text for one in ones]
        texts = dict.fromkeys(" ".join(text.split()) for text in whole)
        numbers = "".join(f"[{number}]" for number in dict.fromkeys(n for one in ones for n in one.citations))
        lines += ["", f"{' / '.join(texts)} {numbers}".rstrip(), *_proof(briefing, ident)]
    return lines


def _proof(briefing: Briefing, ident: str) -> Iterator[str]:
    claim = briefing.evidence[ident].claim
    if isinstance(claim, Fact):
        yield from _fact(briefing, claim)
    elif claim.document in briefing.documents:
        yield from _passage(briefing, claim.document, claim.start, claim.end, claim.sentence)


def _fact(briefing: Briefing, fact: Fact) -> Iterator[str]:
    colon = _MARKS[briefing.language][2]
    if fact.derivation is not None:
        yield f"{briefing.labels['derived']}{colon}{fact.derivation.formula}"
        for name, source in fact.derivation.inputs:
            yield f"{name}{_MARKS[briefing.language][3]}{source.value:,f} {source.unit}"
            yield from _fact(briefing, source)
    yield from _figures(briefing, fact.supporting)
    if fact.dissenting:
        yield f"{briefing.labels['others_say']}{colon}"
        yield from _figures(briefing, fact.dissenting)


def _figures(briefing: Briefing, figures: Iterable[Figure]) -> Iterator[str]:
    for figure in figures:
        if figure.document in briefing.documents:
            yield from _passage(briefing, figure.document, figure.start, figure.end, figure.sentence)


def _passage(briefing: Briefing, ident: str, start: int, end: int, sentence: Span) -> Iterator[str]:
    """Yield the exact words in their sentence, and where they stand."""
    opening, closing, _, _ = _MARKS[briefing.language]
    document = briefing.documents[ident]
    words = document.slice((min(start, sentence[0]), max(end, sentence[1]))).strip("\n")
    yield f"{opening}{words}{closing}"
    yield f"— {_published(briefing, document)}"
    if document.address:
        yield document.address


def _published(briefing: Briefing, document: Document) -> str:
    for source in briefing.sources:
        if source.document.id == document.id:
            return ", ".join(filter(None, (f"[{source.number}] {source.publisher}", source.published, document.title)))
    day = document.published.date().isoformat() if document.published else ""
    return ", ".join(filter(None, (document.publisher or "", day, document.title)))
