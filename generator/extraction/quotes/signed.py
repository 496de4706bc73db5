"""Lines below words in marks that only say whose they are: `“…”` and below it `Ann Lee, Chief Executive Officer, Fenwick`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.extraction.quotes.carrying import is_nothing_else
from generator.extraction.quotes.cast import Cast
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.speaker import Speaker

_LONGEST = 100  # characters
_DASHES = " ~–—-―\x1f"
_NO_SIGNATURE = re.compile(r"[.。!?!?;:…](?:\s|$)|\b(?:is|was|went|said|says|has|had|took|will|spoke)\b")


def signers(read: Sequence[Passage], cast: Cast) -> dict[int, Speaker]:
    """Return by whom paragraphs of nothing but words in marks are signed in the line below, by where those start.

    A line that names the speaker of the words below it signs none: name, words, name, words.
    """
    found: dict[int, Speaker] = {}
    for i, (passage, below) in enumerate(pairwise(read)):
        signer = _signer(below, cast) if is_nothing_else(passage) else None
        labelled = i and not (i > 1 and read[i - 2].start in found) and _signer(read[i - 1], cast)
        if signer and not labelled and not _leads(read, i + 1, cast):
            found[passage.start] = signer
    return found


def _leads(read: Sequence[Passage], i: int, cast: Cast) -> bool:
    """Whether a line stands above words in marks that no line of their own signs."""
    words = i + 1 < len(read) and is_nothing_else(read[i + 1])
    return words and not (i + 2 < len(read) and _signer(read[i + 2], cast))


def _signer(passage: Passage, cast: Cast) -> Speaker | None:
    """Return whom a line names that is a name and what its bearer is, and no more."""
    start, end = passage.start, passage.last
    if passage.quotations or end - start > _LONGEST or _NO_SIGNATURE.search(passage.outside, start, passage.end):
        return None
    person = cast.alone(start, end)
    if person is None:
        return None
    dashed = passage.outside[start] in _DASHES
    led = passage.outside[start : person.start].strip(_DASHES)
    bare = not led and not passage.outside[person.end : end].strip()
    titled = passage.outside.startswith((",", " (", "("), person.end) and not led
    behind = bool(led) and person.end == end and (dashed or person.role is not None)  # 小米集团创始人 雷军
    return person if titled or behind or (bare and dashed) else None
