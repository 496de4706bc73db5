"""The period an amount is of, or that it is of the period before."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts import Amount
from generator.extraction.context import Surroundings
from generator.extraction.periods import PeriodMention
from generator.extraction.scanning import Cue
from generator.extraction.unsaid import PER
from generator.settings.period import Period

_PRIOR_BEFORE = re.compile(r"(?:(?:去年|上年|上一年)(?:同期|同季)?|(?:20\d\d年)?同期|同比(?=\($)|a year (?:ago|earlier)|last year|prior[- ]year(?: (?:period|quarter))?|same (?:period|quarter)(?: of)?(?: last year| a year (?:ago|earlier)| in 20\d\d)?)(?:为|的|是|:|约|仅|则为|则|录得|录|净流入|净流出|数据为|分别为|was|of|at|stood at|'s)*\s*(?:的|of )?\(?$", re.I)  # fmt: skip
_EARLIER = r"(?:a year (?:earlier|ago)|the year before|(?:the )?same (?:period|quarter)(?: of)?(?: last year| a year| the previous year)|(?:the )?(?:year[- ](?:earlier|ago)|prior[- ]year|corresponding)(?: period| quarter)?)"
_PRIOR_OPENING = re.compile(rf"\s*(?:during|in|for|over)\s+(?:the )?{_EARLIER},", re.I)
_PRIOR_AFTER = re.compile(
    rf"[\s(]*(?:(?:recorded|reported|posted|seen|in|for|during|from|of|made|achieved|units|vehicles|yuan|RMB|cars|EVs|NEVs|phones|smartphones|it|they|we|(?:the company|[A-Z]\w+)(?= (?:had|reported|posted|recorded|delivered|sold|shipped|made|achieved))|had|delivered|sold|shipped) )*{_EARLIER}",
    re.I,
)
_PRIOR_AFTER_FROM = re.compile(
    rf"(?:,? or [^\s\d]*[\d.]+ (?:per|a) (?:diluted |basic )?(?:share|ADS))?[\s,(]*(?:[a-z]+ ){{0,4}}?(?:in |for |during |from |of )?(?:the )?(?:{_EARLIER}|last year|(?:the )?previous year|year-on-year|year-over-year|prior year)",
    re.I,
)
_FROM_BEFORE = re.compile(
    r"(?:\bfrom|\bagainst|\bversus|\bvs\.?|compared (?:with|to)|(?<!more )(?<!less )(?<!fewer )(?<!greater )\bthan(?: the)?|从|由|自|较|相比|对比)\s*(?:about |around |the |its |an? (?:(?:net|operating|adjusted|gross|record|quarterly) )*(?:profit|loss|margin|revenue|figure|net income|income|total) of |an? |some |约|近|just |minus |negative )*$",
    re.I,
)
_BEHIND = re.compile(
    r"(?: (?:units|vehicles|cars|EVs|yuan|RMB))?(?: (?:sold|delivered|shipped|made|recorded|reported|posted))?,? (?:in |for |during |from |of )?",
    re.I,
)
_LED_TO = re.compile(
    r"(?<!compared )\bto (?:about |around |nearly |over |more than |less than |just |only |some |a record )*$", re.I
)
_COMPARED = re.compile(r"from|compared", re.I)
_AS_OF = re.compile(
    r"(?:截至|截止|于|as of|as at|at|by|ended|end of|the end of|until|through|到|至)\s*(?:the )?(?:end of )?$", re.I
)
_IN = re.compile(
    r"(?: (?:units|vehicles|devices|cars|smartphones|phones|yuan|RMB|people|employees|growth|increase|decline|rise|gain|drop))?(?: (?:sold|delivered|shipped|produced|exported|recorded|reported|posted))?\s+(?:in|for|during|at|as of|by)\s+(?:the )?",
    re.I,
)
# `revenue of $65 billion, plus or minus 2%, for the fourth quarter`: nothing else is spoken of between.
_TRAILING = re.compile(
    r"(?:,? plus or minus [\d.]+ ?(?:%|percent|basis points),?|,|[^,;.\d]{0,40}?,)?\s*(?:for|in|during|by)\s+(?:the )?",
    re.I,
)
_BRACKETS = re.compile(r"\s*\([^()]{0,40}\)")
_AIMED_AT = re.compile(r"[辆台部架个元]?的?")  # 本月将提前完成10万台全年交付目标
_BRACKETED = re.compile(r"\((?:截至|截止|至)?$")
_LABEL = re.compile(r": ?")
_SINCE_LAUNCH = re.compile(
    r"年初至今|自[^,;。]{0,12}?(?:上市|发布|推出|开售|交付|成立|面世)(?:以来|至今|起|\d+个?[天月])"
)
_ROLLING = re.compile("过去|最近|近|未来|今后|接下来")
# Facts about a product, of no period unless one is named.
_TIMELESS = ("chip_transistors", "model_parameters", "model_active_parameters", "model_speed")
_PLANNED = re.compile(r"\b(?:planned|designed|maximum) ", re.I)
_CUMULATIVE = re.compile(r"累计|累积|cumulative|to date|since (?:its )?launch", re.I)


# A period right before its amount: 较2024财年的3910亿, 由2024年第三季度的每部1102元, 较上季度的4.8亿.
_DIRECTLY = re.compile(r"(?:(?:同期)?(?:的|每[部台辆股件]|约|近|逾|超|为|仅|是|人民币|港币|达))+|")
_NEAR = 16  # characters between such a period and its amount
_ORIGIN = re.compile(r"(?:较|(?<![同环])比|由|从|自|与|和|相比于?|对比|高于|低于|优于|好于|差于|逊于|高过|低过)$")


def is_set_beside(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount is only what another is compared with: `up 8 percent compared to around 60 percent growth`."""
    lead = around.scan.text[max(around.scan.sentence.start, amount.start - 40) : amount.start]
    return bool(_FROM_BEFORE.search(lead)) and not _LED_TO.search(lead)


def named_origin(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period that stands right before an amount and that another is compared with."""
    for mention, period in around.resolved:
        if _is_right_before(around, mention, amount):
            return period if _ORIGIN.search(around.scan.text, max(0, mention.start - 3), mention.start) else None
    return None


def _is_right_before(around: Surroundings, mention: PeriodMention, amount: Amount) -> bool:
    """Whether nothing but a metric's name stands between a period and its amount: 2022年第四季度的净利润2.65亿元."""
    if not 0 <= amount.start - mention.end <= _NEAR:
        return False
    named = next((m for m in around.scan.metrics if mention.end <= m.start and m.end <= amount.start), None)
    low, high = (named.start, named.end) if named else (amount.start, amount.start)
    text = around.scan.text
    return bool(_DIRECTLY.fullmatch(text, mention.end, low) and _DIRECTLY.fullmatch(text, high, amount.start))


def _or_by_share(around: Surroundings, amount: Amount) -> Amount | None:
    """Return the amount that one only repeats by the share: `from $21.9 billion, or $2.94 per share, a year earlier`."""
    before = next((a for a in reversed(around.scan.amounts) if a.end <= amount.start), None)
    if before is None or not re.fullmatch(r",? or (?:about )?", around.scan.text[before.end : amount.start]):
        return None
    return before if PER.match(around.scan.text, amount.end) else None


def prior_of(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before an amount is of: `year`, `quarter`, `named`, None for none.

    `compared` is one that English sets beside without saying when it was, `other` one of some earlier time.
    """
    text = around.scan.text
    if named_origin(around, amount):
        return "named"
    if same := _or_by_share(around, amount):
        return prior_of(around, same)
    if _PRIOR_OPENING.match(text, around.scan.sentence.start, around.scan.sentence.end):
        return "year"
    lead = text[max(around.scan.sentence.start, amount.start - 40) : amount.start]
    floor = max(around.scan.clause(amount.start)[0], around.scan.amount_before(amount.start))
    led_to = _LED_TO.search(lead)  # `from 20.4% a year earlier to 22.9%`
    cues = [c for c in around.scan.cues_between(floor, amount.start, "prior") if not _is_of_the_last(around, c)]
    if _PRIOR_BEFORE.search(lead) or (not led_to and cues):
        return "year"
    after = text[amount.end : around.scan.amount_after(amount.end)]
    origin = None if led_to else _FROM_BEFORE.search(lead)
    if (_PRIOR_AFTER_FROM if origin else _PRIOR_AFTER).match(after):
        return "year"
    if not origin:
        return None
    _, end = around.scan.clause(amount.start)
    if any(amount.end <= m.start <= min(end, around.scan.amount_after(amount.end)) for m, _ in around.resolved):
        return "named"
    kinds = [
        c.kind
        for c in around.scan.cues_between(
            around.scan.sentence.start, around.scan.sentence.end, "yoy", "prior", "qoq", "quarter_before"
        )
    ]
    if around.scan.cues_between(floor, amount.start, "target", "forecast"):
        return "other"  # `raised its target from 100,000 units`
    if not kinds:
        return "compared" if _COMPARED.match(origin[0]) else "other"
    return "year" if kinds[-1] in ("yoy", "prior") else "quarter"


def _is_of_the_last(around: Surroundings, cue: Cue) -> bool:
    """Whether a cue stands right behind the amount before: `compared to RMB 1.36 in the same quarter last year and 2.53`."""
    before = around.scan.amount_before(cue.start)
    return before > around.scan.sentence.start and bool(_BEHIND.fullmatch(around.scan.text, before, cue.start))


def period_of(around: Surroundings, metric: str, amount: Amount) -> Period | None:
    """Return the period that an amount is of; what there is at the end of nine months, there is at their last quarter's."""
    instant = around.names.catalogue.metrics[metric].period_type == "instant"
    period = _period_of(around, metric, amount, instant)
    if instant and period and period.kind == "nine_months":
        return Period(f"{'FY' if period.fiscal else ''}{period.year}-Q3")
    return period


def _period_of(around: Surroundings, metric: str, amount: Amount, instant: bool) -> Period | None:
    if origin := named_origin(around, amount):
        return origin
    price = metric in ("share_price", "market_cap", "target_price")
    low = around.scan.clause(amount.start)[0]
    known = {m for m, _ in around.resolved}
    if any(m not in known and not _is_open_year(m) and low <= m.start < amount.start for m in around.scan.periods):
        return None  # a span that has no name: 1-11月, 2026年至2030年
    if _in_nameless_span(around, amount):
        return None
    usable = [(m, p) for m, p in around.resolved if _usable(around, m, p, instant, price)]
    if instant:  # what there is now is not of the year that is spoken of as to come
        usable = [(m, p) for m, p in usable if m.start >= low or around.calendar.is_over(p)]
    amount = _past_brackets(around, amount)
    start, end = around.scan.clause(amount.start)[0], around.scan.clause(amount.end)[1]
    before = [x for x in usable if start <= x[0].start and x[0].end <= amount.start]
    usable_after = [x for x in usable if not _labels_the_next(around, x[0])]
    after = [x for x in usable_after if amount.end <= x[0].start and x[0].end <= min(end, _next_amount(around, amount))]
    close = [
        x
        for x in after
        if re.fullmatch(
            r"[^,;]{0,24}?\s*(?:in|for|during|at|as of|by|of|from|over|在|于)?\s*(?:the |its )?",
            around.scan.text[amount.end : x[0].start],
            re.I,
        )
    ]
    earlier = [x for x in usable if x[0].end <= start]
    own = [
        x
        for x in after
        if _AIMED_AT.fullmatch(around.scan.text, amount.end, x[0].start)
        and "目标" in around.scan.text[x[0].end : x[0].end + 8]
    ]
    own = own or [x for x in after if _is_own(around.scan.text, amount, x[0])]
    trailing = [
        x
        for x in usable
        if not (before or after or earlier) and _TRAILING.fullmatch(around.scan.text, amount.end, x[0].start)
    ]
    dated = [x for x in usable if instant and x[1].kind == "instant" and x[0].start >= amount.end]
    for found in (
        own[:1],
        close[:1] if close and not before else [],
        before[-1:],
        after[:1],
        earlier[-1:],
        dated[:1],  # `a total of 407 stores, covering 143 cities as of September 30`
        trailing[:1],
    ):
        if found:
            return found[0][1]
    if price and around.calendar.published:
        return Period(around.calendar.published.isoformat())
    if metric in _TIMELESS:
        return None
    clause = around.scan.text[start : amount.start]
    carried = around.ground.period
    if (
        _CUMULATIVE.search(clause)
        or (instant and _PLANNED.search(clause))
        or (instant and carried and carried.kind in ("month", "year"))
    ):
        return None
    return carried


def _is_own(text: str, amount: Amount, mention: PeriodMention) -> bool:
    """Whether a period stands right behind an amount, after a preposition, which may be a part of its mention."""
    said = text[mention.start : mention.end].lower()
    gap = _IN.fullmatch(text, amount.end, mention.start)
    return bool(gap) or (text[amount.end : mention.start] == " " and said.startswith(("in ", "for ", "during ")))


def _labels_the_next(around: Surroundings, mention: PeriodMention) -> bool:
    """Whether a period stands before an amount as its label: `RMB 92.5 billion (2Q24: RMB 88.9 billion)`."""
    label = _LABEL.match(around.scan.text, mention.end)
    return label is not None and around.scan.amount_after(mention.end) == label.end()


def _is_open_year(mention: PeriodMention) -> bool:
    """Whether a mention is `full-year` alone, which the year named elsewhere in the sentence completes."""
    return mention.scope == "year" and not mention.year and mention.shift is None


def _next_amount(around: Surroundings, amount: Amount) -> int:
    after = [a for a in around.scan.amounts if a.start >= amount.end and not a.range_end]
    return after[0].start if after else around.scan.sentence.end


def _usable(around: Surroundings, mention: PeriodMention, period: Period, instant: bool, price: bool) -> bool:
    if _is_origin(around, mention):
        return False
    if period.kind != "instant":
        return not price and not around.is_beside(mention)
    if price or mention.day == 0:
        return True
    if not instant and _BRACKETED.search(around.scan.text, max(0, mention.start - 4), mention.start):
        return False  # 2023财年(截至2023年9月30日): the bracket says when the year ended
    lead = around.scan.text[max(around.scan.sentence.start, mention.start - 12) : mention.start]
    said = around.scan.text[mention.start : mention.end]
    return bool(_AS_OF.search(lead)) or said.startswith(("截至", "the end", "end"))


def _is_origin(around: Surroundings, mention: PeriodMention) -> bool:
    """Whether a period is the one that an amount before a change is of: 由2024年第三季度的1102元下降3.6%."""
    if not _ORIGIN.search(around.scan.text, max(0, mention.start - 3), mention.start):
        return False
    return any(_is_right_before(around, mention, a) for a in around.scan.amounts)


def _in_nameless_span(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount is of a span that has no name: `RMB 200 billion over the next five years`, `the years from 2026`.

    In Chinese the sentence may have named it before: 过去四个季度,…约1200亿元.
    """
    end = min(around.scan.clause(amount.start)[1], _next_amount(around, amount))
    if any(m.scope == "span" and amount.end <= m.start < end for m in around.scan.periods):
        return True
    before = [m for m in around.scan.periods if m.end <= amount.start]
    if _SINCE_LAUNCH.search(around.scan.text, around.scan.amount_before(amount.start), amount.start):
        return True
    if not before:
        return False
    rolling = bool(_ROLLING.match(around.scan.text, before[-1].start))
    return rolling or (before[-1].scope == "span" and not around.scan.text[before[-1].end - 1].isascii())


def _past_brackets(around: Surroundings, amount: Amount) -> Amount:
    """Return the amount as if it ended after the conversion that follows it in brackets."""
    brackets = _BRACKETS.match(around.scan.text, amount.end)
    return replace(amount, end=brackets.end()) if brackets else amount
