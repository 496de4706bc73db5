"""Growth that Chinese calls the greatest, and says behind it how far it went: 荣耀出货量同比增幅最大,达30%,vivo次之,为12%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_UP = r"(?:增幅|升幅|涨幅|增速|增长率?|成长率?|增长速度)"
_DOWN = r"(?:跌幅|降幅|减幅|下滑幅度|衰退幅度)"
_MOST = r"(?:最[大高快猛显著多]+|居首|居冠|第一|领先|领跑|冠绝[一-鿿]{1,4}|[居位]列?第一|较[快慢高低大小猛]|[稍略偏][快慢高低大小]|相对?较[快慢]|放[慢缓]|有限|温和|平缓|惊人|可观)"
SO_MUCH = r",?(?:分别)?(?:为|达到?|高达|是|有|录得)?(?:约|近|逾|超过?)*"
SECOND = r"(?:次之|其次|居次|紧[随跟]其后|[位排]?[居列名]?第二)"
# 增幅最大,达30%; 跌幅最大的是小米,为25%
MOST = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_MOST}"
_GREW_MOST = re.compile(rf"{MOST}(?:的(?:则?是|为|属|当属)[^,;。\d]{{1,8}})?{SO_MUCH}$")
# vivo次之,为12%; 其次是小米,为8%
_NEXT = re.compile(rf"(?:{SECOND}(?:的?(?:则?是|为)[^,;。\d]{{1,8}})?){SO_MUCH}$")
_LEAD = 30  # characters before a percentage, within which that stands


def most_grown_zh(scan: Scan, amount: Amount) -> int:
    """Return 1 or -1 for a percentage that says how far what grew or fell the most did so, or the second behind it; else 0."""
    if amount.kind != "percent" or not scan.chinese:
        return 0
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    if most := _GREW_MOST.search(scan.text, low, amount.start):
        return -1 if most["down"] else 1
    before = scan.preceding(amount) if _NEXT.search(scan.text, low, amount.start) else None
    return most_grown_zh(scan, before) if before is not None else 0
