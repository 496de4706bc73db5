"""Times that English names only loosely: what there was `in late 2020`, `when he took over` or `ten years ago` is of no day that is known."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_YEAR = r"(?:(?:19|20)\d\d|last year|this year|the year|the decade|the century)"
_LOOSE = sought(
    rf"\b(?:late|early|mid)[- ]{_YEAR}\b|\b(?:middle|turn|course) of {_YEAR}\b|\b(?:summer|spring|autumn|winter|fall) of {_YEAR}\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twenty|thirty|several|some|a few|many|\d+) (?:years|decades) (?:ago|earlier|before)\b|\b(?:a|one) decade (?:ago|earlier|before)\b"
    r"|\bbefore the (?:pandemic|crisis|war|merger|takeover|acquisition|spin-?off|cuts|layoffs)\b",
    re.I,
)
# `When he was about to take over, it had`; but `when the quarter ended` names a day
_WHEN = re.compile(
    r"(?<!\w)[Ww]hen (?![^,;.]{0,80}\b(?:quarter|year|month|period|half|results?|reported|now|today)\b)[^,;.\d]{4,90}\b(?:[a-z]+ed|was|were|began|took|came|went|became|broke|left|bought|hit|started|met|set|ran)\b"
)

_BEHIND = 60  # characters behind an amount, within which its time stands
_OPENING = 24  # characters from a sentence's start, within which a time is that of all that follows
# `at the start of last year`: its first day
_FIRST_DAY = sought(
    r"\b(?:start|beginning|outset) of (?:(?P<year>(?:19|20)\d\d)|(?P<last>last year)|(?:the|this) year)\b", re.I
)


def first_day(around: Surroundings, amount: Amount) -> Period | None:
    """Return the first day of the year at whose start there was so much."""
    scan, day = around.scan, around.calendar.published
    named = None if scan.chinese else _FIRST_DAY.search(scan.text, *_around(scan, amount))
    if named is None or not (named["year"] or day) or _is_aside(scan, named, amount):
        return None
    year = int(named["year"]) if named["year"] else day.year - bool(named["last"]) if day else 0
    return Period(f"{year}-01-01")


def _is_aside(scan: Scan, named: re.Match[str], amount: Amount) -> bool:
    """Whether a time ends an aside before an amount, which a comma parts from it: `Rise, launched at the start of this year, helped the backlog grow 20%`."""
    if any(m.scope == "quarter" and amount.end < m.start < scan.amount_after(amount.end) for m in scan.periods):
        return True  # `launched at the start of this year and helped drive 25% growth in the backlog during the third quarter`
    opens = named.start() - scan.sentence.start <= _OPENING
    return named.end() <= amount.start and scan.text.startswith(",", named.end()) and not opens


def is_then_loosely(scan: Scan, amount: Amount) -> bool:
    """Whether the clause of an amount, or the one that its sentence opens with, says loosely when it was so."""
    if scan.chinese:
        return False
    low, high = _around(scan, amount)
    return bool(_LOOSE.search(scan.text, low, high) or _WHEN.search(scan.text, low, amount.start))


def _around(scan: Scan, amount: Amount) -> tuple[int, int]:
    """Return where the words around an amount begin and end that may say when it was so."""
    low = max(scan.sentence.start, scan.amount_before(amount.start))
    end = max(scan.clause(amount.start)[1], amount.end + _BEHIND)
    return low, min(end, scan.amount_after(amount.end), scan.sentence.end)
