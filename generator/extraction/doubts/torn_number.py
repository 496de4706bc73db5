"""Numbers whose point was lost on the way: of 709 4亿元 nobody knows whether it is 709.4 or 7094."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

TORN = "a number behind another one, as where a point was lost"
# but 2025 1131亿元, Q3 1131亿元, 小米17 4499元: a year, a quarter or a model stands before it
_NUMBER_BEFORE = re.compile(r"(?<![\dA-Za-z.,/:(~-])(?<![\u4e00-\u9fff]{2}第)(?!(?:19|20)\d\d )\d{1,4} \Z")
_BACK = 8  # characters


def is_torn(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese amount stands behind another number, with a blank between."""
    if not scan.chinese or amount.kind not in ("money", "count") or not scan.text[amount.start].isdigit():
        return False
    return bool(_NUMBER_BEFORE.search(scan.text, max(scan.sentence.start, amount.start - _BACK), amount.start))
