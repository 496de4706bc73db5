"""Own shares that Chinese says were bought back around what they cost: 当季买回250亿美元自家股票, 购回了20亿元的股份."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_BACK = re.compile("(?P<verb>[买购赎]回)(?:了|约|近|逾|超过?|价值|总值|合共|共)*$")
_OWN = r"(?:左右)?(?:的|价值|等值|自家|自身|自己|本公司|该?公司|普通|流通|在外|美股|港股)*(?:库藏)?股(?!东|权|息|利)"
_SHARES = re.compile(_OWN)
# 斥资250亿美元实施库藏股, no 实施库藏股制度
_TREASURY = re.compile(
    "(?:左右)?(?:的|资金)?(?P<verb>(?:用[于来])?(?:实施|执行|进行|买进?|购[入买]))(?:了|公司|自家){0,2}库藏股(?!制|计|方案|权)"
)
_BEHIND = re.compile(rf"(?:的?(?:资金|现金))?(?P<verb>[买购赎]回)了?{_OWN}")  # 花20亿美元买回自家股票
_NEAR = 10  # characters of the verb and what leads to the amount


def bought_back(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return the buyback of shares that stand behind what was paid for them."""
    if amount.kind != "money":
        return None
    if behind := _BEHIND.match(scan.text, amount.end) or _TREASURY.match(scan.text, amount.end):
        return "buyback", Mention(*behind.span("verb"), ("buyback",))
    if not _SHARES.match(scan.text, amount.end):
        return None
    verb = _BACK.search(scan.text, max(scan.sentence.start, amount.start - _NEAR), amount.start)
    return ("buyback", Mention(*verb.span("verb"), ("buyback",))) if verb else None
