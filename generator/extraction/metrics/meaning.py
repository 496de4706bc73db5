"""Which of a mention's metrics an amount can be of: sales of cars or in yuan, which of the profits."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import Change
from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.marks.terms import ANY_PROFIT, NO_METRIC
from generator.extraction.metrics.measured_in import SMALL, is_measured_in
from generator.extraction.metrics.narrowed_en import narrowed, narrowed_as
from generator.extraction.metrics.per_share import PER_SHARE
from generator.extraction.metrics.profits import profit_meant
from generator.extraction.metrics.retail import are_of_shops
from generator.extraction.whose.things_shipped import PHONES, Things, things_before
from generator.settings.catalogue import Catalogue

_AS_MONEY = {"gross_margin": "gross_profit"}  # `gross margin was $48.3 billion`
_AS_RATE = {"gross_profit": "gross_margin"}  # 毛利预期为75%
_WESTERN = ("USD", "EUR", "GBP")
_ADJUSTED = ("经调整", "调整后", "经调整后")
_ANY_ORDERS = ("order", "orders", "preorder", "preorders", "pre-order", "pre-orders", "订单", "预订", "定单")
_PHONES = re.compile(r"(?:(?:smart|mobile )?phones|handsets)\b", re.I)
_OF_CARS = re.compile(
    r" of (?:(?:its|the|their|all|new|[A-Z][\w-]*|[a-z]+-[a-z]+|energy|passenger|electric|[A-Z]\w+['’]s) ){0,5}(?:vehicles|cars|EVs|NEVs|BEVs|PHEVs|SUVs|sedans)\b"
)
_A_CAR_BEHIND = re.compile(r"/\s?辆|每辆")  # SU7占比走高,ASP升至23.9万元/辆
_OF_A_CAR = re.compile(
    r" (?:of|for) (?:an?|one|each|every) (?:[a-z-]+ |(?:[A-Z][\w.-]* ){1,3})?(?:vehicle|car|EV|SUV|sedan)\b"
)
_CAR = re.compile(r"\b(?:vehicles?|cars?|EVs?|SUVs?|sedans?)\b|车", re.I)
_PER_ONE = re.compile(
    r" per (?:vehicle|car|unit|user|store|employee|phone|device)\b"
)  # `Net profit per vehicle was 6,700 yuan`
_AT_ONCE = 8  # characters between a word of several meanings and the amount that tells which is meant
_MOST_SOLD = 20_000_000  # what is counted without a currency is money from there on: `sales of 2.5 billion`
_VERBS = (
    "sold",
    "sells",
    "to sell",
    "will sell",
    "would sell",
    "could sell",
    "may sell",
    "might sell",
    "handed",
    "handed over",
    "delivered",
    "delivering",
    "shipped",
    "shipping",
    "卖出",
    "卖了",
    "卖掉",
    "售出",
)
_FOR_MONEY = re.compile(r"[^,;.:\d]{0,48}?")  # between a verb of things sold and what they sold for
_FAR = 20  # times: numbers that count the same are not further apart
_GOES_ON = re.compile(
    r" ?[A-Z]| (?:more|less|higher|lower|above|below|better|worse|wider|narrower|ahead|short|shy)\b"
)  # `$2.53 U.S. per share`, `15 cents more than last year`
_A_SHARE = 1000  # less than any company earns, in a currency's unit
_FEW = 100  # no sales are so few: `a 262% leap in sales, and splits its stock 10 to 1`


# `PC maker posts a 24% rise in sales`, in a text on what the maker earned: its takings, not its computers
_EARNED = re.compile(
    r"\b(?:net (?:profit|income|loss)|earnings per share|profit attributable|operating (?:profit|income))\b", re.I
)


@lru_cache(maxsize=4)
def _on_results(text: str) -> bool:
    """Whether a text tells what a company earned."""
    return bool(_EARNED.search(text))


_OF_PHONES = re.compile("[多余]?部(?![分门署件位])")  # 三个月里卖掉3200万部: no car is counted so


@frozen
class Meanings:
    """What the mentions of one sentence mean.

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

    def metric(self, mention: Mention, amount: Amount) -> str | None:
        if mention.any_profit:
            name = self.profit(mention)
            per_share = PER_SHARE.get(name) if amount.kind == "money" and not amount.scaled else None
            told = any(per_share in m.metrics for m in self.scan.metrics if m.end <= mention.start)
            name = per_share if per_share and (told or self._is_by_share(mention, amount)) else name
            return name if self.fits(name, amount) else None
        fitting = [self._of_cars(name, amount) for name in self._in_order(mention) if self.fits(name, amount)]
        fitting = self._counted_in_words(fitting, mention, amount)
        fitting = fitting or self._by_share(mention, amount) or self._as_another(mention, amount)
        counts = amount.kind == "count" or self._goes_on_counting(amount)
        counted = [name for name in fitting if counts and self.catalogue.metrics[name].counted.en]
        named = narrowed_as(self.scan.text, next(iter(counted or fitting), None), amount, self.scan.preceding(amount))
        if named == "asp" and _A_CAR_BEHIND.match(self.scan.text, amount.end) and "ev_asp" in self.catalogue.metrics:
            return "ev_asp"
        return self._of_phones(named, amount)

    def _of_phones(self, metric: str | None, amount: Amount) -> str | None:
        """Return the metric of phones, where those are what an amount counts: `shipped 41.8 million phones globally`."""
        own = f"smartphone_{metric}"
        phones = amount.kind == "count" and _PHONES.match(amount.noun) and own in self.catalogue.metrics
        return own if phones else metric

    def _counted_in_words(self, fitting: list[str], mention: Mention, amount: Amount) -> list[str]:
        """Return the metrics of a number without a currency: `they aim to challenge 1 million in sales` are things sold, not money."""
        plain = amount.kind == "bare" and amount.value <= _MOST_SOLD and self.scan.text[mention.start].isascii()
        if not plain or "revenue" not in fitting or "unit_sales" not in mention.metrics:
            return fitting
        return sorted(fitting, key=lambda name: self.catalogue.metrics[name].unit != "count")

    def _goes_on_counting(self, amount: Amount) -> bool:
        """Whether a bare number is beside one that counts things: `sold 40.4 million iPhones, compared with sales of 47.5 million`."""
        before = self.scan.preceding(amount)
        return (
            before is not None
            and amount.kind == "bare"
            and before.kind == "count"
            and amount.value < _FAR * before.value
        )

    def listed(self, mention: Mention, amount: Amount, changed: bool) -> str | None:
        """Return the metric of a list's mention that an amount of the list is of; a change fits any."""
        if changed and not mention.nothing:
            return self.profit(mention) if mention.any_profit else self._in_order(mention)[0]
        return self.metric(mention, amount)

    def of_change(self, mention: Mention, change: Change) -> str | None:
        if change.points:
            return self.resolve(mention, "percent")
        names = [self.profit(mention)] if mention.any_profit else self._in_order(mention)
        following = self._next_level(mention)
        if following is not None:
            fitting = [name for name in names if self.fits(name, following)]
            if not fitting and self._is_object(mention, following, len(names)):
                return None
            names = [narrowed(self.scan.text, name, following) or name for name in fitting] or names
        names = [n for n in names if n != NO_METRIC]
        quantities = [n for n in names if self.catalogue.metrics[n].unit != "percent"]
        return next((self._of_cars(name) for name in quantities or names), None)

    def _is_object(self, mention: Mention, amount: Amount, readings: int) -> bool:
        """Whether an amount that is of no metric of a word is what that is told of: 销售晶圆达239万片 are neither cars nor yuan, `sold its phones for $300` no phones."""
        verb = self.scan.text[mention.start : mention.end].lower() in _VERBS
        if amount.kind == "count":
            return (verb or readings > 1) and amount.start - mention.end <= _AT_ONCE
        return verb and amount.kind == "money" and bool(_FOR_MONEY.fullmatch(self.scan.text, mention.end, amount.start))

    def _next_level(self, mention: Mention) -> Amount | None:
        """Return the amount that says which of a word's meanings is meant: sales of cars, or sales in yuan."""
        after = [a for a in self.scan.amounts if a.start >= mention.end and a.kind in ("money", "count", "bare")]
        few = after and not self.cars and after[0].kind != "money" and not after[0].scaled and after[0].value < _FEW
        return after[0] if after and not few else None

    def quantities(self, mentions: list[Mention]) -> list[Mention]:
        """Return the mentions of what can grow by some percent: a share that rises does so by points."""
        units = self.catalogue.metrics
        return [
            m
            for m in mentions
            if any(n == ANY_PROFIT or (n in units and units[n].unit != "percent") for n in m.metrics)
        ]

    def _is_by_share(self, mention: Mention, amount: Amount) -> bool:
        """Whether an amount is so small that an English profit is one of each share: `third-quarter earnings of 92 cents`."""
        english = self.scan.text[mention.start].isascii() and not _PER_ONE.match(self.scan.text, mention.end)
        goes_on = _GOES_ON.match(self.scan.text, amount.end)
        return english and abs(amount.value) < _A_SHARE and not (amount.range_end or goes_on)

    def _by_share(self, mention: Mention, amount: Amount) -> list[str]:
        """Return the metric of each share that an amount too small for a profit is: `$2.67 in adjusted earnings`."""
        small = amount.kind == "money" and not amount.scaled and abs(amount.value) < SMALL
        if not small or not self.scan.text[mention.start].isascii() or _PER_ONE.match(self.scan.text, mention.end):
            return []
        named = [PER_SHARE.get(name) for name in mention.metrics]
        return [name for name in named if name]

    def _as_another(self, mention: Mention, amount: Amount) -> list[str]:
        """Return the profit that a margin told in money is, or the margin that a Chinese profit told in percent is."""
        known = self.catalogue.metrics
        if amount.kind == "money" and amount.scaled:
            if self.scan.text.endswith("率", mention.start, mention.end):
                return []  # 毛利率为46%,关税约11亿美元: no Chinese rate is money
            return [_AS_MONEY[name] for name in mention.metrics if _AS_MONEY.get(name) in known]
        if amount.kind != "percent" or self.scan.text[mention.start].isascii():
            return []
        adjusted = "adjusted_" if self.scan.text.endswith(_ADJUSTED, 0, mention.start) else ""
        rates = [f"{adjusted}{_AS_RATE[name]}" for name in mention.metrics if name in _AS_RATE]
        return [name for name in rates if name in known]

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

    def resolve(self, mention: Mention, unit: str) -> str | None:
        units = self.catalogue.metrics
        return next((n for n in mention.metrics if n in units and units[n].unit == unit), None)

    def profit(self, mention: Mention) -> str:
        """Return which profit plain `profit` means: the one named before it; that of operations for a segment."""
        return profit_meant(self.scan, self.catalogue, mention)

    def fits(self, metric: str, amount: Amount) -> bool:
        """Whether an amount is of the kind that a metric is measured in."""
        return is_measured_in(self.catalogue, metric, amount)
