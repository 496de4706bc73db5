"""Earnings by the share that a text tells behind a profit or a verb: `net income of $27.7 billion, or $3.72 per share`."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.adjusted import WITHOUT_ITEMS
from generator.extraction.marks.adjusted_names import ADJUSTED_EN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
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
BY_COMPANY = (*PER_SHARE, *PROFIT_OF)  # what a whole company earned, and by the share


def is_said_again(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is by the share as one before it was: `or $5.98 per share, compared with $2.04 billion, or 82 cents, a year ago`."""
    before = scan.preceding(amount)
    if before is None or not before.scaled or not _OR_CENTS.fullmatch(scan.text, before.end, amount.start):
        return False
    return (
        bool(PER.search(scan.text, scan.sentence.start, before.start))
        and scan.text[amount.end : amount.end + 1] in ",.;) "
    )


def is_without_items(scan: Scan, amount: Amount, end: int | None) -> bool:
    """Whether what was earned is told on an adjusted basis: behind it, where that has an `end`, or at the sentence's start."""
    behind = end is not None and _ADJUSTED_BEHIND.match(scan.text, end)
    return bool(behind or _WITHOUT_ITEMS.search(scan.text, scan.sentence.start, amount.start))


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
    without = is_without_items(scan, amount, per.end() if per else None)
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
