"""Changes: whether a percentage, a multiple or percentage points say how far a metric moved, and against what."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.against import against_of
from generator.extraction.changes.direction import direction_of
from generator.extraction.changes.grew_then import grew_then
from generator.extraction.changes.growth_word import growth_before
from generator.extraction.changes.in_both_zh import in_both
from generator.extraction.changes.more_zh import is_more_than_anothers
from generator.extraction.changes.than import period_beside
from generator.extraction.figure import Measure
from generator.extraction.frozen import frozen
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.cues import BASES, Against
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

OF_ANOTHER = "the change of another period"
MULTIPLE = "a multiple of something that is not last year's figure"
# `优于前一季18%的增幅`: the change that stands right behind another period is of that one.
_ANOTHER = re.compile(
    r"(?:前[一1]季度?|上季度?|上[一1]季度?|去年同期|上年同期|[一二三四1-4首次末]财?季度?|前一年|上年|去年)(?:的|约|近|逾|超过?|增速|增幅|[仅只]?[增升跌降减涨]长?的)*\s*$|扭转[^,;。]{0,12}$"  # 扭转上季度下降2.3%趋势
)
# 较上季度-1pct: how far it is from that one
_BESIDE_ZH = re.compile(
    r"(?:较|比|相较于?|相比于?|对比)(?:前[一1]季度?|上[一1]?季度?|去年同期|上年同期|[一二三四1-4首次末]财?季度?|前一年|上年|去年)$"
)
# `slower than the 27% increase estimated for the first quarter`
_THAN_THE = re.compile(
    r"\b(?:slower|faster|quicker|higher|lower|better|worse|weaker|stronger|smaller|larger|bigger|steeper|sharper|less|more) than (?:the|its|an?) (?:[a-z-]+ ){0,2}$"
)
_OF_THE_MARKET = re.compile(r" (?:share )?of the (?:[a-z]+ )?market\b")  # `capturing 18.3% of the market`
# A forecast or a target that is raised has not grown.
_REVISED = re.compile(r"上调|下调|调升|调降|调高|调低|上修|下修")
_FORECAST_REVISED = re.compile(
    r"(?:预测|盈测|预期)(?!的)(?:(?!将)[一-鿿\d、]){0,14}(?:调整|调高|调低|上调|下调|降低|提高|下修|上修|升|降)"
)
# `比大摩预期少11%`, `较市场预期高2%`
_BESIDE_EXPECTED = re.compile(
    r"(?:比|较)[一-鿿A-Za-z]{0,10}(?:预期|预估|预测)(?:值|的)?(?:高出?|低|多|少|超出)[约近逾]?$"
    r"|(?:比|较)[一-鿿A-Za-z]{0,6}(?:先前|此前|原先|之前|早前|原本)(?:的)?(?:预期|预估|预测|估计|预计|目标)(?:值|的)?[\d.]*[万亿]?[辆台部元]?(?:再|又|大|小|略|微)?(?:高|低|多|少|降|升|增|减|[上下]调|调[升降])[约近逾]?$"
)
# `从1991年至2024年,鸿海营收成长3000倍`
# 目标由550万辆下调至460万辆,降幅达16%: how far the aim was moved
_HOW_FAR = re.compile(
    rf"(?:[上下][调修]|调[高低升降]|削减|下降)[^,;。\d]{{0,8}}[至到为]?(?:约|近)?[\d.]+[万亿]?[台辆部元]?[,(](?:[降升增减调跌]|调整|[上下][调修])幅度?{IS}$"
    # 上调小米2025年和2026年的纯利预测,分别提高4.3%和3.5%
    r"|(?:[上下][调修]|调[高低升降整])了?[^,;。]{2,34}(?:预测|盈测|预估|预期)值?,(?:幅度)?(?:分别|各|均)?(?:为|提[高升]|降低|增加|减少|[上下][调修]|调?[高低升降])(?:了|约|近)?$"
    # 已将今年目标下调至460万辆,较原来的550万辆减少16%
    r"|[较比](?:原来|原先|原本|原定|此前|先前|早前)的?(?:目标)?[\d.]+[万亿]?[台辆部元]?(?:的?目标)?(?:减少|下[降调]|增加|提高|上[升调]|[高低降升减增少多])了?(?:约|近)?$"
)
_OVER_YEARS = sought(
    r"(?:从|自)(?:19|20)\d\d年(?:至|到)(?:19|20)\d\d年|这段(?:期间|时间)|(?:\d+|[一二三四五六七八九十]+)年来(?![看说讲])"
)
# `30% growth p.a.`, `a 300% increase on its first day`
_EACH_YEAR = re.compile(
    r" (?:[a-z-]+ ){0,3}(?:p\.a\.|per annum|per year|each year|every year|annually (?:from|between|over|through|until|to (?=20\d\d|the end|[^,;]{0,40}\b(?:by|in) 20\d\d))|CAGR|compound annual)|[^,;.\d]{0,40} on (?:its|the) (?:first|opening|launch) day\b"
)
# 国内市占率每年增1%, 每年提升1个百分点: of every year to come
_EACH_YEAR_ZH = re.compile(r"(?:每年|逐年|年均|每一年)[^,;。\d]{0,8}[+-]?$")
# 一个月里涨了35.8%: over a time that is told as so long; but 止三个月内, 首九个月内 and 第二季度内 are periods
_SO_LONG_ZH = re.compile(
    r"(?<![止的第首前头])(?:[一两二三四五六七八九十几数半]|(?<![\d止的第首前头])\d{1,2})(?:个多?月|周|个?星期)(?:里|内|之内|之间|间|时间)[^,;。\d]{0,8}[+-]?$"
)
# 营收增速较前季翻倍至16%: what doubled is the rate; no 增速最快的云业务收入翻倍
_RATE_DOUBLED = re.compile("(?:[增升跌降减]幅|增速|(?:增长|成长|下降)率)(?:(?![的最])[^,;。\\d]){0,16}$")
_LEAD = 16  # characters before a change, within which it is said to be every year's
_LAST_YEARS = re.compile(r"(?:去年同期|上年同期|去年|上年)的$")


@frozen
class Change:
    """How far something moved: in percent or percentage points, with sign, and against which period.

    `than` is the period that the text names for comparison (up 40.8 % from the third quarter of 2024).
    """

    value: Decimal
    precision: Decimal
    points: bool
    against: Against
    doubt: str | None = None
    than: PeriodMention | None = None


def measured(against: Against, points: bool) -> tuple[Measure, str]:
    """Return the measure and the unit of a change."""
    if points:
        return ("yoy_pp" if against == "yoy" else "qoq_pp"), "percentage_point"
    return ("yoy" if against == "yoy" else "qoq"), "percent"


def change_of(scan: Scan, amount: Amount) -> Change | None:
    """Return the change that an amount states, None where it states a level."""
    if amount.kind not in ("percent", "points", "times") or _OF_THE_MARKET.match(scan.text, amount.end):
        return None
    if amount.noun == "multiple":
        against, doubt = against_of(scan, amount)
        if _RATE_DOUBLED.search(scan.text, max(scan.sentence.start, amount.start - 2 * _LEAD), amount.start):
            return Change(amount.value, amount.precision, False, against, "how far a rate of growth moved")
        since = period_beside(scan, amount) if scan.chinese else None  # 比三季度的25亿元翻了一倍
        return Change(amount.value, amount.precision, False, against, None if since else doubt, since)
    both = in_both(scan, amount)
    sign = both.sign if both else 0
    sign = sign or direction_of(scan, both.told if both else amount) or _of_upper(scan, amount)
    if sign == 0:
        return _multiple_of_last_year(scan, amount)
    if amount.kind == "times" and not re.search(r"[一-鿿]", scan.text[amount.start : amount.end + 1]):
        return Change(amount.value, amount.precision, False, "yoy", "`rose two times` may mean doubled or tripled")
    against, doubt = (both.against, None) if both else against_of(scan, amount)
    doubt = _why_doubtful(scan, amount, against) or doubt
    factor = 100 if amount.kind == "times" else 1
    if amount.signed and (both or amount.value < 0):
        sign = -1 if amount.value < 0 else 1  # 同比增长-4.6%; 同环比-33%/+23%
    value = abs(amount.value) * factor * sign
    than = period_beside(scan, amount)
    return Change(value, amount.precision * factor, amount.kind == "points", against, None if than else doubt, than)


def _of_upper(scan: Scan, amount: Amount) -> int:
    """Return the direction that is said behind a range for both its ends: `a 30.7-37% YoY fall`."""
    after = scan.following(amount)
    upper = after if amount.kind == "percent" and after is not None and after.range_end else None
    return direction_of(scan, upper) if upper else 0


def _multiple_of_last_year(scan: Scan, amount: Amount) -> Change | None:
    """`去年同期的1.8倍` is a rise of 80 %; any other multiple says nothing that can be relied on."""
    if amount.kind != "times":
        return None
    if _LAST_YEARS.search(scan.text, max(scan.sentence.start, amount.start - 8), amount.start):
        return Change((amount.value - 1) * 100, amount.precision * 100, False, "yoy")
    return Change(amount.value, amount.precision, False, "yoy", MULTIPLE)


def _why_doubtful(scan: Scan, amount: Amount, against: Against) -> str | None:
    """Return why a change may not be one of the metric from the period before, None where nothing says so."""
    if _is_revision(scan, amount):
        return "how far an expectation was revised"
    if against == "yoy" and _OVER_YEARS.search(scan.text, scan.sentence.start, amount.start):
        return "over more than a year"
    low = max(scan.sentence.start, amount.start - _LEAD)
    so_long = (form.search(scan.text, low, amount.start) for form in (_EACH_YEAR_ZH, _SO_LONG_ZH))
    if _EACH_YEAR.match(scan.text, amount.end) or any(so_long):
        return "over another time than a quarter or a year"
    if _BESIDE_EXPECTED.search(scan.text, max(scan.sentence.start, amount.start - 24), amount.start):
        return "measured against what was expected"
    if is_more_than_anothers(scan, amount):
        return "measured against another's"
    than = _THAN_THE.search(scan.text, max(scan.sentence.start, amount.start - 40), amount.start)
    if than and grew_then(scan, amount) is None:
        return OF_ANOTHER
    near = max(scan.sentence.start, amount.start - 12)
    if _ANOTHER.search(scan.text, near, amount.start):
        return None if amount.signed and _BESIDE_ZH.search(scan.text, near, amount.start) else OF_ANOTHER
    return None


def _is_revision(scan: Scan, amount: Amount) -> bool:
    cue = growth_before(scan, amount)
    start, _ = scan.clause(amount.start)
    if _HOW_FAR.search(scan.text, max(scan.sentence.start, amount.start - 44), amount.start):
        return bool(scan.cues_between(scan.sentence.start, amount.start, "target", "forecast"))
    revised = _FORECAST_REVISED.search(scan.text, max(start, amount.start - 40), amount.start)
    if revised and not scan.cues_between(revised.start(), amount.start, *BASES):
        return True  # 净利预测按年升19% is how far it grows
    return cue is not None and bool(_REVISED.match(scan.text, cue.start))
