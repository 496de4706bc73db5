"""Lists in English: `revenue and profit were … and …, respectively`; what lists of either language are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.accounts import both_accounts
from generator.extraction.lists.paired import UNTOLD, years_named
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spans import spanned
from generator.extraction.unnamed.respective_parts import respective_part

Mark = TypeVar("Mark", bound=Mention | PeriodMention | EntityMention)

_TO = re.compile(r",?\s*(?:分别)?(?:[上下]调|[增升降跌减])?(?:至|到|达到?|为)\s*|,?(?: respectively,?)? to ")
# `over the same period`, `its forecasts for the two years`
_SAME_YEARS = re.compile(
    r"\b(?:for|in|over|during) (?:the same (?:periods?|years)|(?:both|those|these|each of the|(?:the|those|these) (?:two|three))(?: fiscal)? years)\b(?! (?:of )?(?:last|a year|20|to|from|ended|before|after))"
)
# `reached 114,150 in the first half, with 42,094 and 72,056 in Q1 and Q2, respectively`: the whole, or what two others are set beside, stands before them
_BEHIND_A_WHOLE = re.compile(
    r",? (?:with|including|being|consisting of|made up of|comprising|or|compared with|compared to|against|versus|(?:up |down )?from) (?:[a-z]+ ){0,3}$|: $"
)
# `600 units in December`, `600 units, respectively, in the third quarter`; a mention may begin with the preposition
_WHEN_BEHIND = re.compile(
    r"(?: \([^()]{2,40}\))?(?: (?:units|vehicles|cars|phones|smartphones|deliveries))?(?:,? respectively,?)?(?: (?:in|for|during)(?: (?:the|its))?)? ?"
)
_WITH_ITS_WHOLE = 3  # amounts of a list that may begin with the whole of the others
_APART = 24  # characters between two amounts of a list
_BEHIND = 40  # characters behind a list's last amount, within which the list of its periods starts
_JOINED = re.compile(
    r"(?:\s?\([^()]*\)\s?)?(?:年|月|业务|分部|汽车|公司|集团|品牌|车型|系列|板块|收入|市场)?\s*(?:、|和|及|与|以及|, and |,| and |,? as well as |/)\s*"
    rf"{ABOUT}"
)


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
        elif parts := _listed_parts(scan, linker, cue, run, named, years):
            links |= _in_their_time(scan, run, parts)
            links |= _led_parts(scan, linker, run, named, parts) or _grown_parts(scan, linker, run, named, parts)
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
    untold = (run for run in runs if all(a.kind == "percent" for a in run) or _of_several_parts(scan, run))
    return {a.start: Link(doubt=UNTOLD) for run in untold for a in run}


def _of_several_parts(scan: Scan, run: list[Amount]) -> bool:
    """Whether a list stands behind as many parts, and nothing says what they did: `Games and advertising earned 64 billion and 36 billion yuan, respectively`."""
    parts = side_by_side(scan, scan.segments, run[0].start, len(run))
    return bool(parts) and run[0].start - parts[-1].end <= _BEHIND and respective_part(scan, run[0]) is None


def parts_that_grew(scan: Scan, linker: Linker, run: list[Amount]) -> dict[int, Link]:
    """Return the revenue of parts of which no metric is told: `IoT and internet services fell by 14% and 1% respectively`."""
    kinds = linker.meanings.catalogue.segments
    lines = [m for m in scan.segments if m.segment and kinds[m.segment].kind == "business"]
    parts = side_by_side(scan, lines, run[0].start, len(run))
    if not parts or run[0].start - parts[-1].end > _BEHIND or change_of(scan, run[0]) is None:
        return {}
    metric = _counted_of(scan, linker, parts[-1], run[0]) or "revenue"
    told = (Mention(m.start, m.end, (metric,), part=m.segment) for m in parts)
    return {a.start: Link(metric, mention) for a, mention in zip(run, told, strict=True)}


def _counted_of(scan: Scan, linker: Linker, part: Mention, amount: Amount) -> str | None:
    """Return what stands right behind the last of several parts, which is counted of each: 空调、冰箱出货分别超540万台和79万台,同比分别增长60%和25%."""
    counted = next((m for m in scan.metrics if m.start == part.end and m.end <= amount.start), None)
    change = change_of(scan, amount)
    return linker.meanings.of_change(counted, change) if counted and change and not counted.nothing else None


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
    low = max(first.end, run[0].start - _BEHIND) if first is not None else 0
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


def led_to(scan: Scan, run: list[Amount]) -> list[Amount]:
    """Return the list of amounts that a list of changes led to: 分别增长22.3%及80.8%,至1130亿与113亿元."""
    after = [a for a in scan.amounts if a.start >= run[-1].end][: len(run)]
    if len(after) < len(run) or not _TO.fullmatch(scan.text, run[-1].end, after[0].start):
        return []
    joined = (_JOINED.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(after))
    return after if all(joined) else []


def _led_parts(
    scan: Scan, linker: Linker, run: list[Amount], named: list[Mention], parts: dict[int, Link]
) -> dict[int, Link]:
    """Return the links of what a list's changes led to: `for 2025 and 2026 by 11% and 16%, respectively, to 1.1 and 1.2 yuan`."""
    led = led_to(scan, run)
    links = in_pairs(scan, linker, led, named * len(led)) if led else {}
    return {
        at: replace(link, when=part.when, company=part.company, mention=part.mention or link.mention)
        for (at, link), part in zip(links.items(), parts.values(), strict=False)
    }


def _grown_parts(
    scan: Scan, linker: Linker, run: list[Amount], named: list[Mention], parts: dict[int, Link]
) -> dict[int, Link]:
    """Return the links of how far a list's parts grew: `revenues of 44 billion and 28 billion respectively, showing growth of 6% and 15%`."""
    grown = [a for a in scan.amounts if a.start >= run[-1].end][: len(run)]
    joined = all(_JOINED.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(grown))
    fresh = any(run[-1].end <= m.start < grown[-1].start for m in (*scan.metrics, *scan.segments)) if grown else True
    if len(grown) < len(run) or not joined or fresh or change_of(scan, grown[0]) is None:
        return {}
    links = in_pairs(scan, linker, grown, named * len(grown))
    return {
        at: replace(link, when=part.when, company=part.company, mention=part.mention or link.mention)
        for (at, link), part in zip(links.items(), parts.values(), strict=True)
    }


def _listed_parts(
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


def _in_their_time(scan: Scan, run: list[Amount], parts: dict[int, Link]) -> dict[int, Link]:
    """Return the links of a list with the time right behind it: `ceased in March, and these sold 234,000 and 600 units in December, respectively`."""
    when = next((p for p in scan.periods if _WHEN_BEHIND.fullmatch(scan.text, run[-1].end, p.start)), None)
    if when is None or when.relation or any(link.when for link in parts.values()):
        return parts
    return {at: replace(link, when=when) for at, link in parts.items()}


Parts = tuple[Sequence[Mention], Sequence[PeriodMention], Sequence[EntityMention]]


def _parts(scan: Scan, cue: Cue, run: list[Amount], named: Mention) -> Parts:
    before = max(scan.amount_before(run[0].start), scan.sentence.start)
    segments: Sequence[Mention] = [
        m for m in scan.segments if before <= m.start < run[0].start and not _same_place(m, named)
    ]
    if len(segments) > len(run):
        segments = side_by_side(scan, segments, run[0].start, len(run))
    if not segments:  # `$5.7 billion and $1.3 billion in North America and International segments respectively`
        segments = side_by_side(scan, [m for m in scan.segments if m.start >= run[-1].end], cue.start, len(run))
    behind = [p for p in scan.periods if run[-1].end <= p.start <= run[-1].end + _BEHIND]
    periods = [p for p in scan.periods if before <= p.start < run[0].start] or behind
    periods = list(spanned(scan.periods, scan.text, run[0].start, len(run))) or periods
    if len(periods) != len(run) == len(behind):
        periods = behind  # `2.8 billion and 1.1 billion in Q3 2024 and Q2 2025, respectively`
    if len(periods) != len(run):
        periods = years_named(scan, run[0].start, run[-1].end, len(run))
    companies = side_by_side(scan, scan.entities, run[0].start, len(run))
    return segments, periods, companies


def side_by_side(scan: Scan, marks: Sequence[Mark], before: int, count: int) -> Sequence[Mark]:
    found = [m for m in marks if m.end <= before and scan.text[m.start - 1] != "("][-count:]  # tickers in brackets
    joined = (  # 今明两年 names two without a word between them
        one.end == other.start or _JOINED.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(found)
    )
    return found if len(found) == count and all(joined) else ()


def same_years(scan: Scan, count: int, told: Sequence[PeriodMention]) -> Sequence[PeriodMention]:
    """Return the years that the sentence before ended with, where this one says that it goes on with them: `over the same period`."""
    again = len(told) == count and _SAME_YEARS.search(scan.text, scan.sentence.start, scan.sentence.end)
    return [replace(year, start=scan.sentence.start, end=scan.sentence.start) for year in told] if again else ()


def _same_place(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end


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
    parts = sum(run[-1].end <= p.start <= run[-1].end + _BEHIND for p in scan.periods)
    whole = parts == len(run) - 1 and _BEHIND_A_WHOLE.search(scan.text, run[0].end, run[1].start)
    return run[1:] if whole else run


def is_like(one: Amount, other: Amount) -> bool:
    """Whether two amounts may stand in one list: `45.1 billion, 57.2 billion and 70.3 billion yuan`."""
    kinds = {one.kind, other.kind}
    return (
        len(kinds) == 1
        or kinds == {"bare", "count"}
        or (kinds in ({"bare", "money"}, {"bare", "count"}) and one.scaled and other.scaled)
    )


def in_pairs(scan: Scan, linker: Linker, run: list[Amount], named: list[Mention]) -> dict[int, Link]:
    """Return the links of a run; if its first amount is a change, so are the others: 分别增长6%和4%."""
    changed = change_of(scan, run[0]) is not None
    links = {}
    for amount, mention in zip(run, named, strict=True):
        metric = linker.meanings.listed(mention, amount, changed)
        links[amount.start] = Link(metric, mention) if metric else Link(doubt="a list that pairs unlike things")
    return links
