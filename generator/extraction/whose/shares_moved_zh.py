"""How far a Chinese text says shares moved, without a word for their price: 营收首破210亿元,港股跌幅近8% tells of no revenue that fell."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_HOW = r"(?:度|了|为|是|达到?|近|逾|超过?|约|接近|一度|曾|最多|扩大|收窄|[至到])*"
_MOVED = re.compile(
    r"(?:(?<![一-鿿A-Za-z])[AH]股|[港美台陆]股|ADR|ADS|股票|股份)(?:股价|盘[前后中]|收盘|[早午尾开夜]盘|[昨今当][日天晚早]|周[一二三四五]|一度|随后|应声|最终|累计|同日|亦|则|也|却|更|再|续|[大急小微劲暴狂飙]){0,4}"
    rf"(?:[涨跌升]幅|收?[涨跌升挫]|[高低]开|走[高低]){_HOW}$"
)
_SO_FAR = re.compile(
    rf"(?:今年|年初至今|年内|近一?[年月周]|过去一?[年月周])?(?:以来|来|内)?(?:已|则)?累计?(?:[涨跌升]幅|[涨跌升]){_HOW}$"
)
_A_PRICE = re.compile(r"股价|收[报跌涨]|报\d[\d.]*[港美]?元")


def shares_moved(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese percentage says how far shares moved, in a clause that names them, or one behind their price."""
    if not scan.chinese or amount.kind != "percent":
        return False
    start = scan.clause(amount.start)[0]
    floor = max(start, scan.amount_before(amount.start))
    if _MOVED.search(scan.text, floor, amount.start):
        return True
    if start <= scan.sentence.start or not _SO_FAR.search(scan.text, floor, amount.start):
        return False
    before = scan.clause(start - 1)[0]
    return _A_PRICE.search(scan.text, before, start) is not None
