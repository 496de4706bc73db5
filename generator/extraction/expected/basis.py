"""Whether an amount happened, is aimed at, or is expected by the company that it is of."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.slashes import joined
from generator.extraction.expected.at_target_en import is_worth_at_target
from generator.extraction.expected.basis_zh import tells_so_far
from generator.extraction.expected.beaten import came_behind
from generator.extraction.expected.beside_each_en import ends_what_was_expected, was_of_the_last
from generator.extraction.expected.carried import SUBORDINATE, carried, is_bracketed
from generator.extraction.expected.consensus import EXPECTATIONS
from generator.extraction.expected.foretold_zh import is_foretold
from generator.extraction.expected.headed_aims_zh import aim_headed
from generator.extraction.expected.listed_on import AND
from generator.extraction.expected.of_its_clause import of_its_clause
from generator.extraction.expected.past_aside_en import came_past_aside
from generator.extraction.expected.reckoned_aside_en import reckoned_by
from generator.extraction.expected.recorded_zh import expects_to_record
from generator.extraction.expected.told_since import is_what_somebody_took, told_since
from generator.extraction.expected.unsaid_en import goes_on_unsaid
from generator.extraction.figure import Basis
from generator.extraction.links.cumulative import in_all
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_LED_TO = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:in [\w ]{2,24}?\s*)?(?:,\s*)?(?:year[- ]o[nv]e?r?[- ]year )?to\s+(?:about |around |nearly |over |more than )*",
    re.I,
)
# `its target stands at 3 million, of which 47% was reached in the first half, when 1.4 million were sold`
_WERE_SOLD = re.compile(
    r"(?: (?:units|vehicles|cars|EVs|smartphones|phones|devices))? (?:were|had been|have been) (?:actually |already )?(?:sold|delivered|shipped|handed over|registered|exported|built|produced)\b"
)
_ALONG = re.compile(r"\s*(?:along |together )?with\b")
# `That would mean growth of 53% for Nvidia, which carries a market cap of $4 trillion`: so it is now
_WHICH_HAS = re.compile(r"\s*(?:which|who) (?:now |currently |already )?(?:[a-z]+s|had|held)\b")


def basis_of(around: Surroundings, metric: str, amount: Amount, period: Period | None) -> Basis:
    """Return whether an amount happened, is aimed at, or is expected by the company that it is of."""
    entry = around.names.catalogue.metrics[metric]
    scan, text = around.scan, around.scan.text
    if at_once := _at_once(around, metric, amount, period):
        return at_once
    start, end = scan.clause(amount.start)
    chinese = scan.chinese
    floor = start if chinese or _continues(around, amount) else max(start, scan.amount_before(amount.start))
    floor = max(
        floor, *(m.start for m in scan.metrics if text.startswith(": ", m.end) and m.end + 2 == amount.start), 0
    )
    near = scan.cues_between(floor, amount.start, *EXPECTATIONS)  # `vs. 75 cents expected Revenue: $35.08 billion`
    since = told_since(scan, amount)
    near = [
        c
        for c in near
        if c.start >= since
        and not (came_behind(scan, c, amount.start) or is_bracketed(scan, c, amount.start))
        and not was_of_the_last(scan, c, amount)
    ]
    if own := of_its_clause(around, metric, amount, near, floor):
        return own
    if goes_on_unsaid(around, metric, amount) or reckoned_by(scan, amount):
        return "forecast"
    if since >= 0 or any(cue.kind == "actual" for cue in near) or SUBORDINATE.match(text, start):
        goes_on = chinese and expects_to_record(around, start, near)
        return carried(around, start, floor, chinese, False, period) if goes_on else "actual"
    if entry.period_type != "instant" and around.ground.foretold and is_foretold(around, period):
        return around.ground.foretold.basis
    if (
        _is_told_already(around, period)
        and _names_what_is_over(around, _named_from(around, amount), end, period)
        and not _goes_along(around, start, period)
    ):
        return "actual"
    if not chinese and (so_far := in_all(scan, amount, start, False)) and so_far.start() >= start:
        return "actual"  # `cut its target to 640,000, with cumulative deliveries reaching only 329,000`
    if chinese and tells_so_far(scan, start, end):
        return "actual"
    if entry.period_type == "instant" and (chinese or _WHICH_HAS.match(text, start)):
        return "actual"
    return carried(
        around, start, floor, chinese, _is_range(scan, amount) and (chinese or _is_labelled(scan, amount)), period
    )


def _at_once(around: Surroundings, metric: str, amount: Amount, period: Period | None) -> Basis | None:
    """Return the basis that a metric has by itself, or that words right before an amount or a heading give it, whatever its clause expects."""
    scan, basis = around.scan, around.names.catalogue.metrics[metric].basis
    if basis != "actual":
        return basis
    if came_past_aside(scan, amount) or (not scan.chinese and _has_come(around, metric, amount, period)):
        return "actual"
    if is_worth_at_target(scan, metric, amount):
        return "forecast"
    return "target" if aim_headed(around, metric) else None


def _has_come(around: Surroundings, metric: str, amount: Amount, period: Period | None) -> bool:
    """Whether English says right behind an amount that it came: `1.4 million were sold`, `the $26.3 billion Nvidia booked there`, `could call on $26.9 billion in cash as of March 31`."""
    scan, at_a_time = around.scan, around.names.catalogue.metrics[metric].period_type == "instant"
    if _WERE_SOLD.match(scan.text, amount.end) or is_what_somebody_took(scan, amount):
        return True
    return at_a_time and _names_what_is_over(around, amount.end, scan.clause(amount.start)[1], period)


def _named_from(around: Surroundings, amount: Amount) -> int:
    """Return where the words begin that say of when an amount is: `1H22 revenue RMB12.4bn, +21.7%; net profit RMB2.19bn`."""
    scan = around.scan
    expects = scan.cues_between(scan.sentence.start, amount.start, "forecast", "target", "consensus")
    return scan.clause(amount.start)[0] if expects or scan.chinese else scan.sentence.start


def _is_told_already(around: Surroundings, period: Period | None) -> bool:
    """Whether a period's results are out: in a text that awaits results, those of the periods before are."""
    reported = around.reported
    return not around.awaited or (reported is not None and period is not None and period.end < reported.end)


def _names_what_is_over(around: Surroundings, start: int, end: int, period: Period | None) -> bool:
    """Whether an amount's clause names its period, and that is over."""
    published = around.calendar.published
    return any(
        start <= m.start < end
        and p == period
        and (p.end < published if m.dated and published else around.calendar.is_over(p))
        for m, p in around.resolved
    )


def _goes_along(around: Surroundings, start: int, period: Period | None) -> bool:
    """Whether an English clause goes along with the one before, which expects something of the same time or of none.

    `Revenue is forecast to reach RMB27.6bn, with net profit rising 29% in 4Q24`
    """
    scan = around.scan
    if scan.chinese or not _ALONG.match(scan.text, start):
        return False
    low, high = scan.clause(start - 1)
    told = {p for m, p in around.resolved if low <= m.start < high}
    return bool(scan.cues_between(low, high, "forecast", "target", "consensus")) and told <= {period}


def _is_range(scan: Scan, amount: Amount) -> bool:
    """Whether an amount begins or ends a range, as what came is never told."""
    upper = scan.following(amount)
    return amount.kind in ("money", "percent") and (amount.range_end or bool(upper and upper.range_end))


def _is_labelled(scan: Scan, amount: Amount) -> bool:
    """Whether an amount, or the one that its range begins with, stands right behind a label: `operating profit: 12.0 to 12.2 trillion won`."""
    first = scan.preceding(amount) if amount.range_end else amount
    return first is not None and scan.text[scan.sentence.start : first.start].rstrip(" $€£¥").endswith(":")


def _continues(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount goes on with the one before: the upper end of a range, or joined by `and`."""
    before = around.scan.amount_before(amount.start)
    return (
        amount.range_end
        or bool(_LED_TO.fullmatch(around.scan.text, before, amount.start))
        or bool(
            AND.fullmatch(around.scan.text, before, amount.start) and not ends_what_was_expected(around.scan, amount)
        )
        or joined(around.scan.text, before, amount.start)
    )
