"""Where a finished file differs from what its ledger registered at each place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.briefing.claims import plain
from generator.rendering.imprint import FINGERPRINT
from generator.verification.evidence import Entry, Imprinted, Output
from generator.verification.reading_back import Found
from generator.verification.saved_anew import astray, same_words
from generator.verification.telling import around_difference, cut, named, nearest

_DRAWN = " drawn"  # places inside a picture, which is held by its digest
BESIDE = "its words are as they were, but something else is not: a drawing, picture, note, link, format or property."


@dataclass(frozen=True)
class Expected:
    """What the ledger says stands at each place of each page."""

    pieces: Mapping[int, Mapping[str, list[Imprinted]]]
    word: str
    fingerprinted: bool

    @classmethod
    def of(cls, output: Output) -> Expected:
        found: dict[int, dict[str, list[Imprinted]]] = defaultdict(lambda: defaultdict(list))
        for page in output.pages:
            for piece in page.pieces:
                if not piece.at.endswith(_DRAWN):
                    found[page.page][piece.at].append(piece)
        fingerprinted = any(FINGERPRINT in places for places in found.values())
        return cls(found, "slide" if output.format == "pptx" else "page", fingerprinted)

    def same_words(self, page: int, found: Mapping[str, str]) -> bool:
        """Whether all words of a page stand somewhere on it, and no others."""
        places = self.pieces.get(page, {})
        here = {at: "".join(one.text for one in some) for at, some in places.items() if at != FINGERPRINT}
        return same_words(here, {at: text for at, text in found.items() if at != FINGERPRINT}, page)

    def where(self, page: int) -> str:
        """Return what a page is called in a message; 0 is the file's properties."""
        return f"{self.word} {page}" if page else "the file's properties"


def differences(expected: Expected, found: Found, entries: Mapping[str, Entry]) -> dict[int, list[str]]:
    """Return, by page, a problem for each text that is not the one registered at its place, and for each page that
    holds something else beside its words.
    """
    told: dict[int, list[str]] = {}
    for page in sorted({*expected.pieces, *found}):
        here, there = expected.pieces.get(page, {}), found.get(page, {})
        problems = list(_texts(here, there, entries))
        if problems and page and expected.same_words(page, there):
            problems = [BESIDE]
        meant = "".join(piece.text for piece in here.get(FINGERPRINT, ()))
        if not problems and expected.fingerprinted and meant != there.get(FINGERPRINT, ""):
            problems = [BESIDE]
        if problems:
            told[page] = problems
    return told


def _texts(
    here: Mapping[str, list[Imprinted]], there: Mapping[str, str], entries: Mapping[str, Entry]
) -> Iterator[str]:
    """Yield what is wrong with each place of a page whose text is not the one registered, and what stands in none."""
    meant_at = {at: "".join(piece.text for piece in pieces) for at, pieces in here.items()}
    meant, said = astray(meant_at, there)
    moved = meant & said  # to a place of another name, by a program that saved the file anew
    for at, pieces in here.items():
        text = there.get(at, "")
        if (
            at != FINGERPRINT
            and plain(text) != plain(meant_at[at])
            and (at in there or plain(meant_at[at]) not in moved)
        ):
            yield _altered(text, meant_at[at], pieces, entries)
    for at, text in there.items():
        if at not in here and at != FINGERPRINT and plain(text) and plain(text) not in moved:
            yield f"'{cut(text)}' is not of this briefing.{nearest(text, entries)}"


def _altered(there: str, meant: str, pieces: list[Imprinted], entries: Mapping[str, Entry]) -> str:
    """Say what stands where something else should, and name the evidence it touches."""
    if not there:
        told = f"'{cut(meant)}' is missing."
    else:
        said, meant = around_difference(there, meant)
        told = f"'{said}' stands where the evidence has '{meant}'."
    ident = next((piece.evidence for piece in _touched(plain(there), pieces) if piece.evidence), None)
    entry = entries.get(ident or "")
    return f"{told} {named(entry)}" if entry else f"{told}{nearest(meant, entries)}"


def _touched(said: str, pieces: list[Imprinted]) -> Iterator[Imprinted]:
    """Yield the pieces that differ, those of evidence first."""
    meant = "".join(plain(piece.text) for piece in pieces)
    changes = [op for op in SequenceMatcher(None, meant, said, autojunk=False).get_opcodes() if op[0] != "equal"]
    start = 0
    for piece in pieces:
        end = start + len(plain(piece.text))
        if any((op[1] < end and op[2] > start) or (op[1] == op[2] and start <= op[1] <= end) for op in changes):
            yield piece
        start = end
