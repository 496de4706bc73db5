"""The periods that a text names, from left to right; months that only say when another is are none: 第三财季(8至10月)."""

from __future__ import annotations

from functools import lru_cache

from generator.extraction.periods.fiscal_rows import fiscal_in_rows
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.periods.period_forms import forms_in, names_periods
from generator.extraction.periods.said_by_form import mention_of


@lru_cache(maxsize=64)  # the opening of a document is asked for the period it reports on, then read
def period_mentions(text: str, start: int, end: int) -> tuple[PeriodMention, ...]:
    """Return the periods that a stretch of folded text names, from left to right."""
    if not names_periods(text, start, end):
        return ()
    found = [mention for form in forms_in(text, start, end) if (mention := mention_of(form)) is not None]
    found = fiscal_in_rows(text, found)
    return tuple(mention for mention in found if not (mention.scope == "span" and _is_gloss(text, mention, found)))


def _is_gloss(text: str, months: PeriodMention, beside: list[PeriodMention]) -> bool:
    """Whether months only say when a period is that the text names beside them: 第三财季(8至10月), 8至10月(第三财季)."""
    named = [m for m in beside if m.scope in (*REPORTED, "year")]
    bracketed = text[months.start - 1 : months.start] == "(" and text[months.end : months.end + 1] == ")"
    if bracketed:
        return any(m.end == months.start - 1 for m in named)
    behind = text[months.end : months.end + 1] == "("
    return behind and any(m.start == months.end + 1 and text[m.end : m.end + 1] == ")" for m in named)
