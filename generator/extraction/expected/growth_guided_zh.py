"""Growth that a Chinese text says had been guided, set beside what came: 环比增长0.3%,低于此前公司环比增长1%~3%的指引区间."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_BEHIND = re.compile(
    r"的?(?:同比|环比|按年|按季|收入|营收|销售|交付|增长|季度|业绩|公司|自身)*(?:增长|增速|增幅|降幅)?的?(?:指引|财测|指导)"
)
_BESIDE = re.compile(
    r"(?:[高低优好差逊]于|超[过出]?|不及|不如|未达|达到|符合|满足|接近|触及|落在|处[于在]|位于|对比|相比|vs\.?)了?"
    r"(?:公司|集团|管理层|此前|先前|原先|早前|之前|前期|自身|自己|其|所|给出|设定|的){0,5}"
    r"(?:收入|营收|销售|交付|同比|环比|按年|按季|年|季|将|增长?|增加|上升|提升|成长|下[降滑跌]|减少?|衰退|[升跌降]|约|为|至){0,5}$",
    re.I,
)
_LEAD = 40  # characters before an amount, within which stand the words that set it beside


def growth_guided(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese growth, or the range that it begins or ends, is what a guidance was that what came is set beside."""
    if not scan.chinese or not _BEHIND.match(scan.text, scan.end_of_range(amount), scan.sentence.end):
        return False
    first = scan.first_of_range(amount)
    low = max(scan.clause(first.start)[0], scan.amount_before(first.start), first.start - _LEAD)
    return _BESIDE.search(scan.text, low, first.start) is not None
