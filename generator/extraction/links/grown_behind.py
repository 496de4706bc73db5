"""Metrics named behind the change that they made: `19% revenue growth`, `16% less net income`, `increasing 15% to $535 million in sales`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.towards import TO
from generator.extraction.links.behind import metric_behind
from generator.extraction.links.linking import Linker
from generator.extraction.marks.bases import FROM_THEN
from generator.extraction.marks.mention import Mention
from generator.extraction.metrics.line_as_subject_en import line_that_moved

_LED_TO = re.compile(
    rf"(?: [a-z/-]+| {FROM_THEN})?{TO}",
    re.I,
)
WITH_COUNT = re.compile(
    r"(?: [a-z/-]+){0,3} (?:decline|decrease|drop|fall|increase|rise|growth|jump|gain|surge|slump),? with (?:about |around |nearly |over |a record |a total of )?",
    re.I,
)
_SO_MUCH = re.compile(r"(?:-| (?:year[- ]o(?:n|ver)[- ]year|annual|quarterly|sequential|[A-Z]/[A-Z]) | )")
_MORE = re.compile(r" (?:more|less|fewer|higher|lower) (?:of )?(?:in )?")
_THAN = re.compile(r" (?:[a-z]+ ){0,3}?than\b")
_MOVED = re.compile(r" (?:growth|increase|rise|jump|gain|decline|drop|fall|decrease|slump|plunge)\b")


def first_after(linker: Linker, low: int, high: int) -> Mention | None:
    """Return the first metric that a stretch names."""
    return next((m for m in linker.scan.metrics if low <= m.start and m.end <= high), None)


def counted_beside(linker: Linker, amount: Amount) -> Mention | None:
    """Return what is counted beside a change without a metric: `a 12.4% year-on-year decline, with 6,155 vehicles delivered`."""
    level = linker.scan.following(amount)
    beside = level and WITH_COUNT.fullmatch(linker.scan.text, amount.end, level.start)
    return metric_behind(linker.scan, linker.meanings, level).mention if level and beside else None


def grown_behind(linker: Linker, amount: Amount) -> Mention | None:
    """Return the metric of `19% revenue growth`: it stands between a percentage and the word for how it moved."""
    text = linker.scan.text
    return next(
        (
            m
            for m in linker.scan.metrics
            if _SO_MUCH.fullmatch(text, amount.end, m.start) and not m.nothing and _MOVED.match(text, m.end)
        ),
        None,
    )


def more_of(linker: Linker, amount: Amount) -> Mention | None:
    """Return the metric of `16% less net income than a year earlier`."""
    if linker.scan.chinese:
        return None
    text = linker.scan.text
    named = (m for m in linker.scan.metrics if _MORE.fullmatch(text, amount.end, m.start) and not m.nothing)
    return next((m for m in named if _THAN.match(text, m.end)), None)


def led_to_metric(linker: Linker, amount: Amount) -> Mention | None:
    """Return what a change led to, where only that names a metric: `increasing 15% year-over-year to $535 million in sales`."""
    level = linker.scan.following(amount)
    if level is None or not _LED_TO.fullmatch(linker.scan.text, amount.end, level.start):
        return None
    named = metric_behind(linker.scan, linker.meanings, level).mention
    return named or line_that_moved(linker.scan, amount, level, linker.meanings.catalogue.segments)
