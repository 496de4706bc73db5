"""Years that only say that the whole of one is meant, or which report is spoken of."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.when.to_come import SET_BESIDE
from generator.settings.period import Period

# A sentence's period mentions, each with the period that it means.
Resolved = list[tuple[PeriodMention, Period]]
_YEARS = re.compile(r"\byears 20\d\d and $")
_QUARTERS_REPORT = re.compile(
    r"(?:\bQ[1-4]|\bH[12]|\bquarter|\bhalf)(?:['’]s)? (?:[a-z]+ ){0,2}(?:report|results|earnings|statements?|performance) (?:(?:for|of|in) )?(?:the year )?$"
)
_HOLIDAYS = re.compile("holiday|Christmas|festive", re.I)
_A = re.compile(r"\b[Aa]n? (?:[\w-]+,? ){0,3}$")
_OPENING = 12  # characters from a sentence's start, within which a period is what all of it is of


def says_whole_year(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a mention only says that a year is meant as a whole, and another one which."""
    whole = mention.scope == "year" and not mention.year and mention.shift is None
    return whole and not (_opens(marks, mention) or _opens_in_english(marks, mention))


def back_to_the_year(marks: Scan, mention: PeriodMention) -> Period | None:
    """Return the year that a sentence comes back to, behind a part of it: `for 2025 it expects 170,000 in Q3, and an annual target of 580,000`."""
    before = [m for m in marks.periods if m.end <= mention.start]
    named = next((m for m in reversed(before) if m.scope == "year" and m.year), None)
    if named is None or named.fiscal or not marks.text[mention.start].isascii():
        return None
    part = any(m.start >= named.end and m.scope in (*REPORTED, "month") for m in before)
    return Period(f"{named.year}") if part else None


def year_named(marks: Scan, mention: PeriodMention, resolved: Resolved) -> Period | None:
    """Return the year that a Chinese sentence named, where 全年 stands right before a metric: 2025财年全年及第四季度业绩:全年收入4985亿元."""
    named = [p for m, p in resolved if m.year and p.kind in (*REPORTED, "year")]
    metric = any(m.start == mention.end for m in marks.metrics)
    if not (named and metric and marks.text.startswith("全年", mention.start)):
        return None
    return Period(f"{'FY' if named[-1].fiscal else ''}{named[-1].year}")


def is_of_years_together(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a year is the last of two that an amount is of together: `$500 billion in orders for calendar years 2025 and 2026`."""
    apart = any(cue.kind == "each" for cue in marks.cues)
    together = mention.scope == "year" and _YEARS.search(marks.text, marks.sentence.start, mention.start)
    return bool(together) and not apart


def only_describes(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a quarter called by its holidays only says of what sort it is: `suggesting a strong holiday quarter for smartphones`."""
    if not (mention.dated and _HOLIDAYS.search(marks.text, mention.start, mention.end)):
        return False
    return bool(_A.search(marks.text, marks.sentence.start, mention.start))


def dates_quarters_report(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a year is that of a quarter's report, which is spoken of: `third-quarter financial report for 2025`."""
    if mention.scope != "year" or mention.fiscal:
        return False
    return bool(_QUARTERS_REPORT.search(marks.text, marks.sentence.start, mention.start))


def _opens(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese clause has 全年 for its only year, before the sentence names another: 全年营收约8.3兆元,预估2026年…."""
    start, end = marks.clause(mention.start)
    own = not any(m is not mention and m.scope == "year" and m.start < end for m in marks.periods)
    return own and not marks.text[mention.start].isascii() and any(start <= a.start < end for a in marks.amounts)


def _opens_in_english(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a sentence opens with the whole year, and names another only beside: `For the full year, it delivered 1.6 million, compared with 1.8 million in 2024`."""
    opens = mention.start - marks.sentence.start <= _OPENING and marks.text[mention.start].isascii()
    first = next((a for a in marks.amounts if a.start >= mention.end), None)
    others = [m for m in marks.periods if m is not mention and m.scope == "year"]
    if not (opens and others) or first is None:
        return False
    return all(SET_BESIDE.search(marks.text, first.end, m.start) for m in others)
