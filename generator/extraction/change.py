"""Changes: whether a percentage, a multiple or percentage points say how far a metric moved, and against what."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from generator.extraction.against import Against, against_of, in_both, in_brackets
from generator.extraction.amount import Amount
from generator.extraction.cues import Cue
from generator.extraction.figure import Bound, Measure
from generator.extraction.frozen import frozen
from generator.extraction.periods import PeriodMention
from generator.extraction.scanning import Scan

_TO = re.compile(r"(?:\bto\b|\bto a\b|至|到(?!底)|(?<!幅)(?<!长)(?<!度)(?<!速)达(?:到)?|为$)", re.I)
_LABELLED = re.compile(r"(?<!\d):")  # `毛利率改善:2025年22.9%`: what stands before the colon is a heading
_FAR = 34  # characters between the word and the amount, beyond which they have nothing to do with each other
_AFTER = re.compile(
    r"^[\s-]{0,2}(?:的)?(?:(?:(?!(?:and|or|but|to|of|in|from|for|with|on|by|at|while|vs)\b)(?:[a-z-]+|Q[1-4]|YoY|QoQ|YOY|QOQ|[Yy]/[Yy]|[Qq]/[Qq])|同比|环比|年|季)[\s-]?){0,3}?"
    r"(?P<cue>increase|rise|growth|jump|gain|lift|advance|surge|improvement|expansion|climb|uptick|bump|boost|leap|spike|decline|drop|fall|decrease|slump|plunge|dip|reduction|contraction|slide|higher|lower|(?:more|less|fewer)(?= than (?:a year|last year|in the same|the same|the year))|up(?= (?:from(?! (?:just |about |around |only )?[\d.]+ ?%)|on|over|year|quarter|yoy|qoq))|down(?= (?:from(?! (?:just |about |around |only )?[\d.]+ ?%)|on|over|year|quarter|yoy|qoq))|"
    r"的?(?:增长|增幅|涨幅|升幅|增速|跌幅|降幅|减幅|下滑|下降|提升))"
)
_FALLING = re.compile(
    r"down|decline|drop|fall|decrease|slump|plunge|dip|reduction|contraction|slide|lower|less|fewer|跌|降|减|下滑"
)
_RATE_BEFORE = re.compile(
    r"(?:(?:增速|增长|增长率|增幅)[虽则已仍]?(?:放缓|回落|加快|加速|收窄|扩大|提升|提速)[至到]"
    r"|(?:增速|增长率|增幅|涨幅|升幅|年增率|growth rate)(?:分别)?(?:约|仅)?(?:为|达|达到|高达|是|至|超过?|接近|上调至|上修至|:|of|was|at|stood at)?)\s*$",
    re.I,
)
_BASE_ALONE = re.compile(r"(?:同比|环比)[约近超逾]?$")  # 收入163亿元,同比29.4%: what has no sign has grown
# `同比降幅为3.6%`
_FALL_BEFORE = re.compile(r"(?:降幅|跌幅|减幅)(?:分别)?(?:约|仅)?(?:为|达|达到|高达|是|超过?|接近)$")
# `多0.5%`, `少3.1%`: what Hong Kong's papers say for up and down, right before the amount.
_MORE = re.compile(r"(?P<word>(?<![最许更不至众太诸好差])多|(?<![减最不至缺])少)(?:近|逾|约|超|了|达)?$")
# `优于前一季18%的增幅`: the change that stands right behind another period is of that one.
_ANOTHER = re.compile(
    r"(?:前一季度?|上季度?|上一季度|去年同期|上年同期|[一二三四]季度?|前一年|上年|去年)(?:的|约|增速|增幅)*\s*$"
)
# A forecast or a target that is raised has not grown.
_REVISED = re.compile(r"上调|下调|调升|调降|调高|调低|上修|下修")
_FORECAST_REVISED = re.compile(
    r"(?:预测|盈测|预期)[一-鿿\d、]{0,14}(?:调整|调高|调低|上调|下调|降低|提高|下修|上修|升|降)"
)
_THAN = re.compile(
    r"(?:,? or (?:[A-Z]{2,3} ?)?[$€¥]?[\d.,]+(?: (?:million|billion|yuan|units|vehicles))*(?=,| ))?(?: (?:higher|lower|growth|increase|decrease|decline|rise)(?: in (?:[a-z]+ )?[a-z]+)?)?,?\s*(?:from|over|compared (?:to|with)|versus|vs\.?|than|on|(?:from|compared (?:to|with)|versus|than) (?:about |an? record |the record |its |the |an? )?[A-Z$€¥£]{0,4} ?-?[\d.,]+ ?(?:%|percent|per cent|thousand|million|billion|trillion|bn|m)?(?: (?:yuan|RMB|CNY|euros?|dollars|units|vehicles|cars|devices|users|people))? (?:in|for|of|recorded in|reported in))\s+(?:that (?:of|in) |in )?(?:the )?",
    re.I,
)
# `sales growth slowed to 2.7%` states the growth itself.
_GROWTH_LED_TO = re.compile(
    r"\bgrowth\b.{0,50}\b(?:slow\w*|accelerat\w*|cool\w*|eas\w*|moderat\w*|pick\w* up|improv\w*|quicken\w*|decelerat\w*) to (?:about |around |just |only )?$"
    r"|\bgrowth (?:outlook|forecast|guidance|target|estimate|projection)s?\b.{0,70}\bto (?:about |around )?$",
    re.I,
)
# `Revenue growth for Azure, its cloud business, came in at 48%, above estimates of 47.5%`
_GROWTH_CAME = re.compile(
    r"[\s\"“•-]*(?:[A-Z][\w'’-]* ){0,4}[Gg]rowth (?:rate )?(?:for|at|in|of|sped up|slowed|accelerated|picked up|eased|cooled|improved) [^;\d]{2,110}(?:came in at|coming in at|was|reached|stood at|hit) (?:about |around )?"
    r"(?:[\d.]+ ?(?:%|percent|per cent)[^;\d]{0,60}\b(?:estimates?|expectations?|consensus|forecasts?)(?: of| for)? (?:an? )?)?"
)
_THEN_AGAINST = re.compile(
    r"(?: [a-z/-]+| (?:year|quarter) o(?:ver|n) (?:year|quarter)| (?:on|over|from) [a-z ]{3,24}?| in [\w ]{2,24})?,? and (?:by )?",
    re.I,
)
# `up 38.2% year on year and 24.7% from the second quarter`
_FROM_QUARTER = re.compile(
    r" (?:from|over|versus) the (?:first|second|third|fourth|previous|prior|preceding) quarter\b(?! (?:of (?:last|20)|last year|a year|in 20|20))"
)
# `比大摩预期少11%`, `较市场预期高2%`
_BESIDE_EXPECTED = re.compile(
    r"(?:比|较)[一-鿿A-Za-z]{0,10}(?:预期|预估|预测)(?:值|的)?(?:高出?|低|多|少|超出)[约近逾]?$"
)
# `从1991年至2024年,鸿海营收成长3000倍`
_OVER_YEARS = re.compile(
    r"(?:从|自)(?:19|20)\d\d年(?:至|到)(?:19|20)\d\d年|这段(?:期间|时间)|(?:\d+|[一二三四五六七八九十]+)年来"
)
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
    return against, "percent"


def change_of(scan: Scan, amount: Amount) -> Change | None:
    """Return the change that an amount states, None where it states a level."""
    if amount.kind not in ("percent", "points", "times"):
        return None
    if amount.noun == "multiple":
        return Change(amount.value, amount.precision, False, *against_of(scan, amount))
    both = in_both(scan, amount)
    sign = _direction(scan, both.first if both else amount)
    if sign == 0:
        return _multiple_of_last_year(scan, amount)
    if amount.kind == "times" and not re.search(r"[一-鿿]", scan.text[amount.start : amount.end]):
        return Change(amount.value, amount.precision, False, "yoy", "`rose two times` may mean doubled or tripled")
    against, doubt = (both.against, None) if both else against_of(scan, amount)
    if _ANOTHER.search(scan.text, max(scan.sentence.start, amount.start - 12), amount.start):
        doubt = "the change of another period"
    if _BESIDE_EXPECTED.search(scan.text, max(scan.sentence.start, amount.start - 24), amount.start):
        doubt = "measured against what was expected"
    if _OVER_YEARS.search(scan.text, scan.sentence.start, amount.start) and against == "yoy":
        doubt = "over more than a year"
    if _is_revision(scan, amount):
        doubt = "how far an expectation was revised"
    factor = 100 if amount.kind == "times" else 1
    if amount.signed and amount.value < 0:
        sign = -1  # 同比增长-4.6%
    value = abs(amount.value) * factor * sign
    than = next((p for p in scan.periods if _THAN.fullmatch(scan.text, amount.end, p.start)), None)
    than = than or _than_before(scan, amount)
    return Change(value, amount.precision * factor, amount.kind == "points", against, None if than else doubt, than)


def _direction(scan: Scan, amount: Amount) -> int:
    """Return 1 for up, -1 for down, 0 where nothing says that the amount is a change."""
    if amount.kind == "times" and scan.text[amount.start - 1] == "的":
        return 0  # 是营收增速的三倍
    before = _cue_before(scan, amount)
    if before is not None:
        return -1 if before.kind == "down" else 1
    if more := _MORE.search(scan.text, max(scan.sentence.start, amount.start - 4), amount.start):
        return -1 if more["word"] == "少" else 1
    clause_end = scan.clause(amount.start)[1]
    after = _AFTER.match(scan.text[amount.end : min(clause_end, amount.end + 60)])
    if after and not (after["cue"] in ("higher", "lower") and amount.kind == "times"):
        chinese = bool(re.match(r"[一-鿿]", after["cue"]))
        if not chinese or scan.text[amount.end] == "的" or after["cue"][0] == "的":
            return -1 if _FALLING.search(after["cue"]) else 1
    told = _compared_near(scan, amount) or in_brackets(scan, amount) or _trails(scan, amount)
    if amount.signed and (told or amount.kind == "points"):
        return 1 if amount.value >= 0 else -1
    lead = scan.text[max(scan.sentence.start, amount.start - 24) : amount.start]
    if amount.kind == "percent" and _GROWTH_LED_TO.search(lead_of(scan, amount)):
        return 1
    if amount.kind == "percent" and _GROWTH_CAME.fullmatch(scan.text, scan.sentence.start, amount.start):
        return 1
    if amount.kind == "percent" and _FALL_BEFORE.search(lead):
        return -1
    said = amount.kind == "percent" and (_RATE_BEFORE.search(lead) or _BASE_ALONE.search(lead))
    return 1 if said else 0


def _trails(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage follows at once on an amount of another kind: `RMB11.3bn, +80.9%`."""
    before = next((a for a in reversed(scan.amounts) if a.end <= amount.start), None)
    return (
        before is not None and before.kind != "percent" and scan.text[before.end : amount.start] in (", ", " / ", "; ")
    )


def lead_of(scan: Scan, amount: Amount) -> str:
    """Return what stands before an amount in its clause."""
    return scan.text[max(scan.clause(amount.start)[0], scan.amount_before(amount.start)) : amount.start]


# `a 28.1% increase and securing a 14.6% market share`
_SHARE_BEHIND = re.compile(r" (?:[a-z]+ )?(?:market )?share\b")
_AND_HOLDS = re.compile(r"\b(?:and|with|for|securing|capturing|holding|taking|commanding)\b")
_MORE_THAN = re.compile(r" (?:more|less) than$")  # `up more than 40%` sets nothing beside


def _cue_before(scan: Scan, amount: Amount) -> Cue | None:
    """Return the last word of growth before the amount, unless the amount is where the growth led to."""
    floor = max(scan.amount_before(amount.start), scan.clause(amount.start)[0])
    cues = scan.cues_between(floor, amount.start, "up", "down")
    if not cues:
        return None
    cue = cues[-1]
    gap = scan.text[cue.end : amount.start]
    if _SHARE_BEHIND.match(scan.text, amount.end) and _AND_HOLDS.search(gap):
        return None
    if (
        len(gap) > _FAR
        or _TO.search(scan.text, cue.end, amount.start)
        or scan.text[cue.end - 1] == "至"
        or _LABELLED.search(gap)
    ):
        return None
    between = scan.cues_between(cue.end, amount.start, "share_of", "from", "compare", "none")
    if amount.kind == "percent" and any(not _MORE_THAN.search(scan.text, cue.end, c.end) for c in between):
        return None
    said = scan.text[cue.start : cue.end]
    if (
        said in ("扩大", "收窄", "narrowed", "narrowing")
        and amount.kind == "percent"
        and not _compared_near(scan, amount)
    ):
        return None
    return cue


def _multiple_of_last_year(scan: Scan, amount: Amount) -> Change | None:
    """`去年同期的1.8倍` is a rise of 80 %; any other multiple says nothing that can be relied on."""
    if amount.kind != "times":
        return None
    if _LAST_YEARS.search(scan.text, max(scan.sentence.start, amount.start - 8), amount.start):
        return Change((amount.value - 1) * 100, amount.precision * 100, False, "yoy")
    return Change(
        amount.value, amount.precision, False, "yoy", "a multiple of something that is not last year's figure"
    )


# `较2023年第二季度的62亿元减少0.9%`: the period, its amount, the growth from it.
_FROM_AMOUNT = re.compile(
    r"的?[一-鿿]{0,10}?[\d.,]+\s?[兆万亿百千\d.]*%?[一-鿿]{0,4}(?:,)?(?:同比|环比|按年|按季|大幅|[年季微略小大])?(?:增长|增加|成长|上升|减少|下降|下跌|下滑|升|跌|增|减|降)(?:了|约)?"
)


_AGAINST_IT = re.compile(r"相比,[^,;。]{0,40}$")  # 与2022年相比,营收和净利润分别增长83%和142%


def _than_before(scan: Scan, amount: Amount) -> PeriodMention | None:
    """Return the period of `较第二季增长33.8%`: set beside, right before the words of growth."""
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    for period in scan.periods:
        before = scan.text[period.start - 1]
        beside = floor <= period.start and 0 <= amount.start - period.end <= 10 and before in "较比与"
        beside = beside or (before in "较比与和" and bool(_AGAINST_IT.match(scan.text, period.end, amount.start)))
        if beside or (before in "较比与由从" and _FROM_AMOUNT.fullmatch(scan.text, period.end, amount.start)):
            return period
    return None


def _is_revision(scan: Scan, amount: Amount) -> bool:
    cue = _cue_before(scan, amount)
    start, _ = scan.clause(amount.start)
    revised = _FORECAST_REVISED.search(scan.text, max(start, amount.start - 40), amount.start)
    if revised and not scan.cues_between(revised.start(), amount.start, "yoy", "qoq"):
        return True  # 净利预测按年升19% is how far it grows
    return cue is not None and bool(_REVISED.match(scan.text, cue.start))


def again(scan: Scan, last: Change, amount: Amount) -> Change | None:
    """Return the change that goes on from the one before, against another base: `15% year-over-year and 2% quarter-over-quarter`."""
    before = scan.amount_before(amount.start)
    base = next((c for c in scan.cues if c.start - amount.end in (0, 1, 2) and c.kind in ("yoy", "qoq")), None)
    quarter = bool(_FROM_QUARTER.match(scan.text, amount.end))
    if amount.kind != "percent" or not _THEN_AGAINST.fullmatch(scan.text, before, amount.start):
        return None
    if base is None and not quarter:
        return None
    against: Against = "yoy" if base and base.kind == "yoy" else "qoq"
    return replace(scaled_to(last, amount), against=against, than=None, doubt=None)


def bound_of_fall(scan: Scan, amount: Amount, change: Change) -> Bound:
    """Return the bound of a change: of 季减5%至10%, the second is the lower end."""
    i = next((i for i, a in enumerate(scan.amounts) if a.start == amount.start), 0)
    ends = scan.amounts[i - 1 : i + 1] if amount.range_end else scan.amounts[i : i + 2]
    if change.value >= 0 or len(ends) < 2 or not ends[1].range_end or ends[0].signed or ends[1].signed:
        return amount.bound
    deepest = max(ends, key=lambda a: a.value)
    return "at_least" if amount.start == deepest.start else "at_most"


def scaled_to(change: Change, amount: Amount) -> Change:
    """Return the change at the other end of a range of changes: 增长1.4倍至1.5倍."""
    factor = 100 if amount.kind == "times" else 1
    sign = -1 if change.value < 0 else 1
    return replace(change, value=sign * abs(amount.value) * factor, precision=amount.precision * factor)


def _compared_near(scan: Scan, amount: Amount) -> bool:
    start, end = scan.clause(amount.start)
    return bool(scan.cues_between(max(start, amount.start - 30), min(end, amount.end + 30), "yoy", "qoq"))
