"""Years over columns of a span that a line tells of several: `Three Months Ended March 31, 2024 2023`."""

from __future__ import annotations

import re

from generator.extraction.tables.columns import YEAR

SPAN = re.compile(
    r"\b(?:(?:three|six|nine|twelve)[ -]months|(?:fiscal |full )?years?|quarters?|(?:13|26|39|52) weeks)(?: period)?\s+end(?:ed|ing)?(?:\s+(?!(?:19|20)\d\d)[A-Z][a-z]{2,8}\.? \d{1,2},?)?",
    re.I,
)
_ENDS_IN_YEAR = re.compile(r"(?P<span>.*\d,?) (?P<year>(?:19|20)\d\d)")


def spanned_years(above: str, heads: list[str]) -> list[str]:
    """Return heads with the span that each bare year among them ends; the last span may hold the first of the years.

    `Three Months Ended June 30, Six Months Ended June 30, 2025 2024 2025 2024`: two years of each.
    """
    spans = [span for found in SPAN.finditer(above) if (span := " ".join(found[0].split()))[-1] in "0123456789,"]
    whole = _ENDS_IN_YEAR.fullmatch(heads[0]) if SPAN.match(heads[0]) else None
    years = {i for i, head in enumerate(heads) if YEAR.fullmatch(head)}
    if whole and years:
        spans, heads, years = [*spans, whole["span"]], [whole["year"], *heads[1:]], {0, *years}
    if not spans or not years or len(years) % len(spans):
        return heads
    each, bare = len(years) // len(spans), sorted(years)
    return [f"{spans[bare.index(i) // each]} {head}" if i in years else head for i, head in enumerate(heads)]
