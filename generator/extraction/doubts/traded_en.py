"""English turnover that no company took in: what changed hands on an exchange, `Turnover came to HK$240 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.per_share import PER

_TRADED = "what was traded on an exchange, not what a company took"
_QUARTERS = ("quarter", "half", "nine_months", "year")
_INDEX = re.compile(
    r"\b(?:Hang Seng|HSI|HSCEI|HSTECH|Shanghai Composite|Shenzhen Component|pts|[Bb]lue chips?|H-shares|CSI 300|Nikkei|Kospi|DAX|FTSE|S&P|Nasdaq|index|indexes|indices|stocks|bourses?|exchange|points|trading session|gainers|losers|(?:technology|tech|chip|property|mainland|Chinese|consumer|EV) (?:shares|names))\b"
)
_ON_EXCHANGE = re.compile(
    r" (?:on|across) (?:the )?(?:[A-Za-z]+ ){0,2}?(?:stock )?(?:exchanges?|bourses?|markets?|main board|board)\b"
)
# `HSBC rose 1.2% on turnover of HK$3.5 billion`, where no profit is named that rose
_SHARE_MOVED = re.compile(
    r"\b(?:rose|fell|gained|lost|added|shed|climbed|dropped|slid|jumped|advanced|slipped|surged|tumbled|sank|was up|was down|up|down) (?:by )?\d[\d.]* ?(?:%|per ?cent)[^,;.]{0,30} on (?:[a-z]+ )?$"
)
# `Xiaomi shares rose 2% to HK$52. Turnover reached HK$8.2 billion`
_PRICED_BEFORE = re.compile(
    r"\b(?:shares?|stock|opened|closed|ended|finished|last traded|gained|rose|fell|lost|dropped|added|higher|lower)\b[^;\n\x1f]{0,50} (?:to|at) (?:HK|US)?[$][\d,]+(?:\.\d+)?(?! ?(?:[mb]n\b|[mb]illion|trillion|[MB]\b))[^\n\x1f]{0,80}$"
)
_OPENS = re.compile(r"\s*(?:[Tt]otal |[Tt]he )?$")
_BACK = 220  # characters before `Turnover came to`, within which a text tells of an index


def traded(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why an English turnover is nobody's revenue: it stands beside a share's price, or behind an index."""
    if scan.text[mention.start : mention.end].lower() != "turnover" or amount.kind not in ("money", "percent"):
        return None
    if any(p.scope in _QUARTERS for p in scan.periods):
        return None
    alone = not any(m.end <= mention.start for m in scan.metrics)
    if alone and _SHARE_MOVED.search(scan.text, scan.sentence.start, mention.start):
        return _TRADED
    if amount.kind == "percent":  # `The Hang Seng Index climbed 1.2% on turnover of HK$310 billion`
        index = _INDEX.search(scan.text, scan.sentence.start, amount.start)
        return _TRADED if index and amount.end <= mention.start and not scan.entities else None
    if _ON_EXCHANGE.match(scan.text, mention.end):
        return _TRADED
    priced = any(
        a.kind == "money" and not a.scaled and not PER.match(scan.text, a.end)
        for a in scan.amounts
        if a.end <= mention.start
    )
    wrap = not scan.entities and _INDEX.search(scan.text, max(0, scan.sentence.start - _BACK), mention.start)
    opens = _OPENS.match(scan.text[scan.sentence.start : mention.start])
    behind = opens and _PRICED_BEFORE.search(scan.text, max(0, scan.sentence.start - _BACK), scan.sentence.start)
    return _TRADED if priced or wrap or behind else None
