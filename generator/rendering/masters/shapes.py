"""Shapes of a master as PowerPoint writes them: placeholders, bars, hairlines."""

from __future__ import annotations

from generator.rendering.masters.places import Place
from generator.rendering.sheets import Frame

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_EMU = 12700


def text_style(place: Place) -> str:
    """Return how the first level of a place's text looks."""
    latin, asian = ("+mj-lt", "+mj-ea") if place.heading else ("+mn-lt", "+mn-ea")
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{place.align}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(place.size * 100)}" b="{int(place.bold)}"><a:solidFill>'
        f'<a:schemeClr val="{place.colour}"/>'
        f'</a:solidFill><a:latin typeface="{latin}"/><a:ea typeface="{asian}"/></a:defRPr></a:lvl1pPr>'
    )


def placeholder_xml(place: Place, number: int) -> str:
    """Return a place as a placeholder of a layout; `number` is the shape's id."""
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
        f'anchor="{place.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>{text_style(place)}</a:lstStyle>'
        f"<a:p>{text}</a:p></p:txBody></p:sp>"
    )


def bar_xml(number: int, name: str, frame: Frame, colour: str, alpha: int = 100) -> str:
    """Return a bar of a colour of the scheme, `alpha` percent opaque."""
    left, top, wide, high = (round(length * _EMU) for length in frame)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect">'
        f'<a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="{colour}"><a:alpha val="{alpha}000"/></a:schemeClr>'
        "</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def rule_xml(number: int, left: float, top: float, wide: float) -> str:
    """Return a hairline, in points from the slide's top left."""
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="Rule"/><p:cNvCxnSpPr/><p:nvPr userDrawn="1"/>'
        "</p:nvCxnSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{round(left * _EMU)}" y="{round(top * _EMU)}"/><a:ext cx="{round(wide * _EMU)}" '
        'cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom></p:spPr><p:style><a:lnRef idx="1">'
        '<a:schemeClr val="bg2"/></a:lnRef><a:fillRef idx="0"><a:schemeClr val="bg2"/></a:fillRef><a:effectRef idx="0">'
        '<a:schemeClr val="bg2"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="tx1"/></a:fontRef>'
        "</p:style></p:cxnSp>"
    )
