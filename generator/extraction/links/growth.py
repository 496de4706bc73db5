"""Which metric a change belongs to: `up 22%`, `同比增长22.3%`, `an increase of 5% in deliveries`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import Change
from generator.extraction.changes.grew_then import labelled_rate
from generator.extraction.changes.rate_nouns_zh import part_whose_rate
from generator.extraction.links.anothers import of_anothers
from generator.extraction.links.behind import CAUSED
from generator.extraction.links.behind_count import behind_count
from generator.extraction.links.clause import SPEAKS_OF_ELSE, has_own_measure, has_own_subject, is_aside
from generator.extraction.links.count_that_grew import count_that_grew
from generator.extraction.links.gapped import gapped_link
from generator.extraction.links.grown_behind import counted_beside, first_after, grown_behind, led_to_metric, more_of
from generator.extraction.links.in_passing import is_named_in_passing
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.links.nearest_grown import changed, nearest_grown
from generator.extraction.links.of_else import is_of_a_day, is_of_else, moves_beside
from generator.extraction.links.of_the_rate_before_zh import of_the_rate_before
from generator.extraction.links.part_beside_en import part_beside
from generator.extraction.links.told_links import begins_from
from generator.extraction.links.told_next_zh import told_next
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.metrics.part_that_grew import part_that_grew
from generator.extraction.metrics.recorded import recorded
from generator.extraction.metrics.vendors import vendor_moved
from generator.extraction.whose.only_some import UNKNOWN_LINE
from generator.extraction.whose.stood_for import repeated

_OF_NEXT = re.compile(
    r"\s*(?:(?:year[- ]o(?:ver|n)[- ]year|yoy|y/y|quarter[- ]o(?:ver|n)[- ]quarter|sequential|annual) )?(?:increase|rise|growth|jump|gain|surge|decline|drop|fall|decrease|improvement|expansion|reduction|slump|plunge|dip|higher|lower|增长|下降)?\s*(?:in|of|for|的)\s*",
    re.I,
)
# `increased marketing spending by 14% and research expenses by 22%`: what follows has a growth of its own
_NEXT_ONE = re.compile(r",? (?:and|while|but) (?:its |the |their )?")
# `Meta fell 11% even though its revenue rose`: what is named there did not fall
_ELSEWHERE = re.compile(
    r"\b(?:(?:even )?though|although|because|when|as|whereas|but|yet)\b(?! (?:much|many|a result)\b)"
)
# between `an increase in` and what it is of; `rose 39% year over year in Q3 with EPS at` goes on with something else
_AT_ONCE = re.compile(r"(?:(?!\bwith\b|\bwhile\b|\bas\b)[^;]){0,25}")
_LINE_DID_ZH = re.compile(
    "(?P<line>[一-鿿A-Za-z]{2,16}(?:业务|板块|分部|部门))(?:则|亦|也)?(?:录得|取得|实现|获得|有)了?(?:约|近|逾)?"
)
_NEAR_BEHIND = 30  # characters between a change and a metric that is only named behind it


def growth_link(linker: Linker, amount: Amount, change: Change) -> Link:
    """Return the link of an amount that states a change."""
    told = gapped_link(linker, amount) or _of_rate_before(linker, amount) or part_beside(linker, amount)
    if told is not None:
        return told
    start, end = linker.scan.clause(amount.start)
    if is_of_a_day(linker.scan, amount, start):
        return Link(doubt="a price's move, against an unknown day")
    # `a 10–12% rise in overall revenue`
    ahead = _OF_NEXT.match(linker.scan.text, linker.scan.end_of_range(amount), end)
    named = first_after(linker, ahead.end(), end) if ahead else None
    if ahead and named and _is_of_next(linker.scan, ahead.end(), named.start):
        return Link(doubt=UNKNOWN_LINE) if _is_unknown_lines(linker, amount) else changed(linker, named, change)
    if grew := grown_behind(linker, amount) or told_next(linker.scan, amount) or more_of(linker, amount):
        return changed(linker, grew, change)
    if moves_beside(linker.scan, amount):
        return Link(doubt=SPEAKS_OF_ELSE)
    if (
        grown := part_that_grew(linker.scan, amount)
        or recorded(linker.scan, amount)
        or part_whose_rate(linker.scan, amount)
    ):
        return _of_things_counted(linker, grown) or Link("revenue", grown)
    if linker.meanings.vendors and (grown := vendor_moved(linker.scan, amount)):
        return Link("shipments", grown)
    if is_of_else(linker.scan, amount):
        return Link(doubt=SPEAKS_OF_ELSE)
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
        return changed(linker, unsaid, change)  # `Services (-1.3% to $55bn)`
    start, end = linker.scan.clause(amount.start)
    floor = max(start, linker.scan.amount_before(amount.start))
    for low in (floor, start):
        if found := _grown(linker, low, amount.start, amount, change):
            return nearest_grown(linker, found, amount, change)
    if has_own_subject(linker.scan, start, amount) or has_own_measure(linker.scan, start, amount):
        return Link(doubt=SPEAKS_OF_ELSE)
    if rate := of_the_rate_before(linker, amount, change):
        return changed(linker, rate.mention, change, rate.metric)
    if found := _grown(linker, linker.scan.sentence.start, start, amount, change):
        return nearest_grown(linker, found, amount, change, goes_on=True)
    if led := led_to_metric(linker, amount):
        return changed(linker, led, change)
    after = first_after(linker, amount.end, end)
    caused = after and (
        CAUSED.search(linker.scan.text, amount.end, after.start)
        or _ELSEWHERE.search(linker.scan.text, amount.end, after.start)
        or _NEXT_ONE.fullmatch(linker.scan.text, amount.end, after.start)
    )
    if after and not caused and after.start - amount.end < _NEAR_BEHIND:
        return changed(linker, after, change)
    if counted := counted_beside(linker, amount):
        return changed(linker, counted, change)
    taken = _of_takings(linker, change)
    return taken if taken.metric else of_anothers(linker, amount)


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


def _of_takings(linker: Linker, change: Change) -> Link:
    """Return the link of the growth of what was taken in: `the segment generated $2 billion, up 16.8%`."""
    taken = linker.last.mention
    if taken is None or taken in linker.scan.metrics or not taken.metrics or taken.nothing:
        return Link()
    return changed(linker, taken, change, linker.last.metric)
