"""Lists of another metric in the years of the list before: 2025至2027年收入分别为…;净利润则为420亿、560亿及680亿元."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import runs
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.alike import in_pairs
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention


def of_years_before(
    scan: Scan, linker: Linker, years: tuple[PeriodMention, ...], between: re.Pattern[str]
) -> dict[int, Link]:
    """Return the links of lists that nothing but their length says to be of as many years, told in the sentence before."""
    links: dict[int, Link] = {}
    for run in runs(scan.amounts, scan.text, between) if years and not scan.periods else ():
        floor = scan.amount_before(run[0].start)
        named = [m for m in scan.metrics if floor <= m.start and m.end <= run[0].start and not m.nothing]
        metric = linker.meanings.metric(named[0], run[0]) if len(named) == 1 and len(run) == len(years) else None
        if metric and all(linker.meanings.fits(metric, a) for a in run):
            links |= in_those_years(scan, linker, run, named[0], years, run[0].start)
    return links


def in_those_years(
    scan: Scan, linker: Linker, run: list[Amount], named: Mention, years: tuple[PeriodMention, ...], at: int
) -> dict[int, Link]:
    """Return the links of one metric's amounts in as many years, which stand at an offset before them."""
    links = in_pairs(scan, linker, run, [named] * len(run))
    told = (replace(year, start=at, end=at) for year in years)
    return {start: replace(link, when=when) for (start, link), when in zip(links.items(), told, strict=True)}
