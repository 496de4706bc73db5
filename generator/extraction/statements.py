"""The statements of one sentence: its amounts as figures, claimed, in doubt, or of no metric."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from generator.extraction.about import Currencies
from generator.extraction.amounts import Amount
from generator.extraction.basis import basis_of, is_consensus, is_up_from
from generator.extraction.change import Against, Change, change_of, scaled_to
from generator.extraction.context import Surroundings
from generator.extraction.doubts import no_level, of_market, of_revision, of_shares
from generator.extraction.figure import Basis, Figure, Measure
from generator.extraction.linking import Link, Linker
from generator.extraction.lists import listed_links
from generator.extraction.names import Mention
from generator.extraction.qualifiers import other_figure
from generator.extraction.reading import Reading
from generator.extraction.scanning import Scan
from generator.extraction.segment import segment_of
from generator.extraction.timing import is_set_beside, period_of, prior_of
from generator.extraction.unsaid import is_part, label_of
from generator.settings.period import Period

_PRICE_TIER = re.compile(
    r"\s*(?:元|yuan|RMB|dollars?)?\s*(?:人民币)?\s*(?:及以上|以上的?(?:价位|市场|机型|手机|产品|价格|高端)|以下|级|档|价位|区间|-?(?:price|segment|tier|range|level)|and above|or above|or more price)",
    re.I,
)
_SPANS = ("quarter", "half", "nine_months", "year")
_AND = re.compile(r"(?:,|,? and)\s+|(?:和|及|与|以及|、)")
_LISTED = re.compile(r"(?: (?:units|vehicles|cars|devices|yuan))?(?:, and |, | and )")
_UNTOLD = "a list whose amounts nothing tells apart"
_PRICES = ("share_price", "market_cap", "target_price")


def _slot(figure: Figure) -> tuple[object, ...] | None:
    """Return all that a figure is of; None where no metric is known."""
    if figure.metric is None:
        return None
    return figure.metric, figure.entity, figure.segment, figure.measure, figure.period, figure.basis


class Statements:
    """The figures of one sentence."""

    def __init__(
        self,
        reading: Reading,
        marks: Scan,
        around: Surroundings,
        linker: Linker,
        currencies: Currencies,
        published: date | None,
    ) -> None:
        self.reading, self.marks, self.around, self.linker = reading, marks, around, linker
        self.currencies, self.published, self.home = currencies, published, around.home
        self.sentence = reading.span(marks.sentence.start, marks.sentence.end)
        self.segment: str | None = None
        self.spoken: Period | None = None
        self.consensus = False
        self.told: tuple[str, str | None] | None = None
        self.place: tuple[Mention, str, tuple[str, str | None, str | None]] | None = None
        self.level_end = 0
        self.expects = False
        self.expected: Period | None = None
        self.before: set[Period] = set()  # of what the sentence's amounts were set beside
        self.on_ground = False  # whether a figure of the sentence is of the period that was spoken of before it
        self.levels: dict[str, tuple[Period | None, Basis, str | None]] = {}

    def figures(self) -> list[Figure]:
        """Return the sentence's figures; those of a list that nothing tells apart are in doubt."""
        found = list(self._figures())
        unlike: set[int] = set()
        for one, other in pairwise(found):
            if _slot(one) and _slot(one) == _slot(other) and one.value != other.value and self._is_beside(one, other):
                unlike |= {one.start, other.start}
        return [replace(f, doubt=f.doubt or _UNTOLD) if f.start in unlike else f for f in found]

    def _is_beside(self, one: Figure, other: Figure) -> bool:
        """Whether nothing but a comma or `and` stands between two amounts of a list: `18%, 19.8% and 20%`."""
        text = self.reading.document.text[one.end : other.start]
        return one.bound == "exact" and bool(_LISTED.fullmatch(text))

    def _figures(self) -> Iterator[Figure]:
        listed = listed_links(self.marks, self.linker)
        change: Change | None = None
        tiers = self._price_tiers()
        for amount in self.marks.amounts:
            if amount.kind == "measure" or amount.start in tiers:
                continue
            last, change = change, change_of(self.marks, amount)
            if last and (amount.range_end or (change is None and self._goes_on(amount, listed))):
                change = scaled_to(last, amount)
            yield self._figure(amount, change, listed.get(amount.start))

    def _price_tiers(self) -> set[int]:
        """Return where amounts start that only name a tier of prices, both ends of a range of them."""
        amounts, tiers = self.marks.amounts, set[int]()
        for i, amount in enumerate(amounts):
            if _PRICE_TIER.match(self.marks.text, amount.end):
                tiers.add(amount.start)
                if amount.range_end and i:
                    tiers.add(amounts[i - 1].start)
        return tiers

    def _goes_on(self, amount: Amount, listed: dict[int, Link]) -> bool:
        """Whether an amount is a further one of a list: `by 6% and 4%, respectively`."""
        before = self.marks.amount_before(amount.start)
        in_list = amount.start in listed and any(a.end == before and a.start in listed for a in self.marks.amounts)
        return in_list and bool(_AND.fullmatch(self.marks.text, before, amount.start))

    def _figure(self, amount: Amount, change: Change | None, listed: Link | None) -> Figure:
        if self.linker.is_conversion(amount):
            return self._bare(amount, None)
        if (
            self.marks.cues_between(max(self.marks.sentence.start, amount.start - 14), amount.start, "share_of")
            and amount.kind == "percent"
            and not self._is_share(amount)
        ):
            return self._bare(amount, None)
        if change is not None:
            return self._of_change(amount, change, listed or self.linker.change(amount, change))
        if amount.kind in ("points", "times"):
            return self._bare(amount, "it is not said in which direction")
        led_from = is_up_from(self.marks, amount)
        self.consensus = not led_from and is_consensus(self.around, amount, bool(self.levels), self.consensus)
        prior = None if self.consensus else prior_of(self.around, amount)
        apart = prior is not None or self.consensus or self._stands_apart(amount)
        return self._of_level(amount, listed or self.linker.level(amount, comparative=apart), prior)

    def _placed(
        self, amount: Amount, metric: str, mention: Mention, company: str | None
    ) -> tuple[str, str | None, str | None]:
        """Return the metric that its segment makes it, the segment and the company; a change is placed as its level was."""
        if self.place and self.place[:2] == (mention, metric) and company is None and not self._told_apart(amount):
            return self.place[2]
        special, segment = segment_of(self.around, metric, amount, mention)
        entity = company or self._entity(special, segment, amount, mention)
        self.place = (mention, metric, (special, segment, entity)) if amount.kind != "percent" else None
        return special, segment, entity

    def _told_apart(self, amount: Amount) -> bool:
        """Whether an amount names its own part of the business: after `including`, or as its label."""
        return is_part(self.marks, amount) or label_of(self.marks, amount) is not None

    def _names_a_period(self, amount: Amount) -> bool:
        """Whether an amount's own clause names a period before it, other than one to compare with."""
        start = max(self.marks.clause(amount.start)[0], self.marks.amount_before(amount.start))
        return any(
            start <= m.start and m.end <= amount.start and not self.around.is_beside(m) for m, _ in self.around.resolved
        )

    def _otherwise(self, amount: Amount, link: Link) -> str | None:
        assert link.metric is not None
        assert link.mention is not None
        per_share = self.around.names.catalogue.metrics[link.metric].unit == "money_per_share" or "asp" in link.metric
        return other_figure(self.marks, amount, link.mention, per_share)

    def _is_share(self, amount: Amount) -> bool:
        """Whether a share is what the clause's metric states: 高端智能手机销量占比25%."""
        start, _ = self.marks.clause(amount.start)
        return any(
            start <= m.start < amount.start and "premium_smartphone_share" in m.metrics for m in self.marks.metrics
        )

    def _of_level(self, amount: Amount, link: Link, prior: str | None) -> Figure:
        if link.metric is None or link.mention is None or link.doubt:
            return self._bare(amount, link.doubt)
        if why := no_level(self.marks, amount) or self._otherwise(amount, link):
            return self._bare(amount, why)
        metric, segment, entity = self._placed(amount, link.metric, link.mention, link.company)
        period, doubt = self._before(prior, metric, self._period(metric, amount, link))
        basis = self._basis(metric, amount, period) if prior is None else "actual"
        period = self._expected_in(period, basis)
        self.expects = basis == "forecast"
        self.expected = period if self.expects else self.expected
        part = is_part(self.marks, amount)
        if prior is not None and period:
            self.before.add(period)
        if prior is None and basis != "consensus" and not part:
            self.levels[metric] = (period, basis, segment)
            self.level_end = amount.end
            self._speaks_of(period, basis)
            self.told = (metric, segment)
        if part and segment is None and metric == link.metric:
            doubt = "a part that the catalogue does not name"
        doubt = of_market(self.around, link.mention) or doubt or self._doubt_of_time(metric, period, basis)
        if self._is_anothers(period, entity):
            period = None
        self._remember(metric)
        value = -amount.value if link.mention.loss else amount.value
        return self._make(
            amount, metric, entity, segment, "level", value, self._unit(metric, amount, entity), period, basis, doubt
        )

    def _of_change(self, amount: Amount, change: Change, link: Link) -> Figure:
        if link.metric is None or link.mention is None:
            return self._bare(amount, change.doubt)
        if why := of_shares(self.marks, amount) or self._otherwise(amount, link):
            return self._bare(amount, why)
        metric, segment, entity = self._placed(amount, link.metric, link.mention, link.company)
        known = self.levels.get(metric) if not self._names_a_period(amount) else None
        segment = segment or (known[2] if known else None)
        period = known[0] if known and link.when is None else self._period(metric, amount, link)
        period = self._led_to(change, period)
        against, doubt = self._against(change, period)
        if self._is_anothers(period, entity):
            period = None
        doubt = link.doubt or doubt or of_revision(self.marks, amount) or of_market(self.around, link.mention)
        if metric in _PRICES:
            doubt = "a price's move, against an unknown day"
        if against == "qoq" and period is not None and period.kind == "month":
            doubt = "against the month before"
        measure: Measure = ("yoy_pp" if against == "yoy" else "qoq_pp") if change.points else against
        unit = "percentage_point" if change.points else "percent"
        basis = known[1] if known else basis_of(self.around, metric, amount, period)
        if not is_set_beside(self.around, amount):
            self._speaks_of(period, basis)
        moved = Amount(
            amount.start, amount.end, change.value, amount.kind, None, amount.noun, amount.bound, change.precision
        )
        self._remember(metric)
        return self._make(
            moved,
            metric,
            entity,
            segment,
            measure,
            change.value,
            unit,
            period,
            "actual" if basis == "target" and metric in _PRICES else basis,
            doubt,
        )

    def _speaks_of(self, period: Period | None, basis: Basis) -> None:
        """Remember the period that the sentence itself names for what happened: those after it carry it on."""
        if self.on_ground:
            return
        own = {p for m, p in self.around.resolved if p.kind != "instant" and not self.around.is_beside(m)}
        if basis == "actual" and period in own:
            self.spoken = period
        elif basis == "actual" and period == self.around.ground.period:
            self.on_ground = True

    def _period(self, metric: str, amount: Amount, link: Link) -> Period | None:
        listed = next((p for m, p in self.around.resolved if m == link.when), None)
        if listed is None and link.when is not None and link.when.scope == "year" and link.when.year:
            listed = Period(str(link.when.year))  # one of the years from 2021 to 2023, which no word names
        if self.consensus and metric in self.levels and amount.kind != "bare":
            return self.levels[metric][0]  # what was expected of what came
        period = listed or period_of(self.around, metric, amount)
        # `up from $62.9 billion in 2018 and above the $63 billion consensus`: the market expected nothing of 2018
        return self.around.ground.period if self.consensus and period in self.before else period

    def _before(self, prior: str | None, metric: str, period: Period | None) -> tuple[Period | None, str | None]:
        """Return the period of an amount that another is set beside, or a doubt where nothing says which it is.

        What English results set beside a figure, and say nothing of, is the year before's.
        """
        spoken = self.around.ground.period
        if prior == "compared" and spoken and spoken.kind in _SPANS:
            prior = "year" if self.around.names.catalogue.metrics[metric].period_type == "duration" else prior
        if prior in ("other", "compared"):
            return period, "a figure of some earlier time"
        if prior not in ("year", "quarter") or period is None:
            return period, None
        base = self.levels[metric][0] or period if metric in self.levels else period
        return base.years_before() if prior == "year" else base.quarter_before(), None

    def _basis(self, metric: str, amount: Amount, period: Period | None) -> Basis:
        if self.consensus:
            return "consensus"
        basis = basis_of(self.around, metric, amount, period)
        dated = period is not None and period.kind in ("quarter", "half") and not period.fiscal
        ahead = dated and period is not None and self.published is not None and period.end > self.published
        return "forecast" if basis == "actual" and ahead else basis

    def _is_anothers(self, period: Period | None, entity: str | None) -> bool:
        """Whether a fiscal period is that of another company than an amount: each has a year of its own."""
        if period is None or not period.fiscal:
            return False
        named = [m for m, p in self.around.resolved if p == period]
        owner = self.around.ground.owner
        if named:
            subject = self.around.subject_before(named[0].start)
            others = {e.entity for e in self.marks.entities if self.around.is_subject(e)}
            return subject is not None and len(others) > 1 and entity in others and entity != subject.entity
        return entity != (owner or self.home)

    def _expected_in(self, period: Period | None, basis: Basis) -> Period | None:
        """Return the period of an expectation that names none: that of the one in the sentence before."""
        spoken = self.around.ground
        named = any(p == period for _, p in self.around.resolved)
        stated = any(told == "actual" for _, told, _ in self.levels.values())
        goes_on = basis in ("forecast", "consensus") and spoken.expects and spoken.expected and not stated
        return spoken.expected if goes_on and not named and period == spoken.period else period

    def _doubt_of_time(self, metric: str, period: Period | None, basis: Basis) -> str | None:
        if basis in ("forecast", "target") and metric not in _PRICES and self._is_past_ground(period):
            return "no period is named for what is expected"
        if period and self.published and basis == "actual" and period.end.year > self.published.year + 1:
            return "a period that lies ahead"
        return None

    def _is_past_ground(self, period: Period | None) -> bool:
        named = any(p == period for _, p in self.around.resolved) or self.around.ground.expects
        return not named and bool(period and self.published and period.end < self.published)

    def _stands_apart(self, amount: Amount) -> bool:
        """Whether an amount's own clause gives it another period or basis: it may be of a metric already given one."""
        start = min(self.marks.clause(amount.start)[0], self.level_end or amount.start)
        if start <= self.marks.sentence.start:
            return False
        apart = self.marks.cues_between(start, amount.start, "forecast", "target", "consensus")
        return bool(apart) or any(start <= m.start < amount.start for m, _ in self.around.resolved)

    def _led_to(self, change: Change, period: Period | None) -> Period | None:
        """Return the period a change led to: that of `rose 4.1% from $88.9 billion in Q2 to $92.5 billion in Q3`."""
        origin = next((p for m, p in self.around.resolved if m == change.than), None)
        if change.than is None or origin is None or origin != period:
            return period
        later = (p for m, p in self.around.resolved if m.start > change.than.start and p.kind == origin.kind)
        return next(later, self.around.ground.period if self.around.ground.period != origin else None)

    def _against(self, change: Change, period: Period | None) -> tuple[Against, str | None]:
        """Return what a change is measured against, from the period it names where it names one."""
        than = next((p for m, p in self.around.resolved if m == change.than), None)
        if than is None or period is None:
            return change.against, change.doubt
        if than == period.quarter_before():
            return "qoq", change.doubt
        same = than == period.years_before()
        return "yoy", change.doubt if same else "measured against a period that is neither a quarter nor a year before"

    def _entity(self, metric: str, segment: str | None, amount: Amount, mention: Mention) -> str | None:
        catalogue = self.around.names.catalogue
        fixed = catalogue.metrics[metric].entity or (
            catalogue.segments[segment].entity if segment in catalogue.segments else None
        )
        return fixed or self.around.company(amount, mention)

    def _remember(self, metric: str) -> None:
        entry = self.around.names.catalogue.metrics[metric]
        self.segment = entry.segment if entry.base else self.segment

    def _unit(self, metric: str, amount: Amount, entity: str | None) -> str:
        unit = self.around.names.catalogue.metrics[metric].unit
        if unit in ("money", "money_per_share"):
            if metric in ("share_price", "target_price", "dividend") and self._is_bare_yuan(amount):
                return self._listed_in(entity) or self.currencies.yuan
            if self._is_bare_yuan(amount):
                return self.currencies.yuan
            return amount.currency or self.around.names.catalogue.metrics[metric].currency or self.currencies.unnamed
        return {"percent": "percent", "count": "count", "speed": "tokens_per_second"}.get(unit, unit)

    def _is_bare_yuan(self, amount: Amount) -> bool:
        said = self.marks.text[amount.start : amount.end]
        return said.endswith("元") and not re.search(
            r"[美港欧日韩澳加]元|人民币|新台币|台币|RMB|¥|[$€]|EUR|USD|HKD", said
        )

    def _listed_in(self, entity: str | None) -> str | None:
        """Return the currency that a share is quoted in, where a text of Hong Kong's or of a company listed only there says 元."""
        if entity is None:
            return None
        tickers = self.around.names.catalogue.companies[entity].tickers
        in_hong_kong = any(t.endswith(".HK") or re.fullmatch(r"0\d{4}", t) for t in tickers)
        on_mainland = any(t.endswith((".SZ", ".SH")) or re.fullmatch(r"[036]\d{5}", t) for t in tickers)
        if in_hong_kong and (not on_mainland or self.reading.document.language == "zh-Hant"):
            return "HKD"
        return None

    def _bare(self, amount: Amount, doubt: str | None) -> Figure:
        unit = amount.currency or {
            "percent": "percent",
            "points": "percentage_point",
            "speed": "tokens_per_second",
            "times": "times",
        }.get(amount.kind, "count")
        return self._make(amount, None, None, None, "level", amount.value, unit, None, "actual", doubt)

    def _make(self, amount: Amount, metric, entity, segment, measure, value, unit, period, basis, doubt) -> Figure:  # type: ignore[no-untyped-def]
        start, end = self.reading.span(amount.start, amount.end)
        return Figure(
            self.reading.document.id, start, end, self.sentence, metric, entity, segment, measure, value, unit, period, basis,
            amount.bound, amount.precision, doubt,
        )  # fmt: skip
