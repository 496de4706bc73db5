"""Which metric a change belongs to: `up 22%`, `同比增长22.3%`, `an increase of 5% in deliveries`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import Change
from generator.extraction.changes.grew_then import labelled_rate
from generator.extraction.changes.rate_nouns_zh import part_whose_rate
from generator.extraction.changes.towards import TO
from generator.extraction.links.anothers import of_anothers
from generator.extraction.links.behind import CAUSED, metric_behind
from generator.extraction.links.behind_count import behind_count
from generator.extraction.links.clause import has_own_measure, has_own_subject, is_aside
from generator.extraction.links.count_that_grew import count_that_grew
from generator.extraction.links.gapped import gapped_link
from generator.extraction.links.in_passing import is_named_in_passing
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.links.of_else import is_of_a_day, is_of_else, moves_beside
from generator.extraction.links.of_the_rate_before_zh import of_the_rate_before
from generator.extraction.links.told_links import begins_from
from generator.extraction.links.told_next_zh import told_next
from generator.extraction.marks.bases import FROM_THEN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.metrics.line_as_subject_en import line_that_moved
from generator.extraction.metrics.per_share import PER_SHARE
from generator.extraction.metrics.recorded import recorded
from generator.extraction.metrics.unsaid import part_that_grew
from generator.extraction.metrics.vendors import vendor_moved
from generator.extraction.whose.only_some import UNKNOWN_LINE
from generator.extraction.whose.stood_for import repeated

_OF_NEXT = re.compile(
    r"\s*(?:(?:year[- ]o(?:ver|n)[- ]year|yoy|y/y|quarter[- ]o(?:ver|n)[- ]quarter|sequential|annual) )?(?:increase|rise|growth|jump|gain|surge|decline|drop|fall|decrease|improvement|expansion|reduction|slump|plunge|dip|higher|lower|增长|下降)?\s*(?:in|of|for|的)\s*",
    re.I,
)
_LED_TO = re.compile(
    rf"(?: [a-z/-]+| {FROM_THEN})?{TO}",
    re.I,
)
WITH_COUNT = re.compile(
    r"(?: [a-z/-]+){0,3} (?:decline|decrease|drop|fall|increase|rise|growth|jump|gain|surge|slump),? with (?:about |around |nearly |over |a record |a total of )?",
    re.I,
)
_SO_MUCH = re.compile(r"(?:-| (?:year[- ]o(?:n|ver)[- ]year|annual|quarterly|sequential|[A-Z]/[A-Z]) | )")
_MORE = re.compile(r" (?:more|less|fewer|higher|lower) (?:of )?(?:in )?")
_THAN = re.compile(r" (?:[a-z]+ ){0,3}?than\b")
_MOVED = re.compile(r" (?:growth|increase|rise|jump|gain|decline|drop|fall|decrease|slump|plunge)\b")
# `as demand for data centers surges 75%`: what grew has no metric.
_OF_DEMAND = re.compile(
    r"\b(?:demand|prices|adoption|traffic)(?: (?:for|of|in) [a-z -]{2,30})? (?:surg|soar|ris|rose|jump|grow|grew|climb|fall|fell|drop|declin|plung|increas|decreas)\w*(?: by| more than| nearly| about| over| around)? $",
    re.I,
)
# 手机收入460亿元,IoT收入则因家电热销,增长5.6%至276亿元: a clause that names what only the next one tells of
_FOR_A_REASON_ZH = re.compile(
    r"(?:则|也|亦|却|同样|主要|更)*(?:因|受|由于|随|得益|受益|受惠|受累|凭|靠|拜)(?:[^,;。]*,(?:而|故|因而|因此|仍|则|却|也|亦)*|[^,;。\d]{2,24}而)"
)
# 收入1424亿元,权益持有人应占盈利出现下滑,同比减少2%: how it did, right before by how much
_DID_ZH = re.compile(
    r"(?:则|也|亦|却|同样|更|还|的)*(?:出现|有所|大幅|明显|显著|继续|持续|再度|再次|同步|小幅|略有|轻微|进一步|由升转|录得|呈现|跑得|[一-鿿]{0,4}之下)*(?:增长|下滑|下降|上升|回升|回落|缩水|下跌|减少|增加|扩大|收窄|攀升|走[高低]|[跑涨升降增跌][得的]比[一-鿿]{2,6}[快慢多少高低猛])(?:了|态势|趋势)?,"
)
# `increased marketing spending by 14% and research expenses by 22%`: what follows has a growth of its own
_NEXT_ONE = re.compile(r",? (?:and|while|but) (?:its |the |their )?")
# between `an increase in` and what it is of; `rose 39% year over year in Q3 with EPS at` goes on with something else
_AT_ONCE = re.compile(r"(?:(?!\bwith\b|\bwhile\b|\bas\b)[^;]){0,25}")
_APPOSED = re.compile(rf", (?:(?:which|that) (?:was|were|is) )?(?:up|down)(?: by)? {ABOUT}")
_LINE_DID_ZH = re.compile(
    "(?P<line>[一-鿿A-Za-z]{2,16}(?:业务|板块|分部|部门))(?:则|亦|也)?(?:录得|取得|实现|获得|有)了?(?:约|近|逾)?"
)
_NO_METRIC = "its clause speaks of something that no metric names"
_NEAR_BEHIND = 30  # characters between a change and a metric that is only named behind it


def growth_link(linker: Linker, amount: Amount, change: Change) -> Link:
    """Return the link of an amount that states a change."""
    if (told := gapped_link(linker, amount) or _of_rate_before(linker, amount)) is not None:
        return told
    start, end = linker.scan.clause(amount.start)
    if is_of_a_day(linker.scan, amount, start):
        return Link(doubt="a price's move, against an unknown day")
    ahead = _OF_NEXT.match(linker.scan.text, amount.end, end)
    named = _first_after(linker, ahead.end(), end) if ahead else None
    if ahead and named and _is_of_next(linker.scan, ahead.end(), named.start):
        return Link(doubt=UNKNOWN_LINE) if _is_unknown_lines(linker, amount) else _changed(linker, named, change)
    if grew := _grew_behind(linker, amount) or told_next(linker.scan, amount) or _more_of(linker, amount):
        return _changed(linker, grew, change)
    if moves_beside(linker.scan, amount):
        return Link(doubt=_NO_METRIC)
    if (
        grown := part_that_grew(linker.scan, amount)
        or recorded(linker.scan, amount)
        or part_whose_rate(linker.scan, amount)
    ):
        return _of_things_counted(linker, grown) or Link("revenue", grown)
    if linker.meanings.vendors and (grown := vendor_moved(linker.scan, amount)):
        return Link("shipments", grown)
    if is_of_else(linker.scan, amount):
        return Link(doubt=_NO_METRIC)
    if (counted := behind_count(linker, amount)) is not None:
        return counted
    return count_that_grew(linker, amount, _of_what_was_named(linker, amount, change))


def _of_things_counted(linker: Linker, grown: Mention) -> Link | None:
    """Return the link of a part that grew and whose cars its sentence counted before: 领克2.1万辆,领克同比增长22.7%."""
    scan, told = linker.scan, linker.last.metric
    if told not in CARS_SOLD:
        return None
    parts = [m for m in scan.segments if m.segment == grown.part and m.end <= grown.start]
    counted = any(m.end == a.start and a.kind == "count" for m in parts for a in scan.amounts)
    return Link(told, replace(grown, metrics=(told,))) if counted else None


def _of_rate_before(linker: Linker, amount: Amount) -> Link | None:
    """Return the link of the rate that one labelled with its time stands behind: `rose 36% YoY (2Q25: +12%)`."""
    before = linker.scan.preceding(amount)
    told = linker.told.get(before.end) if before else None
    return told if told and labelled_rate(linker.scan, amount) else None


def _is_of_next(scan: Scan, low: int, high: int) -> bool:
    """Whether a metric is what grew: `5% in the third quarter and net profit 7%` goes on with another."""
    dated = any(low < p.end <= high and " and " in scan.text[p.end : high] for p in scan.periods)
    return bool(_AT_ONCE.fullmatch(scan.text, low, high)) and not dated


def _is_unknown_lines(linker: Linker, amount: Amount) -> bool:
    """Whether a Chinese clause says of a line that is not known what it recorded: 手机部件及组装业务录得68%的销售额增长."""
    scan = linker.scan
    line = _LINE_DID_ZH.fullmatch(scan.text, scan.clause(amount.start)[0], amount.start)
    return line is not None and not scan.is_marked(*line.span("line"), scan.segments)


def _of_what_was_named(linker: Linker, amount: Amount, change: Change) -> Link:
    """Return the link of a change to a metric named before it, to what it led to, or to one named right behind it."""
    if (unsaid := linker.unsaid_at(amount)) and not unsaid.nothing:
        return _changed(linker, unsaid, change)  # `Services (-1.3% to $55bn)`
    start, end = linker.scan.clause(amount.start)
    floor = max(start, linker.scan.amount_before(amount.start))
    for low in (floor, start):
        if found := _grown(linker, low, amount.start, amount, change):
            return _nearest(linker, found, amount, change)
    if has_own_subject(linker.scan, start, amount) or has_own_measure(linker.scan, start, amount):
        return Link(doubt=_NO_METRIC)
    if rate := of_the_rate_before(linker, amount, change):
        return _changed(linker, rate.mention, change, rate.metric)
    if found := _grown(linker, linker.scan.sentence.start, start, amount, change):
        return _nearest(linker, found, amount, change, goes_on=True)
    if led := _led_to(linker, amount):
        return _changed(linker, led, change)
    after = _first_after(linker, amount.end, end)
    caused = after and (
        CAUSED.search(linker.scan.text, amount.end, after.start)
        or _NEXT_ONE.fullmatch(linker.scan.text, amount.end, after.start)
    )
    if after and not caused and after.start - amount.end < _NEAR_BEHIND:
        return _changed(linker, after, change)
    if counted := _counted_beside(linker, amount):
        return _changed(linker, counted, change)
    taken = _of_takings(linker, change)
    return taken if taken.metric else of_anothers(linker, amount)


def _first_after(linker: Linker, low: int, high: int) -> Mention | None:
    return next((m for m in linker.scan.metrics if low <= m.start and m.end <= high), None)


def _grown(linker: Linker, low: int, high: int, amount: Amount, change: Change) -> list[Mention]:
    """Return the mentions of a stretch that can have changed so: a share by points, a quantity by percent."""
    meanings = linker.meanings
    found = [
        m
        for m in linker.scan.metrics
        if begins_from(m, low)
        and m.end <= high
        and not is_aside(linker.scan, m, amount)
        and not is_named_in_passing(linker.scan, m, low)
    ]
    found = _of_several(linker.scan, found, amount)
    if change.points:
        return [m for m in found if meanings.resolve(m, "percent")]
    return meanings.quantities(found) or (found if not meanings.quantities(linker.scan.metrics) else [])


def _of_several(scan: Scan, found: list[Mention], amount: Amount) -> list[Mention]:
    """Return what `those` can stand for, where an amount is of that: `shipments fell 12% for a share of 15%, while those of Vivo rose 20%`."""
    words = repeated(scan, amount)
    if words is None or " those " not in f"{words[0]} ":
        return found
    several = [m for m in found if m.end <= words.start() and scan.text[m.end - 1] == "s"]
    return several or found


def _nearest(linker: Linker, found: list[Mention], amount: Amount, change: Change, goes_on: bool = False) -> Link:
    """Return the link of a change to the mention nearest to it, or, in a clause that goes on, to the one told last."""
    if found[-1].nothing or _nothing_nearer(linker, found[-1], amount):
        return Link()
    if (goes_on and linker.last.mention in found and not _is_newly_named(linker, found[-1], amount)) or _took_in(
        linker, found[-1], amount
    ):
        return _changed(linker, linker.last.mention, change, None if _told_by_share(linker) else linker.last.metric)
    return _changed(linker, found[-1], change)


def _is_newly_named(linker: Linker, mention: Mention, amount: Amount) -> bool:
    """Whether a clause goes on with something of which no figure is told yet: IoT收入则因家电热销,增长5.6%; `and an operating profit, down 2.4% at 5.5 billion`."""
    start = linker.scan.clause(amount.start)[0]
    told = max((a.end for a in linker.scan.amounts if a.end <= amount.start and a.kind != "bare"), default=0)
    form = _FOR_A_REASON_ZH.match(linker.scan.text, mention.end, start + 1)
    form = form or _DID_ZH.fullmatch(linker.scan.text, mention.end, start)
    return mention.start >= told and bool(form or _APPOSED.fullmatch(linker.scan.text, mention.end, amount.start))


def _of_takings(linker: Linker, change: Change) -> Link:
    """Return the link of the growth of what was taken in: `the segment generated $2 billion, up 16.8%`."""
    taken = linker.last.mention
    if taken is None or taken in linker.scan.metrics or not taken.metrics or taken.nothing:
        return Link()
    return _changed(linker, taken, change, linker.last.metric)


def _nothing_nearer(linker: Linker, mention: Mention, amount: Amount) -> bool:
    """Whether words that name no metric stand between a mention and the amount: the text has moved on to them."""
    if _OF_DEMAND.search(linker.scan.text, mention.end, amount.start):
        return True
    return any(
        m.nothing and mention.end <= m.start and m.end <= amount.start and not is_aside(linker.scan, m, amount)
        for m in linker.scan.metrics
    )


def _counted_beside(linker: Linker, amount: Amount) -> Mention | None:
    """Return what is counted beside a change without a metric: `a 12.4% year-on-year decline, with 6,155 vehicles delivered`."""
    level = linker.scan.following(amount)
    beside = level and WITH_COUNT.fullmatch(linker.scan.text, amount.end, level.start)
    return metric_behind(linker.scan, linker.meanings, level).mention if level and beside else None


def _took_in(linker: Linker, mention: Mention, amount: Amount) -> bool:
    """Whether the last figure, nearer to an amount than a mention, is what a verb says was taken in."""
    last, floor = linker.last.mention, linker.scan.amount_before(amount.start)
    if any(floor <= part.start < amount.start for part in linker.scan.segments):
        return False  # `those in Europe 11% to $24.9 billion and those in Greater China slipped 0.3%`
    return last is not None and last not in linker.scan.metrics and mention.end <= last.start < amount.start


def _grew_behind(linker: Linker, amount: Amount) -> Mention | None:
    """Return the metric of `19% revenue growth`: it stands between a percentage and the word for how it moved."""
    text = linker.scan.text
    return next(
        (
            m
            for m in linker.scan.metrics
            if _SO_MUCH.fullmatch(text, amount.end, m.start) and not m.nothing and _MOVED.match(text, m.end)
        ),
        None,
    )


def _more_of(linker: Linker, amount: Amount) -> Mention | None:
    """Return the metric of `16% less net income than a year earlier`."""
    if linker.scan.chinese:
        return None
    text = linker.scan.text
    named = (m for m in linker.scan.metrics if _MORE.fullmatch(text, amount.end, m.start) and not m.nothing)
    return next((m for m in named if _THAN.match(text, m.end)), None)


def _led_to(linker: Linker, amount: Amount) -> Mention | None:
    """Return what a change led to, where only that names a metric: `increasing 15% year-over-year to $535 million in sales`."""
    level = linker.scan.following(amount)
    if level is None or not _LED_TO.fullmatch(linker.scan.text, amount.end, level.start):
        return None
    named = metric_behind(linker.scan, linker.meanings, level).mention
    return named or line_that_moved(linker.scan, amount, level, linker.meanings.catalogue.segments)


def _told_by_share(linker: Linker) -> bool:
    """Whether the last amount only repeats a profit by the share: `net income of $1.5 billion, or $1.32 per share, up 48%` grew as a profit."""
    link = linker.last
    assert link.mention is not None
    if link.metric not in PER_SHARE.values() or link.metric in link.mention.metrics:
        return False
    after = next((a for a in linker.scan.amounts if a.start >= link.mention.end and a.kind == "money"), None)
    return after is not None and after.scaled and not _has_grown(linker, link.mention, after)


def _has_grown(linker: Linker, mention: Mention, level: Amount) -> bool:
    """Whether a profit's own growth is told before its level: `Net income climbed 26% to $3.2 billion, or $1.10 a share, a gain of 24%`, of the share's."""
    return any(a.kind == "percent" and mention.end <= a.start < level.start for a in linker.scan.amounts)


def _changed(linker: Linker, mention: Mention | None, change: Change, metric: str | None = None) -> Link:
    assert mention is not None
    if metric is None and linker.last.mention is mention and not _told_by_share(linker):
        metric = linker.last.metric
    metric = metric or linker.meanings.of_change(mention, change)
    if metric is None:
        return Link()
    unit = linker.meanings.catalogue.metrics[metric].unit
    if change.points != (unit == "percent"):
        return Link(metric, mention, "a change of a percentage in percent, or of a quantity in percentage points")
    if mention.loss:
        return Link(metric, mention, "whether a loss that grows is a rise or a fall")
    return Link(metric, mention)
