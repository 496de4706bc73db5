"""Text in a company's placeholders: as it was measured, in the colour and alignment that its ground asks for."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pptx.oxml.ns import qn

HEADS = ("title", "ctrTitle", "subTitle", "ftr", "sldNum")  # what stands on the company's own ground
_ALIKE = {"ctrTitle": "title", "subTitle": "body"}
_BULLETS = ("a:buNone", "a:buAutoNum", "a:buChar", "a:buBlip")
_BEFORE_BULLETS = ("a:lnSpc", "a:spcBef", "a:spcAft", "a:buClrTx", "a:buClr", "a:buSzTx", "a:buSzPct", "a:buSzPts",
                   "a:buFontTx", "a:buFont")  # fmt: skip


def settle(element: Any, shape: Any, layout: Any) -> None:
    """Undo what a master may say of text that it was not measured with, in the placeholder of a slide.

    What stands in headings and footers has the colour and the alignment that the master gives it. `shape` is the
    layout's placeholder, None where it has none.
    """
    body = element.find(qn("p:txBody"))
    if body is None:
        return
    frame = body.find(qn("a:bodyPr"))
    frame.set("wrap", "square")
    for fitting in list(frame):
        frame.remove(fitting)
    frame.append(frame.makeelement(qn("a:noAutofit")))
    for look in body.iter(qn("a:pPr")):
        _plain(look)
    for run in body.iter(qn("a:rPr")):
        run.set("cap", "none")
        run.set("spc", "0")
    kind = element.xpath("*/p:nvPr/p:ph")[0].get("type")
    if kind in HEADS:
        _in_its_look(body, _prompts(kind, shape, layout))


def _plain(look: Any) -> None:
    """Let a paragraph have the indents, the bullet and the space after that it was measured with: none unless said."""
    for name in ("marL", "indent"):
        look.set(name, look.get(name, "0"))
    if look.find(qn("a:spcAft")) is None:
        after = look.makeelement(qn("a:spcAft"))
        after.append(after.makeelement(qn("a:spcPts"), {"val": "0"}))
        _insert(look, after, _BEFORE_BULLETS[:2])
    if not any(look.find(qn(tag)) is not None for tag in _BULLETS):
        _insert(look, look.makeelement(qn("a:buNone")), _BEFORE_BULLETS)


def _insert(parent: Any, child: Any, before: tuple[str, ...]) -> None:
    """Put a child behind the last of those that stand before it."""
    tags = {qn(tag) for tag in before}
    parent.insert(max((i + 1 for i, one in enumerate(parent) if one.tag in tags), default=0), child)


def _prompts(kind: str, shape: Any, layout: Any) -> list[Any]:
    """Return the placeholders whose prompt shows how text of a kind looks: the layout's, and the master's.

    What a layout puts elsewhere stands on another ground than in the master.
    """
    masters = [s for s in layout.slide_master.placeholders if s._element.ph.get("type") in (kind, _ALIKE.get(kind))]
    if shape is None:
        return [one._element for one in masters]
    same = [one for one in masters if (one.left, one.top) == (shape.left, shape.top)]
    return [one._element for one in (shape, *same)]


def _in_its_look(body: Any, prompts: list[Any]) -> None:
    """Leave colour and alignment to the master's styles; LibreOffice writes them into the prompts instead."""
    fills = [fill for prompt in prompts for fill in prompt.xpath(".//a:r/a:rPr/a:solidFill")[:1]]
    aligned = [align for prompt in prompts for align in prompt.xpath(".//a:pPr/@algn")[:1]]
    for look in body.iter(qn("a:pPr")):
        look.attrib.pop("algn", None)
        if aligned:
            look.set("algn", aligned[0])
    for run in body.iter(qn("a:rPr")):
        for fill in run.findall(qn("a:solidFill")):
            run.remove(fill)
        if fills:
            run.insert(0, deepcopy(fills[0]))
