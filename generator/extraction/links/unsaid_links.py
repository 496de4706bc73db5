"""Which metric an amount belongs to that stands behind it, or is not said in so many words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.again import tells_more
from generator.extraction.links.behind import AT_ONCE, IN_METRIC, THINGS, metric_behind
from generator.extraction.links.carried import put_in_turn
from generator.extraction.links.cumulative import BROUGHT_TO
from generator.extraction.links.link import Link
from generator.extraction.links.pairs import paired
from generator.extraction.links.told_links import ToldLinks
from generator.extraction.marks.mention import Mention
from generator.extraction.metrics.bought_back_zh import bought_back
from generator.extraction.metrics.cash_brought_zh import cash_brought, is_another_flow
from generator.extraction.metrics.earned_in_all_en import earned_in_all
from generator.extraction.metrics.in_the_red import by_colour
from generator.extraction.metrics.line_as_subject_en import line_as_subject
from generator.extraction.metrics.market_held import market_held
from generator.extraction.metrics.part_of import is_part, label_of
from generator.extraction.metrics.per_share import by_share
from generator.extraction.metrics.priced import priced
from generator.extraction.metrics.quoted import quoted
from generator.extraction.metrics.share_held import share_held
from generator.extraction.metrics.sold import sold
from generator.extraction.metrics.sold_for_en import sold_for
from generator.extraction.metrics.spent_en import spent
from generator.extraction.metrics.takings_en import takings
from generator.extraction.metrics.targeted import moved_target
from generator.extraction.metrics.vendors import vendor_moved, vendor_with
from generator.extraction.whose.holders import holder_of, next_holder
from generator.extraction.whose.localities import is_of_a_place, is_of_next_place

# 已提前完成38万辆的年度目标: of what the sentence counted
_AIMED_AT = re.compile("[辆台部]?的?(?:年度|全年|年|季度|本季|月度|销量|销售|交付|交车|总)*目标")
_DONE = ("delivered", "sold", "shipped", "produced", "built", "manufactured", "registered")
_GAPS = (" ", "(", "\n")  # what a mention of something unsaid stands on, right before its amount


@dataclass
class UnsaidLinks(ToldLinks):
    """Links amounts to what their words only mean: by whom they belong to, what was sold, what they go on with."""

    def _unsaid(self, amount: Amount) -> Link:
        """Return the link of an amount whose metric stands behind it, or is not said in so many words."""
        if (pair := paired(self.scan, self.meanings, amount)).metric:
            return pair
        if (told := self._told_apart(amount)).metric or told.doubt:
            return told
        if self._is_anothers_share(amount) or (self._fits_last(amount) and tells_more(self.scan, amount)):
            return self.last
        if BROUGHT_TO.search(self.scan.text, self.scan.amount_before(amount.start), amount.start):
            before = self._nearest_before(amount, self.scan.sentence.start, amount.start, fresh=False)
            return self.last if self._fits_last(amount) else before
        if shared := by_share(self.scan, amount, self.meanings.profit):
            return Link(*shared)
        if (vendor := self._of_a_vendor(amount)).metric:
            return vendor
        if (named := metric_behind(self.scan, self.meanings, amount, IN_METRIC)).metric:
            return named
        if (counted := metric_behind(self.scan, self.meanings, amount, AT_ONCE)).metric and self._counts(
            amount, counted
        ):
            return counted
        if (things := metric_behind(self.scan, self.meanings, amount, THINGS)).mention and self._said(
            things
        ).lower() in _DONE:
            return things
        profit = self.meanings.profit
        taken = earned_in_all(self.scan, amount, profit) or by_colour(self.scan, amount, profit)
        taken = taken or spent(self.scan, amount) or takings(self.scan, amount)
        taken = (
            taken
            or priced(self.scan, amount, self.meanings.catalogue)
            or bought_back(self.scan, amount)
            or sold_for(self.scan, amount)
            or sold(self.scan, amount, self.meanings.cars)
            or line_as_subject(self.scan, amount, self.meanings.catalogue.segments)
        )
        return Link(*taken) if taken else Link()

    def _quoted(self, amount: Amount) -> Link | None:
        """Return the link of a price that a market quotes a share at, or of cash that operations brought in, whatever metrics stand around."""
        if share := quoted(self.scan, amount):
            return Link("share_price", share.mention, company=share.company)
        if cash := cash_brought(self.scan, amount):
            return Link(*cash)
        if is_another_flow(self.scan, amount):
            return Link(doubt="a flow of cash that no metric names")
        return self._aimed_at(amount)

    def _aimed_at(self, amount: Amount) -> Link | None:
        """Return the link of a price that a target is moved to, whatever else was moved before: `cut EPS forecasts by 3% and its target to HK$48`."""
        by_share = amount.kind == "money" and not (amount.scaled or self.scan.chinese)
        moved = moved_target(self.scan, amount) if by_share else None
        return Link("target_price", Mention(*moved.span("word"), ("target_price",))) if moved else None

    def _told_apart(self, amount: Amount) -> Link:
        """Return the link of an amount by its own part, by the one before that it is a part of, or by whom it belongs to."""
        earned = self.unsaid_at(amount) and earned_in_all(self.scan, amount, self.meanings.profit)
        if earned and earned[0] == "operating_profit":
            return Link(*earned)  # `Net income halved. Its new businesses lost 15.7 billion yuan`
        if (pinned := self._pinned(amount)).metric or pinned.doubt:
            return pinned
        if self._goes_on_with_last(amount) and self._fits_last(amount):
            return self.last
        return self._of_whom(amount)

    def _pinned(self, amount: Amount) -> Link:
        """Return the link of an amount that its own clause gives a part, whose metric it does not name."""
        plain = replace(amount, kind="bare", noun="") if amount.kind == "count" else amount
        mention = self.unsaid_at(amount)
        if mention is not None and mention.nothing and mention.part:
            return Link(doubt="a part of what was told before, or what that part took in")
        metric = self.meanings.metric(mention, plain) if mention else None
        if metric and amount.kind == "count" and self.meanings.catalogue.metrics[metric].unit == "money":
            return Link()  # `sales of 34 million phones`
        return Link(metric, mention) if mention else Link()

    def unsaid_at(self, amount: Amount) -> Mention | None:
        """Return what stands right before an amount as a mention of what its clause does not name."""
        said = (m for m in self.scan.metrics if m.end == amount.start and self.scan.text[m.start : m.end] in _GAPS)
        return next(said, None)

    def _told_unsaid(self, amount: Amount) -> Link | None:
        """Return what was told without naming it: `Wearables generated $9 billion, outperforming the expected $8.6 billion`."""
        if self.last.metric == "share_price":
            return None  # `closed at $157, 18% below its October high of $192`
        told = reversed([*self.told.values(), self.last])
        unsaid = (link for link in told if link.mention not in self.scan.metrics and self._fits(link, amount))
        return next(unsaid, None) if self.last.mention not in self.scan.metrics else None

    def _goes_on_with_last(self, amount: Amount) -> bool:
        """Whether an amount is of a part, of a place or an aim, and of what the one before it is of."""
        if is_part(self.scan, amount) or label_of(self.scan, amount):
            return True
        if is_of_next_place(self.scan, amount) or is_of_a_place(self.scan, amount):
            return True
        return amount.kind == "count" and bool(_AIMED_AT.match(self.scan.text, amount.end))

    def _counts(self, amount: Amount, link: Link) -> bool:
        """Whether an amount counts what its next word names: `151 million subscribers and 180 million monthly active users`."""
        unit = self.meanings.catalogue.metrics[link.metric or ""].unit
        # `17,763 people in R&D`, `42,463 exported to other countries`
        things = self._said(link).endswith("s") or link.metric == "rd_headcount" or self._said(link) == "exported"
        return amount.kind in ("count", "bare") and unit == "count" and things

    def _of_whom(self, amount: Amount) -> Link:
        """Return the link of an amount by whom it belongs to, or by the house that puts a price at it."""
        owned = self._owned(amount)
        return owned if owned.metric else put_in_turn(self.scan, amount, self.last.metric or self._told_before())

    def _told_before(self) -> str | None:
        """Return the metric that the sentence before told last, until this one tells any."""
        return self.carried.metric if self.carried and not self.told else None

    def _of_a_vendor(self, amount: Amount) -> Link:
        """Return what is told of one maker in a market and not named: in a report on how they stand there, or a share that it holds."""
        vendors = self.meanings.vendors
        if vendors and (held := share_held(self.scan, amount)):
            return Link("market_share", held)
        if vendors and (grown := vendor_moved(self.scan, amount)):
            return Link("shipments", grown)
        if vendors and (stands := vendor_with(self.scan, amount)):
            return Link(*stands, company=self._whose_count(amount))
        held = market_held(self.scan, amount)
        return Link(held.metrics[0], held) if held else Link()

    def _whose_count(self, amount: Amount) -> str | None:
        """Return the maker whose count a share stands right behind, where that is told in turn: `ahead of Apple on 54.5 million and 17%`."""
        before = self.scan.preceding(amount) if amount.kind == "percent" else None
        counts = before is not None and before.kind in ("count", "bare")
        holder = (next_holder(self.scan, before) or holder_of(self.scan, before)) if counts and before else None
        return holder.entity if holder else None

    def _owned(self, amount: Amount) -> Link:
        """Return the link of money that right before its metric says what it is: 基于30倍市盈率给出601元的目标价.

        So does `shares sink on backlog doubts despite €10 billion buyback`.
        """
        behind = next((m for m in self.scan.metrics if m.start == amount.end + 1), None)
        joint = self.scan.text[amount.end : amount.end + 1]
        on = joint == " " and behind and ("buyback" in behind.metrics or self._is_on_revenue(behind, amount))
        named = behind if behind and (joint == "的" or on) else None
        metric = self.meanings.metric(named, amount) if named and amount.kind == "money" else None
        return Link(metric, named) if metric else Link()

    def _is_on_revenue(self, behind: Mention, amount: Amount) -> bool:
        """Whether money is the revenue that a profit was made on: `a $454 million loss on $15.3 billion revenue`."""
        return "revenue" in behind.metrics and self.scan.text.endswith(" on ", 0, amount.start)

    def _is_anothers_share(self, amount: Amount) -> bool:
        """Whether a share is told of the next company of a list: `17% of the market, followed by Huawei at 16%`."""
        if amount.kind != "percent" or self.last.metric is None or not self.last.metric.endswith("market_share"):
            return False
        holder = holder_of(self.scan, amount)
        return holder is not None and holder.start >= self.scan.amount_before(amount.start)
