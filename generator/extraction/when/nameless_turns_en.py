"""English turns to a span that has no name, for all that follows: `Over the past twelve months, revenue was 164 billion yuan. Gross profit rose to 54 billion.`, `Year-to-date:` over a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.context import Surroundings

# a year that ends with what is told, or the part of one that is over by then; no `past three years`
_SO_LONG = re.compile(
    r"(?i:(?:(?:over|in|during|for|across|on|within|at|to|from) )?(?:the |an? )?(?:(?:trailing|rolling|past|last|latest|previous|preceding|prior) )?(?:(?:trailing|rolling)\b|(?:twelve|12)[- ]months?\b|(?:four|4)[- ]quarters?\b|four-quarter|LTM|TTM|cumulative|(?:annuali[sz]ed)|year[- ]to[- ]date|YTD|year so far|since (?:the )?(?:start|beginning|turn|opening|year|this)|since January(?! \d)|(?:start|beginning|turn|opening) of|thus far|date (?:this|in)|20\d\d (?:so far|to date|year|YTD)))"
)
# `In the first eleven months it sold 4.18 million`, `From January to November`: of the year that runs, and no half or nine months
_MONTHS_SO_FAR = re.compile(
    rf"(?i:(?:(?:over|in|during|for|across|from|between) )?(?:the )?(?:first|opening) (?:[a-z]+|\d{{1,2}}) months\b|(?:(?:over|in|during|for|across|from|between) )?(?:the )?(?:January|Jan\.?)(?:-|–| to | through | and )(?:{MONTHS})"
    rf"|(?:(?:over|in|during|for|across) )?(?:the )?(?:[a-z]+|\d{{1,2}}) months (?:to|through|ended|ending) )"
)
_OPENS = re.compile(
    r"[\s•*–-]*(?:(?:But|And|So|Yet) )?(?:(?i:over|in|for|on|during|across|through|at|to|looking at|taking) (?:the |an? |its )?)?"
)
_MARKETS = re.compile(r"\b(?:[Ss]hares?|[Ss]tocks?|ADRs?|ADSs?|[Ii]ndex|[Mm]arket (?:cap|value)\w*)\b")
_FLOWS = ("money", "percent")
_LABEL = re.compile(
    r"[\s#•*–-]*(?:the )?(?:[a-z0-9-]+ ){0,3}[a-z-]*(?: (?:results?|figures|numbers|tally|totals?|highlights|performance|20\d\d))*[\s*]*:?[\s*]*",
    re.I,
)


def turns_to_a_nameless_span(around: Surroundings) -> bool:
    """Whether an English sentence opens with such a span, and tells money of it, or is the label of what stands below it."""
    scan = around.scan
    start, end = scan.sentence.start, scan.sentence.end
    span = next(_spans(scan), None)
    if span is None or scan.chinese or around.resolved:
        return False
    if not scan.amounts:
        return heads_a_nameless_span(scan)
    counts = _MONTHS_SO_FAR.match(scan.text, span.start)
    tells = any(m.metrics for m in scan.metrics) and any(counts or a.kind in _FLOWS for a in scan.amounts)
    opens = _OPENS.fullmatch(scan.text, start, span.start)
    return tells and opens is not None and not _MARKETS.search(scan.text, start, end)


def heads_a_nameless_span(scan: Scan) -> bool:
    """Whether a line without an amount names such a span and hardly anything else: `Trailing twelve months`, `The year-to-date tally:`."""
    named = next(_spans(scan), None) is not None and not scan.amounts
    return named and _LABEL.fullmatch(scan.text, scan.sentence.start, scan.sentence.end) is not None


def is_of_a_nameless_turn(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount's sentence opens with such a span, or what stands behind a semicolon does: `; on a trailing basis, profit came to 52 billion`."""
    if turns_to_a_nameless_span(around):
        return True
    scan = around.scan
    opening = scan.text.rfind("; ", scan.sentence.start, amount.start) + 2
    first = next((m for m in scan.periods if opening <= m.start < amount.start), None) if opening > 1 else None
    if first is None or first not in _spans(scan) or not scan.text.startswith((",", " basis,"), first.end):
        return False
    return not any(first.end <= m.start < amount.end for m, _ in around.resolved)


def _spans(scan: Scan) -> Iterator[PeriodMention]:
    """Yield the mentions of spans that are told as a year is, and have no name."""
    for mention in scan.periods:
        rolls = mention.scope == "year" and mention.dated and mention.fiscal
        long = mention.scope == "span" and any(f.match(scan.text, mention.start) for f in (_SO_LONG, _MONTHS_SO_FAR))
        if rolls or long:
            yield mention
