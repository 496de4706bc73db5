"""The segment an amount is of, and the metric that is more special where a segment is named."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.home_market import CHINA
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import GAMES_IN, OF_PLACES, OF_STORES, OF_USERS, TRACKED
from generator.extraction.metrics.beside_cars_counted_en import past_product
from generator.extraction.metrics.business import business_of
from generator.extraction.metrics.electric_cars_en import BATTERY_ELECTRIC, is_of_electric_cars
from generator.extraction.metrics.in_business import in_business, in_part
from generator.extraction.metrics.kinds_of_cars import is_price_of_cars, kind_of_cars, sells_engines
from generator.extraction.metrics.line_behind import part_from
from generator.extraction.metrics.line_spoken_of import devices_spoken_of, model_ordered, speaks_of_games, told_of_them
from generator.extraction.metrics.things_counted import line_counted
from generator.extraction.whose.beside_line_en import line_set_beside
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.doing_en import does
from generator.extraction.whose.line_that_grew_zh import line_that_grew
from generator.extraction.whose.market_ranked_in_zh import market_ranked_in
from generator.extraction.whose.moved_in_en import moved_in
from generator.extraction.whose.parts import within
from generator.extraction.whose.region import region_of
from generator.extraction.whose.same_part_later import same_part_later
from generator.extraction.whose.stood_for import stood_for
from generator.extraction.whose.thing_counted_zh import thing_counted
from generator.extraction.whose.things_shipped import PHONES
from generator.extraction.whose.turned_to_all_zh import turned_to_all

_CLOUDS = re.compile(r"\bcloud\b|云", re.I)
_PHONES_AND_MORE = "smartphone_aiot"
# 互联网服务方面,MIUI月活跃用户2.79亿: whoever uses a phone is counted there, which is all users there are
_USED_BY_ALL = ("internet_services", PHONES, _PHONES_AND_MORE)
_OF_PHONES = ("market_share", "unit_sales", "asp", "shipments")  # told behind a figure of phones they are of those

_FLOWS = ("free_cash_flow", "operating_cash_flow", "cash")  # of a part only where that is named
# 在中国有6980家门店,全球则有38590家
_EVERYWHERE = re.compile(
    r"(?:全球|全世界)(?:市场|范围内|合计|一共|共计|总数|总计|门店|店|总|则|共|有|为|达|约|近|逾|超过?)*\d"
)


def _counted_in(business: str, metric: str) -> str:
    """Return the line whose things a metric counts: `ranked third with a market share of 14.1%`, below the segment that phones are in."""
    return PHONES if business == _PHONES_AND_MORE and metric in _OF_PHONES else business


def segment_of(around: Surroundings, metric: str, amount: Amount, mention: Mention) -> tuple[str, str | None]:
    """Return the metric, more special where its segment is named, and the segment that this does not say."""
    special, segment = _segment_of(around, metric, amount, mention)
    return special, None if metric in _FLOWS and _is_unnamed(around, segment) else segment


def _is_unnamed(around: Surroundings, segment: str | None) -> bool:
    """Whether a sentence names no such part: the games of the sentence before have no cash flow in `the business produced $17 billion in free cash flow`."""
    return segment is not None and not any(m.segment == segment for m in around.scan.segments)


def _segment_of(around: Surroundings, metric: str, amount: Amount, mention: Mention) -> tuple[str, str | None]:
    entry = around.names.catalogue.metrics[metric]
    region = region_of(around, metric, amount, mention)
    region = None if metric in OF_STORES and region == CHINA and not _counted_elsewhere(around) else region
    if own := line_set_beside(around.scan, amount) or _its_own(around, mention, amount, region):
        return in_part(around, metric, own, region)
    if (
        part := within(around.scan, mention, amount)
        or stood_for(around.scan, amount)
        or _told_with_it(around, amount, mention)
        or market_ranked_in(around, metric, amount)
        or _in_its_name(around, metric, mention)
        or thing_counted(around, metric, mention, amount)
        or line_that_grew(around.scan, metric, mention)
        or same_part_later(around, metric, mention)
    ):
        return in_part(around, entry.base or metric, part, region)
    if entry.segment and entry.base:
        part = part_from(around, amount)
        return in_part(around, metric, part, region) if part and part != entry.segment else (metric, region)
    business = _line_of(around, metric, amount, mention)
    if business is None and around.tracked and metric in TRACKED:
        special = around.names.special(metric, around.tracked)
        here = region if any(m.segment == region for m in around.scan.segments) else None
        return (special, region) if special else (metric, here or around.tracked)
    if business is None and metric in _OF_PHONES and (devices := devices_spoken_of(around, mention)):
        special = around.names.special(metric, devices)
        return (special, region) if special else (metric, devices)
    of_line = business and (metric == "backlog" or around.names.special(metric, business))
    if entry.period_type == "instant" and not of_line:
        return metric, region if metric in OF_PLACES else None
    if business is None and metric == "revenue" and speaks_of_games(around, mention):
        return metric, GAMES_IN.get(region or "", region)
    them = None if business or region else told_of_them(around, metric, amount)
    if business is None and (kind := them or kind_of_cars(around, metric, mention, region)):
        return metric, kind
    if business is None:
        told = metric == "premium_smartphone_share" and around.scan.chinese  # 国内高端手机销量占比25%
        of_regions = told or metric in around.names.bases or entry.segment or entry.unit == "count"
        return metric, region if of_regions or _is_right_before(around, region, mention) else None
    special, segment = in_business(around.names, metric, _counted_in(business, metric), region)
    return special, "nev" if sells_engines(
        around
    ) and business == "nev" and segment is None and special == metric else segment


def _told_with_it(around: Surroundings, amount: Amount, mention: Mention) -> str | None:
    """Return the part of a participle, `with China recording a 9% increase in deliveries`, or of `a 24% revenue rise in games`."""
    part = does(around.scan, amount, mention) or moved_in(around.scan, amount, mention)
    return part.segment if part else None


def _counted_elsewhere(around: Surroundings) -> bool:
    """Whether a sentence counts shops in China beside others: 中国门店29096家,海外门店118家; where it doesn't, they are told as all."""
    kinds = around.names.catalogue.segments
    scan = around.scan
    everywhere = scan.chinese and _EVERYWHERE.search(scan.text, scan.sentence.start, scan.sentence.end)
    return bool(everywhere) or any(
        kinds[m.segment or ""].kind == "region" and m.segment != CHINA for m in scan.segments
    )


def _its_own(around: Surroundings, mention: Mention, amount: Amount, region: str | None) -> str | None:
    """Return the part that a list or a pronoun gives a metric, the product of it that is counted, or the region that its clause turns to from exports."""
    elsewhere = region if mention.part and _turned_from_exports(around, mention, amount) else None
    product = line_counted(around, amount) if mention.part else None
    # `Its EV business delivered 26,100 units of the SU7`
    of_it = product is not None and around.names.catalogue.segments[product].product_of == mention.part
    return elsewhere or (product if of_it else mention.part)


def _turned_from_exports(around: Surroundings, mention: Mention, amount: Amount) -> bool:
    """Whether a Chinese clause behind one on exports names a region of its own: 出口150万辆,本土料356万辆."""
    low = around.scan.clause(amount.start)[0]
    kinds = around.names.catalogue.segments
    named = any(low <= m.start < amount.start and kinds[m.segment or ""].kind == "region" for m in around.scan.segments)
    return mention.part == "vehicle_exports" and around.scan.chinese and mention.end <= low and named


def _in_its_name(around: Surroundings, metric: str, mention: Mention) -> str | None:
    """Return the line of business that a backlog's own words name, or those right before them: `current cloud backlog`, 云业务积压订单."""
    if metric != "backlog":
        return None
    kinds, text = around.names.catalogue.segments, around.scan.text
    before = (
        m.segment for m in around.scan.segments if around.scan.chinese and text[m.end : mention.start] in ("", "的")
    )
    its = next((line for line in before if line and kinds[line].kind == "business"), None)
    return its or ("cloud" if _CLOUDS.search(text, mention.start, mention.end) else None)


def _line_of(around: Surroundings, metric: str, amount: Amount, mention: Mention) -> str | None:
    """Return the line of business that an amount is of; a share in a report on tablets is one of them, whose iPads were counted before."""
    if is_of_electric_cars(around, metric, mention, amount):
        return BATTERY_ELECTRIC
    if turned_to_all(around, mention.end):
        return None
    business = business_of(around, metric, mention, amount) or model_ordered(around, metric, amount)
    business = past_product(around, business, metric, mention)
    business = business or ("ev" if is_price_of_cars(around, metric, mention) else None)
    if metric in OF_STORES and not any(m.segment == business for m in around.scan.segments):
        return None  # 小米汽车有438家门店。小米之家1.8万家: shops go on with no line told before
    if metric in OF_USERS and business in _USED_BY_ALL:
        return None
    product = business and around.tracked and around.names.catalogue.segments[business].product_of == around.tracked
    return None if product and amount.kind not in ("count", "bare") else business


def _is_right_before(around: Surroundings, region: str | None, mention: Mention) -> bool:
    """Whether a region stands right before a metric's name, and so in it: `North America EBIT margin`."""
    return any(m.segment == region and around.scan.text[m.end : mention.start] == " " for m in around.scan.segments)
