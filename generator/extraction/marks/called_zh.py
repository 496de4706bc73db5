"""What Chinese says around an ordinary word that is a company's name there: 昔日一哥理想, 掉到第四的理想, ■理想:越卖越顺."""

from __future__ import annotations

import re

# 昔日一哥理想则继续掉队, 掉到第四的理想交付3.1万辆: who a word behind what a company is must be
_EPITHET = re.compile(r"(?:[一二老大][哥姐大]|龙头|冠军|亚军|季军|(?:老|竞争)对手|巨头|劲敌|宿敌|榜首|一员|之一)的?\Z")
_WHICH = re.compile(r"[一-鿿\d]的\Z")
# ■理想:越卖越顺: a label over what is told of one of several companies
_LABEL_LEAD = re.compile(
    r"(?:^|[\n\x1f])\s*(?:[■●▍◆▪•*#【\[▎▌◎○★–—-]|\d{1,2}[.、)])[\s\d.、*]{0,4}(?:(?:[大老][一-鿿]{1,3}))?\Z"
)
# 理想:现金储备558亿元, a line of its own below 蔚来:现金储备514亿元
_LINE, _COLON = re.compile(r"(?:^|[\n\x1f])\s*\Z"), ":"
_LABEL_BEHIND = re.compile(r"[:】\]]|(?=[、/])|\s*(?:[\n\x1f]|$)")


def stands_behind_epithet(text: str, start: int) -> bool:
    """Whether a word stands behind what a company is: 昔日一哥."""
    return _EPITHET.search(text, max(0, start - 5), start) is not None


def stands_behind_which(text: str, start: int) -> bool:
    """Whether a word stands behind what describes it: 掉到第四的."""
    return _WHICH.search(text, max(0, start - 2), start) is not None


def is_label(text: str, start: int, end: int) -> bool:
    """Whether an ordinary word is the label of a line: ■理想:越卖越顺."""
    if text.startswith(_COLON, end) and _LINE.search(text, max(0, start - 3), start):
        return True
    return bool(_LABEL_BEHIND.match(text, end) and _LABEL_LEAD.search(text, max(0, start - 12), start))
