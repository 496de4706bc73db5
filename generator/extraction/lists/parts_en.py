"""Parts that an English sentence lists with their amounts alone: `the NIO brand accounted for 18,393 units, ONVO 11,794 and firefly 6,088`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.metrics.profits import label_by_part

# What stands between the amount of one part and the next part's name: a unit, a conversion, how far it grew.
_NEXT = re.compile(
    r"(?: (?:units|vehicles|cars|deliveries|NEVs|EVs|yuan))?(?: (?:in|during) (?:the|that|this) (?:month|quarter|year|period|half)| (?:last|this) (?:month|year|quarter)| in [A-Z][a-z]{2,8})?(?: of (?:the|its|that|this) (?:[a-z-]+ )?(?:figure|total|sum|number|amount|deliveries|sales|revenue))?(?: \([^()]*\))?"
    r"(?:,? (?:up|down|(?:an? )?(?:increase|decrease|rise|decline) of|an?) [\d.]+ ?(?:%|per ?cent|pct)(?: (?:year[- ]on[- ]year|year[- ]over[- ]year|YoY|increase|decrease|rise|decline))?)?"
    r"(?:[,;]? and|[,;]|,? while|,? with) (?:the |its )?"
)
_HELD = re.compile(
    r"(?: (?:brand|models?|segment|business|division|unit|region))?(?: \([^()\d]*\))?(?::| (?:at|with|of|for|was|were|making up|made up|contribut(?:ed|ing)|account(?:ed|ing) for|deliver(?:ed|ing)|reach(?:ed|ing)|totall?(?:ed|ing)))?"
    r" (?:about |around |nearly |over |approximately |roughly )?"
)
# A part alone whose verb says that it is one: `of which the NIO brand accounted for 18,393 units`.
_IS_PART = re.compile(
    r"(?: brand| models?)? (?:accounted for|made up|comprised|contributed) (?:about |around |nearly |over )?"
)
# `464,900 units, with pure electric models performing well at 227,500 units`
_WITH = re.compile(r"(?:, |–|—| - )(?:with|led by) (?:the |its )?$")
_STANDS_AT = re.compile(
    r"(?: (?:brand|models?|vehicles|cars))?(?: (?:alone|leading|performing|selling|doing|standing|coming in|staying|remaining)(?: [a-z]+){0,3}?)? at (?:about |around |nearly |over )?"
)
_KINDS = ("battery_electric", "plug_in_hybrid")
_SOLD = re.compile(r"(?: brand| models?)? (?:sold|delivered|handed over|shipped) (?:about |around |nearly |over )?")
_COUNTED = 1000  # a bare number that is less may be a model's name


def parts_in_english(marks: Scan, counted: str | None = None) -> Scan:
    """Return a sentence's marks with each part that stands right before its amount as a mention of the metric told before; `counted` is what the sentence before told."""
    found = [(amount, part) for amount in marks.amounts if (part := _part_before(marks, amount))]
    held = {a.start for a, _ in found}
    doers = [(a, part) for a in marks.amounts if (part := _doer_before(marks, a)) and a.start not in held]
    label = label_by_part(marks)
    run = _run(marks, sorted([*found, *doers], key=lambda item: item[0].start))
    run = [item for item in (found if label else run) if item not in doers]
    if not run or not marks.text[run[0][1].start].isascii():
        return marks
    told = next((m for m in reversed(marks.metrics) if m.end <= run[0][0].start and not m.nothing), None)
    if told is None and counted in OF_CARS and _IS_PART.fullmatch(marks.text, run[0][1].end, run[0][0].start):
        told = Mention(run[0][1].end, run[0][0].start, (counted or "",))
    if told is None or (told.part and told.metrics[0] not in OF_CARS):
        return marks  # `The Nio brand contributed 31,897 units, Onvo 9,154`: one part told leads to the next
    mentions = [replace(told, start=p.start, end=p.end, segment=None, part=p.segment) for _, p in run]
    return marks.with_metrics(mentions)


def _run(marks: Scan, found: list[tuple[Amount, Mention]]) -> list[tuple[Amount, Mention]]:
    """Return the first parts that follow on one another; one alone, where its verb says that it is a part."""
    run: list[tuple[Amount, Mention]] = []
    for amount, part in found:
        if run and _NEXT.fullmatch(marks.text, run[-1][0].end, part.start) and _alike(run[-1][0], amount):
            run.append((amount, part))
        elif len(run) < 2:
            run = [(amount, part)]
    alone = len(run) == 1 and run[0][0].kind in ("count", "bare") and run[0][0].value >= _COUNTED
    told = alone and (_IS_PART.fullmatch(marks.text, run[0][1].end, run[0][0].start) or _is_set_beside(marks, *run[0]))
    return run if len(run) > 1 or told else []


def _is_set_beside(marks: Scan, amount: Amount, part: Mention) -> bool:
    """Whether `with` sets a part alone beside the whole that was counted before it."""
    led = _WITH.search(marks.text, max(marks.sentence.start, part.start - 16), part.start)
    return led is not None and _STANDS_AT.fullmatch(marks.text, part.end, amount.start) is not None


def _part_before(marks: Scan, amount: Amount) -> Mention | None:
    """Return the part that stands right before an amount, where no metric does."""
    floor = marks.amount_before(amount.start)
    before = [m for m in marks.segments if floor <= m.start and m.end <= amount.start]
    part = next((m for m in reversed(before) if not marks.brackets_around(m.start)), None)
    if (
        part is None
        or amount.kind not in ("money", "count", "bare")
        or not (_HELD.fullmatch(marks.text, part.end, amount.start) or _is_set_beside(marks, amount, part))
    ):
        return None
    # `Battery electric passenger vehicles`: one name made of two
    kind = next((m for m in before if m.end + 1 == part.start and m.segment in _KINDS), None)
    part = replace(kind, end=part.end) if kind else part
    own = any(m.end > part.start and m.start < amount.start for m in marks.metrics)
    return None if own else part


def _doer_before(marks: Scan, amount: Amount) -> Mention | None:
    """Return the part that is told to have sold an amount: the next one's may follow alone, `The Denza brand sold 10,781 and Fang Cheng Bao 6,026`."""
    parts = (m for m in marks.segments if _SOLD.fullmatch(marks.text, m.end, amount.start))
    return next(parts, None) if amount.kind in ("count", "bare") else None


def _alike(one: Amount, other: Amount) -> bool:
    counts = ("count", "bare")
    return (one.kind, one.scaled) == (other.kind, other.scaled) or (one.kind in counts and other.kind in counts)
