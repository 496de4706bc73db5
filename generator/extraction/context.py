"""What surrounds an amount: the sentence's marks, its periods, and what it inherits from those before it."""

from __future__ import annotations

import re
from dataclasses import field, replace

from generator.corpus.beginnings import sought
from generator.extraction.amount import Amount
from generator.extraction.calendar import Calendar
from generator.extraction.frozen import frozen
from generator.extraction.holders import holder_of, next_holder
from generator.extraction.names import EntityMention, Mention, Names
from generator.extraction.periods import PeriodMention
from generator.extraction.scanning import Scan
from generator.extraction.subjects import is_listed, led_to, whose_units
from generator.settings.period import Period

# A company after these words is what another is set beside, not who is spoken of.
_BESIDE = sought(
    r"(?:\b(?:than|versus|vs\.?|against|by|with|from|to|behind|follow(?:ed|s|ing)?|outpac(?:e[sd]?|ing)|over|past|pass(?:ed|ing)?|surpass(?:ed|ing|es)?|overtak(?:e|es|ing|en)|overtook|leapfrog(?:ged|ging)?|topp(?:ed|ing|led|ling)|dethron(?:ed|ing)|outs(?:old|elling|hipped|hipping)|outperform(?:ed|ing)?|rivals?|like|after|ahead of|beat(?:s|ing|en)?|including|such as|between|among|followed by|compared (?:with|to)|under|at|(?:investments?|stakes?|shares|interests?) in|(?:assets|goodwill|disposal|sale|impairment) of|(?:write-?downs?|write-?offs?|impairments?|charges?|losses|bets?) on|due to|thanks to|(?:related|linked|tied) to)\s*(?:the |its |rivals? |closest |local |arch-?)*"
    r"|超过|高于|低于|与|和|跟|比|较|向|对|给|被|超越|由|来自|包括|如|除|若?不考虑|不计|不计入|不含|扣除|剔除|撇除|撇开|领先于|仅次于|落后于|采购|搭载|使用|采用|比肩|接入|持有|投资)$",
    re.I,
)
# `with NIO delivering 87,071 vehicles`: who does something is spoken of.
_WITH_IT = re.compile(
    r"with (?:[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3}) (?:also |alone |again )?(?!including|excluding|following)[a-z]+ing\b"
)
OF_CARS = ("vehicle_sales", "ev_deliveries", "vehicle_production")
OF_USERS = ("monthly_active_users", "daily_active_users", "users", "subscribers")
_OPENING = 24  # characters from a sentence's start, within which a period introduces what follows
_THE_GROUP = re.compile(r"(?:另外|此外|同时|而|不过|其中|[,\s])*(?:该?集团)")
_TAKES_OVER = re.compile(r"\s*(?:(?:and|while|whereas|but) )?(?:[a-z]+ )?")
_OWNS = re.compile(r"\s*(?:'s?\b|的)")
# `Xiaomi's shipments grew 45% while Huawei's fell 23%`: the same is told of another company.
_ITS_OWN = re.compile(
    r"'s (?:also |only |alone )?(?:fell|rose|grew|dropped|declined|jumped|slid|slipped|was|were|stood|reached|came|edged|climbed|plunged|shrank|surged|decreased|increased|tumbled|dipped)\b"
)
_BESIDE_WITHIN = re.compile(r"(?:from|than|over) (?=\d)", re.I)  # a mention may begin with its preposition: `from 2023`
_OVER = re.compile(r" over (?:the )?$")
_ASIDE = re.compile(r"\b(?:as|after|because|since|when|although|though|before) (?:the )?$", re.I)
_WHEN = re.compile(r",? (?:when|in which|during which)\b")  # `compared to Q4 2016, when it shipped 14.3 million`
_BESIDE_PERIOD = sought(
    r"(?:\bfrom|compared (?:with|to)|consistent with the [a-z]+ in|\bover|\bthan|\bversus|\bvs\.?|\bnearing|\bsurpass(?:ing|ed)|\bexceed(?:ing|ed)|(?<!-)\bbeating|(?<!-)\btopping|较|比|相比|对比|超过|超越|接近|高于|低于|高过|低过|优于|好于|与|和(?=上))\s*(?:the |that |of |in |for |total )*$",
    re.I,
)

# `after it launched the SU7 sedan in March`: the month is the launch's, not the figures'.
_EVENT = re.compile(
    r"(?<!-)\b(?:after|since|when|launch\w*|unveil\w*|introduc\w+|beg[au]n|starting|started|debut\w*|releas\w+|warned|stopp\w+|acquir\w+|founded|opened|entered|ago)\b|推出|上市|发布|开启|成立|收购",
    re.I,
)

# `Tesla reported in January that it delivered 495,570 cars`: the month is that of the report.
_TOLD_IN = re.compile(r"\b(?:said|reported|announced|disclosed|revealed|stated|told [\w ]{2,20}) (?:back )?in $", re.I)
_THAT = re.compile(r"(?:,? (?:that|it|the (?:company|group|firm)|[A-Z]\w+ (?:had|would|will))\b)")
# `发布2024年年度报告`, `released its 2024 annual results`: the year is the report's, whatever is released.
_REPORT = re.compile(
    r"(?:年度?)?(?:报告|业绩|财报|年报|报(?!道)|成绩单|财务)|\s+(?:\w+ ){0,2}(?:results|report|earnings|figures)\b"
)

_DIVISIONS = ("segment", "division", "unit", "business", "group", "arm")
_SPOKEN_OF = re.compile(
    rf"(?P<division> (?:{'|'.join(_DIVISIONS)}))?(?: \([A-Z]+\))? (?:saw|continued|had|posted|reported|delivered|did|also|remained)\b"
)
# `from January to August`, 1-8月: months that make no quarter have no name, and what goes on with them has none.
_MONTHS = re.compile(
    r"(?:今年|(?:20)?\d\d年)?(?:\d{1,2}月?\s?[-至到]\s?\d{1,2}月|[前首][两二四五七八十\d]+个?月)"
    r"|(?i:(?:from )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov)|(?:first|so far|year|this|the year)\b)"
)
# A sentence that opens so speaks of a period to come, and those after it go on with that one.
_THEN = re.compile(r"(?:同期|(?:20\d\d年|去年)?(?:全年|[一二三四]季度)?)的?(?:约|近)?")
_OUTLOOK = re.compile(r"\s*(?:展望|对于|针对|预计|预期|指引|业绩指引|就|至于|关于)")


@frozen
class Ground:
    """What a sentence inherits: the company and segment last spoken of, and the period.

    `line` is the line of business named last; `joined` says that a semicolon joins the sentence to the one before,
    `expects` that this one speaks of what is expected, `expected` for which period. `owner` is the company whose period it is. `told` is the metric, and its segment, of the figure that the sentence before stated last.
    `listing` says that what stands here is a list of what is expected, below the line that introduced it; `listed` is the
    metric that a list is of. `years` are those of a list that a semicolon leads on from. `division` is the line of business that the sentence before spoke of without a figure,
    `region` the region named last.
    """

    entity: str | None
    segment: str | None = None
    period: Period | None = None
    heading_segment: str | None = None
    told: tuple[str, str | None] | None = None
    quarter: Period | None = None
    line: str | None = None
    joined: bool = False
    expects: bool = False
    expected: Period | None = None
    owner: str | None = None
    listing: bool = False
    listed: str | None = None
    division: str | None = None
    years: tuple[int, ...] = ()
    region: str | None = None


@frozen
class Surroundings:
    """Reads the surroundings of a sentence's amounts. `awaited` says that the document awaits the results it speaks of."""

    scan: Scan
    names: Names
    calendar: Calendar
    ground: Ground
    resolved: list[tuple[PeriodMention, Period]]
    home: str | None = None
    tracked: str | None = None
    region: str | None = None
    awaited: bool = False
    _subjects: dict[int, bool] = field(default_factory=dict, init=False, compare=False, repr=False)

    def subject_before(self, at: int) -> EntityMention | None:
        """Return the company that the sentence speaks of at an offset."""
        for mention in reversed(self.scan.entities):
            if mention.start <= at and self.is_subject(mention):
                return mention
        return None

    def is_subject(self, mention: EntityMention) -> bool:
        """Whether a company is spoken of, not set beside another one."""
        if mention.start not in self._subjects:
            self._subjects[mention.start] = self._is_spoken_of(mention)
        return self._subjects[mention.start]

    def _is_spoken_of(self, mention: EntityMention) -> bool:
        if self.names.catalogue.companies[mention.entity].kind != "company":
            return False
        text = self.scan.text
        named = (e for e in self.scan.entities if text[mention.start - 1] == "(" and e.end == mention.start - 1)
        if before := next(named, None):
            return self.is_subject(before)  # its ticker in brackets
        if is_listed(self.scan, mention):
            return False
        owns = _OWNS.match(text, mention.end) and any(0 <= m.start - mention.end <= 30 for m in self.scan.metrics)
        lead = text[max(self.scan.sentence.start, mention.start - 16) : mention.start]
        return bool(owns or _WITH_IT.match(text, mention.start - 5)) or not _BESIDE.search(lead)

    def company(self, amount: Amount, mention: Mention | None) -> str | None:
        """Return the company whose figure an amount is."""
        if mention is not None:
            after = [e for e in self.scan.entities if 0 <= e.start - mention.end <= 12]
            if after and re.fullmatch(r"\s*(?:of|for|at|by)\s+", self.scan.text[mention.end : after[0].start], re.I):
                return after[0].entity
        if holder := holder_of(self.scan, amount) or whose_units(self.scan, amount):
            return holder.entity
        if mention is not None and mention.start >= amount.end and self.scan.text[mention.start].isascii():
            owner = [e for e in self.scan.entities if amount.end <= e.start and e.end <= mention.start]
            if owner and _OWNS.match(self.scan.text, owner[-1].end):
                return owner[-1].entity  # `a 17% decline in Apple's annual shipments`
        if taker := self.takes_over(amount, mention) or self._had_then(amount, mention):
            return taker
        at = mention.start if mention and mention.start < amount.start else amount.start
        found = self.subject_before(max(at, mention.end if mention and mention.start < amount.start else at))
        if found is None and mention is not None and not self.scan.text[mention.start].isascii():
            found = self.subject_before(amount.start)  # 从单车均价来看,比亚迪达到18.2万元
        if found is None and (behind := led_to(self.scan, amount)) and self.is_subject(behind):
            found = behind
        if found is None and _THE_GROUP.match(self.scan.text, self.scan.sentence.start, at) and self._is_of_home():
            return self.home  # after 比亚迪电子 was spoken of, 集团 is 比亚迪
        return found.entity if found else self.ground.entity

    def _had_then(self, amount: Amount, mention: Mention | None) -> str | None:
        """Return the company of `高于特斯拉同期12.5%的毛利率`: what another is set beside is its own."""
        if mention is None or mention.start < amount.end:
            return None
        return next(
            (e.entity for e in self.scan.entities if _THEN.fullmatch(self.scan.text, e.end, amount.start)), None
        )

    def _is_of_home(self) -> bool:
        """Whether the company spoken of last bears the name of the document's own: 比亚迪电子 is one of 比亚迪."""
        companies = self.names.catalogue.companies
        if self.home is None or self.ground.entity in (None, self.home):
            return False
        own, other = companies[self.home], companies[self.ground.entity]
        return (other.short or other.name).zh.startswith((own.short or own.name).zh)

    def takes_over(self, amount: Amount, mention: Mention | None) -> str | None:
        """Return the company that an English clause opens with, between a metric named before and the amount."""
        if mention is None or mention.end > amount.start or not self.scan.text[mention.start].isascii():
            return None
        start, _ = self.scan.clause(amount.start)
        floor = max(mention.end, start)
        found = [e for e in self.scan.entities if floor <= e.start < amount.start and self.is_subject(e)]
        opening = found and _TAKES_OVER.fullmatch(self.scan.text, start, found[0].start)
        owns = (
            opening and _OWNS.match(self.scan.text, found[0].end) and not _ITS_OWN.match(self.scan.text, found[0].end)
        )
        return found[0].entity if opening and not owns else None

    def _is_aside(self, mention: EntityMention) -> bool:
        """Whether a company only stands in a reason or a time: `as Huawei retreated from the market`."""
        aside = _ASIDE.search(self.scan.text, max(self.scan.sentence.start, mention.start - 12), mention.start)
        return aside is not None and aside.start() > self.scan.sentence.start + 1

    def is_beside(self, mention: PeriodMention) -> bool:
        """Whether a period is only what another is compared with."""
        if _WHEN.match(self.scan.text, mention.end):
            return False
        if _BESIDE_WITHIN.match(self.scan.text, mention.start):
            return True
        lead = self.scan.text[max(self.scan.sentence.start, mention.start - 40) : mention.start]
        if (over := _OVER.search(lead)) and any(m.end == mention.start - len(over[0]) for m in self.scan.metrics):
            return False  # `Sales over the first quarter totaled 626,263`
        return bool(_BESIDE_PERIOD.search(lead)) or self._dates_an_event(mention)

    def _dates_an_event(self, mention: PeriodMention) -> bool:
        """Whether a month or year says when something happened: since it launched the SU7 in March."""
        if mention.scope not in ("month", "year", "instant") or _REPORT.match(self.scan.text, mention.end):
            return False
        start = max(self.scan.clause(mention.start)[0], self.scan.amount_before(mention.start))
        if _TOLD_IN.search(self.scan.text, start, mention.start) and _THAT.match(self.scan.text, mention.end):
            return True
        return bool(_EVENT.search(self.scan.text, start, mention.start))

    def after(self, spoken: Period | None, segment: str | None) -> Ground:
        """Return what the next sentence inherits; `spoken` is the period that this one's figures name."""
        beside = [next_holder(self.scan, amount) for amount in self.scan.amounts[1:]]
        subjects = [e for e in self.scan.entities if self.is_subject(e) and not self._is_aside(e) and e not in beside]
        entity = subjects[-1].entity if subjects else self.ground.entity
        own = spoken or self._introduced()
        period = own or (None if self._is_nameless() else self.ground.period)
        quarter = period if period is not None and period.kind == "quarter" else self.ground.quarter
        kinds = self.names.catalogue.segments
        lines = [m.segment for m in self.scan.segments if kinds[m.segment or ""].kind == "business"]
        regions = [m.segment for m in self.scan.segments if kinds[m.segment or ""].kind == "region"]
        joined = self.scan.text[self.scan.sentence.end - 1] == ";"
        division = self._division()
        return replace(
            self.ground, entity=entity, period=period, segment=segment, division=division, quarter=quarter, joined=joined,
            line=lines[-1] if lines else self.ground.line, region=regions[-1] if regions else self.ground.region, owner=entity if own else self.ground.owner,
        )  # fmt: skip

    def _division(self) -> str | None:
        """Return the division that an English sentence without an amount is of: `The Data Center Group saw continued growth`."""
        if self.scan.amounts or len(self.scan.segments) != 1:
            return None
        named = self.scan.segments[0]
        found = _SPOKEN_OF.match(self.scan.text, named.end)
        is_division = found and (
            found["division"] or self.scan.text[named.start : named.end].lower().endswith(_DIVISIONS)
        )
        return named.segment if is_division else None

    def _is_nameless(self) -> bool:
        """Whether a sentence opens with a span that has no name, and a semicolon leads on: 今年6个月,纯利641亿元;收入….

        So does one that speaks of some months of a year alone: 1-8月累计装车量54.7GWh。其市占率为27.7%.
        """
        text, start = self.scan.text, self.scan.sentence.start
        spans = [m for m in self.scan.periods if m.scope == "span"]
        opens = any(m.start - start <= _OPENING for m in spans) and text[self.scan.sentence.end - 1] == ";"
        return opens or (not self.resolved and any(_MONTHS.match(text, m.start) for m in spans))

    def _introduced(self) -> Period | None:
        """Return the period that a sentence opens with: it is what the sentences after it speak of."""
        day, start = self.calendar.published, self.scan.sentence.start
        stated = min((a.start for a in self.scan.amounts), default=self.scan.sentence.end)
        counts = any(m.metrics and m.metrics[0] in OF_USERS for m in self.scan.metrics)
        unsaid = ("instant",) if counts else ("instant", "month")  # users are those of a month, which goes on
        spans = [
            p for m, p in self.resolved
            if p.kind not in unsaid and m.start - start <= _OPENING and m.start < stated and not self.is_beside(m)
            and not (day and p.end > day and self.scan.text[self.scan.sentence.end - 1] != ";" and not _OUTLOOK.match(self.scan.text, start))
        ]  # fmt: skip
        return spans[-1] if spans else None
