"""Whether an amount is of the kind that a metric is measured in: money, a share, a count of its own things."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.terms import ANY_PROFIT, NO_METRIC
from generator.settings.catalogue import Catalogue

# `352,095 lidar units`, `8.8 million electric two-wheelers`, `1,000 new robots`: what else makers deliver is no car
_DEVICES = r"phones?|smartphones?|handsets?|tablets?|laptops?|pcs?|tvs?|consoles?|headsets?|glasses|watch(?:es)?|wearables?|air conditioners?|refrigerators?|fridges|washing machines?|appliances?|speakers?|routers?"
_PARTS = (
    r"lidars?|radars?|sensors?|cameras?|batter(?:y|ies)(?![ -](?:electric|only|powered))|cells?|packs?|chips?|processors?|socs?|cockpits?|controllers?|engines?|motors?|tyres?|tires?|panels?|displays?|servers?|locks?"
    r"|chargers?|piles?|powerwalls?|megapacks?|turbines?|inverters?|robots?|humanoids?|robotaxis?|drones?|aircraft|planes?|jets?|evtols?|helicopters?"
    r"|(?:e-)?scooters?|e-bikes?|bikes?|bicycles?|two-wheelers?|three-wheelers?|motorcycles?|mopeds?"
)
_NO_CARS = re.compile(rf"\b(?:{_DEVICES}|{_PARTS})\b")
_NO_DEVICES_EITHER = re.compile(rf"\b(?:{_PARTS})\b")
_LEAST = 1_000_000  # what a number without a currency must be at least, to be money: `Li Auto 7.2k` counts cars
_BY_SHARE = re.compile(r"(?:diluted |basic |adjusted )*(?:earnings(?: per(?: share)?)?|EPS)\b")
_NO_SO_MANY_CARS = 1_000_000_000  # `vehicle sales contributed 15.7 billion`: so many are money
SMALL = 100_000  # in a currency's unit: less than any company's revenue or profit, though a price may be more


def is_measured_in(catalogue: Catalogue, metric: str, amount: Amount) -> bool:
    """Whether an amount is of the kind that a metric is measured in."""
    if metric == NO_METRIC:
        return False
    if metric == ANY_PROFIT:
        return amount.kind == "money" or (amount.kind == "bare" and amount.scaled)
    entry = catalogue.metrics[metric]
    if entry.unit == "money":
        if (
            amount.kind == "money"
            and not amount.scaled
            and abs(amount.value) < SMALL
            and entry.base != "asp"
            and metric != "asp"
        ):
            return False  # `a profit of RMB 1.34` is one per share
        return amount.kind == "money" or (amount.kind == "bare" and amount.scaled and abs(amount.value) >= _LEAST)
    if entry.unit == "money_per_share":
        alone = amount.kind == "bare" or (amount.kind == "count" and _BY_SHARE.match(amount.noun))
        bare = alone and amount.precision < 1  # `EPS 0.27 vs 0.38 expected`, `will post 2.66 EPS`
        return bool(amount.kind == "money" or bare) and not amount.scaled
    if entry.unit == "percent":
        return amount.kind == "percent"
    if entry.unit == "speed":
        return amount.kind == "speed"
    if entry.unit != "count" or amount.kind not in ("count", "bare"):
        return False
    nouns = (*entry.counted.en, *entry.counted.zh)
    said = amount.noun.lower()
    if "vehicles" in nouns and (_NO_CARS.search(said) or (amount.scaled and amount.value >= _NO_SO_MANY_CARS)):
        return False
    return amount.kind == "bare" or not nouns or any(_counts(noun, said) for noun in nouns)


def counts_no_cars(amount: Amount) -> bool:
    """Whether a count is of things that are no cars, and no devices, of which makers tell shipments: `352,095 lidar units`."""
    return amount.kind == "count" and _NO_DEVICES_EITHER.search(amount.noun.lower()) is not None


def _counts(noun: str, said: str) -> bool:
    """`辆` counts `辆智能电动汽车`; `vehicles` counts `new energy vehicles`."""
    noun = noun.lower()
    return noun in said and bool(_whole(noun).search(said)) if noun.isascii() else said.startswith(noun)


@cache
def _whole(noun: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(noun)}\b")
