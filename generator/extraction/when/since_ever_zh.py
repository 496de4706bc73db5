"""Chinese counts of all there has been since something began: 1月交付2.0万辆,累计交付90万辆 is of no month."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings

_IN_ALL = re.compile("累[计积]")
_EVER = re.compile("(?:历史|历年|有史以来|成立以来|创立以来|上市以来|开售以来)的?总?累[计积]")


def counts_since_ever(around: Surroundings, metric: str, amount: Amount) -> bool:
    """Whether an amount that is said to be in all is so since ever: the same was told of a period right before, or it says so.

    `2025年,小鹏累计交付42.9万辆,理想累计交付40.6万辆` tells of the year: nothing else of it was told.
    """
    scan = around.scan
    start = scan.clause(amount.start)[0]
    if _EVER.search(scan.text, start, amount.start):
        return True
    if any(start <= m.start < amount.start for m in scan.periods):
        return any(
            start <= m.start < amount.start and p.kind == "year" and not around.calendar.is_over(p)
            for m, p in around.resolved
        )
    before = _told_before(scan, metric, start)
    named = any(start <= e.start < amount.start for e in scan.entities)
    if before is None:
        told = around.ground.told
        return around.ground.joined and not named and told is not None and told[0] == metric
    in_all = _IN_ALL.search(scan.text, scan.clause(before.start)[0], before.start)
    if in_all or named:
        return bool(in_all) and counts_since_ever(around, metric, before)
    return True


def _told_before(scan: Scan, metric: str, start: int) -> Amount | None:
    """Return the level of the same metric that a sentence told last before a clause."""
    named = [m for m in scan.metrics if metric in m.metrics and m.end <= start]
    if not named:
        return None
    levels = (a for a in scan.amounts if named[-1].end <= a.start < start and a.kind in ("money", "count", "bare"))
    return next(levels, None)
