"""Lists of what came, and beside it what was expected, below a Chinese line that says so: 关键数据 v.s. LSEG预估."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_EXPECTED = r"(?:预期|预估|预测|共识|估计)值?"
# 实际 vs 预期, 业绩与分析师预期比较如下; no 与预期相符, which tells what came
_SAYS_SO = re.compile(
    rf"(?:(?<![A-Za-z])[Vv][Ss]\.?|(?<![A-Za-z])[Vv]\.[Ss]\.|对比|对照|相较于?)\s?[^:。,;\d]{{0,14}}{_EXPECTED}"
    rf"|(?:与|和|跟|同)[^:。,;\d]{{0,24}}{_EXPECTED}(?:之间)?的?(?:比较|对比|对照|差异)"
)
_HEAD = 60  # characters, within which a line says so


def sets_beside(text: str, start: int, end: int) -> bool:
    """Whether a line says that what stands below it came, and what stands beside that was expected."""
    return _SAYS_SO.search(text, start, min(end, start + _HEAD)) is not None


def stands_below_so(scan: Scan, amount: Amount) -> bool:
    """Whether the heading of an amount's sentence says so, or the words before its colon do."""
    if not scan.chinese:
        return False
    colon = scan.text.find(":", scan.sentence.start, amount.start)
    own = colon > 0 and sets_beside(scan.text, scan.sentence.start, colon)
    return own or sets_beside(scan.sentence.heading, 0, len(scan.sentence.heading))
