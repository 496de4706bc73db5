"""What Chinese only supposes: 假设明年销量增长49%, 若毛利率下降3个百分点; an aim that would have to be met is one none the less."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

# no 若按美元计, 如果剔除召回成本, 如果说: by what measure a figure is told
_IF = re.compile(
    r"(?:但|而|不过|并且?|同时|其|那么|也就是说)?(?:若(?!干)|如果|假如|假设|假定|倘若?|一旦|要是|除非|只要|只有(?=[^,;。]{2,30}(?:才|,才)))"
    r"(?!说|[按以从剔扣撇排]|不[考计含]|计入|包括|加上|算上|考虑)"
)
# 如果剔除亏损后仍有5%以上的增长,则当季EBITA应有464亿元以上: what would follow
_THEN = re.compile(
    r"(?:,)?(?:那么?|则|那就)[^,;。]{0,40}?(?:应[有为该在当达]|理应|理论上|便[会是]|就[会是])[^,;。]{0,8}$"
)
# 公司指引,若汇率不变,则三季度营收应为1050亿至1080亿元: what is guided, on a condition
_GUIDED = re.compile(r"指引|财测|预[计测估期料]|展望|目标")
_ONLY_IF = re.compile(r"(?:^|[,;])[^,;。]{0,6}(?:若(?!干)|如果|假如|假设|假定|倘若?)")


def is_supposed(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese clause only supposes an amount that it names, and speaks of no aim or forecast."""
    if not scan.chinese:
        return False
    start, end = scan.clause(amount.start)
    if _THEN.match(scan.text, start, amount.start) and _ONLY_IF.search(scan.text[scan.sentence.start : start]):
        return not _GUIDED.search(scan.text, scan.sentence.start, amount.start)
    return bool(_IF.match(scan.text, start, amount.start)) and not scan.cues_between(start, end, "target", "forecast")
