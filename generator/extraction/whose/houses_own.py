"""Banks, brokers and exchanges that tell of themselves: `Goldman Sachs reported net income of $3 billion`, 港交所上半年收入106亿港元."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.terms import ANY_PROFIT
from generator.extraction.marks.verbs import MOVED

_HOUSES = ("broker", "institution")  # whom a researcher counts, and what a paper writes of, is never itself
_RESULTS = {
    "revenue", "net_profit", "adjusted_net_profit", "operating_profit", "profit_before_tax", "ebitda", "adjusted_ebitda",
    "net_interest_income", "eps", ANY_PROFIT,
}  # fmt: skip
_NAMED = r"(?: Group| Chase| Bank| Holdings| Clearing|,? Inc\.?| \([^()]{1,20}\))*"
# `BNP Paribas rose 3% after the bank reported`, `Goldman Sachs on Monday posted`: the house itself is who did
_DID = re.compile(
    rf"{_NAMED}(?:,? [^,;.\d]{{2,30}},)?(?: [^,;]{{2,60}} after (?:it|the (?:bank|lender|group|brokerage|exchange)))? (?:on \w+day |also |has |had |again )?"
    r"(?:reported|reports|posted|posts|booked|recorded|earned|generated|announced|registered|logged|notched) (?:(?:an?|its|the) )?(?:(?!that\b)[\w-]+ ){0,6}$"
)
_ITS = re.compile(
    rf"{_NAMED}(?:['’]s (?:[\w-]+ ){{0,4}}| (?:(?:[a-z]+-(?:quarter|half|year)|quarterly|annual|interim|net|total|Q[1-4]) ){{0,2}})$"
)
_MOVED = re.compile(rf" (?:(?:also|then|alone) )?(?:{MOVED}|(?:was|were|came|stood|reached|totall?ed) )")
_ONLY_THINKS = re.compile(
    r"(?: [a-z-]+){0,2} (?:estimates?|forecasts?|projections?|targets?|assumptions?|expectations?|views?|models?|outlook|calls?|predictions?|calculations?|figures? for|consensus)\b"
    r"| (?:[a-z]+ )?(?:of|for|at|from|by) (?:the company|[A-Z]\w+['’]s)\b"
    r"|(?:同比|按年)?(?:增长率?|增速|增幅)?的?(?:预测|预期|预估|估计|预计|估算|目标|假设|一致)"
)
# 高盛料收入, 瑞银研报显示公司收入: whose words they are, not whose figures
_SPEAKS_ZH = re.compile(
    "[:预料估评予看认称指相信目标对将引]|表示|维持|研报|研究|报告|显示|数据|公司|统计|发表|旗下|上调|下调|分析师"
)
_AT = ("在", "于", "向", "据")  # 小米在港交所公告,二季度营收: where somebody says it
# 法国巴黎银行,跌2.4%。: a house whose own share moved
_MOVED_ZH = re.compile(
    r"(?:\([^()]{1,20}\))?(?:集团|股份)?(?:,|则|也|亦|再|又|单日|当日|[今昨]日|股价|收盘|盘[前中后]|早盘|应声|逆势|一度|[大小微急重狂飙劲续上下][幅]?)*(?:[跌涨挫升飙弹]|收[报跌涨升]|走[高低强弱])(?:了|逾|近|约|超过?|幅|至|报|到)*\d"
)
_NEAR_ZH = 24  # characters between a house and the metric of its own results


def is_on_itself(scan: Scan, names: Names, mention: EntityMention) -> bool:
    """Whether a sentence may tell figures of whom it names: of a company, or of a house that tells its own results."""
    return names.catalogue.company_kind(mention.entity) == "company" or _tells_of_itself(scan, names, mention)


def _tells_of_itself(scan: Scan, names: Names, mention: EntityMention) -> bool:
    """Whether a sentence tells a house's own results, where it names one; elsewhere a house speaks of others."""
    if names.catalogue.company_kind(mention.entity) not in _HOUSES or scan.text[mention.start - 1] in _AT:
        return False
    if _its_share_moved(scan, mention):
        return True
    after = (m for m in scan.metrics if m.start >= mention.end)
    first = next((m for m in after if _RESULTS.intersection(m.metrics[:1])), None)
    if first is None or _ONLY_THINKS.match(scan.text, first.end):
        return False
    others = any(mention.end <= e.start < first.start and e.entity != mention.entity for e in scan.entities)
    ahead = scan.cues_between(mention.end, scan.amount_after(first.end), "forecast", "target")
    return not (others or ahead) and _is_its_own(scan, mention, first)


def _its_share_moved(scan: Scan, mention: EntityMention) -> bool:
    """Whether a Chinese sentence opens with a house and says how its own share moved: what is told next is its own."""
    opens = not scan.text[scan.sentence.start : mention.start].strip(" \n\x1f•·*-")
    return scan.chinese and opens and _MOVED_ZH.match(scan.text, mention.end) is not None


def _is_its_own(scan: Scan, mention: EntityMention, metric: Mention) -> bool:
    text = scan.text
    if not text[metric.start].isascii():
        between = text[mention.end - 1 : metric.start]  # 里昂: is a name with its colon
        return len(between) <= _NEAR_ZH and _SPEAKS_ZH.search(between) is None
    if _DID.fullmatch(text, mention.end, metric.start):
        return True
    return bool(_ITS.fullmatch(text, mention.end, metric.start) and _MOVED.match(text, metric.end))
