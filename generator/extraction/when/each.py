"""Amounts that were reached in each of several periods: `more than 40,000 vehicles in both September and October`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_IN_EACH = re.compile(r"(?: [a-z-]+){0,3} (?:in|for|during) (?:both|each of|either of) (?:the )?")
_AND = re.compile(r"(?: quarter)?,? and (?:again )?(?:in |for |during )?(?:the )?(?:months? of )?")
# `for a fourth month in a row`, `the second straight month`, `for three months running`
_IN_A_ROW = re.compile(
    r"\b(?:(?:for|in) (?:an?|the|its|their) (?!(?:same|previous|prior|preceding|corresponding|comparable|following|last|past|whole|full|entire) month)[a-z-]+ (?:straight |consecutive |successive |running )?month\b|(?:for )?the [a-z-]+ (?:straight|consecutive|successive) month\b|for (?:two|three|four|five|six|\d+) (?:straight |consecutive |successive )?months (?:running|in a row|straight)\b)"
)
_SEVERAL = re.compile(
    r"(?: [a-z-]+){0,3} in (?:each|both|every one|all) of (?:the|its) (?:last|past|previous|preceding) [a-z]+ (?:quarters|months|years|halves)\b"
)
# 7月和8月交付均超过3万辆
_AND_ZH = re.compile(r"(?:和|及|与|以及|、)")
_ALL_ZH = re.compile(r"[^,;。\d]{0,14}(?<![平月周日年人])(?:均|都|皆|双双)[^,;。\d]{0,8}")
_NEAR = 60


def in_each(around: Surroundings, amount: Amount, figure: Figure) -> list[Figure]:
    """Return the figures of the further periods in each of which an amount was reached."""
    named = _each(around, amount)
    if figure.metric is None or figure.doubt or figure.period is None or len(named) < 2:
        return []
    return (
        [replace(figure, period=p) for _, p in named if p != figure.period]
        if figure.period in (p for _, p in named)
        else []
    )


def _each(around: Surroundings, amount: Amount) -> list[tuple[PeriodMention, Period]]:
    """Return the periods that stand behind an amount and `in both`, or `in each of`."""
    text, found = around.scan.text, list[tuple[PeriodMention, Period]]()
    if around.scan.chinese:
        return _each_zh(around, amount)
    for mention, period in around.resolved:
        if mention.start < amount.end:
            continue
        joined = (
            _AND.fullmatch(text, found[-1][0].end, mention.start)
            if found
            else _IN_EACH.fullmatch(text, amount.end, mention.start)
        )
        if joined and (not found or found[-1][1].kind == period.kind):
            found.append((mention, period))
    return found


def _each_zh(around: Surroundings, amount: Amount) -> list[tuple[PeriodMention, Period]]:
    """Return the periods of a Chinese row of them, right before what was reached in all: 7月和8月交付均超过3万辆."""
    before = [(m, p) for m, p in around.resolved if m.end <= amount.start]
    found = before[-1:]
    for mention, period in reversed(before[:-1]):
        if not _AND_ZH.fullmatch(around.scan.text, mention.end, found[0][0].start) or period.kind != found[0][1].kind:
            break
        found.insert(0, (mention, period))
    return found if found and _ALL_ZH.fullmatch(around.scan.text, found[-1][0].end, amount.start) else []


def is_in_each_zh(scan: Scan, amount: Amount) -> bool:
    """Whether a Chinese clause names several periods, in all of which an amount was reached."""
    before = [m for m in scan.periods if m.end <= amount.start][-2:]
    row = len(before) == 2 and _AND_ZH.fullmatch(scan.text, before[0].end, before[1].start)
    return scan.chinese and bool(row) and _ALL_ZH.fullmatch(scan.text, before[-1].end, amount.start) is not None


def in_a_row(around: Surroundings, amount: Amount) -> bool:
    """Whether words behind an amount say that it is of the month told, once more: a month behind them is of something else."""
    end = min(amount.end + _NEAR, around.scan.amount_after(amount.end))
    return not around.scan.chinese and _IN_A_ROW.search(around.scan.text, amount.end, end) is not None


def in_several(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount was reached in several periods that have no name: `above 25% in each of the last two quarters`."""
    return _SEVERAL.match(around.scan.text, amount.end) is not None
