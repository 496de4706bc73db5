"""Money of an English text that is too little for a company's: `Sales begin in June at 235,800 yuan` tells a price."""

from __future__ import annotations

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

TOO_LITTLE = "so little that it is the price of a thing, and no company's"
_LEAST = 1_000_000  # in any currency
# `Net loss was RMB5,141,610, compared to RMB4,401,649`: as accounts have it that count in thousands
_IN_THOUSANDS = 50_000_000
_OF_ACCOUNTS = ("revenue", "profit", "expense", "cash", "cash_flow", "total_assets", "inventory", "ebitda")


def too_little(scan: Scan, amount: Amount, metric: str) -> str | None:
    """Return why money is not of a metric that a company has millions of, told by no share and no thing."""
    least = _IN_THOUSANDS if metric.endswith(_OF_ACCOUNTS) else _LEAST
    little = amount.kind == "money" and not amount.scaled and 0 < abs(amount.value) < least
    return TOO_LITTLE if little and not scan.chinese else None
