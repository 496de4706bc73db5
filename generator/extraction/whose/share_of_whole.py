"""Percentages that are only a part of something, and no share of the clause's: 占总营收的25%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.bare_margins import is_bare_margin
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import A_MOVE

_GROWTH = re.compile(rf"(?: [a-z/-]+){{0,3}}? {A_MOVE}\b", re.I)


def is_share_of_whole(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage is only a part of something, which no share of the clause's is: 占总营收的25%."""
    if any(m.end == amount.start and is_bare_margin(scan, m) for m in scan.metrics):
        return False  # `operating profit was 3.1 billion, or 5.8% of sales`
    start, _ = scan.clause(amount.start)
    near = max(scan.sentence.start, amount.start - 14)
    last = scan.amount_before(amount.start)
    if last > near and (pause := scan.text.find(",", last, min(last + 4, amount.start))) >= 0:
        near = pause + 1  # 云端占比42%,季增18%; 比重已有一成多,毛利率34%: the share was the one before
    shares_of = scan.cues_between(near, amount.start, "share_of") if amount.kind == "percent" else []
    if not any(scan.brackets_around(c.start) == scan.brackets_around(amount.start) for c in shares_of):
        return False  # 汽车毛利率(即毛利占收入的百分比)为13.6%: what is in brackets only defines it
    if _GROWTH.match(scan.text, amount.end):
        return False  # `represents a 26% year-over-year increase`
    if any(0 <= m.start - amount.end <= 1 and m.metrics[0].endswith("market_share") for m in scan.metrics):
        return False  # `accounting for 16% of the market`
    shares = (m for m in scan.metrics if "premium_smartphone_share" in m.metrics)
    return not any(start <= m.start < amount.start for m in shares)  # 高端智能手机销量占比25%
