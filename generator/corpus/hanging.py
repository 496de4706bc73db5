"""Items of a list that wires set with hanging lines: ` -- Net income was`, and below it, further in, how much."""

from __future__ import annotations

import re

_ITEM = re.compile(r"(?P<indent>[ \t]{0,8})(?:--?|[•·*])[ \t]{1,3}(?=\S)")
_HUNG = re.compile(r"(?P<indent>[ \t]{3,12})(?=[^\s|•·*-])")
_ROW = re.compile(r"\S(?: {3,}|\t)\S")  # columns: a table's row
_MOST = 16  # lines of an item


def hangs(even: str, start: int, end: int) -> bool:
    """Whether the line behind a break hangs below an item of a list, further in than its dash, as do all between."""
    begin = even.find("\n", start, end) + 1
    hung = _HUNG.match(even, begin)
    if not begin or hung is None or hung.end() != end:
        return False
    at = begin - 1
    for _ in range(_MOST):
        line = even.rfind("\n", 0, at) + 1
        if _ROW.search(even, _past_indent(even, line, at), at):
            return False
        if item := _ITEM.match(even, line, at):
            return len(item["indent"]) < len(hung["indent"])
        above = _HUNG.match(even, line, at)
        if above is None or above["indent"] != hung["indent"]:
            return False
        at = line - 1
    return False


def _past_indent(even: str, line: int, end: int) -> int:
    """Return where a line's words begin, past its dash."""
    led = _ITEM.match(even, line, end) or _HUNG.match(even, line, end)
    return led.end() if led else line
