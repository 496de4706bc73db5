"""The levels that a sentence told so far: when each is of, and which time the sentence speaks of by them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import PRICES, Basis
from generator.extraction.marks.tallies import OF_USERS
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.dated import Dated
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_OF_WHICH_TIME = re.compile("(?:其中|当中),?$")


@dataclass
class ToldLevels:
    """The levels that one sentence told, from left to right.

    `spoken` is the period that the sentence itself names for what happened, `levels` what each metric's level was dated,
    with its segment, `values` what all of them came to, in the order of the text, `awaited` when whatever is expected is of,
    `beside` of when its amounts were set beside.
    """

    around: Surroundings
    spoken: Period | None = None
    levels: dict[str, tuple[Period | None, Basis, str | None]] = field(default_factory=dict)
    values: dict[str, list[tuple[Period | None, Decimal]]] = field(default_factory=dict)
    awaited: set[Period | None] = field(default_factory=set)
    beside: set[Period] = field(default_factory=set)
    _periods: dict[str, list[Period]] = field(default_factory=dict)  # of each metric's levels
    _last: tuple[int, Dated] | None = None  # where the last level ends, and when it is of
    _awaited: Dated | None = None  # when the level is of that the market expects last
    _came: int | None = None  # where the last level ends, if it tells of what came and not of what that is set beside
    _came_of: set[tuple[str, Period | None]] = field(default_factory=set)  # the metrics whose levels came, and when
    _bases: dict[tuple[str, Period | None], set[Basis]] = field(default_factory=dict)  # of all levels that were read
    _on_ground: bool = False  # whether a figure of the sentence is of the period that was spoken of before it

    @property
    def came(self) -> bool:
        """Whether a level of what happened was told."""
        return any(basis == "actual" for _, basis, _ in self.levels.values())

    @property
    def stated(self) -> bool:
        """Whether a level of anything but a share's price was told."""
        return any(metric not in PRICES for metric in self.levels)

    @property
    def only_forecast(self) -> bool:
        """Whether levels were told, and all of them are forecast by whoever writes."""
        return bool(self.levels) and all(basis == "forecast" for _, basis, _ in self.levels.values())

    def is_forecast(self, metric: str, period: Period | None) -> bool:
        """Whether a metric's level of a time was told to be forecast, and none of it came: `EPS of 10.8 and 11.3 for 2024 and 2025, up 4% in 2024`."""
        return "forecast" in self._expected_only(metric, period)

    def is_the_markets(self, metric: str, period: Period | None) -> bool:
        """Whether a metric's level of a time was told to be what the market expects, and no other: `is expected to be 17 billion in Q4, up 13%`, in a preview."""
        bases = self._expected_only(metric, period)
        return "consensus" in bases and "forecast" not in bases

    def _expected_only(self, metric: str, period: Period | None) -> set[Basis]:
        """Return the bases of an English metric's levels of a time, none where one of them came."""
        told = (metric, period)
        return set() if self.around.scan.chinese or told in self._came_of else self._bases.get(told, set())

    def read(self, amount: Amount, metric: str, dated: Dated, prior: str | None) -> None:
        """Remember a level of a metric as it is read, with the period before that it may be of."""
        self.values.setdefault(metric, []).append((dated.period, amount.value))
        self._bases.setdefault((metric, dated.period), set()).add(dated.basis)
        if prior is None:
            self._came = amount.end if dated.basis == "actual" else None
        elif dated.period:
            self.beside.add(dated.period)
        self._last = (amount.end, dated)
        self._awaited = dated if dated.basis == "consensus" else self._awaited

    def keep(self, metric: str, dated: Dated, segment: str | None) -> None:
        """Remember a level of the sentence's own period: changes of it are of the same, but not of what brackets set beside it."""
        came = self.levels.get(metric) == (dated.period, "actual", segment) and dated.basis == "forecast"
        if came and self._last and self.around.scan.brackets_around(self._last[0]):
            return  # 收入57.7亿美元(指引57亿美元),同比+3.7%
        if not self._is_set_beside(metric, dated, segment):
            self.levels[metric] = (dated.period, dated.basis, segment)
        if dated.basis == "actual":
            self._came_of.add((metric, dated.period))
        periods = self._periods.setdefault(metric, [])
        earlier = bool(periods and dated.period and dated.period.end < max(p.end for p in periods))
        periods += [dated.period] if dated.period else []
        if not (
            earlier or self._is_day(metric, dated.period)
        ):  # 毛利率为18.7%,而2023年第二季度为21%: it goes on with what it spoke of first
            self.speaks_of(dated.period, dated.basis)

    def _is_set_beside(self, metric: str, dated: Dated, segment: str | None) -> bool:
        """Whether a Chinese level is that of a year before what a sentence told right before it: 5月交付28277辆,2022年5月为11496辆,同比增长…."""
        now = self.levels.get(metric)
        if not self.around.scan.chinese or now is None or now[0] is None or now[1:] != (dated.basis, segment):
            return False
        return now[0].kind == "month" and dated.period == now[0].years_before()

    def _is_day(self, metric: str, period: Period | None) -> bool:
        """Whether a month only says on which day there was so much: `It ended June with cash of 95 billion yuan`."""
        counted = self.around.names.catalogue.metrics[metric].period_type == "instant" and metric not in OF_USERS
        return counted and period is not None and period.kind == "month" and not self.around.scan.chinese

    def latest(self, metric: str) -> Period | None:
        """Return the latest of the periods alike that levels of a metric were told of: 三季度净亏损3.8亿元,二季度是4.8亿元,一年前18.1亿元."""
        told = self._periods.get(metric, [])
        alike = [p for p in told if p.kind == told[-1].kind]
        return max(alike, key=lambda p: p.end) if alike else None

    def apart(self, metric: str) -> bool:
        """Whether the last two levels of a metric are of periods alike that are neither a quarter nor a year apart: 2021年二季度591亿元,今年三季度460亿元."""
        told = self._periods.get(metric, [])[-2:]
        if len(told) < 2 or told[0].kind != told[1].kind or told[0].fiscal != told[1].fiscal:
            return False
        return told[0] < told[1] and told[0] not in (told[1].years_before(), told[1].quarter_before())

    def speaks_of(self, period: Period | None, basis: Basis) -> None:
        """Remember the period that the sentence itself names for what happened: those after it carry it on."""
        if self._on_ground or self._is_earlier(period):
            return  # 2023年营收增长26%,2022年增速为22.8%: it goes on with 2023
        own = {p for m, p in self.around.resolved if p.kind != "instant" and not self._is_aside(m, p)}
        if basis == "actual" and period in own:
            self.spoken = period
        elif basis == "actual" and period == self.around.ground.period:
            self._on_ground = True

    def _is_part_of_time(self, mention: PeriodMention, period: Period) -> bool:
        """Whether a period is only a part of the one that its sentence is on: 上半年纯利17亿元,其中第二季11亿元。毛利率…."""
        scan = self.around.scan
        if scan.text[scan.sentence.end - 1] == ";" or not _OF_WHICH_TIME.search(
            scan.text, scan.sentence.start, mention.start
        ):
            return False
        before = (p for m, p in self.around.resolved if m.end <= mention.start)
        return any(p.months > period.months > 0 and p.year == period.year and p.fiscal == period.fiscal for p in before)

    def _is_aside(self, mention: PeriodMention, period: Period) -> bool:
        """Whether a period is only set beside, or in brackets an earlier one than was spoken of: 首次回升(前一季度增长22%)."""
        scan, spoken = self.around.scan, self.around.ground.period
        if scan.chinese and self._is_part_of_time(mention, period):
            return True
        earlier = spoken is not None and spoken.kind == period.kind and period.end < spoken.end
        bracketed = earlier and scan.chinese and scan.brackets_around(mention.start) is not None
        return bracketed or is_beside(scan, mention)

    def _is_earlier(self, period: Period | None) -> bool:
        """Whether a period is like the one that the sentence spoke of, and earlier."""
        spoken = self.spoken
        if spoken is None or period is None:
            return False
        in_all = (
            period.kind in ("half", "nine_months", "year") and spoken.kind == "quarter" and spoken.end == period.end
        )
        if in_all and not self.around.scan.chinese:
            return True  # `108,796 cars in Q3, and more than 260,000 in the first three quarters` goes on with Q3
        return spoken.kind == period.kind and period.end < spoken.end

    def after(self, metric: str, than: Period | None) -> Period | None:
        """Return the period told of a metric that comes a quarter or a year after another."""
        told = reversed(self._periods.get(metric, [])) if than else ()
        return next((p for p in told if than in (p.quarter_before(), p.years_before())), None)
