"""Draws the masters in templates/deck/, the layouts of decks: `python -m generator.rendering.masters.drawing`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

from generator.rendering.masters.places import Place, body_places
from generator.rendering.masters.shapes import NAMES, bar_xml, placeholder_xml, rule_xml, text_style
from generator.rendering.package import packed
from generator.rendering.sheets import Frame
from generator.rendering.theme_part import dress
from generator.rendering.whole import write_whole
from generator.settings.builtin import folder
from generator.settings.theme import Colours, Fonts, Theme

_EMU = 12700
WIDTH, HEIGHT = 960.0, 540.0  # points: 16:9
_LEFT, _WIDE = 44.0, 872.0
_BAND = 106.0  # height of the band at the head of a banded slide
_RAISED = 16.0  # how much higher its words stand
_BODY = Frame(_LEFT, 128, _WIDE, 334)

_KICKER = Place("Kicker", "body", 10, Frame(_LEFT, 30, _WIDE, 20), 12, "tx2", bold=True, prompt="Section")
_HEADLINE = Place("Headline", "title", 0, Frame(_LEFT, 50, _WIDE, 64), 26, bold=True, heading=True,
                  prompt="What this slide shows, in a sentence")  # fmt: skip
_SOURCE = Place("Source", "body", 11, Frame(_LEFT, 468, _WIDE, 30), 11, "folHlink", anchor="b", prompt="Source: …")
_FOOTER = Place("Footer", "ftr", 90, Frame(_LEFT, 507, 700, 18), 10, "folHlink", anchor="ctr", prompt="")
_NUMBER = Place("Slide Number", "sldNum", 91, Frame(816, 507, 100, 18), 10, "folHlink", anchor="ctr", align="r")
_FRAME = (_KICKER, _HEADLINE, _SOURCE, _FOOTER, _NUMBER)


def _cover() -> tuple[Place, ...]:
    left = _LEFT + 20
    return (
        Place("Kicker", "body", 10, Frame(left, 84, 800, 28), 16, "bg1", bold=True, prompt="Company"),
        Place("Headline", "title", 0, Frame(left, 124, 800, 150), 40, "bg1", bold=True, heading=True, anchor="b",
              prompt="Title"),
        Place("Subtitle", "body", 1, Frame(left, 288, 800, 84), 20, "bg1", prompt="Subtitle"),
        *(Place(f"Fact {i + 1}", "body", 40 + i, Frame(left + i * 270, 430, 250, 60), 14, "bg1", prompt="Fact")
          for i in range(3)),
    )  # fmt: skip


LAYOUTS: dict[str, tuple[Place, ...]] = {
    "Cover": _cover(),
    **{name: (*_FRAME, *places) for name, places in body_places(_BODY).items()},
}


def _slide_data(name: str, ground: str, shapes: Sequence[str]) -> Any:
    return parse_xml(
        f'<p:cSld {NAMES} name="{name}"><p:bg><p:bgPr><a:solidFill><a:schemeClr val="{ground}"/></a:solidFill>'
        '<a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/>'
        '</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{"".join(shapes)}</p:spTree></p:cSld>'
    )


def _text_styles() -> Any:
    body = Place("", "body", 1, Frame(0, 0, 0, 0))
    title = text_style(_HEADLINE)
    levels = text_style(body) + "".join(
        text_style(body).replace("lvl1pPr", f"lvl{level}pPr").replace('marL="0"', f'marL="{(level - 1) * 228600}"')
        for level in range(2, 6)
    )
    return parse_xml(
        f"<p:txStyles {NAMES}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{text_style(body)}</p:otherStyle></p:txStyles>"
    )


def build(theme: Theme, banded: bool = False) -> bytes:
    """Return the master, dressed in a theme; `banded`, with a band of the accent's colour at the head of slides."""
    presentation: Any = Presentation()
    presentation.slide_width, presentation.slide_height = round(WIDTH * _EMU), round(HEIGHT * _EMU)
    presentation.element.sldSz.attrib.pop("type", None)  # it would say 4:3
    _drop(presentation.part.package._rels, RT.THUMBNAIL, RT.EXTENDED_PROPERTIES)
    _drop(presentation.part.rels, RT.PRINTER_SETTINGS)
    master = presentation.slide_master
    body = Place("Body", "body", 1, _BODY, 16, prompt="Text")
    accent = Frame(0, 0, WIDTH, _BAND) if banded else Frame(_LEFT, 0, 64, 6)
    shapes = [bar_xml(20, "Accent", accent, "tx2"), rule_xml(21, _LEFT, 502, _WIDE)]
    shapes += [placeholder_xml(place, i) for i, place in enumerate((_HEADLINE, body, _FOOTER, _NUMBER), start=2)]
    _replace(master._element, "cSld", _slide_data("footnoted", "bg1", shapes))
    _replace(master._element, "txStyles", _text_styles())
    for layout in list(master.slide_layouts)[len(LAYOUTS) :]:
        master.slide_layouts.remove(layout)
    for layout, (name, places) in zip(master.slide_layouts, LAYOUTS.items(), strict=True):
        _lay(layout._element, name, [_on_band(place) for place in places] if banded and name != "Cover" else places)
    dress(master.part, theme, (theme.fonts.heading[0], theme.fonts.body[0], theme.fonts.cjk[0]))
    moment = datetime(2025, 1, 1)
    presentation.core_properties.title, presentation.core_properties.author = "Master", "footnoted"
    presentation.core_properties.last_modified_by = "footnoted"
    presentation.core_properties.modified = presentation.core_properties.created = moment
    return packed(presentation, moment)


def _on_band(place: Place) -> Place:
    """Return a place in white and a little higher where the band is: two lines of a headline have air beneath."""
    raised = place.frame._replace(top=place.frame.top - _RAISED)
    return replace(place, colour="bg1", frame=raised) if place in (_KICKER, _HEADLINE) else place


def _lay(element: Any, name: str, places: Sequence[Place]) -> None:
    cover = name == "Cover"
    extra = (
        [
            bar_xml(60, "Line", Frame(_LEFT + 20, 414, 790, 1), "bg1", 40),
            bar_xml(61, "Accent", Frame(_LEFT - 14, 84, 6, 288), "bg1", 60),
        ]
        if cover
        else []
    )
    shapes = [placeholder_xml(place, i) for i, place in enumerate(places, start=2)]
    _replace(element, "cSld", _slide_data(name, "tx2" if cover else "bg1", [*extra, *shapes]))
    for attribute in ("type", "preserve"):
        element.attrib.pop(attribute, None)
    element.set("userDrawn", "1")
    if cover:
        element.set("showMasterSp", "0")


def _replace(element: Any, tag: str, new: Any) -> None:
    old = next(child for child in element if child.tag.endswith(f"}}{tag}"))
    element.replace(old, new)


def _drop(relations: Any, *kinds: str) -> None:
    for ident in [ident for ident, relation in relations.items() if relation.reltype in kinds]:
        relations.pop(ident)


def plain_theme() -> Theme:
    """Return the colours that the master wears until a deck is dressed in a theme of its own."""
    colours = Colours(
        ink="#1B1F24", muted="#5B6470", ground="#FFFFFF", panel="#F3F5F7", rule="#D5DAE0", accent="#14365C",
        on_accent="#FFFFFF", good="#1E6B45", bad="#A8322A", caution="#8A5A00",
        series=("#14365C", "#B5651D", "#3C7D6B", "#7A4E8A", "#6E7780", "#A8322A"),
    )  # fmt: skip
    fonts = Fonts(heading=("Noto Sans",), body=("Noto Sans",), cjk=("Noto Sans CJK SC",))
    return Theme(name="Plain", colours=colours, fonts=fonts)


def main() -> None:
    """Write the masters where decks look for them."""
    for name, banded in (("master.pptx", False), ("banded.pptx", True)):
        write_whole(build(plain_theme(), banded), Path(folder("templates")) / "deck" / name)


if __name__ == "__main__":
    main()
