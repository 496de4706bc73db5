"""The changes of one sentence: amounts that say how much more, or less, something is than before."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import Change, measured
from generator.extraction.changes.further import bound_of_fall
from generator.extraction.changes.gapped import gap_of
from generator.extraction.changes.of_part import is_of_a_nameless_part, is_of_the_part
from generator.extraction.changes.shared import shared_by
from generator.extraction.doubts.below_to_above_en import TWO_WAYS, goes_both_ways
from generator.extraction.doubts.doubtful import UNREAL
from generator.extraction.doubts.estimated_by_nobody_en import BY_NOBODY
from generator.extraction.doubts.market import of_market
from generator.extraction.doubts.nameless import OF_NO_NAME
from generator.extraction.doubts.not_yet_doubled_en import is_only_meant
from generator.extraction.doubts.of_revision import in_another_unit, of_revision
from generator.extraction.doubts.parts_zh import NAMELESS
from generator.extraction.doubts.qualifiers import WITHOUT
from generator.extraction.doubts.than_another_en import THAN_ANOTHER, than_a_year, than_another, than_long_ago
from generator.extraction.doubts.would_have_grown_en import would_have_grown
from generator.extraction.expected.aims_met_zh import grew_beside_aim
from generator.extraction.expected.growth_guided_zh import growth_guided
from generator.extraction.expected.revised import REPLACED, is_revised
from generator.extraction.figure import Basis, Figure
from generator.extraction.frozen import replace
from generator.extraction.links.link import Link
from generator.extraction.marks.mention import Mention
from generator.extraction.places import Place
from generator.extraction.statements.cars_of_the_month_en import cars_of_the_month
from generator.extraction.statements.claims import Claims
from generator.extraction.statements.so_far import SoFar
from generator.extraction.when.dated import Dated
from generator.extraction.when.doubted_times import OWN_BESIDE
from generator.extraction.whose.shares_moved import of_shares

# 国内增1%市占率: what grew is told behind it
_OF_SHARE = re.compile(r"的?(?:全球|国内|中国|海外|本土|市场)*(?:市占率?|份额|占有率|渗透率)")
_GUIDED = "what had been guided, set beside what came"  # `down 1.7%, above the guidance of a 4%-6% decline`
_SEQUENTIAL = ("qoq", "quarter_before", "mom")
_UNIT = "a change of what is measured in a unit that the metric is not"


class Changes:
    """Makes figures of changes: of the level before them, or of what they are told of alone."""

    def __init__(self, so_far: SoFar, claims: Claims) -> None:
        self._so_far, self._claims = so_far, claims
        self._around, self._scan = so_far.around, so_far.around.scan
        self._bases: dict[int, Basis] = {}  # by where a change ends, whether it came or is expected

    def figure(self, amount: Amount, change: Change, link: Link, before: Figure | None) -> Figure:
        """Return an amount as the change of what it is linked to; `before` is the figure of the amount before it."""
        so_far, claims = self._so_far, self._claims
        if link.metric is None or link.mention is None:
            so_far.nameless.change(amount)
            return claims.bare(amount, change.doubt)
        if so_far.nameless.has_change(amount, link.mention):
            return claims.bare(amount, OF_NO_NAME)
        so_far.linker.told[amount.end] = link
        if why := self._otherwise(amount, change, link.metric, link.mention):
            return claims.bare(amount, why)
        if before and before.doubt == WITHOUT and link.mention.end <= before.start:
            return claims.bare(amount, WITHOUT)  # 若不计这笔税款,每股盈余为1.64美元,成长12%
        if before and before.metric is None and is_of_a_nameless_part(self._scan, amount):
            return claims.bare(amount, NAMELESS)
        place = so_far.places.of_change(amount, link.metric, link.mention, link)
        if before and is_of_the_part(self._scan, amount):
            if before.metric is None or before.doubt:
                return claims.bare(amount, before.doubt or NAMELESS)
            place = Place(before.metric, before.entity, before.segment)
        dated = self._as_its_verb(amount, so_far.dating.change(place.metric, place.entity, amount, link, change))
        place = cars_of_the_month(self._around, place, link.mention, dated.period)
        doubt = so_far.of_nameless(link.mention, place) if dated.basis == "actual" else None
        doubt = doubt or link.doubt or dated.doubt or of_revision(self._scan, amount)
        doubt = doubt or than_a_year(self._scan, amount, dated.period)
        doubt = doubt or than_long_ago(self._scan, amount, self._around.calendar.published)
        doubt = doubt or self._guided(amount, dated)
        doubt = doubt or of_market(self._around, link.mention, amount)
        by_nobody = before is not None and before.doubt == BY_NOBODY and link.mention.end <= before.start
        doubt = doubt or (BY_NOBODY if by_nobody else None)
        so_far.change(place, dated.basis, doubt)
        measure, unit = measured(dated.against, change.points)
        moved = replace(amount, precision=change.precision, bound=bound_of_fall(self._scan, amount, change))
        return claims.claimed(moved, place, measure, change.value, unit, dated, doubt)

    def of_others(self, amount: Amount, change: Change, before: Figure | None) -> list[Figure]:
        """Return the figures of the other metrics that a change is told of."""
        of_change = self._so_far.linker.meanings.of_change
        shared = ((m, of_change(m, change)) for m in shared_by(self._scan, amount))
        return [self.figure(amount, change, Link(metric, m), before) for m, metric in shared if metric]

    def _otherwise(self, amount: Amount, change: Change, metric: str, mention: Mention) -> str | None:
        """Return why an amount is no change of its metric: of an old estimate, of shares, in another unit."""
        if is_revised(self._scan, amount):
            return REPLACED
        if not metric.endswith("share") and _OF_SHARE.match(self._scan.text, amount.end):
            return _UNIT
        if why := of_shares(self._scan, amount, mention) or self._so_far.unknown.otherwise(amount, metric, mention):
            return why
        if than_another(self._scan, amount):
            return THAN_ANOTHER
        if would_have_grown(self._scan, amount) or is_only_meant(self._scan, amount):
            return UNREAL
        if goes_both_ways(self._scan, amount):
            return TWO_WAYS
        in_percent = self._around.names.catalogue.metrics[metric].unit == "percent"
        unlike = (change.points and not in_percent) or in_another_unit(self._scan, amount, mention)
        return _UNIT if unlike else None

    def _guided(self, amount: Amount, dated: Dated) -> str | None:
        """Return why growth that was guided is no change, where it is not read as expected, or what it is against stands with what came alone."""
        scan, first = self._scan, self._scan.first_of_range(amount)
        start = scan.sentence.start
        if dated.basis == "actual" and growth_guided(scan, amount):
            return _GUIDED
        if not OWN_BESIDE.search(scan.text, max(start, first.start - 90), first.start):
            return None
        sequential = dated.against == "yoy" and bool(scan.cues_between(start, first.start, *_SEQUENTIAL))
        return _GUIDED if dated.basis == "actual" or sequential else None

    def _as_its_verb(self, amount: Amount, dated: Dated) -> Dated:
        """Return when a change is of and what it is: expected by whom that change is whose verb it shares."""
        gap = gap_of(self._scan, amount)
        dated = replace(dated, basis=self._bases.get(gap.verb.end, dated.basis)) if gap else dated
        dated = replace(dated, basis="actual") if grew_beside_aim(self._scan, amount) else dated
        self._bases[amount.end] = dated.basis
        return dated
