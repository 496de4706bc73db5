"""Names that only begin or end another word, or stand there for something else: the 报 of 报告, the 亏 of 盈亏."""

from __future__ import annotations

import re

from generator.extraction.marks.names import Mention

_REPORT = tuple("告道表导名送备")
_OTHERS = ("其他", "其它", "其余")
# 单季亏了186亿元, 巨亏3.8亿元: a loss only where an amount follows; 盈亏, 扭亏 are none
_LOSES = re.compile(r"(?:[了掉去出]|约|近|逾|超过?|将近|接近|达|高达|不到|不足|人民币|\s)*\d")
_MORE = tuple("多少")
_NO_LOSS = tuple("盈扭幸吃多")
_REPORTS = tuple("研财年季中快预公汇申")  # 研报, 财报
_STAFFING = (
    "福利",
    "薪酬",
    "成本",
    "持股",
    "激励",
    "开支",
    "费用",
    "股权",
    "关怀",
    "宿舍",
)  # 员工福利开支 counts nobody


def is_part_of_word(mention: Mention, text: str) -> bool:
    """Whether words only begin another one: the 报 of 报告 or 研报 is no price, the 员工 of 员工福利 are not counted."""
    if "headcount" in mention.metrics and text.startswith(_STAFFING, mention.end):
        return True
    if mention.segment and not mention.metrics and text.endswith(_OTHERS, 0, mention.start):
        return True  # 其他服务业务 is none of the services
    if text.startswith("股权重", mention.start) and "stake" in mention.metrics:
        return True  # 在台股权重约43%: what it weighs in an index
    if text.startswith("卖", mention.start) and text.endswith(_MORE, 0, mention.start):
        return True  # 少卖了4%
    if text[mention.start : mention.end] == "亏":
        return not _LOSES.match(text, mention.end) or text.endswith(_NO_LOSS, 0, mention.start)
    if text[mention.start : mention.end] != "报":
        return False
    return text[mention.end : mention.end + 1] in _REPORT or text.endswith(_REPORTS, 0, mention.start)
