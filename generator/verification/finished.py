"""A finished file of a briefing: what is printed in it, and how much it states."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.briefing.model import Briefing
from generator.briefing.tabled import Conflicts
from generator.extraction.quote import Quote
from generator.rendering.imprint import Piece, Written
from generator.selection.fact import Fact
from generator.verification.origins import Explained


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
    def of(cls, briefing: Briefing, path: Path, written: Written, words: Explained) -> Finished:
        """Return what was written of a briefing, counted, with the origin of all its words."""
        pieces = tuple(words.pieces(written.pieces))
        cited = {piece.evidence for piece in pieces if piece.evidence}
        kinds = [type(briefing.evidence[name].claim) for name in cited if name in briefing.evidence]
        conflicts = sum(len(s.block.conflicts) for s in briefing.sections if isinstance(s.block, Conflicts))
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        figures, quotes = kinds.count(Fact), kinds.count(Quote)
        return cls(path, briefing.audience_id, written.pages, figures, quotes, conflicts, digest, pieces)

    def moved(self, folder: Path) -> Finished:
        """Return the same file in another folder."""
        return replace(self, path=folder / self.path.name)

    def published(self, folder: Path) -> Finished:
        """Return the file where it is published; what is printed in it is in the evidence beside it."""
        return replace(self.moved(folder), pieces=())
