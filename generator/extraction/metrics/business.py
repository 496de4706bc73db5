"""The line of business that a metric is told of, by the words around it."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.cues import OF_WHICH
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import TOOK
from generator.extraction.metrics.line_before import line_before, line_that_earns
from generator.extraction.metrics.line_behind import line_behind
from generator.extraction.metrics.part_of import label_of
from generator.extraction.metrics.pointed import pointed_at, that_segment, turned_to
from generator.extraction.metrics.taker import taker_of
from generator.extraction.metrics.things_counted import PROFITS, counts_things, earned_beside
from generator.extraction.metrics.totals import line_with_a_total
from generator.extraction.metrics.whole_again import is_and_all, is_beside_takings_from_it, is_the_same_of_all
from generator.extraction.metrics.whole_of_part_en import is_the_whole_of_a_part
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.describes_who_en import only_describes_who
from generator.extraction.whose.framed import framed_line
from generator.extraction.whose.heading_line import heading_line
from generator.extraction.whose.inheritance import inherited_line
from generator.extraction.whose.its_line import and_its
from generator.extraction.whose.line_alone_zh import line_alone
from generator.extraction.whose.reasons_en import is_next_reason, is_put_aside, is_spent_on
from generator.extraction.whose.region_zh import WHOLE

_WHOLE_BEFORE = sought(
    r"(?:(?:整体|总体)(?:单季|季度|当季|全年|年度)?|[。:!?\n](?:其|当季|本季|全年)?总|(?:集团|公司)(?:期内|季内|上季|全年)?|综合|驱动|带动|拉动|推动|overall|group|total|company|consolidated)(?:的|'s)?\s*$",
    re.I,
)
# `Its EV, AI and other new initiatives reported a total net loss of 0.3 billion yuan`: the total is the line's
_IN_ALL = re.compile(
    rf"\b(?:{TOOK}|incurred) (?:an? )?(?:total|overall) $",
    re.I,
)
_ITS_TOTAL = re.compile(r"\s*Its (?:total|overall) $")  # of the division that the sentence before spoke of
# `the Intelligent Devices Group, where overall revenue jumped 18 percent`
_OF_ANY = (
    "advertising",
    "services",
    "software",
    "passenger_cars",
    "nev",
)  # lines that a line of business may have itself
_KINDS = ("ev", "nev", "passenger_cars")  # of which others are a part
# AWS重拾两成增速 Q3纯利212亿: a headline pauses by a space; `shipped 43 million smartphones and delivered 108,796 cars` goes on with another
_PAUSE = re.compile(r"[,;。总等%]|^: its |^ and |[一-鿿] (?=[A-Za-z\d])")
_MADE_UP = re.compile("的?(?:构成|结构|组成|来源)(?:上|来)?看?,")  # 从营收构成来看,iPhone业务仍是主力,总计贡献490亿美元
_OWNS = re.compile(
    r"['’]s (?:[a-z]+ )?| (?!and\b|or\b|of\b|for\b|from\b|in\b)[a-z]+(?: (?!and\b)[a-z-]+){0,5},? with (?:record )?| (?:(?:showed|saw|posted|reported|recorded|had) )?(?:an? )?(?:[\d.]+% )?(?:year-over-year |annual )?"
)
_WHERE = re.compile(r"(?:\s+(?:group|segment|division|unit|business))?,? (?:where|whose|in which) (?:\w+ ){0,3}", re.I)
_WITH_ITS = re.compile(
    r"(?: (?:group|segment|division|unit|business))?, with (?:an? |its )?(?:all-time |record |quarterly )*"
)  # a strong quarter for LinkedIn, with revenue of $4.3 billion


def business_of(around: Surroundings, metric: str, mention: Mention, amount: Amount) -> str | None:
    """Return the line of business that a metric's amount is of, None for the whole company's."""
    text, kinds = around.scan.text, around.names.catalogue.segments
    said = text[mention.start : mention.end]
    businesses = _lines_named(around, metric, mention)
    if is_the_whole_of_a_part(around.scan, amount, mention) or is_the_same_of_all(around, metric, mention):
        return None
    if earner := line_that_earns(around, amount):
        return earner
    counts = next((m.segment for m in businesses if counts_things(text, amount, m)), None)
    if named := _named(around, mention, amount, businesses) or that_segment(around, mention):
        # `sales of passenger NEVs include 125,377 units of BEVs`
        return counts if named in _KINDS and counts and counts not in _KINDS else named
    if is_and_all(around, metric, mention, businesses) or is_beside_takings_from_it(
        around, metric, mention, businesses
    ):
        return None
    if counts and said.isascii():
        return counts  # `the company shipped 42.8 million smartphones`
    if behind := line_behind(around, mention, amount, businesses):
        return behind  # `The total revenue for the retail segment was 310 billion yuan`
    if metric == "revenue" and (taker := taker_of(around, mention, businesses)):
        return taker
    if WHOLE.match(said) or _WHOLE_BEFORE.search(text[max(0, mention.start - 12) : mention.start]):
        whole = mention.start + len("total ") * said.lower().startswith("total ")
        in_all = _IN_ALL.search(text, around.scan.clause(mention.start)[0], whole)
        in_all = in_all or OF_WHICH.match(text, around.scan.sentence.start, mention.start)
        if in_all:
            return heading_line(around, mention, businesses)
        its = around.ground.division if _ITS_TOTAL.match(text, around.scan.sentence.start, mention.start) else None
        return its or line_with_a_total(around, mention, businesses)
    line = (
        line_before(around, metric, mention, amount, businesses)
        or heading_line(around, mention, businesses)
        or inherited_line(around, metric, mention, businesses, amount)
    )
    # `cloud and software revenue of 5.8 billion euros and operating profit of 1.9 billion`: SAP tells no profit of that line
    return None if line and kinds[line].revenue_only and metric.endswith(PROFITS) else line


def _lines_named(around: Surroundings, metric: str, mention: Mention) -> list[Mention]:
    """Return the lines of business that a sentence names and that a metric may be of."""
    text, kinds = around.scan.text, around.names.catalogue.segments
    named = [
        m for m in around.scan.segments
        if kinds[m.segment or ""].kind == "business"
        and not (is_put_aside(around.scan, m, mention.start) or only_describes_who(around.scan, m, mention.start))
    ]  # fmt: skip
    if around.scan.sentence.title and metric == "adjusted_net_profit":  # 汽车分部首录盈利 经调整多赚80.9%
        return [m for m in named if " " not in text[m.end : mention.start]]
    if metric == "revenue" and text[mention.start].isascii():
        # `shipped 49.4 million smartphones and grew revenue by 55 percent`: all of its revenue
        return [m for m in named if not any(counts_things(text, a, m) for a in around.scan.amounts)]
    return named


def _named(around: Surroundings, mention: Mention, amount: Amount, businesses: list[Mention]) -> str | None:
    """Return the line of business that stands at a metric or an amount as its label, or that words point back to."""
    in_chinese = _named_later(around, mention, amount, businesses) or turned_to(around, mention, businesses)
    found = in_chinese or pointed_at(around, mention) or _at_once(around.scan, businesses, mention)
    found = found or framed_line(around.scan, businesses, mention) or and_its(around, mention)
    found = found or line_alone(around, mention, businesses)
    labelled = around.scan.text[mention.start : mention.end].isascii()
    return found or (label_of(around.scan, amount) if labelled else None)


def _named_later(around: Surroundings, mention: Mention, amount: Amount, businesses: list[Mention]) -> str | None:
    """Return the segment of `营收中,汽车就有283亿元`: named after the metric, in the amount's own clause."""
    low, _ = around.scan.clause(amount.start)
    if around.scan.text[low - 1 : low] == "(" and (before := [m for m in businesses if low - 4 <= m.end < low]):
        return before[-1].segment
    if mention.end > low or around.scan.text[mention.start].isascii():
        return None
    low = mention.end if _MADE_UP.match(around.scan.text, mention.end) else low
    low = max(low, around.scan.amount_before(amount.start))
    inside = [m for m in businesses if low <= m.start and m.end <= amount.start]
    return inside[-1].segment if inside else None


def _at_once(scan: Scan, businesses: list[Mention], mention: Mention) -> str | None:
    """Return the segment right before a metric: `cloud revenue`, `the Intelligent Devices Group, where revenue`."""
    text = scan.text
    beside = [
        m
        for m in businesses
        if (0 <= mention.start - m.end <= 10 and not _PAUSE.search(text[m.end : mention.start]))
        or _WHERE.fullmatch(text, m.end, mention.start)
        or (
            _WITH_ITS.fullmatch(text, m.end, mention.start)
            and not WHOLE.match(text, mention.start)
            and not (earned_beside(scan, m, mention) or is_spent_on(scan, m) or is_next_reason(scan, m))
        )
    ]
    if len(beside) < 2 and beside and beside[-1].segment in _OF_ANY:
        owner = [m for m in businesses if _OWNS.fullmatch(text, m.end, beside[-1].start)]
        beside = owner or beside  # YouTube's advertising revenue
    return beside[-1].segment if beside else None
