"""The forms of numbers, of the scales and units behind them and of the currencies before them, as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from generator.extraction.vocabulary import words

CURRENCIES = {
    where: {form: code for code, forms in words("numbers")["currencies"][where].items() for form in forms}
    for where in ("before", "after")
}
SCALES = {word: Decimal(value) for scales in words("numbers")["scales"].values() for word, value in scales.items()}
# 毛利率18%,同比-1.2pt, 净利率9%,环比-1ct: points, as Chinese notes shorten them
_POINTS_ZH = r"(?:pts?|cts?|[pP]\.[pP]\.?)"
_POINTS = rf"(?:pct|ppt|pp|{_POINTS_ZH}|个?百分点|个点)"
# 较Q2+2pct, 比25Q2-1pp, 较1Q25+0.5pct: a quarter glued to the sign of what it moved by
_QUARTERS = (r"Q[1-4]", r"[1-4]Q", r"H[12]", r"[12]H")
_YEARS = (r"\d\d", r"20\d\d")
_GLUED = (*_QUARTERS, *(f"{year}{q}" for year in _YEARS for q in _QUARTERS), *(f"{q}{_YEARS[0]}" for q in _QUARTERS))
_BESIDE = rf"(?:{'|'.join(f'(?<=[较比]{form})' for form in _GLUED)})"


def _alternatives(forms: Iterable[str]) -> str:
    return "|".join(
        re.escape(form) + (r"(?![A-Za-z])" if form[-1:].isascii() and form[-1:].isalpha() else "")
        for form in sorted(forms, key=len, reverse=True)
    )


@cache
def number_form() -> re.Pattern[str]:
    scales = _alternatives(words("numbers")["scales"]["zh"])
    symbols = r"(?<![\w.])|(?<=[^\x00-\x7f])|(?<=RMB)|(?<=Rmb)|(?<=CNY)|(?<=USD)|(?<=HKD)|(?<=EUR)|(?<=TWD)|(?<=JPY)|(?<=KRW)|(?<=GBP)|(?<=INR)|(?<=Rs)|(?<=Rs\.)|(?<=\$)|(?<=(?<![A-Za-z])W)|(?<=(?<![A-Za-z])US)|(?<=(?<![A-Za-z])HK)"
    return re.compile(
        rf"(?=[-+\d一二三四五六七八九十廿卅两百千万亿])(?P<sign>(?<![\w%)\]-])[-+]|(?<=RMB)-|(?<=Rmb)-|(?<=\$)-|(?<=[比年季为是约率流额润利长减降幅速别和及与至到])[-+]|(?<=[Yy][oO][Yy])[-+]|(?<=[Qq][oO][Qq])[-+]|(?<=[一-鿿])[-+](?=\d+(?:\.\d+)?(?:%|{_POINTS}))|{_BESIDE}[-+](?=\d+(?:\.\d+)?(?:%|{_POINTS})))?(?:(?:{symbols})(?P<digits>\d{{1,3}},\d{{1,2}}(?= ?%| per ?cent| (?:billion|million|trillion)\b)|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d{{1,2}}(?:,\d\d)+,\d{{3}}(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
        rf"|(?P<han>(?<![数几])(?:[一二三四五六七八九十廿卅两][零〇一二两三四五六七八九十百千万]*|百[零一二三四五六七八九十])(?:[点.][零〇一二三四五六七八九]+)?)"
        rf"(?=(?:%|兆|亿|万|千|百|[几多余][万亿兆]|成|倍|个百分点|元|美元|港元|台|辆|家|部|人|名))"
        rf"|(?<=[逾超近约破过达砸上入])(?P<implied>{scales})(?![\d一-鿿]{{0,1}}[富科])(?=[元美港人台辆家部,。;、熬级 ]|$))"
    )


@cache
def unit_form() -> re.Pattern[str]:
    forms = words("numbers")
    scales = forms["scales"]
    after = [form for listed in forms["currencies"]["after"].values() for form in listed]
    return re.compile(
        rf"(?:(?P<scale>[ ]?(?:[余多几](?=[万亿]))?(?:{_alternatives(scales['zh'])})|[ -]?(?i:{_alternatives(scales['en'])})|(?:{_alternatives(scales['letters'])})))?"
        r"(?:[余多几来]?)"
        rf"(?:[ -]?(?:(?P<percentage_point>(?<=\d)pcts?(?=[一-鿿,。;、()/ \x1f]|$)|(?<=\d){_POINTS_ZH}(?=[一-鿿,。;、()/\n\x1f]|$| [YyQq][Oo/][YyQq])|(?<=\d )[pP]\.[pP]\.?(?=[一-鿿,。;、()/\n\x1f]|$)|(?<=\d )pcts?(?=[,;、。)]?\s?[一-鿿]|。)|(?i:{_alternatives(forms['percentage_point'])}))"
        rf"|(?P<basis_point>(?i:{_alternatives(forms['basis_point'])}))|(?P<percent>(?i:{_alternatives(forms['percent'])})|pc(?![A-Za-z]))"
        rf"|(?P<tenths>成(?:[一二三四五六七八九]|半)?(?![立功长为交本员都人]))|(?P<tokens>(?i:{_alternatives(forms['tokens'])}))"
        rf"|(?P<cents>美分|港仙|美仙|仙(?=[,。;、)股元人港]|$)|分(?=[,。;、)人]|$)|(?:HK |Hong Kong |US |euro |Singapore )?cents?(?![A-Za-z])|pence(?![A-Za-z])|(?<=\d)(?<!\b480)(?<!\b576)(?<!\b720)(?<!\b1080)(?<!\b1440)(?<!\b2160)p(?= (?:a|per) share\b|[,;.)]? (?:from|to|on|in|at|after|by|and|as|for|with|[A-Z])|[.,;)]|$))|(?P<times>倍(?:半(?!导)|[一二三四五六七八九](?![一-鿿%]))|{_alternatives(forms['times'])})|(?:多|余|个)?(?P<currency>{_alternatives(after)})(?!(?<=[A-Za-z$])\d|(?<=-[A-Z]{{3}}) \d)))?"  # the second RMB of `RMB113.1bn RMB92.5bn` is the next one's, so is that of `USD 32-USD 34 billion`
    )  # fmt: skip


@cache
def currency_before() -> re.Pattern[str]:
    forms = [form for listed in words("numbers")["currencies"]["before"].values() for form in listed]
    return re.compile(
        rf"(?<![A-Za-z])(?P<currency>{'|'.join(re.escape(f) for f in sorted(forms, key=len, reverse=True))})[ ]?$"
    )
