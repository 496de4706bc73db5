"""Figures of the whole company told after one of a part: `cloud revenue rose 25%, total revenue 9% and operating profit 28%`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.region_zh import WHOLE
from generator.settings.catalogue import Catalogue

_AND_IT = re.compile(
    r"(?: (?:in|for|during|over|at|on) [^,;.\d]{2,40})?,? and (?:an? |its |total |overall |quarterly |third-quarter |adjusted |group )*"
)
# `expects cloud revenue of`: whoever expects it is spoken of, not the cloud
_OBJECT = re.compile(
    r"\b(?:expects?|expected|forecasts?|projects?|projected|sees|targets?|targeted|guided (?:for|to)|aims (?:for|to achieve)|(?:achieve|reach|post|generate|make|earn|report)(?:s|ed)?|had|made|posted|booked|between) (?:an? |its |total |record |(?:[A-Z]\w+ )?)*(?:[a-z]+ )?$"
)
_WHILE = re.compile(r"\s*(?:and|while|whereas|but) (?:its |the )?")
_FROM = re.compile(r" (?:from|of|at|in) (?:the |its |[A-Z][\w.&]*(?: [A-Z][\w.]*)?['’]s )?")
_TAKINGS_FROM = re.compile(
    r"\s*(?:[A-Z][\w.&]*['’]s |The |Its )?(?:[A-Za-z]+ ){0,3}(?:[Rr]evenues?|[Ii]ncome|[Ss]ales|[Tt]urnover) (?:from|of|at|in) (?:the |its |[A-Z]\w+['’]s )?(?:[a-z-]+ ){0,2}"
)
# 去年同期毛利率20.9%, 二季度毛利率为26.4%: the line's of another time
_OF_THEN = re.compile(
    r"去年|上年|前年|同期|上季|上一季|前一|此前|[一二三四1-4]季|Q[1-4]|\d{1,2}月|半年|其|该|这一|分部"
)
_STANDS = re.compile(r"则?(?:为|是|达到?|录得|报)?\d")


def lines_of_metrics(scan: Scan, catalogue: Catalogue) -> list[Mention]:
    """Return the metrics of a sentence that are of one line of business as mentions of it: `28.3 billion from automotive sales`."""
    entries = catalogue.metrics
    named = [(m, entries[name]) for m in scan.metrics for name in m.metrics if name in entries]
    return [Mention(m.start, m.end, segment=entry.segment) for m, entry in named if entry.base and entry.segment]


def is_of_a_place_apart(around: Surroundings, mention: Mention, business: Mention) -> bool:
    """Whether a metric is of a place, where the line before it only names another one's: `iPhone sales rose 6% and Greater China sales fell 8%`."""
    kinds, low, high = around.names.catalogue.segments, business.start, mention.start
    placed = any(
        kinds[m.segment or ""].kind == "region" and m.end + 1 == high and around.scan.text[m.end] == " "
        for m in around.scan.segments
    )
    return placed and any(low <= m.start <= business.end + 1 and m.end < high for m in around.scan.metrics)


def is_and_all(around: Surroundings, metric: str, mention: Mention, businesses: list[Mention]) -> bool:
    """Whether a figure is the whole company's, told after a part's: `Azure growth of 26% and revenue of $61 billion`.

    So is `cloud revenue of 21.7 billion and an operating profit of 10.4 billion`, where the part is no subject of the sentence,
    and `cloud revenue rose 25% and operating profit 28%`, where only that metric names it and no `its` leads back.
    """
    text, before = around.scan.text, around.scan.amount_before(mention.start)
    joined = before > around.scan.sentence.start and _AND_IT.fullmatch(text, before, mention.start)
    if not joined or any(before <= m.start < mention.start for m in businesses):
        return False
    if _is_of_one_behind(text, mention, businesses):
        return False
    if metric == "revenue":
        return joined[0].startswith((" and", ", and"))
    told = next((m for m in reversed(around.scan.metrics) if m.end <= before), None)
    if told is None or not metric.endswith("_profit"):
        return False
    if WHOLE.match(text, told.start, told.end):
        return True  # `cloud revenue rose 25%, total revenue 9% and operating profit 28%`
    own = lines_of_metrics(around.scan, around.names.catalogue)
    beside = any(m.start == told.start for m in own) or any(0 <= told.start - m.end <= 1 for m in businesses)
    alone = "its" not in joined[0] and not any(m.end <= told.start for m in businesses)
    return beside and (
        alone or bool(_OBJECT.search(text, max(around.scan.sentence.start, told.start - 40), told.start))
    )


def is_beside_takings_from_it(around: Surroundings, metric: str, mention: Mention, businesses: list[Mention]) -> bool:
    """Whether revenue is the whole company's beside that from a part: `Income from the battery business rose, while revenue fell`."""
    text, scan, low = around.scan.text, around.scan, around.scan.clause(mention.start)[0]
    if _is_of_one_behind(text, mention, businesses):
        return False
    if (
        metric != "revenue"
        or not _WHILE.fullmatch(text, low, mention.start)
        or not businesses
        or businesses[0].end > low
    ):
        return False
    return bool(_TAKINGS_FROM.fullmatch(text, scan.sentence.start, businesses[0].start))


def _is_of_one_behind(text: str, mention: Mention, businesses: list[Mention]) -> bool:
    """Whether a line of business stands right behind a metric: `and revenue at the cloud unit rose`, `while revenue from games improved`."""
    return any(m.start >= mention.end and _FROM.fullmatch(text, mention.end, m.start) for m in businesses)


def is_the_same_of_all(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a Chinese metric is the whole company's, since its sentence told the same of a line by a name of its own: 车辆毛利率15.5%,毛利率16.3%.

    So it is behind a semicolon: 整车毛利率14.7%,去年同期13.1%;毛利率13.9%.
    """
    scan, entries = around.scan, around.names.catalogue.metrics
    start = scan.clause(mention.start)[0]
    if not scan.chinese or entries[metric].unit != "percent" or _OF_THEN.search(scan.text, start, mention.start):
        return False
    if around.ground.joined and start == scan.sentence.start and _STANDS.match(scan.text, mention.end):
        before = around.ground.told[0] if around.ground.told else ""
        return before in entries and entries[before].base == metric
    told = [m for m in scan.metrics if m.end <= start and m.metrics and m.metrics[0] in entries]
    own = [m for m in told if entries[m.metrics[0]].base == metric and entries[m.metrics[0]].segment]
    lines = any(own[-1].end <= m.start < mention.start for m in scan.segments) if own else True
    return not lines and any(own[-1].end <= a.start < start for a in scan.amounts)
