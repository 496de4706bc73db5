"""Whom a Chinese note turns to, or leaves out of what it counts: 对阿里巴巴的态度则谨慎得多, 若把分占亚玛芬的损益一并剔除."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

# 大行对网易看法不一, 券商看好快手前景
_HOUSES = "(?:(?:各|多家|不少|部分|多数)?(?:大行|投行|券商|机构|分析[师员]们?|外资|市场|卖方|基金))"
_TURNS_TO = re.compile(
    rf"\s*(?:而|但|不过,?|同时,?|另外,?|此外,?)?(?:{_HOUSES}?(?:普遍|大多|则|也|亦|仍|目前|近期)*(?:对于?|至于|针对|关于)|{_HOUSES}(?:普遍|大多|则|也|亦|仍|目前|近期|继续|最)*(?:看好|看淡|看空|关注|唱[好淡多空]|热捧))"
)
_VIEW = re.compile(
    r"(?:\([^()]{1,30}\))?(?:则|(?:股份|股票|公司|后市|前景|这只股票)?的?(?:最新)?(?:前景|表现|后市|态度|看法|意见|分歧|预期(?=[较不分偏转仍])|立场|评级|观点|取态|判断|评价|估值|目标价)|,(?:该行|我们|它|他们|分析员|分析师|券商|[^,;。]{2,8}(?:维持|给予|予)))"
)
_LEAVES_OUT = re.compile(
    r"[^,;。\d]{0,24}(?:剔除|撇除|扣除|排除|刨除|不计|不算|除外|剥离)(?:掉|在外|以外|不计)?(?:之?后|的话)?[,。;]"
)
# 其中一部分是亚玛芬上市带来的收益
_BROUGHT = re.compile(
    r"[^,;。\d]{0,16}(?:带来|产生|形成|贡献)的[^,;。\d]{0,8}(?:收益|利得|亏损|损失|影响|开支|费用)(?=[,;。])"
)
_IS_OF = re.compile(r"(?:是|来自|源自|源于|包括|包含|含|因|由于|受)[^,;。\d]{0,4}$")
# 计入出售高鑫零售与银泰的影响,该行下调…目标价: what was sold or bought is not who is spoken of
_DEALT_IN = re.compile(
    r"(?:出售|售出|卖出|变卖|处置|剥离|分拆|收购|并购|入股|私有化)(?:了|旗下|所持有?的?|其)?(?:[^,;。\d]{1,10}(?:与|及|和|、))?$"
)
_EFFECT = re.compile(r"[^,;。\d]{0,16}的(?:影响|收益|损失|亏损|因素|贡献)(?:之?后)?[,。;]")
_TAKES = re.compile(r"(?:若|如|如果|倘若|假如)?(?:把|将|连同|以及)")


def is_viewed(scan: Scan, mention: EntityMention) -> bool:
    """Whether a sentence opens by turning to a company and says what a house thinks of it."""
    opens = _TURNS_TO.fullmatch(scan.text, scan.sentence.start, mention.start)
    return opens is not None and _VIEW.match(scan.text, mention.end) is not None


def is_left_out_zh(scan: Scan, mention: EntityMention) -> bool:
    """Whether a clause takes a company only to leave out what is of it, or to say what a gain is from."""
    start = scan.clause(mention.start)[0]
    if _BROUGHT.match(scan.text, mention.end) and _IS_OF.search(scan.text, start, mention.start):
        return True
    if _EFFECT.match(scan.text, mention.end) and _DEALT_IN.search(scan.text, start, mention.start):
        return True
    leaves = scan.chinese and _LEAVES_OUT.match(scan.text, mention.end)
    return bool(leaves) and _TAKES.search(scan.text, start, mention.start) is not None
