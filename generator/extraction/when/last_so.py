"""What a record is told from: `the highest since the second quarter of 2022, when it was 14.1 trillion won` is of that quarter."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.periods.spoken import Spoken
from generator.extraction.when.since import is_beginning
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

ONLY_ITS_YEAR = "a record is told from a time of which only the year is said"
# `, when it was`, `, when growth was`, `'s 14.1 trillion won`, ` (14.1 trillion won)`, `, which brought in`
_THEN = re.compile(
    r"(?:,? (?:when|in which|during which|a (?:quarter|month|year|period) (?:when|in which))\b[^,;.:()\d]{1,70}?|,? which (?:saw|had|brought|showed|was)\b[^,;.:()\d]{0,40}?|['’]s (?:[a-z]+ ){0,3}| \((?:of |at |with )?)(?:[A-Z]{0,3}[$€£¥])?"
)
# `since late 2021, when it earned`, `since the end of 2024, when`
_VAGUE = re.compile(
    r"\b[Ss]ince (?:at least )?(?:mid|late|early|around|about|the (?:end|start|middle|beginning|summer|spring|autumn|fall|winter) of|before)[- ](?:[A-Za-z]+ )?\d{4},? when\b[^,;.:()\d]{1,70}?(?:[A-Z]{0,3}[$€£¥])?$"
)
_REACH = 140  # characters before an amount, within which its record is told from some time
_THEN_ZH = re.compile("(?:以来|之后|后)[^,;。\\d]{0,12}[,(](?:当时|彼时|那时|该季度?|当季|当月|当年)[^,;。\\d]{0,16}")
_WHOLE_YEAR = re.compile(
    r"[^,;.\d]{0,24} (?:in|for|over|during|across) (?:the|that) (?:whole |full |entire )?year\b|[^,;.\d]{0,24} (?:all|that|for the) year\b"
)


def last_so(around: Surroundings, amount: Amount) -> tuple[Period | None, str | None] | None:
    """Return the time that a record is told from, where an amount is of that, and why it is in doubt: of a quarter's record no year alone can be."""
    scan = around.scan
    then = next((m for m in reversed(scan.periods) if m.end <= amount.start), None)
    led = then is not None and _leads_to(around, then, amount)
    if then is None or not led:
        vague = not scan.chinese and _VAGUE.search(
            scan.text, max(scan.sentence.start, amount.start - _REACH), amount.start
        )
        return (None, ONLY_ITS_YEAR) if vague else None
    period, now = around.calendar.resolve(then, Spoken()), around.ground.period
    told = [p for m, p in around.resolved if m.end <= then.start] or ([now] if now else [])
    if period is None or period.kind == "instant":
        return None, ONLY_ITS_YEAR
    whole = period.kind != "year" or all(p.kind == "year" for p in told) or _WHOLE_YEAR.match(scan.text, amount.end)
    return period, None if whole else ONLY_ITS_YEAR


def _leads_to(around: Surroundings, then: PeriodMention, amount: Amount) -> bool:
    form = _THEN_ZH if around.scan.chinese else _THEN
    return bool(form.fullmatch(around.scan.text, then.end, amount.start)) and is_beginning(around.scan, then)
