"""The levels of one sentence: amounts that say how much, not how much more."""

from __future__ import annotations

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.above import set_above
from generator.extraction.doubts.doubtful import UNREAL, no_level
from generator.extraction.doubts.earned_with_things_en import line_or_all
from generator.extraction.doubts.estimated_by_nobody_en import BY_NOBODY, is_estimated_by_nobody
from generator.extraction.doubts.lost_behind_line_zh import lost_by_line_or_all
from generator.extraction.doubts.market import of_market
from generator.extraction.doubts.moved import MOVED
from generator.extraction.doubts.nameless import OF_NO_NAME, SUM
from generator.extraction.doubts.parts_zh import NAMELESS
from generator.extraction.expected.revised import REPLACED
from generator.extraction.expected.revised_zh import had_expected
from generator.extraction.expected.surpassed import is_surpassed
from generator.extraction.expected.unsaid_en import MAY_HAVE_COME, may_have_come
from generator.extraction.expected.writers import is_writers
from generator.extraction.figure import Figure
from generator.extraction.frozen import replace
from generator.extraction.links.flows import is_loss
from generator.extraction.links.link import Link
from generator.extraction.marks.mention import Mention
from generator.extraction.metrics.part_of import is_part, is_timed_part
from generator.extraction.metrics.quoted import quoted
from generator.extraction.places import Place
from generator.extraction.statements.claims import Claims
from generator.extraction.statements.so_far import SoFar
from generator.extraction.units import is_in_dollars
from generator.extraction.unnamed.answers import as_asked
from generator.extraction.when.dated import Dated
from generator.extraction.whose.elsewhere_en import PLACE
from generator.extraction.whose.only_some import UNKNOWN_LINE

# `returned $14 billion, of which $13 billion in share repurchases`: named behind its amount it is of all of them
_OF_OUTLAYS = ("buyback", "capex", "rd_expense")
_OF_A_PART = ("rd_headcount",)  # metrics whose name says of which part they are: `of whom 16,171 worked in R&D`


class Levels:
    """Makes figures of levels: at their place, dated, and remembered for what comes behind them."""

    def __init__(self, so_far: SoFar, claims: Claims) -> None:
        self._so_far, self._claims = so_far, claims
        self._around, self._scan = so_far.around, so_far.around.scan
        self._metrics = self._around.names.catalogue.metrics

    def figure(self, amount: Amount, link: Link, prior: str | None) -> Figure:
        """Return an amount as the level of what it is linked to; `prior` is of which time before it is, if any."""
        so_far, claims = self._so_far, self._claims
        if link.metric is None or link.mention is None or link.doubt:
            so_far.nameless.level(amount)
            return claims.bare(amount, link.doubt)
        if prior and so_far.nameless.has_beside(amount, link.mention):
            return claims.bare(amount, OF_NO_NAME)
        if why := self._moved_by(amount, link.mention) or self._otherwise(amount, link.metric, link.mention):
            if why.endswith(SUM):
                so_far.nameless.beside(amount)
            return claims.bare(amount, why)
        place = so_far.places.of_level(amount, link.metric, link.mention, link, prior)
        dated = self._dated(amount, link, link.mention, place, prior)
        part = self._is_part(amount)
        own = prior is None and not (part or link.basis)  # the sentence's own, set beside nothing
        alone = own and dated.basis != "consensus"  # else as it: 分部亏损5亿元,较上季7亿元收窄
        doubt = self._doubt(amount, link, link.mention, place, dated, alone)
        if doubt == NAMELESS:
            so_far.nameless.beside(amount)
        if own:
            so_far.expect(place, dated, bool(doubt))
        lost = is_loss(self._scan, amount, link.metric, link.mention)
        if alone:
            so_far.level(link.metric, place, dated, lost, amount.end)
        elif part:
            so_far.part(place)
        stated, dated = self._as_expected(amount, dated, link)
        value = -abs(amount.value) if lost else amount.value
        return claims.claimed(stated, place, "level", value, self._unit(place, link.mention, amount), dated, doubt)

    def _dated(self, amount: Amount, link: Link, mention: Mention, place: Place, prior: str | None) -> Dated:
        """Return when a level is of."""
        if link.basis:
            return self._so_far.dating.estimate(place.metric, amount, link, link.basis)
        dated = self._so_far.dating.level(place.metric, amount, link, prior)
        return as_asked(self._around, mention, dated) if prior is None else dated

    def _doubt(
        self, amount: Amount, link: Link, mention: Mention, place: Place, dated: Dated, alone: bool
    ) -> str | None:
        """Return why a level is in doubt: of a market, of a part without a name, or an expectation of before."""
        if why := of_market(self._around, mention, amount):
            return why
        if may_have_come(self._around, amount, dated.basis):
            return MAY_HAVE_COME
        if dated.basis == "consensus" and is_estimated_by_nobody(self._around, place.metric, amount):
            return BY_NOBODY
        if place.segment is None and (why := self._of_line_or_all(place, mention)):
            return why
        own = self._metrics[place.metric].segment or place.metric in _OF_OUTLAYS
        named = bool(own and mention.start >= amount.end) or place.metric in _OF_A_PART
        if self._is_part(amount) and not named and place.segment is None and place.metric == link.metric:
            return NAMELESS
        judged = alone or (dated.basis == "actual" and mention in self._scan.metrics)  # 订阅收入由6亿元增至8亿元
        if why := self._so_far.of_nameless(mention, place) if judged else self._so_far.doubted(mention):
            return why
        ahead = dated.basis == "forecast" and dated.period and not self._around.calendar.is_over(dated.period)
        return REPLACED if ahead and had_expected(self._scan, amount) else None

    def _of_line_or_all(self, place: Place, mention: Mention) -> str | None:
        """Return why a profit or a loss may be of the line that the text is on, or of all."""
        why = line_or_all(self._around, place.metric, mention)
        return why or lost_by_line_or_all(self._around, place.entity, place.metric, mention)

    def _is_part(self, amount: Amount) -> bool:
        """Whether an amount is a part of what was told; of a part of its time alone, it is the whole's own."""
        return is_part(self._scan, amount) and not is_timed_part(self._scan, amount)

    def _as_expected(self, amount: Amount, dated: Dated, link: Link) -> tuple[Amount, Dated]:
        """Return an amount of what was expected as it was: not as what came passed it, and the writer's own as a forecast."""
        if dated.basis != "consensus":
            passed = amount.bound != "exact" and set_above(self._scan, amount)  # `may exceed the 41.9 billion of Q1`
            return (replace(amount, bound="exact") if passed else amount), dated
        stated = replace(amount, bound="exact") if is_surpassed(self._scan, amount) else amount
        writers = not link.basis and is_writers(self._scan, amount)
        return stated, replace(dated, basis="forecast") if writers else dated

    def _unit(self, place: Place, mention: Mention, amount: Amount) -> str:
        """Return the unit of a level: dollars, where only its metric's name says so."""
        of_money = self._metrics[place.metric].unit == "money" and amount.kind in ("money", "bare")
        in_dollars = of_money and amount.currency in (None, "CNY") and is_in_dollars(self._scan, mention, amount)
        return "USD" if in_dollars else self._claims.unit(place, amount)

    def _otherwise(self, amount: Amount, metric: str, mention: Mention) -> str | None:
        """Return why an amount is not of its metric; where a share is quoted makes it no part: `ended at HK$41 in Hong Kong`."""
        why = self._so_far.unknown.otherwise(amount, metric, mention)
        return None if why in (PLACE, UNKNOWN_LINE) and quoted(self._scan, amount) else why

    def _moved_by(self, amount: Amount, mention: Mention) -> str | None:
        """Return why an amount is no level; its metric is still to be told: `cut its estimate by $800 million to $23.3 billion`, `needs to deliver 48,000 cars to meet its guidance of 120,000`."""
        why = no_level(self._scan, amount)
        if why in (MOVED, UNREAL):
            self._so_far.linker.given.discard(mention.start)
        return why
