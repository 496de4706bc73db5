"""Sentences that only look back on a time before the one that a text is on: those after them go on with that one."""

from __future__ import annotations

import re

from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

OPENING = 24  # characters from a sentence's start, within which a period introduces what follows
# What a sentence tells beside what it is about, of a time before.
_BESIDE_TOLD = re.compile(r"\w,? (?:as|after|since|when|while|following|although|whereas|which|having|had)\b")
# `In the first quarter it had grown 47.4%`, `Last year it had spent 24 billion yuan`
_HAD = re.compile(
    r"\bhad (?:(?:only|already|still|also|just|even|once|not|[a-z]+ly) )?(?:been|[a-z]+(?:ed|wn|ade|old|ost|ent|ept|elt|ught|ld|rne|ne)|made|won|seen|shrunk|sunk|slid|shed|swung|begun|run|hit|cut|put|set)\b"
)
_SPANS = (*REPORTED, "year")


def looks_back(around: Surroundings, spoken: Period) -> bool:
    """Whether an English sentence only looks back on a time, which is before that spoken of until then.

    `That is a turn for the worse, as net income had jumped 36% in the March quarter. Adjusted earnings fell.`
    """
    ground = around.ground.period
    if ground is None or spoken.fiscal != ground.fiscal:
        return False
    named = next((m for m, p in around.resolved if p == spoken), None)
    if named is None or not around.scan.text[named.start].isascii():
        return False
    if spoken.kind == ground.kind == "month":  # `As recently as March, it had managed 10,378`
        return spoken < ground and bool(
            _HAD.search(around.scan.text, around.scan.sentence.start, around.scan.sentence.end)
        )
    if spoken.kind == ground.kind == "quarter":
        return spoken < ground and (
            _is_beside(around, named) or _had(around, ground) or _is_the_year_ago(around, named, spoken)
        )
    back = _trails(around, named, ground) or _had(around, ground) or _counts_what_there_was(around, ground)
    return _is_over_before(spoken, ground) and back


def _is_beside(around: Surroundings, named: PeriodMention) -> bool:
    """Whether a quarter before is told of beside something else."""
    if named.year is not None and named.start - around.scan.sentence.start > OPENING:
        return True  # `It held 31% of the Indian market in Q1 2018. Revenue abroad grew 152%`
    return bool(_BESIDE_TOLD.search(around.scan.text, around.scan.sentence.start, named.start))


def _is_the_year_ago(around: Surroundings, named: PeriodMention, spoken: Period) -> bool:
    """Whether a text on a quarter tells what came in that of the year before: `The second quarter of 2022 had $3.20 in EPS`."""
    reported = around.reported
    ago = reported is not None and reported.kind == "quarter" and spoken == reported.years_before(1)
    return ago and around.ground.period == reported and named.year is not None


def _is_over_before(spoken: Period, ground: Period) -> bool:
    """Whether a quarter, a half or a year was over before the one spoken of began."""
    if not (spoken.kind in _SPANS and ground.kind in REPORTED):
        return False
    ended, end = spoken.end, ground.end
    return ended.year * 12 + ended.month <= end.year * 12 + end.month - ground.months


def _counts_what_there_was(around: Surroundings, ground: Period) -> bool:
    """Whether a text on a quarter tells of a time before it only how many there were: `In 2023 it had 23,000 employees`."""
    metrics = around.names.catalogue.metrics
    told = [name for m in around.scan.metrics for name in m.metrics if name in metrics]
    return ground == around.reported and bool(told) and all(metrics[n].period_type == "instant" for n in told)


def _trails(around: Surroundings, named: PeriodMention, ground: Period) -> bool:
    """Whether a text on a quarter names an earlier time only behind what it tells of it: `It had sales of 366 billion yuan in 2024`."""
    return ground == around.reported and named.start - around.scan.sentence.start > OPENING


def _had(around: Surroundings, ground: Period) -> bool:
    """Whether a text on a quarter tells what had come before it: `In the first quarter it had grown 47.4%`."""
    return ground == around.reported and bool(
        _HAD.search(around.scan.text, around.scan.sentence.start, around.scan.sentence.end)
    )
