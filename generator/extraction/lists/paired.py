"""Lists with slashes, paired with what they are of: `revenue/net profit of RMB485bn/RMB45bn`, `RMB45/57/70bn in 2025E/26E/27E`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import runs
from generator.extraction.changes.change import Change, change_of
from generator.extraction.changes.further import scaled_to
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.slashed_parts import parts_named
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_HAN = re.compile("[一-鿿]")
_NAMED = re.compile(r"\s*/\s*|\s+and\s+|\s*&\s*")
_YEAR = r"(?:FY ?|CY ?)?'?(?:20)?\d\d[EFAef]?"
_YEARS = re.compile(
    rf"(?<![\w.$/-]){_YEAR}(?:(?:\s*(?:/|,(?: and)?|&|-|–)\s*|\s+(?:and|to)\s+){_YEAR}){{1,3}}(?![\w%]|[.,]\d)"
)
_SURE = re.compile(r"20\d\d|FY|CY|\d[EF]")  # without one of these it is no list of years
_FIRST_TO_LAST = re.compile(r"\s*(?:-|–|\bto\b)\s*")
_GROWTH_IN = re.compile(r" (?:growth|increase|rise|decline|drop|fall|decrease) in (?:the |its )?(?:[a-z]+ )?")
_SHORT = re.compile(r"2\d")
_IN_SHORT = re.compile(r"(?:[a-z]+ )?2\d(?:(?:/2\d)+|-2\d)")
_FISCAL = re.compile(r"\b[Ff]iscal (?:years? )?$")  # `fiscal years 2026 to 2028`
_FISCAL_BEHIND = re.compile(r" (?:fiscal|financial) years?\b")
_BEHIND = 48  # characters behind a list, within which its years stand
UNTOLD = "a list whose amounts nothing tells apart"


def slashed_links(scan: Scan, linker: Linker) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of lists with slashes; a doubt where nothing tells their amounts apart."""
    links: dict[int, Link] = {}
    last: list[Link] = []
    for run in runs(scan.amounts, scan.text):
        if _HAN.search(scan.text, scan.sentence.start, run[-1].end):
            continue  # Chinese lists name their years and metrics before them
        told = (
            _by_what_grew(scan, linker, run, last)
            or _by_names(scan, linker, run)
            or _by_years(scan, linker, run)
            or _by_parts(scan, linker, run)
            or _as_before(linker, run, last, scan)
        )
        links |= (
            {a.start: link for a, link in zip(run, told, strict=True)}
            if told
            else {a.start: Link(doubt=UNTOLD) for a in run}
        )
        last = told or last
    return links


def slashed_changes(scan: Scan) -> dict[int, Change]:
    """Return, by the amounts' starts, the changes of lists that one word of growth makes changes: `up 33%/24%/19%`."""
    changes: dict[int, Change] = {}
    for run in runs(scan.amounts, scan.text):
        if _HAN.search(scan.text, scan.sentence.start, run[-1].end):
            continue
        if change := change_of(scan, run[0]) or change_of(scan, run[-1]):
            changes |= {a.start: scaled_to(change, a) for a in run}
    return changes


def _by_what_grew(scan: Scan, linker: Linker, run: list[Amount], last: list[Link]) -> list[Link]:
    """Return the links of as many years' growth of what is named behind it: `180%/30% growth in car deliveries`."""
    grew = next((m for m in scan.metrics if _GROWTH_IN.fullmatch(scan.text, run[-1].end, m.start)), None)
    years = [link.when for link in last]
    if grew is None or len(years) != len(run) or None in years:
        return []
    links = _links(scan, linker, run, [grew] * len(run))
    return [replace(link, when=year) for link, year in zip(links, years, strict=True)]


def _by_names(scan: Scan, linker: Linker, run: list[Amount]) -> list[Link]:
    """Return the links of as many amounts as metrics: `revenue/adjusted net profit`."""
    named = [m for m in scan.metrics if m.end <= run[0].start][-len(run) :]
    joined = all(_NAMED.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(named))
    between = [a for a in scan.amounts if named and named[-1].end <= a.start < run[0].start]
    if len(named) < len(run) or not joined or between:
        return []
    return _links(scan, linker, run, named)


def _by_years(scan: Scan, linker: Linker, run: list[Amount]) -> list[Link]:
    """Return the links of one metric's amounts in as many years."""
    years = years_named(scan, run[0].start, run[-1].end, len(run))
    named = [m for m in scan.metrics if m.end <= run[0].start][-1:]
    if not years or not named:
        return []
    return [
        replace(link, when=year) for link, year in zip(_links(scan, linker, run, named * len(run)), years, strict=True)
    ]


def _by_parts(scan: Scan, linker: Linker, run: list[Amount]) -> list[Link]:
    """Return the links of one metric's amounts in as many quarters or halves: `12.1%/14.8% in 2Q/1Q24`, `2Q/3Q23: 55.3%/51.7%`."""
    parts = parts_named(scan, run[0].start, run[-1].end, len(run))
    named = [m for m in scan.metrics if m.end <= run[0].start][-1:]
    if not parts or not named:
        return []
    links = _links(scan, linker, run, named * len(run))
    return [replace(link, when=part) for link, part in zip(links, parts, strict=True)]


def _as_before(linker: Linker, run: list[Amount], last: list[Link], scan: Scan) -> list[Link]:
    """Return the links of a list that goes on with the one before: `RMB485bn/RMB45bn, up 33%/66%`."""
    named = [link.mention for link in last if link.mention]
    if len(named) != len(run):
        return []
    return [replace(link, when=old.when) for link, old in zip(_links(scan, linker, run, named), last, strict=True)]


def _links(scan: Scan, linker: Linker, run: list[Amount], named: list[Mention]) -> list[Link]:
    changed = (change_of(scan, run[0]) or change_of(scan, run[-1])) is not None
    found = []
    for amount, mention in zip(run, named, strict=True):
        metric = linker.meanings.listed(mention, amount, changed)
        found.append(Link(metric, mention) if metric else Link(doubt="a list that pairs unlike things"))
    return found


def years_named(scan: Scan, start: int, end: int, count: int) -> list[PeriodMention]:
    """Return the years of a list of as many as asked for that stands behind a list of amounts, else before it."""
    behind = _YEARS.search(scan.text, end, min(scan.sentence.end, end + _BEHIND))
    lists = [behind] if behind else []
    lists += reversed(list(_YEARS.finditer(scan.text, scan.sentence.start, start)))
    for found in lists:
        if (_SURE.search(found[0]) or _in_a_row(found[0])) and len(years := _years(found)) == count:
            return years
    return []


def _in_a_row(said: str) -> bool:
    """Whether numbers joined by slashes can only be years: the company's 24/25/26 net profit."""
    numbers = [int(digits) for digits in _SHORT.findall(said)] if _IN_SHORT.fullmatch(said.strip()) else []
    return len(numbers) > 1 and ("-" in said or all(other - one == 1 for one, other in pairwise(numbers)))


def _years(found: re.Match[str]) -> list[PeriodMention]:
    numbers = [2000 + int(digits[-2:]) for digits in re.findall(r"\d+", found[0])]
    if len(numbers) == 2 and _FIRST_TO_LAST.search(found[0]):
        numbers = list(range(numbers[0], numbers[1] + 1))
    text = found.string
    fiscal = "FY" in found[0] or bool(
        _FISCAL.search(text, max(0, found.start() - 16), found.start()) or _FISCAL_BEHIND.match(text, found.end())
    )
    return [PeriodMention(found.start(), found.end(), "year", number, fiscal=fiscal) for number in numbers]
