"""What a Chinese text says loosely: about where a figure lies, the headlines of other texts that run into its own."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.names import Mention
from generator.extraction.marks.scanning import Scan

_LINKED = re.compile("相关(?:内容|新闻|文章|报道|阅读)[:《「]")  # the headline of another text, run into this one
# 毛利率落在中30%百分位: somewhere in the thirties
_SOMEWHERE = re.compile(r"(?:的)?(?:百分位|区间|区段|段|位数)")


def said_loosely(scan: Scan, amount: Amount, mention: Mention) -> str | None:
    """Return why an amount is no figure of this text, None where it may be one."""
    if _LINKED.search(scan.text, scan.sentence.start, mention.start):
        return "told in the headline of another text"
    if scan.text[amount.start - 1] in "中高低" and _SOMEWHERE.match(scan.text, amount.end):
        return "only about where it lies"
    return None
