"""Heads that say when and what over each column: `2Q22 Shipments 2Q22 Market Share 2Q21 Shipments YoY Change`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.extraction.periods.mention import period_mentions
from generator.extraction.tables.columns import CHANGE, CHANGE_HEAD, LONGEST, YEAR, Stretch

_NAME = re.compile(r"[ \t]*[A-Za-z][A-Za-z \t-]{2,40}(?:\([A-Za-z$€ \t]{1,24}\)|\(?%\)?)?[ \t]*")
_AGAINST = re.compile(
    rf"\b(?:annual|yearly|quarterly|monthly)[ \t]+(?:{CHANGE.pattern})|\b(?:MoM|m/m|m-o-m)\b(?:[ \t]+(?:{CHANGE.pattern}))?",
    re.I,
)
_CORNER = re.compile(
    r"[ \t]*(?:Rank(?:ing)?[ \t]+)?(?:(?:vendor|company|brand|\w{0,12}maker|manufacturer|supplier|firm|OEM|player|name)s?|companies)?[ \t]*",
    re.I,
)


def named_heads(text: str, start: int, end: int, count: int) -> tuple[Stretch, ...]:
    """Return what stands over the labels and over each of some columns; nothing where the line has no such heads.

    What a column is of stands behind each time, or before each: a line that may be read both ways has none.
    """
    marks = _marks(text, start, end) if end - start <= LONGEST else []
    if len(marks) != count:
        return ()
    corner = _CORNER.match(text, start, marks[0].start)
    edges = [corner.end() if corner else start, *(edge for mark in marks for edge in mark), end]
    between = [Stretch(low, high) for low, high in zip(edges[::2], edges[1::2], strict=True)]
    behind = _all_named(text, marks, between[1:])
    if behind == _all_named(text, marks, between[:-1]):
        return ()
    if behind:
        low = [mark.start for mark in marks]
        return tuple(Stretch(*ends) for ends in pairwise([start, *low, end]))
    return (
        Stretch(start, edges[0]),
        *(Stretch(said.start, mark.end) for said, mark in zip(between, marks, strict=False)),
    )


def _marks(text: str, start: int, end: int) -> list[Stretch]:
    """Return where a line of heads names a time or a change, those of one column as one."""
    found = [Stretch(m.start, m.end) for m in period_mentions(text, start, end)]
    for form in (YEAR, CHANGE_HEAD, _AGAINST):
        found += [Stretch(*mark.span()) for mark in form.finditer(text, start, end)]
    marks: list[Stretch] = []
    for mark in sorted(found, key=lambda m: (m.start, -m.end)):
        if marks and mark.end <= marks[-1].end:
            continue
        if marks and _goes_on(text, marks[-1], mark):
            marks[-1] = Stretch(marks[-1].start, mark.end)
        else:
            marks.append(mark)
    return marks


def _goes_on(text: str, before: Stretch, mark: Stretch) -> bool:
    """Whether a mark is of the column of the one before: the second time behind a slash, the change behind that."""
    between = text[before.end : mark.start].strip()
    return between == "/" or (not between and "/" in text[slice(*before)])


def _all_named(text: str, marks: Sequence[Stretch], beside: Sequence[Stretch]) -> bool:
    """Whether what stands beside each time names something; a change is that of the column before."""
    return all(
        _NAME.fullmatch(text, *said) or (CHANGE_HEAD.search(text, *mark) and not text[slice(*said)].strip())
        for mark, said in zip(marks, beside, strict=True)
    )
