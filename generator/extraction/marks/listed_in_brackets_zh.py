"""Parts that Chinese lists in brackets behind the line that they make up: 智能大家电(空调、冰箱、洗衣机)收入 is of the line."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention

# no number and no pause but those of a list: 手机(出货4360万台), 汽车(SU7,YU7收入)
_LIST = re.compile(
    r"\((?:包[括含]|含|如|即|涵盖|主要为|主要是)?[^(),;。\d]{1,30}[、和及与/][^(),;。\d]{1,30}\)(?=[一-鿿])"
)


def without_listed(segments: list[Mention], text: str) -> list[Mention]:
    """Return the lines of business of a sentence without the parts that brackets list right behind one of them."""
    listed = [found.span() for m in segments if (found := _LIST.match(text, m.end))]
    if not listed:
        return segments
    return [m for m in segments if not any(start < m.start and m.end < end for start, end in listed)]
