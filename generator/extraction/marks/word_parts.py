"""Names that only begin or end another word, or stand there for something else: the 报 of 报告, the 亏 of 盈亏."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention

_NON = ("non-", "Non-", "non ", "Non ", "NON-", "非")
_REPORT = tuple("告道表导名送备")
_OTHERS = ("其他", "其它", "其余")
# 单季亏了186亿元, 巨亏3.8亿元: a loss only where an amount follows; 盈亏, 扭亏 are none
_LOSES = re.compile(r"(?:[了掉去出]|约|近|逾|超过?|将近|接近|达|高达|不到|不足|人民币|\s)*\d")
_MORE = tuple("多少")
_NO_LOSS = tuple("盈扭幸吃多")
_REPORTS = tuple("研财年季中快预公汇申")  # 研报, 财报
# 毛利率报26.3%, 营收报217.9亿元: 报 equates there, and no share costs so much
_NO_PRICE = re.compile(r"(?:约|近|逾|人民币|\s)*\d[\d,.]*\s?(?:%|[亿万百千]|个百分点)")
_SAYS = tuple("示明态现达")  # 快手表示, 高手表现: no 手表
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
# 上半年收益按年增长27%, 期内收益约154亿美元: what Hong Kong calls revenue, and no return on anything
_OF_A_TIME = re.compile(
    r"(?:^|[\s,;。:(]|季度?|半年|全年|年度?|[1-9一二三四五六七八九十两]个?月|期内|期间|同期|集团|公司|综合|合并|整体|总体|中国|内地|大陆|海外|国际|境外)的?$"
)
_PARTS = ("中国", "内地", "大陆", "海外", "国际", "境外")  # 整体收益增长245%,海外收益增长365%
_MOVES = re.compile(
    r"(?:则|亦|也|却)?(?:较[一-鿿]{2,6})?(?:按年|按季|同比|环比|年比|为|约|达|录得|[升涨跌降增减](?!值|发|持|仓|资)|上升|上涨|下跌|下降|下滑|增长|减少|人民币|港元|港币|美元)[^率,;。]{0,10}\d"
)
_LEAD = 6  # characters before it that tell
_SAID = 30  # characters before it in which other returns are spoken of


def is_part_of_word(mention: Mention, text: str) -> bool:
    """Whether words only begin another one: the 报 of 报告 or 研报 is no price, the 员工 of 员工福利 are not counted."""
    if "cash" in mention.metrics and text.endswith(_NON, 0, mention.start):
        return True  # `a non-cash impairment of RMB2 billion`
    if "headcount" in mention.metrics and text.startswith(_STAFFING, mention.end):
        return True
    if mention.segment and not mention.metrics and text.endswith(_OTHERS, 0, mention.start):
        return True  # 其他服务业务 is none of the services
    if text.startswith("手表", mention.start) and text.startswith(_SAYS, mention.start + 2):
        return True
    if text.startswith("股权重", mention.start) and "stake" in mention.metrics:
        return True  # 在台股权重约43%: what it weighs in an index
    if text.startswith("卖", mention.start) and text.endswith(_MORE, 0, mention.start):
        return True  # 少卖了4%
    if text[mention.start : mention.end] == "收益":
        told = _OF_A_TIME.search(text[max(0, mention.start - _LEAD) : mention.start])
        again = "收益" in text[max(0, mention.start - _SAID) : mention.start]  # 碳积分收益为7.39亿美元,收益增长33%
        again = again and not text.endswith(_PARTS, 0, mention.start)
        return again or not (told and _MOVES.match(text, mention.end))
    if text[mention.start : mention.end] == "亏":
        return not _LOSES.match(text, mention.end) or text.endswith(_NO_LOSS, 0, mention.start)
    if text[mention.start : mention.end] != "报":
        return False
    other = text[mention.end : mention.end + 1] in _REPORT or text.endswith(_REPORTS, 0, mention.start)
    return other or bool(_NO_PRICE.match(text, mention.end))
