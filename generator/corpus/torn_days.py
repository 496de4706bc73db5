"""Days that a page has torn from their years: `June 30,` ends a paragraph, and `2024` begins the next."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS, SHORTENED

_MONTH = rf"(?:{MONTHS}|(?:{SHORTENED})\.?)"
# A row of years below a row of days begins with one too: `June 30, March 31,`, and below it `2025 2025`
_TORN = sought(
    rf"(?<![A-Za-z]){_MONTH} \d{{1,2}},(?P<torn>[ \t]*(?:\r?\n[ \t]*){{1,3}})(?=20\d\d(?:\s*\n|\s+[^\W\d]|[.,;:)]))"
)


def torn_days(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield what stands between a day and its year."""
    for found in _TORN.finditer(even):
        yield *found.span("torn"), " "
