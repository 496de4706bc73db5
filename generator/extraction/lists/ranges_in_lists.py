"""Lists of ranges: `交付量及收入分别为3万至3.2万辆和75亿至82亿元` is a list of two, and each upper end is of what its lower end is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import runs
from generator.extraction.links.link import Link
from generator.extraction.marks.scanning import Scan


def runs_of_ranges(scan: Scan, between: re.Pattern[str]) -> Iterator[list[Amount]]:
    """Yield a sentence's lists of two or more that a pattern joins, a range in them by its lower end."""
    lower = {a.start: a for a in scan.amounts if not a.range_end}
    whole = [replace(a, end=scan.end_of_range(a)) for a in lower.values()]
    return ([lower[a.start] for a in run] for run in runs(whole, scan.text, between))


def to_the_upper(scan: Scan, links: dict[int, Link]) -> dict[int, Link]:
    """Return a list's links with those of the upper ends of its ranges: 分别为3万至3.2万辆、2.5万至2.6万辆."""
    lower = {a.start: scan.first_of_range(a).start for a in scan.amounts if a.range_end}
    return links | {upper: links[at] for upper, at in lower.items() if at in links}
