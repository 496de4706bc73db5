"""The currencies of amounts that name none: what a text declares (美元,下同), its company's, its language's."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.frozen import frozen
from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading

_DECLARED = sought(
    r"\((?:in |单位:?|均以|以下)?\s*(?P<currency>人民币|美元|港元|港币|欧元|日元|新台币|RMB|yuan|CNY)(?!柜台)[^)]{0,6}(?:[,·.、;]?\s*[下以]下?同|)\)"
    r"|(?P<currency2>人民币|美元|港元|港币|欧元|日元|新台币)[)]?\s*[,(·.、]?\s*[下以]下?同"
)
_IN_YUAN = re.compile(
    r"美元\s?\((?:[^()]{0,10}?(?:约合|折合|合|约|相当于))?\s?人民币|人民币[\d.,]+[万亿]*元?\s?\([^()]{0,6}美元|\d[万亿]元人民币"
)
# 比亚迪股份(01211), 比亚迪(002594): a share's number in Hong Kong, and on the mainland
_CODE_THERE = sought(r"(?<=[一-鿿]\()(?:0\d{4}|\d{4,5}(?=\.HK))(?=\.HK|[),])")
_CODE_HERE = sought(r"(?<=[一-鿿]\()[036]\d{5}(?=\.S[ZH]|[),])")
# XIAOMI-W (01810.HK): a portal in Hong Kong, whose `$66` is its own dollar; one that says HK$, or speaks of New York, is not
_PORTAL_THERE = sought(r"(?<=[A-Za-z] \()0\d{4}(?:\.HK)?(?=\))")
_DOLLARS_TOLD = sought(
    r"\bHK ?\$|\bHKD\b|\b[Hh]ong [Kk]ong dollar|\bNYSE\b|\b(?:NASDAQ|Nasdaq)\b|\bADRs?\b|\bADSs?\b|\bNew York\b|\.US\b|\b[Uu]\.?S\.? dollar"
)
_CODES = {"美元": "USD", "港元": "HKD", "港币": "HKD", "欧元": "EUR", "日元": "JPY", "新台币": "TWD"}
_ABROAD = {
    "USD": "美元",
    "EUR": "欧元",
    "JPY": "日元",
    "KRW": "韩元",
}  # what companies abroad report in, as Chinese texts say it


@frozen
class Currencies:
    """The currency of amounts that name none, and that of a bare 元: what the text declares (美元,下同), else the yuan."""

    unnamed: str
    yuan: str
    in_hong_kong: bool = False  # the company is told by its number at Hong Kong's exchange: 比亚迪股份(01211)
    dollars_there: bool = False  # a bare `$` of a share's price is Hong Kong's dollar
    declared: bool = False  # the text says so of all that follows: 纯利402亿元(人民币,下同),派末期息39.74元


def currencies_of(reading: Reading, home: str | None, titled: list[str], names: Names) -> Currencies:
    """Return the currencies of amounts: what the text declares, the company's, the language's."""
    there, here = _CODE_THERE.search(reading.text), _CODE_HERE.search(reading.text)
    in_hong_kong = there is not None and (here is None or there.start() < here.start())
    portal = reading.document.language == "en" and _PORTAL_THERE.search(reading.document.text) is not None
    dollars_there = portal and _DOLLARS_TOLD.search(reading.document.text) is None
    told = _told_or_own(reading, home, titled, names)
    return replace(told, in_hong_kong=in_hong_kong, dollars_there=dollars_there)


def _told_or_own(reading: Reading, home: str | None, titled: list[str], names: Names) -> Currencies:
    if declared := _DECLARED.search(reading.text):
        code = _CODES.get(declared["currency"] or declared["currency2"], "CNY")
        return Currencies(code, code, declared=declared[0].rstrip(")").endswith("同"))
    own = names.catalogue.companies[home].currency if home else None
    beside = any(names.catalogue.companies[name].currency == "CNY" for name in titled)  # 微博、B站同日放榜
    if own == "USD" and (beside or _IN_YUAN.search(reading.text)):
        return Currencies(own, "CNY")  # 第二财季收入1464亿元, and below it 204.52亿美元(约合人民币1464亿元)
    if own == "TWD" or (own in _ABROAD and _ABROAD[own] in reading.text):
        return Currencies(own, own)  # an English company's 200亿元 beside its 181亿美元; 元 in Taiwan is its own dollar
    return Currencies(own or ("USD" if reading.document.language == "en" else "CNY"), "CNY")
