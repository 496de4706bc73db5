"""Ranges: two amounts that are the lower and the upper end of one."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.amounts.expected_from import is_expected_from

_DASH = re.compile(r"\s*(?:[辆台部件架家]\s?)?(?:至|到|-|~|--)\s*")  # 10万辆至11万辆
_TO = re.compile(rf"\s*to\s*{ABOUT}")
_ENDS = re.compile(rf"{_DASH.pattern}|{_TO.pattern}")
_AND = re.compile(rf"\s*and\s*{ABOUT}")
_BETWEEN_ENDS = re.compile(rf"{_ENDS.pattern}|{_AND.pattern}")
_FROM = re.compile(
    r"(?:\b(?:from|up|rose|fell|grew|increased|decreased|dropped|declined|climbed|jumped|slid|down)|从|由|自|增长|上升|提升|下降)\s*(?:about |约)?$",
    re.I,
)
# How far something grew, of what has no percentage to grow to: `收入增长65%至72%` is a range, `毛利率升3%至14%` is none.
_BY = re.compile(r"(?:增长|增加|上升|下降|减少|下滑|增|升|跌|降|减)(?:约|近|逾|大约)?$")
_BY_SO_MUCH = re.compile(r"\bby (?:about |roughly |around |nearly |some |over |more than |approximately )?$", re.I)
_EACH = re.compile(r"(?:分别|各)[一-鿿]{0,6}$")
_AND_LAST = re.compile(r"个?(?:和|及|与|以及|、)")
_FALLS = re.compile(
    r"(?:下降|减少|下滑|跌|降|减)(?:约|近|逾|大约)?$"
)  # `减少40.1%至34.2%`: the smaller loss is the better end
# `季减0.5%至季增3%`: each end says which way it goes; `由下降5%至增长3%` is where it came from and where it went.
_TURNS = re.compile(
    r"(?:至|到)(?:同比|环比|按年|按季|[年季])?(?:增长|增加|成长|上升|下降|减少|下滑|增|升|跌|降|减)(?:约)?"
)
_CAME_FROM = re.compile("[从由自]")
# 由7亿至8亿美元下调至6亿至7亿美元: what an aim was is a range too
_MOVED_ON = re.compile(
    r"(?:美|港|日|欧)?元?[辆台部]?,?(?:上调|下调|上修|下修|调[高低升降整]|提[高升]|降低?|收[窄敛]|缩[小窄]|改|修[订正])[至到为]"
)
# `cut its target of 5.5 million to 4.6 million`, `raised its target price of HK$45 to HK$52`: from one to the other;
# `cut prices to hit its target of 350,000 to 400,000` is a range
_KINDS = r"annual|yearly|quarterly|monthly|full-year|whole-year|(?:first|second|third|fourth)-(?:quarter|half)|sales|delivery|shipment|production|output|export|revenue|profit|vehicle|car|EV|growth|overseas|global|internal|official|own|earlier|previous|original|price|target"
_MOVED_OF = sought(
    r"\b(?:cut|cuts|cutting|rais(?:es?|ed|ing)|lower(?:s|ed|ing)|lift(?:s|ed|ing)|trim(?:s|med|ming)|slash(?:es|ed|ing)|reduc(?:es?|ed|ing)|hik(?:es?|ed|ing)|upped|boost(?:s|ed|ing)|increas(?:es?|ed|ing))"
    rf" (?:(?:its|the|their|an?|our|(?:[A-Z][\w&.-]* ){{0,2}}[\w&.-]+['’]s?|(?:FY ?)?20\d\d|FY\d\d|{_KINDS}) ){{1,6}}?(?:targets?|goals?|price|TP|PT)(?: for (?:[\w-]+ ){{0,3}}?[\w-]+)? of (?:about |around )?$"
)
_FROM_LIST = re.compile(
    r"\bfrom (?:[A-Z]{0,3} ?[$€£¥]?-?\d[\d.,]{0,12}%?(?: [a-zA-Z]+){0,2}(?:,? and|,) ){1,3}(?:[A-Z]{0,3} ?[$€£¥]?)$"
)
_SHARE = re.compile(r"率|占比|份额|比重|比例")
_BETWEEN = re.compile(
    r"between\s*(?:about )?$|(?:rang(?:es|ed|ing)|var(?:ies|ied|ying)|spanning) from\s*(?:about )?$|range (?:of|from)(?: from)?\s*$",
    re.I,
)
_IN_MONEY = re.compile(
    r"\b(?:cash|revenues?|sales|profits?|income|capex|earnings|EBITD?A?|loss)\b"
)  # what nobody counts
_NAMED = 40  # characters behind an amount, within which it is said to be money
_OPENS = re.compile(r" ?\((?:about |around |approximately )?")
_UP = re.compile(r"\b(?:up|down) (?:by )?$")
_IN_PERCENT = re.compile(r"\b(?:margins?|shares?|rates?|stakes?|yields?|ratio|utili[sz]ation)\b", re.I)
_ENDS_THERE = re.compile(r"\s*(?:[.,;)\n]|\Z| ?(?:at|in) constant| year[ -]o[nv])")
_NEAR = Decimal("1.6")  # times the lower end that the upper one of such a range is, at most
_FAR_LESS = 4  # times that a lower end is more than what follows it, which then is no upper end
_LEAD = 90  # characters before it, within which what is told in percent itself would be named
_RANGE_OF = re.compile(r"range (?:of|from)\s*(?:from )?$|区间为?$|范围为?$", re.I)


def ranges(found: list[Amount], text: str) -> list[Amount]:
    """Return the amounts with the ends of ranges marked: `95.5亿至115.5亿元` is at least the one, at most the other."""
    result = _listed(found, text)
    for i in range(1, len(result)):
        first, second = result[i - 1], result[i]
        if i > 1 and _is_conversion(result[i - 2], first, text):
            whole = replace(result[i - 2], end=first.end + 1)
            if _joined(whole, second, text):  # `between RMB26.5 billion (US$3.7 billion) and RMB29.2 billion`
                result[i - 2] = replace(result[i - 2], bound="at_least")
                result[i] = replace(second, bound="at_most", range_end=True)
            continue
        parallel = i > 2 and result[i - 2].range_end and first.kind == second.kind == "percent"
        if (not first.range_end and _joined(first, second, text)) or (
            parallel and _ENDS.fullmatch(text, first.end, second.start)
        ):
            first, second = _alike(first, second, text)
            result[i - 1] = replace(first, bound="at_least")
            result[i] = replace(second, bound="at_most", range_end=True)
        elif _turns(first, second, text):
            result[i - 1] = replace(first, bound="at_least")
            result[i] = replace(second, bound="at_most")
    return result


def _is_conversion(amount: Amount, other: Amount, text: str) -> bool:
    """Whether an amount in another currency stands alone in brackets behind one."""
    alike = amount.kind == other.kind == "money" and amount.currency != other.currency
    return alike and text[other.end : other.end + 1] == ")" and bool(_OPENS.fullmatch(text, amount.end, other.start))


def _turns(first: Amount, second: Amount, text: str) -> bool:
    """Whether two percentages are the ends of one range of changes, each with its own direction."""
    lead = _clause(text[max(0, first.start - 20) : first.start])
    turns = first.kind == second.kind == "percent" and _TURNS.fullmatch(text, first.end, second.start)
    return bool(turns and _BY.search(lead)) and not _CAME_FROM.search(lead)


def _listed(found: list[Amount], text: str) -> list[Amount]:
    """Return the amounts, each with the unit that only the last of a list carries: 分别跌5.4及3.9个百分点."""
    result = list(found)
    for i in range(1, len(result)):
        first, second = result[i - 1], result[i]
        of_points = (
            first.kind == "count" and first.noun.startswith("个") and second.kind == "points"
        )  # 0.6个及0.4个百分点
        bare = of_points or (
            first.kind == "bare"
            and (second.kind == "money" or (not first.scaled and second.kind in ("points", "percent")))
        )
        if (
            bare
            and _AND_LAST.fullmatch(text, first.end, second.start)
            and _EACH.search(text, max(0, first.start - 12), first.start)
        ):
            scale = Decimal(1) if first.scaled else second.scale
            result[i - 1] = replace(
                first, kind=second.kind, currency=second.currency, noun=second.noun, scaled=second.scaled,
                value=first.value * scale, precision=first.precision * scale,
            )  # fmt: skip
    return result


def _is_an_aside(first: Amount, second: Amount, gap: str) -> bool:
    """Whether a dash between spaces leads on to what is far less: `8.25 billion euros – 150 million euros more than before`."""
    return gap.strip() in ("-", "–", "—") and gap != gap.strip() and _FAR_LESS * second.value < first.value


def is_aim_moved(text: str, floor: int, at: int) -> bool:
    """Whether an aim is moved from the amount at a place to another: `cut its target of 5.5 million to 4.6 million`; it is looked for from `floor` on."""
    return _MOVED_OF.search(text, max(floor, at - _LEAD), at) is not None


def _ends_old_list(text: str, at: int) -> bool:
    """Whether an amount ends the list of what was, before what it is now: `from 2.3 billion and 4.4 billion yuan to 2.9 billion and 5.1 billion`."""
    return _FROM_LIST.search(text, max(0, at - _LEAD), at) is not None


def _joined(first: Amount, second: Amount, text: str) -> bool:
    spread = first.kind == "money" and _is_money_spread(second, text)
    alike = spread or first.kind in ("bare", second.kind) or {first.kind, second.kind} == {"percent", "times"}
    if not alike:
        return False
    gap, lead = text[first.end : second.start], text[max(0, first.start - 20) : first.start]
    if first.kind == "bare" and second.in_hundredths:  # `rose 20-30 basis points`
        first = replace(first, value=first.value * second.scale)
    if (
        not _BETWEEN_ENDS.fullmatch(gap)
        or _is_an_aside(first, second, gap)
        or (_TO.fullmatch(gap) and (is_aim_moved(text, 0, first.start) or _ends_old_list(text, first.start)))
    ):
        return False
    own = text[second.end - 1] == "元" and second.currency == "CNY"  # 新台币1421亿元至1501亿元
    if first.currency and second.currency and first.currency != second.currency and not own:
        return False
    if _BETWEEN.search(lead):
        return bool(_AND.fullmatch(gap) or _TO.fullmatch(gap) or _DASH.fullmatch(gap))
    if _RANGE_OF.search(lead):
        return bool(_TO.fullmatch(gap) or _DASH.fullmatch(gap))
    if _BY.search(lead) and second.kind in ("percent", "times"):
        first = replace(first, kind=second.kind) if first.kind == "bare" and not first.scaled else first
        falls = bool(_FALLS.search(lead))
        ordered = _percent(first) != _percent(second) if falls else _percent(first) < _percent(second)
        return ordered and bool(_DASH.fullmatch(gap)) and not _SHARE.search(_clause(lead))
    if _BY_SO_MUCH.search(lead) and second.value > 3 * first.value:
        return False  # `cut its estimates by roughly $800 million to $23.3 billion`
    moves = second.kind != "points" and not _rises_between(
        first, second, text
    )  # 提升20至30个基点 is how far, at least and at most
    if moves and _FROM.search(lead) and not (_MOVED_ON.match(text, second.end) and first.value < second.value):
        dashed = bool(re.fullmatch(r"\s*[-~]\s*", gap)) and first.value < second.value
        return dashed or (bool(_TO.fullmatch(gap)) and is_expected_from(first, second, text))
    return bool(_DASH.fullmatch(gap) or _TO.fullmatch(gap)) and first.value != second.value


def _rises_between(first: Amount, second: Amount, text: str) -> bool:
    """Whether two percentages behind `up`, near each other, say between which something grew: `€21.8 billion of revenue, up 26% to 28%`."""
    if not (first.kind == second.kind == "percent" and first.value < second.value <= first.value * _NEAR):
        return False
    lead = text[max(0, first.start - _LEAD) : first.start]
    return bool(_UP.search(lead) and _ENDS_THERE.match(text, second.end)) and not _IN_PERCENT.search(lead)


def _is_money_spread(second: Amount, text: str) -> bool:
    """Whether an upper end has a scale and no currency: `€8.0 to 8.2 billion free cash flow`, `€29.1 - 29.6 billion cloud and software revenue`."""
    named = second.kind == "count" and _IN_MONEY.search(text, second.end, second.end + _NAMED)
    return second.scaled and (second.kind == "bare" or bool(named))


def _clause(lead: str) -> str:
    return re.split("[,;。、]", lead)[-1]


def _percent(amount: Amount) -> Decimal:
    return amount.value * 100 if amount.kind == "times" else amount.value


def _alike(first: Amount, second: Amount, text: str) -> tuple[Amount, Amount]:
    """Give the lower end the scale and unit that stand only at the upper one: `100-120亿元`."""
    if first.kind == "money" and _is_money_spread(second, text):  # `€21.6-21.9 billion`
        second = replace(second, kind="money", currency=first.currency, noun="")
        if first.scaled:  # `RMB 500 million to 1 billion`
            return first, second
        return replace(
            first, value=first.value * second.scale, precision=first.precision * second.scale, scaled=True
        ), second
    if first.kind == second.kind == "money" and second.scaled and not first.scaled:  # `$8.15 to $8.35B`
        scale = second.scale if first.value < second.value / second.scale else Decimal(1)
        return replace(first, value=first.value * scale, precision=first.precision * scale, scaled=scale > 1), second
    small = second.scaled and not first.scaled and first.value * second.scale < second.value  # 收入约71-75亿
    if first.kind == "bare" and (second.kind != "bare" or small):
        scale = second.scale if not first.scaled else Decimal(1)
        scale = scale if first.value * scale < second.value else Decimal(1)
        first = replace(
            first, kind=second.kind, currency=second.currency, noun=second.noun, scaled=second.scaled,
            value=first.value * scale, precision=first.precision * scale,
        )  # fmt: skip
    return first, second
