"""When the levels of a sentence are of, and whether they came or are expected."""

from __future__ import annotations

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.above import set_above
from generator.extraction.expected.beaten import beats, stands_against
from generator.extraction.expected.came_behind_en import came_behind
from generator.extraction.expected.consensus import is_consensus
from generator.extraction.expected.foreseen_growth_en import leads_to
from generator.extraction.expected.guided_beside import guided_beside
from generator.extraction.expected.moving import is_moved_from, is_of_an_estimate, moved_to
from generator.extraction.expected.names_market import names_the_market
from generator.extraction.expected.past_aside_en import came_past_aside
from generator.extraction.expected.set_beside_zh import stands_below_so
from generator.extraction.expected.told_since import came_before
from generator.extraction.expected.up_from_en import is_up_from
from generator.extraction.expected.writers import is_writers
from generator.extraction.figure import PRICES, Basis
from generator.extraction.links.led import led_from
from generator.extraction.links.link import Link
from generator.extraction.metrics.overall_level_en import is_of_the_whole_beside
from generator.extraction.metrics.per_share import PER_SHARE
from generator.extraction.metrics.quoted import quoted
from generator.extraction.periods.spoken import Spoken
from generator.extraction.when.after_origin_zh import after_origin
from generator.extraction.when.awaiting import of_the_level_before
from generator.extraction.when.bases import basis_labelled, basis_of_level, goes_on_with_years_to_come
from generator.extraction.when.before import period_before
from generator.extraction.when.beside import is_of_year_before, is_set_against, is_set_beside_then
from generator.extraction.when.beside_what_came import as_reported, came_earlier, is_of_a_later_time
from generator.extraction.when.came_then import came_then
from generator.extraction.when.dated import Dated
from generator.extraction.when.doubted_times import doubt_of_expected
from generator.extraction.when.expected_time import expected_in
from generator.extraction.when.last_so import last_so
from generator.extraction.when.moves import meant_by, names_a_period, of_what_came
from generator.extraction.when.named_before import is_then_zh
from generator.extraction.when.origins import named_origin
from generator.extraction.when.prior import prior_of
from generator.extraction.when.running import has_no_name
from generator.extraction.when.same_span_en import same_span
from generator.extraction.when.timing import is_each_months, period_of
from generator.extraction.when.told import Told
from generator.extraction.when.trading_days import OF_EARLIER, priced_before
from generator.extraction.when.years_of_dividends import year_of_a_dividend
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period


class LevelDating:
    """Dates the levels of one sentence from left to right.

    `told` is what the sentence told so far; `expects` says that the last level is expected, `consensus` that the last
    amount is what the market expects.
    """

    def __init__(self, around: Surroundings) -> None:
        self.around = around
        self.told = Told(around)
        self.consensus = False
        self.expects = False
        self.grew: tuple[int, Basis] | None = None  # where the last change ends, and its basis
        self.foreseen: tuple[int, Dated] | None = (
            None  # where the growth ends that was foreseen last, and when it is of
        )
        # where the last level ends, of what and when it is
        self._read_last: tuple[int, str, Period | None] | None = None
        # the last level of which nothing says when it is expected, and why that is in doubt
        self._unsure: tuple[tuple[str, Period | None], str] | None = None

    def prior(self, amount: Amount) -> str | None:
        """Return which period before an amount is of, as `prior_of` says it; what the market expects is of none before."""
        scan = self.around.scan
        if quoted(scan, amount):
            self.consensus = False  # whatever the market expects in the same breath
            return None
        if self.told.along(amount):
            return "named"
        if is_of_the_whole_beside(scan, amount):
            return None  # `against 22.9% for the company as a whole`
        if guided_beside(scan, amount):
            self.consensus = False
            return None
        if self.consensus and came_then(scan, amount):
            self.consensus = False
            return "year"
        led_from = is_up_from(scan, amount) or is_moved_from(scan, amount)
        led_from = led_from or (self.consensus and (is_of_year_before(scan, amount) or is_set_against(scan, amount)))
        in_english = not scan.chinese
        led_from = led_from or is_set_beside_then(scan, amount) or is_then_zh(self.around, amount)
        led_from = led_from or set_above(scan, amount) is not None
        led_from = led_from or not (in_english or named_origin(self.around, amount) is None)
        self.consensus = not led_from and self._is_expected(amount)
        own = self.told.only_forecast and not (names_the_market(scan) or stands_against(scan, amount))
        if in_english and self.consensus and own:
            # `Revenue projections are 430 billion yuan, with net profit estimates of 115 billion yuan`
            self.consensus = False
        return None if self.consensus else prior_of(self.around, amount)

    def turn(self, amount: Amount) -> None:
        """Take the next company's amount of several: it came where it beat what was expected, whatever the one before is."""
        self.consensus = self.consensus and not beats(self.around.scan, amount)

    def _is_expected(self, amount: Amount) -> bool:
        """Whether a level is what the market expected; a broker's own estimate beside what came is told as that is."""
        stated = self.told.stated
        if (self.around.scan.chinese and came_earlier(self.around, self.told, amount)) or came_past_aside(
            self.around.scan, amount
        ):
            return False
        if (
            beats(self.around.scan, amount)
            or came_behind(self.around.scan, amount)
            or (not stated and stands_below_so(self.around.scan, amount))
        ):
            return False  # 业绩与分析师预期比较如下:营收92.5亿美元 came
        if is_writers(self.around.scan, amount):
            return stated
        return is_consensus(self.around, amount, stated, self.consensus) or self._grew_as_expected(amount)

    def _grew_as_expected(self, amount: Amount) -> bool:
        """Whether a level is what a change that the market expected led to: `Analysts expect that prices grew 13%, to $742`."""
        led = led_from(self.around.scan, amount) if self.grew and self.grew[1] == "consensus" else None
        return led is not None and self.grew is not None and led.end == self.grew[0]

    def _led_by_forecast(self, amount: Amount) -> bool:
        """Whether a level is what a change that is forecast led to: `is seen up 31.5% at 2.61 billion euros`."""
        if self.grew is None or self.grew[1] != "forecast":
            return False
        led = led_from(self.around.scan, amount)
        return (led is not None and led.end == self.grew[0]) or leads_to(self.around.scan, self.grew[0], amount)

    def estimate(self, metric: str, amount: Amount, link: Link, basis: Basis) -> Dated:
        """Return when an estimate is of whose a list says it is: when what it is set beside is of."""
        came = self.told.levels.get(metric)
        return Dated(came[0] if came else self.period_said(metric, amount, link), basis)

    def level(self, metric: str, amount: Amount, link: Link, prior: str | None) -> Dated:
        """Return when a level is of."""
        if since := last_so(self.around, amount):
            return Dated(since[0], "actual", since[1])
        if self.foreseen and leads_to(self.around.scan, self.foreseen[0], amount):
            return self.foreseen[1]  # `analysts expect it to rise 63% this year to $213 billion`
        behind = None if self.consensus else self.told.behind_level(amount)
        if metric in PER_SHARE.values() and behind and link.when is None:
            return behind  # `from $6.7bn ($0.65 per share) in Q2 2023`: it says the same by the share
        if (along := self.told.along(amount)) and link.when is None:
            return along
        then = self.period_said(metric, moved_to(self.around.scan, amount) if prior == "year" else amount, link)
        then = self._named_with_it(amount) or then
        came = came_before(self.around.scan, amount)
        if link.when is None:
            then = of_what_came(self.around, amount, then)
        # by a list: `compared with 26.7 billion and 24.2 billion for the preceding quarter and the same quarter of 2023, respectively`
        prior = "named" if prior and meant_by(self.around, link.when) else prior
        period, doubt = period_before(self.around, self.told, prior, metric, then, amount)
        period = same_span(self.around, self.told, metric, amount, period) or period
        basis = self._basis(metric, amount, link, period, prior)
        last = of_the_level_before(self.around, metric, amount, basis)
        period = last or expected_in(self.around, self.told, period, basis, amount, metric)
        period, unsaid = after_origin(self.around, amount, period) if prior is None else (period, None)
        doubt = doubt or unsaid
        period = as_reported(self.around, metric, period, basis, prior is None and link.when is None)
        if prior is None:  # `7.8 billion euros, up from last year's 6.5 billion`: it goes on with what is expected
            self.expects = self._goes_on_expecting(metric, period, basis, came)
        unsure = self._doubt_of_expected(metric, amount, link, period, basis)
        self.told.awaited |= {period} if self.expects and prior is None and not (unsure or came) else set()
        if doubt is None and link.when is None and is_each_months(self.around.scan, amount, period):
            doubt = "a rate, not the whole"
        if basis == "actual" and prior is None and link.when is None and has_no_name(self.around, metric, period):
            period = None  # `Tesla has delivered 318,000 vehicles this year`, in October: of a span without a name
        if basis == "actual" and priced_before(self.around, metric, amount):
            doubt = doubt or OF_EARLIER
        then = self._with_the_last(metric, amount) if prior is None and link.when is None else None
        dated = Dated(then or period, basis, doubt or unsure)
        self.told.read(amount, metric, dated, prior)
        self._read_last = (amount.end, metric, dated.period)
        return dated

    def _basis(self, metric: str, amount: Amount, link: Link, period: Period | None, prior: str | None) -> Basis:
        """Return whether a level came or is expected; what one before is set beside came, unless it was an estimate."""
        if prior is None:
            basis = basis_of_level(self.around, self.told, metric, amount, period, self.consensus)
        else:
            basis = "forecast" if is_of_an_estimate(self.around.scan, amount) else "actual"
        if basis == "actual" and prior is None and self._led_by_forecast(amount):
            basis = "forecast"
        if basis == "actual" and link.when is not None and goes_on_with_years_to_come(self.around):
            basis = "forecast"
        return basis_labelled(self.around, link, period) or basis

    def _goes_on_expecting(self, metric: str, period: Period | None, basis: Basis, came: bool) -> bool:
        """Whether a sentence goes on with what is expected behind a level; `came`: that is only what came before it."""
        if metric in PRICES or self._came_here(metric, period):
            return False
        if basis == "target":  # not what is over: 超出全年400万辆的目标
            over = period and self.around.calendar.is_over(period)
            return not over or (self.expects and came)
        on = basis == "consensus" and (self.expects or not self.told.levels)
        return basis == "forecast" or on or (self.expects and came)

    def _doubt_of_expected(
        self, metric: str, amount: Amount, link: Link, period: Period | None, basis: Basis
    ) -> str | None:
        """Return why the time of what is expected is in doubt; what the market's view is set beside lends it its own.

        `is expected to be 38%, higher than Wall Street's average estimate of 36.9%`
        """
        of_it = basis == "consensus" and self._unsure is not None and self._unsure[0] == (metric, period)
        if of_it and self._unsure:
            return self._unsure[1]
        told = link.when or guided_beside(self.around.scan, amount)
        unsure = None if told else doubt_of_expected(self.around, metric, amount, period, basis)
        self._unsure = ((metric, period), unsure) if unsure else None
        return unsure

    def _named_with_it(self, amount: Amount) -> Period | None:
        """Return the period behind an amount that what came is set above: `surpassed the 190,100 vehicles that Xpeng delivered in 2024`."""
        above = set_above(self.around.scan, amount)
        return next((p for m, p in self.around.resolved if above and above.period is m), None)

    def _with_the_last(self, metric: str, amount: Amount) -> Period | None:
        """Return the time before of the level right before one, where a Chinese sentence told both of its own time: 收入925亿元,毛利率20.4%,去年同期为709亿元,毛利率22.7%."""
        told, last, before = self.told.levels.get(metric), self._read_last, self.around.scan.preceding(amount)
        if not self.around.scan.chinese or told is None or last is None or before is None or before.end != last[0]:
            return None
        both = last[1] != metric and any(period == told[0] for period, _ in self.told.values.get(last[1], []))
        earlier = last[2] is not None and told[0] is not None and last[2].end < told[0].end
        return last[2] if both and earlier and not names_a_period(self.around, amount) else None

    def _came_here(self, metric: str, period: Period | None) -> bool:
        """Whether a Chinese sentence told what came of a metric in a period: what is expected of it then is set beside that."""
        told = self.told.levels.get(metric)
        return self.around.scan.chinese and told is not None and told[:2] == (period, "actual")

    @property
    def expected(self) -> Period | None:
        """The only period that the sentence expects something of."""
        return next(iter(self.told.awaited)) if len(self.told.awaited) == 1 else None

    def known_segment(self, metric: str, amount: Amount) -> str | None:
        """Return the segment of the level that a change goes with."""
        known = None if names_a_period(self.around, amount) else self.told.levels.get(metric)
        return known[2] if known else None

    def period_said(self, metric: str, amount: Amount, link: Link) -> Period | None:
        listed = meant_by(self.around, link.when)
        if listed is None and link.when is not None and link.when.scope in ("year", "quarter", "month"):
            listed = self.around.calendar.resolve(link.when, Spoken())  # one of those of a span, which no word names
        own = self.around.scan.chinese and names_a_period(self.around, amount)  # 收入197亿元,市场预计全年收入650亿元
        guided = guided_beside(self.around.scan, amount)
        if (
            (self.consensus or guided)
            and metric in self.told.levels
            and amount.kind != "bare"
            and not (own or is_of_a_later_time(self.around, self.told, metric, amount))
        ):
            return self.told.levels[metric][0]  # what was expected of what came
        proposed = year_of_a_dividend(self.around, amount) if metric == "dividend" else None
        period = listed or proposed or period_of(self.around, metric, amount)
        # `up from $62.9 billion in 2018 and above the $63 billion consensus`: the market expected nothing of 2018
        return self.around.ground.period if self.consensus and period in self.told.beside else period
