"""Which period before an amount is of, where it is only set beside another."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.above import set_above
from generator.extraction.expected.moving import is_moved_from
from generator.extraction.lists.times_before_zh import time_before
from generator.extraction.marks.bases import A_MONTH_AGO, A_QUARTER_AGO, A_YEAR_AGO
from generator.extraction.marks.cues import BASES, Cue
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.per_share import PER, is_said_again
from generator.extraction.when.beside import (
    EARLIER,
    FROM_BEFORE,
    LED_TO,
    PRIOR_BEHIND,
    YEARS_OWN,
    is_of_year_before,
    opens_before,
    opens_earlier,
)
from generator.extraction.when.nearest import labelled_with
from generator.extraction.when.origins import named_origin
from generator.extraction.when.records import of_record
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.set_before import comes_after, opens_with

_PRIOR_BEFORE = sought(rf"(?:(?:去年|上年|上一年|前一年)(?:同期|同季|同月|的?这个?时候?|这会儿|此时|同时|同一?时期|同一季度?|同一个月|度)?|一年(?:之|以)?前|当时(?:交付|售出|卖出|录得)?了?|(?:20\d\d年)?同期|同比(?=\($)|a year (?:ago|earlier)|last year|(?:prior|previous)[- ]year(?: (?:period|quarter))?|(?<=\()(?:PY|LY|pcp)|same (?:period|quarter)(?: of)?(?: last year| a year (?:ago|earlier)| in 20\d\d)?)(?:[为的是:约仅则达到报有也亦]|录得?|(?:(?<=[元币%],去年)|(?<=[元币%],上年)|(?<=[元币%],上年度)|(?<=[元币%],上一年)|(?<=[元币%],前一年)|(?<=[元币%],上一年度)|(?<=年为)|(?<=年度为)|(?<=同期为))(?:净)?(?:亏损|盈利|亏|赚|蚀)|净流入|净流出|数据|分别|was|of|at|stood at|'s)*\s*(?:的|of )?{ABOUT}\(?$", re.I)  # fmt: skip
# `improved from the same quarter last year, where EPS stood at $0.70 on revenue of $5.8 billion`
_PRIOR_WHERE = re.compile(rf"{EARLIER},? (?:where|when|in which|during which) ", re.I)
_PRIOR_AFTER = re.compile(
    rf"[\s(]*(?:(?:recorded|reported|posted|seen|in|for|during|from|of|revenues?|sales|profits?|income|earnings|made|achieved|units|vehicles|yuan|RMB|cars|EVs|NEVs|phones|smartphones|it|they|we|(?:the company|[A-Z]\w+)(?= (?:had|reported|posted|recorded|delivered|sold|shipped|made|achieved))|had|delivered|sold|shipped|on (?:that|this|the same) basis) )*+{EARLIER}(?!['’]s? )",
    re.I,
)
_IT_WAS = re.compile(r",? (?:(?:to|at|it was|they were|it had been|they had been) )?")
# `for the third quarter, in which it had earned 2.8 billion yuan last year`
_IN_WHICH = re.compile(r"\b(?:quarter|half|period|months?),? in which [^,;.\d]{2,30}$")
_LAST_YEAR = re.compile(r" (?:last year|a year (?:ago|earlier|before))\b")
_PRIOR_AFTER_FROM = re.compile(
    rf"(?:,? or [^\s\d]*[\d.]+ (?:per|a) (?:diluted |basic )?(?:share|ADS))?[\s,(]*(?:[a-z]+ ){{0,4}}?(?:in |for |during |from |of )?(?:the )?(?:{EARLIER}|last year|(?:the )?previous year|year[- ]o(?:n|ver)[- ]year|prior year)",
    re.I,
)
# `up from 8% a year ago and 9.7% from the previous quarter`
_YEARS_AGO = re.compile(r",? (?:in )?(?:two|three|four|five|ten|several|a few|\d+) years (?:ago|earlier|before)\b")
_QUARTER_AFTER = re.compile(rf" (?:(?:from|in|for|of) )?{A_QUARTER_AGO}")
# `against 13.1% in the prior period and 9.2% a year ago`
_PRIOR_PERIOD = re.compile(
    r" (?:from|in|for|of) the (?:prior|previous|preceding) period,? (?:and|or) (?:from )?(?:an? )?"
)
# `surpassing its previous month's record of 25,681 units`
_MONTH_BEFORE = re.compile(r"\b(?:previous|prior|last|preceding) month['’]s (?:[a-z]+ ){0,3}(?:of )?$")
_LAST_QUARTER = re.compile(r" (?:in )?last quarter\b")  # only of what another is compared with
_TO_SAME = re.compile(r"[至到]20\d\d年(?:同期|同季)的?$")  # 由2024年第三季度的568亿元增至2025年同期的703亿元
# `较上季591.3亿元增加4.5%`, `a margin of 18.7% (three months earlier: 14.2%)`
_QUARTER_BEFORE = re.compile(
    r"(?:较|(?<!环)比|环比|高于|低于|优于|[慢快强弱少多]于)(?:[上前][一个]?季度?)的?(?:约|近|逾)?$"
    rf"|\b(?:from|than|vs\.?|versus|over|with|to|against) (?:the )?(?:last|previous|prior|preceding) quarter['’]s {ABOUT}$"
    rf"|\((?:in )?{A_QUARTER_AGO}: $"
)
# `第三季度毛利率59.5%,上季是58.6%`
_QUARTER_WAS = re.compile(
    r"[\d%元币辆台部人名个家户][,;、(](?:而|但)?(?:[上前]一?个?季度?|(?:三|3)个月(?:之|以)?前)(?:则|只|仅|还|才|尚)?(?:(?:为|是|有|录得|只有|仅有|净?[亏蚀赚]|净?亏损)(?:约|近|逾)?)?$"
)
# `11月交付33181辆,上月为31767辆`, 较上月的42013辆下降
_MONTH_WAS = re.compile(
    r"(?:较|环?比|高于|低于|优于)[上前]一?个?月份?的?(?:约|近|逾)?$"
    r"|[辆台部份套][,;、(](?:而|但)?[上前]一?个?月份?(?:则|只|仅|还|才)?(?:为|是|有|录得|交付|销售|卖出)?了?(?:约|近|逾)?$"
)
# `compared with 441,706 the month before`
_MONTH_AFTER = re.compile(rf"(?: (?:units|vehicles|cars|EVs|NEVs))? (?:(?:in|from|for) )?{A_MONTH_AGO}")
_OR = re.compile(r",? or (?:about )?|或(?:相当于)?每股(?:约)?")
_AND_MORE = re.compile(
    r"(?: (?:in|of) (?!the\b|its\b)[a-z-]+(?: [a-z-]+)?)? and (?:(?!from|up|down|than|versus|vs|compared|beat|against|to|was|were|rose|fell|grew)[a-z-]+ ){0,4}(?:of )?",
    re.I,
)
# `from 59.5 million units and a 19.6% share`
_AND_SHARE = re.compile(r"(?: (?:units|vehicles|cars|smartphones|phones|devices))? and (?:an? |about )?")
_AND_FROM = re.compile(
    rf" (?:in|for|during|from|of|recorded in|seen in|reported in) [^,;.]{{3,40}}?,? and (?:an? |about )?|,? (?:{A_YEAR_AGO}|{A_QUARTER_AGO}|{A_MONTH_AGO}),? and (?:an? |about )?"
)
_CONVERTED = re.compile(r" ?\([^()]{0,24}\d[^()]{0,20}\)(?: (?:per|a) (?:vehicle|car|unit|share)\b)?")
_BEHIND = re.compile(
    r"(?: (?:units|vehicles|cars|EVs|yuan|RMB))?(?: (?:sold|delivered|shipped|made|recorded|reported|posted))?,? (?:in |for |during |from |of |on |at |as of )?(?:the )?",
    re.I,
)
# `versus a loss of 1.68 yuan`; a bare `vs. 1.68` may as well be what was expected
_COMPARED = re.compile(r"from|compared|(?:versus|vs\.?|against) an? [a-z]", re.I)
_ALONE, _CLOSED = re.compile(r" ?\("), re.compile(r"(?: (?:euros|yuan|dollars|won|yen))?\)")
_LABELS_NEXT = re.compile(r" ?\([^():\d]{3,30}: ?")  # `RMB17.5 billion (US$2.5 billion) (prior year: RMB13.2 billion)`
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|spanning) from (?:about )?$", re.I
)  # the lower end of what lies between

# Which period before a base means
_BASE = {"yoy": "year", "prior": "year", "qoq": "quarter", "quarter_before": "quarter", "mom": "month"}


def _names_the_year_before(around: Surroundings, lead: str, amount: Amount) -> bool:
    """Whether a year before stands right before an amount; 特斯拉同期 is another company's same period."""
    found = _PRIOR_BEFORE.search(lead)
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
    return scan.chinese and _names_the_year_before(around, lead, amount)


def _or_by_share(around: Surroundings, amount: Amount) -> Amount | None:
    """Return the amount that one only repeats by the share: `from $21.9 billion, or $2.94 per share, a year earlier`."""
    before = around.scan.preceding(amount)
    if before is None or not _OR.fullmatch(around.scan.text, before.end, amount.start):
        return None
    in_chinese = not around.scan.text[amount.start - 1].isascii()  # 去年同期赚153亿美元或每股1.43美元
    by_share = in_chinese or PER.match(around.scan.text, amount.end) or is_said_again(around.scan, amount)
    return before if by_share else None


def prior_of(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before an amount is of: `year`, `quarter`, `month`, `named`, None for none.

    `compared` is one that English sets beside without saying when it was, `other` one of some earlier time.
    """
    if named_origin(around, amount) or labelled_with(around, amount):
        return "named"
    if then := time_before(around.scan, amount):
        return then
    told = of_record(around, amount) or _set_above(around, amount) or _opened(around.scan, amount)
    told = told or _in_prior_period(around.scan, amount) or _set_beside(around, amount)
    return told or _bracketed(around, amount)


def _bracketed(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before an amount is of that stands alone in brackets behind another of its kind, as brackets before it say.

    `net income of 2.1 billion euros (previous year: 1.4 billion) on revenue of 18.9 billion euros (18.0 billion)`
    """
    scan, before = around.scan, around.scan.preceding(amount)
    own = scan.brackets_around(amount.start)
    if scan.chinese or own is None or before is None or not (before.scaled and amount.scaled):
        return None
    if before.kind not in (amount.kind, "money") or amount.kind not in ("money", "bare"):
        return None
    if amount.currency not in (None, before.currency) or not _ALONE.fullmatch(scan.text, before.end, amount.start):
        return None
    if not _CLOSED.fullmatch(scan.text, amount.end, own.end):
        return None
    labelled = (a for b in scan.brackets for a in scan.amounts if b.start < a.start < b.end <= own.start)
    told = next((prior for a in labelled if (prior := prior_of(around, a))), "other")
    return told if told in _BASE.values() else "other"


def _opened(scan: Scan, amount: Amount) -> str | None:
    """Return which period before its sentence or its clause says that an amount is of: `in which it had earned 2.8 billion yuan last year`."""
    lead = scan.text[max(scan.sentence.start, amount.start - 40) : amount.start]
    if _IN_WHICH.search(lead) and _LAST_YEAR.match(scan.text, amount.end):
        return "year"
    first, low = scan.amount_before(amount.start), scan.clause(amount.start)[0]
    opens = scan.sentence.start if first == scan.sentence.start else low
    return opens_before(scan, opens) if first <= opens else None


def _set_above(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before an amount is of that what came is set above or below: `well above the 10,707 made in June`."""
    than = set_above(around.scan, amount)
    if than is None or than.period is None:
        return _BASE[than.against] if than else None
    period = next((p for m, p in around.resolved if m == than.period), None)
    return None if period is None or period == around.ground.period else "named"


def _set_beside(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before an amount is of that another is set beside."""
    text = around.scan.text
    if same := _or_by_share(around, amount):
        return prior_of(around, same)
    if _is_told_of_the_last(around, amount) or _goes_with_the_last(around, amount):
        return "year"
    lead = text[max(around.scan.sentence.start, amount.start - 40) : amount.start]
    floor = max(around.scan.clause(amount.start)[0], around.scan.amount_before(amount.start))
    led_to = LED_TO.search(lead)  # `from 20.4% a year earlier to 22.9%`
    apart = [b for b in around.scan.brackets if not b.start < amount.start < b.end]
    cues = [
        c for c in around.scan.cues_between(floor, amount.start, "prior")
        if not (_is_of_the_last(around, c) or any(b.start < c.start < b.end for b in apart))
    ]  # fmt: skip
    if _names_the_year_before(around, lead, amount) or (not led_to and cues):
        return "year"
    end = _past_conversion(around.scan, amount)
    after = text[end : around.scan.amount_after(end)]
    origin = None if led_to or _RANGING.search(lead) else FROM_BEFORE.search(lead) or _from_the_last(around, amount)
    before = comes_after(around.scan, amount) or opens_with(around.scan, amount)
    if (origin or before) and _is_dated_behind(around, end, before):
        return "named"
    led_from = led_to and after.startswith(" from ")  # `rose 3% to €1.9 billion from the previous quarter`
    if beside := None if led_from else _told_beside(lead, after, bool(origin)):
        return beside
    if not origin:
        return None
    behind = min(around.scan.clause(amount.start)[1], around.scan.amount_after(end))
    if any(amount.end <= m.start <= behind and m.relation != "this" for m, _ in around.resolved):
        return "named"  # but `fell to €36.7bn from €38.2bn in the quarter` names the one it fell in
    kinds = [
        c.kind
        for c in around.scan.cues_between(
            around.scan.sentence.start, around.scan.sentence.end, *BASES, "prior", "quarter_before"
        )
    ]
    if around.scan.cues_between(floor, amount.start, "target", "forecast"):
        moved = not kinds and amount.kind != "percent" and is_moved_from(around.scan, amount)
        return "year" if moved else "other"  # `raised its target from 100,000 units`
    if not kinds:
        return "compared" if _COMPARED.match(origin[0]) else "other"
    return _BASE[kinds[-1]]


def _in_prior_period(scan: Scan, amount: Amount) -> str | None:
    """Return the quarter where an amount of `the prior period` goes with one of the year before, and so is of another time."""
    after = scan.following(amount)
    prior = after is not None and _PRIOR_PERIOD.fullmatch(scan.text, amount.end, after.start)
    return "quarter" if prior and after and _PRIOR_AFTER_FROM.match(scan.text, after.end) else None


def _is_dated_behind(around: Surroundings, end: int, before: bool) -> bool:
    """Whether a month or a quarter of a named year stands right behind an amount: `up from 292 million in September last year`.

    Behind one that is said to be of `before`, so does any period that is over: `after 5.1 billion in the second quarter`.
    """
    dated = ("month", "quarter", "half", "nine_months")
    return any(
        (
            (before and m.relation != "this" and around.calendar.is_over(p))
            or (m.scope in dated and (m.shift is not None or m.year))
        )
        and _BEHIND.fullmatch(around.scan.text, end, m.start)
        for m, p in around.resolved
        if m.start >= end
    )


def _past_conversion(scan: Scan, amount: Amount) -> int:
    """Return where an amount ends, with what it is in another currency or by the share: `from 228,644 yuan ($31,340) in Q2 2024`."""
    if amount.kind != "money":
        return amount.end
    per = None if amount.scaled else PER.match(scan.text, amount.end)  # `and 97 cents per share, a year earlier`
    brackets = _CONVERTED.match(scan.text, amount.end)
    return per.end() + scan.text.startswith(",", per.end()) if per else brackets.end() if brackets else amount.end


def _from_the_last(around: Surroundings, amount: Amount) -> re.Match[str] | None:
    """Return the words that set the amount before beside another, where `and` joins this one to it: `from 13.8% in Q2 and 10.7% last year`."""
    text, last = around.scan.text, around.scan.preceding(amount)
    joined = last and _AND_FROM.fullmatch(text, last.end, amount.start)
    if last and amount.kind == "percent" != last.kind:
        joined = joined or _AND_SHARE.fullmatch(text, last.end, amount.start)
    if last is None or not joined:
        return None
    lead = text[max(around.scan.sentence.start, last.start - 40) : last.start]
    return None if LED_TO.search(lead) else FROM_BEFORE.search(lead)


def _told_beside(lead: str, after: str, origin: bool) -> str | None:
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


def _is_told_of_the_last(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount stands in a sentence that opens with the year before, or in a clause of it: `last year, when sales were`."""
    if opens_earlier(around.scan, amount.start) and not _names_another(around, amount):
        return True
    if YEARS_OWN.search(around.scan.text, max(around.scan.sentence.start, amount.start - 60), amount.start):
        return True
    ago = around.scan.cues_between(around.scan.sentence.start, amount.start, "prior", "yoy")
    return bool(ago) and bool(_PRIOR_WHERE.search(around.scan.text, max(0, ago[-1].start - 8), amount.start))


def _names_another(around: Surroundings, amount: Amount) -> bool:
    """Whether a later amount has a month or a quarter of its own: `A year before, it had sold 162,530, and in June 253,046`."""
    low = around.scan.amount_before(amount.start)
    own = (m for m in around.scan.periods if m.scope in ("month", "quarter") and low <= m.start)
    return low > around.scan.sentence.start and any(
        _IT_WAS.fullmatch(around.scan.text, m.end, amount.start) for m in own
    )


def _goes_with_the_last(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount is joined to one of the year before: `EPS of $0.02 and $12.8 billion in revenue in the same period last year`."""
    text, after = around.scan.text, around.scan.following(amount)
    if after is None or not _AND_MORE.fullmatch(text, amount.end, after.start):
        return False
    if any(amount.end <= m.start < after.start for m in around.scan.periods):
        return False  # `23,000 in July and 48,000 in the same month last year`
    return is_of_year_before(around.scan, after)


def _is_of_the_last(around: Surroundings, cue: Cue) -> bool:
    """Whether a cue stands right behind the amount before: `compared to RMB 1.36 in the same quarter last year and 2.53`."""
    before = around.scan.amount_before(cue.start)
    return before > around.scan.sentence.start and bool(_BEHIND.fullmatch(around.scan.text, before, cue.start))
