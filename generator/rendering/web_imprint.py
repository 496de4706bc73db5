"""What stands in a briefing for browsers: each text of its page, and attributes that are read out.

The rest of the page, its markup and code, is held by the digest of the file: no program saves a page again as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import html
from lxml.etree import iterwalk

from generator.briefing.model import Briefing
from generator.rendering.drawing_imprint import Marks, is_scale
from generator.rendering.imprint import FLOWS, PROOF, Piece

_READ_OUT = ("aria-label", "alt", "title", "placeholder")
_CODE = ("script", "style")


def web_pieces(page: str, briefing: Briefing) -> Iterator[Piece]:
    """Yield every piece of text of a page for browsers."""
    marks: dict[Any, Marks] = {}
    for at, text, node in web_texts(page):
        place = _Place(node)
        if at.endswith(_READ_OUT) and place.drawing is not None:
            yield Piece(1, at, text, origin="description")
        elif at.endswith(_READ_OUT):
            yield Piece(1, at, text)
        elif place.drawing is not None:
            if place.drawing not in marks:
                marks[place.drawing] = Marks(place.evidence, briefing)
            holder = marks[place.drawing]
            scale = is_scale(place.roles)
            ident = None if scale else holder.evidence(text.strip(), node.get("aria-label") or "")
            yield Piece(1, at, text, ident, "axis" if scale else None)
        elif place.proof:
            yield Piece(1, f"{PROOF}{at}", text)
        elif node.get("href") == f"#src-{text.strip()}":
            yield Piece(1, at, text, origin="source number", flow=place.flow)
        else:
            ident = place.evidence[0] if place.evidence else None
            yield Piece(1, at, text, ident, "own" if place.own and not ident else None, flow=place.flow)


def web_texts(page: str) -> Iterator[tuple[str, str, Any]]:
    """Yield every text of a page with its place and the element that it stands in, code left out."""
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    # All elements are kept: of one that is not, another takes the place in memory, and is taken for the same.
    places = {node: f"{node.tag} {i}" for i, node in enumerate(one for one in root.iter() if isinstance(one.tag, str))}
    for event, node in iterwalk(root, events=("start", "end", "comment", "pi")):
        at = places.get(node, "comment")
        if event == "start":
            if node.tag not in _CODE and node.text and node.text.strip():
                yield at, node.text, node
            yield from ((f"{at} {name}", node.get(name), node) for name in _READ_OUT if node.get(name))
        elif node.tail and node.tail.strip():
            yield f"{at} after", node.tail, node.getparent()


class _Place:
    """What the ancestors of a text say of it."""

    def __init__(self, node: Any) -> None:
        chain = [node, *node.iterancestors()]
        self.evidence: tuple[str, ...] = next(
            (tuple(one.get("data-evidence").split()) for one in chain if one.get("data-evidence")), ()
        )
        self.drawing = next((one for one in chain if one.tag == "svg"), None)
        self.roles = " ".join(one.get("class") or "" for one in chain)
        self.proof = any((one.get("id") or "").startswith("proof-") for one in chain)
        self.own = any(one.get("data-own") is not None for one in chain)
        self.flow = hash(next((one for one in chain if one.tag in FLOWS), node))
