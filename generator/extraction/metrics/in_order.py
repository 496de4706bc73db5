"""What a word's metrics mean, likeliest first: what a text on cars counts as sold are cars, what one on phones does are phones."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.extraction.amounts.amount import Amount
from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.metrics.measured_in import is_measured_in
from generator.extraction.metrics.retail import are_of_shops
from generator.extraction.whose.things_shipped import PHONES, Things, things_before
from generator.settings.catalogue import Catalogue

_WESTERN = ("USD", "EUR", "GBP")
_ANY_ORDERS = ("order", "orders", "preorder", "preorders", "pre-order", "pre-orders", "订单", "预订", "定单")
_OF_CARS = re.compile(
    r" of (?:(?:its|the|their|all|new|[A-Z][\w-]*|[a-z]+-[a-z]+|energy|passenger|electric|[A-Z]\w+['’]s) ){0,5}(?:vehicles|cars|EVs|NEVs|BEVs|PHEVs|SUVs|sedans)\b"
)
_OF_A_CAR = re.compile(
    r" (?:of|for) (?:an?|one|each|every) (?:[a-z-]+ |(?:[A-Z][\w.-]* ){1,3})?(?:vehicle|car|EV|SUV|sedan)\b"
)
_CAR = re.compile(r"\b(?:vehicles?|cars?|EVs?|SUVs?|sedans?)\b|车", re.I)
# `PC maker posts a 24% rise in sales`, in a text on what the maker earned: its takings, not its computers
_EARNED = re.compile(
    r"\b(?:net (?:profit|income|loss)|earnings per share|profit attributable|operating (?:profit|income))\b", re.I
)
_OF_PHONES = re.compile("[多余]?部(?![分门署件位])")  # 三个月里卖掉3200万部: no car is counted so


@lru_cache(maxsize=4)
def _on_results(text: str) -> bool:
    """Whether a text tells what a company earned."""
    return bool(_EARNED.search(text))


@frozen
class InOrder:
    """The metrics of one sentence's mentions, likeliest first.

    `cars` says that the document is about cars, `phones` about the market for phones or other devices, `counting` that it tells how many cars
    were sold, and not for how much, `vendors` that the sentence before told how a maker stands in a market, or the whole document does;
    `things` are those that the text named last of what makers ship.
    """

    scan: Scan
    catalogue: Catalogue
    cars: bool = False
    phones: bool = False
    counting: bool = False
    vendors: bool = False
    things: Things | None = None

    def _of_cars(self, metric: str, amount: Amount | None = None) -> str:
        """Return the metric of what is sold in a document on cars: unit sales are those of cars, but for what counts other things."""
        known = "vehicle_sales" in self.catalogue.metrics
        known = known and (amount is None or amount.kind != "count" or self.fits("vehicle_sales", amount))
        phones = amount and not (self.cars or self.counting) and _OF_PHONES.match(self.scan.text, amount.end)
        if phones and metric in ("vehicle_sales", "unit_sales"):
            return "unit_sales"
        cars = self.cars or self.counting
        return "vehicle_sales" if metric == "unit_sales" and cars and not self.phones and known else metric

    def _in_order(self, mention: Mention) -> list[str]:
        """Return a mention's metrics, likeliest first: what a text on cars counts as sold are cars, and so are orders only there."""
        if "ev_orders" in mention.metrics and not (self.cars or self._names_cars(mention)):
            mention = replace(mention, metrics=tuple(name for name in mention.metrics if name != "ev_orders"))
        if mention.metrics == ("vehicle_sales",):
            shops = are_of_shops(self.scan, mention, self.cars, self._are_cars_counted())
            return [] if shops else list(mention.metrics)
        if {"ev_revenue", "vehicle_sales"} <= set(mention.metrics) and self._are_takings(mention):
            return sorted(mention.metrics, key=lambda name: name != "ev_revenue")
        if {"revenue", "operating_profit"} <= set(mention.metrics):
            return sorted(mention.metrics, key=lambda name: (name == "revenue") == self._is_no_bank())
        if phones := self._in_order_of_phones(mention):
            return phones
        if "ev_deliveries" in mention.metrics and self._ships_devices(mention):
            return ["shipments"]
        if "asp" in mention.metrics and (
            _OF_CARS.match(self.scan.text, mention.end) or _OF_A_CAR.match(self.scan.text, mention.end)
        ):
            return ["ev_asp"]
        if _OF_CARS.match(self.scan.text, mention.end):
            return sorted(mention.metrics, key=lambda name: name != "vehicle_sales")
        if not self.cars or len(mention.metrics) == 1:
            return list(mention.metrics)
        later = ["unit_sales", "order_intake", *(("revenue",) if self._counts_cars(mention) else ())]
        later += ["shipments"] if "ev_deliveries" in mention.metrics else []  # what car makers ship are cars
        return sorted(mention.metrics, key=lambda name: name in later)

    def _are_takings(self, mention: Mention) -> bool:
        """Whether `automotive sales` are what cars brought in, as Tesla and others report them: no cars are counted beside."""
        automotive = self.scan.text[mention.start : mention.end].lower().startswith("automotive")
        return automotive and not self._are_cars_counted()

    def _are_cars_counted(self) -> bool:
        """Whether an amount of the sentence may count cars."""
        return any(a.kind == "count" and self.fits("vehicle_sales", a) for a in self.scan.amounts)

    def _in_order_of_phones(self, mention: Mention) -> list[str]:
        """Return a mention's metrics, likeliest first, in a text on the market for phones, or where it names Apple's."""
        if "iphone_revenue" in mention.metrics and not self.phones:  # `iPhone sales grew 2%`, as Apple reports them
            return sorted(mention.metrics, key=lambda name: name != "iphone_revenue")
        if not self.phones:
            return []
        if "ev_deliveries" in mention.metrics and self._hands_over_devices(mention):
            return ["shipments"]
        said = self.scan.text[mention.start : mention.end].lower()
        first = "revenue" if said == "sales" and _on_results(self.scan.text) else "unit_sales"
        return sorted(mention.metrics, key=lambda name: name != first)

    def _counts_cars(self, mention: Mention) -> bool:
        """Whether cars were counted before a mention: `exported 697,072 cars, while its domestic sales shrank 6.6%`."""
        return self.counting or any(
            m.metrics and m.metrics[0] in CARS_SOLD and m.end <= mention.start for m in self.scan.metrics
        )

    def _is_no_bank(self) -> bool:
        """Whether the `total operating income` of a sentence is a profit: no bank's, and not translated from the Chinese for revenue."""
        kinds = self.catalogue.companies
        named = [kinds[e.entity].kind != "broker" for e in self.scan.entities]
        return bool(named) and all(named) and any(a.currency in _WESTERN for a in self.scan.amounts)

    def _ships_devices(self, mention: Mention) -> bool:
        """Whether what is shipped in a text on cars are the phones that it named last: `For now Europe is a phone market. It shipped 24 million there`."""
        shipped = self.scan.text.startswith("ship", mention.start) and "shipments" in self.catalogue.metrics
        things = things_before(self.scan, self.catalogue, mention.start, self.things) if shipped else None
        return things is not None and things[0] == PHONES

    def _hands_over_devices(self, mention: Mention) -> bool:
        """Whether what a maker of devices delivers are those: `delivering 13.2 million tablets`, in a sentence that names no cars."""
        scan = self.scan
        english = scan.text[mention.start].isascii() and "shipments" in self.catalogue.metrics
        return english and not _CAR.search(scan.text, scan.sentence.start, scan.sentence.end)

    def _names_cars(self, mention: Mention) -> bool:
        """Whether a sentence names cars, or orders as only car makers say it: 大定, locked-in orders."""
        said, kinds = self.scan.text[mention.start : mention.end].lower(), self.catalogue.segments
        named = any("ev" in (m.segment, kinds[m.segment or ""].product_of) for m in self.scan.segments)
        return (
            named
            or said not in _ANY_ORDERS
            or bool(_CAR.search(self.scan.text, self.scan.sentence.start, self.scan.sentence.end))
        )

    def fits(self, metric: str, amount: Amount) -> bool:
        """Whether an amount is of the kind that a metric is measured in."""
        return is_measured_in(self.catalogue, metric, amount)
