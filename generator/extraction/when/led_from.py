"""What something rose or fell from, of the period before: `up from 292 million in September last year`, `from 228,644 yuan ($31,340) in Q2 2024`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT, BE_OVER
from generator.extraction.expected.moving import is_moved_from
from generator.extraction.marks.cues import BASES
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.per_share import PER
from generator.extraction.when.base_by_rate import base_by_rate
from generator.extraction.when.beside import is_of_then
from generator.extraction.when.led_from_zh import led_from_then
from generator.extraction.when.with_the_last import RIGHT_BEHIND
from generator.extraction.whose.context import Surroundings

_TWO = 2
_IN_A_ROW = re.compile(r"\b(?:consecutive|straight|successive|running) $")  # `the seventh consecutive monthly decline`
_CONVERTED = re.compile(r" ?\([^()]{0,24}\d[^()]{0,20}\)(?: (?:per|a) (?:vehicle|car|unit|share)\b)?")
# `versus a loss of 1.68 yuan`; a bare `vs. 1.68` may as well be what was expected
_COMPARED = re.compile(r"from|compared|(?:versus|vs\.?|against) an? [a-z]", re.I)

_TO_UPPER = re.compile(r"(?: [a-z]+)? to ")
_MADE_OF = re.compile(rf", from (?:its |the )?(?:deliveries|shipments|sales) of {ABOUT}$")
# Which period before a base means
BASE_BEHIND = {"yoy": "year", "prior": "year", "qoq": "quarter", "quarter_before": "quarter", "mom": "month"}


def period_led_from(around: Surroundings, amount: Amount, origin: re.Match[str], end: int, floor: int) -> str:
    """Return which period before an amount is of that something rose or fell from."""
    behind = min(around.scan.clause(amount.start)[1], around.scan.amount_after(end))
    named = [p for m, p in around.resolved if amount.end <= m.start <= behind and m.relation != "this"]
    if named == [around.reported] and is_moved_from(around.scan, amount):
        return "year"  # `expected to rise to 2.4 billion from 2.2 billion in the third quarter`, which is still to be reported
    if named:
        return "named"  # but `fell to €36.7bn from €38.2bn in the quarter` names the one it fell in
    kinds = [
        c.kind
        for c in around.scan.cues_between(
            around.scan.sentence.start, around.scan.sentence.end, *BASES, "prior", "quarter_before"
        )
        if not _IN_A_ROW.search(around.scan.text, max(around.scan.sentence.start, c.start - 14), c.start)
    ]
    if around.scan.cues_between(floor, amount.start, "target", "forecast"):
        moved = not kinds and amount.kind != "percent" and is_moved_from(around.scan, amount)
        return "year" if moved else "other"  # `raised its target from 100,000 units`
    if not kinds:
        then = led_from_then(around, amount) or _of_the_two_named(around, amount)
        return then or ("compared" if _COMPARED.match(origin[0]) else "other")
    if len({BASE_BEHIND[kind] for kind in kinds}) == 1:
        return BASE_BEHIND[kinds[-1]]
    by_rate = base_by_rate(around.scan, amount)
    return "other" if around.scan.chinese and by_rate is None else BASE_BEHIND[by_rate or kinds[-1]]


def _of_the_two_named(around: Surroundings, amount: Amount) -> str | None:
    """Return which period before is the first of the only two that a sentence named: `rose from 15.6 billion in Q4 2023 to 16.8 billion in Q1 2024, with the margin improving from 21.3% to 22.3%`."""
    named = {p for m, p in around.resolved if m.end <= amount.start and p.kind == "quarter"}
    two = len(named) == _TWO == len(around.resolved)
    then, now = sorted(named) if two else (None, None)
    if then is None or now is None or then.fiscal != now.fiscal:
        return None
    return "quarter" if now.steps_before(1) == then else "year" if now.years_before() == then else None


def is_dated_behind(around: Surroundings, end: int, before: bool) -> bool:
    """Whether a month or a quarter of a named year stands right behind an amount: `up from 292 million in September last year`.

    Behind one that is said to be of `before`, so does any period that is over: `after 5.1 billion in the second quarter`.
    """
    dated = ("month", "quarter", "half", "nine_months")
    return any(
        (
            (before and m.relation != "this" and around.calendar.is_over(p))
            or (m.scope in dated and (m.shift is not None or m.year))
        )
        and RIGHT_BEHIND.fullmatch(around.scan.text, end, m.start)
        for m, p in around.resolved
        if m.start >= end
    )


def is_a_lower_end(scan: Scan, amount: Amount) -> bool:
    """Whether an amount behind `from` is the lower end of a range, and not where something came from."""
    after = scan.following(amount) if amount.bound == "at_least" else None
    return after is not None and after.range_end and _TO_UPPER.match(scan.text, amount.end) is not None


def is_bound(scan: Scan, lead: str, amount: Amount) -> bool:
    """Whether words before an amount only say that it is a little more, or less: `will be slightly higher than $30 billion`."""
    return bool(BE_OVER.search(lead)) and not is_of_then(scan, amount)


def is_made_of(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is of what another was made with, behind a comma: `revenue dropped 3%, from shipments of 43.3 million units`."""
    of = _MADE_OF.search(scan.text, max(scan.sentence.start, amount.start - 40), amount.start)
    counted = [m for m in scan.metrics if of and of.start() <= m.start < amount.start]
    before = [m for m in scan.metrics if of and m.end <= of.start()]
    return bool(counted and before) and not any(set(counted[0].metrics) & set(m.metrics) for m in before)


def past_conversion(scan: Scan, amount: Amount) -> int:
    """Return where an amount ends, with what it is in another currency or by the share: `from 228,644 yuan ($31,340) in Q2 2024`."""
    if amount.kind != "money":
        return amount.end
    per = None if amount.scaled else PER.match(scan.text, amount.end)  # `and 97 cents per share, a year earlier`
    brackets = _CONVERTED.match(scan.text, amount.end)
    return per.end() + scan.text.startswith(",", per.end()) if per else brackets.end() if brackets else amount.end
