"""Words that name a line of business only before some others, or never behind some: 云毛利率, `Embedded revenue`; 对手表现 names no 手表."""

from __future__ import annotations

import re

from generator.extraction.marks.general_motors import GM, is_a_maker
from generator.extraction.marks.of_places import only_describes

_NO_NAMES = ("ADS",)  # American depositary shares, no advertisements
# What names a line of business before some words alone: 云毛利率, `Embedded revenue`
_TAKINGS = (" revenue", " sales", " turnover", " net revenue", " net sales", " total revenue", " total sales")
_MOVED = (
    " rose",
    " grew",
    " climbed",
    " jumped",
    " increased",
    " fell",
    " declined",
    " decreased",
    " dropped",
    " slid",
    " slipped",
)
_ITS_FIGURES = (*_TAKINGS, *_MOVED, " segment", " operating")
_ONLY_BEFORE: dict[str, str | tuple[str, ...]] = {
    "云": (
        "毛利",
        "的收入",
        "的营收",
        "实现",
        "录得",
        "营",
        "经营",
        "经调整",
        "利润",
        "收入",
        "板块",
        "分部",
        "方面",
        "增长",
        "增速",
    ),
    "电竞": ("营", "收入", "业务", "部门", "事业", "方面", "板块", "与AI", "及AI", "和AI"),  # no 电竞赛事, 电竞笔电
    "embedded": _ITS_FIGURES,
    "client": _ITS_FIGURES,
    "search": (*_TAKINGS, " +"),
    "clients": ("\0",),  # who are served, no line of business
}
# 对手表现更差, 这家电动车厂
_NEVER_BEHIND = {"手表": ("对",), "家电": tuple("这那哪各每两多几一二三四五")}
# 美团股份今早高开1.2%: shares that are traded, and nobody's stake; but 股份升至25%
_TRADED = re.compile(
    r"(?:[今昨早午尾现]|全日|开市|收市|盘中|一度)[^,;。\d]{0,8}[开升涨跌挫抽泻]|[高低平]开|(?:逆市|应声|早段|[急微大劲飙曾再续]){0,2}[升涨跌挫泻](?:幅|近|逾|超|约)?\d"
)


def names_none(text: str, start: int, end: int) -> bool:
    """Whether a name of the catalogue's metrics or lines stands where it is none."""
    said = text[start:end]
    if (said == GM and is_a_maker(text)) or only_describes(said, text, end):
        return True
    if said == "股份" and _TRADED.match(text, end):
        return True
    if text.endswith(_NEVER_BEHIND.get(said, ("\0",)), 0, start) or said in _NO_NAMES:
        return True
    return not text.startswith(_ONLY_BEFORE.get(said.lower(), ""), end)
