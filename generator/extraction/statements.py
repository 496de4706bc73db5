"""The statements of one sentence: its amounts as figures, claimed, in doubt, or of no metric."""

from __future__ import annotations

from decimal import Decimal

from generator.extraction.about import Currencies
from generator.extraction.amounts.amount import Amount
from generator.extraction.apart import told_apart
from generator.extraction.changes.change import Change, measured
from generator.extraction.changes.further import bound_of_fall
from generator.extraction.changes.gapped import gap_of
from generator.extraction.changes.of_part import is_of_the_part
from generator.extraction.changes.shared import shared_by
from generator.extraction.doubts.causes_zh import CAUSE, is_cause
from generator.extraction.doubts.doubtful import UNREAL, in_another_unit, no_level, of_revision
from generator.extraction.doubts.market import of_market
from generator.extraction.doubts.moved import MOVED
from generator.extraction.doubts.nameless import OF_NO_NAME, SUM, Nameless
from generator.extraction.doubts.parts_zh import NAMELESS, of_nameless_part
from generator.extraction.doubts.unknown_line import UnknownLine
from generator.extraction.doubts.unscaled import UNSCALED, lacks_scale
from generator.extraction.expected.consensus import is_surpassed
from generator.extraction.expected.growth_en import growth_expected
from generator.extraction.expected.guided_beside import guided_beside
from generator.extraction.expected.house import is_one_house
from generator.extraction.expected.of_told_zh import beside_doubted
from generator.extraction.expected.revised import had_expected, is_revised
from generator.extraction.expected.speaks_on import Awaited
from generator.extraction.expected.writers import is_writers
from generator.extraction.figure import Basis, Figure, Measure
from generator.extraction.frozen import replace
from generator.extraction.links.agreeing import of_one_thing
from generator.extraction.links.clause import is_conversion
from generator.extraction.links.flows import is_loss
from generator.extraction.links.growth import growth_link
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.listed import links_of_lists, years_of_lists
from generator.extraction.lists.paired import UNTOLD
from generator.extraction.lists.years_told import years_told
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import STRANGER
from generator.extraction.metrics.part_of import is_part
from generator.extraction.metrics.quoted import quoted
from generator.extraction.metrics.unsaid import share_held
from generator.extraction.of_told import of_told
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.places import Place, Places
from generator.extraction.reading import Reading
from generator.extraction.successive import amounts_with_changes, in_the_next_period
from generator.extraction.unclaimed import unclaimed
from generator.extraction.units import currency_before, is_in_dollars, unit_of
from generator.extraction.unnamed.answers import as_asked
from generator.extraction.when.awaiting import OWN_BESIDE
from generator.extraction.when.before import is_anothers
from generator.extraction.when.dating import Dating
from generator.extraction.when.each import in_each
from generator.extraction.when.told import Dated
from generator.extraction.whose.bystanders import of_shares
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.elsewhere_en import PLACE
from generator.extraction.whose.holders import is_paid
from generator.extraction.whose.only_some import UNKNOWN_LINE
from generator.extraction.whose.parts import is_share_of_whole
from generator.extraction.whose.strangers import COMPANY

# `returned $14 billion, of which $13 billion in share repurchases`: named behind its amount it is of all of them
_OF_OUTLAYS = ("buyback", "capex", "rd_expense")
_OF_A_PART = ("rd_headcount",)  # metrics whose name says of which part they are: `of whom 16,171 worked in R&D`


class Statements:
    """The figures of one sentence, and what it told last: `told` is the metric and segment, `lost` whether it was a loss, `segment` the one carried on, `earned` the profit.

    `years` are those of its last list of years, `awaited` is what it expects last.
    """

    def __init__(
        self, reading: Reading, around: Surroundings, linker: Linker, currencies: Currencies, last: Figure | None = None
    ) -> None:
        self.reading, self.around, self.linker, self.currencies = reading, around, linker, currencies
        self.marks = around.scan
        self._last = last  # the figure told last, of the sentence before at first
        self._before: Figure | None = None  # that of the amount before
        self.dating = Dating(around)
        self._places = Places(around, self.dating)
        self.segment: str | None = None
        self.years: tuple[PeriodMention, ...] = ()
        self.told: tuple[str, str | None] | None = None
        self.lost = False
        self.earned: tuple[str, str | None] | None = None
        self.awaited: Awaited | None = None
        self._came = False  # whether a level of what happened was told
        self._parts: dict[int, str | None] = {}  # by where a metric stands, why it is of a part without a name
        self._sentence = reading.whole(self.marks.sentence)
        self._bases: dict[int, Basis] = {}  # by where a change ends, whether it came or is expected
        self._level_end = 0
        self._nameless = Nameless(self.marks)
        self._unknown = UnknownLine(self.around)

    def figures(self) -> list[Figure]:
        """Return the sentence's figures; those of a list that nothing tells apart are in doubt."""
        ground = self.around.ground
        listed = links_of_lists(self.marks, self.linker, ground.years)
        self.years = years_of_lists(listed)
        found: list[Figure] = []
        each: list[Figure] = []  # of further periods in which an amount was reached
        lower: Figure | None = None  # of the amount before, past what it is in another currency
        for amount, change in amounts_with_changes(self.marks, listed):
            self._before = found[-1] if found else None
            figure = self._figure(amount, change, listed.get(amount.start))
            last = None if amount.start == self._nameless.expected_at or figure.doubt == UNTOLD else self._last
            if figure.metric is None and (
                grew := growth_expected(self.around, amount, last, self._is_right_behind(figure))
            ):
                figure = replace(grew, start=figure.start, end=figure.end, sentence=figure.sentence)
            if figure.metric is None and last is not None:
                fits = self.linker.meanings.fits(last.metric or "", amount)
                figure = of_told(self.reading.document.text, self.marks, amount, change, figure, last, fits)
            if why := beside_doubted(self.marks, amount, figure, found[-1] if found else None):
                figure = self._bare(amount, why)
            self._last = figure if figure.metric else self._last
            found.append(self._as_the_lower_end(amount, lower, figure) if amount.range_end and lower else figure)
            each += in_each(self.around, amount, found[-1])
            each += (
                self._of_the_others(amount, change)
                if change and found[-1].metric and amount.start not in listed
                else []
            )
            lower = lower if is_conversion(self.marks, amount) else found[-1]
        self.years = max(self.years, years_told(self.around, found), key=len)
        found += each
        found = of_one_thing(self.reading.document.text, found, self.around.names.catalogue)
        return told_apart(self.reading.document.text, found)

    def _as_the_lower_end(self, amount: Amount, lower: Figure, figure: Figure) -> Figure:
        """Return the figure of a range's upper end: none, where there is none of the lower one; growth is of what that grew."""
        if lower.metric is None or lower.doubt:
            return self._bare(amount, lower.doubt)
        if figure.measure == "level" or figure.measure != lower.measure:
            return figure
        return replace(figure, metric=lower.metric, entity=lower.entity, segment=lower.segment, doubt=None)

    def _is_right_behind(self, figure: Figure) -> bool:
        """Whether no number stands between the figure told last and another."""
        between = self.reading.document.text[self._last.end : figure.start] if self._last else ""
        return not any(character.isdigit() for character in between)

    def _of_the_others(self, amount: Amount, change: Change) -> list[Figure]:
        """Return the figures of the other metrics that a change is told of."""
        shared = ((m, self.linker.meanings.of_change(m, change)) for m in shared_by(self.marks, amount))
        return [self._of_change(amount, change, Link(metric, mention)) for mention, metric in shared if metric]

    def _figure(self, amount: Amount, change: Change | None, listed: Link | None) -> Figure:
        held = self.linker.meanings.vendors and share_held(self.marks, amount) is not None
        if is_conversion(self.marks, amount) or (not held and is_share_of_whole(self.marks, amount)):
            return self._bare(amount, None)
        if is_cause(self.marks, amount):
            return self._bare(amount, CAUSE)
        if lacks_scale(self.marks, amount):
            return self._bare(amount, UNSCALED)
        if change is not None:
            return self._of_change(amount, change, listed or growth_link(self.linker, amount, change))
        metrics = self.around.names.catalogue.metrics
        money = listed is not None and listed.metric is not None and metrics[listed.metric].unit != "percent"
        rise = amount.kind == "percent" and amount.signed and amount.value > 0  # `Gross margin +2%` may be of points
        if amount.kind in ("points", "times") or (amount.kind == "percent" and money) or rise:
            return self._bare(amount, "it is not said in which direction")
        if is_paid(self.marks, amount):
            return self._bare(amount, None)
        if is_revised(self.marks, amount):
            return self._bare(amount, "an expectation that has been replaced")
        if listed and listed.company:
            self.linker.last = listed
        if not listed and (in_turn := self.linker.in_turn(amount)):
            self.dating.turn(amount)
            return self._of_level(amount, in_turn, None)
        prior = self.dating.prior(amount)
        apart = prior is not None or self.dating.consensus or self._stands_apart(amount)
        return self._of_level(amount, listed or self.linker.level(amount, comparative=apart), prior)

    def _of_level(self, amount: Amount, link: Link, prior: str | None) -> Figure:
        if link.metric is None or link.mention is None or link.doubt:
            self._nameless.level(amount)
            return self._bare(amount, link.doubt)
        if prior and self._nameless.has_beside(amount, link.mention):
            return self._bare(amount, OF_NO_NAME)
        if why := self._moved_by(amount, link.mention) or self._otherwise(amount, link.metric, link.mention):
            if why.endswith(SUM):
                self._nameless.sum(amount)
            return self._bare(amount, why)
        place = self._places.of_level(amount, link.metric, link.mention, link, prior)
        if link.basis:
            dated = self.dating.estimate(place.metric, amount, link, link.basis)
        else:
            dated = self.dating.level(place.metric, amount, link, prior)
        dated = as_asked(self.around, link.mention, dated) if prior is None and not link.basis else dated
        part = is_part(self.marks, amount)
        own = self.around.names.catalogue.metrics[place.metric].segment or place.metric in _OF_OUTLAYS
        named = bool(own and link.mention.start >= amount.end) or place.metric in _OF_A_PART
        nameless = part and not named and place.segment is None and place.metric == link.metric
        doubt = of_market(self.around, link.mention, amount) or (NAMELESS if nameless else None)
        alone = (
            prior is None and not (part or link.basis) and dated.basis != "consensus"
        )  # else as it: 分部亏损5亿元,较上季7亿元收窄
        doubt = doubt or (self._of_nameless(link.mention, place) if alone else self._parts.get(link.mention.start))
        ahead = dated.basis == "forecast" and dated.period and not self.around.calendar.is_over(dated.period)
        replaced = ahead and had_expected(self.marks, amount)
        doubt = doubt or ("an expectation that has been replaced" if replaced else None)
        if prior is None and not (part or link.basis):
            self._came = self._came or dated.basis == "actual"
            expected = not (self._came or doubt or dated.doubt)
            self.awaited = Awaited(place.metric, place.segment, dated.period, dated.basis) if expected else None
        lost = is_loss(self.marks, amount, link.metric, link.mention)
        if alone:
            self.dating.told.keep(place.metric, dated, place.segment)
            self._level_end = amount.end
            self.told, self.lost = (place.metric, place.segment), lost
            self.earned = self.told if place.metric.endswith("_profit") else self.earned
            self._places.told(link.metric, place)
        elif part and self.told is None and self.around.ground.told and self.around.ground.told[0] == place.metric:
            self.told = self.around.ground.told  # parts of what was told before: the next sentence may go on with it
        value = -abs(amount.value) if lost else amount.value
        beyond = dated.basis == "consensus" and is_surpassed(self.marks, amount)
        stated = replace(amount, bound="exact") if beyond else amount
        if dated.basis == "consensus" and not link.basis and is_writers(self.marks, amount):
            dated = replace(dated, basis="forecast")
        of_money = self.around.names.catalogue.metrics[place.metric].unit == "money"
        in_dollars = of_money and amount.currency in (None, "CNY") and is_in_dollars(self.marks, link.mention, amount)
        unit = "USD" if in_dollars and amount.kind in ("money", "bare") else self._unit(place, amount)
        return self._claimed(stated, place, "level", value, unit, dated, doubt)

    def _of_nameless(self, mention: Mention, place: Place) -> str | None:
        """Return why what a mention is of has no name; its changes are of the same."""
        if mention.start not in self._parts:
            at = (place.metric, place.segment)
            self._parts[mention.start] = of_nameless_part(self.around, mention, at, self.told)
        return self._parts[mention.start]

    def _otherwise(self, amount: Amount, metric: str, mention: Mention) -> str | None:
        """Return why an amount is not of its metric; where a share is quoted makes it no part: `ended at HK$41 in Hong Kong`."""
        why = self._unknown.otherwise(amount, metric, mention)
        return None if why in (PLACE, UNKNOWN_LINE) and quoted(self.marks, amount) else why

    def _moved_by(self, amount: Amount, mention: Mention) -> str | None:
        """Return why an amount is no level; its metric is still to be told: `cut its estimate by $800 million to $23.3 billion`, `needs to deliver 48,000 cars to meet its guidance of 120,000`."""
        why = no_level(self.marks, amount)
        if why in (MOVED, UNREAL):
            self.linker.given.discard(mention.start)
        return why

    def _of_change(self, amount: Amount, change: Change, link: Link) -> Figure:
        if link.metric is None or link.mention is None:
            self._nameless.change(amount)
            return self._bare(amount, change.doubt)
        if self._nameless.has_change(amount, link.mention):
            return self._bare(amount, OF_NO_NAME)
        self.linker.told[amount.end] = link
        if is_revised(self.marks, amount):
            return self._bare(amount, "an expectation that has been replaced")
        if why := of_shares(self.marks, amount, link.mention) or self._unknown.otherwise(
            amount, link.metric, link.mention
        ):
            return self._bare(amount, why)
        in_percent = self.around.names.catalogue.metrics[link.metric].unit == "percent"
        if (change.points and not in_percent) or in_another_unit(self.marks, amount, link.mention):
            return self._bare(amount, "a change of what is measured in a unit that the metric is not")
        place = self._places.of_change(amount, link.metric, link.mention, link)
        if is_of_the_part(self.marks, amount) and (part := self._before):
            if part.metric is None or part.doubt:
                return self._bare(amount, part.doubt or NAMELESS)
            place = Place(part.metric, part.entity, part.segment)
        dated = self._as_its_verb(amount, self.dating.change(place.metric, place.entity, amount, link, change))
        doubt = self._of_nameless(link.mention, place) if dated.basis == "actual" else None
        doubt = doubt or (
            link.doubt or dated.doubt or of_revision(self.marks, amount) or of_market(self.around, link.mention, amount)
        )
        if self.told is None and not doubt and dated.basis == "actual":
            self.told = (place.metric, place.segment)
        measure, unit = measured(dated.against, change.points)
        moved = replace(amount, precision=change.precision, bound=bound_of_fall(self.marks, amount, change))
        return self._claimed(moved, place, measure, change.value, unit, dated, doubt)

    def _as_its_verb(self, amount: Amount, dated: Dated) -> Dated:
        """Return when a change is of and what it is: expected by whom that change is whose verb it shares."""
        gap = gap_of(self.marks, amount)
        dated = replace(dated, basis=self._bases.get(gap.verb.end, dated.basis)) if gap else dated
        self._bases[amount.end] = dated.basis
        return dated

    def _unit(self, place: Place, amount: Amount) -> str:
        catalogue, language = self.around.names.catalogue, self.reading.document.language
        company = catalogue.companies[place.entity] if place.entity else None
        said = self.marks.text[amount.start : amount.end]
        before = currency_before(self.marks, amount)
        currencies = replace(self.currencies, unnamed=before) if before else self.currencies
        return unit_of(place.metric, amount, said, company, catalogue, currencies, language)

    def _stands_apart(self, amount: Amount) -> bool:
        """Whether an amount's own clause gives it another period or basis: it may be of a metric already given one."""
        own = OWN_BESIDE.search(self.marks.text, self.marks.sentence.start, amount.start)
        beside = own or guided_beside(self.marks, amount)
        if in_the_next_period(self.marks, amount) or (beside and self._level_end):
            return True
        start = min(self.marks.clause(amount.start)[0], self._level_end or amount.start)
        if start <= self.marks.sentence.start:
            return False
        apart = self.marks.cues_between(start, amount.start, "forecast", "target", "consensus")
        return bool(apart) or any(start <= m.start < amount.start for m, _ in self.around.resolved)

    def _claimed(
        self, amount: Amount, place: Place, measure: Measure, value: Decimal, unit: str, dated: Dated, doubt: str | None
    ) -> Figure:
        if place.entity == STRANGER:
            return self._bare(amount, COMPANY)
        entry = self.around.names.catalogue.metrics[place.metric]
        self.segment = entry.segment if entry.base else self.segment
        period = None if is_anothers(self.around, dated.period, place.entity) else dated.period
        if dated.basis == "consensus" and is_one_house(self.around, amount):
            dated = replace(dated, basis="forecast")
        start, end = self.reading.span(amount.start, amount.end)
        return Figure(
            self.reading.document.id, start, end, self._sentence, place.metric, place.entity, place.segment, measure,
            value, unit, period, dated.basis, amount.bound, amount.precision, doubt or dated.doubt,
        )  # fmt: skip

    def _bare(self, amount: Amount, doubt: str | None) -> Figure:
        return unclaimed(self.reading, amount, self._sentence, doubt)
