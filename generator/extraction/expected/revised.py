"""Expectations that have been replaced, and what an amount is up or down from."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.amounts.ranges import is_aim_moved
from generator.extraction.amounts.slashes import runs
from generator.extraction.changes.outlook_moved_zh import is_moved_outlook
from generator.extraction.expected.aims_before import AIM, was_aimed_at
from generator.extraction.expected.guided_beside import guided_beside
from generator.extraction.expected.labelled_old_en import is_labelled_old
from generator.extraction.expected.moving import was_expected
from generator.extraction.expected.range_given import is_of_given_range
from generator.extraction.expected.until_now import is_until_now, was_until_now
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.put_by_brokers import is_old_price
from generator.extraction.periods.period_forms import MONTHS

REPLACED = "an expectation that has been replaced"  # why it is in doubt

_UP_FROM = re.compile(
    r"\b(?:up|down)(?: (?:by )?[\d.]+ ?(?:%|per ?cent|pct))? from (?:about |around |the |an? )?(?:(?:last year|a year ago|a year earlier|the year before)['’]s )?(?:the |an? )?$",
    re.I,
)  # what came before, not what was expected


def is_up_from(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what another is up or down from, whatever was expected before it."""
    return bool(_UP_FROM.search(scan.text[max(scan.sentence.start, amount.start - 44) : amount.start]))


# `0.64 yuan, up from prior forecasts of 0.51 yuan`: what was expected before is expected no more.
_REVISED_FROM = sought(
    rf"\b(?:revised|cut|lowered|raised|reduced|adjusted|slashed|trimmed|lifted|changed|upped|nudged|bumped|hiked|pared|took down|takes down|taking down|brought down|moved up)\b[^,;.]{{0,60}}\b{AIM}\b[^,;.]{{0,60}}(?:, to [^,;]{{0,24}})?,?(?<=[ ,]) ?\bfrom (?:about |around )?$|\b(?:from|versus|vs\.?|than|compared (?:with|to))(?: [a-z]+){{0,2}} (?:prior|previous|earlier|former|old|original|initial|(?-i:{MONTHS})(?:['’]s)?)(?:ly)? (?:[a-z]+ )?(?:forecasts?|estimates?|projections?|expectations?|targets?|guidance|goals?|ranges?|outlook|view|plans?)(?: of| for)? (?:about |around |between |(?:[a-z]+ to )?(?:up |down ))?$",
    re.I,
)
# `a goal of 350,000 in 2025, which it had raised from 300,000`, `a target it lifted from 300,000`
_AIM_MOVED_FROM = sought(
    rf"\b{AIM}\b(?:[^.]|\.\d){{0,80}}?(?:(?:which|that|it|they|the company|the group|management)(?: (?:had|has|have|was|were|is|been|it|they|only|already|itself)){{0,3}}|(?:was|were|has been|had been)) (?:raised|lifted|hiked|boosted|cut|lowered|reduced|trimmed|slashed|revised|upped|increased)(?: up| down)? from {ABOUT}$"
)
# `aims to deliver 400,000 cars this year, up from a previous 350,000`
_A_PREVIOUS = re.compile(
    r"\b(?:from|versus|vs\.?|than|compared with|against) (?:an? |the |its )?(?:previous|earlier|prior|former|original|initial)(?:ly)? (?:about |around )?$"
)
_YEAR_AHEAD = re.compile(
    r"\b(?:FY|CY)?(?:20)?\d\d(?:[-/](?:20)?\d\d)?E\b|\b(?:we|We) (?:now |continue to |still )?(?:see|model|have|look|assume|pencil|raise|nudge|lift|cut|trim|lower|slash|tweak|bump|push|move|revise|increase|reduce)\b"
)
_NO_MARKET = "(?!市场|分析|华尔街|外界|机构|券商|彭博|法人)"
_REVISED_FROM_ZH = re.compile(
    r"从[^,;。]{0,14}(?:预期|预估|预测|目标)的?(?:约|近|逾|超过)?$"
    rf"|[较比由](?:{_NO_MARKET}[^,;。\d]){{0,6}}(?:先前|此前|原先|之前|早前|原本|上一?季度?|上次|前次|[一二三]个月前)(?:{_NO_MARKET}[^,;。\d]){{0,4}}(?:预期|预估|预测|估计|预计|目标)的?(?:年增|季增|按年增长?|同比增长?|成长|增长)?(?:约|近|逾|超过)?$"
)  # 从两年前预期的逾300万辆下修至
_EXPECT = "(?:预计|预期|预估|预测|指引|估计|目标)"
# 该行原先估计美团今明两年盈利分别为203亿及354亿元
_HAD_EXPECTED = re.compile(
    rf"[^,;。\d]{{0,8}}(?:原先|原本|原来)(?:{_EXPECT}|料)(?:(?!现|[上下]调|[上下]修|实际)[^;。])*$"
)
# 小鹏此前预计全年交付38万辆,现上调至42万辆
_EXPECTED_BEFORE = re.compile(
    rf"(?:此前|先前|早前|之前|原先|原本|原来)(?:曾)?(?:[^,;。\d]{{0,6}})(?:{_EXPECT}|料)(?:(?![,;]\s?(?:但|而)?(?:目前|如今|最新|现|已经?|则))[^;。]){{0,120}}$"
)
_NOW = re.compile(
    r"[^;。]{0,120}?[,(](?:但|而)?(?:目前|如今|最新)?(?:现(?!金|有|货|场)|(?:已经?|则|现)?(?:上调|下调|上修|下修|调高|调低|调升|调降|调整|修正|改)[至到为])"
)
# 将全年销量目标上修10.7%,由271万辆增至300万辆
_AIM_FROM = re.compile(
    r"(?:目标(?!价)|预测|预期|预估|指引)[^;。]{0,32}?(?:由|从|自)\s?(?:原先的?|原来的?|原本的?|此前的?|大?约|近)*$"
)
_LIST_TO = re.compile(
    r"[台辆部元]?,?(?:分别)?(?:各)?(?:[上下][调修]|调[高低升降整]|修[订正改]|更新|升|降|增|减)[至到为]"
)
_AND = re.compile(r"[台辆部元]?(?:、|和|及|与)")
_AIM_TO = re.compile(
    r"\s?[台辆部元]?[^,;。\d]{0,4}(?:上调|调高|上修|提高|提升|增|升|下调|调低|下修|降|减|调)[至到为]|\s?[万亿台辆部元]*[美欧日港]?元?,?(?:再|现|则|已)?(?:改|变更?|修[订正改])[为成至到]"
)  # 目标从约35亿欧元改为35亿至40亿欧元


def had_expected(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese sentence opens with what somebody had expected, and now expects otherwise."""
    if _HAD_EXPECTED.match(scan.text, scan.sentence.start, amount.start):
        return True
    before = _EXPECTED_BEFORE.search(scan.text, scan.sentence.start, amount.start)
    return before is not None and bool(_NOW.match(scan.text, amount.end, scan.sentence.end))


_OLD = re.compile(
    r"\b(?:above|below|higher than|lower than) (?:its|their|the|an?) (?:prior|previous|earlier|former|old|original|initial) (?:[a-z]+ )?(?:forecasts?|estimates?|projections?|expectations?|targets?|guidance|ranges?|outlook)(?: range)?(?: of)? (?:about |around |between )?$"
)
# `having previously put the lower end at $66bn`, `narrowing a range whose lower end was $38 billion`
_OLD_END = re.compile(
    r"\b(?:previously|earlier|before|initially|originally|range whose|range with an?|outlook whose|forecast whose)\b[^,;.\d]{0,40}\b(?:lower|upper|low|high|bottom|top)(?: end)? (?:was|of|at|stood at|had been) (?:about |around )?$"
    r"|\b(?:having|after) (?:earlier|previously|initially|originally|first) (?:guid(?:ed|ing)|forecast(?:ing)?|expect(?:ed|ing)|project(?:ed|ing)|predict(?:ed|ing)|target(?:ed|ing)|aim(?:ed|ing)|plann(?:ed|ing)|put (?:it|them) at)(?: (?:to|for|at|on))? (?:about |around |as much as )?$"
)
_TO = re.compile(r"(?: (?:units|vehicles|cars))?(?: to |-| - )(?:about )?")
_FROM = re.compile(r"\bfrom (?:about |between |an? (?:[a-z]+ )?range of )?$")
_FROM_AT_ONCE = re.compile(
    r"(?: (?:units|vehicles|cars))?(?: (?:in|for) [^,;.\d]{0,20}(?:20\d\d)?)?,? (?:(?:up |down |raised |lifted |lowered |cut |narrowed )?from|compared (?:with|to)|versus|vs\.?|against|instead of|rather than) (?:about |between |the |an? (?:[a-z]+ )?range of )?"
)
# `deliveries of 4.6mn (was 5.0mn)`, `HK$55 (from HK$62)`, `680k (prev. 700k)`: what stood there before
_BRACKETED = re.compile(
    r" ?\((?P<was>was|were|from|vs\.?|versus)?(?:prev(?:ious(?:ly)?)?\.?|prior|old|earlier|formerly)?(?: (?:estimate|forecast|target|guidance|at|of))?:? (?:c\.|about |around |~|previously )?"
)
_OUR_PRIOR = re.compile(
    r"\b(?:vs\.?|versus|from|against) (?:our|its|their) (?:prior|previous|old|earlier|former) (?:c\.|~|about )?$"
)
# `TP HK$52.0 (HK$60.5)`
_OLD_PRICE = re.compile(
    r"\b(?:TP|PT|[Tt]arget [Pp]rice|[Pp]rice [Tt]arget)[^;.()]{0,30}? [A-Z]{0,3}\$?[A-Za-z€¥£]{0,3} ?[\d.]+ \($"
)
# `1.85m in 2025 (previously 1.6m)`: in brackets, whatever stands before them
_OPENS_WITH_OLD = re.compile(rf"\((?:previously|formerly|prev\.?|old:?) {ABOUT}$")
_THINGS = r"(?: (?:units|vehicles|cars|deliveries|phones|smartphones|yuan|euros))?"
_OPENS = re.compile(rf"{_THINGS} \(")
_PRIOR_BEHIND = re.compile(
    rf"{_THINGS} (?:prior|previously|prev\.?|before|earlier|old|originally|initially|until now|so far)[);]"
)
# What brokers do to their own forecasts.
MOVES = r"(?:rais|lift|hik|boost|cut|lower|reduc|trim|slash|revis|adjust|bump|nudg|tweak|narrow|widen|increas|chop|shav|mov|tak|chang)\w*"
_OWN_FROM = re.compile(
    rf"\b{MOVES}(?: up| down)? (?:our |my |his |her |their |the |its )?"
    r"(?:(?<=our )|(?<=my )|(?:[\w'’./&-]+ ){0,4}?(?=(?:FY|CY)?(?:20)?\d\d(?:[-/](?:20)?\d\d)*[EF]\b))[^;]{0,80}\bfrom (?:c\.|~|about |around )?$"
)
_SLASH = re.compile("/")
_FROM_LIST = re.compile(r"(?:, |\(|\b)(?:from|versus|vs\.?|previously|was|were) $")
_PREVIOUSLY = re.compile(r"(?: (?:units|vehicles|cars|yuan))?,? (?:previously|earlier|before|prior)\b(?! than)")


_FROM_THE = re.compile(
    r"\b(?:from|than|versus|against|above|below|over|under|beyond|compared (?:with|to)) (?:the |a )?$"
)
_IT_FORECAST = re.compile(
    r"(?: that| which)? (?:it|they|the (?:company|group|firm)|management)(?: had)?(?: previously| earlier| last| first)? (?:forecast|expected|project|guid|predict|target|plann|flagg|promis|set|indicat|pencil)\w*\b"
)
_NOW_EXPECTS = re.compile(
    r"\b(?:now )?(?:expect|see|forecast|project|anticipat|guid|predict|plan|target|think)|\b(?:raised|lifted|cut|lowered|hiked|upped|boosted|trimmed) "
)


_MOVES_FORECASTS = re.compile(
    r"\b(?:rais|lift|hik|cut|lower|trim|slash|revis|adjust|updat|nudg|reduc|boost|chang|bump)[a-z]* [^;]{0,90}?\b(?:estimates?|forecasts?|projections?|predictions?|expectations?|guidance|outlook)\b"
    r"|\b(?:estimates?|forecasts?|projections?|predictions?|guidance)\b[^;]{0,60}? (?:is|are|was|were|been) (?:[a-z]+ly )?(?:raised|lifted|hiked|cut|lowered|trimmed|slashed|revised|adjusted|nudged|reduced|boosted|changed|bumped)\b"
)
_NEXT_OLD = re.compile(r"(?: [a-z]+)?(?:,? and|,) (?:about |around )?")


def is_revised(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is an expectation that has been replaced by another, told before it."""
    low = scan.sentence.start
    said = (
        _REVISED_FROM_ZH.search(scan.text, max(low, amount.start - 30), amount.start)
        or _OLD_END.search(scan.text, max(low, amount.start - 100), amount.start)
        or _REVISED_FROM.search(scan.text, max(low, amount.start - 120), amount.start)
        or _AIM_MOVED_FROM.search(scan.text, max(low, amount.start - 140), amount.start)
    )
    return (
        said is not None
        or _is_a_previous(scan, amount)
        or _is_bracketed(scan, amount)
        or is_labelled_old(scan, amount)
        or _ends_old_list(scan, amount)
        or _was_writers(scan, amount)
        or _stood_before(scan, amount)
        or _it_forecast(scan, amount)
        or is_until_now(scan, amount)
        or was_until_now(scan, amount)
        or _is_aim_raised(scan, amount)
        or _is_of_replaced_range(scan, amount)
        or _was_previously(scan, amount)
        or _is_moved_on(scan, amount)
        or is_old_price(scan, amount)
        or is_moved_outlook(scan, amount) == "old"
        or _is_beside_new(scan, amount)
        or was_expected(scan, amount)
        or was_aimed_at(scan, amount)
        or is_of_given_range(scan, amount)
        or _is_next_of_old_list(scan, amount)
        or (guided_beside(scan, amount) and _expects(scan, amount))
    )


def _is_next_of_old_list(scan: Scan, amount: Amount) -> bool:
    """Whether an amount goes on with a list of expectations that others replace: `cuts its forecasts to 78 billion and 110 billion yuan, from 80 billion and 112 billion yuan`."""
    first, before = amount, scan.preceding(amount)
    if before is None or scan.chinese or amount.kind == "percent":
        return False
    while before is not None and before.kind != "percent" and _NEXT_OLD.fullmatch(scan.text, before.end, first.start):
        first, before = before, scan.preceding(before)
    if first is amount or not scan.text.endswith(" from ", scan.sentence.start, first.start):
        return False
    return _MOVES_FORECASTS.search(scan.text, scan.sentence.start, first.start) is not None


def _is_a_previous(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is called a previous one behind what is expected: `aims to deliver 400,000 cars, up from a previous 350,000`."""
    low = max(scan.sentence.start, amount.start - 40)
    return _A_PREVIOUS.search(scan.text, low, amount.start) is not None and _expects(scan, amount)


def _expects(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence expects something before an amount: `now aims for 10.2 billion euros, up from the 10 billion it had named before`."""
    return bool(scan.cues_between(scan.sentence.start, amount.start, "forecast", "target"))


def _was_previously(scan: Scan, amount: Amount) -> bool:
    """Whether an amount stood in an expectation's place before it: `is expected at €8.0 billion to €8.2 billion, compared with about €8.0 billion previously`."""
    before = scan.preceding(amount)
    if before is None or not _PREVIOUSLY.match(scan.text, amount.end):
        return False
    return bool(_FROM_AT_ONCE.fullmatch(scan.text, before.end, amount.start)) and _expects(scan, before)


def _is_moved_on(scan: Scan, amount: Amount) -> bool:
    """Whether an aim or a forecast of an amount was moved to another: `cut its target of 5.5 million to 4.6 million`."""
    after = scan.following(amount)
    if after is None or after.range_end or not _TO.fullmatch(scan.text, amount.end, after.start):
        return False
    return is_aim_moved(scan.text, scan.sentence.start, amount.start)


def _it_forecast(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what a company forecast before: `now expects $50 billion, up from the $35 billion it forecast in September`."""
    if not _IT_FORECAST.match(scan.text, amount.end):
        return False
    low = scan.sentence.start
    led = _FROM_THE.search(scan.text, max(low, amount.start - 24), amount.start)
    return led is not None and _NOW_EXPECTS.search(scan.text, low, amount.start) is not None


def _is_aim_raised(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese aim or forecast led from an amount to another: 目标由271万辆增至300万辆."""
    aimed = _AIM_FROM.search(scan.text, max(scan.sentence.start, amount.start - 44), amount.start)
    return bool(aimed and _AIM_TO.match(scan.text, amount.end)) or _is_in_list_raised(scan, amount)


def _is_in_list_raised(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is of a list that a Chinese forecast led from: 盈利预测由12亿、35亿及60亿元,下调至9亿元、18亿元及30亿元."""
    if not scan.chinese:
        return False
    run = next((r for r in runs(scan.amounts, scan.text, _AND) if amount in r), [])
    if len(run) < 2 or not _AIM_FROM.search(scan.text, max(scan.sentence.start, run[0].start - 44), run[0].start):
        return False
    return bool(_LIST_TO.match(scan.text, run[-1].end))


# `The previous target was 2.71 million units`
_OLD_AIM = re.compile(
    r"\s*(?:The|Its|Their) (?:previous|prior|earlier|former|old|original|initial) (?:[a-z-]+ )?(?:target|goal|aim) (?:was|had been|stood at|called for|had stood at|was for|was set at) (?:about |around |nearly |over )?"
)


def _stood_before(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is called prior, or is the target price in brackets behind the new one: `vs our prior 41m`, `TP HK$52.0 (HK$60.5)`."""
    low = max(scan.sentence.start, amount.start - 64)
    alone = amount.kind == "money" and scan.text.startswith(")", amount.end)
    if _OPENS_WITH_OLD.search(scan.text, low, amount.start) or _OLD_AIM.fullmatch(
        scan.text, scan.sentence.start, amount.start
    ):
        return True
    old = alone and _OLD_PRICE.search(scan.text, low, amount.start)
    return bool(old or _OUR_PRIOR.search(scan.text, low, amount.start))


def _was_writers(scan: Scan, amount: Amount) -> bool:
    """Whether a broker moved its own expectation from an amount to another: `We narrow our 2026F adj. net loss to CNY2.1bn from CNY5.4bn`."""
    if scan.text.find("from ", max(0, amount.start - 14), amount.start) < 0:
        return False
    return bool(_OWN_FROM.search(scan.text, max(scan.sentence.start, amount.start - 130), amount.start))


def _ends_old_list(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is of a list that another of as many has replaced: `405k/520k/610k units for 2025/26/27, from 430k/600k/700k`."""
    if "/" not in (scan.text[amount.start - 1], scan.text[amount.end : amount.end + 1]):
        return False
    run = next((r for r in runs(scan.amounts, scan.text, _SLASH) if amount in r), None)
    if run is None or not _FROM_LIST.search(scan.text, max(scan.sentence.start, run[0].start - 24), run[0].start):
        return False
    return any(len(r) == len(run) and r[-1].end < run[0].start for r in runs(scan.amounts, scan.text, _SLASH))


def _is_bracketed(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what stood in an expectation's place before it, told in brackets right behind."""
    before = scan.amount_before(amount.start)
    if _OPENS.fullmatch(scan.text, before, amount.start):
        return before > scan.sentence.start and bool(_PRIOR_BEHIND.match(scan.text, amount.end))
    old = _BRACKETED.fullmatch(scan.text, before, amount.start)
    if old is None or not old[0].strip(" ("):
        return False
    expects = scan.cues_between(scan.sentence.start, before, "forecast", "target")
    return bool(expects) or not old["was"] or bool(_YEAR_AHEAD.search(scan.text, scan.sentence.start, before))


def _is_beside_new(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence that expects something sets it above or below what it expected before."""
    before = _OLD.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start)
    return before is not None and bool(scan.cues_between(scan.sentence.start, before.start(), "forecast"))


def _is_of_replaced_range(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is an end of a range that another has replaced: `€29.5 to 29.8 billion, up from 29.0 to 29.5 billion`, `up from $10 billion to $12.5 billion previously`."""
    upper = scan.following(amount)
    first = scan.preceding(amount) if amount.range_end else amount if upper and upper.range_end else None
    if first is None:
        return _ends_replaced_range(scan, amount)
    before = scan.preceding(first)
    at_once = before is not None and before.range_end and _FROM_AT_ONCE.fullmatch(scan.text, before.end, first.start)
    return bool(at_once) or _ends_replaced_range(scan, amount)


def _ends_replaced_range(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is the upper end of a range that another has replaced: `up from $10 billion to $12.5 billion previously`."""
    before = [a for a in scan.amounts if a.end <= amount.start][-2:]
    if not before or not _TO.fullmatch(scan.text, before[-1].end, amount.start):
        return False
    if not _FROM.search(scan.text, max(scan.sentence.start, before[-1].start - 40), before[-1].start):
        return False
    led_from = (
        len(before) > 1 and before[0].range_end and _FROM_AT_ONCE.fullmatch(scan.text, before[0].end, before[-1].start)
    )
    return bool(led_from or _PREVIOUSLY.match(scan.text, amount.end))
