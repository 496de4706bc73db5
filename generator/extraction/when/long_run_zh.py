"""What a Chinese text aims at in the long run is of no period: 公司长期目标是毛利率达20%, 长远来看,整车毛利率有望维持25%以上."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

# no 长期借款, whose amount no aim stands between
_LONG_RUN = re.compile(r"(?:中?长期(?!借|贷|股|投资|债|资产|负债|应)|长远|远期|最终目标|终极目标)(?=[^;。\d]{0,30}$)")
_LEAD = 40  # characters before an amount, within which it stands
_BEHIND = 14  # characters behind an amount, within which it may be called an aim: 20%以上的长期目标
_AIM_BEHIND = re.compile(r"(?:以上|左右)?的?(?:中?长期|长远|远期|最终|终极)(?:的)?(?:[一-鿿]{0,6})目标")


def is_in_the_long_run(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is aimed at or expected in the long run, and of no time that is named before it."""
    if not scan.chinese:
        return False
    if _AIM_BEHIND.match(scan.text, amount.end, amount.end + _BEHIND):
        return True
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    said = _LONG_RUN.search(scan.text, low, amount.start)
    if said is None or any(said.start() <= m.start < amount.start for m in scan.periods):
        return False
    end = min(scan.clause(amount.start)[1], scan.amount_after(amount.end))
    return bool(scan.cues_between(said.start(), end, "target", "forecast"))
