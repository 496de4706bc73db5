"""Lists that English tells of several parts, periods or companies: `of the Mac and iPad`, `IoT and internet services fell by 14% and 1% respectively`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.alike import (
    BEHIND_AMOUNT,
    JOINED,
    in_pairs,
    led_to,
    same_place,
    same_years,
    side_by_side,
)
from generator.extraction.lists.paired import years_named
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spans import spanned
from generator.extraction.unnamed.respective_parts import respective_part

# `600 units in December`, `600 units, respectively, in the third quarter`; a mention may begin with the preposition
_WHEN_BEHIND = re.compile(
    r"(?: \([^()]{2,40}\))?(?: (?:units|vehicles|cars|phones|smartphones|deliveries))?(?:,? respectively,?)?(?: (?:in|for|during)(?: (?:the|its))?)? ?"
)

Parts = tuple[Sequence[Mention], Sequence[PeriodMention], Sequence[EntityMention]]


def of_several_parts(scan: Scan, run: list[Amount]) -> bool:
    """Whether a list stands behind as many parts, and nothing says what they did: `Games and advertising earned 64 billion and 36 billion yuan, respectively`."""
    parts = side_by_side(scan, scan.segments, run[0].start, len(run))
    return bool(parts) and run[0].start - parts[-1].end <= BEHIND_AMOUNT and respective_part(scan, run[0]) is None


def parts_that_grew(scan: Scan, linker: Linker, run: list[Amount]) -> dict[int, Link]:
    """Return the revenue of parts of which no metric is told: `IoT and internet services fell by 14% and 1% respectively`."""
    kinds = linker.meanings.catalogue.segments
    lines = [m for m in scan.segments if m.segment and kinds[m.segment].kind == "business"]
    parts = side_by_side(scan, lines, run[0].start, len(run))
    if not parts or run[0].start - parts[-1].end > BEHIND_AMOUNT or change_of(scan, run[0]) is None:
        return {}
    metric = _counted_of(scan, linker, parts[-1], run[0]) or "revenue"
    told = (Mention(m.start, m.end, (metric,), part=m.segment) for m in parts)
    return {a.start: Link(metric, mention) for a, mention in zip(run, told, strict=True)}


def _counted_of(scan: Scan, linker: Linker, part: Mention, amount: Amount) -> str | None:
    """Return what stands right behind the last of several parts, which is counted of each: 空调、冰箱出货分别超540万台和79万台,同比分别增长60%和25%."""
    counted = next((m for m in scan.metrics if m.start == part.end and m.end <= amount.start), None)
    change = change_of(scan, amount)
    return linker.meanings.of_change(counted, change) if counted and change and not counted.nothing else None


def led_parts(
    scan: Scan, linker: Linker, run: list[Amount], named: list[Mention], parts: dict[int, Link]
) -> dict[int, Link]:
    """Return the links of what a list's changes led to: `for 2025 and 2026 by 11% and 16%, respectively, to 1.1 and 1.2 yuan`."""
    led = led_to(scan, run)
    links = in_pairs(scan, linker, led, named * len(led)) if led else {}
    return {
        at: replace(link, when=part.when, company=part.company, mention=part.mention or link.mention)
        for (at, link), part in zip(links.items(), parts.values(), strict=False)
    }


def grown_parts(
    scan: Scan, linker: Linker, run: list[Amount], named: list[Mention], parts: dict[int, Link]
) -> dict[int, Link]:
    """Return the links of how far a list's parts grew: `revenues of 44 billion and 28 billion respectively, showing growth of 6% and 15%`."""
    grown = [a for a in scan.amounts if a.start >= run[-1].end][: len(run)]
    joined = all(JOINED.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(grown))
    fresh = any(run[-1].end <= m.start < grown[-1].start for m in (*scan.metrics, *scan.segments)) if grown else True
    if len(grown) < len(run) or not joined or fresh or change_of(scan, grown[0]) is None:
        return {}
    links = in_pairs(scan, linker, grown, named * len(grown))
    return {
        at: replace(link, when=part.when, company=part.company, mention=part.mention or link.mention)
        for (at, link), part in zip(links.items(), parts.values(), strict=True)
    }


def listed_parts(
    scan: Scan, linker: Linker, cue: Cue, run: list[Amount], named: list[Mention], told: Sequence[PeriodMention]
) -> dict[int, Link]:
    """Return the links of one metric's amounts in as many segments, periods or companies: `of the Mac and iPad`, `in 2026 and 2027`."""
    if len(named) != 1:
        return {}
    links = list(in_pairs(scan, linker, run, named * len(run)).values())
    segments, periods, companies = _parts(scan, cue, run, named[0])
    periods = periods or same_years(scan, len(run), told)
    if len(segments) == len(run):
        links = [
            replace(link, mention=replace(named[0], part=m.segment)) for link, m in zip(links, segments, strict=True)
        ]
    elif len(periods) == len(run):
        links = [replace(link, when=p) for link, p in zip(links, periods, strict=True)]
    elif len(companies) == len(run):
        links = [replace(link, company=e.entity) for link, e in zip(links, companies, strict=True)]
    else:
        return {}
    return {a.start: link for a, link in zip(run, links, strict=True)}


def in_their_time(scan: Scan, run: list[Amount], parts: dict[int, Link]) -> dict[int, Link]:
    """Return the links of a list with the time right behind it: `ceased in March, and these sold 234,000 and 600 units in December, respectively`."""
    when = next((p for p in scan.periods if _WHEN_BEHIND.fullmatch(scan.text, run[-1].end, p.start)), None)
    if when is None or when.relation or any(link.when for link in parts.values()):
        return parts
    return {at: replace(link, when=when) for at, link in parts.items()}


def _parts(scan: Scan, cue: Cue, run: list[Amount], named: Mention) -> Parts:
    before = max(scan.amount_before(run[0].start), scan.sentence.start)
    segments: Sequence[Mention] = [
        m for m in scan.segments if before <= m.start < run[0].start and not same_place(m, named)
    ]
    if len(segments) > len(run):
        segments = side_by_side(scan, segments, run[0].start, len(run))
    if not segments:  # `$5.7 billion and $1.3 billion in North America and International segments respectively`
        segments = side_by_side(scan, [m for m in scan.segments if m.start >= run[-1].end], cue.start, len(run))
    behind = [p for p in scan.periods if run[-1].end <= p.start <= run[-1].end + BEHIND_AMOUNT]
    periods = [p for p in scan.periods if before <= p.start < run[0].start] or behind
    periods = list(spanned(scan.periods, scan.text, run[0].start, len(run))) or periods
    if len(periods) != len(run) == len(behind):
        periods = behind  # `2.8 billion and 1.1 billion in Q3 2024 and Q2 2025, respectively`
    if len(periods) != len(run):
        periods = years_named(scan, run[0].start, run[-1].end, len(run))
    companies = side_by_side(scan, scan.entities, run[0].start, len(run))
    return segments, periods, companies
