"""What the amounts of a sentence were linked to so far, and the metrics that stand before the next one."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.links.causes_en import is_cause
from generator.extraction.links.clause import is_aside
from generator.extraction.links.link import Link
from generator.extraction.links.near import is_in_a_share_zh, is_shared, is_source, near_enough
from generator.extraction.marks.bare_margins import is_bare_margin
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.meaning import Meanings
from generator.extraction.metrics.per_share import PER_SHARE
from generator.extraction.metrics.priced import of_shares

_AT_ONCE = 2  # characters: 占总营收570亿元的九成 says what the revenue is


def begins_from(mention: Mention, low: int) -> bool:
    """Whether a mention stands behind an offset, or right before what begins there and names nothing: an answer's amount."""
    return low <= mention.start + (mention.end == low)


@dataclass
class ToldLinks:
    """What the amounts of one sentence were linked to, from left to right; each mention of a metric remembers what it was given."""

    scan: Scan
    meanings: Meanings
    given: set[int] = field(default_factory=set)
    last: Link = field(default_factory=Link)
    carried: Figure | None = None  # what the sentences before told last
    whole: Figure | None = None  # the level of that, told with how far it moved or before
    told: dict[int, Link] = field(default_factory=dict)  # by where an amount ends, what it was linked to

    def _nearest_before(self, amount: Amount, low: int, high: int, fresh: bool) -> Link:
        for mention in reversed(self.scan.metrics):
            within = begins_from(mention, low) and mention.end <= high
            if not within or (fresh and mention.start in self.given) or self._is_no_subject(mention, amount, low):
                continue
            if mention.nothing:
                return Link(doubt="the words before it name no metric")
            if amount.scaled and mention.any_profit and self._told_by_share_only(mention):
                continue
            bare = amount.kind == "bare" or (amount.kind == "money" and not amount.scaled)
            told = self.last.metric if mention is self.last.mention and bare else None
            metric = told if told and self.meanings.fits(told, amount) else self.meanings.metric(mention, amount)
            if metric and near_enough(self.scan, mention, amount, self.last.mention is mention):
                return Link(metric, mention)
        return Link()

    def _is_share_of_else(self, mention: Mention, amount: Amount) -> bool:
        """Whether a percentage behind a margin is a share of something else: `or 22.6% of revenue, and 35% of the year's target`."""
        behind = (
            amount.kind == "percent" and mention.end < amount.start and self.scan.text.startswith(" of ", amount.end)
        )
        return behind and is_bare_margin(self.scan, mention)

    def _is_no_subject(self, mention: Mention, amount: Amount, low: int) -> bool:
        """Whether a metric is only said beside: in an aside, as what another is from or a share of, or of shares."""
        scan = self.scan
        beside = is_aside(scan, mention, amount) or is_source(scan, mention) or of_shares(scan, mention)
        part = is_in_a_share_zh(scan, mention, low) and amount.start - mention.end > _AT_ONCE
        part = part or is_cause(scan, mention, amount)
        return beside or part or is_shared(scan, mention, low) or self._is_share_of_else(mention, amount)

    def _told_by_share_only(self, mention: Mention) -> bool:
        """Whether a profit's word only told one by the share: `revenue of $12 billion and earnings of $5.45 a share; analysts looked for $11.9 billion`."""
        told = [link.metric for link in self.told.values() if link.mention is mention]
        return bool(told) and all(metric in PER_SHARE.values() for metric in told)

    def _fits_last(self, amount: Amount) -> bool:
        return self._fits(self.last, amount)

    def _fits(self, link: Link, amount: Amount) -> bool:
        known = link.metric is not None and link.metric in self.meanings.catalogue.metrics
        return known and self.meanings.fits(link.metric or "", amount)

    def _said(self, link: Link) -> str:
        assert link.mention is not None
        return self.scan.text[link.mention.start : link.mention.end]
