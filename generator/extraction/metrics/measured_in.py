"""Whether an amount is of the kind that a metric is measured in: money, a share, a count of its own things."""

from __future__ import annotations

import re
from functools import cache

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.terms import ANY_PROFIT, NO_METRIC
from generator.settings.catalogue import Catalogue

_LEAST = 1_000_000  # what a number without a currency must be at least, to be money: `Li Auto 7.2k` counts cars
_BY_SHARE = re.compile(r"(?:diluted |basic |adjusted )*(?:earnings(?: per(?: share)?)?|EPS)\b")
SMALL = 100_000  # in a currency's unit: less than any company's revenue or profit, though a price may be more


def is_measured_in(catalogue: Catalogue, metric: str, amount: Amount) -> bool:
    """Whether an amount is of the kind that a metric is measured in."""
    if metric == NO_METRIC:
        return False
    if metric == ANY_PROFIT:
        return amount.kind == "money" or (amount.kind == "bare" and amount.scaled)
    entry = catalogue.metrics[metric]
    if entry.unit == "money":
        if (
            amount.kind == "money"
            and not amount.scaled
            and abs(amount.value) < SMALL
            and entry.base != "asp"
            and metric != "asp"
        ):
            return False  # `a profit of RMB 1.34` is one per share
        return amount.kind == "money" or (amount.kind == "bare" and amount.scaled and abs(amount.value) >= _LEAST)
    if entry.unit == "money_per_share":
        alone = amount.kind == "bare" or (amount.kind == "count" and _BY_SHARE.match(amount.noun))
        bare = alone and amount.precision < 1  # `EPS 0.27 vs 0.38 expected`, `will post 2.66 EPS`
        return bool(amount.kind == "money" or bare) and not amount.scaled
    if entry.unit == "percent":
        return amount.kind == "percent"
    if entry.unit == "speed":
        return amount.kind == "speed"
    if entry.unit != "count" or amount.kind not in ("count", "bare"):
        return False
    nouns = (*entry.counted.en, *entry.counted.zh)
    said = amount.noun.lower()
    return amount.kind == "bare" or not nouns or any(_counts(noun, said) for noun in nouns)


def _counts(noun: str, said: str) -> bool:
    """`辆` counts `辆智能电动汽车`; `vehicles` counts `new energy vehicles`."""
    noun = noun.lower()
    return bool(_whole(noun).search(said)) if noun.isascii() else said.startswith(noun)


@cache
def _whole(noun: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(noun)}\b")
