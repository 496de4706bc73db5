"""Which metric an amount belongs to: the words before it, after it, or what the sentence has spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.extraction.amounts import Amount
from generator.extraction.change import Change
from generator.extraction.names import ANY_PROFIT, NO_METRIC, Mention
from generator.extraction.periods import PeriodMention
from generator.extraction.scanning import Scan
from generator.extraction.unsaid import PER_SHARE, by_share, is_part, label_of, takings
from generator.settings.catalogue import Catalogue

_FORWARD = re.compile(
    r"\s*(?:-\s?)?(?:的|个|台|部|辆|家|人|名|名|in|of them(?: (?:being|were|are))?|were|are|of(?! (?:the|its|their|those|these)\b)|worth of|for|from)?\s*(?:[A-Z]+\d\w* )?"
    r"(?:(?:[a-z]+(?:ly)?|AIoT|IoT|smart|Mi Home|iPhone|EV|R&D|non-GAAP|GAAP|global|[一-鿿]{1,4})[ -]?){0,3}",
    re.I,
)
_IN_METRIC = re.compile(
    r"(?: \([^()]{0,40}\))?\s+(?:in|worth of)\s+(?:(?:total|net|quarterly|annual|adjusted|global|overall|group|third-quarter|second-quarter|first-quarter|fourth-quarter)\s+){0,2}",
    re.I,
)
_OF_SOME = re.compile(r"\s+of (?:the|its|their|those|these)\b", re.I)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
# What stands between a metric and its bare number: `deliveries in the third quarter were 497,099`.
_TOLD = re.compile(
    r"(?:[^,;]{0,60}\b)?(?:was|were|is|are|to|of|at|reached|reaching|hit|totall?ed|totall?ing|stood at|came to|exceeded|exceeding|surpassed|topped)\s+(?:a record |about |around |approximately |nearly |over |more than |only |just )*",
    re.I,
)
_OWN_VERB = re.compile(
    r"\s*(?:was|were|is|are|reached|rose|fell|grew|of|at|totaled|totalled|came in|为|达|是|:|同比|增长|下降)", re.I
)
_OF_NEXT = re.compile(
    r"\s*(?:(?:year[- ]o(?:ver|n)[- ]year|yoy|y/y|quarter[- ]o(?:ver|n)[- ]quarter|sequential|annual) )?(?:increase|rise|growth|jump|gain|surge|decline|drop|fall|decrease|improvement|expansion|reduction|slump|plunge|dip|higher|lower|增长|下降)?\s*(?:in|of|for|的)\s*",
    re.I,
)
_CONVERSION = re.compile(
    r"(?:\([^()]{0,14}\))?\s*,?\s*(?:\(|约合|折合|合|相当于|or |equivalent to|equal to|约折合)\s*(?:约合|约为|约|about|around|roughly|approximately|nearly|some|or)?\s*(?:人民币)?\s*",
    re.I,
)
_AND_AGAIN = re.compile(r"\s*[,/;]\s*(?:or )?")
_DASHES = re.compile(r"—[^—]*$")  # `performance obligations—a measure of future revenue—rose`
_PROFITS = (
    "net_profit",
    "adjusted_net_profit",
    "operating_profit",
    "adjusted_operating_profit",
    "gross_profit",
    "net_profit_recurring",
)
# What a company does, which is an amount only where it says that it was spent: 四年研发,砸下135亿.
_ACTIVITY = ("研发",)
_QUOTED = ("报",)  # `跌1.7%,报68.95元`: a price, where nothing else is said to be reported
_SPENT = re.compile(r"投|砸|花|支出|费用|烧|斥")
_PROFIT_OF = {"eps": "net_profit", "adjusted_eps": "adjusted_net_profit"}
_SMALL = 1000  # in a currency's unit: less than any company's revenue or profit
_GOES_ON = re.compile(r"(?:更|已|并|也|仅|则|达|到|为|至|是|约|近|超|逾|录得?|报|高达|升至|增至|\s)*")
# Words of a clause that go with any figure; a clause with more Chinese characters beside them has a subject of its own.
_FILLER = re.compile(
    r"其中|当中|并|且|也|亦|又|再|更|则|已|仍|均|约|近|超|逾|过|达|到|为|至|是|录|得|报|共|合计|累计|总计|高|仅|有|实现|取得|获得|创下?|新高|历史|首次|突破|较|比|的|在|于|以|了|与|和|及|、|而|但"
    r"|人民币|港币|美元|不含|包括|此前|远|略|大幅|显著|进一步|由|从|自|市场|分析师|公司|集团|本|该|期内|单季|总|额|值|分别|成功|持续|稳居|刷新|纪录|记录|出现|呈|幅度|水平|左右|以上|不低|不少|少于|最多|最少|后|前|每|[部台辆股件个]|即|就|还|所|被|将|会|可|能|[^一-鿿]"
)
_UNKNOWN = 3
_DIRECT = 22  # characters between a metric and a bare number


@dataclass(frozen=True, slots=True)
class Link:
    """The metric that an amount belongs to and the mention that says so; or why there is none.

    `when` is the period that a list of periods gives it, `company` the company that a list of companies does.
    """

    metric: str | None = None
    mention: Mention | None = None
    doubt: str | None = None
    when: PeriodMention | None = None
    company: str | None = None


@dataclass
class Linker:
    """Links the amounts of one sentence from left to right, remembering what each mention was given."""

    scan: Scan
    catalogue: Catalogue
    cars: bool = False
    given: set[int] = field(default_factory=set)
    last: Link = field(default_factory=Link)

    def is_conversion(self, amount: Amount) -> bool:
        """Whether an amount only repeats the one before it in another currency."""
        before = [a for a in self.scan.amounts if a.end <= amount.start and a.kind == "money"]
        if not before or amount.kind != "money" or before[-1].currency == amount.currency:
            return False
        gap = self.scan.text[before[-1].end : amount.start]
        if _AND_AGAIN.fullmatch(gap) and before[-1].start > 0 and self.is_conversion(before[-1]):
            return True  # `92.5 billion yuan ($12.8bn, £10bn)`
        return len(gap) < 24 and bool(_CONVERSION.fullmatch(gap))

    def level(self, amount: Amount, comparative: bool) -> Link:
        """Return the link of an amount that states a level."""
        if amount.range_end:
            return self.last
        link = self._level(amount, comparative)
        if link.mention is not None:
            if not comparative:
                self.given.add(link.mention.start)
            self.last = link
        return link

    def _level(self, amount: Amount, comparative: bool) -> Link:
        start, _ = self.scan.clause(amount.start)
        floor = max(start, self.scan.amount_before(amount.start))
        if (unsaid := self._unsaid(amount)).metric:
            return unsaid
        for low in (floor, None, start):
            if low is None:
                link = self._forward(amount)
            else:
                link = self._nearest_before(amount, low, amount.start, fresh=low == start and not comparative)
            if link.metric or link.doubt:
                return link
        if not comparative and self._has_own_subject(start, amount):
            return Link(doubt="its clause speaks of something that no metric names")
        again = self._goes_on(start, amount)
        link = self._nearest_before(amount, self.scan.sentence.start, start, fresh=not (comparative or again))
        if link.metric and self._interrupted(link, amount):
            return Link(doubt=f"between '{self._said(link)}' and the amount the sentence speaks of something else")
        return link

    def _aside(self, mention: Mention, amount: Amount) -> bool:
        """Whether a mention stands in brackets, or between dashes, that the amount is outside of: 三项费用(研发、销售)合计."""
        inside = any(
            b.start < mention.start and mention.end < b.end and not b.start < amount.start < b.end
            for b in self.scan.brackets
        )
        if self.scan.text[mention.start].isascii():
            before = any(m.end <= mention.start for m in self.scan.metrics)
            dashes = _DASHES.search(self.scan.text, self.scan.sentence.start, mention.start)
            inside = before and (inside or bool(dashes and "—" in self.scan.text[mention.end : amount.start]))
        return inside

    def _goes_on(self, start: int, amount: Amount) -> bool:
        """Whether a Chinese clause only goes on with the figure before it: 首次突破百亿,达到107亿元."""
        return bool(_GOES_ON.fullmatch(self.scan.text, start, amount.start))

    def _has_own_subject(self, start: int, amount: Amount) -> bool:
        """Whether a Chinese clause without a metric speaks of something else: 关税影响超过4亿美元."""
        said = self.scan.text[start : amount.start]
        if not said or said.isascii():
            return False
        scan = self.scan
        spans = [(m.start, m.end) for marks in (scan.cues, scan.periods, scan.entities, scan.segments) for m in marks]
        for low, high in spans:
            if start <= low and high <= amount.start:
                said = said[: low - start] + " " * (high - low) + said[high - start :]
        return len(re.sub(_FILLER, "", said)) > _UNKNOWN

    def _unsaid(self, amount: Amount) -> Link:
        """Return the link of an amount whose metric stands behind it, or is not said in so many words."""
        if (is_part(self.scan, amount) or label_of(self.scan, amount)) and self._fits_last(amount):
            return self.last
        if shared := by_share(self.scan, amount, self._profit):
            return Link(*shared)
        if (named := self._forward(amount, _IN_METRIC)).metric:
            return named
        taken = takings(self.scan, amount)
        return Link(*taken) if taken else Link()

    def change(self, amount: Amount, change: Change) -> Link:
        """Return the link of an amount that states a change."""
        start, end = self.scan.clause(amount.start)
        ahead = _OF_NEXT.match(self.scan.text, amount.end, end)
        if ahead and (nxt := self._first_after(ahead.end(), end)) and nxt.start - ahead.end() < 26:
            return self._changed(nxt, change)
        floor = max(start, self.scan.amount_before(amount.start))
        stretches = ((floor, amount.start), (start, amount.start), (self.scan.sentence.start, start))
        for low, high in stretches:
            found = [m for m in self.scan.metrics if low <= m.start and m.end <= high and not self._aside(m, amount)]
            if change.points:
                found = [m for m in found if self._resolve(m, "percent")]
            else:
                found = self._quantities(found) or (found if not self._quantities(self.scan.metrics) else [])
            if (low, high) == stretches[2] and self._has_own_subject(start, amount):
                return Link(doubt="its clause speaks of something that no metric names")
            if found and (found[-1].nothing or self._nothing_nearer(found[-1], amount)):
                return Link()
            if found:
                if (low, high) == stretches[2] and self.last.mention in found:
                    return self._changed(self.last.mention, change, self.last.metric)
                if self._took_in(found[-1], amount):
                    return self._changed(self.last.mention, change, self.last.metric)
                return self._changed(found[-1], change)
        after = self._first_after(amount.end, end)
        if after and after.start - amount.end < 30:
            return self._changed(after, change)
        return self._of_takings(change)

    def _of_takings(self, change: Change) -> Link:
        """Return the link of the growth of what was taken in: `the segment generated $2 billion, up 16.8%`."""
        taken = self.last.mention
        if taken is None or taken in self.scan.metrics or not taken.metrics or taken.nothing:
            return Link()
        return self._changed(taken, change, self.last.metric)

    def _nothing_nearer(self, mention: Mention, amount: Amount) -> bool:
        """Whether words that name no metric stand between a mention and the amount: the text has moved on to them."""
        return any(m.nothing and mention.end <= m.start and m.end <= amount.start for m in self.scan.metrics)

    def _took_in(self, mention: Mention, amount: Amount) -> bool:
        """Whether the last figure, nearer to an amount than a mention, is what a verb says was taken in."""
        last = self.last.mention
        return last is not None and last not in self.scan.metrics and mention.end <= last.start < amount.start

    def _quantities(self, mentions: list[Mention]) -> list[Mention]:
        """Return the mentions of what can grow by some percent: a share that rises does so by points."""
        units = self.catalogue.metrics
        return [
            m
            for m in mentions
            if any(n == ANY_PROFIT or (n in units and units[n].unit != "percent") for n in m.metrics)
        ]

    def _changed(self, mention: Mention | None, change: Change, metric: str | None = None) -> Link:
        assert mention is not None
        if metric is None and self.last.mention is mention:
            metric = self.last.metric
        metric = metric or self._of_change(mention, change)
        if metric is None:
            return Link()
        unit = self.catalogue.metrics[metric].unit
        if change.points != (unit == "percent"):
            return Link(metric, mention, "a change of a percentage in percent, or of a quantity in percentage points")
        if mention.loss:
            return Link(metric, mention, "whether a loss that grows is a rise or a fall")
        return Link(metric, mention)

    def _of_change(self, mention: Mention, change: Change) -> str | None:
        if change.points:
            return self._resolve(mention, "percent")
        names = [self._profit(mention)] if mention.any_profit else self._in_order(mention)
        following = self._next_level(mention)
        if following is not None:
            fitting = [name for name in names if self.fits(name, following)]
            names = fitting or names
        names = [n for n in names if n != NO_METRIC]
        quantities = [n for n in names if self.catalogue.metrics[n].unit != "percent"]
        return next(iter(quantities or names), None)

    def _next_level(self, mention: Mention) -> Amount | None:
        """Return the amount that says which of a word's meanings is meant: sales of cars, or sales in yuan."""
        after = [a for a in self.scan.amounts if a.start >= mention.end and a.kind in ("money", "count", "bare")]
        return after[0] if after else None

    def _nearest_before(self, amount: Amount, low: int, high: int, fresh: bool) -> Link:
        for mention in reversed(self.scan.metrics):
            if self._aside(mention, amount):
                continue
            if low <= mention.start and mention.end <= high and not (fresh and mention.start in self.given):
                if mention.nothing:
                    return Link(doubt="the words before it name no metric")
                metric = self._metric(mention, amount)
                if metric and self._near_enough(mention, amount):
                    return Link(metric, mention)
        return Link()

    def _near_enough(self, mention: Mention, amount: Amount) -> bool:
        said = self.scan.text[mention.start : mention.end]
        if said in _ACTIVITY:
            return bool(_SPENT.search(self.scan.text, mention.end, amount.start))
        if said in _QUOTED:
            return amount.start - mention.end <= 2 and self.scan.text[mention.start - 1] in ",,;"
        if amount.kind != "bare" or amount.scaled:
            return True
        near = amount.start - mention.end <= _DIRECT or self.last.mention is mention
        return amount.value >= 100 and (near or bool(_TOLD.fullmatch(self.scan.text, mention.end, amount.start)))

    def _fits_last(self, amount: Amount) -> bool:
        return (
            self.last.metric is not None
            and self.last.metric in self.catalogue.metrics
            and self.fits(self.last.metric, amount)
        )

    def _forward(self, amount: Amount, form: re.Pattern[str] = _FORWARD) -> Link:
        """`1131亿元的营收`, `108,800 deliveries`, `$10 billion in revenue`."""
        if amount.kind in ("bare", "count") and _OF_SOME.match(self.scan.text, amount.end):
            return Link()  # `210 of the stores`
        _, end = self.scan.clause(amount.start)
        brackets = _IN_BRACKETS.match(self.scan.text, amount.end)
        limit = min(end, self.scan.amount_after(brackets.end() if brackets else amount.end))
        for mention in self.scan.metrics:
            if mention.start < amount.end - 3 or mention.end > limit:
                continue
            gap = self.scan.text[amount.end : mention.start]
            metric = self._metric(mention, amount)
            direct = len(gap) <= 40 and form.fullmatch(gap)
            if (
                metric
                and direct
                and not (_OWN_VERB.match(self.scan.text, mention.end, mention.end + 14) and limit < end)
            ):
                return Link(metric, mention)
            if not direct:
                break
        return Link()

    def _first_after(self, low: int, high: int) -> Mention | None:
        return next((m for m in self.scan.metrics if low <= m.start and m.end <= high), None)

    def _interrupted(self, link: Link, amount: Amount) -> bool:
        """Whether another mention, unfit for this amount, stands nearer to it: the sentence has moved on."""
        assert link.mention is not None
        start, _ = self.scan.clause(amount.start)
        return any(m.start >= start and m.end <= amount.start for m in self.scan.metrics)

    def _said(self, link: Link) -> str:
        assert link.mention is not None
        return self.scan.text[link.mention.start : link.mention.end]

    def listed(self, mention: Mention, amount: Amount, changed: bool) -> str | None:
        """Return the metric of a list's mention that an amount of the list is of; a change fits any."""
        if changed and not mention.nothing:
            return self._profit(mention) if mention.any_profit else mention.metrics[0]
        return self._metric(mention, amount)

    def _metric(self, mention: Mention, amount: Amount) -> str | None:
        if mention.any_profit:
            name = self._profit(mention)
            per_share = PER_SHARE.get(name) if amount.kind == "money" and not amount.scaled else None
            per_share = (
                per_share if any(per_share in m.metrics for m in self.scan.metrics if m.end <= mention.start) else None
            )
            name = per_share or name
            return name if self.fits(name, amount) else None
        fitting = [name for name in self._in_order(mention) if self.fits(name, amount)]
        counted = [name for name in fitting if amount.kind == "count" and self.catalogue.metrics[name].counted.en]
        return next(iter(counted or fitting), None)

    def _in_order(self, mention: Mention) -> list[str]:
        """Return a mention's metrics, likeliest first: what a text on cars counts as sold are cars."""
        return sorted(mention.metrics, key=lambda name: self.cars and name == "unit_sales")

    def _resolve(self, mention: Mention, unit: str) -> str | None:
        units = self.catalogue.metrics
        return next((n for n in mention.metrics if n in units and units[n].unit == unit), None)

    def _profit(self, mention: Mention) -> str:
        """Return which profit plain `profit` means: the one named before it; that of operations for a segment."""
        business = max(
            (
                m.start for m in self.scan.segments
                if m.end <= mention.start and self.catalogue.segments[m.segment or ""].kind == "business"
            ),
            default=-1,
        )  # fmt: skip
        for other in reversed(self.scan.metrics):
            named = [_PROFIT_OF.get(name, name) for name in other.metrics if name in (*_PROFITS, *_PROFIT_OF)]
            if named and business < other.end <= mention.start:
                return named[0]
        return "operating_profit" if business >= 0 else "net_profit"

    def fits(self, metric: str, amount: Amount) -> bool:
        """Whether an amount is of the kind that a metric is measured in."""
        if metric == NO_METRIC:
            return False
        if metric == ANY_PROFIT:
            return amount.kind == "money" or (amount.kind == "bare" and amount.scaled)
        entry = self.catalogue.metrics[metric]
        if entry.unit == "money":
            if (
                amount.kind == "money"
                and not amount.scaled
                and amount.value < _SMALL
                and entry.base != "asp"
                and metric != "asp"
            ):
                return False  # `a profit of RMB 1.34` is one per share
            return amount.kind == "money" or (amount.kind == "bare" and amount.scaled)
        if entry.unit == "money_per_share":
            return amount.kind == "money" and not amount.scaled
        if entry.unit == "percent":
            return amount.kind == "percent"
        if entry.unit == "speed":
            return amount.kind == "speed"
        if entry.unit != "count" or amount.kind not in ("count", "bare"):
            return False
        nouns = (*entry.counted.en, *entry.counted.zh)
        said = amount.noun.lower()
        return amount.kind == "bare" or not nouns or any(_counts(noun, said) for noun in nouns)


def _counts(noun: str, said: str) -> bool:
    """`辆` counts `辆智能电动汽车`; `vehicles` counts `new energy vehicles`."""
    noun = noun.lower()
    return bool(re.search(rf"\b{re.escape(noun)}\b", said)) if noun.isascii() else said.startswith(noun)
