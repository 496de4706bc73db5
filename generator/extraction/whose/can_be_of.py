"""Whether a metric can be that of a line of business spoken of before."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.whose.automotive import earned_by_all
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.line_as_topic_zh import goes_on_with_topic
from generator.extraction.whose.spoken_before import ALSO_BY_SEGMENT, IT_HAD, ITS_OWN

_KINDS_OF_CARS = ("battery_electric", "plug_in_hybrid", "commercial_vehicles", "vehicle_exports")  # which are counted
_WHEN_ALONE = re.compile(
    r"[\s•·●■▪*-]*(?:(?:In |For )?(?:[1-4][QH](?:20)?\d\d|[QH][1-4](?: (?:20|FY)?\d\d(?:\d\d)?)?|20\d\d|the quarter),? )?(?:[Tt]he )?(?:(?:[Ss]egment|[Tt]otal|[Nn]et) )?"
)
_OF_ALL = re.compile(r"(?:group|total|overall|consolidated|company)\b", re.I)


def can_be_of(around: Surroundings, metric: str, segment: str, mention: Mention) -> bool:
    """Whether a metric can be that of a segment spoken of before."""
    if segment not in around.names.catalogue.segments or earned_by_all(around, metric, segment, mention):
        return False
    model = (
        around.names.catalogue.segments[segment].product_of == "ev"
    )  # `The YU7 competes with the Model Y. Revenue was`
    if (model or segment in _KINDS_OF_CARS) and metric not in OF_CARS:
        return False  # 出口20.6万辆,同增111%。毛利率20.1% is of all that the maker sells
    if around.names.special(metric, segment):
        return True
    of_lines = metric in around.names.bases or metric in ALSO_BY_SEGMENT or _is_what_it_cost(around, metric, mention)
    of_lines = of_lines and around.names.catalogue.segments[segment].kind == "business"
    return of_lines and (metric != "revenue" or _opens_below(around, segment, mention))


def _is_what_it_cost(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a Chinese cost stands behind a semicolon after what a line took in: 手机收入1125亿元;营业成本929亿元;毛利率17%."""
    scan = around.scan
    if not around.ground.joined or metric != "cost_of_revenue" or not scan.text.startswith("营业成本", mention.start):
        return False
    cost = next((a for a in scan.amounts if a.start >= mention.end), None)
    took = [f for f in around.ground.levels if (f.metric or "").endswith("revenue")]
    # 手机收入465亿元;营业成本890亿元: more than it took in, so of all
    return cost is not None and len(took) == 1 and cost.value < took[0].value


def _opens_below(around: Surroundings, segment: str, mention: Mention) -> bool:
    """Whether a sentence opens with revenue, right below the heading of a line of business, or behind a sentence on it: `JD Retail - 2Q24 revenue grew 1.5%`."""
    scan, ground = around.scan, around.ground
    if segment in (ground.division, ground.on_line) and _goes_on_with_its(scan, mention):
        return True
    # `The games unit grew quickly. Revenue rose 9%`; total revenue would be the company's, except below the unit's heading
    behind = segment == ground.division and not _OF_ALL.match(scan.text, mention.start)
    return (behind or segment == ground.heading_segment) and _opens_with(scan, mention)


def _goes_on_with_its(scan: Scan, mention: Mention) -> bool:
    """Whether a sentence opens with `Its` revenue, or in Chinese with the word alone."""
    text, start = scan.text, scan.sentence.start
    if not text[start].isascii():
        return mention.start == start
    return any(form.fullmatch(text, start, mention.start) for form in (IT_HAD, ITS_OWN))


def _opens_with(scan: Scan, mention: Mention) -> bool:
    """Whether no more than a time stands before a metric in its sentence: `Fourth-quarter revenue was $2.9 billion`."""
    text, start = scan.text, scan.sentence.start
    if _WHEN_ALONE.fullmatch(text, start, mention.start) or goes_on_with_topic(scan, mention):
        return True
    times = (p for p in scan.periods if 0 <= mention.start - p.end <= 1)
    return any(not text[start : p.start].strip(" •·*-") for p in times)
