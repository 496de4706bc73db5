"""The imprint: every piece of text that rendering has put into a file, its place, and what stands behind it.

This is all that rendering owes to verification. Pages are registered from WeasyPrint's own layout, slides from their
sheets, so that a block, a template or a chart of a user's own is registered without a line of code:

- what stands in an element with `data-evidence="<id>"` (a run with `evidence` on slides) is held against that evidence;
- a number or quotation of the template's own must be marked with `data-own`;
- every other number and quotation must be words that the briefing holds: periods, dates, names, titles, own().
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

FINGERPRINT = "fingerprint"  # the place of what a page or file holds beside its words
PROOF = "proof "  # begins the places of what proves evidence rather than prints it
# Elements whose text is read as one, whatever stands inside it.
FLOWS = {"p", "li", "td", "th", "dt", "dd", "caption", "summary", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
_POINTS = 0.75  # a CSS pixel


class Piece(NamedTuple):
    """One piece of text in one place.

    `page` counts pages or slides from 1; 0 is the file as a whole. `at` is, on a page, left, top, width and height in
    points from its top left corner; on a slide, a placeholder's name and the number of its paragraph. `evidence` is the
    id of what stands behind it; `origin` says where words come from that are no evidence, `known` which of them it
    vouches for (all of them, if it names none). Pieces of one `flow` are read as one text.
    """

    page: int
    at: str
    text: str
    evidence: str | None = None
    origin: str | None = None
    known: tuple[str, ...] = ()
    flow: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """A finished file: how many pages or slides it has, and everything printed on them."""

    pages: int
    pieces: tuple[Piece, ...]


def digest(content: bytes) -> str:
    """Return what stands in the imprint for content that is no text."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def fingerprint_pieces(digests: Mapping[int, str]) -> Iterator[Piece]:
    """Yield a piece for the digest of each page, and of the file as a whole: for all that is no text."""
    for page, told in digests.items():
        yield Piece(page, FINGERPRINT, told, origin=FINGERPRINT)


def carried_pieces(carried: Mapping[str, bytes]) -> Iterator[Piece]:
    """Yield a piece for each file that a finished one carries inside, by its digest."""
    for name, content in carried.items():
        yield Piece(0, f"carried {name}", carried_digest(content), origin="carried")


def carried_digest(content: bytes) -> str:
    """Return the digest of a file that is carried, however a package ends its lines."""
    return digest(content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n"))


def page_place(left: float, top: float, width: float, height: float) -> str:
    """Return the place of a box on a page, given in CSS pixels."""
    return ",".join(f"{length * _POINTS:.1f}" for length in (left, top, width, height))
