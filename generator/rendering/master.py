"""Builds the masters in templates/deck/, the layouts of decks: `python -m generator.rendering.master`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml

from generator.rendering.package import packed, write_whole
from generator.rendering.theme_part import dress
from generator.settings.builtin import folder
from generator.settings.theme import Colours, Fonts, Theme

_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_EMU = 12700
WIDTH, HEIGHT = 960.0, 540.0  # points: 16:9
_LEFT, _WIDE = 44.0, 872.0
_BAND = 116.0  # height of the band at the head of a banded slide
_TOP, _FOOT = 128.0, 462.0  # between these stands the body


@dataclass(frozen=True)
class Place:
    """A placeholder: name, type, index, frame in points; size and colour of its text, and its own looks."""

    name: str
    type: str
    index: int
    frame: tuple[float, float, float, float]
    size: float = 16
    colour: str = "tx1"
    bold: bool = False
    heading: bool = False
    anchor: str = "t"
    align: str = "l"
    margin: float = 0
    fill: str | None = None
    prompt: str = ""


_KICKER = Place("Kicker", "body", 10, (_LEFT, 30, _WIDE, 20), 12, "tx2", bold=True, prompt="Section")
_HEADLINE = Place(
    "Headline",
    "title",
    0,
    (_LEFT, 50, _WIDE, 64),
    26,
    bold=True,
    heading=True,
    prompt="What this slide shows, in a sentence",
)
_SOURCE = Place("Source", "body", 11, (_LEFT, 468, _WIDE, 30), 11, "folHlink", anchor="b", prompt="Source: …")
_FOOTER = Place("Footer", "ftr", 90, (_LEFT, 507, 700, 18), 10, "folHlink", anchor="ctr", prompt="")
_NUMBER = Place("Slide Number", "sldNum", 91, (816, 507, 100, 18), 10, "folHlink", anchor="ctr", align="r")
_FRAME = (_KICKER, _HEADLINE, _SOURCE, _FOOTER, _NUMBER)
_HIGH = _FOOT - _TOP
_CAPTION = Place(
    "Caption", "body", 17, (_LEFT, 444, _WIDE, 18), 11, "folHlink", anchor="b", prompt="What the reader should know"
)
_UNIT = Place("Unit", "body", 16, (_LEFT, _TOP - 4, 620, 18), 12, "folHlink", prompt="Unit")
_TAKEAWAY = Place(
    "Takeaway",
    "body",
    15,
    (_LEFT, _FOOT - 58, _WIDE, 58),
    16,
    margin=10,
    fill="bg2",
    anchor="ctr",
    prompt="What follows from it",
)
_CHART = (_LEFT, _TOP + 16, _WIDE, _HIGH - 86)


def _cards() -> tuple[Place, ...]:
    wide, high = (_WIDE - 3 * 12) / 4, (_HIGH - 12) / 2
    return tuple(
        Place(f"Card {i + 1}", "body", 20 + i, (_LEFT + i % 4 * (wide + 12), _TOP + i // 4 * (high + 12), wide, high),
              14, margin=14, fill="bg2", prompt="Key figure")
        for i in range(8)
    )  # fmt: skip


def _quotes() -> tuple[Place, ...]:
    high = (_HIGH - 2 * 12) / 3
    return tuple(
        Place(f"Quote {i + 1}", "body", 30 + i, (_LEFT, _TOP + i * (high + 12), _WIDE, high), 18, margin=14,
              fill="bg2", anchor="ctr", prompt="Quote")
        for i in range(3)
    )  # fmt: skip


def _pair() -> tuple[Place, ...]:
    wide = (_WIDE - 28) / 2
    halves = ((1, _LEFT), (2, _LEFT + wide + 28))
    titles = [
        Place(f"Title {i}", "body", 50 + i, (x, _TOP - 4, wide, 22), 14, bold=True, prompt="What the chart shows")
        for i, x in halves
    ]
    units = [
        Place(f"Unit {i}", "body", 52 + i, (x, _TOP + 20, wide, 18), 12, "folHlink", prompt="Unit") for i, x in halves
    ]
    charts = [Place(f"Chart {i}", "obj", 54 + i, (x, _TOP + 40, wide, _HIGH - 50), 12) for i, x in halves]
    return (*titles, *units, *charts)


def _bars() -> tuple[Place, ...]:
    high = (_HIGH - 3 * 8) / 4
    return tuple(
        Place(f"Progress {i + 1}", "body", 60 + i, (_LEFT, _TOP + i * (high + 8), _WIDE, high), 14, prompt="Progress")
        for i in range(4)
    )


def _cover() -> tuple[Place, ...]:
    facts = tuple(
        Place(f"Fact {i + 1}", "body", 40 + i, (_LEFT + 20 + i * 270, 430, 250, 60), 14, "bg1", prompt="Fact")
        for i in range(3)
    )
    return (
        Place("Kicker", "body", 10, (_LEFT + 20, 84, 800, 28), 16, "bg1", bold=True, prompt="Company"),
        Place(
            "Headline",
            "title",
            0,
            (_LEFT + 20, 124, 800, 150),
            40,
            "bg1",
            bold=True,
            heading=True,
            anchor="b",
            prompt="Title",
        ),
        Place("Subtitle", "body", 1, (_LEFT + 20, 288, 800, 84), 20, "bg1", prompt="Subtitle"),
        *facts,
    )


_TABLE = Place("Table", "tbl", 12, (_LEFT, _TOP, _WIDE, _HIGH - 24), 14)
_TALL = Place("Table", "tbl", 12, (_LEFT, _TOP, _WIDE, _HIGH), 12)
LAYOUTS: dict[str, tuple[Place, ...]] = {
    "Cover": _cover(),
    "Contents": (*_FRAME, _TALL),
    "Scorecard": (*_FRAME, *_cards()),
    "Chart": (*_FRAME, _UNIT, Place("Chart", "chart", 13, _CHART, 12), _TAKEAWAY),
    "Picture": (*_FRAME, _UNIT, Place("Picture", "pic", 14, _CHART, 12), _TAKEAWAY),
    "Chart pair": (*_FRAME, *_pair()),
    "Progress": (*_FRAME, *_bars()),
    "Text": (*_FRAME, Place("Body", "body", 1, (_LEFT, _TOP, 760, _HIGH), 16, prompt="Text")),
    "Quotes": (*_FRAME, *_quotes()),
    "Table": (*_FRAME, _TABLE, _CAPTION),
    "Sources": (*_FRAME, _TALL),
}


def _text_style(place: Place) -> str:
    latin, asian = ("+mj-lt", "+mj-ea") if place.heading else ("+mn-lt", "+mn-ea")
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{place.align}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(place.size * 100)}" b="{int(place.bold)}"><a:solidFill>'
        f'<a:schemeClr val="{place.colour}"/>'
        f'</a:solidFill><a:latin typeface="{latin}"/><a:ea typeface="{asian}"/></a:defRPr></a:lvl1pPr>'
    )


def _shape(place: Place, number: int) -> str:
    left, top, wide, high = (round(length * _EMU) for length in place.frame)
    index = "" if place.type == "title" else f' idx="{place.index}"'
    fill = f'<a:solidFill><a:schemeClr val="{place.fill}"/></a:solidFill>' if place.fill else ""
    inset = round(place.margin * _EMU)
    text = f'<a:r><a:rPr lang="en-GB"/><a:t>{place.prompt or place.name}</a:t></a:r>'
    if place.type == "sldNum":
        field = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
        text = f'<a:fld id="{field}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{place.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{place.type}"{index}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" '
        f'anchor="{place.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>{_text_style(place)}</a:lstStyle>'
        f"<a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _bar(number: int, name: str, frame: tuple[float, float, float, float], colour: str, alpha: int = 100) -> str:
    left, top, wide, high = (round(length * _EMU) for length in frame)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect">'
        f'<a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"><a:alpha val="{alpha}000"/></a:schemeClr>'
        "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _rule(number: int, left: float, top: float, wide: float) -> str:
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="Rule"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/>'
        "</p:nvCxnSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{round(left * _EMU)}" y="{round(top * _EMU)}"/><a:ext cx="{round(wide * _EMU)}" '
        'cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom></p:spPr><p:style><a:lnRef idx="1">'
        '<a:schemeClr val="bg2"/></a:lnRef><a:fillRef idx="0"><a:schemeClr val="bg2"/></a:fillRef><a:effectRef idx="0">'
        '<a:schemeClr val="bg2"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="tx1"/></a:fontRef>'
        "</p:style></p:cxnSp>"
    )


def _slide_data(name: str, ground: str, shapes: Sequence[str]) -> Any:
    return parse_xml(
        f'<p:cSld {_NAMES} name="{name}"><p:bg><p:bgPr><a:solidFill><a:schemeClr val="{ground}"/></a:solidFill>'
        '<a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/>'
        '</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/>'
        f'<a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>{"".join(shapes)}</p:spTree></p:cSld>'
    )


def _text_styles() -> Any:
    body = Place("", "body", 1, (0, 0, 0, 0))
    title = _text_style(_HEADLINE)
    levels = _text_style(body) + "".join(
        _text_style(body).replace("lvl1pPr", f"lvl{level}pPr").replace('marL="0"', f'marL="{(level - 1) * 228600}"')
        for level in range(2, 6)
    )
    return parse_xml(
        f"<p:txStyles {_NAMES}><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{_text_style(body)}</p:otherStyle></p:txStyles>"
    )


def build(theme: Theme, banded: bool = False) -> bytes:
    """Return the master, dressed in a theme; `banded`, with a band of the accent's colour at the head of slides."""
    presentation: Any = Presentation()
    presentation.slide_width, presentation.slide_height = round(WIDTH * _EMU), round(HEIGHT * _EMU)
    presentation.element.sldSz.attrib.pop("type", None)  # it would say 4:3
    _drop(presentation.part.package._rels, RT.THUMBNAIL, RT.EXTENDED_PROPERTIES)
    _drop(presentation.part.rels, RT.PRINTER_SETTINGS)
    master = presentation.slide_master
    body = Place("Body", "body", 1, (_LEFT, _TOP, _WIDE, _HIGH), 16, prompt="Text")
    accent = (0.0, 0.0, WIDTH, _BAND) if banded else (_LEFT, 0.0, 64.0, 6.0)
    shapes = [_bar(20, "Accent", accent, "tx2"), _rule(21, _LEFT, 502, _WIDE)]
    shapes += [_shape(place, i) for i, place in enumerate((_HEADLINE, body, _FOOTER, _NUMBER), start=2)]
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
    return replace(place, colour="bg1") if place in (_KICKER, _HEADLINE) else place


def _lay(element: Any, name: str, places: Sequence[Place]) -> None:
    cover = name == "Cover"
    extra = (
        [
            _bar(60, "Line", (_LEFT + 20, 414, 790, 1), "bg1", 40),
            _bar(61, "Accent", (_LEFT - 14, 84, 6, 288), "bg1", 60),
        ]
        if cover
        else []
    )
    shapes = [_shape(place, i) for i, place in enumerate(places, start=2)]
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
