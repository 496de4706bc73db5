"""The metric that another one is in a line of business: deliveries are what is shipped of cars, and what suppliers of cars call automotive is no car."""

from __future__ import annotations

from generator.extraction.marks.names import Names
from generator.extraction.marks.tallies import GAMES_IN, TRACKED
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.things_shipped import PHONES

_PARTS = "automotive_parts"
_NO_CARS = ("batteries", "energy_storage", "digital_power", "regulatory_credits")
DEVICES = (
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
    if metric == "vehicle_sales" and business in DEVICES:
        return in_business(names, "unit_sales", business, region)  # 手机方面,销量为4220万部, in a text on cars
    if metric == "vehicle_sales" and business in _NO_CARS:
        return in_business(names, "revenue", business, region)  # `its battery sales rose`, beside cars sold
    if metric == "asp" and business == "ev_segment":
        return "ev_asp", region  # 汽车及创新业务:交付8万辆,ASP 25.4万元
    of_all = of_line and (_counts_as(names, business, of_line) or (region and business == "passenger_cars"))
    return metric, region if of_all else business


def in_part(around: Surroundings, metric: str, part: str, region: str | None) -> tuple[str, str | None]:
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
