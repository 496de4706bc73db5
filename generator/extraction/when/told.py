"""What a sentence told so far: when its levels are of, which changes and expectations go on with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET
from generator.extraction.figure import PRICES, Basis
from generator.extraction.frozen import frozen
from generator.extraction.lists.times_before_zh import time_before
from generator.extraction.marks.cues import Against
from generator.extraction.marks.tallies import OF_USERS
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# `an estimated $624.8 million (up 39.1%)`: what stands in brackets explains the amount before them
_IN_BRACKETS = re.compile(
    r" \( ?(?:(?:up|down|plus|minus|an? (?:rise|increase|gain|jump|fall|drop|decline|decrease) of|growth of|a) )?(?:about |around |nearly |over )?$"
)
_IMPLIES = re.compile(
    r",? (?:indicating|implying|suggesting|(?:which (?:would |will )?(?:have )?(?:represent|mark|mean|be|equal|put)|(?:and|which) (?:would )?(?:indicat|impl|suggest|mean|amount|work|translat))\w*)(?: out)?(?: to| into)? "
)
_IMPLIES_OR_IS = re.compile(
    rf"{_IMPLIES.pattern}|,? (?:and )?(?:represent|reflect|mark|signal)ing |, (?:up|down|an?) |,? (?:(?:increas|ris|grow|climb|jump|gain|surg|declin|fall|decreas|dropp|slid|slipp|shrink)ing) (?:by )?| ?\((?:up|down) |, (?:or )?(?:about |around |nearly |some )?"
)
# 平均预期为331.6亿美元,同比增幅83%; 市场预期为1900亿元,相当于增长12%
_IMPLIES_ZH = re.compile(
    "[,(]?(?:相当于|意味着|即|等于|也就是|代表|对应)(?:同比|按年|环比|按季|较[^,;。\\d]{2,8})?[^,;。\\d]{0,8}"
)
_IMPLIES_OR_IS_ZH = re.compile(
    r"[,(](?:相当于|意味着|即|等于|也就是|代表|对应)?(?:同比|按年|环比|按季|年[增减]|季[增减]|较[^,;。\d]{2,8}|比[^,;。\d]{2,8})?(?:将|会|料|预计)?(?:大幅|小幅|微|略)?(?:增幅|升幅|涨幅|降幅|跌幅|减幅|增速|增长率|增长|增加|上升|下降|下滑|减少|下跌|增|升|降|跌|减)?(?:为|是|达到?|约|近|逾|超过?|至)*"
)
# `compared to 0.6 billion yuan in the third quarter of 2018 with an operating margin of 0.6%`: both are of then
_WITH = re.compile(
    r"(?: \([^()]*\))?(?: (?:in|for|from|during) [^,;.]{3,44}?)? with (?:an? |the )?(?:[\w-]+ ){1,4}of (?:about )?"
)
# `the 22.5 billion euros of last year, which was a return on sales of 8.1%`, `when the margin was 7.7%`
_WHICH_WAS = re.compile(
    r"(?: \([^()]*\))?(?: (?:of|in|for|from|during) [^,;.]{3,44}?| (?:it|they|[A-Z]\w+) [a-z]+ (?:in )?[^,;.]{3,24}?)?, (?:(?:which|that) (?:was|had been|meant|had meant|made|equalled|came to|amounted to)|(?:when|where) (?:the |its )?[a-z -]{3,30} (?:was|stood at|came to)|equal to|or) (?:an? |the )?(?:(?:[\w-]+ ){1,5}of )?(?:about )?"
)
_OR_EACH_ZH = re.compile(
    r",?(?:或|即|亦即|相当于|[折约]?合)(?:约|为)?(?:稀释后?|摊薄后?|基本|经调整)?每(?:股|份|ADS)[^,;。\d]{0,8}"
)  # 去年同期为221亿美元,或每股0.89美元
_AND_ZH = re.compile(r"\s?(?:以及|[和及与、])\s?(?:约|近|人民币)?")  # 去年同期分别为262亿元和65亿元
_OF_WHICH_TIME = re.compile("(?:其中|当中),?$")
# `13.9 trillion won ($12.3 billion) for the October-December period, down 7.6%`
# `the $17 billion that analysts had expected, which would have been a rise of 12%`
_SAID_AGAIN = re.compile(
    rf"(?: (?:that |which )?{MARKET} (?:had |have )?(?:been )?(?:[a-z]+ed|[a-z]+ing(?: for)?|forecast|estimates?|expects?)(?=,))?"
    r"(?: (?:per|a) share)?(?: (?:on|of) (?:average|revenue|sales|turnover))?(?:,? (?:according to|as per|based on) [^,;.\d]{2,60}(?=,))?(?: ?\([^()]{1,30}\))?(?: (?:for|in) [^,;.\d]{3,40}(?=,))?"
)
# `reached $55 billion, beating the $52 billion that the market had expected and up 2.4% from May`: what came was up
_AND_WAS = re.compile(
    r"[^,;:.\d]{0,70}?,? (?:and|but|while|yet)(?P<is>(?: (?:was|were|is|are|also|still|it|which|that))*)(?P<moved> (?:up|down|(?:ris|grow|climb|jump|gain|surg|soar|advanc|increas|declin|fall|decreas|dropp|slid|slipp|shrink|plung)ing|rose|grew|climbed|jumped|gained|surged|increased|declined|fell|decreased|dropped|slid|slipped|shrank)(?: by)?)?(?: (?:about|around|nearly|almost|over|more than|at least))? "
)
_BEAT = re.compile(r"\b(?:beat|topped|missed|exceeded|surpassed|outpaced|trailed) (?:the|an?|its|their) ")
_MORE_BEHIND = re.compile(r" (?:higher|lower|more|less|above|below|better|worse|up|down)\b")
_NEAR = 30  # characters between a level and a change in brackets behind it


@frozen
class Dated:
    """The period and basis of a figure, and why they may be wrong; for a change also what it is measured against."""

    period: Period | None
    basis: Basis
    doubt: str | None = None
    against: Against = "yoy"


@dataclass
class Told:
    """What one sentence told, from left to right.

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

    def behind_level(self, amount: Amount) -> Dated | None:
        """Return when a level is of, right behind which a change stands in brackets: `$54.2B in revenue (+54% Y/Y)`."""
        if self._last is None or self._last[0] != self.around.scan.amount_before(amount.start):
            return None
        gap = self.around.scan.text[self._last[0] : amount.start]
        return self._last[1] if _IN_BRACKETS.search(gap) and len(gap) < _NEAR else None

    def along(self, amount: Amount) -> Dated | None:
        """Return when a level is of that goes along with one of an earlier time, set beside what came."""
        if self._last is None or self._last[1].period not in self.beside or time_before(self.around.scan, amount):
            return None
        before = self.around.scan.amount_before(amount.start)
        joined = (
            form.fullmatch(self.around.scan.text, before, amount.start)
            for form in (_WITH, _WHICH_WAS, _OR_EACH_ZH, _AND_ZH)
        )
        return self._last[1] if before == self._last[0] and any(joined) else None

    def expected_before(self, amount: Amount) -> Dated | None:
        """Return when what the market expects is of, that a change goes with: `The consensus is $54.6 billion, indicating a rise of 55.6%`."""
        if self._last is None:
            return None
        scan, last = self.around.scan, self._last[0]
        if self._awaited and self._last[1].period in self.beside and scan.chinese:
            implied = last == scan.amount_before(amount.start) and _IMPLIES_ZH.fullmatch(scan.text, last, amount.start)
            return self._awaited if implied else None  # 平均预期是181亿美元,去年同期为122.6亿美元,相当于增长48%
        if self._last[1].basis != "consensus":
            return None
        form = _IMPLIES if self.came else _IMPLIES_OR_IS
        if scan.chinese:
            came = any(basis == "actual" and name not in PRICES for name, (_, basis, _) in self.levels.items())
            form = _IMPLIES_ZH if came else _IMPLIES_OR_IS_ZH
            at_once = last == scan.amount_before(amount.start)
            return self._last[1] if at_once and form.fullmatch(scan.text, last, amount.start) else None
        said = _SAID_AGAIN.match(scan.text, last, amount.start)
        at = said.end() if said else last
        between = [a for a in scan.amounts if at <= a.start < amount.start]
        # `revenue of 30 trillion won and profit of 16 trillion, up 54% and 98%`
        at_once = not between or (len(between) == 1 and scan.text[between[0].end : amount.start] == " and ")
        return self._last[1] if at_once and form.match(scan.text, at, amount.start) else None

    def goes_on_with_what_came(self, metric: str, amount: Amount) -> bool:
        """Whether an English change, joined behind what the market expected, is of the level of the metric that beat or missed it."""
        scan, ground, last = self.around.scan, self.around.ground, self._last
        if scan.chinese or last is None or last[1].basis != "consensus":
            return False
        said = _AND_WAS.fullmatch(scan.text, last[0], amount.start)
        if said is None or not (said["moved"] or _MORE_BEHIND.match(scan.text, amount.end)):
            return False
        if said["moved"] and said["is"] and _BEAT.search(scan.text, scan.sentence.start, last[0]):
            return True  # `beat the 9.1 billion that analysts had expected and was up 7%`
        told = ground.told is not None and (ground.told[0], ground.period) == (metric, last[1].period)
        return (told and not ground.expects) or (metric, last[1].period) in self._came_of

    def after(self, metric: str, than: Period | None) -> Period | None:
        """Return the period told of a metric that comes a quarter or a year after another."""
        told = reversed(self._periods.get(metric, [])) if than else ()
        return next((p for p in told if than in (p.quarter_before(), p.years_before())), None)

    def follows_what_came(self, amount: Amount) -> bool:
        """Whether a level of a Chinese sentence follows one that came, and no word of what is expected stands since.

        `公布第三季财报及第四季财测目标,第三季净利润4523亿元,每股收益17.44元`
        """
        scan = self.around.scan
        if self._came is None or not scan.chinese:
            return False
        last = scan.end_of_range(amount)  # 高于11万辆至11.5万辆的交付指引
        end = min(scan.clause(last)[1], scan.amount_after(last))
        return not scan.cues_between(self._came, end, "forecast", "target", "consensus")
