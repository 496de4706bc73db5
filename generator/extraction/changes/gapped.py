"""Growth whose verb is told once: `revenue rose 5% to 31 billion yuan and net profit 7% to 4 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.towards import TO
from generator.extraction.marks.cues import BASES
from generator.extraction.marks.scanning import Scan

_TO = re.compile(TO)
_AND = re.compile(r"[^;.\d]{0,40}?,? (?:and|while) (?:its |the |that of )?(?:[\w-]+ ){0,3}")
_FROM = re.compile(
    r" (?:from|over|compared (?:to|with)|versus) (?:the |that of )?(?:[a-z]+[ -]quarter|Q[1-4]|[1-4]Q|(?:same|previous|prior|preceding|corresponding) )"
)
_FROM_AND = re.compile(rf"{_FROM.pattern}[^,;.%]{{0,30}},? and (?:by )?")
_SLASH = re.compile(r" ?(?:YoY|QoQ|yoy|qoq|[yqYQ][/-][yqYQ]) ?(?:/|,? and) ?")
# `up 173% from 28,217 in July and 74% from 44,264 in the same month last year`
_FROM_LEVEL = re.compile(
    r"(?: [a-z/-]+){0,3} (?:from|over|on|versus|compared (?:with|to)) (?:about |just |only |the |around )?"
)
_AND_ALSO = re.compile(r"[^,;.%]{0,44},? and (?:by |also )?")
_LAST = 3  # amounts before a change, among which is the one whose verb it shares


def shares_verb_with(scan: Scan, amount: Amount) -> Amount | None:
    """Return the change whose verb a later one shares: it led to a level, as this does, and only the next metric stands between.

    So do two told with `by`: `increased sales costs by 14% and research expenses by 22%`.
    """
    if (last := _from_another(scan, amount)) is not None:
        return last
    form = _form(scan, amount)
    metric = next((m for m in scan.metrics if scan.text[m.end : amount.start] in (" ", " by ")), None)
    if form is None or metric is None:
        return None
    before = [a for a in scan.amounts if a.end <= amount.start][-_LAST:]
    change = next((a for a in reversed(before) if _form(scan, a) == form), None)
    if change is None:
        return None
    told = max((a.end for a in before if a.start > change.start), default=change.end)
    joined = told < metric.start and _AND.fullmatch(scan.text, told, metric.start)
    return change if joined and not scan.cues_between(told, amount.start, "up", "down", *BASES) else None


def _from_another(scan: Scan, amount: Amount) -> Amount | None:
    """Return the change that another of the same level follows, from another period: `up 40.8% from Q3 2024 and 20.8% from the second quarter`."""
    before = scan.preceding(amount)
    if before is not None and (change := _from_level(scan, before, amount)):
        return change
    if before is not None and before.kind == amount.kind and _SLASH.fullmatch(scan.text, before.end, amount.start):
        return before  # `fell 30% YoY/31% QoQ`
    if before is None or before.kind != amount.kind or not _FROM.match(scan.text, amount.end):
        return None
    return before if _FROM_AND.fullmatch(scan.text, before.end, amount.start) else None


def _from_level(scan: Scan, level: Amount, amount: Amount) -> Amount | None:
    """Return the change from one level that another is joined to, from another level."""
    change, origin = scan.preceding(level), scan.following(amount)
    if change is None or origin is None or change.kind != amount.kind or amount.kind in (level.kind, origin.kind):
        return None
    joined = _FROM_LEVEL.fullmatch(scan.text, change.end, level.start) and _AND_ALSO.fullmatch(
        scan.text, level.end, amount.start
    )
    return change if joined and _FROM_LEVEL.fullmatch(scan.text, amount.end, origin.start) else None


def _form(scan: Scan, amount: Amount) -> str | None:
    """Return how a percentage is told as a change without a verb of its own: `by` so much, or so much `to` a level."""
    if amount.kind != "percent":
        return None
    after = scan.following(amount)
    if after is not None and after.kind != "percent" and _TO.fullmatch(scan.text, amount.end, after.start):
        return "to"
    return "by" if scan.text[amount.start - 4 : amount.start] == " by " else None
