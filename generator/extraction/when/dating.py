"""When the figures of a sentence are of: its levels, and its changes, each of which may go on with those before it."""

from __future__ import annotations

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import joined
from generator.extraction.changes.base_of_the_last_en import may_go_on
from generator.extraction.changes.change import Change
from generator.extraction.expected.basis import basis_of
from generator.extraction.expected.consensus import is_consensus
from generator.extraction.expected.foreseen_growth_en import foreseen_growth
from generator.extraction.expected.growth_beside import growth_came, is_growth_expected
from generator.extraction.expected.speaks_on import awaited_of
from generator.extraction.expected.unsaid_en import foreseen_on
from generator.extraction.figure import PRICES, Basis
from generator.extraction.frozen import replace
from generator.extraction.links.link import Link
from generator.extraction.when.awaiting import names_the_whole
from generator.extraction.when.bases import basis_labelled
from generator.extraction.when.bases_of_changes import BasesOfChanges
from generator.extraction.when.before import is_anothers
from generator.extraction.when.beside import is_set_beside, opens_earlier
from generator.extraction.when.comparands_zh import led_to
from generator.extraction.when.dated import Dated
from generator.extraction.when.doubted_times import UNNAMED, doubt_of_expected
from generator.extraction.when.expected_time import expected_in
from generator.extraction.when.grown_since_en import grown_since
from generator.extraction.when.growth_before_en import is_growth_of_the_last, looks_back, past_its_aside, slowed_from
from generator.extraction.when.last_so import last_so
from generator.extraction.when.level_dating import LevelDating
from generator.extraction.when.moves import (
    grew_before,
    led_to_later,
    level_led_to,
    meant_by,
    names_a_period,
    of_what_came,
    period_led_to,
    unlike_base,
    was_recorded_then,
)
from generator.extraction.when.then_grew_zh import Then, grew_then, joins_the_last
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_OF_A_PRICE = "a price's move, against an unknown day"


class Dating(LevelDating):
    """Dates the figures of one sentence from left to right: what a change is measured against, beside when it is of."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._lower: tuple[int, Dated] | None = None  # where the last change ends, and when it is of
        self._bases = BasesOfChanges(around)
        self._moved: dict[str, Dated] = {}  # when the changes are of that were told of each metric, and not set beside
        self._then: int | None = None  # where the last change ends, if it is only set beside another

    def change(self, metric: str, entity: str | None, amount: Amount, link: Link, change: Change) -> Dated:
        """Return when a change is of, and what it is measured against; the upper end of a range is of what the lower one is."""
        lower = self._lower if amount.range_end else None
        if lower and lower[0] == self.around.scan.amount_before(amount.start):
            return lower[1]
        last = self._read_last
        if last is not None and is_growth_of_the_last(self.around, last[0], amount) and last[2] != self.told.spoken:
            return Dated(last[2], "actual", change.doubt, change.against)
        if since := last_so(self.around, amount):
            return Dated(since[0], "actual", change.doubt or since[1], change.against)
        if ahead := self._foreseen_growth(metric, amount, change):
            return ahead
        if slowed := slowed_from(self.around, amount):
            return Dated(slowed, "actual", change.doubt, change.against)
        if (on := awaited_of(self.around.scan, self.around.ground.awaited, link)) and change.than is None:
            self.expects = True
            self.told.awaited.add(on.period)
            return Dated(on.period, on.basis, change.doubt, change.against)
        then = self._recorded_then(metric, amount, link, change) or self._grew_then(metric, amount, link, change)
        dated = then or self._unless_before(metric, self._change(metric, entity, amount, link, change))
        if metric in PRICES and dated.doubt is None:
            dated = replace(dated, doubt=_OF_A_PRICE)  # 今年已累涨34%,去年涨幅为45%
        self._lower = (amount.end, dated)
        self._then = amount.end if then else None
        self._moved[metric] = self._moved[metric] if then and metric in self._moved else dated
        return dated

    def _foreseen_growth(self, metric: str, amount: Amount, change: Change) -> Dated | None:
        """Return when a growth is of that is foreseen of what was told before: of the time that is named behind it, if one is."""
        basis = foreseen_growth(self.around.scan, amount)
        if basis is None or not (metric in self.told.levels or metric in self._moved):
            return None
        high = min(self.around.scan.amount_after(amount.end), self.around.scan.clause(amount.end)[1])
        over = self.around.calendar.is_over
        period = next((p for m, p in self.around.resolved if amount.end <= m.start < high and not over(p)), None)
        doubt = change.doubt or (None if period else UNNAMED)
        dated = Dated(period, basis, doubt, change.against)
        self.expects, self.foreseen = True, (amount.end, dated)
        self.told.awaited.add(period)
        return dated

    def _unless_before(self, metric: str, dated: Dated) -> Dated:
        """Return a change as one that came, where it is of a time before what came: `ahead of the $38 billion that analysts expected and faster than the 26% growth of the prior quarter`."""
        level, moved = self.told.levels.get(metric), self._moved.get(metric)
        now = level[0] if level else moved.period if moved else None
        if dated.basis != "consensus" or dated.period is None or now is None:
            return dated
        before = (dated.period.kind, dated.period.fiscal) == (now.kind, now.fiscal) and dated.period < now
        return replace(dated, basis="actual") if before else dated

    def _change(self, metric: str, entity: str | None, amount: Amount, link: Link, change: Change) -> Dated:
        """Return when a change is of, and what it is measured against: its level's period, where that was told."""
        if (behind := self.told.behind_level(amount)) and behind.basis == "consensus":
            return Dated(behind.period, behind.basis, change.doubt, change.against)
        expected = self.told.expected_before(amount) if link.when is None else None
        of_then = expected and expected.period and expected.period.years_before()  # `45% more than in 2024`
        if expected and (change.than is None or (of_then and of_then == meant_by(self.around, change.than))):
            return Dated(expected.period, expected.basis, change.doubt or expected.doubt, change.against)
        level = self.told.levels.get(metric)
        earlier = grew_before(self.around, amount, level[0] if level else self.told.spoken)
        known = None if earlier or names_a_period(self.around, amount) else level
        known = None if level and led_to_later(self.around, amount, level[0]) else known
        past = past_its_aside(self.around, amount, level[0] if level else None)
        known = None if past else known
        period = known[0] if known and link.when is None else self._period_of_change(metric, amount, link, not known)
        period = past or earlier or grown_since(self.around, metric, amount, period) or period
        after = self.told.after(metric, meant_by(self.around, change.than))
        if self.around.scan.chinese and (led := led_to(self.told.values.get(metric, []), change)):
            period = led
        period = period_led_to(self.around, change, after or period)
        against, doubt = self._bases.measured(amount, change, period, bool(earlier), self._lower and self._lower[0])
        if self._is_against_another(metric, amount, change):
            doubt = "measured against a period that is neither the one right before nor of a year before"
        if metric in PRICES:
            doubt = _OF_A_PRICE
        doubt = unlike_base(self.around.scan, amount, against, period) or doubt
        doubt = doubt or (may_go_on(self.around.scan, amount) if against == "yoy" and change.than is None else None)
        basis = self._basis_beside(known, metric, amount, period)
        period = of_what_came(self.around, amount, period) if link.when is None and not known else period
        basis = basis_labelled(self.around, link, period) or basis
        basis = "actual" if basis == "forecast" and self._is_of_a_year_told(link, period) else basis
        basis = "forecast" if basis == "actual" and self.told.is_forecast(metric, period) else basis
        basis = "consensus" if basis == "forecast" and self.told.is_the_markets(metric, period) else basis
        on = basis == "consensus" and foreseen_on(self.around) == "consensus"
        if (basis == "forecast" or on) and not known:
            period = expected_in(self.around, self.told, period, basis, amount, metric)
            self.expects = True
            self.told.awaited.add(period)
        ahead = basis in ("forecast", "target")
        awaited = self.around.scan.chinese or (self.around.awaited and entity == self.around.home)
        if link.when is None and (ahead or (basis == "actual" and awaited)):
            doubt = doubt or doubt_of_expected(self.around, metric, amount, period, basis)
        beside = is_set_beside(self.around, amount) or looks_back(self.around, amount)
        if not beside and not is_anothers(self.around, period, entity):
            self.told.speaks_of(period, basis)
        return Dated(period, "actual" if basis == "target" and metric in PRICES else basis, doubt, against)

    def _basis_beside(
        self, known: tuple[Period | None, Basis, str | None] | None, metric: str, amount: Amount, period: Period | None
    ) -> Basis:
        """Return the basis of a change: of its level, where that was told and no word says otherwise."""
        if known and not (is_growth_expected(self.around.scan, amount) or growth_came(self.around.scan, amount)):
            basis = known[1]
        else:
            basis = self._basis_of_change(metric, amount, period)
        return "actual" if basis == "consensus" and self.told.goes_on_with_what_came(metric, amount) else basis

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
        period = self.period_said(metric, level_led_to(self.around, amount), link)
        earlier = alone and opens_earlier(self.around.scan) and not names_a_period(self.around, amount)
        return period.years_before() if earlier and period is not None else period

    def _basis_of_change(self, metric: str, amount: Amount, period: Period | None) -> Basis:
        """Return the basis of a change that goes with no level; those that slashes join have one."""
        scan, before = self.around.scan, self.around.scan.amount_before(amount.start)
        on = amount.range_end or joined(scan.text, before, amount.start)
        if self.grew and self.grew[0] == before and on:
            basis = self.grew[1]
        elif is_consensus(
            self.around, amount, bool(self.told.stated or (self.grew and self.grew[1] != "consensus")), False
        ):
            basis = "consensus"
        else:
            basis = basis_of(self.around, metric, amount, period)
            basis = "forecast" if basis == "actual" and names_the_whole(self.around, period) else basis
        self.grew = (amount.end, basis)
        return basis
