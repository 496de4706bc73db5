"""Which metric an amount belongs to: the words before it, after it, or what the sentence has spoken of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.links.again import tells_more
from generator.extraction.links.behind import AT_ONCE, IN_METRIC, THINGS, metric_behind
from generator.extraction.links.carried import of_that_figure, put_in_turn
from generator.extraction.links.clause import goes_on, has_own_label, has_own_subject, is_aside
from generator.extraction.links.cumulative import BROUGHT_TO
from generator.extraction.links.led import led_from
from generator.extraction.links.link import Link
from generator.extraction.links.near import QUOTED, is_shared, is_source, near_enough
from generator.extraction.marks.bare_margins import is_bare_margin
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.in_the_red import by_colour
from generator.extraction.metrics.market_held import market_held
from generator.extraction.metrics.meaning import Meanings
from generator.extraction.metrics.part_of import is_part, label_of
from generator.extraction.metrics.per_share import PER_SHARE, by_share, earned_in_all
from generator.extraction.metrics.priced import of_shares, priced
from generator.extraction.metrics.quoted import quoted
from generator.extraction.metrics.sold import sold
from generator.extraction.metrics.unsaid import share_held, takings
from generator.extraction.metrics.vendors import vendor_moved, vendor_with
from generator.extraction.whose.holders import holder_behind, holder_of, next_holder
from generator.extraction.whose.localities import is_of_a_place, is_of_next_place
from generator.extraction.whose.only_some import UNKNOWN_LINE

# 已提前完成38万辆的年度目标: of what the sentence counted
_AIMED_AT = re.compile("[辆台部]?的?(?:年度|全年|年|季度|本季|月度|销量|销售|交付|交车|总)*目标")
_DONE = ("delivered", "sold", "shipped", "produced", "built", "manufactured", "registered")
_BY_COMPANY = ("net_profit", "adjusted_net_profit", "eps", "adjusted_eps")
_SAYS = re.compile("(?:指出|表示|说|称|强调|透露|认为),")
_GAPS = (" ", "(", "\n")  # what a mention of something unsaid stands on, right before its amount
_COUNTED = 1000  # a bare number that is less may be the name of a product: Xiaomi 17


@dataclass
class Linker:
    """Links the amounts of one sentence from left to right, remembering what each mention was given."""

    scan: Scan
    meanings: Meanings
    given: set[int] = field(default_factory=set)
    last: Link = field(default_factory=Link)
    carried: Figure | None = None  # what the sentences before told last
    told: dict[int, Link] = field(default_factory=dict)  # by where an amount ends, what it was linked to

    def level(self, amount: Amount, comparative: bool) -> Link:
        """Return the link of an amount that states a level."""
        if amount.range_end:
            return self.last if self._fits_last(amount) or self.last.metric is None else Link()
        link = self._quoted(amount) or self._level(amount, comparative)
        if link.metric is None and (led := led_from(self.scan, amount)):
            origin = self.told.get(led.end, link)
            link = origin if self._fits(origin, amount) else link
        if link.mention is not None:
            self.told[amount.end] = link
            if not comparative:
                self.given.add(link.mention.start)
            self.last = link
        return link

    def _quoted(self, amount: Amount) -> Link | None:
        """Return the link of a price that a market quotes a share at, whatever metrics stand around."""
        share = quoted(self.scan, amount)
        return Link("share_price", share.mention, company=share.company) if share else None

    def in_turn(self, amount: Amount) -> Link | None:
        """Return the link of an amount of the next company of several, of which the metric was told before."""
        if self.last.mention is None or not self._fits_last(amount):
            return None
        holder = next_holder(self.scan, amount) or holder_behind(self.scan, amount)
        if holder and self.meanings.catalogue.companies[holder.entity].kind != "company":
            return None  # 低于彭博一致预期的975亿元
        plain = amount.kind == "bare" and not amount.scaled and amount.value < _COUNTED
        return replace(self.last, company=holder.entity) if holder and not plain else None

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
        if has_own_label(self.scan, start, amount) or (not comparative and has_own_subject(self.scan, start, amount)):
            return Link(doubt="its clause speaks of something that no metric names")
        if comparative and (told := self._told_unsaid(amount)):
            return told
        again = goes_on(self.scan, start, amount)
        link = self._nearest_before(amount, self.scan.sentence.start, start, fresh=not (comparative or again))
        if link.metric in _BY_COMPANY and self._is_said_of_a_part(link, start, amount):
            return Link(doubt=UNKNOWN_LINE)
        if not (link.metric or link.doubt or self.told):
            return of_that_figure(self.scan, self.meanings, amount, self.carried)
        if link.metric and self._interrupted(link, amount):
            return Link(doubt=f"between '{self._said(link)}' and the amount the sentence speaks of something else")
        return link

    def _told_apart(self, amount: Amount) -> Link:
        """Return the link of an amount by its own part, by the one before that it is a part of, or by whom it belongs to."""
        if (pinned := self._pinned(amount)).metric or pinned.doubt:
            return pinned
        if self._goes_on_with_last(amount) and self._fits_last(amount):
            return self.last
        return self._of_whom(amount)

    def _pinned(self, amount: Amount) -> Link:
        """Return the link of an amount that its own clause gives a part, whose metric it does not name."""
        told = (m for m in self.scan.metrics if m.end == amount.start and self.scan.text[m.start : m.end] in _GAPS)
        plain = replace(amount, kind="bare", noun="") if amount.kind == "count" else amount
        mention = next(told, None)
        if mention is not None and mention.nothing and mention.part:
            return Link(doubt="a part of what was told before, or what that part took in")
        return Link(self.meanings.metric(mention, plain), mention) if mention else Link()

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

    def _unsaid(self, amount: Amount) -> Link:
        """Return the link of an amount whose metric stands behind it, or is not said in so many words."""
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
        taken = taken or takings(self.scan, amount)
        taken = (
            taken
            or priced(self.scan, amount, self.meanings.catalogue)
            or (sold(self.scan, amount) if self.meanings.cars else None)
        )
        return Link(*taken) if taken else Link()

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
        phones = self.meanings.phones
        if phones and (held := share_held(self.scan, amount)):
            return Link("market_share", held)
        if phones and (grown := vendor_moved(self.scan, amount)):
            return Link("shipments", grown)
        if phones and (stands := vendor_with(self.scan, amount)):
            return Link(*stands)
        held = market_held(self.scan, amount)
        return Link(held.metrics[0], held) if held else Link()

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

    def _nearest_before(self, amount: Amount, low: int, high: int, fresh: bool) -> Link:
        for mention in reversed(self.scan.metrics):
            within = low <= mention.start and mention.end <= high
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
        return beside or is_shared(scan, mention, low) or self._is_share_of_else(mention, amount)

    def _told_by_share_only(self, mention: Mention) -> bool:
        """Whether a profit's word only told one by the share: `revenue of $12 billion and earnings of $5.45 a share; analysts looked for $11.9 billion`."""
        told = [link.metric for link in self.told.values() if link.mention is mention]
        return bool(told) and all(metric in PER_SHARE.values() for metric in told)

    def _fits_last(self, amount: Amount) -> bool:
        return self._fits(self.last, amount)

    def _fits(self, link: Link, amount: Amount) -> bool:
        known = link.metric is not None and link.metric in self.meanings.catalogue.metrics
        return known and self.meanings.fits(link.metric or "", amount)

    def _interrupted(self, link: Link, amount: Amount) -> bool:
        """Whether another mention, unfit for this amount, stands nearer to it: the sentence has moved on."""
        assert link.mention is not None
        start, _ = self.scan.clause(amount.start)
        others = [m for m in self.scan.metrics if m.start >= start and m.end <= amount.start]
        quoted = amount.scaled and all(self.scan.text[m.start : m.end] in QUOTED for m in others)
        return bool(others) and not quoted  # 收入升22.3%,报1131亿元: no price

    def _is_said_of_a_part(self, link: Link, start: int, amount: Amount) -> bool:
        """Whether an amount is of a part that somebody speaks of, behind a profit told before: 每股收益15元,执行长指出,云端明年达10亿."""
        assert link.mention is not None
        part = any(start <= m.start < amount.start for m in self.scan.segments)
        return part and bool(_SAYS.search(self.scan.text, link.mention.end, start))

    def _said(self, link: Link) -> str:
        assert link.mention is not None
        return self.scan.text[link.mention.start : link.mention.end]
