"""The rules drawn on a PDF's page: thin paths, and the borders of rectangles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from generator.corpus.pages.rules import MEET, Rule, Rules

_THIN = 2.5  # points: a path that is no wider is a rule
_SHORT = 4.0  # points: a path that is no longer parts nothing, as a bullet does
_ONE, _TWO = (4, 5), (8, 10)  # segments of a rectangle, and of two
_MOST, _RULES = 4000, 400  # paths of a page, and rules that they make: one with more is a drawing


def frames(page: Any) -> list[Rules]:
    """Return the rules of a page (pypdfium2's page), together what meets: thin paths, and borders of rectangles."""
    across: list[Rule] = []
    upright: list[Rule] = []
    for left, bottom, right, top in _paths(page):
        if top - bottom <= _THIN < _SHORT < right - left:
            across.append(Rule((bottom + top) / 2, left, right))
        elif right - left <= _THIN < _SHORT < top - bottom:
            upright.append(Rule((left + right) / 2, bottom, top))
    across, upright = _whole(across), _whole(upright)
    return list(_meeting(across, upright)) if len(across) + len(upright) <= _RULES else []


def _whole(pieces: list[Rule]) -> list[Rule]:
    """Return rules that were drawn in pieces, one a cell, or twice, as one."""
    whole: list[Rule] = []
    for piece in sorted(pieces, key=lambda rule: (round(rule.at), rule.low)):
        last = whole[-1] if whole else None
        if last and abs(last.at - piece.at) <= MEET / 2 and piece.low <= last.high + MEET:
            whole[-1] = last._replace(high=max(last.high, piece.high))
        else:
            whole.append(piece)
    return whole


def _meeting(across: list[Rule], upright: list[Rule]) -> Iterator[Rules]:
    """Yield rules together that meet one another, or others that do."""
    while upright:
        frame = Rules([], [upright.pop()])
        more = frame.upright
        while more:
            met = [rule for rule in across if any(map(rule.crosses, more))]
            across = [rule for rule in across if rule not in met]
            more = [rule for rule in upright if any(map(rule.crosses, met))]
            upright = [rule for rule in upright if rule not in more]
            frame.across.extend(met)
            frame.upright.extend(more)
        yield frame


def _paths(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Yield where each path stands: left, bottom, right and top; of a rectangle with a border, each of its edges."""
    paths = list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1))
    for path in paths if len(paths) <= _MOST else ():
        left, bottom, right, top = path.get_bounds()
        if right - left <= _THIN or top - bottom <= _THIN:
            yield left, bottom, right, top
        elif _bordered(path):
            yield left, bottom, left, top
            yield right, bottom, right, top
            yield left, bottom, right, bottom
            yield left, top, right, top


def _bordered(path: Any) -> bool:
    """Whether a path is a rectangle's border: its edges drawn, or what is between two rectangles filled."""
    fill, stroke = pdfium.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(path.raw, fill, stroke)
    return pdfium.FPDFPath_CountSegments(path.raw) in (_ONE if stroke.value else _TWO)
