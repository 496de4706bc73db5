"""The quarter of what a Chinese level moved to from one that is named, where another quarter was told with its own amount before: 第4季亏损160亿元,经营利润由第2季的40亿元恶化到亏损150亿元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.when.origins import named_origin
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_TO = re.compile(r"(?:人民币)?[元%辆台部]?,?[^;。:\d]{0,12}?(?:[至到为]|转)[^,;。:\d]{0,6}")
UNSAID = "it moved from a quarter that is named to one that is not"


def after_origin(around: Surroundings, amount: Amount, period: Period | None) -> tuple[Period | None, str | None]:
    """Return the quarter that a level is of, and why it is in doubt; `period` is that which it seems to be of."""
    scan, origin = around.scan, around.scan.preceding(amount)
    if not scan.chinese or origin is None or period is None or period.kind != "quarter":
        return period, None
    since = named_origin(around, origin)
    if since is None or since.kind != "quarter" or since.fiscal != period.fiscal or period <= since.quarter_after():
        return period, None
    own = [m for m, p in around.resolved if p == period and m.end <= origin.start]
    apart = own and any(own[-1].end <= a.start < origin.start and not named_origin(around, a) for a in scan.amounts)
    if not apart or not _TO.fullmatch(scan.text, origin.end, amount.start):
        return period, None
    after = since.quarter_after()
    return (after, None) if after == around.reported else (period, UNSAID)
