"""Months that are only the last of those that an amount is of in all: `cumulative deliveries reached 328,916 by October`, 截至2025年10月,累计销量17万辆."""

from __future__ import annotations

import re

from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_UNTIL = re.compile(r"\b(?:by|through|until|up to|as of|at)(?: the)?(?: end of)? $")
_IN_ALL_ZH = re.compile("[^。;]{0,16}(?:累计|累积|已[经]?(?:交付|售出|卖出|销售))")
_ENDS_SPAN = re.compile("[份底末]?(?:止|的[一-鿿\\d]{1,3}(?:个月|季|年))")  # 截至2025年6月止三个月


def runs_until(around: Surroundings, mention: PeriodMention, period: Period) -> bool:
    """Whether a month is only the last of those that an amount is of in all: `cumulative deliveries reached 328,916 by October`."""
    return period.kind == "month" and bool(_UNTIL.search(around.scan.text, around.scan.sentence.start, mention.start))


def counts_until(around: Surroundings, mention: PeriodMention, period: Period) -> bool:
    """Whether a Chinese month is only the one until which something is counted, since whenever: 截至2025年10月,累计销量17万辆."""
    scan = around.scan
    lead = scan.text.endswith(("截至", "截止", "截至目前", "截止到", "截至到"), 0, mention.start)
    until = lead or (scan.text.endswith(("到", "至"), 0, mention.start) and _IN_ALL_ZH.match(scan.text, mention.end))
    return period.kind == "month" and scan.chinese and bool(until) and not _ENDS_SPAN.match(scan.text, mention.end)
