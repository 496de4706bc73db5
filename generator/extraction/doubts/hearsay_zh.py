"""What a Chinese text only passes on: a rumour that somebody is asked about, and the lowest and the highest of what several expect."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

# 对于市场盛传的折叠手机今年出货700万部一事; 针对今年手机出货2.3亿部的传闻
_ASKED_ABOUT = re.compile(r"(?:对于|对|针对|关于|有关|至于|就)(?!比|照|手|应|业|职|是|算|此)[^,;。]{2,40}$")
_A_RUMOUR = re.compile(r"[^,;。\d]{0,8}?(?:的?(?:市场)?(?:传闻|传言|谣言|谣传|风声)|一说)")
_THE_MATTER = re.compile(r"[^,;。\d]{0,8}?一事")
_RUMOURED = re.compile(r"盛传|传闻|传言|谣传|风传|疯传|传出|据传")
# 预测中位数为2580亿元,最低2550亿元,最高2620亿元
_ONE_OF_THEM = re.compile(
    r"(?:^|[,;(])(?:其中)?(?:最[低高]|最(?:乐观|悲观|保守)的?)(?:的?(?:一家|一位|预[测估期]|估计))?(?:值)?(?:则|分别|为|是|看|料|至|达|到|约|仅|只有)*$"
)
_OF_MANY = re.compile(
    r"(?:券商|机构|投行|大行|分析[师员]|市场|法人|外资)[^;。]{0,30}(?:预[测估期计]|估计)|(?:预[测估期]|估计)(?:值)?的?(?:中位数|中值|均值|平均)"
)


def hearsay(scan: Scan, amount: Amount) -> str | None:
    """Return why a Chinese amount is one that a text only passes on."""
    if not scan.chinese:
        return None
    start = scan.clause(amount.start)[0]
    about = _ASKED_ABOUT.search(scan.text, start, amount.start)
    if about and (
        _A_RUMOUR.match(scan.text, amount.end)
        or (_RUMOURED.search(about[0]) and _THE_MATTER.match(scan.text, amount.end))
    ):
        return "a rumour that somebody is asked about"
    low = max(scan.sentence.start, start - 1)
    one = _ONE_OF_THEM.search(scan.text, low, amount.start)
    if one and _OF_MANY.search(scan.text, scan.sentence.start, one.start()):
        return "the lowest or the highest of what several expect"
    return None
