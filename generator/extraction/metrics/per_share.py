"""Earnings by the share that a text tells behind a profit or a verb: `net income of $27.7 billion, or $3.72 per share`."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.adjusted import WITHOUT_ITEMS
from generator.extraction.marks.adjusted_names import ADJUSTED_EN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.terms import ANY_PROFIT
from generator.extraction.metrics.operating_level_en import opens_operating
from generator.extraction.metrics.per_share_expected import expected_by_share

PER = re.compile(
    r"\s*(?:per|a) (?:diluted |basic |ordinary |common )*(?:share|ADS|American depositary share|American depository share)\b",
    re.I,
)
_ADJUSTED = re.compile(
    rf"{ADJUSTED_EN}(?: \([^()]*\))? (?:(?:basic|diluted|fully|and|net) ){{0,3}}$", re.I
)  # `adjusted earnings`, `earnings came in at an adjusted $4.14 per share`
# `Earnings came to $1.86 a share on an adjusted basis`, `$1.40 a share excluding items`
_ADJUSTED_BEHIND = re.compile(
    rf",? (?:after |when |once )?\(?(?:on an? {ADJUSTED_EN} basis|{ADJUSTED_EN}(?!,? (?:net|profit|earnings|operating|EBIT))|{WITHOUT_ITEMS}|which (?:exclude[sd]?|strips? out|leaves? out) (?:certain |some |one-time |one-off |special |unusual )*(?:items|charges|costs|gains))",
    re.I,
)
# `Excluding items, the company earned $1.40 per share`, `Excluding one-off items the company earned 52 cents a share`
_WITHOUT_ITEMS = re.compile(
    rf"\b(?:Excluding|Adjusted for|Stripping out|Leaving out|Setting aside|Not counting|Before|[Oo]n (?:an? |the )?{ADJUSTED_EN} (?:basis|measure))\b[^.;\d]{{0,60}}, (?:[^,.;\d]|\.(?=[a-z])){{0,40}}$"
    rf"|\bOn (?:an? )?{ADJUSTED_EN}(?:[\d*]|\[\d\])? basis (?:[^,.;\d]|\.(?=[a-z])){{0,40}}$|(?:^|(?<=[.;] )|(?<=\n))Adjusted, (?:[^,.;\d]|\.(?=[a-z])){{0,40}}$"
    rf"|\b(?i:{WITHOUT_ITEMS})(?: (?:costs|expenses|charges))?,? (?:[^,.;\d]|\.(?=[a-z])){{0,40}}$"
)
# `Analysts expected Tesla to earn $1.39 a share`
_EARNED = re.compile(
    rf"\b(?:earn(?:ed|ing|s)?|lost|los(?:e|es|ing)|made|mak(?:e|es|ing)) (?P<adjusted>(?:an? )?{ADJUSTED_EN} )?(?:a net |net )?(?:about |around |just |only |at least )?$",
    re.I,
)
# `earned 3.16 billion yuan ($447 million), or an adjusted 1.15 yuan per share`, `lost $1.61 billion, or 38 cents per share`
_OR_EACH = re.compile(
    rf"\b(?:earn(?:ed|s|ing)?|lost|los(?:es|e|ing)|made|mak(?:es|e|ing)|netted)\b[^,;]{{0,70}},? or (?P<adjusted>(?:an? )?{ADJUSTED_EN} )?(?:a net |net )?(?:about |around |nearly )?$"
)
_OR_CENTS = re.compile(r"(?: \([^()]*\))?,? or (?:a loss of )?(?:about |just )?")
# `The company earned 3.16 billion yuan in the quarter`
_EARNED_IN_ALL = re.compile(
    rf"(?:\bearned|\b(?:[Ii]t|[Tt]hey|[Ww]e|company|group|firm|[a-z]*maker|giant|unit|division|business|segment|arm|operations?|brand|[A-Z][\w.]*|(?<=[a-z]),|having)(?: (?:has|had|also|still|again|nevertheless|nonetheless|only|[a-z]+ly))* lost) (?P<adjusted>(?:an? )?{ADJUSTED_EN} )?(?:a net |net )?(?:about |around |nearly |over |more than |just |only |a record )*$"
)
_LOST = re.compile(
    rf"(?:,? (?:together|alone|meanwhile|still|again|also|nevertheless|[a-z]+ly),?)? lost (?P<adjusted>(?:an? )?{ADJUSTED_EN} )?(?:a net |net )?(?:about |around |nearly |over |more than |just |only |a record |another )*$"
)
# `grew 65% to $3.3 billion but lost $36 million`: who took in so much lost so much
_GREW_BUT = re.compile(r"\d[^,;.]{0,24},? (?:but|yet|though)(?: still| also)?$")
# `has yet to turn an annual profit, and lost 5.79 billion yuan in 2024`: who made none lost, and that is no profit
_AND_LOST = re.compile(
    r"(?:\b(?:yet|never|not|no)|n't)\b[^,;.\d]{0,40}\b(?:profit|profitable|money|br(?:eak|oken) even),? (?:and|but) (?:has |had |have )?lost (?:about |around |nearly |over |more than |just |only |a record |another )*$"
)
_BEFORE_TAX = re.compile(
    r"(?: \([^()]*\))? before (?:interest(?: and|,|/) ?tax(?:es|ation)?)\b(?!,? (?:depreciation|and depreciation))"
)
# `Developers have now earned more than $550 billion on our platform`: no profit of the company's
_EARNERS = 40  # characters before the verb, within which those stand who earned
_OTHERS_EARN = re.compile(
    r"\b(?:developers|creators|sellers|merchants|drivers|couriers|riders|hosts|partners|artists|authors|publishers|streamers|influencers|workers|employees|staff|investors|shareholders|users|members|customers|farmers|traders|suppliers|dealers|franchisees|people) (?:(?:have|has|had|who|now|already|together|also|collectively) )*(?:earned|made|pocketed|netted)\b",
    re.I,
)
# `made $1.9 billion, or $1.91 a share`: what is told by the share as well was earned
_MADE = re.compile(
    r"\b(?:made|mak(?:es|ing)|netted|cleared|turned an? (?:net )?profit of|booked|pocketed) (?:a net |net )?(?:about |around |nearly |over |more than |just |only |a record )*$"
)
_AND_EACH = re.compile(
    r"(?: \([^()]*\))?,? or (?:about |around |nearly )?(?:[A-Z]{0,3}[$€£¥]?[\d.]+ ?[a-z]*) (?:per|a) (?:diluted )?share\b"
    r"|(?: \([^()]*\))? on (?:(?:total|record|net) )?(?:revenues?|sales|turnover) of\b"
)
# `The carmaker made $1.4bn between July and September`
_IN_A_TIME = re.compile(r"(?: \([^()]*\))? (?:in|between|during|for|over|from) (?:the |its )?(?!(?:net|total|gross)\b)")
_THEN = 22  # characters behind an amount, within which a period says when it was made
# `lost $40 billion in market value`, `in a day`
_NO_LOSS = re.compile(
    r"[^,;.]{0,24}\b(?:value|valuation|market|cap|wealth|fortune|fraud|day|week|month|hours|trading)\b"
)
_OF_WHAT = re.compile(
    r"(?: \([^()]*\))? (?:in|of) (?:(?:Q[1-4]|[1-4]Q|[a-z]+-quarter|quarterly|annual|total|net) )*(?:revenues?|sales|turnover)\b|(?: \([^()]*\))? (?:in|of|from|through|as) (?!(?:the|its|fiscal|first|second|third|fourth|Q\d|\d|(?:19|20)\d\d|[A-Z]|net|profit|after)\b)|(?: \([^()]*\))? (?:from|for|by|through|selling) "
)
_EACH = re.compile(
    r"(?:或(?:相当于)?|[折约]?合|相当于|折算|换算(?:为)?|即)每股(?:盈利|盈余|赚)?(?:约)?$"
)  # 净利430亿美元,或每股1.76美元
# `On a per-share basis, the company said it had profit of $1.01`
_BY_SHARE = re.compile(rf"\s*On an? (?:{ADJUSTED_EN} )?per-share basis,")
# `promised shareholders €5.35 a share`: what is paid out, whatever earnings are told before
_PAYS = re.compile(
    r"\b(?:dividends?|pay-?outs?|pay(?:s|ing)?|paid|promis(?:ed|es|ing)|propos(?:ed|es|ing)|distribut(?:e|es|ed|ing)|hand(?:ed|s|ing)? (?:back|out)|return(?:s|ed|ing)?)\b(?!-)[^;.]{0,50}$"
)
# `shareholders will get US$0.23 per share in dividends`, `as a dividend`
_AS_DIVIDEND = re.compile(r" (?:in|as(?: an?| the)?) (?:[a-z-]+ ){0,2}(?P<paid>dividends?|pay-?outs?)\b")
PER_SHARE = {"net_profit": "eps", "adjusted_net_profit": "adjusted_eps"}
PROFIT_OF = {per_share: profit for profit, per_share in PER_SHARE.items()}


def is_said_again(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is by the share as one before it was: `or $5.98 per share, compared with $2.04 billion, or 82 cents, a year ago`."""
    before = scan.preceding(amount)
    if before is None or not before.scaled or not _OR_CENTS.fullmatch(scan.text, before.end, amount.start):
        return False
    return (
        bool(PER.search(scan.text, scan.sentence.start, before.start))
        and scan.text[amount.end : amount.end + 1] in ",.;) "
    )


def _is_without_items(scan: Scan, amount: Amount, end: int | None) -> bool:
    """Whether what was earned is told on an adjusted basis: behind it, where that has an `end`, or at the sentence's start."""
    behind = end is not None and _ADJUSTED_BEHIND.match(scan.text, end)
    return bool(behind or _WITHOUT_ITEMS.search(scan.text, scan.sentence.start, amount.start))


def earned_in_all(scan: Scan, amount: Amount, profit_of: Callable[[Mention], str]) -> tuple[str, Mention] | None:
    """Return the profit that a company is said to have earned: `The retailer earned 3.16 billion yuan in the quarter`."""
    if amount.kind != "money" or not amount.scaled or _OF_WHAT.match(scan.text, amount.end):
        return None
    low = max(scan.clause(amount.start)[0] - 1, amount.start - 40)  # with the comma that an aside ends with
    said = _EARNED_IN_ALL.search(scan.text, low, amount.start)
    then = any(0 < p.start - amount.end <= _THEN for p in scan.periods) and _IN_A_TIME.match(scan.text, amount.end)
    if said is None and (
        then or opens_operating(scan, amount.start, amount.end) or _AND_EACH.match(scan.text, amount.end)
    ):
        said = _MADE.search(scan.text, low, amount.start)
    said = said or _lost_by_a_line(scan, amount, low)
    said = said or _AND_LOST.search(scan.text, max(scan.sentence.start, amount.start - 80), amount.start)
    loss = said is not None and " lost " in said[0]
    if said is None or (loss and _NO_LOSS.match(scan.text, amount.end)):
        return None
    if _OTHERS_EARN.search(scan.text, max(scan.sentence.start, said.start() - _EARNERS), said.end()):
        return None
    # who earned it stands before the verb: `Xiaomi's EV business lost 500 million yuan`
    verb = next((at for at in (said[0].find(f" {word} ") for word in ("lost", "earned")) if at >= 0), -1) + 1
    earned = Mention(said.start() + verb, said.end(), (ANY_PROFIT,), loss=loss)
    profit = "operating_profit" if _BEFORE_TAX.match(scan.text, amount.end) else profit_of(earned)
    if said.groupdict().get("adjusted"):  # `the unit lost an adjusted 1.5 billion yuan`
        return f"adjusted_{profit}", earned
    without = _is_without_items(scan, amount, amount.end)
    twin = without and profit in PER_SHARE and not profit.startswith("adjusted_")
    return (f"adjusted_{profit}" if twin else profit), earned


def _lost_by_a_line(scan: Scan, amount: Amount, low: int) -> re.Match[str] | None:
    """Return the words that say of a line of business right before them that it lost so much: `New initiatives lost 1.3 billion yuan`."""
    said = _LOST.search(scan.text, low, amount.start)
    if said is None:
        return None
    at_once = any(m.end == said.start() for m in scan.segments)
    return said if at_once or _GREW_BUT.search(scan.text, scan.sentence.start, said.start()) else None


def by_share(scan: Scan, amount: Amount, profit_of: Callable[[Mention], str]) -> tuple[str, Mention] | None:
    """Return earnings per share for `net income rose to $27.7 billion, or $3.72 per share`, `between $2.25 and $2.45 per share`."""
    per = PER.match(scan.text, scan.end_of_range(amount))
    if (
        amount.kind != "money"
        or amount.scaled
        or not (
            per
            or _EACH.search(scan.text, scan.sentence.start, amount.start)
            or _BY_SHARE.match(scan.text, scan.sentence.start, amount.start)
            or is_said_again(scan, amount)
        )
    ):
        return None
    without = _is_without_items(scan, amount, per.end() if per else None)
    if paid := _AS_DIVIDEND.match(scan.text, per.end() if per else amount.end):
        return "dividend", Mention(*paid.span("paid"), ("dividend",))
    if per and (looked := expected_by_share(scan, amount)):
        return "eps", looked
    before = max(scan.sentence.start, amount.start - 100)
    earned = _EARNED.search(scan.text, max(before, amount.start - 40), amount.start)
    if earned := earned or _OR_EACH.search(scan.text, before, amount.start):
        without = without or bool(_WITHOUT_ITEMS.search(scan.text, scan.sentence.start, earned.start()))
        name = "adjusted_eps" if earned["adjusted"] or without else "eps"
        return name, Mention(earned.start(), earned.end(), (name,), loss=earned[0].lower().startswith("los"))
    for mention in reversed([m for m in scan.metrics if m.end <= amount.start]):
        adjusted = mention.any_profit and (
            _ADJUSTED.search(scan.text, max(0, mention.start - 60), mention.start)
            or _ADJUSTED.search(scan.text, mention.end, amount.start)
            or without
        )
        if paid := _PAYS.search(scan.text, mention.end, amount.start):
            return ("dividend", Mention(*paid.span(), ("dividend",))) if "dividend" not in mention.metrics else None
        profit = profit_of(mention) if mention.any_profit else mention.metrics[0]
        metric = "adjusted_eps" if adjusted else PER_SHARE.get(profit)
        if metric:
            return metric, mention
    return None
