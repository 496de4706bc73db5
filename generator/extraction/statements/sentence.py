"""The statements of one sentence: its amounts as figures, claimed, in doubt, or of no metric."""

from __future__ import annotations

from generator.extraction.amounts.amount import Amount
from generator.extraction.apart import told_apart
from generator.extraction.changes.change import Change
from generator.extraction.currencies import Currencies
from generator.extraction.doubts.causes_zh import CAUSE, is_cause
from generator.extraction.doubts.torn_number import TORN, is_torn
from generator.extraction.doubts.unscaled import UNSCALED, lacks_scale
from generator.extraction.expected.growth_en import growth_expected
from generator.extraction.expected.guided_beside import guided_beside
from generator.extraction.expected.of_the_last_zh import of_the_last
from generator.extraction.expected.of_told_zh import beside_doubted, had_expected_of_told, is_later
from generator.extraction.expected.revised import REPLACED, is_revised
from generator.extraction.figure import Figure
from generator.extraction.frozen import replace
from generator.extraction.links.agreeing import of_one_thing
from generator.extraction.links.behind_doubted import growth_behind_doubted
from generator.extraction.links.clause import is_conversion
from generator.extraction.links.growth import growth_link
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.listed import links_of_lists, years_of_lists
from generator.extraction.lists.paired import UNTOLD
from generator.extraction.lists.slashed_parts import is_of_parts
from generator.extraction.lists.years_told import years_told
from generator.extraction.metrics.share_held import share_held
from generator.extraction.of_told import of_told
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.reading import Reading
from generator.extraction.statements.changes import Changes
from generator.extraction.statements.claims import Claims
from generator.extraction.statements.levels import Levels
from generator.extraction.statements.so_far import SoFar
from generator.extraction.successive import amounts_with_changes, in_the_next_period
from generator.extraction.when.doubted_times import OWN_BESIDE
from generator.extraction.when.each import in_each
from generator.extraction.whose.beside_line_en import line_set_beside
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.holders import is_paid
from generator.extraction.whose.share_of_whole import is_share_of_whole

_DIRECTION = "it is not said in which direction"


class Statements:
    """The figures of one sentence, and what it told (`so_far`); `years` are those of its last list of years."""

    def __init__(
        self, reading: Reading, around: Surroundings, linker: Linker, currencies: Currencies, last: Figure | None = None
    ) -> None:
        self._text, self._around, self._linker = reading.document.text, around, linker
        self._marks = around.scan
        self._last = last  # the figure told last, of the sentence before at first
        self.so_far = SoFar(around, linker)
        self._claims = Claims(reading, self.so_far, currencies)
        self._levels, self._changes = Levels(self.so_far, self._claims), Changes(self.so_far, self._claims)
        self.years: tuple[PeriodMention, ...] = ()

    def figures(self) -> list[Figure]:
        """Return the sentence's figures; those of a list that nothing tells apart are in doubt."""
        listed = links_of_lists(self._marks, self._linker, self._around.ground.years)
        self.years = years_of_lists(listed)
        found: list[Figure] = []
        each: list[Figure] = []  # of further periods in which an amount was reached
        lower: Figure | None = None  # of the amount before, past what it is in another currency
        for amount, change in amounts_with_changes(self._marks, listed):
            before = found[-1] if found else None
            figure = self._understood(amount, change, self._figure(amount, change, listed.get(amount.start), before))
            figure = of_the_last(self._marks, amount, figure, before)
            why = beside_doubted(self._marks, amount, figure, before)
            why = why or growth_behind_doubted(self._marks, amount, figure, before)
            if why:
                figure = self._claims.bare(amount, why)
            self._last = figure if figure.metric else self._last
            if amount.range_end and lower:
                figure = self._as_the_lower_end(amount, lower, figure)
                found[-1:] = [_of_its_things(found[-1], figure)]
            found.append(figure)
            each += in_each(self._around, amount, figure)
            if change and figure.metric and amount.start not in listed:
                each += self._changes.of_others(amount, change, before)
            lower = lower if is_conversion(self._marks, amount) else figure
        self.years = max(self.years, years_told(self._around, found), key=len)
        found = of_one_thing(self._text, found + each, self._around.names.catalogue)
        return told_apart(self._text, found)

    def _understood(self, amount: Amount, change: Change | None, figure: Figure) -> Figure:
        """Return a figure, or what it is of where no metric is named but the figure told last tells: `up from 5.2 billion`."""
        had = had_expected_of_told(self._marks, amount, (self._last, self._around.ground.level))
        unlike = figure.metric is None or (had is not None and is_later(figure.period, had.period))
        if had and unlike and self._around.ground.joined:
            return replace(had, start=figure.start, end=figure.end, sentence=figure.sentence)
        untold = amount.start == self.so_far.nameless.expected_at or figure.doubt == UNTOLD
        last = None if untold else self._last
        if figure.metric is None and (
            grew := growth_expected(self._around, amount, last, self._is_right_behind(figure))
        ):
            figure = replace(grew, start=figure.start, end=figure.end, sentence=figure.sentence)
        if figure.metric is not None or last is None:
            return figure
        fits = self._linker.meanings.fits(last.metric or "", amount)
        return of_told(self._text, self._marks, amount, change, figure, last, fits, self._around.ground.level)

    def _as_the_lower_end(self, amount: Amount, lower: Figure, figure: Figure) -> Figure:
        """Return the figure of a range's upper end: none, where there is none of the lower one; growth is of what that grew."""
        if lower.metric is None or lower.doubt:
            return self._claims.bare(amount, lower.doubt)
        if figure.measure == "level" or figure.measure != lower.measure:
            return figure
        return replace(figure, metric=lower.metric, entity=lower.entity, segment=lower.segment, doubt=None)

    def _is_right_behind(self, figure: Figure) -> bool:
        """Whether no number stands between the figure told last and another."""
        between = self._text[self._last.end : figure.start] if self._last else ""
        return not any(character.isdigit() for character in between)

    def _figure(self, amount: Amount, change: Change | None, listed: Link | None, before: Figure | None) -> Figure:
        held = self._linker.meanings.vendors and share_held(self._marks, amount) is not None
        if is_conversion(self._marks, amount) or (not held and is_share_of_whole(self._marks, amount)):
            return self._claims.bare(amount, None)
        if is_cause(self._marks, amount):
            return self._claims.bare(amount, CAUSE)
        if lacks_scale(self._marks, amount):
            return self._claims.bare(amount, UNSCALED)
        if is_torn(self._marks, amount):
            return self._claims.bare(amount, TORN)
        if change is not None:
            link = listed or growth_link(self._linker, amount, change)
            return self._changes.figure(amount, change, link, before)
        if self._has_no_direction(amount, listed):
            return self._claims.bare(amount, _DIRECTION)
        if is_paid(self._marks, amount):
            return self._claims.bare(amount, None)
        if is_revised(self._marks, amount) and not is_of_parts(self._marks, listed.when if listed else None):
            return self._claims.bare(amount, REPLACED)
        return self._level(amount, listed)

    def _has_no_direction(self, amount: Amount, listed: Link | None) -> bool:
        """Whether an amount can only be a change, and nothing says which way; `Gross margin +2%` may be of points."""
        metrics = self._around.names.catalogue.metrics
        money = listed is not None and listed.metric is not None and metrics[listed.metric].unit != "percent"
        rise = amount.kind == "percent" and amount.signed and amount.value > 0
        return amount.kind in ("points", "times") or (amount.kind == "percent" and money) or rise

    def _level(self, amount: Amount, listed: Link | None) -> Figure:
        if listed and listed.company:
            self._linker.last = listed
        dating = self.so_far.dating
        if not listed and (in_turn := self._linker.in_turn(amount)):
            dating.turn(amount)
            return self._levels.figure(amount, in_turn, None)
        prior = None if listed and is_of_parts(self._marks, listed.when) else dating.prior(amount)
        apart = prior is not None or dating.consensus or self._stands_apart(amount)
        return self._levels.figure(amount, listed or self._linker.level(amount, comparative=apart), prior)

    def _stands_apart(self, amount: Amount) -> bool:
        """Whether an amount's own clause gives it another period or basis: it may be of a metric already given one."""
        own = OWN_BESIDE.search(self._marks.text, self._marks.sentence.start, amount.start)
        beside = own or guided_beside(self._marks, amount)
        level_end = self.so_far.level_end
        if in_the_next_period(self._marks, amount) or (beside and level_end) or line_set_beside(self._marks, amount):
            return True
        start = min(self._marks.clause(amount.start)[0], level_end or amount.start)
        if start <= self._marks.sentence.start:
            return False
        apart = self._marks.cues_between(start, amount.start, "forecast", "target", "consensus")
        return bool(apart) or any(start <= m.start < amount.start for m, _ in self._around.resolved)


def _of_its_things(lower: Figure, upper: Figure) -> Figure:
    """Return the lower end of a range as one of the things that stand behind the upper one: `15 million to 17 million tablets`."""
    alike = (lower.metric, lower.entity, lower.measure) == (upper.metric, upper.entity, upper.measure)
    return replace(lower, segment=upper.segment) if alike and lower.metric and lower.segment is None else lower
