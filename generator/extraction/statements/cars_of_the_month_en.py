"""What car makers tell of a month are the cars that they sold, never what those brought in: `BYD's domestic sales sank 14.1% in August`."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.marks.mention import Mention
from generator.extraction.places import Place
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_CARS = "vehicle_sales"


def cars_of_the_month(around: Surroundings, place: Place, mention: Mention, period: Period | None) -> Place:
    """Return the place of an English change: as cars sold, where only the word `sales` says of what it is, of a car maker and of a month."""
    kinds, companies = around.names.catalogue.segments, around.names.catalogue.companies
    if around.scan.chinese or place.metric != "revenue" or period is None or period.kind != "month":
        return place
    maker = companies.get(place.entity or "")
    of_cars = maker is not None and maker.is_car_maker and _CARS in mention.metrics
    there = place.segment is None or kinds[place.segment].kind == "region"
    return replace(place, metric=_CARS) if of_cars and there else place
