"""What several brokers think a share is worth, said once for all of them: 目标价方面,凯基给出340元,兆丰310元,永丰303元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_TARGET = "target_price"
# `,而凯基证券则给出`, `、高盛`, `(摩根大通`: whose it is, and no more, stands before each
_WHOSE = re.compile(
    r"[,;、:( ]?(?:而|和|及|与|其中)?(?P<who>[一-鿿A-Z][一-鿿A-Za-z&.]{1,9}?)(?:则|也|均|仍)?(?:给出|给予|给到|给|喊出|喊到|喊|看到|上看|看|至|为|定为|维持|予|:)?(?:目标价)?\s?"
)
_NO_HOUSE = re.compile("[上下调升降由从较比自涨跌报收股价现约近逾]|亿|市值|盈利|收入|每股")
_LEAST = 2  # brokers of a list


def price_targets(scan: Scan, linker: Linker) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of a list of prices, each right behind the name of who set it."""
    named = next((m for m in scan.metrics if _TARGET in m.metrics), None)
    if named is None or scan.text[named.start].isascii():
        return {}
    found = [a for a in scan.amounts if a.start >= named.end and _is_set(scan, named, a)]
    return {a.start: Link(_TARGET, named) for a in found} if len(found) >= _LEAST else {}


def _is_set(scan: Scan, named: Mention, amount: Amount) -> bool:
    """Whether no more than who set it stands between a price and the one before it, or a pause."""
    if amount.kind != "money" or amount.scaled or any(named.end <= m.start < amount.start for m in scan.metrics):
        return False
    start = max(scan.clause(amount.start)[0], scan.amount_before(amount.start), named.end)
    whose = _WHOSE.fullmatch(scan.text, start, amount.start)
    return whose is not None and not _NO_HOUSE.search(whose["who"])
