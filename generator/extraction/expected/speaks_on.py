"""Sentences that speak on of what the one before expects: `This represents growth of 9%`, `The estimate points to a change of -11.3%`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.figure import Basis
from generator.extraction.frozen import frozen
from generator.extraction.links.link import Link
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.sentences import Sentence
from generator.settings.period import Period

_AT = r"(?:(?:At|Based on|Using|Taking) (?:the |its )?(?:mid-?point|middle|low end|high end|top end)(?: of [^,;\d]{3,60})?,? )?"
_WHAT = r"(?:estimate|forecast|projection|outlook|guidance|guide|mid-?point|consensus|range|prediction|expectation|(?<!price )target|goal|(?:sales |delivery )?plan|adjustment|revision|objective|(?:figure|number)(?= implies| would))"
_BACK = re.compile(
    rf"[\s•*–-]*(?:(?:But|And|Nonetheless|Nevertheless|However|Meanwhile|Moreover|Further|Still|Yet),? )?{_AT}(?P<that>(?:[Tt]his|[Tt]hat|[Ii]t|[Ww]hich)|(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir) (?:(?!price|pricing|rating|dividend|expansion|hiring)[a-z]+[- ]){{0,2}}{_WHAT}(?: (?:mark|estimate|range|figure|number|mid-?point))?)"
    r" (?:(?:also|would|will|could) (?:also )?)?"
    r"(?:represents?|impl(?:y|ies)|indicates?|suggests?|signals?|points? to|reflects?|means?|marks?|translates? (?:in)?to|equates? to|equals?|amounts? to|calls? for|works? out (?:to|at)|(?:is|be) (?=up |down |an? |about |higher |lower |\d)) "
)


_EARNED = ("profit", "eps", "income")  # how the names end of what any profit may be


@frozen
class Awaited:
    """What a text expects last: the metric, its segment, of when, and whether the market expects it or the company."""

    metric: str
    segment: str | None
    period: Period | None
    basis: Basis


def with_what_is_awaited(marks: Scan, awaited: Awaited | None) -> Scan | None:
    """Return a sentence's marks with the words that point back to what is expected as a mention of it; None where none do."""
    back = points_back(marks.text, marks.sentence) if awaited else None
    if back is None or awaited is None:
        return None
    that = Mention(*back.span("that"), (awaited.metric,), part=awaited.segment)
    if _names_another(marks, that, awaited.metric):
        return None
    others = [m for m in marks.metrics if not that.start <= m.start < that.end]  # `the revenue guidance`
    return replace(marks, metrics=[that, *others])


def _names_another(marks: Scan, that: Mention, metric: str) -> bool:
    """Whether such words name another metric than the one expected last: `the earnings projection`, behind one of revenue."""
    named = [m for m in marks.metrics if that.start <= m.start < that.end and not m.nothing]
    earned = metric.endswith(_EARNED)
    return bool(named) and not any(metric in m.metrics or (m.any_profit and earned) for m in named)


def awaited_of(marks: Scan, awaited: Awaited | None, link: Link) -> Awaited | None:
    """Return what is expected that a change of a sentence is of, where that points back to it."""
    back = points_back(marks.text, marks.sentence) if awaited else None
    if back is None or awaited is None or link.metric != awaited.metric or link.when is not None:
        return None
    return awaited


def points_back(text: str, sentence: Sentence) -> re.Match[str] | None:
    """Return the words that a sentence opens with which point back to what is expected."""
    return _BACK.match(text, sentence.start, sentence.end)
