"""Whether what a text counts are cars: it names them more often than phones, or is about a maker of cars."""

from __future__ import annotations

from collections.abc import Iterable

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading

# What a text is about it says more often: English words count whole, Chinese ones anywhere.
CARS = (
    "vehicle", "vehicles", "car", "cars", "automaker", "automakers", "carmaker", "carmakers", "hybrid", "hybrids",
    "ev", "evs", "hev", "hevs", "nev", "nevs", "nhev", "nhevs", "bev", "bevs", "bhev", "bhevs", "pev", "pevs", "phev", "phevs",
)  # fmt: skip
CARS_ZH = ("汽车", "新能源车", "乘用车", "电动车")
PHONES = ("smartphone", "smartphones", "phone", "phones", "handset", "handsets", "iphone", "iphones")
PHONES_ZH = ("手机",)


def times_said(reading: Reading, english: Iterable[str], chinese: Iterable[str]) -> int:
    """Return how often a text says any of some words."""
    return sum(reading.words[word] for word in english) + sum(reading.text.count(word) for word in chinese)


def tells_of_cars(reading: Reading) -> bool:
    """Whether a text's sales, where they are counted, are of cars rather than of phones."""
    return times_said(reading, CARS, CARS_ZH) > times_said(reading, PHONES, PHONES_ZH)


def is_of_a_car_maker(reading: Reading, names: Names, home: str | None) -> bool:
    """Whether a text that names neither cars nor phones is about a car maker: `BYD's November sales reached 480,000 units`."""
    company = names.catalogue.companies[home] if home else None
    makes = company is not None and company.is_car_maker
    return makes and not times_said(reading, PHONES, PHONES_ZH)
