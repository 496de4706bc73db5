"""Figures labelled with their years: `revenue projections are as follows: - 2024: RMB 40 billion - 2025E: RMB 76 billion (88% growth)`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_LABEL = sought(r"(?:(?<=[-;,:] )|(?<=\())(?P<fiscal>FY ?)?(?P<year>20\d\d)(?P<marked>[AEF])?(?: \([A-Za-z]+\))?: ?$")
_IN_BRACKETS = re.compile(r" \((?:(?:an? )?(?:growth|increase|decline|decrease|rise|drop|up|down)(?: of| by)? )?")
_REACH = 24  # characters before an amount, within which its label begins
_LEAST = 2  # labels of a list


def labelled_links(scan: Scan, linker: Linker) -> dict[int, Link]:
    """Return, by the amounts' starts, the links of one metric's amounts that each stand behind a year, and of the growth beside them."""
    labels = {a.start: label for a in scan.amounts if (label := _label(scan, a))}
    if len(labels) < _LEAST:
        return {}
    first = min(labels)
    named = next((m for m in reversed(scan.metrics) if m.end <= first and not m.nothing), None)
    if named is None or scan.amount_before(named.start) > scan.sentence.start:
        return {}
    links: dict[int, Link] = {}
    told: Link | None = None
    for amount in scan.amounts:
        if label := labels.get(amount.start):
            metric = linker.meanings.listed(named, amount, changed=False)
            told = Link(metric, named, when=_year(label), expected=label["marked"] in ("E", "F")) if metric else None
            links[amount.start] = told or Link(doubt="a list that pairs unlike things")
        elif told and _IN_BRACKETS.fullmatch(scan.text, scan.amount_before(amount.start), amount.start):
            links[amount.start] = told if change_of(scan, amount) else Link(doubt="the words before it name no metric")
    return links


def _label(scan: Scan, amount: Amount) -> re.Match[str] | None:
    return _LABEL.search(scan.text, max(scan.sentence.start, amount.start - _REACH), amount.start)


def _year(label: re.Match[str]) -> PeriodMention:
    return PeriodMention(*label.span("year"), "year", int(label["year"]), fiscal=bool(label["fiscal"]))
