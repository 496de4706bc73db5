"""Why an amount is not of the metric that it seems to be of; the sentence may go on with a line of business that is not known."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.doubts.asides_zh import aside_zh
from generator.extraction.doubts.authorised_en import authorised
from generator.extraction.doubts.authorised_zh import authorised_zh
from generator.extraction.doubts.doubtful import OF_A_TABLE
from generator.extraction.doubts.flows_en import what_moved
from generator.extraction.doubts.glued import is_glued
from generator.extraction.doubts.included_in_it_en import included_in_it
from generator.extraction.doubts.its_or_the_companys_en import its_or_the_companys
from generator.extraction.doubts.linked import told_elsewhere
from generator.extraction.doubts.milestones_zh import of_milestone
from generator.extraction.doubts.most_of_en import is_of_the_most
from generator.extraction.doubts.no_users_en import no_users
from generator.extraction.doubts.other_prices_zh import other_price_zh
from generator.extraction.doubts.places_zh import of_a_place
from generator.extraction.doubts.qualifiers import other_figure
from generator.extraction.doubts.rates_en import of_a_rate
from generator.extraction.doubts.share_of_line_en import of_a_line
from generator.extraction.doubts.shares_counted_en import of_shares
from generator.extraction.doubts.told_together import told_together
from generator.extraction.doubts.too_little_en import too_little
from generator.extraction.doubts.traded_en import traded
from generator.extraction.doubts.unknown_grown_zh import is_unknowns_growth
from generator.extraction.doubts.users_of_parts_zh import of_a_division
from generator.extraction.doubts.users_with_several import of_some_users
from generator.extraction.doubts.weeks_zh import of_a_week
from generator.extraction.doubts.without_en import without_en
from generator.extraction.links.labels import of_unknown_label
from generator.extraction.marks.mention import Mention
from generator.extraction.metrics.despite_logging_en import unit_that_did
from generator.extraction.metrics.pointed import line_told
from generator.extraction.whose.automotive import is_of_all_cars
from generator.extraction.whose.come_and_gone import who_joined
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.doing_en import stranger_does
from generator.extraction.whose.its_line import goes_on_with_it
from generator.extraction.whose.joint_ventures_zh import of_a_venture
from generator.extraction.whose.moved_in_en import moved_in_unknown
from generator.extraction.whose.not_the_companys import not_the_companys
from generator.extraction.whose.only_some import UNKNOWN_LINE
from generator.extraction.whose.share_behind_en import as_shares_moved
from generator.extraction.whose.strangers import of_stranger
from generator.extraction.whose.strangers_tracked import of_a_maker_unknown
from generator.extraction.whose.strangers_zh import of_stranger_zh
from generator.extraction.whose.taken_from_en import taken_from_another
from generator.extraction.whose.unknown_heading_en import opens_below_unknown
from generator.extraction.whose.users_of_customers import of_customers_users

_OF_LINES = ("gross_margin", "gross_profit", "operating_margin", "operating_profit", "net_profit", "cost_of_revenue")
_OF_ALL = re.compile("公司|集团|整体|总体|综合|总")
_THE_UNIT = re.compile(r"\s*(?:(?:The|This|That) (?:segment|unit|division)|(?:This|That) business)(?:['’]s)? (?!of\b)")
_OF_THE_UNIT = re.compile(
    r" (?:from|of|in|at|for) (?:(?:the|this|that) (?:segment|unit|division)|(?:this|that) business)\b"
)  # `Revenue from the segment fell`


class UnknownLine:
    """Remembers, from left to right, where a sentence speaks of a line of business that the catalogue does not know."""

    def __init__(self, around: Surroundings) -> None:
        self._around, self._marks = around, around.scan
        self._told_at = -1
        self._glued = is_glued(self._marks)

    def otherwise(self, amount: Amount, metric: str, mention: Mention) -> str | None:
        """Return why an amount is not of the metric that a mention names: of a part or a company that is not known, or an aside."""
        per_share = self._around.names.catalogue.metrics[metric].unit == "money_per_share" or "asp" in metric
        why = other_figure(self._marks, amount, mention, per_share)
        if why == UNKNOWN_LINE:
            self._told_at = mention.start
        unknown = not why and (
            self._goes_on_with_unknown(mention, metric)
            or of_unknown_label(self._marks, amount)
            or self._is_of_unknown_unit(mention, metric)
            or opens_below_unknown(self._around, metric, mention)
            or (self._around.names.catalogue.metrics[metric].unit != "count" and is_of_all_cars(self._around, mention))
        )
        return (
            why
            or of_milestone(self._marks, amount)
            or taken_from_another(self._around, mention)
            or included_in_it(self._marks, mention, amount)
            or of_shares(self._marks, amount)
            or its_or_the_companys(self._around, metric, mention)
            or told_elsewhere(self._marks, mention)
            or (UNKNOWN_LINE if unknown else None)
            or of_a_rate(self._marks, mention, amount)
            or what_moved(self._marks, mention, amount)
            or is_of_the_most(self._marks, mention, amount)
            or authorised(self._marks, mention, amount)
            or authorised_zh(self._marks, mention, amount)
            or traded(self._marks, mention, amount)
            or of_a_line(self._marks, mention)
            or as_shares_moved(self._marks, amount, mention)
            or who_joined(self._marks, mention, amount)
            or of_customers_users(self._marks, mention, amount)
            or of_a_division(self._marks, mention)
            or of_some_users(self._marks, mention)
            or no_users(self._marks, mention, amount)
            or not_the_companys(self._marks, mention, amount)
            or of_stranger(self._marks, mention, amount)
            or (UNKNOWN_LINE if stranger_does(self._marks, amount, mention) else None)
            or moved_in_unknown(self._marks, amount, mention)
            or of_a_maker_unknown(self._around, mention, amount.start)
            or of_stranger_zh(self._marks, mention)
            or (UNKNOWN_LINE if is_unknowns_growth(self._marks, amount, mention) else None)
            or of_a_venture(self._marks, amount)
            or other_price_zh(self._marks, amount, mention)
            or of_a_week(self._marks, amount, mention)
            or of_a_place(self._around, amount, mention)
            or aside_zh(self._marks, amount, mention)
            or without_en(self._marks, amount, mention)
            or told_together(self._marks, amount)
            or (OF_A_TABLE if self._glued else None)
            or (None if per_share else too_little(self._marks, amount, metric))
        )

    def _is_of_unknown_unit(self, mention: Mention, metric: str) -> bool:
        """Whether an English sentence goes on with a unit that nothing before it names: `The unit posted a 14.8 billion yuan loss`."""
        ground = self._around.ground
        if ground.unknown_unit and goes_on_with_it(self._marks, mention):
            return not self._marks.segments
        if self._marks.segments or ground.heading_segment or ground.segment or ground.line or ground.division:
            return False
        if line_told(self._around, mention):
            return False
        opens = _THE_UNIT.match(self._marks.text, self._marks.sentence.start, mention.start)
        opens = opens or _OF_THE_UNIT.match(self._marks.text, mention.end) or unit_that_did(self._marks, mention)
        return opens is not None and self._around.names.catalogue.metrics[metric].unit in ("money", "percent")

    def _goes_on_with_unknown(self, mention: Mention, metric: str) -> bool:
        """Whether a Chinese sentence goes on with the unknown line it spoke of: `配件业务收入12亿元,毛利率为17%`."""
        if self._told_at < 0 or mention.start <= self._told_at or metric not in _OF_LINES:
            return False
        starts = [m.start for m in self._marks.entities] + [m.start for m in self._marks.segments]
        fresh = any(self._told_at < start <= mention.start for start in starts)
        return not (fresh or _OF_ALL.search(self._marks.text, self._told_at, mention.end))
