"""Numbers that a page has torn at their decimal point: `RMB167 6bn`, `from 53 1% to 54 4%`, `HK$389 80`.

Digests of brokers' notes lose every point of a text at once, so one that is sure tells how the others are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.months import BEGINNINGS

_CURRENCY = r"(?:RMB|CNY|HK\$|HKD|HK|US\$|USD|NT\$|EUR|[$€£¥])"
_WHOLE = r"\d{1,3}(?:,\d{3})*"
_SCALE = r" ?(?:bn|mn|tn|[mb]illion|trillion)(?![A-Za-z])|[万亿]"
_AMOUNT = rf"(?<![A-Za-z]){_CURRENCY} ?(?P<whole>{_WHOLE})(?P<torn> )(?P<rest>\d{{1,2}})(?:{_SCALE})"
_LEADS = r"(?:from|to|of|by|at|was|is|up|down|than|and|or|about|around|nearly|over)"
_RATED = "[增长升涨跌降减滑至到达为是约近逾超幅占]"  # no 小米第3 14%, no 小米17 20%, no row 毛利率48 53%
_PERCENT = rf"(?:(?<![A-Za-z]){_LEADS} |(?<![\w)%])[-+]|{_RATED})(?P<whole>\d{{1,3}})(?P<torn> )(?P<rest>\d{{1,2}})%"
# Where points are lost: amounts without a currency, prices, percents and multiples behind any small letter
_COUNTED = r"bn|mn|[mb]illion|trillion|times|percent|per cent|(?:business |trading )?(?:day|week|month|quarter|year)s?"
_PRICE = rf"(?<![A-Za-z]){_CURRENCY} ?{_WHOLE}(?P<torn> )\d{{1,2}}(?![\w.,%/-])(?! ?(?:{_COUNTED})\b)"
_COUNT = rf"(?<=[a-z] ){_WHOLE}(?P<torn> )\d{{1,2}}(?:{_SCALE})"
_RATE = r"(?<=[a-z] )\d{1,3}(?P<torn> )\d{1,2}(?:%|x(?![A-Za-z])| ?ppts?(?![A-Za-z]))"
_BETWEEN_DIGITS = re.compile(r" (?<=\d )(?=\d)")  # most texts have none
_SURE = (re.compile(_AMOUNT), re.compile(_PERCENT))
_ANY = tuple(map(re.compile, (_AMOUNT, _PERCENT, _PRICE, _COUNT, _RATE)))
_DAY_BEFORE = re.compile(rf"\b(?:{BEGINNINGS})[a-z]*\.? $")  # `On March 15 20 million users`
_WIDEST = 2  # how many times its lower end the upper one of a range is, whose dash is lost: `RMB8 12bn`
_FEW = 2  # percents: one alone may be two numbers, `of iPhone 16 5%`


def torn_decimals(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield the blanks that stand where points were."""
    if not _BETWEEN_DIGITS.search(even) or not _is_torn(even):
        return
    found = (found for form in _ANY for found in form.finditer(even))
    places = {one.span("torn") for one in found if not _DAY_BEFORE.search(even, max(0, one.start() - 12), one.start())}
    yield from ((start, end, ".") for start, end in sorted(places))


def _is_torn(even: str) -> bool:
    """Whether a text has lost points: an amount that can be no range (`RMB30 35bn` may be one), or several percents."""
    amounts, percents = _SURE
    if any(not _may_be_range(found) for found in amounts.finditer(even)):
        return True
    return sum(1 for found in percents.finditer(even) if not _may_be_range(found)) >= _FEW


def _may_be_range(found: re.Match[str]) -> bool:
    low, high = int(found["whole"].replace(",", "")), int(found["rest"])
    return low < high <= _WIDEST * low or (low < high and len(found["rest"]) == len(found["whole"]))
