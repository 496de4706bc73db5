"""The statements of one sentence: its amounts as figures, claimed, in doubt, or of no metric."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from generator.extraction.about import Currencies
from generator.extraction.amount import Amount
from generator.extraction.bystanders import of_shares
from generator.extraction.change import Change, again, change_of, measured, scaled_to
from generator.extraction.clause import is_conversion
from generator.extraction.consensus import is_revised
from generator.extraction.context import Surroundings
from generator.extraction.dating import Dated, Dating
from generator.extraction.doubts import (
    MOVED,
    in_another_unit,
    no_level,
    of_market,
    of_revision,
    price_tiers,
)
from generator.extraction.figure import LOSABLE, Figure, Measure
from generator.extraction.frozen import frozen
from generator.extraction.growth import growth_link
from generator.extraction.linking import Link, Linker
from generator.extraction.lists import listed_links
from generator.extraction.names import Mention
from generator.extraction.paired import UNTOLD, slashed_changes, slashed_links
from generator.extraction.parts import is_share_of_whole
from generator.extraction.prior import is_set_beside_zh
from generator.extraction.qualifiers import UNKNOWN_LINE, other_figure
from generator.extraction.reading import Reading
from generator.extraction.segment import segment_of
from generator.extraction.strangers import of_stranger
from generator.extraction.unclaimed import unclaimed
from generator.extraction.units import unit_of
from generator.extraction.unsaid import is_part, label_of
from generator.extraction.yearly import yearly_links

_IN = re.compile(
    r"(?: (?:units|vehicles|YoY|yuan|year[- ]on[- ]year|year[- ]over[- ]year))?(?:\s+(?:in|for))?\s+(?:the )?", re.I
)  # a mention may begin with the preposition
_AND_IN = re.compile(r"[EF]?,?(?: and|,)? (?:by |to )?", re.I)
_AND_THE = re.compile(r",?(?: and|,| while)? (?:its |the |total |net )?", re.I)
_TO_AMOUNT = re.compile(r" to (?:[A-Z]{2,3} ?|[A-Z]{0,2}[$€£¥] ?)?\d")
_AND = re.compile(r"(?:,|,? and)\s+|(?:和|及|与|以及|、|/)")
_LISTED = re.compile(r"(?: (?:units|vehicles|cars|devices|yuan))?(?:, and |, | and )")
_OF_LINES = ("gross_margin", "gross_profit", "operating_margin", "operating_profit", "cost_of_revenue")
_OF_ALL = re.compile("公司|集团|整体|总体|综合|总")
_AT_CONSTANT = re.compile(r",?\s*\(?(?:[\w-]+ )?(?:at|in|on|under)?(?: an?)? ?(?:constant[- ]currenc|cc\b)", re.I)
_BESIDE_REPORTED = "at constant currencies, beside what was reported"
_A_LOSS = re.compile(r" (?:net |operating |quarterly )*(?:loss|deficit)\b", re.I)
_THAT_FIGURE = re.compile(r"[\s\"“-]*(?:That|This|The) (?:figure|total|number|result|amount) ")
_LABEL = 5  # characters between a segment and the amount in the brackets behind it: 专业可视化业务(7.6亿美元)


@frozen
class Place:
    """What a figure is of: the metric that its segment makes it, the company and the segment."""

    metric: str
    entity: str | None
    segment: str | None


class Statements:
    """The figures of one sentence, and what it told last: `told` is the metric and segment, `segment` the one carried on."""

    def __init__(self, reading: Reading, around: Surroundings, linker: Linker, currencies: Currencies) -> None:
        self.reading, self.around, self.linker, self.currencies = reading, around, linker, currencies
        self.marks = around.scan
        self.dating = Dating(around)
        self.segment: str | None = None
        self.told: tuple[str, str | None] | None = None
        self._sentence = reading.span(self.marks.sentence.start, self.marks.sentence.end)
        self._placed: tuple[Mention, str, Place] | None = None
        self._level_end = 0
        self._told_of: tuple[str, Place] | None = None  # the last metric told of the sentence's own period, and where
        self._unknown_at = -1  # where the sentence speaks of a line of business that the catalogue does not know

    def figures(self) -> list[Figure]:
        """Return the sentence's figures; those of a list that nothing tells apart are in doubt."""
        found = list(self._figures())
        unlike: set[int] = set()
        for one, other in pairwise(found):
            if one.metric and one.slot == other.slot and one.value != other.value and self._is_beside(one, other):
                unlike |= {one.start, other.start}
        found = [replace(f, doubt=f.doubt or UNTOLD) if f.start in unlike else f for f in found]
        return [replace(f, doubt=f.doubt or _BESIDE_REPORTED) if self._only_restates(f, found) else f for f in found]

    def _only_restates(self, figure: Figure, found: list[Figure]) -> bool:
        """Whether a change at constant currencies stands beside the one that was reported: `up 19% and up 22% at constant currencies`."""
        if figure.measure == "level" or not _AT_CONSTANT.match(self.reading.document.text, figure.end):
            return False
        return any(f.start < figure.start and f.bound == figure.bound and f.slot == figure.slot for f in found)

    def _is_beside(self, one: Figure, other: Figure) -> bool:
        """Whether nothing but a comma or `and` stands between two amounts of a list: `18%, 19.8% and 20%`."""
        text = self.reading.document.text[one.end : other.start]
        return one.bound == "exact" and bool(_LISTED.fullmatch(text))

    def _figures(self) -> Iterator[Figure]:
        listed = slashed_links(self.marks, self.linker) | listed_links(self.marks, self.linker)
        listed = yearly_links(self.marks, self.linker, listed)
        change: Change | None = None
        grew: Change | None = None
        signed = False
        together = slashed_changes(self.marks)
        tiers = price_tiers(self.marks)
        for amount in self.marks.amounts:
            if amount.kind == "measure" or amount.start in tiers:
                continue
            last, change = change, together.get(amount.start) or change_of(self.marks, amount)
            on = change is None and (self._goes_on(amount, listed) or self._in_the_next_period(amount))
            if last and amount.kind in ("percent", "points", "times") and (amount.range_end or on):
                change = scaled_to(last, amount)
                if amount.range_end and signed:  # `changes of -1.1% to 21.5%`
                    change = replace(change, value=amount.value)
            signed = amount.signed
            base = last or grew  # `up 7.8% QoQ from $839 million in 4Q19, and 35.3% YoY`
            if change is None and base and (more := again(self.marks, base, amount)):
                change = more
            if change is None and grew and self._leaves_the_verb_out(amount):
                change = scaled_to(grew, amount)
            grew = change or grew
            yield self._figure(amount, change, listed.get(amount.start))

    def _goes_on(self, amount: Amount, listed: dict[int, Link]) -> bool:
        """Whether an amount is a further one of a list: `by 6% and 4%, respectively`."""
        before = self.marks.amount_before(amount.start)
        in_list = amount.start in listed and any(a.end == before and a.start in listed for a in self.marks.amounts)
        return in_list and bool(_AND.fullmatch(self.marks.text, before, amount.start))

    def _leaves_the_verb_out(self, amount: Amount) -> bool:
        """Whether a percentage grew as the one before: `profit rose 90% to 9 billion yuan and revenue 49% to 109 billion`."""
        text, before = self.marks.text, self.marks.amount_before(amount.start)
        return bool(_TO_AMOUNT.match(text, amount.end)) and any(
            _AND_THE.fullmatch(text, before, m.start) and text[m.end : amount.start] in (" ", " by ")
            for m in self.marks.metrics
            if before < m.start < amount.start
        )

    def _in_the_next_period(self, amount: Amount) -> bool:
        """Whether an amount goes on with the one before in another period: `33% in 2025 and 24% in 2026`."""
        text, before = self.marks.text, self.marks.amount_before(amount.start)
        return any(
            _IN.fullmatch(text, before, m.start) and _AND_IN.fullmatch(text, m.end, amount.start)
            for m in self.marks.periods
            if before < m.start < amount.start
        ) and any(amount.end < m.start and _IN.fullmatch(text, amount.end, m.start) for m in self.marks.periods)

    def _figure(self, amount: Amount, change: Change | None, listed: Link | None) -> Figure:
        if is_conversion(self.marks, amount) or is_share_of_whole(self.marks, amount):
            return self._bare(amount, None)
        if change is not None:
            return self._of_change(amount, change, listed or growth_link(self.linker, amount, change))
        if amount.kind in ("points", "times"):
            return self._bare(amount, "it is not said in which direction")
        if is_revised(self.marks, amount):
            return self._bare(amount, "an expectation that has been replaced")
        prior = self.dating.prior(amount)
        apart = prior is not None or self.dating.consensus or self._stands_apart(amount)
        return self._of_level(amount, listed or self.linker.level(amount, comparative=apart), prior)

    def _of_level(self, amount: Amount, link: Link, prior: str | None) -> Figure:
        if link.metric is None or link.mention is None or link.doubt:
            return self._bare(amount, link.doubt)
        if why := self._moved_by(amount, link.mention) or self._otherwise(amount, link.metric, link.mention):
            return self._bare(amount, why)
        place = self._place(amount, link.metric, link.mention, link.company)
        place = self._beside(place, link, prior)
        dated = self.dating.level(place.metric, amount, link, prior)
        part = is_part(self.marks, amount)
        if prior is None and dated.basis != "consensus" and not part:
            self.dating.told(place.metric, dated, place.segment)
            self._level_end = amount.end
            self.told = (place.metric, place.segment)
            self._told_of = (link.metric, place)
        nameless = part and place.segment is None and place.metric == link.metric
        doubt = of_market(self.around, link.mention) or (
            "a part that the catalogue does not name" if nameless else None
        )
        lost = link.mention.loss or (link.metric in LOSABLE and _A_LOSS.match(self.marks.text, amount.end))
        value = -abs(amount.value) if lost else amount.value
        return self._claimed(amount, place, "level", value, self._unit(place, amount), dated, doubt)

    def _moved_by(self, amount: Amount, mention: Mention) -> str | None:
        """Return why an amount is no level; its metric is still to be told: `cut its estimate by $800 million to $23.3 billion`."""
        why = no_level(self.marks, amount)
        if why == MOVED:
            self.linker.given.discard(mention.start)
        return why

    def _of_change(self, amount: Amount, change: Change, link: Link) -> Figure:
        if link.metric is None or link.mention is None:
            return self._bare(amount, change.doubt)
        if why := of_shares(self.marks, amount, link.mention) or self._otherwise(amount, link.metric, link.mention):
            return self._bare(amount, why)
        if in_another_unit(self.marks, amount, link.mention):
            return self._bare(amount, "a change of what is measured in a unit that the metric is not")
        place = self._place(amount, link.metric, link.mention, link.company)
        if place.segment is None and (known := self.dating.known_segment(place.metric, amount)):
            place = replace(place, segment=known)
        dated = self.dating.change(place.metric, place.entity, amount, link, change)
        doubt = link.doubt or dated.doubt or of_revision(self.marks, amount) or of_market(self.around, link.mention)
        measure, unit = measured(dated.against, change.points)
        moved = replace(amount, precision=change.precision)
        return self._claimed(moved, place, measure, change.value, unit, dated, doubt)

    def _place(self, amount: Amount, metric: str, mention: Mention, company: str | None) -> Place:
        """Return what a figure is of; a change is placed as its level was."""
        bracketed = any(
            0 <= amount.start - m.end <= _LABEL and "(" in self.marks.text[m.end : amount.start]
            for m in self.marks.segments
        )
        told_apart = bracketed or is_part(self.marks, amount) or label_of(self.marks, amount) is not None
        another = company or self.around.takes_over(amount, mention) or self._of_that_figure()
        if self._placed and self._placed[:2] == (mention, metric) and not (another or told_apart):
            return self._placed[2]
        special, segment = segment_of(self.around, metric, amount, mention)
        place = Place(special, company or self._entity(special, segment, amount, mention), segment)
        self._placed = (mention, metric, place) if amount.kind != "percent" else None
        return place

    def _beside(self, place: Place, link: Link, prior: str | None) -> Place:
        """Return the place of what is set beside a figure of the same metric: `$3.2 billion, compared with an operating loss of $0.6 billion`."""
        told = self._told_of
        adjusted = told and told[1].metric in self.around.names.adjusted((place.metric,))
        if told and adjusted and told[1].entity == place.entity and is_set_beside_zh(self.marks, link.mention):
            return replace(place, metric=told[1].metric)
        same = told is not None and prior is not None and told[0] == link.metric and told[1].entity == place.entity
        return told[1] if told and same and place.metric == link.metric and place.segment is None else place

    def _entity(self, metric: str, segment: str | None, amount: Amount, mention: Mention) -> str | None:
        owner = self.around.names.owner(metric, segment)
        if owner is None and self._of_that_figure():
            return self.around.ground.entity
        return owner or self.around.company(amount, mention)

    def _of_that_figure(self) -> bool:
        """Whether an amount is what was expected of the figure told before: `The figure beat Tesla's and a forecast of 766 billion`."""
        return self.dating.consensus and bool(_THAT_FIGURE.match(self.marks.text, self.marks.sentence.start))

    def _unit(self, place: Place, amount: Amount) -> str:
        catalogue, language = self.around.names.catalogue, self.reading.document.language
        company = catalogue.companies[place.entity] if place.entity else None
        said = self.marks.text[amount.start : amount.end]
        return unit_of(place.metric, amount, said, company, catalogue, self.currencies, language)

    def _otherwise(self, amount: Amount, metric: str, mention: Mention) -> str | None:
        per_share = self.around.names.catalogue.metrics[metric].unit == "money_per_share" or "asp" in metric
        why = other_figure(self.marks, amount, mention, per_share)
        if why == UNKNOWN_LINE:
            self._unknown_at = mention.start
        why = why or (UNKNOWN_LINE if self._goes_on_with_unknown(mention, metric) else None)
        return why or of_stranger(self.marks, mention, amount)

    def _goes_on_with_unknown(self, mention: Mention, metric: str) -> bool:
        """Whether a Chinese sentence goes on with the unknown line it spoke of: `配件业务收入12亿元,毛利率为17%`."""
        if self._unknown_at < 0 or mention.start <= self._unknown_at or metric not in _OF_LINES:
            return False
        starts = [m.start for m in self.marks.entities] + [m.start for m in self.marks.segments]
        fresh = any(self._unknown_at < start <= mention.start for start in starts)
        return not (fresh or _OF_ALL.search(self.marks.text, self._unknown_at, mention.end))

    def _stands_apart(self, amount: Amount) -> bool:
        """Whether an amount's own clause gives it another period or basis: it may be of a metric already given one."""
        if self._in_the_next_period(amount):
            return True
        start = min(self.marks.clause(amount.start)[0], self._level_end or amount.start)
        if start <= self.marks.sentence.start:
            return False
        apart = self.marks.cues_between(start, amount.start, "forecast", "target", "consensus")
        return bool(apart) or any(start <= m.start < amount.start for m, _ in self.around.resolved)

    def _claimed(
        self, amount: Amount, place: Place, measure: Measure, value: Decimal, unit: str, dated: Dated, doubt: str | None
    ) -> Figure:
        entry = self.around.names.catalogue.metrics[place.metric]
        self.segment = entry.segment if entry.base else self.segment
        period = None if self.dating.is_anothers(dated.period, place.entity) else dated.period
        start, end = self.reading.span(amount.start, amount.end)
        return Figure(
            self.reading.document.id, start, end, self._sentence, place.metric, place.entity, place.segment, measure,
            value, unit, period, dated.basis, amount.bound, amount.precision, doubt or dated.doubt,
        )  # fmt: skip

    def _bare(self, amount: Amount, doubt: str | None) -> Figure:
        return unclaimed(self.reading, amount, self._sentence, doubt)
