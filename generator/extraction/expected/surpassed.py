"""What something went beyond, which is no bound of it: 超过了86亿美元的预期."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_SURPASSED_EN = re.compile(r"\b(?:topp?(?:ed|ing|s)?|exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|above|over) the $")
SURPASSED = re.compile(r"(?:超过|高于|低于|优于|好于|不及|逊于|胜过|超出|未达|未达到)了?(?:约|近)?$")


def is_surpassed(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what something went beyond, which is no bound of it: 超过了86亿美元的预期."""
    if _SURPASSED_EN.search(scan.text, max(scan.sentence.start, amount.start - 20), amount.start):
        return True  # `topped the $46.2 billion expected by analysts`
    return bool(SURPASSED.search(scan.text, max(scan.sentence.start, amount.start - 6), amount.start))
