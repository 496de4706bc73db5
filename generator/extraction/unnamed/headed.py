"""What a heading that is a metric's name says of sentences that name none: under `Revenue`, `Second place goes to Li Auto with RMB 5 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.measured_in import is_measured_in

_LEADS = re.compile(
    rf"(?:\b(?:with|at|on|to|of|was|were|had|came (?:in )?(?:to|at)|stood at|reached|hit|posted|reported|recorded|booked|managed|achieved|totall?ed|saw)|:|-) (?:an? )?{ABOUT}$"
)
_HEADING = re.compile(r"[\s#*]*(?P<said>[A-Z][A-Za-z'’&/ -]{1,40}?):?[\s*]*")
_LEAD = 40  # characters before an amount, within which stands what leads to it


class Headings:
    """Follows a document's lines: which metric the heading over each is the name of, and of nothing more."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._over: Mention | None = None

    def at(self, line: str, alone: bool) -> Mention | None:
        """Return the metric that the heading over a line names; `alone` says that it is all of its line, and no sentence."""
        if alone and (heading := _HEADING.fullmatch(line)):
            self._over = _metric_of(heading["said"], self._names)
        return self._over


def headed(scan: Scan, amount: Amount, metric: Mention | None, names: Names) -> Mention | None:
    """Return the metric of the heading as a mention right before the first amount of a sentence that names none, where that fits it."""
    if metric is None or metric.nothing or any(not m.nothing for m in scan.metrics) or amount is not scan.amounts[0]:
        return None
    fits = any(is_measured_in(names.catalogue, name, amount) for name in metric.metrics)
    alone = (
        fits
        and any(e.end <= amount.start for e in scan.entities)
        and not any(m.end <= amount.start for m in scan.segments)
    )
    if not alone or not _LEADS.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start):
        return None
    return Mention(amount.start - 1, amount.start, metric.metrics, loss=metric.loss)


def _metric_of(said: str, names: Names) -> Mention | None:
    """Return the metric of which a heading is the name, and nothing more."""
    return next((m for m in names.mentions(said) if m.metrics and (m.start, m.end) == (0, len(said))), None)
