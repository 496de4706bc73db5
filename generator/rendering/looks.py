"""How paragraphs and runs of a slide look: language, size, colour, indents; each look is made once."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from generator.rendering.theme_part import SLOTS
from generator.settings.theme import Colours

EMU = 12700  # of a point
_name = cache(qn)  # thousands of elements have some dozen names


@lru_cache(maxsize=256)  # thousands of paragraphs have some dozen looks
def paragraph_look(
    colours: Colours, align: str, indent: float, line_height: float, before: float, number: int | None, bullet: bool
) -> Any:
    """Return the properties of a paragraph."""
    look = parse_xml(f"<a:pPr {nsdecls('a')}/>")
    look.set("algn", align)
    if indent:
        look.set("marL", str(round(indent * EMU)))
        look.set("indent", str(-round(indent * EMU)))
    add(add(look, "a:lnSpc"), "a:spcPts", val=str(round(line_height * 100)))
    add(add(look, "a:spcBef"), "a:spcPts", val=str(round(before * 100)))
    if indent:
        colour(add(look, "a:buClr"), "accent", colours)
    if number:
        add(look, "a:buFont", typeface="+mj-lt")
        add(look, "a:buAutoNum", type="arabicPlain", startAt=str(number))
    elif bullet:
        add(look, "a:buChar", char="•")
    return look


@lru_cache(maxsize=256)
def run_look(colours: Colours, cjk: bool, size: int, bold: bool, raised: bool, tone: str, heading: bool) -> Any:
    """Return the properties of a run; `size` is in hundredths of a point."""
    look = parse_xml(f"<a:rPr {nsdecls('a')}/>")
    for name, value in (("lang", "zh-CN" if cjk else "en-GB"), ("sz", str(size)), ("b", str(int(bold)))):
        look.set(name, value)
    if cjk:
        look.set("altLang", "en-GB")
    if raised:
        look.set("baseline", "30000")
    colour(add(look, "a:solidFill"), tone, colours)
    add(look, "a:latin", typeface="+mj-lt" if heading else "+mn-lt")
    add(look, "a:ea", typeface="+mj-ea" if heading else "+mn-ea")
    return look


def colour(parent: Any, tone: str, colours: Colours) -> None:
    """Add a colour of the theme: by its slot where the scheme has one."""
    if tone in SLOTS:
        add(parent, "a:schemeClr", val=SLOTS[tone])
    else:
        add(parent, "a:srgbClr", val=getattr(colours, tone)[1:].upper())


def add(parent: Any, tag: str, **attributes: str) -> Any:
    """Add an element behind what a parent holds, and return it."""
    child = parent.makeelement(_name(tag), attributes)
    parent.append(child)
    return child
