"""Heads of a wire's table of what analysts expect, in two lines: `Forecast Change Number Reported` over `4Q17 in % of analysts 4Q16`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.extraction.periods.in_text import period_mentions
from generator.extraction.tables.heads import ADJUSTED
from generator.extraction.tables.shapes import Cell, Row

_WORD = re.compile(
    r"(?P<forecast>Forecast|Consensus|Estimate|Expected)|(?P<change>Change)|(?P<number>Number|No\.)|(?P<reported>Reported|Actual|Previous)"
)
_UPPER = re.compile(
    r"[\s.]*(?:(?:Forecast|Consensus|Estimate|Expected|Change|Number|No\.|Reported|Actual|Previous)\s*){3,6}"
)
_TIME = r"(?:[1-4]Q ?(?:20)?\d\d|Q[1-4] ?(?:20)?\d\d|(?:19|20)\d\d)"
_PIECE = re.compile(rf"(?P<time>{_TIME})|(?P<change>(?:in )?%)|(?P<number>of (?:analysts|estimates))")
_GAP = re.compile(r"\s*")
# `(figures in million euros, EPS in euro, on a Non-IFRS basis)`
_UNIT = re.compile(
    r"\((?:all )?(?:figures |amounts |values )?in (?P<scale>million|billion)s?(?: of)? (?P<currency>euro|EUR|US dollar|dollar|USD|yuan|RMB|yen|pound)s?\b(?P<further>[^()\d]{0,120})\)",
    re.I,
)
_CURRENCIES = {"euro": "EUR", "us dollar": "US$", "dollar": "US$", "yuan": "RMB", "yen": "JPY", "pound": "GBP"}
_BEFORE = 900  # characters before such a table, among which its unit is told


def consensus_table(text: str, above: Sequence[Row], rows: Sequence[Row]) -> tuple[list[Row], str] | None:
    """Return some rows under the heads that the two lines above them are, and their caption; None where they are no such heads."""
    if len(above) < 2 or not _UPPER.fullmatch(text, above[-2].start, above[-2].end):
        return None
    kinds = [str(word.lastgroup) for word in _WORD.finditer(text, above[-2].start, above[-2].end)]
    pieces = list(_PIECE.finditer(text, above[-1].start, above[-1].end))[-len(kinds) :]
    width = Counter(len(row.cells) for row in rows).most_common(1)[0][0] - 1
    ends = [*(piece.start() for piece in pieces[1:]), above[-1].end]
    side_by_side = all(_GAP.fullmatch(text, p.end(), end) for p, end in zip(pieces, ends, strict=False))
    if len(kinds) != width or len(pieces) != width or not side_by_side:
        return None
    told = [_said(kind, piece) for kind, piece in zip(kinds, pieces, strict=True)]
    if not all(told) or kinds.count("forecast") != 1 or kinds.count("reported") != 1:
        return None
    forecast, reported = (pieces[kinds.index(kind)][0] for kind in ("forecast", "reported"))
    against = "YoY change" if _a_year_apart(forecast, reported) else "change"
    cells = [
        Cell(*piece.span(), f"{against} in %, consensus" if kind == "change" else said)
        for kind, piece, said in zip(kinds, pieces, told, strict=True)
    ]
    start = above[-2].start
    head = Row(start, rows[0].start, (Cell(start, start, ""), *cells))
    return [head, *rows], _unit_before(text, start)


def _unit_before(text: str, at: int) -> str:
    """Return the unit that is told nearest before a table, in brackets, and whether it is of adjusted figures."""
    units = list(_UNIT.finditer(text, max(0, at - _BEFORE), at))
    if not units:
        return ""
    told = units[-1]["currency"]
    adjusted = " Non-IFRS" if ADJUSTED.search(units[-1]["further"]) else ""
    return f"({_CURRENCIES.get(told.lower(), told)} {units[-1]['scale'].lower()}){adjusted}"


def _said(kind: str, piece: re.Match[str]) -> str:
    """Return what is read of a column whose upper head is of a kind; nothing where the lower one is of another."""
    time = piece["time"] and (f"in {piece[0]}" if piece[0].isdigit() else piece[0])
    if kind == "forecast":
        return f"{time} consensus" if time else ""
    if kind == "reported":
        return time or ""
    return "number of analysts" if piece.lastgroup == kind == "number" else "change" if piece.lastgroup == kind else ""


def _a_year_apart(one: str, other: str) -> bool:
    """Whether two times are the same of one year and the next."""
    found = [[m.year for m in period_mentions(t, 0, len(t))] for t in (f"in {one}", f"in {other}")]
    return len(found[0]) == len(found[1]) == 1 and one[:2] == other[:2] and int(one[-2:]) - int(other[-2:]) == 1
