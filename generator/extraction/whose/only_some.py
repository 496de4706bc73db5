"""Amounts beside a metric that are of some only, or of several at once: the first ones sold, those at a price, each of three makers."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

UNKNOWN_LINE = "of a line of business that the catalogue does not know"
# 其中前50万用了6年,后50万只用了17个月
_FIRST = re.compile(r"(?<![之此今最以])(?:前|后|首|头|第)$")
# what is sold at a price: 20万以上的新能源车型, 30万元级SUV, 20万-30万元的市场
_GOODS = (
    "的?(?:(?:中?高[端阶]|豪华|纯电动?|电动|增程|混动|插混|新能源|智能|乘用|NEV|BEV|EV|SUV|MPV|[五六七]座)的?)*"
    "(?:设备|用户|机型|车型|产品|价位|市场|价格|车|品牌|手机|家庭|SUV|MPV|NEV|BEV|EREV|PHEV)"
)
_THRESHOLD = re.compile(rf"[件台部个款条元]?(?:及|或)以[上下]|(?:元?(?:人民币)?以[上下]|元?级别?){_GOODS}")
# `Companies whose wholesale sales exceeded 10,000 units were`
_THRESHOLD_EN = re.compile(
    r"\b(?:[Cc]ompanies|[Mm]akers|[A-Za-z]{2,12}makers|[Bb]rands|[Ff]irms|[Mm]odels|[Mm]anufacturers|[Vv]endors|[Ss]tart-?ups)\b[^,;.\d]{0,60}\b(?:exceed(?:ed|ing|s)?|surpass(?:ed|ing|es)?|topp?(?:ed|ing|s)?|over|above|more than|at least|cross(?:ed|ing)?|pass(?:ed|ing)?|beyond) $"
)
_TIER = re.compile(
    rf"价位|价格[段带区]|元(?:及|或)?以[上下]|档位|[\d一二三四五六七八九十]万(?:(?:及|或)?以[上下]|元?级别?|[-~至到][\d一二三四五六七八九十]+万元?(?:级别?|区间)?){_GOODS}"
)
_TIER_OF_PHONES = re.compile("价[位格]段")  # of cars, too: 在12万元价位段取得61%高端小车份额
# 小鹏、蔚来和理想销量全部停留在3万辆以上
_OF_ALL_THREE = re.compile(r"(?:全部|全都|均|皆)[一-鿿]{0,6}$")
# 在4000-6000元价格段,小米手机已经基本立足,市场份额约20%: the tier that a sentence opens with
_OPENS_TIER = re.compile(
    r"[\s•·*-]*(?:而|但|其中|同时|此外|另外|,)*(?:在|于)?[^,;。\d]{0,10}\d[\d,.]*(?:元|美元|欧元)?(?:[-~至到]\d[\d,.]*)?(?:美元|欧元|元)(?:人民币)?(?:的)?(?:价[位格][段带]?|档位?|(?:及|或)?以[上下])[^,;。]{0,12},"
)
_ALL_AGAIN = re.compile(r"整体|总体|全球|全国|全部|大盘|全价位")
_MADE = re.compile("(?:电池|电芯|芯片|晶片|晶圆|零部件)的?$")  # 4680电池的产量环比增长35%


def of_some(scan: Scan, amount: Amount, mention: Mention, lead: str) -> str | None:
    """Return why an amount is of some only, or of several: of the first ones sold, of those at a price, of each of three makers."""
    text, start = scan.text, scan.sentence.start
    if scan.sentence.title and mention.any_profit and _heads_a_line(scan, amount):
        return "of a line of business that the headline only names behind it"
    if _OF_ALL_THREE.search(lead) and len({e.entity for e in scan.entities if e.end <= amount.start}) > 1:
        return "of several companies at once"
    if "vehicle_production" in mention.metrics and _MADE.search(text, max(start, mention.start - 4), mention.start):
        return UNKNOWN_LINE
    if amount.kind in ("bare", "count"):
        if _FIRST.search(lead):
            return "some of them, not all"
        if _THRESHOLD.match(text, amount.end) or _THRESHOLD_EN.search(
            text, max(start, amount.start - 90), amount.start
        ):
            return "a threshold, not a figure"
    if _TIER_OF_PHONES.match(text, mention.start) and _speaks_of_cars(text[start : scan.sentence.end]):
        return "of a price tier, not of all"
    if _TIER.search(text, max(start, min(scan.clause(mention.start)[0], mention.start - 14)), mention.start):
        return "of a price tier, not of all"
    share = any(name.endswith("market_share") for name in mention.metrics)
    opened = share and _OPENS_TIER.match(text, start, mention.start)
    return (
        "of a price tier, not of all" if opened and not _ALL_AGAIN.search(text, opened.end(), mention.start) else None
    )


def _speaks_of_cars(sentence: str) -> bool:
    return "车" in sentence and "机" not in sentence


def _heads_a_line(scan: Scan, amount: Amount) -> bool:
    """Whether a headline names only behind an amount whose it is, and that is a part of a company: 季赚7亿 小米汽车首录盈利."""
    if any(e.start < amount.start for e in scan.entities):
        return False
    return any(e.start < m.start <= e.end for e in scan.entities[:2] for m in scan.segments)
