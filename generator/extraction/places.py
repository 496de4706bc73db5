"""Where the figures of one sentence belong: the metric that their segment makes them, the company and the segment."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.frozen import frozen
from generator.extraction.links.cumulative import is_brought_to_a_whole
from generator.extraction.links.link import Link
from generator.extraction.marks.bare_margins import is_bare_margin
from generator.extraction.marks.cues import OF_WHICH
from generator.extraction.marks.mention import WORLD, Mention
from generator.extraction.metrics.adjusted_so_en import adjusted_so, adjusted_with
from generator.extraction.metrics.earned_on_en import EARNED, earned_on
from generator.extraction.metrics.in_business import in_business, of_supplier
from generator.extraction.metrics.overall_level_en import is_of_the_whole_beside
from generator.extraction.metrics.part_of import is_part
from generator.extraction.metrics.same_profit_en import same_profit
from generator.extraction.metrics.segment import segment_of
from generator.extraction.metrics.told_apart import is_told_apart
from generator.extraction.when.beside import is_set_beside_zh
from generator.extraction.when.dating import Dating
from generator.extraction.whose.aim_of_all_zh import is_aim_of_all
from generator.extraction.whose.company_of_figure import company_of_figure, is_that_figure
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.holders import holder_of
from generator.extraction.whose.whose import takes_over

# `an adjusted net loss of 16 billion yuan, compared to a net profit of 12.8 billion`: that is adjusted, too
_COMPARED_WITH = re.compile(r"\b(?:compared (?:to|with)|versus|against|from) (?:an? |the )?$")
# `, beat estimates of`, `, topping the consensus of`, behind `, with local commerce up 20% and new initiatives up 29%`
_BEAT = re.compile(
    r", (?:(?:beat|topp|exceed|surpass|miss)(?:(?P<ing>ing)|ed|s|es)?|came in (?:above|below|ahead of|short of)|fell short of) (?:[\w'’]+ ){0,5}$"
)
_WITH_PARTS = re.compile(r", with [^;]{10,200}$")
_OF_ALL_ZH = re.compile(
    "总(?![经裁])[一-鿿]?$|(?:集团|公司|整体|总体|综合|合并|全公司)(?:的|期内|季内|当季|上季)?[一-鿿]$"
)
_ALONE = re.compile("份?(?:单月|当月|单季|当季)?的?")
_EVERYWHERE = re.compile("全球|世界|海外|国际|[总整合]|全(?!年)")
# `total revenue`, `overall gross margin`: up to the metric's end
_OF_ALL = re.compile(r"\b(?:total|overall|group) \S+(?: \S+)?$", re.I)


@frozen
class Place:
    """What a figure is of: the metric that its segment makes it, the company and the segment."""

    metric: str
    entity: str | None
    segment: str | None


class Places:
    """Places the figures of one sentence from left to right: a change where its level was, what is set beside a figure with it."""

    def __init__(self, around: Surroundings, dating: Dating) -> None:
        self._around, self._dating = around, dating
        self._scan = around.scan
        self._placed: tuple[Mention, str, Place] | None = None
        self._last_level: tuple[int, str] | None = None  # where the level told last ends, and its metric
        self._latest: Place | None = None  # of the profit told last
        self._first: tuple[str, Place] | None = None  # the first metric told, and where
        self._told: tuple[str, Place] | None = None  # the last metric told of the sentence's own period, and where

    def of_level(self, amount: Amount, metric: str, mention: Mention, link: Link, prior: str | None) -> Place:
        """Return the place of a level; that of the figure which it is set beside, where one is."""
        place = self._beside(self._place(amount, metric, mention, link.company), mention, link, prior)
        place = self._past_its_parts(amount, metric) or place
        earned = same_profit(self._scan, self._around.ground, mention)
        place = replace(place, metric=earned) if earned else self._with_its_profit(place, mention)
        place = self._once(replace(place, metric=adjusted_so(self._around, place.metric, amount)))
        self._last_level = (amount.end, place.metric)
        return place

    def _past_its_parts(self, amount: Amount, metric: str) -> Place | None:
        """Return the place of the whole that beat what was expected, behind an aside on its parts: `Revenue of 93 billion, with local commerce up 20% and new initiatives up 29%, beat estimates of 91 billion`."""
        first, told = self._first, self._told
        if not self._dating.consensus or self._scan.chinese or first is None or first is told or first[0] != metric:
            return None
        text, start = self._scan.text, self._scan.sentence.start
        beat = _BEAT.search(text, max(start, amount.start - 60), amount.start)
        parts = _WITH_PARTS.search(text, start, beat.start()) if beat else None
        if beat is None or parts is None:
            return None
        # `, with local commerce revenue of 67 billion, missing the consensus of 70 billion`: it may be the part that missed
        taken = any(parts.start() < a.start < beat.start() and a.kind == "money" for a in self._scan.amounts)
        return None if taken and beat["ing"] else first[1]

    def _once(self, place: Place) -> Place:
        """Return a place that names its line of business once: a margin of IoT is of no further segment IoT."""
        entry = self._around.names.catalogue.metrics[place.metric]
        return replace(place, segment=None) if entry.base and place.segment == entry.segment else place

    def of_change(self, amount: Amount, metric: str, mention: Mention, link: Link) -> Place:
        """Return the place of a change; its level's segment, where that was told."""
        place = self._with_its_profit(self._place(amount, metric, mention, link.company), mention)
        last = self._last_level
        if last and last[0] == self._scan.amount_before(amount.start):
            place = replace(place, metric=adjusted_with(self._around, place.metric, amount, *last))
        if place.segment is not None or self._is_of_all(mention):
            return place
        known = self._dating.known_segment(place.metric, amount)
        return self._once(replace(place, segment=known)) if known else place

    def _is_of_all(self, mention: Mention) -> bool:
        """Whether a metric is told of all: `games revenue was 53 billion, while total revenue was 3.4% higher`."""
        low = max(self._scan.sentence.start, mention.start - len("overall "))
        return mention.part == WORLD or bool(_OF_ALL.search(self._scan.text[low : mention.end]))

    def _with_its_profit(self, place: Place, mention: Mention) -> Place:
        """Return the place of a margin that only the word names: that of the profit told before it."""
        if self._latest is not None and earned_on(self._scan, mention, place.metric):
            return self._of_the_earners(place, self._latest)
        if self._told is None or not is_bare_margin(self._scan, mention):
            return place
        told, metrics = self._told[1], self._around.names.catalogue.metrics
        if place.entity != told.entity and self._scan.text[mention.start : mention.end] == " ":
            return place  # `and that of NetEase was 18.9%`
        return replace(place, entity=told.entity, segment=told.segment or metrics[told.metric].segment)

    def _of_the_earners(self, place: Place, earner: Place) -> Place:
        """Return the place of revenue that a profit was earned on: of the part that earned it."""
        catalogue = self._around.names.catalogue
        part = earner.segment or catalogue.metrics[earner.metric].segment
        if not earner.metric.endswith(EARNED) or part is None or (place.entity, place.segment) != (earner.entity, None):
            return place
        metric, segment = in_business(self._around.names, place.metric, part)
        return replace(place, metric=metric, segment=segment)

    def told(self, metric: str, place: Place) -> None:
        """Remember where a level of the sentence's own period belongs, told of the metric as it was named."""
        self._told = (metric, place)
        self._first = self._first or self._told

    def _place(self, amount: Amount, metric: str, mention: Mention, company: str | None) -> Place:
        """Return what a figure is of; a change is placed as its level was."""
        whole = not self._scan.chinese and is_brought_to_a_whole(self._scan, amount)
        whole = whole or is_aim_of_all(self._scan, amount, mention)
        groups = not whole and is_of_the_whole_beside(self._scan, amount)
        told_apart = whole or groups or is_told_apart(self._around, mention, amount)
        if company and metric == "target_price" and self._around.names.catalogue.company_kind(company) == "broker":
            company = None  # 花旗及大摩分别予蔚来目标价61元及71元: of whose shares they are
        another = (
            company or takes_over(self._around, amount, mention) or is_that_figure(self._around, self._dating.consensus)
        )
        if self._placed and self._placed[:2] == (mention, metric) and not (another or told_apart):
            holder = holder_of(self._scan, amount)  # `Vivo shipped 31.8 million, followed by Oppo (31.1 million)`
            if (
                holder
                and self._dating.consensus
                and self._around.names.catalogue.company_kind(holder.entity) != "company"
            ):
                holder = None  # `against LSEG's $73.8 billion`
            return replace(self._placed[2], entity=holder.entity) if holder else self._placed[2]
        if groups:  # `above the group's 22.9%`
            whole, metric = True, self._around.names.catalogue.metrics[metric].base or metric
        special, segment = (metric, None) if whole else segment_of(self._around, metric, amount, mention)
        segment = None if self._is_anothers(metric, segment, amount) else segment
        if company and segment is None and self._placed and self._placed[:2] == (mention, metric):
            counted = self._placed[
                2
            ].segment  # `sold 1.76 million battery-electric cars, just shy of Tesla's 1.79 million`
            segment = None if self._around.names.owner(metric, counted) else counted
        entity = company or company_of_figure(self._around, self._dating.consensus, special, segment, amount, mention)
        if company and segment and self._around.names.owner(metric, segment) not in (None, company):
            segment = None  # `Lynk & Co sold 27,166 cars, and Zeekr 16,977`: no brand of Geely's is Zeekr's
        special, segment = of_supplier(self._around.names, entity, special, segment)
        place = Place(special, entity, segment or self._same_market(special, amount))
        if special.endswith(EARNED) and not is_part(self._scan, amount):
            self._latest = place
        aside = is_part(self._scan, amount) and self._scan.clause(amount.start) != self._scan.clause(mention.start)
        if not aside or self._placed is None:  # `sold 1.3 million (including 400,000 BEVs), up 26%`: all of them rose
            kept = self._placed if company and self._placed and self._placed[2].entity == company else None
            held = self._scan.chinese and metric.endswith("market_share")  # 份额为16.4%,华为以18%领跑: there, too
            self._placed = (mention, metric, place) if held or amount.kind != "percent" else kept
        return place

    def _same_market(self, metric: str, amount: Amount) -> str | None:
        """Return the region of whose market a Chinese sentence told a share right before another's: 小米在中国的份额为16.4%,华为以18%领跑."""
        scan, last = self._scan, self._placed[2] if self._placed else None
        if (
            last is None
            or not scan.chinese
            or not (last.metric.endswith("market_share") and metric.endswith("market_share"))
        ):
            return None
        kinds = self._around.names.catalogue.segments
        there = last.segment if last.segment and kinds[last.segment].kind == "region" else None
        before = scan.amount_before(amount.start)
        return None if _EVERYWHERE.search(scan.text, before, amount.start) else there

    def _is_anothers(self, metric: str, segment: str | None, amount: Amount) -> bool:
        """Whether a part that only the sentence before named is another company's: `Lynk & Co's sales were 27,000. Zeekr's were 16,000`."""
        owner = self._around.names.owner(metric, segment) if segment else None
        if owner is None or self._scan.chinese or any(m.segment == segment for m in self._scan.segments):
            return False
        fresh = self._around.subject_before(amount.start)
        return fresh is not None and fresh.entity != owner

    def _beside(self, place: Place, mention: Mention, link: Link, prior: str | None) -> Place:
        """Return the place of what is set beside a figure of the same metric: `$3.2 billion, compared with an operating loss of $0.6 billion`."""
        told = self._told
        if told and told[0] == link.metric and told[1].entity == place.entity and self._is_then(mention):
            return told[1]
        adjusted = told and told[1].metric in self._around.names.adjusted((place.metric,))
        beside: object = is_set_beside_zh(self._scan, mention) or (
            prior and _COMPARED_WITH.search(self._scan.text, self._scan.sentence.start, mention.start)
        )
        beside = (
            beside or self._dating.consensus
        )  # `$7.47, wider than the per-share loss of $4.92 that Wall Street had expected`
        if told and adjusted and told[1].entity == place.entity and beside:
            return replace(place, metric=told[1].metric)
        same = told is not None and prior is not None and told[0] == link.metric and told[1].entity == place.entity
        same = same and not self._is_of_whole_zh(mention)
        return told[1] if told and same and place.metric == link.metric and place.segment is None else place

    def _is_of_whole_zh(self, mention: Mention) -> bool:
        """Whether Chinese tells a metric of all, behind one of a part: 云收入398亿元,公司总收入由2365亿元增至2478亿元."""
        low = max(self._scan.sentence.start, mention.start - len("集团整体的"))
        return _OF_ALL_ZH.search(self._scan.text[low : mention.start + 1]) is not None

    def _is_then(self, mention: Mention) -> bool:
        """Whether a Chinese clause goes on with the same thing at some time of it: 方程豹销量5.5万辆,其中9月单月销量2.4万辆."""
        low = self._scan.clause(mention.start)[0]
        of_which = OF_WHICH.match(self._scan.text, low, mention.start)
        time = of_which and next((p for p in self._scan.periods if p.start == of_which.end()), None)
        return time is not None and bool(_ALONE.fullmatch(self._scan.text, time.end, mention.start))
