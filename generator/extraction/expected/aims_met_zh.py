"""What is told right behind an aim that was met is of what came: 以22万辆的交付量完成了21万辆的年度目标,同比增长38%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_MET = re.compile(
    r"(?:完成|达成|达到|达标|实现|兑现|越过|突破|超[过出]|[高低]于|不及|逊于)了?[^,;。\d]{0,10}\d[\d.]*[^,;。\d]{0,10}目标,"
    r"(?:(?:同比|按年|较[^,;。\d]{1,8})[^,;。\d]{0,8}|[^,;。\d]{0,4}[年月季][增减])(?:约|近|逾|超)?$"
)
# 把目标由550万降至460万辆,最终虽然达标,惟7.7%的按年增幅是近五年最低
_MET_AT_LAST = re.compile(
    r"(?:最终|最后|终于|如期|虽然?|总算|勉强)[^,;。\d]{0,8}(?:达标|达成|完成|实现)(?:了?(?:年度|全年)?(?:目标|任务))?,(?:但|惟|而|不过|可是?)*[^,;。\d]{0,8}$"
)
_THE_GROWTH = re.compile("的?(?:按年|同比|年|全年)?(?:[增升跌降]幅|增[长速]|增长率|升势)")
# 有望完成20万辆的目标,同比增长38%: it has not come
_TO_COME = re.compile(r"预计|预期|预测|有望|可望|力争|争取|计划|希望|打算|准备|若|如果|要(?!求)|将(?!近)|能否|料")
_REACH = 60  # characters before a change, within which the aim was met


def grew_beside_aim(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese change stands right behind an aim that what grew has met or missed."""
    low = max(scan.sentence.start, amount.start - _REACH)
    met = _MET.search(scan.text, low, amount.start) if scan.chinese else None
    if scan.chinese and _THE_GROWTH.match(scan.text, amount.end):
        met = met or _MET_AT_LAST.search(scan.text, low, amount.start)
    return met is not None and not _TO_COME.search(scan.text, scan.sentence.start, amount.start)
