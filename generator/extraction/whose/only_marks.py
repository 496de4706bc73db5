"""Marks that were passed, and are not what was reached: `exceeded 40,000 units for the first time, reaching 40,169`, `topped 200,000 units three months in a row`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.marks_passed_en import passed_again

# `topped 200,000 units three months in a row`
_IN_A_ROW = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries|yuan|mark))*,? (?:for )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:(?:straight|consecutive) (?:months|quarters|years)|(?:months|quarters|years) (?:in a row|running|straight))\b"
)

# `delivered 66,657 vehicles, surpassing 50,000 units for the first time`: what was reached is told before.
_PASSED = re.compile(
    r"\b(?:surpassing|exceeding|topping|crossing|passing|breaking(?: past| through)?|topped) (?:over |the )*$", re.I
)
_MARK = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries|yuan))? (?:for (?:the (?:first|second|third)|(?:a|the) [a-z]+[ -](?:straight|consecutive)|(?:two|three|four|five|six) (?:straight|consecutive))|mark|milestone|threshold|streak|level)\b"
)
# `the first time that quarterly sales topped the mark of 200 billion yuan`
_MARK_OF = re.compile(
    r"\b(?:exceed|surpass|topp?|cross|pass|break|broke|reach|hit|clear)(?:e?d|e?s|ing)?(?: (?:past|through))? (?:the|a) (?:[a-z-]+ ){0,2}(?:level|mark|milestone|threshold|line|barrier|hurdle) of (?:about |over )?$"
)
_REACHING = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries))? for the (?:first|second|third) time,? (?:reaching|hitting|with|to reach|at) (?:a record |about )?"
)


def is_only_a_mark(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is only a mark that was passed: for the second time, or by what the sentence tells besides."""
    if passed_again(scan, amount) or _is_reached_behind(scan, amount):
        return True
    told = any(a.kind in (amount.kind, "count", "bare") for a in scan.amounts if a.end <= amount.start)
    passed = told and _PASSED.search(scan.text, max(scan.sentence.start, amount.start - 40), amount.start)
    if told and _MARK_OF.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start):
        return True
    return bool(passed and _MARK.match(scan.text, amount.end))


def passed_in_a_row(scan: Scan, amount: Amount) -> bool:
    """Whether an amount was passed in each of several months, of which the sentence names none."""
    named = any(p.scope == "month" and p.end <= amount.start for p in scan.periods)
    told = any(a.kind in ("count", "bare") and a.end <= amount.start for a in scan.amounts)
    return (told or not named) and bool(_IN_A_ROW.match(scan.text, amount.end))


def _is_reached_behind(scan: Scan, amount: Amount) -> bool:
    """Whether a mark was passed, and what was reached is said behind it: `exceeded 40,000 units for the first time, reaching 40,169`."""
    behind = _REACHING.match(scan.text, amount.end)
    return behind is not None and scan.amount_after(amount.end) == behind.end()
