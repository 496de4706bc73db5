"""Words that a page has run together with the number behind them: `deliveries of94,008`, `revenueRMB25.6 billion`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.beginnings import sought

# Before a currency any word; before a number those that lead to one, for `iphone17` and `mate60` are names.
_CURRENCY = sought(r"(?<=[a-z][a-z])(?:RMB|CNY|USD|HKD|EUR|US\$|HK\$|[$€£¥])(?=\d)")
_LEAD = (
    "of|to|at|by|from|was|were|is|and|than|over|up|down|with|for|nearly|about|around"
    "|rose|fell|grew|dropped|gained|reached|reaching|total(?:ed|led)?|sold|delivered|shipped"
)
_NUMBER = sought(
    rf"(?<![\w.@/-])(?:{_LEAD})"
    r"(?=(?:\d{1,3}(?:,\d{3})+|\d+\.\d+|\d{2,})(?![\w.,/-])"
    r"|\d+(?:\.\d+)?(?:%|(?: per ?cent| [mb]illion| trillion| units| vehicles| cars)\b))"
)


def run_together(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a blank is missing before a number."""
    for found in _CURRENCY.finditer(even):
        yield found.start(), found.start(), " "
    for found in _NUMBER.finditer(even):
        yield found.end(), found.end(), " "
