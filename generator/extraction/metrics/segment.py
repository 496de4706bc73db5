"""The segment an amount is of, and the metric that is more special where a segment is named."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.tallies import GAMES_IN, OF_CARS, OF_PLACES, OF_STORES, OF_USERS, TRACKED
from generator.extraction.metrics.business import business_of, line_counted, part_from
from generator.extraction.metrics.electric_cars_en import BATTERY_ELECTRIC, is_of_electric_cars
from generator.extraction.metrics.kinds_of_cars import is_price_of_cars, kind_of_cars, sells_engines
from generator.extraction.metrics.part_of import is_part
from generator.extraction.whose.beside_line_en import line_set_beside
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.line_that_grew_zh import line_that_grew
from generator.extraction.whose.market_ranked_in_zh import market_ranked_in
from generator.extraction.whose.parts import within
from generator.extraction.whose.region import region_of
from generator.extraction.whose.same_part_later import same_part_later
from generator.extraction.whose.stood_for import stood_for
from generator.extraction.whose.thing_counted_zh import thing_counted
from generator.extraction.whose.things_shipped import PHONES, things_before
from generator.extraction.whose.turned_to_all_zh import turned_to_all

_CLOUDS = re.compile(r"\bcloud\b|云", re.I)
_OF_THEM = re.compile(r" of (?:them|these|those)\b")
_PARTS = "automotive_parts"
_PHONES_AND_MORE = "smartphone_aiot"
_NO_CARS = ("batteries", "energy_storage", "digital_power", "regulatory_credits")
_DEVICES = (
    PHONES,
    "pcs",
    "tablets",
    "wearables",
    "tvs",
    "home_appliances",
    "air_conditioners",
    "refrigerators",
    "washing_machines",
)
# 互联网服务方面,MIUI月活跃用户2.79亿: whoever uses a phone is counted there, which is all users there are
_USED_BY_ALL = ("internet_services", PHONES, _PHONES_AND_MORE)
_OF_PHONES = ("market_share", "unit_sales", "asp", "shipments")  # told behind a figure of phones they are of those

_CHINA = "mainland_china"
# 在中国有6980家门店,全球则有38590家
_EVERYWHERE = re.compile(
    r"(?:全球|全世界)(?:市场|范围内|合计|一共|共计|总数|总计|门店|店|总|则|共|有|为|达|约|近|逾|超过?)*\d"
)


def _counted_in(business: str, metric: str) -> str:
    """Return the line whose things a metric counts: `ranked third with a market share of 14.1%`, below the segment that phones are in."""
    return PHONES if business == _PHONES_AND_MORE and metric in _OF_PHONES else business


def segment_of(around: Surroundings, metric: str, amount: Amount, mention: Mention) -> tuple[str, str | None]:
    """Return the metric, more special where its segment is named, and the segment that this does not say."""
    entry = around.names.catalogue.metrics[metric]
    region = region_of(around, metric, amount, mention)
    region = None if metric in OF_STORES and region == _CHINA and not _counted_elsewhere(around) else region
    if own := line_set_beside(around.scan, amount) or _its_own(around, mention, amount, region):
        return _of_part(around, metric, own, region)
    if (
        part := within(around.scan, mention, amount)
        or stood_for(around.scan, amount)
        or market_ranked_in(around, metric, amount)
        or _in_its_name(around, metric, mention)
        or thing_counted(around, metric, mention, amount)
        or line_that_grew(around.scan, metric, mention)
        or same_part_later(around, metric, mention)
    ):
        return _of_part(around, entry.base or metric, part, region)
    if entry.segment and entry.base:
        part = part_from(around, amount)
        return _of_part(around, metric, part, region) if part and part != entry.segment else (metric, region)
    business = _line_of(around, metric, amount, mention)
    if business is None and around.tracked and metric in TRACKED:
        special = around.names.special(metric, around.tracked)
        return (special, region) if special else (metric, around.tracked)
    if business is None and metric in _OF_PHONES and (devices := _devices_spoken_of(around, mention)):
        special = around.names.special(metric, devices)
        return (special, region) if special else (metric, devices)
    if entry.period_type == "instant" and not (business and around.names.special(metric, business)):
        return metric, region if metric in OF_PLACES else None
    if business is None and metric == "revenue" and _speaks_of_games(around, mention):
        return metric, GAMES_IN.get(region or "", region)
    them = None if business or region else _told_of_them(around, metric, amount)
    if business is None and (kind := them or kind_of_cars(around, metric, mention, region)):
        return metric, kind
    if business is None:
        told = metric == "premium_smartphone_share" and around.scan.chinese  # 国内高端手机销量占比25%
        of_regions = told or metric in around.names.bases or entry.segment or entry.unit == "count"
        return metric, region if of_regions else None
    special, segment = in_business(around.names, metric, _counted_in(business, metric), region)
    return special, "nev" if sells_engines(
        around
    ) and business == "nev" and segment is None and special == metric else segment


def _counted_elsewhere(around: Surroundings) -> bool:
    """Whether a sentence counts shops in China beside others: 中国门店29096家,海外门店118家; where it doesn't, they are told as all."""
    kinds = around.names.catalogue.segments
    scan = around.scan
    everywhere = scan.chinese and _EVERYWHERE.search(scan.text, scan.sentence.start, scan.sentence.end)
    return bool(everywhere) or any(
        kinds[m.segment or ""].kind == "region" and m.segment != _CHINA for m in scan.segments
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


def _told_of_them(around: Surroundings, metric: str, amount: Amount) -> str | None:
    """Return the part that the sentence before told, where this one counts more of them: `It delivered 252,000 electric cars. Since January it has sold 717,000 of them`."""
    again = _OF_THEM.match(around.scan.text, amount.end) and not is_part(around.scan, amount)
    if metric not in OF_CARS or not again:
        return None
    told = around.ground.told
    return _they_are(around, amount) or (told[1] if told and told[0] in OF_CARS else None)


def _they_are(around: Surroundings, amount: Amount) -> str | None:
    """Return the cars that `them` stands for: those that the sentence named before it told a figure, or that the one before was about."""
    scan, kinds = around.scan, around.names.catalogue.segments
    if scan.chinese or any(scan.sentence.start <= a.start < amount.start for a in scan.amounts):
        return None
    here = [m for m in scan.segments if m.end <= amount.start and kinds[m.segment or ""].kind == "business"]
    whole = len(here) > 1 and here[-1].start - here[-2].end == 1  # `Battery-electric passenger cars`
    return here[-1 - whole].segment if here else around.ground.topic


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
    business = business_of(around, metric, mention, amount) or _model_ordered(around, metric, amount)
    business = business or ("ev" if is_price_of_cars(around, metric, mention) else None)
    if metric in OF_STORES and not any(m.segment == business for m in around.scan.segments):
        return None  # 小米汽车有438家门店。小米之家1.8万家: shops go on with no line told before
    if metric in OF_USERS and business in _USED_BY_ALL:
        return None
    product = business and around.tracked and around.names.catalogue.segments[business].product_of == around.tracked
    return None if product and amount.kind not in ("count", "bare") else business


def _model_ordered(around: Surroundings, metric: str, amount: Amount) -> str | None:
    """Return the model that car orders are of, the one spoken of last: `the YU7, launched in June, drew 200,000 orders`."""
    if metric != "ev_orders":
        return None
    kinds = around.names.catalogue.segments
    named = [m.segment for m in around.scan.segments if m.end <= amount.start and kinds[m.segment or ""].product_of]
    last = named[-1] if named else around.ground.line
    return last if last and kinds[last].product_of else None


def _devices_spoken_of(around: Surroundings, mention: Mention) -> str | None:
    """Return the devices that an English text named last of what makers ship: what it counts next, and names no thing of, is of theirs."""
    scan = around.scan
    if scan.chinese or not scan.text[scan.sentence.start].isascii():
        return None
    things = things_before(scan, around.names.catalogue, mention.start, around.ground.things)
    return things[0] if things and things[0] in _DEVICES else None


def of_supplier(names: Names, entity: str | None, metric: str, segment: str | None) -> tuple[str, str | None]:
    """Return the metric and segment of what a company that supplies car makers calls automotive: chips or parts, no cars."""
    entry, companies = names.catalogue.metrics[metric], names.catalogue.companies
    kinds = names.catalogue.segments
    elsewhere = segment is None or kinds[segment].kind == "region"
    if metric == "unit_sales" and elsewhere and entity and companies[entity].makes_cars:
        return "vehicle_sales", segment  # `BYD means to double overseas sales to 790,000 units`, beside its phones
    of_cars = segment == "ev" or (entry.segment == "ev" and entry.base)
    if not (of_cars and entity and companies[entity].supplies_cars and _PARTS in names.catalogue.segments):
        return metric, segment
    own = next((name for name, kind in kinds.items() if kind.entity == entity and kind.counts_as == _PARTS), _PARTS)
    return entry.base or metric, own if segment in (None, "ev") else segment


def _speaks_of_games(around: Surroundings, mention: Mention) -> bool:
    """Whether the line of business named last is games: 本土市场游戏收入428亿元;国际市场收入208亿元.

    `Games did well everywhere. In the domestic market, revenue rose 17%. Abroad, it grew 35%`
    """
    kinds = around.names.catalogue.segments
    lines = [
        m.segment for m in around.scan.segments if m.end <= mention.start and kinds[m.segment or ""].kind == "business"
    ]
    ground = around.ground
    goes_on = ground.line if ground.joined else None
    if around.scan.text[mention.start].isascii():
        goes_on = goes_on or ground.segment or (ground.told[1] if ground.told else None) or _line_told_last(around)
    return (lines[-1] if lines else goes_on) in ("games", *GAMES_IN.values())


def _line_told_last(around: Surroundings) -> str | None:
    """Return the line of business of the level told last, where only words without a figure stand since that name no other line: `Domestic games took in 31 billion yuan. Honor of Kings stayed on top. Abroad, revenue climbed`."""
    level, line = around.ground.level, around.ground.line
    told = level.segment if level and level.metric == "revenue" else None
    elsewhere = around.ground.region not in (None, _CHINA)  # `The group also grew abroad`
    return told if line in ("games", *GAMES_IN.values()) and not elsewhere else None


def in_business(names: Names, metric: str, business: str, region: str | None = None) -> tuple[str, str | None]:
    """Return the metric of a line of business, more special where there is one, and the segment that this does not say."""
    of_line = names.catalogue.metrics[metric].segment
    if specific := names.special(metric, business):
        return specific, region
    if business in ("games", *GAMES_IN.values()) and region in GAMES_IN:
        return metric, GAMES_IN[region]
    if special := _of_product(names, metric, business):
        return special, business
    if metric == "shipments" and "ev" in (business, names.catalogue.segments[business].product_of):
        return "ev_deliveries", None if business == "ev" else business  # `to ship 100,000 units of its SU7`
    if metric == "unit_sales" and _counts_as(names, business, "ev"):
        return "vehicle_sales", region  # 智能电动车业务方面,…下调2026年销量预测
    if metric == "vehicle_sales" and business in _DEVICES:
        return in_business(names, "unit_sales", business, region)  # 手机方面,销量为4220万部, in a text on cars
    if metric == "vehicle_sales" and business in _NO_CARS:
        return in_business(names, "revenue", business, region)  # `its battery sales rose`, beside cars sold
    if metric == "asp" and business == "ev_segment":
        return "ev_asp", region  # 汽车及创新业务:交付8万辆,ASP 25.4万元
    of_all = of_line and (_counts_as(names, business, of_line) or (region and business == "passenger_cars"))
    return metric, region if of_all else business


def _of_part(around: Surroundings, metric: str, part: str, region: str | None) -> tuple[str, str | None]:
    """Return the metric and the segment of a part that was named for it."""
    if around.names.catalogue.segments[part].kind == "region":
        devices = around.tracked if metric in TRACKED else None
        return (around.names.special(metric, devices) if devices else None) or metric, part
    entry, line = around.names.catalogue.metrics[metric], around.names.catalogue.segments[part]
    if entry.segment == part:
        return metric, region  # 小米汽车三季度交付10.9万辆,前三季度交付26.5万辆: cars are all that is delivered
    if entry.base and entry.segment and entry.segment not in (part, line.product_of, line.counts_as):
        metric = entry.base  # `Cloud revenue was 4.2 billion euros, software licences 203 million`
    specific = around.names.special(metric, part)
    return (specific, region) if specific else (metric, part)


def _of_product(names: Names, metric: str, segment: str) -> str | None:
    """Return the metric of the line that a product belongs to: the average price of the SU7 is one of cars."""
    line = names.catalogue.segments[segment].product_of
    return names.specific.get((metric, line)) if line else None


def _counts_as(names: Names, segment: str, other: str) -> bool:
    return segment in (other, "nev") or names.catalogue.segments[segment].counts_as == other
