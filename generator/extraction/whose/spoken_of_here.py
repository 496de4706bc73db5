"""The lines of business that a sentence spoke of before a metric, and has not turned from."""

from __future__ import annotations

import re
from operator import attrgetter

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.tallies import CARS_SOLD, TRACKED
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.lines_rate import is_a_lines_rate
from generator.extraction.whose.of_all_again import speaks_of_all
from generator.extraction.whose.of_all_zh import is_after_a_parts, is_of_a_reason
from generator.extraction.whose.reasons_en import is_a_reason
from generator.extraction.whose.said_aside_en import is_said_aside
from generator.extraction.whose.spoken_before import is_of_all

_THE_GROUPS = re.compile(
    r"(?:而|但)?(?:公司|集团|整体)(?:则|的)?(?:[去今]年|(?:20\d\d年)?第?[一二三四1-4]季度?|[上下]半年|全年|期内|季内)*(?:的|总)?"
)


def spoken_of_here(
    around: Surroundings, metric: str, mention: Mention, businesses: list[Mention], amount: Amount
) -> list[str]:
    """Return the segments that a sentence spoke of before a metric, and has not turned from."""
    said = around.scan.text[mention.start : mention.end]
    candidates: list[str] = []
    named = own_at = -1  # where a line stood last; any metric of a line's own
    for other in _in_order(around, businesses):
        if other.end <= mention.start and not (
            is_of_a_reason(around, other, mention) or _has_its_own(around, other) or is_a_reason(around.scan, other)
        ):
            own = other.segment or (None if _counts_cars(around, other) else _own_segment(around, other, metric))
            if any(m in CARS_SOLD for m in other.metrics) and own_at < around.scan.clause(other.start)[0]:
                candidates = _cars_beside(around, candidates)
            own_total = any(m.end == other.start for m in businesses)  # 汽车等创新业务总收入213亿元,总毛利率26.4%
            candidates = [] if is_of_all(around, other) and not own_total else candidates + ([own] if own else [])
            own_at = max(own_at, other.start) if own else own_at
            named = max(named, other.start) if own and said.isascii() else named
    if not (said.isascii() or any(m.end <= mention.start for m in businesses)):
        candidates = [] if _opens_with_its_period(around, metric, mention) else candidates
    if not said.isascii() and is_after_a_parts(around, metric, mention, amount):
        return []
    if said.isascii() and speaks_of_all(around, metric, mention, amount, named):
        return []
    candidates = candidates if metric.endswith(TRACKED) or not said.isascii() else _without_products(around, candidates)
    fresh = around.subject_before(mention.start)
    if fresh is not None or around.ground.entity:
        of = fresh.entity if fresh else around.ground.entity
        candidates = [s for s in candidates if around.names.owner(metric, s) in (None, of)]  # no iPhone is Foxconn's
    latest = max((m.start for m in businesses if m.end <= mention.start), default=named)
    if any(latest < m.start < mention.start and _is_the_groups(around, m) for m in around.scan.metrics):
        return []
    if latest < 0 or fresh is None or _is_share_of(around, metric, fresh, candidates[-1:]):
        return candidates
    turned = fresh.start > max(latest, own_at, around.scan.sentence.start + 2) and not is_said_aside(around.scan, fresh)
    return [] if turned else candidates


def _in_order(around: Surroundings, businesses: list[Mention]) -> list[Mention]:
    """Return the metrics and the lines of a sentence; of a Chinese one from left to right: 淘天集团收入988亿元,云收入296亿元,经营利润…."""
    named = [*around.scan.metrics, *businesses]
    return sorted(named, key=attrgetter("start")) if around.scan.chinese else named


def _is_the_groups(around: Surroundings, mention: Mention) -> bool:
    """Whether a Chinese clause opens with the company and its revenue, whatever line the one before was on: 公司全年营收3376亿元,增长22%,经营利润为368亿元."""
    scan, low = around.scan, around.scan.clause(mention.start)[0]
    if mention.metrics[:1] != ("revenue",) or scan.text[mention.start].isascii():
        return False
    return _THE_GROUPS.fullmatch(scan.text, low, mention.start) is not None


def _without_products(around: Surroundings, lines: list[str]) -> list[str]:
    """Return the lines spoken of without the products of one before them: `Revenue from cars was 9.7 billion yuan, on 39,790 deliveries of the SU7, and the margin`."""
    kinds = around.names.catalogue.segments
    return [line for i, line in enumerate(lines) if kinds[line].product_of not in lines[:i]]


def _counts_cars(around: Surroundings, mention: Mention) -> bool:
    """Whether what may be cars or what they bring in is told as a count: `As vehicle sales rose 19% to 630,237, revenue increased`."""
    if not any(metric in CARS_SOLD for metric in mention.metrics):
        return False
    told = next((a for a in around.scan.amounts if a.start >= mention.end and a.kind != "percent"), None)
    return told is not None and told.kind in ("count", "bare") and not told.scaled


def _own_segment(around: Surroundings, mention: Mention, metric: str) -> str | None:
    """Return the segment that a metric is of by its own name; what a maker of cars takes for each in Chinese turns from no whole."""
    entries = around.names.catalogue.metrics
    if around.scan.chinese and "ev_asp" in mention.metrics and _makes_cars(around, mention):
        return None  # 吉利单车售价降至9.6万元,毛利率16.4%
    rate = around.scan.chinese and metric == "revenue" and is_a_lines_rate(around, mention.metrics[:1])
    if rate and _makes_cars(around, mention):
        return None  # 理想整车毛利率19.8%,收入422亿元; of Xiaomi's cars it would be theirs
    return next((entries[m].segment for m in mention.metrics if m in entries and entries[m].base), None)


def _makes_cars(around: Surroundings, mention: Mention) -> bool:
    """Whether the company spoken of at a metric makes cars."""
    subject = around.subject_before(mention.start)
    maker = around.names.catalogue.companies.get((subject.entity if subject else around.ground.entity) or "")
    return maker is not None and maker.is_car_maker


def _cars_beside(around: Surroundings, candidates: list[str]) -> list[str]:
    """Return the line that goes on behind a count of cars: theirs, where other things are made beside them, else the whole company.

    手机出货4150万部;汽车交付13.5万辆,毛利率23%; but 服务收入23亿元,交付11.6万辆,毛利率20.1%
    """
    things = candidates and around.names.special("gross_margin", candidates[-1])
    return ["ev"] if things else []


def _has_its_own(around: Surroundings, other: Mention) -> bool:
    """Whether a Chinese line of business only labels the amount right behind it: 中国电商+10%,云+26%,毛利率40%."""
    text = around.scan.text
    plain = other.segment is not None and not other.metrics and not text[other.end - 1].isascii()
    return plain and any(
        a.start - other.end <= 1 and a.kind == "percent" and a.start >= other.end for a in around.scan.amounts
    )


def _opens_with_its_period(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a Chinese clause names its own period, another one or, of revenue, the same again: 第二季汽车毛利率约19%,次季收入325亿元."""
    scan, low = around.scan, around.scan.clause(mention.start)[0]
    own = next(
        (p for m, p in around.resolved if m.start == low and scan.text[m.end : mention.start] in ("", "的", "总")), None
    )
    return own is not None and any((p != own or metric == "revenue") and m.end <= low for m, p in around.resolved)


def _is_share_of(around: Surroundings, metric: str, fresh: EntityMention | None, candidates: list[str]) -> bool:
    """Whether the home company's market share is still that of the business spoken of: it has none as a whole."""
    of_home = fresh is not None and fresh.entity == around.home
    return of_home and metric == "market_share" and any(around.names.special(metric, s) for s in candidates)
