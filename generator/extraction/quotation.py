"""Quotation marks in pairs: “ ”, 「 」, 『 』, and straight ones, which look alike at both ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.document import Span

_PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»"}
_CLOSERS = {close: opening for opening, close in _PAIRS.items()}
_BEFORE_OPENING = re.compile(r"[\s(:,。!?;\x1f]|^")


def quotations(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what stands between quotation marks in one paragraph, marks left out, the outermost ones only.

    A mark that is never closed quotes nothing; a straight mark opens and closes by turns, and a doubled closing one
    (`…"他说"…`) is taken for what its neighbours make of it.
    """
    opened: list[tuple[str, int]] = []
    straight: int | None = None
    for i in range(start, end):
        character = text[i]
        if character in _PAIRS and straight is None:
            opened.append((character, i))
        elif character in _CLOSERS and opened:
            while opened and opened[-1][0] != _CLOSERS[character]:
                opened.pop()
            if opened:
                _, at = opened.pop()
                if not opened:
                    yield Span(at + 1, i)
        elif character == '"' and not opened:
            if straight is None:
                straight = i
            else:
                yield Span(straight + 1, i)
                straight = None
