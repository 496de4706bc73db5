"""What lists of either language are made of: amounts alike, in pairs, side by side, in the same years, and what a list of changes led to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import change_of
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

Mark = TypeVar("Mark", bound=Mention | PeriodMention | EntityMention)

_TO = re.compile(r",?\s*(?:分别)?(?:[上下]调|[增升降跌减])?(?:至|到|达到?|为)\s*|,?(?: respectively,?)? to ")
# `over the same period`, `its forecasts for the two years`
_SAME_YEARS = re.compile(
    r"\b(?:for|in|over|during) (?:the same (?:periods?|years)|(?:both|those|these|each of the|(?:the|those|these) (?:two|three))(?: fiscal)? years)\b(?! (?:of )?(?:last|a year|20|to|from|ended|before|after))"
)
BEHIND_AMOUNT = 40  # characters behind a list's last amount, within which the list of its periods starts
JOINED = re.compile(
    r"(?:\s?\([^()]*\)\s?)?(?:年|月|业务|分部|汽车|公司|集团|品牌|车型|系列|板块|收入|市场)?\s*(?:、|和|及|与|以及|, and |,| and |,? as well as |/)\s*"
    rf"{ABOUT}"
)


def led_to(scan: Scan, run: list[Amount]) -> list[Amount]:
    """Return the list of amounts that a list of changes led to: 分别增长22.3%及80.8%,至1130亿与113亿元."""
    after = [a for a in scan.amounts if a.start >= run[-1].end][: len(run)]
    if len(after) < len(run) or not _TO.fullmatch(scan.text, run[-1].end, after[0].start):
        return []
    joined = (JOINED.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(after))
    return after if all(joined) else []


def side_by_side(scan: Scan, marks: Sequence[Mark], before: int, count: int) -> Sequence[Mark]:
    """Return the last marks before an offset, as many as `count`, where they stand side by side; none otherwise."""
    found = [m for m in marks if m.end <= before and scan.text[m.start - 1] != "("][-count:]  # tickers in brackets
    joined = (  # 今明两年 names two without a word between them
        one.end == other.start or JOINED.fullmatch(scan.text, one.end, other.start) for one, other in pairwise(found)
    )
    return found if len(found) == count and all(joined) else ()


def same_years(scan: Scan, count: int, told: Sequence[PeriodMention]) -> Sequence[PeriodMention]:
    """Return the years that the sentence before ended with, where this one says that it goes on with them: `over the same period`."""
    again = len(told) == count and _SAME_YEARS.search(scan.text, scan.sentence.start, scan.sentence.end)
    return [replace(year, start=scan.sentence.start, end=scan.sentence.start) for year in told] if again else ()


def same_place(one: Mention, other: Mention) -> bool:
    """Whether two mentions share a character."""
    return one.start < other.end and other.start < one.end


def is_like(one: Amount, other: Amount) -> bool:
    """Whether two amounts may stand in one list: `45.1 billion, 57.2 billion and 70.3 billion yuan`."""
    kinds = {one.kind, other.kind}
    return (
        len(kinds) == 1
        or kinds == {"bare", "count"}
        or (kinds in ({"bare", "money"}, {"bare", "count"}) and one.scaled and other.scaled)
    )


def in_pairs(scan: Scan, linker: Linker, run: list[Amount], named: list[Mention]) -> dict[int, Link]:
    """Return the links of a run; if its first amount is a change, so are the others: 分别增长6%和4%."""
    changed = change_of(scan, run[0]) is not None
    links = {}
    for amount, mention in zip(run, named, strict=True):
        metric = linker.meanings.listed(mention, amount, changed)
        links[amount.start] = Link(metric, mention) if metric else Link(doubt="a list that pairs unlike things")
    return links
