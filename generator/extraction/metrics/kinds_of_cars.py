"""Cars that a maker's count or price may be of alone: new-energy vehicles of who sells engines too, passenger cars behind a count of all."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import CARS_SOLD, OF_CARS
from generator.extraction.whose.context import Surroundings
from generator.settings.catalogue import Company

_NEV_BEFORE = re.compile(
    r"新能源(?:汽车|乘用车|车型?|品牌|板块|业务)?(?:的|累计|总|单月|当月|月度|全年|合计|\d{1,2}月份?|[上下]半年|前?[一二三四]季度)*$"
)
# 新能源方面,10月销量177882辆: what a sentence turns to
_NEV_TURN = re.compile(
    r"[\s•*-]*(?:其中|而|在|从|至于|再看|聚焦|,)*新能源(?:汽车|乘用车|车型?|业务)?(?:板块|领域|市场|赛道)?(?:方面|上|来?看|而言|来说|板块|领域),"
)
_NOT_NEV = re.compile("总|集团|整体|合计|燃油|油车|出口|海外")
_NEV = ("新能源", "NEV ", "new energy vehicle", "new-energy vehicle", "New energy vehicle", "New-energy vehicle", "EV ")


def kind_of_cars(around: Surroundings, metric: str, mention: Mention, region: str | None) -> str | None:
    """Return the kind of cars that a metric of no line of business is of by its own words: 新能源汽车销量37.4万辆。其中,乘用车销量37.1万辆."""
    if region is None and _is_of_passenger_cars(around, metric, mention):
        return "passenger_cars"
    return "nev" if _is_of_nev(around, metric, mention) and sells_engines(around) else None


def _is_of_nev(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a metric is one of new-energy vehicles: 新能源车销量, 新能源累计销售, `NEV sales`."""
    scan, start = around.scan, around.scan.clause(mention.start)[0]
    if scan.text.startswith(_NEV, mention.start):
        return True
    before = scan.text[max(start, mention.start - 12) : mention.start]
    counted = metric in ("vehicle_sales", "vehicle_production")
    turned = counted and scan.chinese and _NEV_TURN.match(scan.text, scan.sentence.start, mention.start)
    if turned and not _NOT_NEV.search(scan.text, turned.end(), mention.end):
        return True
    return counted and bool(_NEV_BEFORE.search(before))


def _is_of_passenger_cars(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a Chinese metric of passenger cars stands behind one of all cars of the same maker: it is that of a part."""
    scan, before = around.scan, around.ground.level
    if metric not in CARS_SOLD or not scan.text.startswith("乘用车", mention.start):
        return False
    if any(m.end <= mention.start and set(m.metrics) & set(OF_CARS) for m in scan.metrics):
        return True
    subject = around.subject_before(mention.start)
    whose = subject.entity if subject else around.ground.entity
    return before is not None and before.metric in OF_CARS and before.entity == whose


def is_price_of_cars(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether an average price is a maker's of electric cars, or stands behind a count of cars in a Chinese sentence: 交付81302辆,ASP 25.4万元."""
    if metric != "asp":
        return False
    if _makes_electric_cars(around, mention):
        return True  # 理想二季度平均售价为26.5万元
    if not around.scan.chinese:
        return False
    before = [m for m in around.scan.metrics if m.end <= mention.start]
    return bool(before) and any(name in OF_CARS for name in before[-1].metrics)


def _makes_electric_cars(around: Surroundings, mention: Mention) -> bool:
    """Whether the company that a metric is told of makes cars, and none with engines."""
    company = maker_of(around, mention)
    return company is not None and company.makes_cars and not company.combustion


def maker_of(around: Surroundings, mention: Mention) -> Company | None:
    """Return the company that a metric is told of, as the catalogue has it."""
    named = around.subject_before(mention.start)
    entity = named.entity if named else around.ground.entity or around.home
    return around.names.catalogue.companies.get(entity) if entity else None


def sells_engines(around: Surroundings) -> bool:
    """Whether the company spoken of sells cars with engines too: new-energy vehicles are a part of its sales."""
    named = around.subject_before(around.scan.sentence.end)
    entity = named.entity if named else around.ground.entity or around.home
    companies = around.names.catalogue.companies
    return entity in companies and companies[entity].combustion
