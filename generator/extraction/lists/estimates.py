"""A house's own estimate beside the market's, told at once: `ahead of our/consensus estimates of RMB5.7bn/RMB5.6bn`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.amounts.slashes import runs
from generator.extraction.figure import Basis
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.scanning import Scan

_MARKET = r"(?:(?:Bloomberg|BBG|market|Street) )?(?:consensus|cons\.?|Street|market|the Street|the market)(?:['’]s)?"
_OURS = r"(?:our|ours|[A-Z]{2,5}e)"
_WHOSE = re.compile(
    rf"\b(?:(?P<ours>{_OURS})(?: ?/ ?| and ){_MARKET}|{_MARKET}(?: ?/ ?| and ){_OURS})"
    rf"(?: (?:estimates?|ests?\.?|forecasts?|expectations?|numbers?))?(?: of| at|:)? {ABOUT}$",
    re.I,
)
_BOTH = re.compile(r" ?/ ?| and ")
_REACH = 60  # characters before the first of the two, within which it is said whose they are


def estimates_links(scan: Scan, linker: Linker) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of two estimates of what the sentence names before them."""
    links: dict[int, Link] = {}
    for run in runs(scan.amounts, scan.text, _BOTH):
        said = _WHOSE.search(scan.text, max(scan.sentence.start, run[0].start - _REACH), run[0].start)
        if said is not None and len(run) == 2 and run[0].kind != "percent":
            bases: list[Basis] = ["forecast", "consensus"] if said["ours"] else ["consensus", "forecast"]
            links |= {a.start: _link(scan, linker, a, basis) for a, basis in zip(run, bases, strict=True)}
    return links


def _link(scan: Scan, linker: Linker, amount: Amount, basis: Basis) -> Link:
    named = (m for m in reversed(scan.metrics) if m.end <= amount.start)
    fits = ((linker.meanings.metric(m, amount), m) for m in named)
    metric, mention = next(((metric, m) for metric, m in fits if metric), (None, None))
    return Link(metric, mention, basis=basis) if metric else Link(doubt="a list that pairs unlike things")
