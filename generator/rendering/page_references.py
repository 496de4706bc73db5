"""Numbers of pages that the pages name, in the contents say: put in when all is laid out.

WeasyPrint's `target-counter` lays pages out again and again until such numbers are settled.
A template may still use it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint import Document, Page
from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.text.line_break import split_first_line

from generator.errors import TemplateFailed

PLACEHOLDER = "00"  # what a style sheet writes after an element with `data-to="#id"`; it keeps room for the number
_TO_THE_RIGHT = ("right", "end")


def fill(pages: Document) -> None:
    """Put the number of the page where an id stands in the place of each placeholder; lines end where they ended.

    Raises TemplateFailed for an id that no page has.
    """
    numbers: dict[str, str] = {}
    for number, page in enumerate(pages.pages, start=1):
        for anchor in page.anchors:
            numbers.setdefault(anchor, str(number))
    for i, page in enumerate(pages.pages):
        references = list(_references(page._page_box, None))
        for line, box in references:
            _print(_number(box.element.get("data-to"), numbers), box, line)
        if references:
            pages.pages[i] = Page(page._page_box)  # it knows where its links are


def _number(target: str, numbers: dict[str, str]) -> str:
    if number := numbers.get(target.removeprefix("#")):
        return number
    raise TemplateFailed(
        f"The pages refer to the page of '{target}' (data-to), but no element has that id.",
        "Give the element that is meant this id, or take the reference out of the template.",
    )


def refers(box: Any) -> bool:
    """Whether a box is what a style sheet adds to a reference."""
    return "::" in (box.element_tag or "") and bool(box.element.get("data-to"))


def _references(box: Any, line: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each text with a placeholder, after the line that it stands in."""
    for child in getattr(box, "children", ()):
        if isinstance(child, TextBox):
            if refers(child) and PLACEHOLDER in child.text:
                yield line, child
        else:
            yield from _references(child, child if isinstance(child, LineBox) else line)


def _print(number: str, box: Any, line: Any) -> None:
    """Print a number. In lines that end at the right, or have a leader, what is before it moves; else what follows."""
    reserved = box.width
    box.text = box.text.replace(PLACEHOLDER, number)
    box.pango_layout, _, _, box.width, _, _ = split_first_line(box.text, box.style, None, None, 0)
    spare = reserved - box.width
    order = list(line.descendants())  # the line itself comes first
    at = order.index(box)
    leader = next((i for i in range(at, 0, -1) if order[i].is_leader), 0)
    to_the_right = leader > 0 or line.style["text_align_all"] in _TO_THE_RIGHT
    if leader:
        order[leader].width += spare
    for other in order[leader + 1 : at + 1] if to_the_right else order[at + 1 :]:
        other.position_x += spare if to_the_right else -spare
    for other in order[leader + 1 : at]:
        if box in other.descendants():
            other.width -= spare
