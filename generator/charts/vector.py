"""A chart's drawing made fit for pages: described, and with every line of its words set on its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

_BROKEN = re.compile(r"<text (?P<look>[^>]*)>(?P<lines><tspan.*?)</text>", re.DOTALL)
_LINE = re.compile(r"<tspan(?P<look>[^>]*)>(?P<words>.*?)</tspan>", re.DOTALL)
_PLACE = re.compile(r"translate\((?P<x>[-\d.e]+),\s*(?P<y>[-\d.e]+)\)")
_TEXT = re.compile(r"<text [^>]*>(?P<words>[^<]*)</text>")
_FAMILY = re.compile(r'font-family="[^"]*"')
_DROP = re.compile(r'dy="(?P<dy>[-\d.]+)"')


def for_pages(svg: str, description: str) -> str:
    """Return a drawing that tells its description to those who can't see it, and centres each line by itself.

    Not every renderer centres the lines of one text apart from one another; all of them centre a text.
    """
    head, rest = _BROKEN.sub(_line_by_line, svg).split(">", 1)
    return f'{head} role="img"><title>{escape(description)}</title>{rest}'


def for_pictures(svg: str, foreign: Mapping[str, str]) -> str:
    """Return a drawing in which a text with characters that its font lacks names the family that has them.

    Left to itself, the program that makes the picture sets such a text in any font that it finds.
    """

    def named(text: re.Match[str]) -> str:
        family = next((foreign[char] for char in text["words"] if char in foreign), None)
        return text[0] if family is None else _FAMILY.sub(f'font-family="{family}"', text[0], count=1)

    return _TEXT.sub(named, svg) if foreign else svg


def _line_by_line(text: re.Match[str]) -> str:
    place = _PLACE.search(text["look"])
    if place is None:
        return text[0]
    x, y = float(place["x"]), float(place["y"])
    lines = []
    for line in _LINE.finditer(text["lines"]):
        drop = _DROP.search(line["look"])
        y += float(drop["dy"]) if drop else 0.0
        look = text["look"].replace(place[0], f"translate({x:g},{y:g})")
        lines.append(f"<text {look}>{line['words']}</text>")
    return "".join(lines)
