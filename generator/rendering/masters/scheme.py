"""What a master's theme says: its colours and fonts by slot, and the ground that a layout's text stands on."""

from __future__ import annotations

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

_STYLES = 1001  # ECMA-376, 20.1.4.2.4: from this index on, grounds are styles of the theme


class Scheme:
    """The theme of one master, as one of its layouts sees it."""

    def __init__(self, layout: Any) -> None:
        self._layout, self._master = layout, layout.slide_master
        self._theme = parse_xml(self._master.part.part_related_by(RT.THEME).blob)

    def colour(self, slot: str) -> str | None:
        """Return the colour of a slot (`tx1`, `bg1`, `accent1`, …) as `#12355B`; None where nothing says it plainly."""
        name = self._mapped(slot)
        found = self._theme.find(f".//{qn('a:clrScheme')}/{qn('a:' + name)}")
        if found is None or not len(found):
            return None
        value = found[0].get("lastClr") or found[0].get("val")
        return f"#{value.upper()}" if value and len(value) == 6 else None

    def font(self, slot: str, script: str) -> str:
        """Return the font of headings (`major`) or text (`minor`) in a script (`latin`, `ea`), or nothing."""
        found = self._theme.find(f".//{qn('a:fontScheme')}/{qn(f'a:{slot}Font')}/{qn(f'a:{script}')}")
        return "" if found is None else found.get("typeface", "")

    def ground(self) -> str | None:
        """Return the colour of the layout's ground; None where it is a picture or runs from one colour to another."""
        for holder in (self._layout, self._master):
            ground = holder._element.find(f"{qn('p:cSld')}/{qn('p:bg')}")
            if ground is not None:
                return self._painted(ground)
        return "#FFFFFF"

    def _painted(self, ground: Any) -> str | None:
        fill = ground.find(f"{qn('p:bgPr')}/{qn('a:solidFill')}")
        style = ground.find(qn("p:bgRef"))
        if fill is None and style is not None and self._is_plain(int(style.get("idx", "0"))):
            fill = style
        if fill is None or not len(fill) or len(fill[0]):  # a shade of a colour has children
            return None
        colour = fill[0]
        if colour.tag == qn("a:schemeClr"):
            return self.colour(colour.get("val"))
        return f"#{colour.get('val').upper()}" if colour.tag == qn("a:srgbClr") else None

    def _is_plain(self, index: int) -> bool:
        styles = self._theme.find(f".//{qn('a:bgFillStyleLst')}")
        if styles is None or not 0 <= index - _STYLES < len(styles):
            return False
        style = styles[index - _STYLES]
        return bool(style.tag == qn("a:solidFill") and len(style) and not len(style[0]))

    def _mapped(self, slot: str) -> str:
        """Return the name in the scheme that a slot has in this layout: text is dark on light, or light on dark."""
        over = self._layout._element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
        mapping = over if over is not None else self._master._element.find(qn("p:clrMap"))
        usual = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}.get(slot, slot)
        return usual if mapping is None else str(mapping.get(slot, usual))
