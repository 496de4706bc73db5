"""Amounts that only name a tier of prices: `smartphones priced between $400 and $600`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan

_PRICE_TIER = re.compile(
    r"\s*(?:(?:元|yuan|RMB|dollars?)\s*)?(?:人民币\s*)?(?:及以上|以上(?:人民币)?的?(?:价位|市场|机型|车型|手机|产品|价格|高端|NEV|BEV|纯?电|新能源)|以下|级|档|价位|价格[区带段]|-?(?:price(?! targets?\b| objectives?\b)|segment|tier|range|level)|and above|or above|or more price)",
    re.I,
)

_SPAN_OF_PRICES = re.compile(r"元?(?:人民币)?的?区间")
# `orders for vehicles priced above RMB 300,000`
_PRICED = re.compile(
    r"\b(?:priced|costing|retail(?:s|ing)|starts?|starting) (?:at|from|above|below|under|over|between|around|for) (?:about |around |just |over |under )?$"
)
_DEAREST = 1_000_000  # in any currency: no tier of prices lies above; 三四六亿至三五八亿美元区间 is of revenue


def price_tiers(scan: Scan) -> set[int]:
    """Return where amounts start that only name a tier of prices, both ends of a range of them."""
    tiers = set[int]()
    for i, amount in enumerate(scan.amounts):
        if amount.kind == "percent":
            continue  # `in the 59-61% range`
        spanned = amount.value < _DEAREST and _SPAN_OF_PRICES.match(scan.text, amount.end)
        named = (
            amount.kind == "money"
            and not amount.scaled
            and _PRICED.search(scan.text, max(0, amount.start - 30), amount.start)
        )
        tier = _PRICE_TIER.match(scan.text, amount.end)
        large = amount.value >= _DEAREST and not scan.chinese  # `its 10.3 billion to 10.6 billion euro range`
        if spanned or named or (tier and not large):
            tiers.add(amount.start)
            if amount.range_end and i:
                tiers.add(scan.amounts[i - 1].start)
    return tiers
