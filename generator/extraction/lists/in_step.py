"""Two amounts for two things, in step without a word that says so: `revenue of 30 trillion and profit of 16 trillion, up 54% and 98%`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.scanning import Scan

_AND = re.compile(r"(?: (?:units|vehicles|cars|devices|phones))? and (?:by )?" + ABOUT)
_NAMES = re.compile(r" and ")
_NEAR = 40  # characters between the companies and the metric that both are told of
_LED = re.compile(
    r"(?: \([^()]*\))?,? (?:(?:both )?(?:up|down|(?:an )?increases? of|rises? of|representing (?:[\w-]+ ){0,2}(?:increases|growth) of|growing|rising|falling)(?: by)?) (?:about )?"
)


def links_in_step(scan: Scan, linker: Linker) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of pairs of changes behind two levels, and of levels behind two companies."""
    links: dict[int, Link] = {}
    if not scan.amounts or not scan.text[scan.sentence.start].isascii():
        return links
    for one, other in pairwise(scan.amounts):
        alike = one.kind == other.kind or {one.kind, other.kind} == {"bare", "count"}
        if not alike or not _AND.fullmatch(scan.text, one.end, other.start):
            continue
        if change_of(scan, one) is not None:
            links |= _of_levels(scan, linker, one, other)
        else:
            links |= _of_companies(scan, linker, one, other)
    return links


def _of_levels(scan: Scan, linker: Linker, one: Amount, other: Amount) -> dict[int, Link]:
    """Return the links of two changes right behind two levels, of which each is told of what is named right before it."""
    levels = [a for a in scan.amounts if a.end <= one.start and not scan.brackets_around(a.start)]
    if len(levels) != 2 or any(change_of(scan, a) for a in levels):
        return {}
    starts = [m.start for marks in (scan.metrics, scan.entities, scan.segments) for m in marks]
    if not any(levels[0].end <= at < levels[1].start for at in starts):
        return {}  # `revenue and profit were 30 billion and 2 billion`: their order pairs them
    named = next((m.end for m in scan.segments if scan.text[levels[-1].end : m.start] == " "), levels[-1].end)
    if one.kind != "percent" or not _LED.fullmatch(scan.text, named, one.start):
        return {}
    links = linker.afresh(levels)
    if None in [link.metric for link in links] or not _are_apart(*links):
        return {}
    if links[1].company and links[0].company is None:
        first = [e.entity for e in scan.entities if e.end <= levels[0].start]
        links[0] = replace(links[0], company=first[-1] if first else None)
    return {one.start: links[0], other.start: links[1]}


def _are_apart(one: Link, other: Link) -> bool:
    """Whether two levels are of two metrics, of two parts, or the second of another company: `Xpeng sold 41,581 and Nio 34,749, up 95% and 64%`."""
    parts = [link.mention.part if link.mention else None for link in (one, other)]
    return one.metric != other.metric or other.company is not None or (None not in parts and parts[0] != parts[1])


def _of_companies(scan: Scan, linker: Linker, one: Amount, other: Amount) -> dict[int, Link]:
    """Return the links of two levels of one metric, of two companies named side by side."""
    named = [m for m in scan.metrics if m.end <= one.start and m.start >= scan.amount_before(one.start)]
    before = [e for e in scan.entities if named and e.end <= named[0].start][-2:]
    apart = len(before) == 2 and _NAMES.fullmatch(scan.text, before[0].end, before[1].start)
    if len(named) != 1 or not apart or named[0].start - before[1].end > _NEAR:
        return {}
    metrics = [linker.meanings.metric(named[0], amount) for amount in (one, other)]
    if metrics[0] is None or metrics[0] != metrics[1]:
        return {}
    return {
        amount.start: Link(metrics[0], named[0], company=company.entity)
        for amount, company in zip((one, other), before, strict=True)
    }
