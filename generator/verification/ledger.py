"""The ledger: evidence.json, which leads every printed figure and quote back to the words it came from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator import __version__
from generator.briefing.model import Briefing, Conflicts
from generator.corpus.document import Document
from generator.errors import VerificationFailed
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating, Title
from generator.rendering.imprint import Piece, Written
from generator.selection.fact import Fact
from generator.verification.evidence import (
    Claim,
    Derivation,
    Entry,
    Imprinted,
    Input,
    Ledger,
    Output,
    Page,
    Place,
    Software,
    SourceDocument,
    Target,
    TextPositionSelector,
    TextQuoteSelector,
)
from generator.verification.origins import explained

_AROUND = 32  # characters of prefix and suffix, enough to find a quote again in a text that has changed


@dataclass(frozen=True, slots=True)
class Finished:
    """One finished file: what it was made from, what is printed in it, and how much it states."""

    path: Path
    audience: str
    pages: int
    figures: int
    quotes: int
    disagreements: int
    sha256: str
    pieces: tuple[Piece, ...] = field(repr=False)

    @classmethod
    def of(cls, briefing: Briefing, path: Path, written: Written) -> Finished:
        """Return what was written of a briefing, counted, with the origin of all its words."""
        pieces = tuple(explained(written.pieces, briefing))
        cited = {piece.evidence for piece in pieces if piece.evidence}
        kinds = [type(briefing.evidence[name].claim) for name in cited if name in briefing.evidence]
        conflicts = sum(len(s.block.conflicts) for s in briefing.sections if isinstance(s.block, Conflicts))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        figures, quotes = kinds.count(Fact), kinds.count(Quote)
        return cls(path, briefing.audience_id, written.pages, figures, quotes, conflicts, digest, pieces)

    def moved(self, folder: Path) -> Finished:
        """Return the same file in another folder."""
        return replace(self, path=folder / self.path.name)


def ledger(briefings: Sequence[Briefing], finished: Sequence[Finished], inputs: Mapping[str, Path]) -> Ledger:
    """Return the ledger of one report's briefings. `inputs` are the files that decided them, under their names."""
    first = briefings[0]
    documents = {d.id: d for briefing in briefings for d in briefing.documents.values()}
    evidence: dict[str, tuple[Entry, ...]] = {}
    outputs = []
    for briefing in briefings:
        files = [one for one in finished if one.audience == briefing.audience_id]
        entries = tuple(_entries(briefing, files))
        key = f"{briefing.audience_id}-{_digest([entry.claim.model_dump(mode='json') for entry in entries])}"
        evidence[key] = entries
        outputs += [_output(one, key) for one in files]
    whole = Ledger(
        software=Software(version=__version__),
        report=first.report,
        issue=first.issue,
        as_of=first.as_of.isoformat(),
        inputs=tuple(Input(path=name, sha256=_sha256(path.read_bytes())) for name, path in sorted(inputs.items())),
        documents=tuple(document_of(documents[name]) for name in sorted(documents)),
        evidence=evidence,
        outputs=tuple(outputs),
    )
    return _in_order(whole)


def carried(new: Ledger, old: Ledger, files: Set[str], unchanged: Set[str] = frozenset()) -> Ledger:
    """Return a new ledger that also speaks for those of an old one's files that stand beside the new ones.

    `unchanged` are those of them that would be made again as they are; the others keep the inputs they were made from.
    """
    kept = [output for output in old.outputs if output.file in files and not new.output(output.file)]
    evidence = dict(new.evidence)
    for output in kept:
        entries = old.evidence[output.evidence]
        if output.evidence in evidence:
            printed = {entry.id: [p for p in entry.printed if p.file == output.file] for entry in entries}
            evidence[output.evidence] = tuple(
                entry.model_copy(update={"printed": (*entry.printed, *printed.get(entry.id, ()))})
                for entry in evidence[output.evidence]
            )
        else:
            evidence[output.evidence] = tuple(
                entry.model_copy(update={"printed": tuple(p for p in entry.printed if p.file == output.file)})
                for entry in entries
            )
    documents = {d.id: d for d in (*(old.documents if kept else ()), *new.documents)}
    listed = tuple(documents[name] for name in sorted(documents))
    outputs = (*new.outputs, *kept)
    inputs = _inputs(new, old, {output.file for output in outputs}, {output.file for output in kept} - unchanged)
    more = {"documents": listed, "evidence": evidence, "outputs": outputs, "inputs": inputs}
    return _in_order(new.model_copy(update=more))


def _inputs(new: Ledger, old: Ledger, files: Set[str], older: Set[str]) -> tuple[Input, ...]:
    """Return the inputs of all files, those of the `older` ones as they were when these were made."""
    decided: dict[tuple[str, str], set[str]] = {}
    for whole, some in ((new, files - older), (old, older)):
        for one in whole.inputs:
            decided.setdefault((one.path, one.sha256), set()).update(some & set(one.files or some))
    return tuple(
        Input(path=path, sha256=digest, files=() if named == files else tuple(sorted(named)))
        for (path, digest), named in sorted(decided.items())
        if named
    )


def _in_order(whole: Ledger) -> Ledger:
    """Return a ledger in an order that does not tell which files were made at once, and which before."""

    def placed(entry: Entry) -> Entry:
        printed = sorted(entry.printed, key=lambda place: (place.file, place.page))
        return entry.model_copy(update={"printed": tuple(printed)})

    outputs = tuple(sorted(whole.outputs, key=lambda output: output.file))
    evidence = {key: tuple(map(placed, whole.evidence[key])) for key in sorted({o.evidence for o in outputs})}
    return whole.model_copy(update={"outputs": outputs, "evidence": evidence})


def write_ledger(whole: Ledger, path: Path) -> None:
    """Write a ledger as JSON, a piece of print a line."""
    data = whole.model_dump(mode="json", by_alias=True, exclude_defaults=False, exclude_none=True)
    pages: dict[str, str] = {}
    for output in data["outputs"]:
        for page in output["pages"]:
            mark = f"@@{len(pages)}@@"
            lines = ",\n      ".join(json.dumps(_short(piece), ensure_ascii=False) for piece in page["pieces"])
            pages[f'"{mark}"'] = f"[\n      {lines}]"
            page["pieces"] = mark
    text = json.dumps(data, ensure_ascii=False, indent=1)
    for mark, lines in pages.items():
        text = text.replace(mark, lines, 1)
    path.write_text(text + "\n", encoding="utf-8")


def read_ledger(path: Path) -> Ledger:
    """Read a ledger. Raises VerificationFailed where there is none, or it is none of this version."""
    try:
        return Ledger.model_validate_json(path.read_bytes())
    except OSError:
        raise VerificationFailed(
            f"There is no {path}.", "Verify a file where it was built, with its evidence."
        ) from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        raise VerificationFailed(
            f"{path} is no ledger that this version reads: {place}: {first['msg']}.", "Build the briefing again."
        ) from None


def _short(piece: list[Any]) -> list[Any]:
    while piece and piece[-1] is None:
        piece = piece[:-1]
    return piece


def _digest(data: Any) -> str:
    return _sha256(json.dumps(data, sort_keys=True).encode())[:8]


def _sha256(data: bytes) -> str:
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
        sha256=_sha256(document.text.encode()),
    )


def _output(finished: Finished, key: str) -> Output:
    pages = [
        Page(page=number, pieces=tuple(Imprinted(p.at, p.text, p.evidence, p.origin) for p in pieces))
        for number, pieces in groupby(sorted(finished.pieces, key=lambda p: p.page), key=lambda p: p.page)
    ]
    return Output(
        file=finished.path.name, audience=finished.audience, format=finished.path.suffix[1:], sha256=finished.sha256,
        count=finished.pages, evidence=key, pages=tuple(pages),
    )  # fmt: skip


def _entries(briefing: Briefing, files: Sequence[Finished]) -> Iterator[Entry]:
    places: dict[str, dict[Place, None]] = {}
    for one in files:
        for piece in one.pieces:
            if piece.evidence:
                place = Place(file=one.path.name, page=piece.page, text=piece.text)
                places.setdefault(piece.evidence, {})[place] = None
    for name in briefing.evidence:
        if name in places:
            claim = claim_of(briefing.evidence[name].claim, briefing.documents)
            yield Entry(id=name, printed=tuple(places[name]), claim=claim)


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
