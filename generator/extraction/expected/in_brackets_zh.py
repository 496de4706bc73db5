"""What a Chinese text says that its brackets hold: 财报要点(括号内为分析师预期), over 营收:910亿美元(900亿美元)."""

from __future__ import annotations

import re
from typing import Literal

from generator.extraction.amounts.amount import Amount
from generator.extraction.whose.context import Surroundings

Held = Literal["expected in brackets", "year before in brackets"]

_SAYS_SO = re.compile(
    r"(?:括[号弧]|[(][)])(?:以?[内中里]|之内)?的?(?:数字|数据|数值|数|者)?(?:均|皆|都|则)?(?:为|是|系|代表|表示)(?P<what>[^)。;:,\d\n]{2,30})"
)
_EXPECTED = re.compile(r"预期|预估|预测|共识|估计")
_YEAR_BEFORE = re.compile(r"(?:去年|上年|前一?年|上一年)[^)。;:,\d\n]{0,6}同[期季月]")


def holding(text: str, start: int, end: int) -> Held | None:
    """Return what words say that the brackets below or behind them hold."""
    said = _SAYS_SO.search(text, start, end)
    if said is None:
        return None
    if _EXPECTED.search(said["what"]):
        return "expected in brackets"
    return "year before in brackets" if _YEAR_BEFORE.search(said["what"]) else None


def held_in_brackets(around: Surroundings, amount: Amount) -> Held | None:
    """Return what an amount is that stands alone in brackets, right behind another of its kind, as the words above or before it say."""
    scan = around.scan
    before = scan.preceding(amount) if scan.chinese else None
    alone = scan.text.startswith("(", amount.start - 1) and scan.text.startswith(")", amount.end)
    if before is None or not alone or before.end + 1 != amount.start or before.kind != amount.kind:
        return None
    said = holding(scan.text, scan.sentence.start, before.start) or holding(
        scan.sentence.heading, 0, len(scan.sentence.heading)
    )
    if said is None and around.ground.polled in ("expected in brackets", "year before in brackets"):
        return around.ground.polled
    return said
