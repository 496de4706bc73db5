"""The ledger: evidence.json, which leads every printed figure and quote back to the words it came from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json

from generator import __version__
from generator.briefing.model import Briefing
from generator.errors import VerificationFailed
from generator.verification.claiming import claim_of, document_of, sha256_of
from generator.verification.evidence import (
    Entry,
    Imprinted,
    Input,
    Ledger,
    Output,
    Page,
    Place,
    Software,
)
from generator.verification.finished import Finished
from generator.verification.merging import in_order


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
        inputs=tuple(Input(path=name, sha256=sha256_of(path.read_bytes())) for name, path in sorted(inputs.items())),
        documents=tuple(document_of(documents[name]) for name in sorted(documents)),
        evidence=evidence,
        outputs=tuple(outputs),
    )
    return in_order(whole)


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
    text = to_json(data, indent=1).decode()
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
    return sha256_of(json.dumps(data, sort_keys=True).encode())[:8]


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
