"""What came in a span that has no name: in a year that runs yet, or since a programme began."""

from __future__ import annotations

import re

from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_LAST_MONTH = 12  # in which a text may well tell of its whole year
# `Since the start of the program, the Company has repurchased`, `cumulatively repurchased`
_IN_ALL = re.compile(
    r"\b[Ss]ince (?:the )?(?:(?:start|beginning|launch|inception|commencement|announcement) of (?:the|its|this) (?:[a-z]+ ){0,3}(?:program(?:me)?|plan|scheme)|(?:its|the program(?:me)?['’]s) (?:launch|inception|start))\b"
    r"|\b(?:cumulatively (?:repurchased|bought)|cumulative(?:ly)? (?:total|repurchases|buybacks))\b"
)
# 腾讯当天以每股592至600.5港元的价格回购92.2万股,耗资5.5亿港元: what one day's shares cost
_ON_A_DAY = re.compile(
    "(?:当[天日]|同日|今[天日]|昨[天日]|\\d{1,2}日)[^;。]{0,24}(?:[买购]回|回购)[^;。]{0,16}股(?![权东])|(?:[买购]回|回购)[^;。]{0,16}股(?![权东])[^;。]{0,10}每股"
)
# 控股股东完成增持,持股比例从45.8%提高到46.1%: on whatever day that was
_CHANGED_HANDS = re.compile("(?:增持|减持|受让|转让|收购|入股|举牌|完成交割|股权变动)")


def has_no_name(around: Surroundings, metric: str, period: Period | None) -> bool:
    """Whether what came, as a text says, did so in a span that is none of a company's periods."""
    scan = around.scan
    bought = metric == "buyback" and _IN_ALL.search(scan.text, scan.sentence.start, scan.sentence.end)
    if (
        metric == "stake"
        and scan.chinese
        and not around.resolved
        and _CHANGED_HANDS.search(scan.text, scan.sentence.start, scan.sentence.end)
    ):
        return True
    if metric == "buyback" and scan.chinese and _is_a_days(around):
        return True
    return bool(bought) or runs_yet(around, period)


def _is_a_days(around: Surroundings) -> bool:
    """Whether a Chinese sentence tells of the shares that were bought back on one day, and names no longer time."""
    scan = around.scan
    longer = any(p.kind != "instant" for m, p in around.resolved)
    return not longer and _ON_A_DAY.search(scan.text, scan.sentence.start, scan.sentence.end) is not None


def runs_yet(around: Surroundings, period: Period | None) -> bool:
    """Whether a period is `this year`, which runs yet: what a text says came in it is no whole year's."""
    day = around.calendar.published
    if period is None or day is None or period.kind != "year" or period.fiscal:
        return False
    said = any(m.shift == 0 and m.scope == "year" for m, p in around.resolved if p == period)
    return said and period.year == day.year and day.month < _LAST_MONTH
