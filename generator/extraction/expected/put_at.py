"""What somebody puts a figure at that is still to come: `The company now puts revenue for the quarter at $84 billion`, `Capital spending is now put at about $10 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.figure import PRICES
from generator.extraction.marks.scanning import Scan

_BETWEEN = r"(?:between |at least |at most |up to |as much as )?"
_PUTS = re.compile(
    rf"\b(?P<puts>now puts?|puts|pegs|pencills?|pencill?ed|has put|had put) (?:in )?(?!in (?:place|motion)\b)[^;$€£¥%]{{3,110}} at {ABOUT}{_BETWEEN}$"
)
# `Preliminary figures put revenue at €6.8bn`, `which puts its revenue at`: so it was
_FIGURES = re.compile(
    r"\b(?:figures|data|results|accounts|reports?|filings?|statements?|numbers|statistics|survey|tally|count|that|this|which|releases?)(?: [^,;.\d]{0,50})? $",
    re.I,
)
_IS_PUT = re.compile(
    rf"\b(?:is|are) (?:now |still |currently |also ){{0,2}}(?:put|pegged|pencill?ed in|budgeted|planned|guided|tipped|slated|earmarked) (?:at|to (?:be|reach|total|come (?:in )?(?:at|to)|hit|amount to|rise to|fall to|grow to|climb to)) {ABOUT}{_BETWEEN}$"
)
# `R&D spending is to reach 12 billion yuan`
_IS_TO = re.compile(
    rf"\b(?:is|are) (?:now |still |also |due |planned |slated )?to (?:be|reach|total|come (?:in )?(?:at|to)|hit|amount to|(?:rise|fall|grow|climb|increase|go up) to) {ABOUT}{_BETWEEN}$"
)
# `capital expenditure is to be limited to 1 billion euros`, `R&D spending is to be kept at 60 billion yuan`
_IS_TO_BE = re.compile(
    rf"\b(?:is|are) (?:now |still |also )?to be (?:[a-z]+ly )?(?:[a-z]+ed|cut|kept|held|brought|let|driven|put|taken) (?:back |down |up |stable |steady |further )?(?:to|at|below|under|within|above) {ABOUT}{_BETWEEN}$"
)
# Who counts what a maker sold, and what a company is worth, puts that at what it is.
_COUNTED = (
    "shipments",
    "sales",
    "share",
    "deliveries",
    "production",
    "orders",
    "users",
    "subscribers",
    "registrations",
)
_LEAD = 150  # characters before an amount, within which somebody puts a figure at it


def is_put_at(scan: Scan, amount: Amount, metric: str, floor: int, house: bool) -> bool:
    """Whether an English figure that somebody puts at an amount lies ahead; a broker, of whom `house` says that it does so, counts nothing that was sold."""
    if scan.chinese:
        return False
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    if any(form.search(scan.text, max(low, floor), amount.start) for form in (_IS_TO, _IS_TO_BE)) or _IS_PUT.search(
        scan.text, low, amount.start
    ):
        return metric not in PRICES
    counted = metric in PRICES or (metric.endswith(_COUNTED) and not house)
    puts = None if counted else _PUTS.search(scan.text, low, amount.start)
    return puts is not None and not _FIGURES.search(scan.text, scan.sentence.start, puts.start("puts"))
