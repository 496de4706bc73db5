"""The unit of a figure: what its metric is measured in, and which currency an amount that names none is in."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.currencies import Currencies
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.settings.catalogue import Catalogue, Company

_SHARE_PRICES = ("share_price", "target_price", "dividend")
_NAMED = re.compile(r"[美港欧日韩澳加]元|人民币|新台币|台币|RMB|¥|[$€]|EUR|USD|HKD")
_SAID = {"percent": "percent", "points": "percentage_point", "speed": "tokens_per_second", "times": "times"}
_OF_UNIT = {"percent": "percent", "count": "count", "speed": "tokens_per_second"}
# `10,105 crowns`: whose, the company says
_BARE_CROWNS = re.compile(r"(?<!Swedish)(?<!Danish)(?<!Norwegian)(?<!Czech)[ -](?:crowns|kronor|krona|kroner)$")
_CROWNS = ("SEK", "DKK", "NOK", "CZK")
# 若以美元计算,第三季营收331亿
_IN_DOLLARS = re.compile("以美元(?:来|口径)?(?:计算|计价|计|为单位|口径)")


def currency_before(scan: Scan, amount: Amount) -> str | None:
    """Return the currency of the English amount before one that names none: `21.6 billion euros, up from last year's 17.1 billion`."""
    if scan.chinese or amount.currency:
        return None
    told = (a for a in reversed(scan.amounts) if a.end <= amount.start and a.currency)
    return next((a.currency for a in told if not scan.brackets_around(a.start)), None)


def is_in_dollars(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether a Chinese sentence says of a metric that it is told in dollars, where its amount names no currency.

    Behind one that does, it is what that comes to at home: 美元营收284亿至292亿美元,以1美元兑32.5元计算,约9230亿至9490亿元
    """
    if any(a.currency == "USD" and mention.end <= a.start < amount.start for a in scan.amounts):
        return False
    if scan.text.endswith("美元", 0, mention.start):
        return True
    return bool(_IN_DOLLARS.search(scan.text, scan.sentence.start, mention.start))


def unit_of(
    metric: str,
    amount: Amount,
    said: str,
    company: Company | None,
    catalogue: Catalogue,
    currencies: Currencies,
    language: str,
) -> str:
    """Return the unit of a metric's figure; `said` is the amount as the text has it."""
    entry = catalogue.metrics[metric]
    if entry.unit not in ("money", "money_per_share"):
        return _OF_UNIT.get(entry.unit, entry.unit)
    if said.endswith("万元") and (metric == "asp" or entry.base == "asp") and not _NAMED.search(said):
        return "CNY"  # what a car costs in China
    if said.endswith("元") and not _NAMED.search(said) and amount.currency in (None, "CNY"):
        priced = metric in _SHARE_PRICES and not (metric == "dividend" and currencies.declared)
        priced = priced or (metric == "market_cap" and language == "zh-Hant")
        there = currencies.in_hong_kong or language == "zh-Hant"
        if company is not None and company.currency == "TWD" and (priced or language == "zh-Hant"):
            return "TWD"  # 台积电收1160元, beside NVIDIA's dollars
        in_hong_kong = priced and company is not None and _quoted_in_hong_kong(company, there)
        if in_hong_kong:
            return "HKD"
        own = company is not None and company.currency == "CNY" and not currencies.declared
        return "CNY" if own else currencies.yuan  # 阿里's 2478亿元, in a text on Apple's 1025亿美元
    if metric == "market_cap" and language == "zh-Hant" and amount.currency is None and not _NAMED.search(said):
        return "HKD" if company is not None and _quoted_in_hong_kong(company, True) else currencies.unnamed
    if amount.currency == "CNY" and not (_NAMED.search(said) or "元" in said or "CNY" in said):
        return currencies.yuan  # the lower end of 1421亿至1501亿元
    if (
        said.startswith(("¥", "$"))
        and company is not None
        and (signed := _by_its_sign(said, metric, company, currencies))
    ):
        return signed
    if company is not None and company.currency in _CROWNS and _BARE_CROWNS.search(said):
        return company.currency
    return amount.currency or entry.currency or currencies.unnamed


def unit_said(amount: Amount) -> str:
    """Return the unit of an amount that no metric claims."""
    return amount.currency or _SAID.get(amount.kind, "count")


def _by_its_sign(said: str, metric: str, company: Company, currencies: Currencies) -> str | None:
    """Return the currency that a sign is of at a company's: the yen in Japan, the exchange's dollar at a portal in Hong Kong."""
    if said.startswith("¥"):
        return "JPY" if company.currency == "JPY" else None
    priced = metric in _SHARE_PRICES or metric == "market_cap"
    return "HKD" if currencies.dollars_there and priced and _quoted_in_hong_kong(company, True) else None


def _quoted_in_hong_kong(company: Company, there: bool) -> bool:
    """Whether the 元 of a share's price is Hong Kong's: of a company listed only there, or in a text from `there`."""
    in_hong_kong = any(t.endswith(".HK") or re.fullmatch(r"0\d{4}", t) for t in company.tickers)
    on_mainland = any(t.endswith((".SZ", ".SH")) or re.fullmatch(r"[036]\d{5}", t) for t in company.tickers)
    return in_hong_kong and (not on_mainland or there)
