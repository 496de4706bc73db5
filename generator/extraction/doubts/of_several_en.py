"""What several companies have together, by an English text's own words: `their combined deliveries exceeded 24,000`, `dividends and share repurchases`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# `their combined deliveries exceeded 24,000`
_COMBINED = re.compile(r"\b(?:combined|collective|aggregate) (?:[a-z]+ )?(?:deliveries|sales volumes?|shipments)$")
_HAD_TOGETHER = re.compile(r" (?:together )?(?:had|saw|posted|recorded|reached|achieved) ")
# `cost JD.com, Meituan and Alibaba over 20 billion yuan in combined earnings`
_OF_SEVERAL = re.compile(r"\b(?:combined|collective|aggregate) (?:[a-z]+ )?$")
# `Hyundai and Kia hit a combined 20.8 trillion won in operating profit and sales of 196.5 trillion won`
_A_COMBINED = re.compile(
    r"\b[A-Z][\w&.-]*,? and [^;]{0,80}?\b(?:a|have|had|has|together) (?:total )?combined (?!with\b)[^;]*$"
)
_THEY = re.compile(
    r"\s*(?:The )?(?:two|three|four|five|both) (?:[a-z-]+ ){0,2}?(?:[a-z]*makers?|companies|firms|brands|banks|giants|rivals|groups|affiliates)(?:['’]s?)? (?!said\b|reported (?:their|earnings|results)\b)",
    re.I,
)
_DIVIDENDS_AND = re.compile(r"\bdividends? (?:and|&) (?:(?:share|stock) )?$")


def is_of_several(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether an English metric is what several companies have together, by its own words."""
    together = _COMBINED.search(scan.text, max(scan.sentence.start, mention.start - 30), mention.end)
    if together and _of_models_named(scan, together.start()):
        return False
    if _A_COMBINED.search(scan.text, scan.sentence.start, amount.start) or _THEY.match(scan.text, scan.sentence.start):
        return True
    low = max(scan.sentence.start, mention.start - 30)
    if together or _with_dividends(scan, mention):
        return True
    return bool(_OF_SEVERAL.search(scan.text, low, mention.start)) and len({e.entity for e in scan.entities}) > 1


def _of_models_named(scan: Scan, at: int) -> bool:
    """Whether what is combined is that of models that go by one name: `Model S and Model X had combined deliveries of 17,027`."""
    had = (m for m in scan.segments if _HAD_TOGETHER.fullmatch(scan.text, m.end, at))
    return len({e.entity for e in scan.entities}) < 2 and any(scan.text.find(" and ", m.start, m.end) > 0 for m in had)


def _with_dividends(scan: Scan, mention: Mention) -> bool:
    """Whether buybacks are told in one sum with dividends: `in the form of dividends and share repurchases, an increase of 15%`."""
    noun = "buyback" in mention.metrics and not scan.text.endswith(("ed", "bought back"), mention.start, mention.end)
    return noun and bool(_DIVIDENDS_AND.search(scan.text, max(0, mention.start - 24), mention.start))
