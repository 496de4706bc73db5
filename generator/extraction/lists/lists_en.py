"""Lists in English: `revenue and profit were … and …, respectively`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.accounts import both_accounts
from generator.extraction.lists.alike import BEHIND_AMOUNT, in_pairs, is_like, led_to, side_by_side
from generator.extraction.lists.paired import UNTOLD
from generator.extraction.lists.parts_listed_en import (
    grown_parts,
    in_their_time,
    led_parts,
    listed_parts,
    of_several_parts,
    parts_that_grew,
)
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

# `reached 114,150 in the first half, with 42,094 and 72,056 in Q1 and Q2, respectively`: the whole, or what two others are set beside, stands before them
_BEHIND_A_WHOLE = re.compile(
    r",? (?:with|including|being|consisting of|made up of|comprising|or|compared with|compared to|against|versus|(?:up |down )?from) (?:[a-z]+ ){0,3}$|: $"
)
_WITH_ITS_WHOLE = 3  # amounts of a list that may begin with the whole of the others
_APART = 24  # characters between two amounts of a list


def listed_links(scan: Scan, linker: Linker, years: Sequence[PeriodMention] = ()) -> dict[int, Link]:
    """Return, by the amounts' starts, the links that `respectively` gives; a doubt where the lists do not match.

    `years` are those of the list that the sentence before ended with.
    """
    links: dict[int, Link] = {}
    last: list[Mention] = []
    for cue in (c for c in scan.cues if c.kind == "each" and scan.text[c.start].isascii()):
        run = _run(scan, cue)
        if len(run) < 2:
            continue
        named = _named(scan, linker, run)
        named = named[-len(run) :] if len(named) >= len(run) else named or last
        last = named or last
        if 1 < len(named) < len(run) and len({m.metrics for m in named}) == 1:
            named = named[-1:]  # `Revenue grew in most regions, with Europe and Japan reporting revenues of`
        if not named and (told := parts_that_grew(scan, linker, run) or as_before(scan, linker, run)):
            links |= told
        elif parts := listed_parts(scan, linker, cue, run, named, years):
            links |= in_their_time(scan, run, parts)
            links |= led_parts(scan, linker, run, named, parts) or grown_parts(scan, linker, run, named, parts)
        elif len(named) == len(run):
            links |= in_pairs(scan, linker, run, named)
            if led := led_to(scan, run):
                links |= in_pairs(scan, linker, led, named)
        elif len(named) > 1:
            links |= {a.start: Link(doubt="a list of another length than the list of metrics") for a in run}
    return links


def respectively_untold(scan: Scan) -> dict[int, Link]:
    """Return, by their starts, a doubt for all percentages that `respectively` speaks of, and all amounts of several parts: what no list pairs is nobody's."""
    cues = (c for c in scan.cues if c.kind == "each" and scan.text[c.start].isascii())
    runs = [run for run in (_run(scan, cue) for cue in cues) if len(run) > 1]
    untold = (run for run in runs if all(a.kind == "percent" for a in run) or of_several_parts(scan, run))
    return {a.start: Link(doubt=UNTOLD) for run in untold for a in run}


def as_before(scan: Scan, linker: Linker, run: list[Amount]) -> dict[int, Link]:
    """Return the links of a list set beside another: `revenue of $39 billion and EPS of $5.16, above estimates of $38 billion and $4.70, respectively`."""
    levels = [a for a in scan.amounts if a.end <= run[0].start and change_of(scan, a) is None]
    alike = [(a.kind, a.scaled) for a in levels[-len(run) :]] == [(a.kind, a.scaled) for a in run]
    if not alike or change_of(scan, run[0]) is not None:
        return {}
    probe = Linker(scan, linker.meanings)
    links = [probe.level(a, comparative=False) for a in levels][-len(run) :]
    apart = len({link.metric for link in links}) == len(run) and all(link.metric for link in links)
    return {a.start: link for a, link in zip(run, links, strict=True)} if apart else {}


def _named(scan: Scan, linker: Linker, run: list[Amount]) -> list[Mention]:
    """Return the metrics that are named before a list of amounts, since the amount before it."""
    first = scan.preceding(run[0])
    low = max(first.end, run[0].start - BEHIND_AMOUNT) if first is not None else 0
    led = first is not None and is_like(first, run[0]) and _BEHIND_A_WHOLE.search(scan.text, low, run[0].start)
    at = first.start if first is not None and led else run[0].start
    named = [m for m in scan.metrics if m.end <= at and m.start >= scan.amount_before(at)]
    return both_accounts(scan, linker, named, run) or named or _of_makers(scan, linker, run)


def _of_makers(scan: Scan, linker: Linker, run: list[Amount]) -> list[Mention]:
    """Return what as many makers stand with, in reports on their market: `fourth and fifth, with 5.3 million units and 5.2 million units, respectively`."""
    makers = side_by_side(scan, scan.entities, run[0].start, len(run)) if linker.meanings.vendors else ()
    if not makers or any(m.start > makers[0].start for m in scan.metrics):
        return []
    if not all(a.kind == run[0].kind and a.kind in ("count", "percent") for a in run):
        return []
    held = run[0].kind == "percent" and change_of(scan, run[0]) is None
    metric = "market_share" if held else "shipments"
    return [Mention(run[0].start - 1, run[0].start, (metric,))]


def _run(scan: Scan, cue: Cue) -> list[Amount]:
    """Return the amounts before `respectively` that it speaks of."""
    before = [a for a in scan.amounts if a.end <= cue.start]
    run = before[-1:]
    for amount in reversed(before[:-1]):
        if not is_like(amount, run[0]) or run[0].start - amount.end > _APART:
            break
        run.insert(0, amount)
    if len(run) < _WITH_ITS_WHOLE:
        return run
    parts = sum(run[-1].end <= p.start <= run[-1].end + BEHIND_AMOUNT for p in scan.periods)
    whole = parts == len(run) - 1 and _BEHIND_A_WHOLE.search(scan.text, run[0].end, run[1].start)
    return run[1:] if whole else run
