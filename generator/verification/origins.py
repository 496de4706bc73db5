"""Where printed words come from: every number and quotation is evidence, or words that the briefing holds.

What is neither was written into a template, and is told as such.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import groupby
from typing import Any

from generator.briefing.citations import printed_in
from generator.briefing.claims import Vocabulary, claims, covered, plain, unquoted
from generator.briefing.model import Briefing
from generator.briefing.printed import Printed
from generator.corpus.cleaning import rejoin
from generator.corpus.document import Document
from generator.rendering.imprint import PROOF, Piece

_CJK = "\u2e80"
UNKNOWN = "unknown"
_BETWEEN = " ,.、，;"
_DIGITS = re.compile(r"\d+")


class Explained:
    """What a briefing says of itself: where the words come from that its files print."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._words = dict(words_of(briefing))
        self._cited = {str(source.number) for source in briefing.sources}
        self._printed: dict[str, set[str]] = {}
        for one in printed_in([(s.headline, s.block) for s in briefing.sections]):
            self._printed.setdefault(one.evidence, set()).add(plain(one.text))

    @cached_property
    def _usual(self) -> Vocabulary:
        return Vocabulary(self._words)

    @cached_property
    def _proving(self) -> Vocabulary:
        """The words of the passages that prove, too: only web pages hold these."""
        return Vocabulary(self._words | dict(_within(self._briefing.proofs, "Briefing.proofs")))

    def pieces(self, pieces: Sequence[Piece]) -> Iterator[Piece]:
        """Yield each piece with where its words come from; `unknown` where a number or quotation has no origin."""
        pieces = [p._replace(origin=None, known=()) if _uncited(p, self._cited) else p for p in pieces]
        ordered = sorted(pieces, key=lambda piece: piece.flow)  # stable: a flow's pieces keep their order
        known: dict[int, str | None] = {}
        for flow, group in groupby(ordered, key=lambda piece: piece.flow):
            for some in [list(group)] if flow else ([piece] for piece in group):
                vocabulary = self._proving if some[0].at.startswith(PROOF) else self._usual
                known |= _origins(some, vocabulary, self._printed)
        for piece in pieces:
            yield piece._replace(origin=known[id(piece)])


def _origins(pieces: Sequence[Piece], vocabulary: Vocabulary, printed: Mapping[str, set[str]]) -> dict[int, str | None]:
    """Return the origin of each piece of one flow."""
    text, starts = _joined(pieces)
    mask = vocabulary.covered(text)
    for piece, start in zip(pieces, starts, strict=True):
        own = covered(piece.text, piece.known) if piece.known else bytearray(b"\x01" * len(piece.text))
        if _vouched(piece, printed):
            _mark(mask, start, own)
        elif not piece.evidence:
            _mark(mask, start, vocabulary.covered(piece.text))
        if start and text[start - 1] == " ":
            mask[start - 1] = True  # `RMB 113.12` and `billion` on two lines: the blank between them claims nothing
    # Between numbers that are known each, `1, 4.` of two sources, commas claim nothing.
    claimed = claims(text) if 0 in mask else ()
    bare = [s for s in claimed if not all(mask[i] or text[i] in _BETWEEN for i in range(s.start, s.end))]
    found: dict[int, str | None] = {}
    for piece, start in zip(pieces, starts, strict=True):
        end = start + len(piece.text)
        if any(span.start < end and span.end > start for span in bare) or _astray(piece, printed):
            found[id(piece)] = UNKNOWN
        elif piece.evidence or (piece.origin and (not piece.known or any(covered(piece.text, piece.known)))):
            found[id(piece)] = piece.origin
        else:
            found[id(piece)] = vocabulary.origin(piece.text) if claims(piece.text) else None
    return found


def _uncited(piece: Piece, cited: Set[str]) -> bool:
    """Whether a piece passes for numbers of sources, and there are none of these numbers."""
    words = piece.known or (piece.text,)
    return piece.origin == "source number" and not {one for word in words for one in _DIGITS.findall(word)} <= cited


def _vouched(piece: Piece, printed: Mapping[str, set[str]]) -> bool:
    """Whether rendering says where a piece comes from, and the briefing bears it out."""
    return not _astray(piece, printed) if piece.evidence else piece.origin is not None


def _astray(piece: Piece, printed: Mapping[str, set[str]]) -> bool:
    """Whether a piece claims evidence that says something else."""
    if not piece.evidence or piece.origin == "value":
        return False
    text = unquoted(piece.text)
    return not any(text in whole or whole in text for whole in printed.get(piece.evidence, ()))


def _mark(mask: bytearray, start: int, own: bytearray) -> None:
    for offset, known in enumerate(own):
        mask[start + offset] |= known


def _joined(pieces: Sequence[Piece]) -> tuple[str, list[int]]:
    """Return the text of a flow and where each piece starts in it; a line break between words is a blank."""
    text, starts = "", []
    for piece in pieces:
        words = piece.text
        broken = text and text[-1:] < _CJK and words[:1] < _CJK and not (text[-1:].isspace() or words[:1].isspace())
        if broken and "," in piece.at:  # a line of a page
            text += " "
        starts.append(len(text))
        text += words
    return text, starts


def words_of(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Yield every text of a briefing that is no evidence, with the part it stands in: `Card.period`, `Cover.issue`."""
    for name in ("cover", "sections", "sources", "labels", "disclaimer"):
        yield from _within(getattr(briefing, name), f"Briefing.{name}")
    cover = briefing.cover
    yield f"{cover.title} · {cover.entity} · {cover.issue}", "Cover"
    for source in briefing.sources:
        yield f"[{source.number}]", "Source.number"
        yield rejoin(source.document.title), "Document.title"


def _within(part: Any, origin: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, Printed):
        return
    if isinstance(part, str):
        yield part, origin
    elif isinstance(part, Document):
        yield part.title, "Document.title"
        yield part.address or "", "Document.address"
    elif isinstance(part, tuple | list):
        for each in part:
            yield from _within(each, origin)
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from _within(each, origin)
    elif dataclasses.is_dataclass(part) and not isinstance(part, type):
        for field in (one for one in dataclasses.fields(part) if one.name != "spec"):  # words of an author's, not ours
            yield from _within(getattr(part, field.name), f"{type(part).__name__}.{field.name}")
