"""What a page sets between its paragraphs and is no part of its text: headlines below `Related stories` or 相关阅读 or in brackets, disclaimers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.teasers import HEADS_OTHERS

_LONGEST = 140  # characters: a longer line is no headline, but tells something
_LINE = re.compile(r"[^\n]+(?:\n+|\Z)")
_STOPS = re.compile(r"[.。!！;；][”\"’」』]?\s*$")
_BRACKETED = re.compile(r"\((?:延伸|相关|推荐|更多)(?:阅读|报道|新闻|文章)[::][^()\n]{2,80}\)")


# 特别声明:以上内容为用户上传,平台表示…: what a page says of itself
_OF_THE_PAGE = re.compile(
    r"(?<![^\n])[ \t\u3000]{0,4}(?:(?:特别|免责|版权|郑重)?声明:(?=[^。\n]{0,12}(?:以上|本文|本网|本站|平台|作者|文章|转载))|(?:Disclaimer|Disclosure|DISCLAIMER|DISCLOSURE):)[^\n]*(?:\n+|\Z)"
)


def set_between(text: str) -> Iterator[tuple[int, int]]:
    """Yield them, lines with their breaks: 相关阅读 and below it 马斯克称,特斯拉明年量产机器人."""
    yield from (found.span() for form in (_BRACKETED, _OF_THE_PAGE) for found in form.finditer(text))
    within = False
    for found in _LINE.finditer(text):
        line = found.group().rstrip("\n")
        within = bool(HEADS_OTHERS.fullmatch(line)) or (within and len(line) <= _LONGEST and not _STOPS.search(line))
        if within:
            yield found.span()
