"""Which metric an amount belongs to: the words before it, after it, or what the sentence has spoken of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.behind import metric_behind
from generator.extraction.links.carried import of_that_figure
from generator.extraction.links.clause import (
    SPEAKS_OF_ELSE,
    goes_on,
    has_own_label,
    has_own_subject,
    is_aside,
    names_a_cost,
)
from generator.extraction.links.contributed_en import contributed_to
from generator.extraction.links.counts_others_zh import counts_others
from generator.extraction.links.earned_on_again import earned_on_again
from generator.extraction.links.gapped import led_in_gap
from generator.extraction.links.led import led_from, moved_from
from generator.extraction.links.link import Link
from generator.extraction.links.near import QUOTED
from generator.extraction.links.own_subject_en import has_own_subject_en
from generator.extraction.links.unsaid_links import UnsaidLinks
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.metrics.part_of import is_of_all_again
from generator.extraction.metrics.per_share import BY_COMPANY
from generator.extraction.metrics.quoted import quoted
from generator.extraction.whose.brand_in_turn_en import brand_in_turn
from generator.extraction.whose.holders import holder_behind, next_holder
from generator.extraction.whose.only_some import UNKNOWN_LINE
from generator.extraction.whose.set_before import told_behind

_SAYS = re.compile("(?:指出|表示|说|称|强调|透露|认为),")
_ON_ANOTHER = "a profit on a revenue, as of the company before"  # `Microsoft $27 billion on $76 billion`
_COUNTED = 1000  # a bare number that is less may be the name of a product: Xiaomi 17


@dataclass
class Linker(UnsaidLinks):
    """Links the amounts of one sentence from left to right, remembering what each mention was given."""

    def level(self, amount: Amount, comparative: bool) -> Link:
        """Return the link of an amount that states a level."""
        if amount.range_end:
            return self.last if self._fits_last(amount) or self.last.metric is None else Link()
        link = (
            self._quoted(amount)
            or earned_on_again(self.scan, amount, self.told.values())
            or contributed_to(self.scan, self.meanings, amount)
            or self._of_all_again(amount)
            or led_in_gap(self, amount)
        )
        link = link or self._level(amount, comparative)
        if link.metric is None and comparative and (behind := told_behind(self.scan, amount)):
            link = Link(self.meanings.metric(behind, amount), behind)
        origin = led_from(self.scan, amount) or moved_from(self.scan, amount)
        if link.metric is None and origin:
            moved = self.told.get(origin.end, link)
            link = moved if self._fits(moved, amount) else link
        if link.mention is not None:
            self.told[amount.end] = link
            if not comparative:
                self.given.add(link.mention.start)
            self.last = link
        return link

    def afresh(self, levels: Sequence[Amount]) -> list[Link]:
        """Return the links of some levels, each its own company's where one is named, as if nothing were linked before them."""
        probe = Linker(self.scan, self.meanings)
        return [probe.in_turn(a) or probe.level(a, comparative=False) for a in levels]

    def _of_all_again(self, amount: Amount) -> Link | None:
        """Return the link of the whole that an amount goes on with behind parts of it."""
        if not is_of_all_again(self.scan, amount):
            return None
        wholes = (link for link in reversed(self.told.values()) if link.mention and not link.mention.part)
        return next((link for link in wholes if self._fits(link, amount)), None)

    def in_turn(self, amount: Amount) -> Link | None:
        """Return the link of an amount of the next company of several, of which the metric was told before."""
        told = self._told_alike(amount)
        told = told if told.mention else self._opened_with(amount)
        if told.mention is None or (told.metric != "share_price" and quoted(self.scan, amount)):
            return None
        after = self.scan.following(amount)
        if after is not None and self.scan.text[amount.end : after.start] == " on " and told.metric == "revenue":
            again = earned_on_again(self.scan, amount, self.told.values())
            return None if again else Link(doubt=_ON_ANOTHER)
        holder = next_holder(self.scan, amount) or holder_behind(self.scan, amount)
        if holder and self.meanings.catalogue.companies[holder.entity].kind != "company":
            return None  # 低于彭博一致预期的975亿元
        plain = amount.kind == "bare" and not amount.scaled and amount.value < _COUNTED
        if holder is None and (brand := brand_in_turn(self.scan, self.meanings.catalogue.segments, amount)):
            return self._of_brand(told, brand, amount)
        if holder is None or plain:
            return None
        self.told[amount.end] = replace(told, company=holder.entity)
        return self.told[amount.end]

    def _of_brand(self, told: Link, brand: Mention, amount: Amount) -> Link | None:
        """Return the link of the cars that a brand sold in turn."""
        owner = self.meanings.catalogue.segments[brand.segment or ""].entity
        if told.metric not in CARS_SOLD or owner is None:
            return None
        part = replace(brand, metrics=(told.metric,), segment=None, part=brand.segment)
        self.told[amount.end] = self.last = replace(told, mention=part, company=owner)
        return self.told[amount.end]

    def _opened_with(self, amount: Amount) -> Link:
        """Return what the pronoun stands for that an English sentence opens with: `That compares with 20.4% at Baidu`."""
        first = next(iter(self.scan.metrics), None)
        opens = first is not None and first.start - self.scan.sentence.start < 4 and not self.scan.chinese
        link = Link(first.metrics[0], first) if opens and first else Link()
        return link if self._fits(link, amount) else Link()

    def _told_alike(self, amount: Amount) -> Link:
        """Return what was told last that an amount can be of: `shipped 58 million for a share of 20%, while Apple came second with 46 million`."""
        if self._fits_last(amount) or amount.kind not in ("count", "bare", "percent"):
            return self.last if self._fits_last(amount) else Link()
        return next((link for link in reversed(self.told.values()) if self._fits(link, amount)), Link())

    def _level(self, amount: Amount, comparative: bool) -> Link:
        start, _ = self.scan.clause(amount.start)
        floor = max(start, self.scan.amount_before(amount.start))
        if (unsaid := self._unsaid(amount)).metric or unsaid.doubt:
            return unsaid
        for low in (floor, None, start):
            if low is None:
                link = metric_behind(self.scan, self.meanings, amount)
            else:
                link = self._nearest_before(amount, low, amount.start, fresh=low == start and not comparative)
            if link.metric or link.doubt:
                return link
        own = not comparative and has_own_subject(self.scan, start, amount)
        own = own or counts_others(self.scan, start, amount) or has_own_subject_en(self.scan, start, amount)
        if own or has_own_label(self.scan, start, amount) or names_a_cost(self.scan, start, amount):
            return Link(doubt=SPEAKS_OF_ELSE)
        if comparative and (told := self._told_unsaid(amount)):
            return told
        again = goes_on(self.scan, start, amount)
        link = self._nearest_before(amount, self.scan.sentence.start, start, fresh=not (comparative or again))
        if link.metric in BY_COMPANY and self._is_said_of_a_part(link, start, amount):
            return Link(doubt=UNKNOWN_LINE)
        if not (link.metric or link.doubt or self.told):
            return of_that_figure(self.scan, self.meanings, amount, self.carried)
        if link.metric and self._interrupted(link, amount):
            return Link(doubt=f"between '{self._said(link)}' and the amount the sentence speaks of something else")
        return link

    def _interrupted(self, link: Link, amount: Amount) -> bool:
        """Whether another mention, unfit for this amount, stands nearer to it: the sentence has moved on."""
        assert link.mention is not None
        start, _ = self.scan.clause(amount.start)
        others = [m for m in self.scan.metrics if m.start >= start and m.end <= amount.start]
        others = [m for m in others if not is_aside(self.scan, m, amount)]
        quoted = amount.scaled and all(self.scan.text[m.start : m.end] in QUOTED for m in others)
        return bool(others) and not quoted  # 收入升22.3%,报1131亿元: no price

    def _is_said_of_a_part(self, link: Link, start: int, amount: Amount) -> bool:
        """Whether an amount is of a part that somebody speaks of, behind a profit told before: 每股收益15元,执行长指出,云端明年达10亿."""
        assert link.mention is not None
        part = any(start <= m.start < amount.start for m in self.scan.segments)
        return part and bool(_SAYS.search(self.scan.text, link.mention.end, start))
