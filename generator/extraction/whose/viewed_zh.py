"""Whom a Chinese note turns to, or leaves out of what it counts: 对阿里巴巴的态度则谨慎得多, 若把分占亚玛芬的损益一并剔除."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_TURNS_TO = re.compile(r"\s*(?:而|但|不过,?|同时,?|另外,?|此外,?)?(?:对于?|至于|针对|关于)")
_VIEW = re.compile(
    r"(?:\([^()]{1,30}\))?(?:则|(?:股份|股票|公司|后市|前景|这只股票)?的?(?:最新)?(?:态度|看法|立场|评级|观点|取态|判断|评价|估值|目标价)|,(?:该行|我们|它|他们|分析员|分析师|券商|[^,;。]{2,8}(?:维持|给予|予)))"
)
_LEAVES_OUT = re.compile(
    r"[^,;。\d]{0,24}(?:剔除|撇除|扣除|排除|刨除|不计|不算|除外|剥离)(?:掉|在外|以外|不计)?(?:之?后|的话)?[,。;]"
)
# 其中一部分是亚玛芬上市带来的收益
_BROUGHT = re.compile(
    r"[^,;。\d]{0,16}(?:带来|产生|形成|贡献)的[^,;。\d]{0,8}(?:收益|利得|亏损|损失|影响|开支|费用)(?=[,;。])"
)
_IS_OF = re.compile(r"(?:是|来自|源自|源于|包括|包含|含|因|由于|受)[^,;。\d]{0,4}$")
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
    leaves = scan.chinese and _LEAVES_OUT.match(scan.text, mention.end)
    return bool(leaves) and _TAKES.search(scan.text, start, mention.start) is not None
