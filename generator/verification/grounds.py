"""Whether what is registered has ground: an origin, evidence that says so, and sources that state it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from generator.briefing.claims import plain, unquoted
from generator.corpus.cleaning import rejoin
from generator.corpus.document import Document
from generator.verification.evidence import Claim, Entry, Imprinted, Ledger, Output
from generator.verification.origins import UNKNOWN
from generator.verification.restating import follows, restates, stated_in
from generator.verification.telling import cut, named, nearest


def registered(output: Output, entries: Mapping[str, Entry]) -> Iterator[str]:
    """Yield a problem for each registered text that has no origin, or does not say what its evidence does."""
    word = "slide" if output.format == "pptx" else "page"
    for page in output.pages:
        for piece in page.pieces:
            where = f"{word} {page.page}" if page.page else "the file's properties"
            if piece.origin == UNKNOWN:
                yield f"{where}: nothing stands behind '{cut(piece.text)}'.{nearest(piece.text, entries)}"
            elif piece.evidence and piece.evidence not in entries:
                yield f"{where}: '{cut(piece.text)}' names the evidence '{piece.evidence}', which there is not."
            elif piece.evidence and not _says(piece, entries[piece.evidence].claim):
                yield f"{where}: '{cut(piece.text)}' is not what its evidence says. {named(entries[piece.evidence])}"


def grounded(claim: Claim) -> Iterator[str]:
    """Yield what a figure claims without ground: a value that no source's words state, or no formula gives."""
    if claim.derivation is not None:
        if not follows(claim):
            yield f"{claim} is not what '{claim.derivation.formula}' gives."
        for given in claim.derivation.inputs.values():
            yield from grounded(given)
    elif claim.kind == "figure":
        if not any((target.value, target.unit) == (claim.value, claim.unit) for target in claim.supporting):
            yield f"no source states {claim}."
        for target in (*claim.supporting, *claim.dissenting, *claim.superseded, *claim.converted):
            if target.value is not None and not stated_in(target.selector[0].exact, target.value):
                yield f"'{cut(target.selector[0].exact)}' does not state {target.value:,f} {target.unit}."


def _says(piece: Imprinted, claim: Claim) -> bool:
    """Whether a piece says what its evidence does. A line of a longer one need only be part of its words."""
    if claim.kind in ("quote", "title"):
        return unquoted(piece.text) in plain(claim.words or "")
    if claim.kind == "rating" or claim.value is None or claim.unit is None or claim.precision is None:
        return True
    if not any(char.isdigit() for char in piece.text) and piece.text not in ("unchanged", "持平"):
        return True  # a figure of several lines: its digits are in another piece
    return restates(piece.text, claim.value, claim.unit, claim.precision)


def sourced(ledger: Ledger, entries: Mapping[str, Entry], corpus: Mapping[str, Document]) -> Iterator[str]:
    """Yield a problem for each document that is not the one cited, and each passage that is not where it was."""
    used = {target.source for entry in entries.values() for target in entry.claim.targets()}
    for cited in ledger.documents:
        document = corpus.get(cited.id)
        if cited.id in used and document is None:
            yield f"the corpus does not hold the source '{cut(cited.title)}' ({cited.id})."
        elif document and hashlib.sha256(document.text.encode()).hexdigest() != cited.sha256:
            yield f"the source '{cut(cited.title)}' ({cited.id}) was changed."
    for entry in entries.values():
        for target in entry.claim.targets():
            quote, position = target.selector
            document = corpus.get(target.source)
            if document and document.slice((position.start, position.end)) != quote.exact:
                yield f"{entry.id}: '{cut(quote.exact)}' does not stand in its source at {position.start}."
        if entry.claim.kind in ("quote", "title"):
            exact = entry.claim.supporting[0].selector[0].exact
            if plain(rejoin(exact)) != plain(entry.claim.words or ""):
                yield f"{entry.id}: the words printed are not those of the source: '{cut(exact)}'."
