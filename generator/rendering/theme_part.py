"""The theme part of a deck: a theme's colours and fonts as PowerPoint names them."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from generator.settings.theme import Theme

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"

# Which slot of PowerPoint's colour scheme a colour of the theme lies in; the rest are written as they are.
SLOTS = {"ink": "tx1", "ground": "bg1", "accent": "tx2", "panel": "bg2", "muted": "folHlink"}


def dress(part: Any, theme: Theme, families: tuple[str, str, str]) -> None:
    """Rewrite the theme of a master's part. `families` are the heading, body and East Asian fonts."""
    part.part_related_by(RT.THEME)._blob = theme_xml(theme, families)


def theme_xml(theme: Theme, families: tuple[str, str, str]) -> bytes:
    """Return the theme part."""
    heading, body, cjk = families
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{colour[1:].upper()}"/></a:{slot}>' for slot, colour in _scheme(theme).items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_MAIN}" name={quoteattr(theme.name)}><a:themeElements>'
        f"<a:clrScheme name={quoteattr(theme.name)}>{colours}</a:clrScheme>"
        f"<a:fontScheme name={quoteattr(theme.name)}>{_font('majorFont', heading, cjk)}{_font('minorFont', body, cjk)}"
        f"</a:fontScheme>{_format_scheme(theme.colours.rule)}</a:themeElements></a:theme>"
    ).encode()


def series_of(theme: Theme) -> list[str]:
    """Return the six colours that the scheme holds for series."""
    colours = theme.colours
    return [*colours.series, colours.caution, colours.good, colours.bad][:6]


def _scheme(theme: Theme) -> dict[str, str]:
    colours = theme.colours
    return {
        "dk1": colours.ink,
        "lt1": colours.ground,
        "dk2": colours.accent,
        "lt2": colours.panel,
        **{f"accent{number}": colour for number, colour in enumerate(series_of(theme), start=1)},
        "hlink": colours.accent,
        "folHlink": colours.muted,
    }


def _font(name: str, latin: str, cjk: str) -> str:
    asian = escape(cjk, {'"': "&quot;"})
    return (
        f'<a:{name}><a:latin typeface={quoteattr(latin)}/><a:ea typeface="{asian}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{asian}"/></a:{name}>'
    )


def _format_scheme(rule: str) -> str:
    """Return the format scheme; its first line style is the theme's hairline, which the master's rules refer to."""
    own = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    hairline = f'<a:solidFill><a:srgbClr val="{rule[1:].upper()}"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
        for width, fill in ((9525, hairline), (12700, own), (19050, own))
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:fmtScheme name="plain"><a:fillStyleLst>{own * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{own * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
