"""What is only told beside a half or nine months of the year before, in a text on their last quarter, is of as long a time: `was Rmb135bn, compared with Rmb90bn in the first half of 2024`.

So is what is told beside the same month of the year before, behind a sentence on the month before: `In September, Nio delivered 15,461. Xpeng delivered
20,002, up from 5,101 in October 2022`.
"""

from __future__ import annotations

import re

from generator.extraction.frozen import replace
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.when.years_said import Resolved
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.ground import Ground
from generator.settings.period import Period

# `compared with Rmb90bn in the first half of 2024`, `up from 1.6m cars in`, `against a profit of 2bn for`
_BESIDE = re.compile(
    r"\b(?:compar(?:ed|es|ing) (?:with|to)|against|versus|vs\.?|from|than) (?:the |an? |about |some )?(?:[a-z-]+ ){0,3}(?:of )?$"
)
_IN = re.compile(r"(?: (?!and\b)[a-z-]+){0,3} (?:in|for|during|over) (?:the )?$")
_PACE = re.compile(
    r"\b(?:faster|slower|quicker|better|worse|stronger|weaker|steeper|sharper|softer|growth|pace|rate|speed|clip|after|following)\b"
)  # `rose 30%, faster than in the first half of 2024`
_LEAD = 40  # characters before an amount, within which it is said to be set beside


def as_its_comparand(marks: Scan, ground: Ground, resolved: Resolved) -> Ground:
    """Return the ground of a sentence; it is of as long a time as the one time that the sentence names, and only sets beside."""
    now = ground.period
    if now is None or now.kind not in (*REPORTED, "month") or not resolved:
        return ground
    then = [_in_the_year_after(marks, mention, period) for mention, period in resolved]
    like = then[0]
    if like is None or any(period != like for period in then):
        return ground
    if like.kind == now.kind == "month":
        return replace(ground, period=like) if like.steps_before(1) == now else ground
    other = like.kind in REPORTED and like.kind != now.kind
    return replace(ground, period=like) if other and like.fiscal == now.fiscal and like.end == now.end else ground


def _in_the_year_after(marks: Scan, mention: PeriodMention, period: Period) -> Period | None:
    """Return the same part of the next year, where a sentence tells something before a period that it only sets beside."""
    before = [a for a in marks.amounts if a.end <= mention.start]
    if not before:
        return None
    last = before[-1]
    levels = _IN.fullmatch(marks.text, last.end, mention.start) and _BESIDE.search(
        marks.text, max(marks.sentence.start, last.start - _LEAD), last.start
    )
    if (levels and last.kind == "percent") or _PACE.search(marks.text, last.end, mention.start):
        return None  # how fast something grew says nothing of how long a time it is told of
    if levels:
        return period.years_before(-1) if len(before) > 1 else None
    return period.years_before(-1) if is_beside(marks, mention) else None
