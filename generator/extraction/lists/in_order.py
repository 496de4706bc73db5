"""Lists that nothing but their order pairs: 网易、腾讯净利率达39%、34%; 毛利率、净利率为6.3%、2.6%."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.lists.alike import in_pairs, is_like, side_by_side
from generator.extraction.lists.ranges_in_lists import runs_of_ranges, to_the_upper
from generator.extraction.marks.cues import BASES
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_AND = re.compile("[辆台部元]?[、和与及/]")
_NAMES = re.compile("[、和与及]")
# between the last metric and the first amount: 毛利率、营益率分降至35.8%、27.1%
_ARE = re.compile(
    "(?:指引|预测|目标|预期)?(?:则|各|分|分别|双双)?(?:为|是|达到?|介[乎于]|:|(?:(?:下|大|微)?降|(?:上|回)?升|增|减|跌|提升|提高|下滑|攀升|成长|增长|增加|减少|改善)[至到])?"
)
_WHEN = re.compile(r"(?:的|各自|实现|录得|取得)?")  # between the last company and the metric


def links_in_order(scan: Scan, linker: Linker, links: dict[int, Link]) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of lists as long as the list of companies, or of metrics, right before them."""
    found: dict[int, Link] = {}
    several = len(scan.entities) > 1 or len(scan.metrics) > 1
    for run in runs_of_ranges(scan, _AND) if several else ():
        if not any(a.start in links and links[a.start].metric for a in run):
            found |= _of_metrics(scan, linker, run) or _of_companies(scan, linker, run)
    return to_the_upper(scan, found)


def _of_metrics(scan: Scan, linker: Linker, run: list[Amount]) -> dict[int, Link]:
    """Return the links of a run of as many levels, or changes, as metrics that stand side by side right before it."""
    before = [m for m in scan.metrics if m.end <= run[0].start]
    named = before[-len(run) :]
    beside = all(_NAMES.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(named))
    if len(named) != len(run) or not beside or not _at_once(scan, named[-1].end, run[0].start):
        return {}
    more = len(before) > len(run) and _NAMES.fullmatch(scan.text, before[-len(run) - 1].end, named[0].start)
    fits = all(_fits(scan, linker, m, a, run[0]) for m, a in zip(named, run, strict=True))
    return in_pairs(scan, linker, run, named) if fits and not more else {}


def _at_once(scan: Scan, start: int, end: int) -> bool:
    """Whether no more than a word that equates, or one of growth, stands between the last metric and the first amount."""
    if _ARE.fullmatch(scan.text, start, end):
        return True
    grown = scan.cues_between(start, end, *BASES, "up", "down")
    return bool(grown) and set(range(start, end)) == {at for c in grown for at in range(c.start, c.end)}


def _fits(scan: Scan, linker: Linker, mention: Mention, amount: Amount, first: Amount) -> bool:
    """Whether an amount of a list can be of a metric: a quantity grows by percent, a share by points."""
    change = change_of(scan, first)
    if change is None:
        return linker.meanings.metric(mention, amount) is not None
    units = linker.meanings.catalogue.metrics
    metric = linker.meanings.listed(mention, amount, changed=True)
    return metric in units and change.points == (units[metric or ""].unit == "percent")


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
