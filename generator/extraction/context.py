"""What surrounds an amount: its company, segment, period and basis, as far as the text says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.extraction.amounts import Amount
from generator.extraction.calendar import Calendar
from generator.extraction.figure import Basis
from generator.extraction.names import EntityMention, Mention, Names
from generator.extraction.periods import PeriodMention
from generator.extraction.scanning import Scan
from generator.settings.period import Period

# A company after these words is what another is set beside, not who is spoken of.
_BESIDE = re.compile(
    r"(?:\b(?:than|versus|vs\.?|against|by|with|from|to|behind|surpass(?:ed|ing)?|overtak(?:e|ing|en)|overtook|rivals?|like|after|ahead of|beat(?:ing)?|including|such as|between|among|followed by|compared (?:with|to)|under|at)\s*(?:the )?"
    r"|超过|高于|低于|与|和|跟|比|较|向|对|给|被|超越|由|来自|包括|如|除|领先于|仅次于|落后于|采购|搭载|使用|采用|比肩|接入|持有|投资)$",
    re.I,
)
_OWNS = re.compile(r"\s*(?:'s?\b|的)")
_WHOLE = re.compile(r"(?:总|整体|综合|合并|集团|total|overall|group|consolidated)", re.I)
_WHOLE_BEFORE = re.compile(r"(?:整体|总体|集团|公司|综合|overall|group|total|company|consolidated)(?:的|'s)?\s*$", re.I)
_THAT_SEGMENT = re.compile(
    r"(?:该|此|这一|本|上述)(?:分部|业务|板块|业务板块|分部的)|\b(?:the|this|that|its) (?:segment|business|division|unit)(?:'s)?\b",
    re.I,
)
_OF_SEGMENT = re.compile(r"\s*(?:from|of|for|in|at)\s+(?:the |its |our )?(?:[a-z]+ ){0,2}", re.I)
_PRIOR_BEFORE = re.compile(r"(?:(?:去年|上年|上一年)(?:同期|同季)?|同期|a year (?:ago|earlier)|last year|prior[- ]year(?: (?:period|quarter))?|same (?:period|quarter)(?: of)?(?: last year| a year (?:ago|earlier)| in 20\d\d)?)(?:为|的|是|:|约|仅|则为|数据为|分别为|was|of|at|stood at|'s)*\s*(?:的|of )?$", re.I)  # fmt: skip
_EARLIER = r"(?:a year (?:earlier|ago)|the year before|(?:the )?same (?:period|quarter)(?: of)?(?: last year| a year| the previous year| in 20\d\d| of 20\d\d)|(?:the )?(?:year[- ](?:earlier|ago)|prior[- ]year|corresponding)(?: period| quarter)?)"
_PRIOR_AFTER = re.compile(
    rf"[\s(]*(?:(?:recorded|reported|posted|seen|in|for|during|from|of|made|achieved|units|vehicles|yuan|RMB) )*{_EARLIER}",
    re.I,
)
_PRIOR_AFTER_FROM = re.compile(
    rf"[\s,(]*(?:[a-z]+ ){{0,4}}?(?:in |for |during |from |of )?(?:the )?(?:{_EARLIER}|last year|(?:the )?previous year|year-on-year|year-over-year|prior year)",
    re.I,
)
_FROM_BEFORE = re.compile(
    r"(?:\bfrom|\bagainst|\bversus|\bvs\.?|compared (?:with|to)|\bthan(?: the)?|从|由|自|较|相比|对比)\s*(?:about |around |the |a |an |some |约|近|just )*$",
    re.I,
)
_AS_OF = re.compile(
    r"(?:截至|截止|于|as of|as at|at|by|ended|end of|the end of|until|through|到|至)\s*(?:the )?(?:end of )?$", re.I
)
_IN = re.compile(
    r"(?: (?:units|vehicles|devices|cars|smartphones|phones|yuan|RMB|people|employees))?\s+(?:in|for|during|at|as of|by)\s+(?:the )?",
    re.I,
)
_BESIDE_PERIOD = re.compile(
    r"(?:\bfrom|compared (?:with|to)|\bover|\bthan|\bversus|\bvs\.?|\bnearing|\bsurpass(?:ing|ed)|\bexceed(?:ing|ed)|\bbeating|\btopping|较|比|相比|对比|超过|超越|接近)\s*(?:the |that |of |in |for |total )*$",
    re.I,
)
_BRACKETS = re.compile(r"\s*\([^()]{0,40}\)")
_CUMULATIVE = re.compile(r"累计|累积|cumulative|to date|since (?:its )?launch", re.I)


@dataclass(frozen=True, slots=True)
class Ground:
    """What a sentence inherits: the company and segment last spoken of, and the period."""

    entity: str | None
    segment: str | None = None
    period: Period | None = None
    heading_segment: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Reads the surroundings of a sentence's amounts."""

    scan: Scan
    names: Names
    calendar: Calendar
    ground: Ground
    resolved: list[tuple[PeriodMention, Period]]
    home: str | None = None

    def subject_before(self, at: int) -> EntityMention | None:
        """Return the company that the sentence speaks of at an offset."""
        found = [e for e in self.scan.entities if e.start <= at and self.is_subject(e)]
        return found[-1] if found else None

    def is_subject(self, mention: EntityMention) -> bool:
        """Whether a company is spoken of, not set beside another one."""
        if self.names.catalogue.companies[mention.entity].kind != "company":
            return False
        text = self.scan.text
        owns = _OWNS.match(text, mention.end) and any(0 <= m.start - mention.end <= 30 for m in self.scan.metrics)
        lead = text[max(self.scan.sentence.start, mention.start - 16) : mention.start]
        return bool(owns) or not _BESIDE.search(lead)

    def entity(self, amount: Amount, mention: Mention | None) -> str | None:
        """Return the company whose figure an amount is."""
        if mention is not None:
            after = [e for e in self.scan.entities if 0 <= e.start - mention.end <= 12]
            if after and re.fullmatch(r"\s*(?:of|for|at)\s+", self.scan.text[mention.end : after[0].start], re.I):
                return after[0].entity
        at = mention.start if mention and mention.start < amount.start else amount.start
        found = self.subject_before(max(at, mention.end if mention and mention.start < amount.start else at))
        return found.entity if found else self.ground.entity

    def segment(self, metric: str, amount: Amount, mention: Mention) -> tuple[str, str | None]:
        """Return the metric, more special where its segment is named, and the segment that this does not say."""
        entry = self.names.catalogue.metrics[metric]
        region = self._region(mention, amount)
        if entry.segment and entry.base:
            return metric, region
        business = self._business(metric, mention, amount)
        if entry.period_type == "instant" and not (business and self._specific(metric, business)):
            return metric, None
        if business is None:
            return metric, region if metric in self.names.bases or entry.segment else None
        specific = self._specific(metric, business)
        if specific:
            return specific, region
        if entry.segment and self._counts_as(business, entry.segment):
            return metric, region
        return metric, business

    def _specific(self, metric: str, segment: str) -> str | None:
        wider = self.names.catalogue.segments[segment].counts_as
        return self.names.specific.get((metric, segment)) or (wider and self.names.specific.get((metric, wider)))

    def _counts_as(self, segment: str, other: str) -> bool:
        return segment in (other, "nev") or self.names.catalogue.segments[segment].counts_as == other

    def _business(self, metric: str, mention: Mention, amount: Amount) -> str | None:
        text = self.scan.text
        said = text[mention.start : mention.end]
        businesses = [
            m for m in self.scan.segments if self.names.catalogue.segments[m.segment or ""].kind == "business"
        ]
        beside = [
            m
            for m in businesses
            if 0 <= mention.start - m.end <= 10 and not re.search("[,;。]", text[m.end : mention.start])
        ]
        if beside:
            return beside[-1].segment
        clause = text[self.scan.clause(mention.start)[0] : mention.end]
        if _THAT_SEGMENT.search(clause) and (named := self.ground.heading_segment or self.ground.segment):
            return named
        if _WHOLE.match(said) or _WHOLE_BEFORE.search(text[max(0, mention.start - 9) : mention.start]):
            return None
        of = [m for m in businesses if m.start >= mention.end and _OF_SEGMENT.fullmatch(text, mention.end, m.start)]
        counted = [
            m
            for m in businesses
            if amount.end - 2 <= m.start <= amount.end + 24
            and text[amount.end : m.start].strip() in ("", "台", "辆", "部")
        ]
        if of or counted:
            return (of or counted)[0].segment
        start, _ = self.scan.clause(mention.start)
        inside = [m for m in businesses if start <= m.start and m.end <= mention.start]
        if inside and (metric in self.names.bases or self._specific(metric, inside[-1].segment or "")):
            return inside[-1].segment
        return self._inherited(metric, mention, businesses)

    def _inherited(self, metric: str, mention: Mention, businesses: list[Mention]) -> str | None:
        """Return the segment spoken of earlier in the sentence, in the heading, or in the sentence before."""
        catalogue = self.names.catalogue
        candidates: list[str] = []
        for other in (*self.scan.metrics, *businesses):
            if other.end <= mention.start:
                own = other.segment or next(
                    (
                        catalogue.metrics[m].segment
                        for m in other.metrics
                        if m in catalogue.metrics and catalogue.metrics[m].base
                    ),
                    None,
                )
                candidates += [own] if own else []
        fresh = self.subject_before(mention.start)
        latest = max((m.start for m in businesses if m.end <= mention.start), default=-1)
        if fresh is not None and fresh.start > latest and latest >= 0 and fresh.start > self.scan.sentence.start + 2:
            candidates = []
        candidates = candidates[-1:] or [s for s in (self.ground.heading_segment, self.ground.segment) if s]
        for segment in candidates:
            if segment in catalogue.segments and (
                self._specific(metric, segment)
                or (
                    metric in self.names.bases
                    and catalogue.segments[segment].kind == "business"
                    and metric != "revenue"
                )
            ):
                return segment
        return None

    def _region(self, mention: Mention, amount: Amount) -> str | None:
        low, _ = self.scan.clause(min(mention.start, amount.start))
        high = max(mention.end, amount.end) + 20
        found = [
            m
            for m in self.scan.segments
            if low <= m.start and m.end <= high and self.names.catalogue.segments[m.segment or ""].kind == "region"
        ]
        return found[-1].segment if found else None

    def prior(self, amount: Amount) -> str | None:
        """Return `year` or `quarter` for an amount of the period before, `other` where it is not said which, else None."""
        text = self.scan.text
        lead = text[max(self.scan.sentence.start, amount.start - 40) : amount.start]
        floor = max(self.scan.clause(amount.start)[0], self.scan.amount_before(amount.start))
        if _PRIOR_BEFORE.search(lead) or self.scan.cues_between(floor, amount.start, "prior"):
            return "year"
        after = text[amount.end : self.scan.amount_after(amount.end)]
        origin = _FROM_BEFORE.search(lead)
        if (_PRIOR_AFTER_FROM if origin else _PRIOR_AFTER).match(after):
            return "year"
        if not origin:
            return None
        _, end = self.scan.clause(amount.start)
        if any(amount.end <= m.start <= end for m, _ in self.resolved):
            return "named"
        kinds = [
            c.kind
            for c in self.scan.cues_between(
                self.scan.sentence.start, self.scan.sentence.end, "yoy", "prior", "qoq", "quarter_before"
            )
        ]
        if not kinds:
            return "other"
        return "year" if kinds[-1] in ("yoy", "prior") else "quarter"

    def period(self, metric: str, amount: Amount) -> Period | None:
        """Return the period that an amount is of."""
        instant = self.names.catalogue.metrics[metric].period_type == "instant"
        price = metric in ("share_price", "market_cap", "target_price")
        low = self.scan.clause(amount.start)[0]
        known = {m for m, _ in self.resolved}
        if any(m not in known and low <= m.start < amount.start for m in self.scan.periods):
            return None  # a span that has no name: 1-11月, 2026年至2030年
        usable = [(m, p) for m, p in self.resolved if self._usable(m, p, instant, price)]
        amount = self._past_brackets(amount)
        start, end = self.scan.clause(amount.start)[0], self.scan.clause(amount.end)[1]
        before = [x for x in usable if start <= x[0].start and x[0].end <= amount.start]
        after = [x for x in usable if amount.end <= x[0].start and x[0].end <= min(end, self._next_amount(amount))]
        close = [
            x
            for x in after
            if re.fullmatch(
                r"[^,;]{0,24}?\s*(?:in|for|during|at|as of|by|of|from|over|在|于)?\s*(?:the |its )?",
                self.scan.text[amount.end : x[0].start],
                re.I,
            )
        ]
        earlier = [x for x in usable if x[0].end <= start]
        own = [x for x in after if _IN.fullmatch(self.scan.text, amount.end, x[0].start)]
        for found in (own[:1], close[:1] if close and not before else [], before[-1:], after[:1], earlier[-1:]):
            if found:
                return found[0][1]
        if price and self.calendar.published:
            return Period(self.calendar.published.isoformat())
        clause = self.scan.text[start : amount.start]
        carried = self.ground.period
        if _CUMULATIVE.search(clause) or (instant and carried and carried.kind in ("month", "year")):
            return None
        return carried

    def _next_amount(self, amount: Amount) -> int:
        after = [a for a in self.scan.amounts if a.start >= amount.end]
        return after[0].start if after else self.scan.sentence.end

    def _usable(self, mention: PeriodMention, period: Period, instant: bool, price: bool) -> bool:
        if period.kind != "instant":
            return not price and not self.is_beside(mention)
        if price or mention.day == 0:
            return True
        lead = self.scan.text[max(self.scan.sentence.start, mention.start - 12) : mention.start]
        said = self.scan.text[mention.start : mention.end]
        return bool(_AS_OF.search(lead)) or said.startswith(("截至", "the end", "end"))

    def is_beside(self, mention: PeriodMention) -> bool:
        """Whether a period is only what another is compared with."""
        lead = self.scan.text[max(self.scan.sentence.start, mention.start - 24) : mention.start]
        return bool(_BESIDE_PERIOD.search(lead))

    def _past_brackets(self, amount: Amount) -> Amount:
        """Return the amount as if it ended after the conversion that follows it in brackets."""
        brackets = _BRACKETS.match(self.scan.text, amount.end)
        return replace(amount, end=brackets.end()) if brackets else amount

    def basis(self, metric: str, amount: Amount) -> Basis:
        """Return whether an amount happened, is aimed at, or is expected, and by whom."""
        entry = self.names.catalogue.metrics[metric]
        if entry.basis != "actual":
            return entry.basis
        text, sentence = self.scan.text, self.scan.sentence
        start, end = self.scan.clause(amount.start)
        kinds = ("forecast", "target", "consensus", "actual")
        near = self.scan.cues_between(max(start, sentence.start), amount.start, *kinds)
        after = self.scan.cues_between(
            amount.end, min(end, self.scan.amount_after(amount.end)), "forecast", "target", "consensus"
        )
        marks = [cue for cue in near if cue.kind != "actual"] or [cue for cue in after if cue.start - amount.end < 24]
        if marks:
            versus = marks[-1].start > amount.start and _FROM_BEFORE.search(
                text[max(sentence.start, amount.start - 20) : amount.start]
            )
            return "consensus" if versus else marks[-1].kind  # type: ignore[return-value]
        if near:
            return "actual"
        earlier = self.scan.cues_between(sentence.start, start, *kinds)
        breaks = max(
            (
                i
                for i in self.scan.separators
                if (i < start and text[i] in ";；") or text[i : i + 6].strip() in ("while", "but")
            ),
            default=sentence.start,
        )
        earlier = [cue for cue in earlier if cue.start > breaks and cue.kind != "consensus"]
        return earlier[-1].kind if earlier else "actual"  # type: ignore[return-value]

    def after(self, last_period: Period | None, segment: str | None) -> Ground:
        """Return what the next sentence inherits."""
        subjects = [e for e in self.scan.entities if self.is_subject(e)]
        day = self.calendar.published
        goes_on = self.scan.text[self.scan.sentence.end - 1] == ";"
        spans = [
            p for m, p in self.resolved
            if p.kind != "instant" and not (day and p.end > day and not goes_on) and not self.is_beside(m)
        ]  # fmt: skip
        period = spans[-1] if spans else self.ground.period
        entity = subjects[-1].entity if subjects else self.ground.entity
        return replace(self.ground, entity=entity, period=last_period or period, segment=segment)
