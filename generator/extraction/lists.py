"""Lists: `营收和净利润分别为1131亿元和113亿元`, `revenue and profit were … and …, respectively`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts import Amount
from generator.extraction.change import change_of
from generator.extraction.linking import Link, Linker
from generator.extraction.names import Mention
from generator.extraction.scanning import Cue, Scan

_BEHIND = 40  # characters behind a list's last amount, within which the list of its periods starts


def listed_links(scan: Scan, linker: Linker) -> dict[int, Link]:
    """Return, by the amounts' starts, the links that `respectively` gives; a doubt where the lists do not match."""
    links: dict[int, Link] = {}
    last: list[Mention] = []
    for cue in (c for c in scan.cues if c.kind == "each"):
        run = _run(scan, cue)
        if len(run) < 2:
            continue
        named = [m for m in scan.metrics if m.end <= run[0].start and m.start >= scan.amount_before(run[0].start)]
        named = _both_accounts(scan, linker, named, run) or named
        named = named[-len(run) :] if len(named) >= len(run) else named or last
        last = named or last
        if parts := _listed_parts(scan, linker, run, named):
            links |= parts
        elif len(named) == len(run):
            links |= {a.start: _link(scan, linker, a, m) for a, m in zip(run, named, strict=True)}
        elif len(named) > 1:
            links |= {a.start: Link(doubt="a list of another length than the list of metrics") for a in run}
    return links


def _listed_parts(scan: Scan, linker: Linker, run: list[Amount], named: list[Mention]) -> dict[int, Link]:
    """Return the links of one metric's amounts in as many segments or periods: `revenue of the Mac and iPad`, `in 2026 and 2027`."""
    if len(named) != 1 or not scan.text[run[0].start].isascii():
        return {}
    links = [_link(scan, linker, a, named[0]) for a in run]
    before = max(scan.amount_before(run[0].start), scan.sentence.start)
    businesses = [m for m in scan.segments if before <= m.start < run[0].start and not _same_place(m, named[0])]
    if len(businesses) == len(run):
        told = [replace(named[0], part=m.segment) for m in businesses]
        return {a.start: replace(link, mention=m) for a, link, m in zip(run, links, told, strict=True)}
    periods = [p for p in scan.periods if before <= p.start < run[0].start] or [
        p for p in scan.periods if run[-1].end <= p.start <= run[-1].end + _BEHIND
    ]
    if len(periods) == len(run):
        return {a.start: replace(link, when=p) for a, link, p in zip(run, links, periods, strict=True)}
    return {}


def _same_place(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


def _both_accounts(scan: Scan, linker: Linker, named: list[Mention], run: list[Amount]) -> list[Mention]:
    """`GAAP and non-GAAP gross margins` are two metrics: the reported one and the adjusted one."""
    if len(run) != 2 or len(named) != 1 or not named[0].metrics[0].startswith("adjusted_"):
        return []
    if not re.search(r"\bGAAP and $", scan.text[: named[0].start][-12:]):
        return []
    reported = named[0].metrics[0].removeprefix("adjusted_")
    return [replace(named[0], metrics=(reported,)), named[0]] if reported in linker.catalogue.metrics else []


def _run(scan: Scan, cue: Cue) -> list[Amount]:
    """Return the amounts that the word speaks of: after it in Chinese, before it in English."""
    if scan.text[cue.start].isascii():
        before = [a for a in scan.amounts if a.end <= cue.start]
        run = before[-1:]
        for amount in reversed(before[:-1]):
            if amount.kind != run[0].kind or run[0].start - amount.end > 16:
                break
            run.insert(0, amount)
        return run
    run = []
    for amount in (a for a in scan.amounts if a.start >= cue.end):
        if run and (amount.kind != run[0].kind or amount.start - run[-1].end > 8):
            break
        run.append(amount)
    return run


def _link(scan: Scan, linker: Linker, amount: Amount, mention: Mention) -> Link:
    change = change_of(scan, amount)
    metric = linker.listed(mention, amount, change is not None)
    return Link(metric, mention) if metric else Link(doubt="a list that pairs unlike things")
