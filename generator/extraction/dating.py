"""When the figures of a sentence are of, and whether they came or are expected: each may go on with those before it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.extraction.against import Against
from generator.extraction.amount import Amount
from generator.extraction.awaiting import awaited_by, names_the_whole
from generator.extraction.basis import basis_of
from generator.extraction.change import Change
from generator.extraction.consensus import is_consensus, is_up_from
from generator.extraction.context import Surroundings
from generator.extraction.figure import PRICES, Basis
from generator.extraction.frozen import frozen
from generator.extraction.linking import Link
from generator.extraction.periods import PeriodMention
from generator.extraction.prior import is_set_beside, opens_earlier, prior_of
from generator.extraction.slashes import joined
from generator.extraction.timing import period_of
from generator.extraction.unsaid import PER_SHARE
from generator.settings.period import Period

_OF_THE_LAST = re.compile(
    r"(?: (?:units|vehicles|cars|devices|smartphones|yuan|RMB))?\s+(?:in|for|during)\s+(?:the )?", re.I
)
_TO_LEVEL = re.compile(
    r"(?: (?:year[- ]o[nv]e?r?[- ]year|YoY|yoy|year over year|year on year|increase|growth|rise|jump|decline|drop|decrease|gain))? to (?:about |around |nearly |over |more than |a record )*"
)
_IN_BRACKETS = " ("
_HAD = re.compile(r"\bhad (?:\w+ ){0,2}?(?:forecast|guided|projected|expected|predicted|anticipated|estimated)\b", re.I)
_NEAR = 30  # characters between a level and a change in brackets behind it
_SPANS = ("quarter", "half", "nine_months", "year")


@frozen
class Dated:
    """The period and basis of a figure, and why they may be wrong; for a change also what it is measured against."""

    period: Period | None
    basis: Basis
    doubt: str | None = None
    against: Against = "yoy"


@dataclass
class Dating:
    """Dates the figures of one sentence from left to right.

    `spoken` is the period that the sentence itself names for what happened, `levels` what each metric's level was dated,
    with its segment, `expects` says that the last level is expected, `awaited` when whatever is expected is of.
    """

    around: Surroundings
    spoken: Period | None = None
    levels: dict[str, tuple[Period | None, Basis, str | None]] = field(default_factory=dict)
    consensus: bool = False
    expects: bool = False
    _told: dict[str, list[Period]] = field(default_factory=dict)  # the periods of each metric's levels
    awaited: set[Period | None] = field(default_factory=set)
    _grew: tuple[int, Basis] | None = None  # where the last change ends, and its basis
    _last: tuple[int, Dated] | None = None  # where the last level ends, and when it is of
    _came: int | None = None  # where the last level ends, if it tells of what came and not of what that is set beside
    _beside: set[Period] = field(default_factory=set)  # of what the sentence's amounts were set beside
    _on_ground: bool = False  # whether a figure of the sentence is of the period that was spoken of before it

    def prior(self, amount: Amount) -> str | None:
        """Return which period before an amount is of, as `prior_of` says it; what the market expects is of none before."""
        led_from = is_up_from(self.around.scan, amount)
        self.consensus = not led_from and is_consensus(self.around, amount, bool(self.levels), self.consensus)
        return None if self.consensus else prior_of(self.around, amount)

    def level(self, metric: str, amount: Amount, link: Link, prior: str | None) -> Dated:
        """Return when a level is of."""
        if metric in PER_SHARE.values() and (behind := self._behind_its_level(amount)) and link.when is None:
            return behind  # `from $6.7bn ($0.65 per share) in Q2 2023`: it says the same by the share
        period, doubt = self._before(prior, metric, self._period(metric, amount, link))
        basis = self._basis(metric, amount, period) if prior is None else "actual"
        period = self._expected_in(period, basis, amount)
        if prior is None:  # `7.8 billion euros, up from last year's 6.5 billion`: it goes on with what is expected
            self.expects = metric not in PRICES and (
                basis in ("forecast", "target") or (basis == "consensus" and not self.levels)
            )
        self.awaited |= {period} if self.expects and prior is None else set()
        if prior is not None and period:
            self._beside.add(period)
        dated = Dated(period, basis, doubt or (None if link.when else self._doubt(metric, amount, period, basis)))
        self._last = (amount.end, dated)
        if prior is None:
            self._came = amount.end if basis == "actual" else None
        return dated

    def change(self, metric: str, entity: str | None, amount: Amount, link: Link, change: Change) -> Dated:
        """Return when a change is of, and what it is measured against: its level's period, where that was told."""
        if (behind := self._behind_its_level(amount)) and behind.basis == "consensus":
            return Dated(behind.period, behind.basis, change.doubt, change.against)
        known = None if self._names_a_period(amount) else self.levels.get(metric)
        period = known[0] if known and link.when is None else self._period(metric, self._led_to_level(amount), link)
        period = self._led_to(change, self._after(metric, change) or period)
        if not known and period is not None and opens_earlier(self.around.scan) and not self._names_a_period(amount):
            period = period.years_before()
        against, doubt = self._against(change, period)
        if metric in PRICES:
            doubt = "a price's move, against an unknown day"
        if against == "qoq" and period is not None and period.kind == "month":
            doubt = "against the month before"
        if against == "qoq" and period is not None and period.kind in ("nine_months", "year"):
            doubt = "against the quarter before, of a period that is no quarter"
        basis = known[1] if known else self._basis_of_change(metric, amount, period)
        if basis == "forecast" and not known:
            period = self._expected_in(period, basis, amount)
            self.expects = True
            self.awaited.add(period)
        if not is_set_beside(self.around, amount) and not self.is_anothers(period, entity):
            self._speaks_of(period, basis)
        return Dated(period, "actual" if basis == "target" and metric in PRICES else basis, doubt, against)

    def _led_to_level(self, amount: Amount) -> Amount:
        """Return the level that a change led to, where nothing else stands between: `rose 17.3% to CNY251.5 billion in 2023`."""
        after = next((a for a in self.around.scan.amounts if a.start >= amount.end), None)
        led = after and _TO_LEVEL.fullmatch(self.around.scan.text, amount.end, after.start)
        return after if after and led and not self._names_a_period(amount) else amount

    def _basis_of_change(self, metric: str, amount: Amount, period: Period | None) -> Basis:
        """Return the basis of a change that goes with no level; those that slashes join have one."""
        scan, before = self.around.scan, self.around.scan.amount_before(amount.start)
        if self._grew and self._grew[0] == before and joined(scan.text, before, amount.start):
            basis = self._grew[1]
        elif is_consensus(self.around, amount, bool(self.levels or self._grew), False):
            basis = "consensus"
        else:
            basis = basis_of(self.around, metric, amount, period)
            basis = "forecast" if basis == "actual" and names_the_whole(self.around, period) else basis
        self._grew = (amount.end, basis)
        return basis

    def _behind_its_level(self, amount: Amount) -> Dated | None:
        """Return when a level is of, right behind which a change stands in brackets: `$54.2B in revenue (+54% Y/Y)`."""
        if self._last is None or self._last[0] != self.around.scan.amount_before(amount.start):
            return None
        gap = self.around.scan.text[self._last[0] : amount.start]
        return self._last[1] if gap.endswith(_IN_BRACKETS) and len(gap) < _NEAR else None

    @property
    def expected(self) -> Period | None:
        """The only period that the sentence expects something of."""
        return next(iter(self.awaited)) if len(self.awaited) == 1 else None

    def told(self, metric: str, dated: Dated, segment: str | None) -> None:
        """Remember a level that the sentence told of its own period: changes of it are of the same."""
        self.levels[metric] = (dated.period, dated.basis, segment)
        told = self._told.setdefault(metric, [])
        earlier = bool(told and dated.period and dated.period.end < max(p.end for p in told))
        told += [dated.period] if dated.period else []
        if not earlier:  # 毛利率为18.7%,而2023年第二季度为21%: it goes on with what it spoke of first
            self._speaks_of(dated.period, dated.basis)

    def known_segment(self, metric: str, amount: Amount) -> str | None:
        """Return the segment of the level that a change goes with."""
        known = None if self._names_a_period(amount) else self.levels.get(metric)
        return known[2] if known else None

    def is_anothers(self, period: Period | None, entity: str | None) -> bool:
        """Whether a fiscal period is that of another company than an amount: each has a year of its own."""
        if period is None or not period.fiscal:
            return False
        named = [m for m, p in self.around.resolved if p == period]
        if named:
            subject = self.around.subject_before(named[0].start)
            others = {e.entity for e in self.around.scan.entities if self.around.is_subject(e)}
            return subject is not None and len(others) > 1 and entity in others and entity != subject.entity
        return entity != (self.around.ground.owner or self.around.home)

    def _names_a_period(self, amount: Amount) -> bool:
        """Whether an amount's own clause names a period before it, other than one to compare with."""
        scan = self.around.scan
        start = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
        for mention in scan.periods:  # `RMB 33.6 billion in the third quarter of 2023 and an increase of 36.3%`
            if (
                start <= mention.start
                and mention.end <= amount.start
                and _OF_THE_LAST.fullmatch(scan.text, start, mention.start)
            ):
                start = mention.end
        return any(
            start <= m.start and m.end <= amount.start and not self.around.is_beside(m) for m, _ in self.around.resolved
        )

    def _speaks_of(self, period: Period | None, basis: Basis) -> None:
        """Remember the period that the sentence itself names for what happened: those after it carry it on."""
        if self._on_ground:
            return
        own = {p for m, p in self.around.resolved if p.kind != "instant" and not self.around.is_beside(m)}
        if basis == "actual" and period in own:
            self.spoken = period
        elif basis == "actual" and period == self.around.ground.period:
            self._on_ground = True

    def _meant_by(self, mention: PeriodMention | None) -> Period | None:
        """Return the period that a mention of the sentence means."""
        return next((p for m, p in self.around.resolved if m == mention), None)

    def _period(self, metric: str, amount: Amount, link: Link) -> Period | None:
        listed = self._meant_by(link.when)
        if listed is None and link.when is not None and link.when.scope == "year" and link.when.year:
            listed = Period(
                f"{'FY' if link.when.fiscal and not self.around.calendar.years_alike else ''}{link.when.year}"
            )  # one of the years from 2021 to 2023, which no word names
        if self.consensus and metric in self.levels and amount.kind != "bare":
            return self.levels[metric][0]  # what was expected of what came
        period = listed or period_of(self.around, metric, amount)
        # `up from $62.9 billion in 2018 and above the $63 billion consensus`: the market expected nothing of 2018
        return self.around.ground.period if self.consensus and period in self._beside else period

    def _before(self, prior: str | None, metric: str, period: Period | None) -> tuple[Period | None, str | None]:
        """Return the period of an amount that another is set beside, or a doubt where nothing says which it is.

        What English results set beside a figure, and say nothing of, is the year before's.
        """
        spoken = self.around.ground.period
        if prior == "compared" and spoken and spoken.kind in _SPANS:
            prior = "year" if self.around.names.catalogue.metrics[metric].period_type == "duration" else prior
        if prior in ("other", "compared"):
            return period, "a figure of some earlier time"
        base = self.levels[metric][0] or period if metric in self.levels else period
        if prior not in ("year", "quarter") or base is None:
            return period, None
        if metric in PRICES:
            return period, "a price of some earlier day"
        return base.years_before() if prior == "year" else base.quarter_before(), None

    def _basis(self, metric: str, amount: Amount, period: Period | None) -> Basis:
        if self.consensus:
            return "consensus"
        basis = basis_of(self.around, metric, amount, period)
        if basis in ("forecast", "target") and metric not in PRICES and self._came_before(amount):
            basis = "actual"
        published = self.around.calendar.published
        if basis != "actual" or published is None or period is None or period.fiscal:
            return basis
        if any(m.dated and p == period for m, p in self.around.resolved):
            return basis  # `the quarter ended July`, which runs on in the calendar's
        ahead = period.kind in ("quarter", "half") and period.end > published
        ahead = ahead or names_the_whole(self.around, period)
        return "forecast" if ahead or (period.kind == "year" and period.year > published.year) else basis

    def _came_before(self, amount: Amount) -> bool:
        """Whether a level of a Chinese sentence follows one that came, and no word of what is expected stands since.

        `公布第三季财报及第四季财测目标,第三季净利润4523亿元,每股收益17.44元`
        """
        scan = self.around.scan
        if self._came is None or scan.text[amount.start - 1].isascii():
            return False
        end = min(scan.clause(amount.end)[1], scan.amount_after(amount.end))
        return not scan.cues_between(self._came, end, "forecast", "target", "consensus")

    def _expected_in(self, period: Period | None, basis: Basis, amount: Amount) -> Period | None:
        """Return the period of an expectation that names none: that of the one in the sentence before."""
        spoken = self.around.ground
        named = any(p == period for _, p in self.around.resolved)
        stated = any(told == "actual" for _, told, _ in self.levels.values())
        goes_on = basis in ("forecast", "consensus") and spoken.expects and spoken.expected and not stated
        if (
            (basis in ("forecast", "target") or (basis == "consensus" and not stated))
            and not named
            and period == spoken.period
            and (later := awaited_by(self.around, amount))
        ):
            return (
                later  # `more than 36 billion euros in revenue and more than 11.5 billion in operating profit by 2025`
            )
        return spoken.expected if goes_on and not named and period == spoken.period else period

    def _doubt(self, metric: str, amount: Amount, period: Period | None, basis: Basis) -> str | None:
        published = self.around.calendar.published
        before = self.around.scan.text[self.around.scan.sentence.start : amount.start]
        had = basis == "forecast" and bool(_HAD.search(before))  # of what was reported, before it was
        if basis in ("forecast", "target") and metric not in PRICES and not had and self._is_past_ground(period):
            return "no period is named for what is expected"
        if period and published and basis == "actual" and period.end.year > published.year + 1:
            return "a period that lies ahead"
        return None

    def _is_past_ground(self, period: Period | None) -> bool:
        if self.around.awaited:
            return False  # in a preview, the quarter reported is the one that is expected
        named = any(p == period for _, p in self.around.resolved) or self.around.ground.expects
        published = self.around.calendar.published
        return not named and bool(period and published and period.end < published)

    def _led_to(self, change: Change, period: Period | None) -> Period | None:
        """Return the period a change led to: that of `rose 4.1% from $88.9 billion in Q2 to $92.5 billion in Q3`."""
        origin = self._meant_by(change.than)
        if change.than is None or origin is None or origin != period:
            return period
        later = (p for m, p in self.around.resolved if m.start > change.than.start and p.kind == origin.kind)
        return next(later, self.around.ground.period if self.around.ground.period != origin else None)

    def _after(self, metric: str, change: Change) -> Period | None:
        """Return the period told of that comes a quarter or a year after the one a change is measured against."""
        than = self._meant_by(change.than)
        told = reversed(self._told.get(metric, [])) if than else ()
        return next((p for p in told if than in (p.quarter_before(), p.years_before())), None)

    def _against(self, change: Change, period: Period | None) -> tuple[Against, str | None]:
        """Return what a change is measured against, from the period it names where it names one."""
        than = self._meant_by(change.than)
        if than is None or period is None:
            return change.against, change.doubt
        if than == period.quarter_before():
            return "qoq", change.doubt
        same = than == period.years_before()
        return "yoy", change.doubt if same else "measured against a period that is neither a quarter nor a year before"
