"""Headlines of other texts, without their labels: the lines below `Related stories` or 相关阅读, and what brackets hold of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.teasers import HEADS_OTHERS

_LONGEST = 140  # characters: a longer line is no headline, but tells something
_LINE = re.compile(r"[^\n]+(?:\n+|\Z)")
_STOPS = re.compile(r"[.。!！;；]\s*$")
_BRACKETED = re.compile(r"\((?:延伸|相关|推荐|更多)(?:阅读|报道|新闻|文章)[::][^()\n]{2,80}\)")


def headlines_of_others(text: str) -> Iterator[tuple[int, int]]:
    """Yield them, lines with their breaks: 相关阅读 and below it 马斯克称,特斯拉明年量产机器人."""
    yield from (found.span() for found in _BRACKETED.finditer(text))
    within = False
    for found in _LINE.finditer(text):
        line = found.group().rstrip("\n")
        within = bool(HEADS_OTHERS.fullmatch(line)) or (within and len(line) <= _LONGEST and not _STOPS.search(line))
        if within:
            yield found.span()
