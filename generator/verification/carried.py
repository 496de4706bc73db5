"""What every finished file carries inside: the evidence of its briefing, and its figures as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from pydantic import BaseModel
from pydantic_core import to_json

from generator.briefing.citations import printed_in
from generator.briefing.model import Briefing
from generator.selection.fact import Fact
from generator.verification.claiming import claim_of, document_of

_COLUMNS = (
    "evidence", "printed", "metric", "entity", "segment", "measure", "period", "basis", "value", "unit", "bound",
    "precision", "source", "publisher", "published", "exact", "start", "end", "formula",
)  # fmt: skip


def carried(briefing: Briefing) -> Mapping[str, bytes]:
    """Return evidence.json and figures.csv. The files' own hashes stand in the ledger beside them only."""
    return MappingProxyType({"evidence.json": _evidence(briefing), "figures.csv": _figures(briefing)})


def _evidence(briefing: Briefing) -> bytes:
    evidence = []
    for name, words in _printed(briefing).items():
        claim = claim_of(briefing.evidence[name].claim, briefing.documents)
        evidence.append({"id": name, "printed": list(words), "claim": _told(claim)})
    whole = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "report": briefing.report,
        "issue": briefing.issue,
        "audience": briefing.audience_id,
        "as_of": briefing.as_of.isoformat(),
        "documents": [_told(document_of(briefing.documents[name])) for name in sorted(briefing.documents)],
        "evidence": evidence,
    }
    return to_json(whole, indent=1) + b"\n"


def _told(part: BaseModel) -> dict[str, object]:
    return part.model_dump(mode="json", by_alias=True, exclude_none=True)


def _printed(briefing: Briefing) -> dict[str, dict[str, None]]:
    """Return the words printed for each piece of evidence, each once, in reading order."""
    found: dict[str, dict[str, None]] = {}
    for one in printed_in([(section.headline, section.block) for section in briefing.sections]):
        found.setdefault(one.evidence, {})[one.text] = None
    return found


def _figures(briefing: Briefing) -> bytes:
    text = io.StringIO()
    table = csv.DictWriter(text, _COLUMNS, lineterminator="\r\n")  # RFC 4180
    table.writeheader()
    table.writerows(_rows(briefing))
    return b"\xef\xbb\xbf" + text.getvalue().encode()  # spreadsheets tell UTF-8 by its mark


def _rows(briefing: Briefing) -> Iterator[dict[str, object]]:
    for name, words in _printed(briefing).items():
        fact = briefing.evidence[name].claim
        if isinstance(fact, Fact):
            yield {"evidence": name, "printed": " / ".join(words), **_row(fact, briefing)}


def _row(fact: Fact, briefing: Briefing) -> dict[str, object]:
    aspects, stated = fact.aspects, fact.stated
    row: dict[str, object] = {
        "metric": aspects.metric, "entity": aspects.entity, "segment": aspects.segment, "measure": aspects.measure,
        "period": aspects.period, "basis": aspects.basis, "value": f"{fact.value:f}", "unit": fact.unit,
        "bound": fact.bound, "precision": f"{fact.precision:f}",
        "formula": fact.derivation.formula if fact.derivation else "",
    }  # fmt: skip
    if stated is None:
        return row
    document = briefing.documents[stated.document]
    published = document.published.isoformat() if document.published else ""
    return {
        **row, "source": document.title, "publisher": document.publisher, "published": published,
        "exact": document.slice((stated.start, stated.end)), "start": stated.start, "end": stated.end,
    }  # fmt: skip
