"""Companies that a Chinese text names as the venture of two: what 与Stellantis合营的零跑国际 aims at is not its parent's."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

OF_A_VENTURE = "of a joint venture, not of the company"
_VENTURE = re.compile(
    r"(?:与|和|跟|同|由)[^,;。]{2,20}?(?:合[资营办]|合组|共同(?:成立|组建|设立|持有)|联合(?:成立|组建))的(?P<name>[^,;。\d]{2,14}?)(?=,|则|也|亦|今年|去年|明年|第|计划|目标|预[计期]|将|上半年|的)"
    r"|(?:与|和|跟|同)[^,;。]{2,20}?的合[资营](?:公司|企业)"
)
_NO_COMPANY = re.compile("工厂|厂房|项目|车型|新车|产品|平台|研发|基地|生产线|产线|芯片|技术|系统|品牌店")
_TURNS = re.compile(r"[,;](?:公司|集团|本公司|该公司|母公司|两家|双方)")


def of_a_venture(scan: Scan, amount: Amount) -> str | None:
    """Return why an amount is of nobody known: its sentence speaks of a joint venture, and of no company since."""
    if not scan.chinese:
        return None
    ventures = list(_VENTURE.finditer(scan.text, scan.sentence.start, amount.start))
    if not ventures or _NO_COMPANY.search(ventures[-1]["name"] or ""):
        return None
    end = ventures[-1].end()
    others = any(end <= e.start < amount.start for e in scan.entities)
    return None if others or _TURNS.search(scan.text, end, amount.start) else OF_A_VENTURE
