"""Companies that Chinese names only as whom another came from, or took something from: 荣耀从华为剥离后, 脱离华为的荣耀."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention

_FROM = ("从", "自", "由")
# what is behind such a word: no 从小米来看, which is on it
_TAKEN = re.compile(
    r"(?:集团|公司|方面|母公司|体系|旗下|内部|手[中里上]|那里|处){0,2}(?:中|里)?(?:完全|彻底|正式|整体|被|全面|成功)?(?:的)?"
    r"(?:剥离|分拆|拆分|独立|脱离|分离|出走|离职|跳槽|挖[来角走]|采购|购[买入得]|进口|接手|接过|接盘|收购|转投|租[用下]|引进|手[中里上]|出售|卖出)"
)
_LEFT = (
    "脱离",
    "脱离了",
    "脱胎于",
    "离开",
    "离开了",
    "剥离自",
    "独立于",
    "独立自",
    "分拆自",
    "拆分自",
    "源自",
    "出自",
    "出身",
)


def is_whom_another_came_from(text: str, mention: EntityMention) -> bool:
    """Whether a company is only where another, its people or its goods come from."""
    if text.endswith(_LEFT, 0, mention.start):
        return True
    return text.endswith(_FROM, 0, mention.start) and _TAKEN.match(text, mention.end) is not None
