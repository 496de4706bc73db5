"""Words beside a metric or an amount that make it another figure: a part nobody names, a rate, a threshold, a difference."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.more_zh import DONE, told_as_more
from generator.extraction.doubts.car_models_zh import is_of_car_model
from generator.extraction.doubts.conditions_en import CONDITION, of_condition
from generator.extraction.doubts.differences_zh import is_of_a_view
from generator.extraction.doubts.models_zh import is_all_it_sells, is_unknown_model
from generator.extraction.doubts.narrower_chips_zh import is_of_some_chips
from generator.extraction.doubts.openings_zh import (
    is_item_of_unknown,
    is_kind_sold,
    is_of_two_lines,
    opens_with_unknown,
)
from generator.extraction.doubts.unknown import (
    is_narrower,
    is_one_service,
    is_unknown_label,
    is_unknown_line,
)
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, OF_THE_WHOLE
from generator.extraction.metrics.measured_in import counts_no_cars
from generator.extraction.whose.customers import is_to_customers
from generator.extraction.whose.longer_names import is_of_a_longer_name
from generator.extraction.whose.named_models import is_of_named_model
from generator.extraction.whose.narrower_lines_en import is_of_narrower_line
from generator.extraction.whose.of_segments_en import is_of_some_segment
from generator.extraction.whose.only_some import UNKNOWN_LINE, of_some
from generator.extraction.whose.parts import part_of_english
from generator.extraction.whose.things_sold import is_of_things_unknown
from generator.extraction.whose.unknown_subjects import is_about_unknown

# Whether an English metric is of a part that no name of the catalogue is, one way of saying it each.
WITHOUT = "without something that the reported figure includes"
_OF_PARTS = (
    is_about_unknown,
    is_to_customers,
    is_of_a_longer_name,
    is_of_things_unknown,
    is_of_named_model,
    is_of_narrower_line,
    is_of_some_segment,
)
_RATE = re.compile(
    r"(?:[月季]均|日均|周均|年均|平均每[月天日周年]|每个?[月季]度?|每[月天日周年股台辆部单]|(?<![\d一二三四五六七八九十今昨明当首同即次假单])日(?=$)|单车|每车|单店|店均|人均|户均|年化|(?<![按每])月(?:销量?|交付量?|产能?)|周产能?)(?:[一-鿿]{0,8})$"
)
# 月交付量首次越过四万大关,达到40397辆: of the month told
_OF_THE_MONTH = re.compile("(?:首[次度]|再[次度创])[^,;。]{2,14},达")
_RATE_BETWEEN = re.compile(r"[月季]均|日均|每个?月|每个?季度?|每天|每日|月销|单车|年化")
_DIFFERENCE = sought(
    rf"(?:[多少]出|(?<!减)[多少]{DONE}?(?:出|掉)?了|高出|相差|差距|差额为?|缺口为?|超出了?|领先了?|落后了?|(?:比|较)[一-鿿]{{0,4}}(?:目标|计划)(?:少|多))(?:达到?|高达|为|约|近|超|逾|了)*$"
)
# `the gap of sales between Tesla and BYD is just over 3,000`
_GAP = re.compile(
    r"\b(?:gap|difference|lead (?=over|of))\b[^,;.\d]{0,60}\b(?:is|was|of|stood at|to|at|by)(?: (?:just|only|about|more than|over|around|nearly|roughly|almost|some|approximately|an?|little|bit|slightly|well|under|less than|close to|no more than|as much as|up to))* $"
)
_EACH = re.compile(r"每(?:卖出?|售出?|交付|生产|销售)一?[台辆部]")
# 年增金额超过1兆元, 成长额达300亿元
_GREW_BY = re.compile(
    r"(?:增加|减少|成长|增长|[年季月]增|[年季月]减)的?(?:金额|额|数量?)(?:达到?|高达|为|约|近|超过?|逾|突破)*$"
)
_LESS = re.compile(r"(?:又|还|也|却|则)?(?:整整|足足)?[多少]了(?:约|近|逾|超过?)*")  # 收入少了7%
_CONNECTED = re.compile(r"(?:接入|入驻)(?:量|数量|了|门店)?(?:已|约|近|超过?|逾)?$")
_LONG_TERM = re.compile("(?:长期|中期|中长期|远期)的?$")  # 长期毛利率维持56%之上仍有信心
# `Revenue linked to AI devices and services`: a part that the company cuts out for the occasion.
_CUT_OUT = re.compile(
    r"\s+(?:that (?:is|was) |which (?:is|was) )?(?:linked|tied|related|relating|attributable(?! to (?:[\w'’-]+ ){0,3}(?:\w*holders?|parent|owners|company|equity|members)\b)) to\b",
    re.I,
)
# 旗舰型手机营收上看30亿美元: the best phones are not all of them; 手机晶片营收 is of no phones.
_GRADE = re.compile(
    r"手机(?:芯片|晶片)(?:业务)?的?(?:总?营收|收入)$|(?:旗舰|高阶|中阶|低阶|入门|折叠屏?|摺叠)(?:[型级款])?(?:智能|智慧型?)?手机(?:芯片|晶片)?(?:业务)?(?:的)?(?:总?营收|收入|出货量?|销量)$"
)
# `after excluding the impact of H20, the gross margin was 72.3%`
_WITHOUT = re.compile(
    r"\b[Ee]xcluding (?:the )?(?:impact|effect|contribution|benefit|sales|revenue)s? (?:of|from) [^;.]{2,50}, (?:the |its )?$"
)


def other_figure(scan: Scan, amount: Amount, mention: Mention, per_share: bool) -> str | None:
    """Return why an amount is not the figure that a metric's mention makes it, None where it is.

    `per_share`: the metric is one of each share, so that 每股 before the amount says nothing new.
    """
    text, start = scan.text, scan.sentence.start
    lead = text[max(start, amount.start - 14) : amount.start]
    moved = told_as_more(scan, amount) or _LESS.fullmatch(text, mention.end, amount.start)
    moved = moved if amount.kind in ("percent", "times", "points") else None
    if (
        why := (None if moved or is_of_a_view(scan, amount) else _not_all(lead))
        or _between_two(scan, amount)
        or of_some(scan, amount, mention, lead)
    ):
        return why
    if _EACH.search(text, max(start, amount.start - 24), amount.start) and not per_share:
        return "a rate, not the whole"
    if _WITHOUT.search(text, start, mention.start):
        return WITHOUT
    part = _CUT_OUT.match(text, mention.end)
    if part and not any(e.start == part.end() + 1 for e in scan.entities):  # `net profit attributable to Baidu`
        return "of a part of the business that the catalogue does not name"
    if text[mention.start].isascii() and (why := _english(scan, amount, mention, per_share)):
        return why
    named = next((p.start for p in scan.periods if p.end == mention.start), mention.start)  # 刻蚀设备1H25收入
    before = text[max(scan.clause(mention.start)[0], named - 16) : named]
    if _LONG_TERM.search(before):
        return "a long-term aim, of no named time"
    told = scan.clause(amount.start)[0] if amount.kind in ("percent", "points", "times") else mention.end
    between = text[max(mention.end, told) : amount.start] if mention.end <= amount.start else ""
    of_the_month = before.endswith("月") and _OF_THE_MONTH.match(text, mention.end)
    if not of_the_month and _is_rate(before, between, per_share):
        return "a rate, not the whole"
    of_all = any(metric in OF_THE_WHOLE for metric in mention.metrics)  # no model has earnings per share
    if not of_all and (is_unknown_model(scan, mention, amount) or is_of_car_model(scan, mention, amount)):
        return "of a model that the catalogue does not know"
    if not is_all_it_sells(scan, mention) and (
        _GRADE.search(text, max(start, mention.start - 12), mention.end)
        or is_unknown_line(scan, mention, before, named)
        or is_unknown_label(scan, amount)
        or is_of_two_lines(scan, mention)
        or is_kind_sold(scan, mention, amount)
        or opens_with_unknown(scan, mention)
        or is_item_of_unknown(scan, mention, before, named)
        or is_narrower(scan, mention)
        or is_of_some_chips(scan, mention)
        or is_one_service(scan, mention)
    ):
        return UNKNOWN_LINE
    return None


def _english(scan: Scan, amount: Amount, mention: Mention, per_share: bool) -> str | None:
    """Return why an English amount is of what the catalogue does not name, None where it is not."""
    if of_condition(scan, amount):
        return CONDITION
    if amount.kind == "percent" and mention.metrics[0] in OF_CARS and _grew_besides(scan, amount, mention):
        return UNKNOWN_LINE
    why = part_of_english(scan, amount, mention, per_share)
    return why or (UNKNOWN_LINE if any(is_of_part(scan, mention) for is_of_part in _OF_PARTS) else None)


def _grew_besides(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a percentage is of things that a maker delivered besides cars: `delivered 352,095 lidar units, up 306.9%`."""
    before = scan.preceding(amount)
    return before is not None and mention.end <= before.start and counts_no_cars(before)


def _not_all(lead: str) -> str | None:
    """Return why an amount is no level, by the words right before it."""
    if _DIFFERENCE.search(lead) or _GREW_BY.search(lead):
        return "by how much something differs, not what it is"
    return "only those that joined something, not all" if _CONNECTED.search(lead) else None


def _between_two(scan: Scan, amount: Amount) -> str | None:
    """Return why an amount is nobody's: it is by how much two differ."""
    gap = amount.kind != "percent" and _GAP.search(
        scan.text, max(scan.sentence.start, amount.start - 110), amount.start
    )
    return "by how much something differs, not what it is" if gap else None


def _is_rate(before: str, between: str, per_share: bool) -> bool:
    if per_share:
        return False
    return bool(_RATE.search(before) or _RATE_BETWEEN.search(between[-12:]))
