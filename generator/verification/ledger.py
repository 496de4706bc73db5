"""The ledger: evidence.json, which leads every printed figure and quote back to the words it came from.

Sources are W3C Web Annotation selectors (https://www.w3.org/TR/annotation-model/, 4.2.4 and 4.2.5).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator import __version__
from generator.briefing.model import Briefing, Conflicts, Printed
from generator.corpus.document import Document
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating
from generator.selection.fact import Fact
from generator.verification.printed import headline_things, printed_things

_AROUND = 32  # characters of prefix and suffix, enough to find a quote again in a text that has changed


@dataclass(frozen=True, slots=True)
class Output:
    """One finished file, and how much it states."""

    path: Path
    audience: str
    pages: int
    figures: int
    quotes: int
    disagreements: int
    sha256: str

    @classmethod
    def of(cls, briefing: Briefing, path: Path, pages: int) -> Output:
        """Return the output of a briefing, counted."""
        cited = {thing.evidence for thing in (*printed_things(briefing), *headline_things(briefing))}
        kinds = [type(briefing.evidence[name].claim) for name in cited]
        conflicts = sum(len(s.block.conflicts) for s in briefing.sections if isinstance(s.block, Conflicts))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        return cls(path, briefing.audience_id, pages, kinds.count(Fact), kinds.count(Quote), conflicts, digest)

    def moved(self, folder: Path) -> Output:
        """Return the same output in another folder."""
        return replace(self, path=folder / self.path.name)


def ledger(briefings: Sequence[Briefing], outputs: Sequence[Output]) -> dict[str, Any]:
    """Return the ledger of one report's briefings: outputs, documents, and the evidence of each audience."""
    first = briefings[0]
    documents = {d.id: d for briefing in briefings for d in briefing.documents.values()}
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "generator": f"footnoted {__version__}",
        "report": first.report,
        "issue": first.issue,
        "as_of": first.as_of.isoformat(),
        "outputs": [
            {"file": o.path.name, "audience": o.audience, "pages": o.pages, "sha256": o.sha256} for o in outputs
        ],
        "documents": [_document(documents[name]) for name in sorted(documents)],
        "audiences": {briefing.audience_id: _evidence(briefing) for briefing in briefings},
    }


def write_ledger(briefings: Sequence[Briefing], outputs: Sequence[Output], path: Path) -> None:
    """Write the ledger as JSON."""
    path.write_text(json.dumps(ledger(briefings, outputs), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "address": document.address,
        "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
    }


def _evidence(briefing: Briefing) -> list[dict[str, Any]]:
    printed, headlines = _words(printed_things(briefing)), _words(headline_things(briefing))
    return [
        {
            "id": name,
            "printed": list(printed.get(name, ())),
            "headline": list(headlines.get(name, ())),
            **_claim(briefing.evidence[name].claim, briefing),
        }
        for name in {**printed, **headlines}
    ]


def _words(things: Iterable[Printed]) -> dict[str, dict[str, None]]:
    """Return the words printed for each piece of evidence, each once, in order."""
    words: dict[str, dict[str, None]] = {}
    for thing in things:
        words.setdefault(thing.evidence, {})[thing.text] = None
    return words


def _claim(claim: Fact | Quote | Rating, briefing: Briefing) -> dict[str, Any]:
    documents = briefing.documents
    if isinstance(claim, Fact):
        return _fact(claim, briefing)
    kind = "quote" if isinstance(claim, Quote) else "rating"
    return {"kind": kind, "target": [_target(claim, documents[claim.document])]}


def _fact(fact: Fact, briefing: Briefing) -> dict[str, Any]:
    documents = briefing.documents
    aspects = {name: str(value) if value is not None else None for name, value in fact.aspects._asdict().items()}
    found: dict[str, Any] = {
        "kind": "figure", **aspects, "value": str(fact.value), "unit": fact.unit, "bound": fact.bound,
        "precision": str(fact.precision), "target": [_target(f, documents[f.document]) for f in fact.supporting],
    }  # fmt: skip
    beside = {"dissenting": fact.dissenting, "superseded": fact.superseded, "converted": fact.converted}
    for name, figures in beside.items():
        if figures:
            found[name] = [
                {"value": str(f.value), "unit": f.unit, **_target(f, documents[f.document])} for f in figures
            ]
    if fact.derivation:
        inputs = {name: _fact(value, briefing) for name, value in fact.derivation.inputs}
        found["derivation"] = {"formula": fact.derivation.formula, "inputs": inputs}
    return found


def _target(claim: Figure | Quote | Rating, document: Document) -> dict[str, Any]:
    text, start, end = document.text, claim.start, claim.end
    return {
        "source": document.id,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
        "sentence": document.slice(claim.sentence),
    }
