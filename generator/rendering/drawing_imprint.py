"""What stands in the drawings of a page: each value of a chart with its evidence, told by the drawing's own marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from generator.briefing.charted import Point
from generator.briefing.citations import printed_in
from generator.briefing.model import Briefing
from generator.charts.typefaces import Typefaces
from generator.rendering.imprint import Piece, digest, page_place
from generator.settings.model import OutputLanguage

_MOVED = re.compile(r"translate\(([-\d.e]+)(?:[,\s]+([-\d.e]+))?\)")
_SCALE = re.compile(r"role-(axis|legend)-label")  # Vega's names for what it prints around the marks


def drawing_pieces(
    box: Any, page: int, evidence: Sequence[str], briefing: Briefing, faces: Typefaces
) -> Iterator[Piece]:
    """Yield the texts of a drawing in their order. Those of marks stand for the evidence that the drawing names."""
    svg = getattr(box.replacement, "_svg", None)
    if svg is None:
        return
    marks = Marks(evidence, briefing)
    own = None if box.element.tag.endswith("svg") else "picture"
    for text in _texts(svg.tree._etree_node, _View.of(box, svg)):
        at = text.place(faces, briefing.language)
        if own or is_scale(text.view.role):
            yield Piece(page, at, text.words, origin=own or "axis")
        else:
            yield Piece(page, at, text.words, marks.evidence(text.words, text.node.get("aria-label") or ""))


def vector_pieces(svg: str, page: int, at: str, evidence: Sequence[str], briefing: Briefing) -> Iterator[Piece]:
    """Yield the texts of a drawing that stands by itself, as slides hold them, and the digest of all of it."""
    marks = Marks(evidence, briefing)
    for words, node, roles in vector_texts(svg.encode()):
        ident = None if is_scale(roles) else marks.evidence(words, node.get("aria-label") or "")
        yield Piece(page, at, words, ident, "axis" if is_scale(roles) else None)
    yield Piece(page, f"{at} sha256", digest(svg.encode()), origin="picture")


def vector_texts(svg: bytes) -> Iterator[tuple[str, Any, str]]:
    """Yield the texts of a drawing with their elements and the roles of what they stand in."""
    root = etree.fromstring(svg, etree.XMLParser(resolve_entities=False, no_network=True))
    for node in root.iter("{*}text"):
        if words := "".join(node.itertext()).strip():
            yield words, node, " ".join(one.get("class") or "" for one in node.iterancestors())


def is_scale(role: str) -> bool:
    """Whether a text names what stands along an axis or in the legend."""
    return bool(_SCALE.search(role))


@dataclass(frozen=True)
class _View:
    """Where a part of a drawing stands: the drawing's box on the page, the part's origin in it, its scale, its role."""

    box: tuple[float, float, float, float]
    x: float
    y: float
    scale: float
    role: str = ""
    upright: bool = True

    @classmethod
    def of(cls, box: Any, svg: Any) -> _View:
        frame = (box.content_box_x(), box.content_box_y(), box.width, box.height)
        view = svg.get_viewbox() or (0, 0, box.width, box.height)
        return cls(frame, frame[0], frame[1], box.width / (view[2] or box.width))

    def within(self, node: Any) -> _View:
        """Return the view inside an element: moved by its transformation, where that only moves."""
        role, transform = f"{self.role} {node.get('class', '')}", node.get("transform") or ""
        moved = _MOVED.fullmatch(transform)
        if moved is None:
            return replace(self, role=role, upright=self.upright and not transform)
        x, y = (float(length or 0) * self.scale for length in moved.groups())
        return replace(self, x=self.x + x, y=self.y + y, role=role)


@dataclass(frozen=True)
class _Text:
    """One text of a drawing."""

    words: str
    node: Any
    view: _View

    def place(self, faces: Typefaces, language: OutputLanguage) -> str:
        """Return where a text stands on the page; for one that is turned, the place of the drawing."""
        if not self.view.upright:
            return page_place(*self.view.box)
        size = _size(self.node) * self.view.scale
        bold = self.node.get("font-weight") in ("bold", "700")
        width = faces.width(self.words, size, language, bold=bold)
        shift = {"middle": width / 2, "end": width}.get(self.node.get("text-anchor") or "", 0.0)
        return page_place(self.view.x - shift, self.view.y - size * 0.85, width, size * 1.1)


def _size(node: Any) -> float:
    found = re.match(r"[\d.]+", node.get("font-size") or "")
    return float(found.group()) if found else 10.0


def _texts(node: Any, view: _View) -> Iterator[_Text]:
    inside = view.within(node)
    if str(node.tag).rsplit("}", 1)[-1] == "text":
        if words := "".join(node.itertext()).strip():
            yield _Text(words, node, inside)
        return
    for child in node:
        yield from _texts(child, inside)


class Marks:
    """Leads a mark's text to its evidence: the point of that text, series and label that has not been drawn yet."""

    def __init__(self, evidence: Sequence[str], briefing: Briefing) -> None:
        wanted = set(evidence)
        blocks = [block for block, _ in briefing.charts]
        self.points: list[tuple[str, Point]] = [
            (series.name, point)
            for block in blocks
            for series in block.series
            for point in series.points
            if point.printed.evidence in wanted
        ]
        self.others = [p for s in briefing.sections for p in printed_in(s) if p.evidence in wanted]

    def evidence(self, text: str, told: str) -> str | None:
        """Return the id of what a mark states; None where it states nothing, as a name does."""
        fitting = [(name, point) for name, point in self.points if _states(text, point.printed.text)]
        if not fitting:
            return next((p.evidence for p in self.others if _states(text, p.text)), None)
        data = "".join(told.split())
        best = max(fitting, key=lambda one: sum("".join(word.split()) in data for word in (one[0], one[1].label)))
        self.points.remove(best)
        return best[1].printed.evidence


def _states(text: str, printed: str) -> bool:
    """Whether a mark prints a value, alone or after a word like `target`."""
    return text == printed or text.endswith(f" {printed}")
