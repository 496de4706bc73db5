"""What stands on the pages of a document, told by its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from typing import Any

from weasyprint import Document
from weasyprint.formatting_structure.boxes import MarginBox, ReplacedBox, TextBox

from generator.briefing.claims import claims
from generator.briefing.model import Briefing
from generator.charts.typefaces import Typefaces
from generator.rendering.drawing_imprint import drawing_pieces
from generator.rendering.imprint import FLOWS, Piece, page_place
from generator.rendering.page_references import refers

_UNIT = re.compile(r"[%％‰$€£¥]")
_COUNT = re.compile(rf"(?:[^\d{_UNIT.pattern[1:-1]}]|(?<!\d)\d{{1,3}}(?!\d))*")
_COUNTING = (
    "none", "disc", "circle", "square", "decimal", "decimal-leading-zero", "lower-roman", "upper-roman", "lower-alpha",
    "upper-alpha", "lower-latin", "upper-latin", "lower-greek", "cjk-decimal", "simp-chinese-informal",
)  # fmt: skip


def page_pieces(pages: Document, briefing: Briefing, faces: Typefaces) -> Iterator[Piece]:
    """Yield every piece of text on the pages of a document, then what the file says of itself."""
    yield from _Imprint(pages, briefing, faces).pieces()
    told = pages.metadata
    for at, text in (
        ("title", told.title),
        ("subject", told.description),
        ("keywords", ", ".join(told.keywords or [])),
    ):
        if text:
            yield Piece(0, at, text)
    labels = [label for page in pages.pages for _, label, _, _ in page.bookmarks]
    yield from (Piece(0, f"bookmark {number}", label) for number, label in enumerate(labels, start=1))


class _Imprint:
    """Reads the boxes of one document. An element's text is one flow, wherever its lines stand."""

    def __init__(self, pages: Document, briefing: Briefing, faces: Typefaces) -> None:
        self.pages, self.briefing, self.faces = pages.pages, briefing, faces
        self.counters: dict[tuple[int, str], bool] = {}

    @property
    def _numbered(self) -> list[tuple[int, Any]]:
        return list(enumerate(self.pages, start=1))

    @cached_property
    def parents(self) -> Mapping[Any, Any]:
        """Each element's parent."""
        roots = {page._page_box.children[0].element: None for page in self.pages}
        return {child: parent for root in roots for parent in root.iter() for child in parent}

    @cached_property
    def typed(self) -> frozenset[str]:
        """The counters that a style sheet sets to numbers of its own: these count nothing."""
        boxes = (box for page in self.pages for part in page._page_box.children for box in part.descendants())
        return frozenset(name for box in boxes for name in _set_by_hand(box.style))

    def pieces(self) -> Iterator[Piece]:
        """Yield the pieces page by page."""
        for number, page in self._numbered:
            for part in page._page_box.children:
                for box in part.descendants(placeholders=True):
                    yield from self._of(box, number, isinstance(part, MarginBox))

    def _of(self, box: Any, page: int, margin: bool) -> Iterator[Piece]:
        box = getattr(box, "_box", box)  # what is set apart from the flow, as list markers are, stands in a wrapper
        if "::" in (box.element_tag or "") and not isinstance(box, TextBox):
            self.counters.setdefault(_pseudo(box), _counts_only(box.style, self.typed))
        if isinstance(box, ReplacedBox):
            yield from drawing_pieces(box, page, self._evidence(box.element), self.briefing, self.faces)
        elif isinstance(box, TextBox) and box.text.strip():
            whole = box.element if margin or "::" in box.element_tag else self._whole(box.element)
            flow = hash((id(whole), "::" in (box.element_tag or "") and box.element_tag, page if margin else 0))
            piece = Piece(page, page_place(box.position_x, box.position_y, box.width, box.height), box.text, flow=flow)
            if margin:
                yield piece._replace(origin="page number", known=(str(page), str(len(self.pages))))
            elif "::" in box.element_tag:
                counts = self._refers(box) or (self.counters.get(_pseudo(box)) and _COUNT.fullmatch(box.text))
                yield piece._replace(origin="counter" if counts else None)
            else:
                yield self._element_text(piece, box.element)

    def _refers(self, box: Any) -> bool:
        """Whether a box names a page by its number, and no other number."""
        pages = {str(number) for number, _ in self._numbered}
        return refers(box) and not _UNIT.search(box.text) and set(re.findall(r"\d+", box.text)) <= pages

    def _whole(self, element: Any) -> Any:
        """Return the element whose text is read as one with that of an element inside it."""
        chain = [element]
        while chain[-1] is not None and chain[-1].tag not in FLOWS:
            chain.append(self.parents.get(chain[-1]))
        return element if chain[-1] is None else chain[-1]

    def _element_text(self, piece: Piece, element: Any) -> Piece:
        """Name what stands behind the text of an element: the nearest of its ancestors that says so."""
        while element is not None:
            if ident := element.get("data-evidence"):
                return piece._replace(evidence=ident)
            if element.get("data-own") is not None:
                return piece._replace(origin="own")
            if element.get("href") == f"#src-{piece.text.strip()}":
                return piece._replace(origin="source number")
            element = self.parents.get(element)
        return piece

    def _evidence(self, element: Any) -> tuple[str, ...]:
        while element is not None:
            if idents := element.get("data-evidence"):
                return tuple(idents.split())
            element = self.parents.get(element)
        return ()


def _pseudo(box: Any) -> tuple[int, str]:
    return id(box.element), box.element_tag


def _counts_only(style: Any, typed: Set[str]) -> bool:
    """Whether all numbers of what a style sheet adds to a page are counters': of pages, of lists, of targets."""
    content, marker = style["content"], style["list_style_type"]
    if isinstance(content, str):  # `normal`: the marker of a list
        return marker in _COUNTING and "list-item" not in typed
    parts = [part for part in content if isinstance(part, tuple)]
    words = "".join(str(part[1]) for part in parts if part[0] == "string")
    return not any(claims(words)) and all(_counts(part[0], part[1], typed) for part in parts)


def _counts(kind: str, value: Any, typed: Set[str]) -> bool:
    """Whether a part of what is added is words, or a counter that counts, in a style that CSS itself has."""
    if kind == "leader()":
        return not any(char.isdigit() for char in str(value))
    if kind in ("counter()", "counters()"):
        return value[0] not in typed and value[-1] in _COUNTING
    if kind in ("target-counter()", "target-counters()"):
        return value[1] not in typed and value[-1] in _COUNTING
    return kind in ("string", "quote")


def _set_by_hand(style: Any) -> Iterator[str]:
    changes = [(style["counter_reset"], 0), (style["counter_set"], 0), (style["counter_increment"], 1)]
    for pairs, usual in changes:
        yield from (name for name, value in pairs if value != usual) if not isinstance(pairs, str) else ()
