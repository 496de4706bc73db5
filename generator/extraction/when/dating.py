"""When the figures of a sentence are of, and whether they came or are expected: each may go on with those before it."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import joined
from generator.extraction.changes.change import OF_ANOTHER, Change
from generator.extraction.expected.basis import basis_of
from generator.extraction.expected.beaten import beats, stands_against
from generator.extraction.expected.consensus import is_consensus, names_the_market
from generator.extraction.expected.moving import is_moved_from, moved_to
from generator.extraction.expected.revised import is_up_from
from generator.extraction.expected.set_beside_zh import stands_below_so
from generator.extraction.expected.speaks_on import awaited_of
from generator.extraction.expected.writers import is_writers
from generator.extraction.figure import PRICES, Basis
from generator.extraction.links.led import led_from
from generator.extraction.links.link import Link
from generator.extraction.marks.cues import BASES, Against
from generator.extraction.metrics.per_share import PER_SHARE
from generator.extraction.metrics.quoted import quoted
from generator.extraction.periods.calendar import Spoken
from generator.extraction.when.awaiting import doubt_of_expected, expected_in, names_the_whole
from generator.extraction.when.bases import basis_labelled, basis_of_level, goes_on_with_years_to_come
from generator.extraction.when.before import is_anothers, period_before
from generator.extraction.when.beside import is_of_year_before, is_set_beside, opens_earlier
from generator.extraction.when.moves import (
    grew_before,
    level_led_to,
    meant_by,
    measured_against,
    names_a_period,
    period_led_to,
    unlike_base,
    was_recorded_then,
)
from generator.extraction.when.origins import named_origin
from generator.extraction.when.prior import prior_of
from generator.extraction.when.running import runs_yet
from generator.extraction.when.then_grew_zh import Then, grew_then, joins_the_last
from generator.extraction.when.timing import is_each_months, period_of
from generator.extraction.when.told import Dated, Told
from generator.extraction.when.trading_days import OF_EARLIER, is_of_earlier, trading_day
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# `down 49%, after a gain of 43.8% in net income from January to March`
_AFTER = re.compile(
    r"\b(?:after|following) (?:an? |at least |its )?(?:[a-z-]+ ){0,3}(?:of |by )?(?:about |around |nearly |over |at least )?$",
    re.I,
)
_LEAD = 48  # characters before a change, within which it is said to be looked back on


def _looks_back(around: Surroundings, amount: Amount) -> bool:
    """Whether a change is only what came before what a sentence tells."""
    low = max(around.scan.amount_before(amount.start), amount.start - _LEAD)
    return bool(_AFTER.search(around.scan.text, low, amount.start))


class Dating:
    """Dates the figures of one sentence from left to right.

    `told` is what the sentence told so far; `expects` says that the last level is expected, `consensus` that the last
    amount is what the market expects.
    """

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.told = Told(around)
        self.consensus = False
        self.expects = False
        self._lower: tuple[int, Dated] | None = None  # where the last change ends, and when it is of
        self._against: Against | None = None  # what the last change is measured against
        self._grew: tuple[int, Basis] | None = None  # where the last change ends, and its basis
        self._moved: dict[str, Dated] = {}  # when the changes are of that were told of each metric, and not set beside
        self._then: int | None = None  # where the last change ends, if it is only set beside another

    def prior(self, amount: Amount) -> str | None:
        """Return which period before an amount is of, as `prior_of` says it; what the market expects is of none before."""
        scan = self.around.scan
        if quoted(scan, amount):
            self.consensus = False  # whatever the market expects in the same breath
            return None
        if self.told.along(amount):
            return "named"
        led_from = is_up_from(scan, amount) or is_moved_from(scan, amount)
        led_from = led_from or (self.consensus and is_of_year_before(scan, amount))
        in_english = not scan.chinese
        led_from = led_from or not (in_english or named_origin(self.around, amount) is None)
        self.consensus = not led_from and self._is_expected(amount)
        own = self.told.only_forecast and not (names_the_market(scan) or stands_against(scan, amount))
        if in_english and self.consensus and own:
            self.consensus = (
                False  # `Revenue projections are 430 billion yuan, with net profit estimates of 115 billion yuan`
            )
        return None if self.consensus else prior_of(self.around, amount)

    def turn(self, amount: Amount) -> None:
        """Take the next company's amount of several: it came where it beat what was expected, whatever the one before is."""
        self.consensus = self.consensus and not beats(self.around.scan, amount)

    def _is_expected(self, amount: Amount) -> bool:
        """Whether a level is what the market expected; a broker's own estimate beside what came is told as that is."""
        stated = bool(self.told.levels)
        if beats(self.around.scan, amount) or (not stated and stands_below_so(self.around.scan, amount)):
            return False  # 业绩与分析师预期比较如下:营收92.5亿美元 came
        if is_writers(self.around.scan, amount):
            return stated
        return is_consensus(self.around, amount, stated, self.consensus) or self._grew_as_expected(amount)

    def _grew_as_expected(self, amount: Amount) -> bool:
        """Whether a level is what a change that the market expected led to: `Analysts expect that prices grew 13%, to $742`."""
        led = led_from(self.around.scan, amount) if self._grew and self._grew[1] == "consensus" else None
        return led is not None and self._grew is not None and led.end == self._grew[0]

    def _led_by_forecast(self, amount: Amount) -> bool:
        """Whether a level is what a change that is forecast led to: `is seen up 31.5% at 2.61 billion euros`."""
        led = led_from(self.around.scan, amount) if self._grew and self._grew[1] == "forecast" else None
        return led is not None and self._grew is not None and led.end == self._grew[0]

    def level(self, metric: str, amount: Amount, link: Link, prior: str | None) -> Dated:
        """Return when a level is of."""
        behind = None if self.consensus else self.told.behind_level(amount)
        if metric in PER_SHARE.values() and behind and link.when is None:
            return behind  # `from $6.7bn ($0.65 per share) in Q2 2023`: it says the same by the share
        if (along := self.told.along(amount)) and link.when is None:
            return along
        then = self._period(metric, moved_to(self.around.scan, amount) if prior == "year" else amount, link)
        period, doubt = period_before(self.around, self.told, prior, metric, then)
        basis = (
            basis_of_level(self.around, self.told, metric, amount, period, self.consensus)
            if prior is None
            else "actual"
        )
        if basis == "actual" and prior is None and self._led_by_forecast(amount):
            basis = "forecast"
        if basis == "actual" and link.when is not None and goes_on_with_years_to_come(self.around):
            basis = "forecast"
        basis = basis_labelled(self.around, link, period) or basis
        period = expected_in(self.around, self.told, period, basis, amount)
        if prior is None:  # `7.8 billion euros, up from last year's 6.5 billion`: it goes on with what is expected
            self.expects = metric not in PRICES and (
                basis in ("forecast", "target") or (basis == "consensus" and (self.expects or not self.told.levels))
            )
        unsure = None if link.when else doubt_of_expected(self.around, metric, amount, period, basis)
        self.told.awaited |= {period} if self.expects and prior is None and not unsure else set()
        if doubt is None and is_each_months(self.around.scan, amount, period):
            doubt = "a rate, not the whole"
        if basis == "actual" and prior is None and link.when is None and runs_yet(self.around, period):
            period = None  # `Tesla has delivered 318,000 vehicles this year`, in October: of a span without a name
        if metric == "share_price" and basis == "actual" and not trading_day(self.around, metric, amount):
            doubt = doubt or (OF_EARLIER if is_of_earlier(self.around, amount) else None)
        dated = Dated(period, basis, doubt or unsure)
        self.told.read(amount, dated, prior)
        return dated

    def change(self, metric: str, entity: str | None, amount: Amount, link: Link, change: Change) -> Dated:
        """Return when a change is of, and what it is measured against; the upper end of a range is of what the lower one is."""
        lower = self._lower if amount.range_end else None
        if lower and lower[0] == self.around.scan.amount_before(amount.start):
            return lower[1]
        if (on := awaited_of(self.around.scan, self.around.ground.awaited, link)) and change.than is None:
            self.expects = True
            self.told.awaited.add(on.period)
            return Dated(on.period, on.basis, change.doubt, change.against)
        then = self._recorded_then(metric, amount, link, change) or self._grew_then(metric, amount, link, change)
        dated = then or self._change(metric, entity, amount, link, change)
        self._lower = (amount.end, dated)
        self._then = amount.end if then else None
        self._moved[metric] = self._moved[metric] if then and metric in self._moved else dated
        return dated

    def _change(self, metric: str, entity: str | None, amount: Amount, link: Link, change: Change) -> Dated:
        """Return when a change is of, and what it is measured against: its level's period, where that was told."""
        if (behind := self.told.behind_level(amount)) and behind.basis == "consensus":
            return Dated(behind.period, behind.basis, change.doubt, change.against)
        if link.when is None and change.than is None and (expected := self.told.expected_before(amount)):
            return Dated(expected.period, expected.basis, change.doubt, change.against)
        level = self.told.levels.get(metric)
        earlier = grew_before(self.around, amount, level[0] if level else self.told.spoken)
        known = None if earlier or names_a_period(self.around, amount) else level
        period = known[0] if known and link.when is None else self._period_of_change(metric, amount, link, not known)
        period = earlier or period
        after = self.told.after(metric, meant_by(self.around, change.than))
        period = period_led_to(self.around, change, after or period)
        against, doubt = measured_against(self.around, change, period)
        if earlier:  # `rose 10% from April, compared with a 23% rise in the previous month`: told as the one before
            against, doubt = self._against_as_before(amount, against), None if doubt == OF_ANOTHER else doubt
        else:
            self._against = against
        if self._is_against_another(metric, amount, change):
            doubt = "measured against a period that is neither the one right before nor of a year before"
        if metric in PRICES:
            doubt = "a price's move, against an unknown day"
        doubt = unlike_base(self.around.scan, amount, against, period) or doubt
        basis = (
            known[1]
            if known and not (self._is_expected_beside(amount) or self._came(amount))
            else self._basis_of_change(metric, amount, period)
        )
        basis = basis_labelled(self.around, link, period) or basis
        basis = "actual" if basis == "forecast" and self._is_of_a_year_told(link, period) else basis
        if basis == "forecast" and not known:
            period = expected_in(self.around, self.told, period, basis, amount)
            self.expects = True
            self.told.awaited.add(period)
        ahead = basis in ("forecast", "target")
        if link.when is None and (ahead or (basis == "actual" and self.around.scan.chinese)):
            doubt = doubt or doubt_of_expected(self.around, metric, amount, period, basis)
        beside = is_set_beside(self.around, amount) or _looks_back(self.around, amount)
        if not beside and not is_anothers(self.around, period, entity):
            self.told.speaks_of(period, basis)
        return Dated(period, "actual" if basis == "target" and metric in PRICES else basis, doubt, against)

    def _against_as_before(self, amount: Amount, against: Against) -> Against:
        """Return what a change of an earlier time is measured against: as it says itself before it, else as the one before."""
        scan = self.around.scan
        low = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
        return against if scan.cues_between(low, amount.start, *BASES) else self._against or against

    def _recorded_then(self, metric: str, amount: Amount, link: Link, change: Change) -> Dated | None:
        """Return when a change is of that was recorded a year before the one it is set beside."""
        if not was_recorded_then(self.around, amount):
            return None
        level = self.told.levels.get(metric)
        now = level[0] if level else self._period_of_change(metric, amount, link, True)
        return Dated(now and now.years_before(), "actual", None if now else change.doubt, "yoy")

    def _grew_then(self, metric: str, amount: Amount, link: Link, change: Change) -> Dated | None:
        """Return when a Chinese growth is of, which is told of a time before and set beside another: 同比减1.18%,上年同期增9.23%."""
        scan, told = self.around.scan, self._moved.get(metric)
        if self._then is not None and self._then == scan.amount_before(amount.start) and joins_the_last(scan, amount):
            then: Then | None = Then("year")
        else:
            then = grew_then(scan, amount, told is not None)
        if then is None or change.points:
            return None
        against = told.against if told else "yoy"
        now = told.period if told else None
        if then.named is not None:
            named = meant_by(self.around, then.named)
            return Dated(named, "actual", None, against) if named and (now is None or named.end < now.end) else None
        now = now or self._period_of_change(metric, amount, link, True)
        if now is None:
            return None
        if then.before == "year":
            return Dated(now.years_before(), "actual", None, against)
        if now.kind != then.before:
            return None
        return Dated(now.steps_before(1) if now.kind == "month" else now.quarter_before(), "actual", None, against)

    def _is_against_another(self, metric: str, amount: Amount, change: Change) -> bool:
        """Whether a Chinese change right behind two levels is from one to the other: 2021年二季度591亿元,今年三季度460亿元,掉了两成."""
        scan = self.around.scan
        named = scan.cues_between(scan.clause(amount.start)[0], amount.end, "yoy", "qoq", "prior", "quarter_before")
        return scan.chinese and change.than is None and not named and self.told.apart(metric)

    def _is_of_a_year_told(self, link: Link, period: Period | None) -> bool:
        """Whether a Chinese list gives a change a year that is over, and no word says that any of it is expected."""
        scan = self.around.scan
        over = link.when is not None and period is not None and self.around.calendar.is_over(period)
        return over and scan.chinese and not scan.cues_between(scan.sentence.start, scan.sentence.end, "forecast")

    def _period_of_change(self, metric: str, amount: Amount, link: Link, alone: bool) -> Period | None:
        """Return the period that the text gives a change; `alone` says that it goes with no level of the sentence."""
        period = self._period(metric, level_led_to(self.around, amount), link)
        earlier = alone and opens_earlier(self.around.scan) and not names_a_period(self.around, amount)
        return period.years_before() if earlier and period is not None else period

    def _is_expected_beside(self, amount: Amount) -> bool:
        """Whether a change is what the market expected beside what came: `up 1%, beating a consensus for a 0.7% decline`."""
        scan = self.around.scan
        floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
        return bool(scan.cues_between(floor, amount.start, "consensus"))

    def _came(self, amount: Amount) -> bool:
        """Whether a Chinese change came, beside a level that had been expected: 预估营收介于318亿至330亿元,实际季增6%."""
        scan = self.around.scan
        floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
        return any(scan.text[c.start : c.end] == "实际" for c in scan.cues_between(floor, amount.start, "actual"))

    def _basis_of_change(self, metric: str, amount: Amount, period: Period | None) -> Basis:
        """Return the basis of a change that goes with no level; those that slashes join have one."""
        scan, before = self.around.scan, self.around.scan.amount_before(amount.start)
        on = amount.range_end or joined(scan.text, before, amount.start)
        if self._grew and self._grew[0] == before and on:
            basis = self._grew[1]
        elif is_consensus(self.around, amount, bool(self.told.levels or self._grew), False):
            basis = "consensus"
        else:
            basis = basis_of(self.around, metric, amount, period)
            basis = "forecast" if basis == "actual" and names_the_whole(self.around, period) else basis
        self._grew = (amount.end, basis)
        return basis

    @property
    def expected(self) -> Period | None:
        """The only period that the sentence expects something of."""
        return next(iter(self.told.awaited)) if len(self.told.awaited) == 1 else None

    def known_segment(self, metric: str, amount: Amount) -> str | None:
        """Return the segment of the level that a change goes with."""
        known = None if names_a_period(self.around, amount) else self.told.levels.get(metric)
        return known[2] if known else None

    def _period(self, metric: str, amount: Amount, link: Link) -> Period | None:
        listed = meant_by(self.around, link.when)
        if listed is None and link.when is not None and link.when.scope in ("year", "quarter", "month"):
            listed = self.around.calendar.resolve(link.when, Spoken())  # one of those of a span, which no word names
        if self.consensus and metric in self.told.levels and amount.kind != "bare":
            return self.told.levels[metric][0]  # what was expected of what came
        period = listed or period_of(self.around, metric, amount)
        # `up from $62.9 billion in 2018 and above the $63 billion consensus`: the market expected nothing of 2018
        return self.around.ground.period if self.consensus and period in self.told.beside else period
