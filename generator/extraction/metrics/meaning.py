"""Which of a mention's metrics an amount can be of: sales of cars or in yuan, which of the profits."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import Change
from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.terms import ANY_PROFIT, NO_METRIC
from generator.extraction.metrics.in_order import InOrder
from generator.extraction.metrics.measured_in import SMALL
from generator.extraction.metrics.narrowed_en import narrowed, narrowed_as
from generator.extraction.metrics.per_share import PER_SHARE
from generator.extraction.metrics.profits import profit_meant

_AS_MONEY = {"gross_margin": "gross_profit"}  # `gross margin was $48.3 billion`
# 毛利同比增长38.7%,增速高于京东的14.9%: how fast another's grew
_FASTER_THAN = re.compile(
    "增[速幅长率](?:也|则|仍|明显|远远?|略|大幅|显著)?(?:[高低快慢优]于|超过|跑赢|领先|落后)于?[^,;。\\d]{0,12}的?$"
)
_AS_RATE = {"gross_profit": "gross_margin"}  # 毛利预期为75%
_ADJUSTED = ("经调整", "调整后", "经调整后")
_PHONES = re.compile(r"(?:(?:smart|mobile )?phones|handsets)\b", re.I)
_A_CAR_BEHIND = re.compile(r"/\s?辆|每辆")  # SU7占比走高,ASP升至23.9万元/辆
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


@frozen
class Meanings(InOrder):
    """What the mentions of one sentence mean, beside an amount, in a list, or where they are said to have changed."""

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
        if _FASTER_THAN.search(self.scan.text, max(self.scan.sentence.start, amount.start - 24), amount.start):
            return []
        adjusted = "adjusted_" if self.scan.text.endswith(_ADJUSTED, 0, mention.start) else ""
        rates = [f"{adjusted}{_AS_RATE[name]}" for name in mention.metrics if name in _AS_RATE]
        return [name for name in rates if name in known]

    def resolve(self, mention: Mention, unit: str) -> str | None:
        units = self.catalogue.metrics
        return next((n for n in mention.metrics if n in units and units[n].unit == unit), None)

    def profit(self, mention: Mention) -> str:
        """Return which profit plain `profit` means: the one named before it; that of operations for a segment."""
        return profit_meant(self.scan, self.catalogue, mention)
