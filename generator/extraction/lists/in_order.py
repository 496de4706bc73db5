"""Lists that nothing but their order pairs: 网易、腾讯净利率达39%、34%."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import runs
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.lists_en import in_pairs, is_like, side_by_side
from generator.extraction.marks.scanning import Scan

_AND = re.compile("[辆台部元]?[、和与及/]")
_WHEN = re.compile(r"(?:的|各自|实现|录得|取得)?")  # between the last company and the metric


def links_in_order(scan: Scan, linker: Linker, links: dict[int, Link]) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of lists as long as the list of companies right before their metric."""
    found: dict[int, Link] = {}
    for run in runs(scan.amounts, scan.text, _AND) if len(scan.entities) > 1 else ():
        if not any(a.start in links and links[a.start].metric for a in run):
            found |= _of_companies(scan, linker, run)
    return found


def _of_companies(scan: Scan, linker: Linker, run: list[Amount]) -> dict[int, Link]:
    low = max(scan.clause(run[0].start)[0], scan.amount_before(run[0].start))
    named = [m for m in scan.metrics if low <= m.start and m.end <= run[0].start]
    if len(named) != 1 or not all(is_like(a, run[0]) for a in run):
        return {}
    owners = side_by_side(scan, scan.entities, named[0].start, len(run))
    if not owners or owners[0].start < low or not _before(scan, owners[-1].end, named[0].start):
        return {}
    links = in_pairs(scan, linker, run, named * len(run))
    return {at: replace(link, company=e.entity) for (at, link), e in zip(links.items(), owners, strict=True)}


def _before(scan: Scan, start: int, end: int) -> bool:
    """Whether nothing but a period stands between the companies and the metric that is told of each."""
    period = next((p for p in scan.periods if start <= p.start and p.end <= end), None)
    parts = ((start, period.start), (period.end, end)) if period else ((start, end),)
    return all(_WHEN.fullmatch(scan.text, *part) for part in parts)
