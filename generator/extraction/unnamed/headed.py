"""What a heading that is a metric's name says of sentences that name none: under `Revenue`, `Second place goes to Li Auto with RMB 5 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED
from generator.extraction.metrics.measured_in import is_measured_in

_LEADS = re.compile(
    rf"(?:\b(?:with|at|on|to|of|was|were|had|came (?:in )?(?:to|at)|stood at|reached|hit|posted|reported|recorded|booked|managed|achieved|totall?ed|saw)|:|-) (?:an? )?{ABOUT}$"
)
# `It was RMB991.9 million`, `These rose to RMB9.8 billion`, and the bare amount where more is told of it in its line
_STANDS_FOR_IT = re.compile(
    rf"\s*(?:It|They|These|This|That|Those)(?: also)? (?:(?:was|were|is|are|stood|came)(?: in)?(?: at| to)?|(?:amounted|totall?ed|reached)(?: to)?|{MOVED} to) {ABOUT}"
)
_BARE = re.compile(rf"\s*{ABOUT}(?:[A-Z]{{2,3}} ?)?[^\w\s]?")
_TOLD_ON = re.compile(
    r"(?: ?\([^()\n]{2,40}\))?,? (?:as of|in the|for the|an? [a-z]|up |down |compared|representing|from |versus|against)"
)
_HEADING = re.compile(r"[\s#*]*(?:The (?=[a-z])|(?=[A-Z]))(?P<said>[A-Za-z][A-Za-z'’&/ -]{1,40}?):?[\s*]*")
# 总收入, below which stands 1131亿元,同比增长22.3%
_HEADING_ZH = re.compile(r"[\s#*•·■●◆-]*(?P<said>[一-鿿A-Za-z]{2,14}):?\s*")
_BARE_ZH = re.compile(r"\s*(?:达到?|为|约|近|逾|超过?)?(?:人民币|港币)?[^\w\s]?")
_TOLD_ON_ZH = re.compile(r"(?:\([^()\n]{2,30}\))?[,、 ]?(?:同比|环比|按年|按季|较|比|[增降升跌])")
_LEAD = 40  # characters before an amount, within which stands what leads to it


class Headings:
    """Follows a document's lines: which metric the heading over each is the name of, and of nothing more."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._over: Mention | None = None

    def at(self, line: str, alone: bool) -> Mention | None:
        """Return the metric that the heading over a line names; `alone` says that it is all of its line, and no sentence."""
        if alone and (heading := _HEADING.fullmatch(line) or _HEADING_ZH.fullmatch(line)):
            self._over = _metric_of(heading["said"], self._names)
        return self._over


def headed(scan: Scan, amount: Amount, metric: Mention | None, names: Names) -> Mention | None:
    """Return the metric of the heading as a mention right before the first amount of a sentence that names none, where that fits it."""
    if metric is None or metric.nothing or any(not m.nothing for m in scan.metrics) or amount is not scan.amounts[0]:
        return None
    fits = any(is_measured_in(names.catalogue, name, amount) for name in metric.metrics)
    if fits and not scan.entities and _opens_below(scan, amount):
        return Mention(amount.start, amount.start, metric.metrics, loss=metric.loss)
    alone = (
        fits
        and any(e.end <= amount.start for e in scan.entities)
        and not any(m.end <= amount.start for m in scan.segments)
    )
    if not alone or not _LEADS.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start):
        return None
    return Mention(amount.start - 1, amount.start, metric.metrics, loss=metric.loss)


def with_heading_zh(scan: Scan, metric: Mention | None, names: Names) -> Scan:
    """Return a Chinese sentence's marks with the metric of the heading right above it, where it opens with an amount and tells more of it."""
    if not scan.chinese or not scan.amounts or metric is None or metric.nothing or scan.entities or scan.segments:
        return scan
    first = scan.amounts[0]
    fits = any(is_measured_in(names.catalogue, name, first) for name in metric.metrics)
    opens = _BARE_ZH.fullmatch(scan.text, scan.sentence.start, first.start)
    if scan.metrics or not (fits and opens and _TOLD_ON_ZH.match(scan.text, first.end)):
        return scan
    return scan.with_metrics([Mention(first.start, first.start, metric.metrics, loss=metric.loss)])


def _opens_below(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence opens with an amount, or with what stands for the heading right above it."""
    if scan.segments:
        return False
    if _STANDS_FOR_IT.fullmatch(scan.text, scan.sentence.start, amount.start):
        return True
    bare = _BARE.fullmatch(scan.text, scan.sentence.start, amount.start)
    return bare is not None and _TOLD_ON.match(scan.text, amount.end) is not None


def _metric_of(said: str, names: Names) -> Mention | None:
    """Return the metric of which a heading is the name, and nothing more."""
    return next((m for m in names.mentions(said) if m.metrics and (m.start, m.end) == (0, len(said))), None)
