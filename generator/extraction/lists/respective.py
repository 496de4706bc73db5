"""`Samsung and Xiaomi had respective market shares of 23 percent and 6 percent`: a word before a list pairs it with the companies."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.alike import in_pairs, side_by_side
from generator.extraction.marks.scanning import Scan

_RESPECTIVE = sought(r"\brespective\b")
_JOINED = re.compile(rf"(?: (?:units|vehicles))?(?:,|,? and) {ABOUT}")


def respective_links(scan: Scan, linker: Linker) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of a list behind `respective`; doubts where it does not match the companies."""
    said = _RESPECTIVE.search(scan.text, scan.sentence.start, scan.sentence.end)
    run = _run(scan, said.end()) if said else []
    if said is None or len(run) < 2:
        return {}
    named = [m for m in scan.metrics if said.end() <= m.start and m.end <= run[0].start]
    companies = side_by_side(scan, scan.entities, said.start(), len(run))
    if len(named) != 1 or len(companies) != len(run):
        return {a.start: Link(doubt="a list of another length than the list of companies") for a in run}
    links = in_pairs(scan, linker, run, named * len(run))
    return {
        a.start: Link(links[a.start].metric, links[a.start].mention, links[a.start].doubt, company=company.entity)
        for a, company in zip(run, companies, strict=True)
    }


def _run(scan: Scan, at: int) -> list[Amount]:
    """Return the amounts of the list that begins behind a place."""
    behind = [a for a in scan.amounts if a.start >= at]
    run = behind[:1]
    for one, other in pairwise(behind):
        if other.kind != one.kind or not _JOINED.fullmatch(scan.text, one.end, other.start):
            break
        run.append(other)
    return run
