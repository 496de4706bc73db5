"""Cash that Chinese says a business brought in around how much it was: 经营活动带来73亿元净现金."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_MADE = re.compile(
    "(?:经营|营运|运营|营业)(?:活动|业务)?(?P<verb>(?:所|共|合计|净)?(?:带来|产生|贡献|提供|创造|流入|形成|赚取))(?:了|约|近|逾|超过?)*$"
)
_CASH = re.compile("的?(?:净现金|现金)(?:净?流入|净?流量?|净额)?(?!储备|及现金|等价|余额|股利|分红|红利)")
_NEAR = 20  # characters of the verb and what leads to the amount


def cash_made(scan: Scan, amount: Amount) -> tuple[str, Mention] | None:
    """Return the cash from operations whose amount stands between its verb and the word for cash."""
    if amount.kind != "money" or not _CASH.match(scan.text, amount.end):
        return None
    made = _MADE.search(scan.text, max(scan.sentence.start, amount.start - _NEAR), amount.start)
    return ("operating_cash_flow", Mention(made.start(), made.end("verb"), ("operating_cash_flow",))) if made else None
