"""Which period before the words at an amount name: 去年同期为, `in the same month last year`, 较上季."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.bases import A_MONTH_AGO, A_QUARTER_AGO
from generator.extraction.marks.scanning import Scan
from generator.extraction.when.beside import EARLIER, PRIOR_BEHIND
from generator.extraction.whose.context import Surroundings

_PRIOR_BEFORE = sought(rf"(?:(?:去年|上年|上一年|前一年)(?:同期|同季|同月|的?这个?时候?|这会儿|此时|同时|同一?时期|同一季度?|同一个月|度)?|一年(?:之|以)?前|当时(?:交付|售出|卖出|录得)?了?|(?:20\d\d年|(?<!今年))同期|同比(?=\($)|a year (?:ago|earlier)|last year|(?:prior|previous)[- ]year(?: (?:period|quarter))?|(?<=\()(?:PY|LY|pcp)|same (?:period|quarter)(?: of)?(?: last year| a year (?:ago|earlier)| in 20\d\d)?)(?:[为的是:约仅只则达到报有也亦]|录得?|得|[蚀赔]|(?:(?<=[元币%],去年)|(?<=[元币%],上年)|(?<=[元币%],上年度)|(?<=[元币%],上一年)|(?<=[元币%],前一年)|(?<=[元币%],上一年度)|(?<=年为)|(?<=年度为)|(?<=同期为))(?:净)?(?:亏损|盈利|亏|赚|蚀)|净流入|净流出|数据|分别|was|of|at|stood at|'s)*\s*(?:的|of )?{ABOUT}\(?$", re.I)  # fmt: skip
# 而去年同期公司每股赚0.73美元
_DID_THEN = re.compile(
    r"(?:去年|上年|前一年|上一年)(?:同期|同季|同月)(?:公司|集团|该公司|其|每股|[净则只仅曾还])*(?:赚|[亏蚀]|盈利|亏损|录得|交付|[卖售]出)了?(?:约|近|逾)?$"
)
_PRIOR_AFTER = re.compile(
    rf"[\s(]*(?>(?:(?:recorded|reported|posted|seen|in|for|during|from|of|revenues?|sales|profits?|income|earnings|made|achieved|units|vehicles|yuan|RMB|cars|EVs|NEVs|phones|smartphones|it|they|we|(?:the company|[A-Z]\w+)(?= (?:had|reported|posted|recorded|delivered|sold|shipped|made|achieved))|had|delivered|sold|shipped|on (?:that|this|the same) basis) )*){EARLIER}(?!['’]s? )",
    re.I,
)
_PRIOR_AFTER_FROM = re.compile(
    rf"(?:,? or [^\s\d]*[\d.]+ (?:per|a) (?:diluted |basic )?(?:share|ADS))?[\s,(]*(?:[a-z]+ ){{0,4}}?(?:in |for |during |from |of )?(?:the )?(?:{EARLIER}|last year|(?:the )?previous year|year[- ]o(?:n|ver)[- ]year|prior year)",
    re.I,
)
# `up from 8% a year ago and 9.7% from the previous quarter`
_YEARS_AGO = re.compile(r",? (?:in )?(?:two|three|four|five|ten|several|a few|\d+) years (?:ago|earlier|before)\b")
_QUARTER_AFTER = re.compile(rf" (?:(?:from|in|for|of) )?{A_QUARTER_AGO}")
# `surpassing its previous month's record of 25,681 units`
_MONTH_BEFORE = re.compile(r"\b(?:previous|prior|last|preceding) month['’]s (?:[a-z]+ ){0,3}(?:of )?$")
_LAST_QUARTER = re.compile(r" (?:in )?last quarter\b")  # only of what another is compared with
_TO_SAME = re.compile(r"[至到]20\d\d年(?:同期|同季)的?$")  # 由2024年第三季度的568亿元增至2025年同期的703亿元
# `较上季591.3亿元增加4.5%`, `a margin of 18.7% (three months earlier: 14.2%)`
_QUARTER_BEFORE = sought(
    r"(?:较|(?<!环)比|环比|高于|低于|优于|[慢快强弱少多]于)(?:[上前][一个]?季度?)的?(?:约|近|逾)? ?$"
    rf"|\b(?:from|than|vs\.?|versus|over|with|to|against) (?:the )?(?:last|previous|prior|preceding) quarter['’]s {ABOUT}$"
    rf"|\((?:in )?{A_QUARTER_AGO}: $"
)
# `第三季度毛利率59.5%,上季是58.6%`
_QUARTER_WAS = re.compile(
    r"[\d%元币辆台部人名个家户][,;、(](?:而|但)?(?:[上前]一?个?季度?|(?:三|3)个月(?:之|以)?前)(?:则|只|仅|还|才|尚)?(?:(?:为|是|有|录得|只有|仅有|净?[亏蚀赚]|净?亏损)(?:约|近|逾)?)? ?$"
)
# `11月交付33181辆,上月为31767辆`, 较上月的42013辆下降
_MONTH_WAS = sought(
    r"(?:较|环?比|高于|低于|优于)[上前]一?个?月份?的?(?:约|近|逾)? ?$"
    r"|[辆台部份套][,;、(](?:而|但)?[上前]一?个?月份?(?:则|只|仅|还|才)?(?:为|是|有|录得|交付|销售|卖出)?了?(?:约|近|逾)? ?$"
)
# `compared with 441,706 the month before`
_MONTH_AFTER = re.compile(rf"(?: (?:units|vehicles|cars|EVs|NEVs))? (?:(?:in|from|for) )?{A_MONTH_AGO}")
_LABELS_NEXT = re.compile(r" ?\([^():\d]{3,30}: ?")  # `RMB17.5 billion (US$2.5 billion) (prior year: RMB13.2 billion)`
# `against 13.1% in the prior period and 9.2% a year ago`
_PRIOR_PERIOD = re.compile(
    r" (?:from|in|for|of) the (?:prior|previous|preceding) period,? (?:and|or) (?:from )?(?:an? )?"
)


def names_the_year_before(around: Surroundings, lead: str, amount: Amount) -> bool:
    """Whether a year before stands right before an amount; 特斯拉同期 is another company's same period."""
    found = _PRIOR_BEFORE.search(lead) or _DID_THEN.search(lead)
    if found is not None and _TO_SAME.search(around.scan.text, around.scan.sentence.start, amount.start):
        return False
    if found is not None and ":" in found[0] and lead.endswith(("than ", "over ", "on "), 0, found.start()):
        return False  # `6% fewer than a year ago: 319,000 in North America`
    if found is None or not found[0].startswith("同期"):
        return found is not None
    at = amount.start - len(found[0])
    return not any(e.end == at for e in around.scan.entities)


def is_then_zh(around: Surroundings, amount: Amount) -> bool:
    """Whether a Chinese amount is one of a year before, whatever is expected beside it: 市场预期每股收益为1.53美元,去年同期为1.36美元."""
    scan = around.scan
    lead = scan.text[max(scan.sentence.start, amount.start - 40) : amount.start]
    return scan.chinese and names_the_year_before(around, lead, amount)


def told_beside(lead: str, after: str, origin: bool) -> str | None:
    """Return the period that stands at an amount: `8% for the year-ago period and 9.7% from the previous quarter`, 较上季591亿元."""
    if _YEARS_AGO.match(after):
        return "other"
    if _LABELS_NEXT.fullmatch(after):
        return None
    if _MONTH_BEFORE.search(lead) or _MONTH_WAS.search(lead) or _MONTH_AFTER.match(after):
        return "month"
    if (
        _QUARTER_AFTER.match(after)
        or _QUARTER_BEFORE.search(lead)
        or _QUARTER_WAS.search(lead)
        or (origin and _LAST_QUARTER.match(after))
    ):
        return "quarter"
    return "year" if (_PRIOR_AFTER_FROM if origin else _PRIOR_AFTER).match(after) or PRIOR_BEHIND.match(after) else None


def in_prior_period(scan: Scan, amount: Amount) -> str | None:
    """Return the quarter where an amount of `the prior period` goes with one of the year before, and so is of another time."""
    after = scan.following(amount)
    prior = after is not None and _PRIOR_PERIOD.fullmatch(scan.text, amount.end, after.start)
    return "quarter" if prior and after and _PRIOR_AFTER_FROM.match(scan.text, after.end) else None
