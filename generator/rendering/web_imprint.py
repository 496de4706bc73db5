"""What stands in a briefing for browsers: each text of its page, and attributes that are read out.

The rest of the page, its markup and code, is held by the digest of the file: no program saves a page again as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import Any

import tinycss2
from lxml import html
from lxml.etree import iterwalk

from generator.briefing.model import Briefing
from generator.rendering.drawing_imprint import Marks, is_scale
from generator.rendering.imprint import FLOWS, PROOF, Piece
from generator.rendering.page_references import PLACEHOLDER

_READ_OUT = (
    "aria-label", "aria-description", "aria-valuetext", "alt", "title", "placeholder", "label", "srcdoc", "summary",
)  # fmt: skip
_CODE = ("script", "style")
_ADDED = re.compile(
    r"content|quotes|list-style(?:-type)?|symbols|additive-symbols|prefix|suffix|negative|pad|counter-.*|--.*"
)


def web_pieces(page: str, briefing: Briefing) -> Iterator[Piece]:
    """Yield every piece of text of a page for browsers."""
    marks: dict[Any, Marks] = {}
    for at, text, node in web_texts(page):
        place = _Place(node)
        if len(at.split()) == 3 and not at.endswith(" after"):  # an attribute, or what a style sheet adds
            yield _attached(at, text, node, place)
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


def _attached(at: str, text: str, node: Any, place: _Place) -> Piece:
    if node.tag == "style":  # numbers of pages, which only pages have
        return Piece(1, at, text, origin="page number", known=(PLACEHOLDER,))
    if node.get("id") == f"src-{text}":
        return Piece(1, at, text, origin="source number")
    return Piece(1, at, text, origin=None if place.drawing is None else "description")


def web_texts(page: str) -> Iterator[tuple[str, str, Any]]:
    """Yield every text of a page with its place and the element that it stands in, code left out."""
    root = html.document_fromstring(page, parser=html.HTMLParser(encoding="utf-8"))
    # All elements are kept: of one that is not, another takes the place in memory, and is taken for the same.
    places = {node: f"{node.tag} {i}" for i, node in enumerate(one for one in root.iter() if isinstance(one.tag, str))}
    sheets = {style: _sheet(style.text or "") for style in root.iter("style")}
    taken = {name for _, names in sheets.values() for name in names}
    for event, node in iterwalk(root, events=("start", "end", "comment", "pi")):
        at = places.get(node, "comment")
        if event == "start":
            if node.tag not in _CODE and node.text and node.text.strip():
                yield at, node.text, node
            yield from ((f"{at} {name}", node.get(name), node) for name in _read_out(node, taken))
            yield from ((f"{at} adds{i}", words, node) for i, words in enumerate(sheets.get(node, ((), ()))[0]))
        elif node.tail and node.tail.strip():
            yield f"{at} after", node.tail, node.getparent()


def _read_out(node: Any, taken: Set[str]) -> Iterator[str]:
    """Yield the attributes of an element that a reader sees or hears."""
    shown = {"input": "value", "button": "value", "li": "value", "ol": "start", "meta": "content"}
    if node.get("http-equiv") is None and node.get("name") != "viewport":
        names = dict.fromkeys((*_READ_OUT, shown.get(node.tag, ""), *sorted(taken)))
        yield from (name for name in names if name and node.get(name))


@lru_cache(maxsize=8)
def _sheet(text: str) -> tuple[Sequence[str], Sequence[str]]:
    """Return what a style sheet writes on a page by itself, strings and the numbers that it sets counters to; and the
    attributes whose words it writes.
    """
    declared = list(_declared(tinycss2.parse_stylesheet(text)))
    words = ["".join(map(_written, declaration.value)) for declaration in declared]
    parts = (part for declaration in declared for part in declaration.value if part.type == "function")
    taken = [str(part.arguments[0].value) for part in parts if part.lower_name == "attr" and part.arguments]
    return [each for each in words if each.strip()], taken


def _declared(rules: Any) -> Iterator[Any]:
    for rule in rules:
        if rule.type == "declaration" and _ADDED.fullmatch(rule.lower_name):
            yield rule
        elif getattr(rule, "content", None) is not None:
            yield from _declared(tinycss2.parse_blocks_contents(rule.content))


def _written(part: Any) -> str:
    if part.type == "string":
        return str(part.value)
    if part.type == "number":
        return f" {part.representation} " if part.value not in (0, 1) else ""
    return "".join(map(_written, part.arguments)) if part.type == "function" else ""


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
