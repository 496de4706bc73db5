"""Companies whose amount a text only compares another's with: `below Nio's 21.8 billion, but its gross margin`, `a fraction of Nvidia's $31.9 billion, and forecast`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan

_ITS_AMOUNT = re.compile(r"['’]s? (?:about |around |nearly |over |more than |just |record )?(?:[A-Z]{0,3} ?[$€£¥])?\d")
_COMPARES = re.compile(
    r"\b(?:below|above|under|beneath|beat(?:s|ing)?|of|trail(?:s|ed|ing)|match(?:es|ed|ing)?|near(?:s|ed|ing)?|like|unlike|exceed(?:s|ed|ing)?|top(?:s|ped|ping)?|dwarf(?:s|ed|ing)?|eclips(?:es|ed|ing)|approach(?:es|ed|ing)?|miss(?:es|ed|ing)?|rival(?:s|l?ed|l?ing)?) (?:both |even )?$"
)
_ENDS = re.compile(r"[,;] | (?:and|but|while|when|as) |(?<=[一-鿿%\d])[,;]")  # 超过蔚来的87071辆,实现营收203.8亿元
_OWN = 30  # characters behind a company, within which a metric of its stands


def is_compared_with(scan: Scan, mention: EntityMention) -> bool:
    """Whether all that a sentence tells of a company is an amount that another's is compared with."""
    if (
        scan.chinese
        or not _ITS_AMOUNT.match(scan.text, mention.end)
        or any(owns_metric(scan, mention, m) for m in scan.metrics)
    ):
        return False
    low = max(scan.sentence.start, mention.start - 20)
    return _COMPARES.search(scan.text, low, mention.start) is not None


def owns_metric(scan: Scan, mention: EntityMention, metric: Mention) -> bool:
    """Whether a metric behind a company may be its own: not where its amount ends before, `more than Nio's 87,071, and had revenue of`."""
    if not 0 <= metric.start - mention.end <= _OWN:
        return False
    gap = scan.text[mention.end : metric.start]
    told = any(mention.end <= a.start < metric.start for a in scan.amounts)
    return not (told and _ENDS.search(gap))
