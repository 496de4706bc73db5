"""Spans of time that have no name: `RMB 200 billion over the next five years`, `the years from 2026`, `will total $600 billion through 2028`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.each import in_several
from generator.extraction.when.several_years_en import of_several_years
from generator.extraction.when.since import is_since
from generator.extraction.whose.context import Surroundings

_SINCE_LAUNCH = re.compile(
    r"年初至今|自[^,;。]{0,12}?(?:上市|发布|推出|开售|交付|成立|面世)(?:以来|至今|起|\d+个?[天月])"
)
_SINCE_EVER = re.compile(
    r"(?: (?:units|cars|vehicles|EVs|deliveries|of (?:it|them|these|those)|(?:[A-Z][\w-]+ )?[A-Z][\w-]*))?,? (?:to date(?! in\b)|since (?!(?:the )?(?:start|beginning)\b|(?:early|late|mid)\b|then\b|[A-Z][a-z]+ \d)"
    r"(?:launch(?:ing)?\b|inception\b|its\b|their\b|(?:sales|deliveries|production|it|they|the [A-Z]\w+) (?:began|started|went|opened|launched|entered|came|hit)\b|the [^,;.\d]{0,24}(?:launch|debut|release|founding)\b))"
)
_SO_FAR = re.compile(r"\s*(?:So far|To date|Until now|Up to now),(?! (?:this|in)\b) ")
_ROLLING = re.compile(
    "过去|最近|近|未来|今后|接下来|(?:over|in|during|for|within) the (?:past|last|next|coming) decade"
)
_THROUGH = ("through ", "until ", "till ")  # `will total $600 billion through 2028`
_THROUGH_MONTH = re.compile(r"(?:\bthrough|\bup to)(?: the)? $")
_TO_ITS_END = re.compile(r"(?:up )?through ")
_ASIDE = re.compile(r", (?:which|who) [^,;]*$")
_IMPLIES = re.compile(r"(?: [a-z]+)? (?:means?|impl(?:y|ies)|suggests?|indicates?)\b")
OPENING = 24  # characters from a sentence's start, within which a span is that of the whole sentence


def next_amount(around: Surroundings, amount: Amount) -> int:
    """Return where the next amount that ends no range starts; the sentence's end where there is none."""
    after = [a for a in around.scan.amounts if a.start >= amount.end and not a.range_end]
    return after[0].start if after else around.scan.sentence.end


def _is_this_year(around: Surroundings, mention: PeriodMention, amount: Amount) -> bool:
    """Whether a mention is only the year that runs, of which a span has been named before, and nothing is aimed at or expected in it."""
    text, scan = around.scan.text, around.scan
    ahead = scan.cues_between(mention.start, amount.start, "target", "forecast")
    return text[mention.start : mention.end] in ("今年", "本年") and not ahead


def in_nameless_span(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount is of a span that has no name: `RMB 200 billion over the next five years`, `the years from 2026`.

    The sentence may have opened with it: `In the first eight months, deliveries reached 1.2 million`; in Chinese, have named it before.
    """
    end = min(around.scan.clause(amount.start)[1], next_amount(around, amount))
    if in_several(around, amount):
        return True
    known = {m for m, _ in around.resolved}
    nameless = [
        m
        for m in around.scan.periods
        if m not in known
        and (m.scope == "span" or (m.scope == "year" and m.dated))
        and not is_since(around.scan.text, around.scan.sentence.start, m)
    ]
    behind = [m for m in nameless if amount.end <= m.start < end and not _has_its_own(around, amount, m)]
    if (
        behind
        or of_several_years(around.scan, amount)
        or _runs_through(around, amount, end)
        or _is_since_ever(around, amount)
    ):
        return True
    before = [m for m in around.scan.periods if m.end <= amount.start and not ends_another_act(around, m)]
    if _SINCE_LAUNCH.search(around.scan.text, around.scan.amount_before(amount.start), amount.start):
        return True
    # `In the past 3 months, Tesla's sales hit 67,886 in July, 83,192 in August`
    own = any(around.scan.text[amount.end : m.start] == " in " and m.scope == "month" for m in known)
    if not before or own:
        return False
    if len(before) > 1 and _is_this_year(around, before[-1], amount) and before[-2].scope == "span":
        before = before[:-1]  # 前7个月,网易今年总净收入达到812亿元
    rolling = before[-1].relation is None and bool(_ROLLING.match(around.scan.text, before[-1].start))
    opens = before[-1].start - around.scan.sentence.start <= OPENING
    return rolling or (
        before[-1].scope == "span"
        and before[-1] not in known
        and (opens or before[-1].dated or not around.scan.text[before[-1].end - 1].isascii())
    )


def _is_since_ever(around: Surroundings, amount: Amount) -> bool:
    """Whether English counts all there has been since something began: `has handed over more than 258,000 since launch`."""
    scan = around.scan
    if scan.chinese or amount.kind not in ("count", "bare"):
        return False
    opens = _SO_FAR.match(scan.text, scan.sentence.start, amount.start)
    return bool(_SINCE_EVER.match(scan.text, amount.end, scan.sentence.end) or opens)


def _runs_through(around: Surroundings, amount: Amount, end: int) -> bool:
    """Whether English says behind an amount through which year or month it is spread: `will total $600 billion through 2028`, `sold 536,132 cars through November`."""
    text, behind = around.scan.text, [m for m in around.scan.periods if amount.end <= m.start < end]
    years = (m for m in behind if m.scope == "year" and m.year)
    through = any(text.startswith(_THROUGH, m.start) or text.endswith(_THROUGH, amount.end, m.start) for m in years)
    months = (m for m in behind if m.scope in ("month", "instant") and not m.day)
    through = through or any(_THROUGH_MONTH.search(text, amount.end, m.start) for m in months)
    return amount.kind != "percent" and through


def ends_another_act(around: Surroundings, span: PeriodMention) -> bool:
    """Whether a month through which something went on stands behind other words: `It cut prices through October and delivered 462,000 cars in the third quarter`."""
    text = around.scan.text
    led = _TO_ITS_END.match(text, span.start) and span.start - around.scan.sentence.start > OPENING // 2
    aside = _ASIDE.search(text, max(around.scan.sentence.start, span.start - 60), span.start)
    ends = text.startswith((" and ", ", and "), span.end) or (aside and text.startswith(", ", span.end))
    return span.scope == "span" and bool(led and ends)


def _has_its_own(around: Surroundings, amount: Amount, span: PeriodMention) -> bool:
    """Whether English names an amount's period before a span behind it: `113 billion yuan in the third quarter has doubled over three years`.

    So it does before the amount, where that implies another: `its fourth-quarter guidance of 43,000 means deliveries of 32,900 in November and December`.
    """
    scan = around.scan
    if scan.chinese:
        return False
    implies = _IMPLIES.match(scan.text, scan.end_of_range(amount), span.start)
    low = scan.sentence.start if implies else amount.start
    return any(low <= m.start < span.start for m, _ in around.resolved)
