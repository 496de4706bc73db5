"""The word of growth that stands before an amount: `rose 12%`, 同比增长."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.cues import BASES, Cue
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan

_TO = re.compile(
    r"(?:(?<!\bclose )(?<!\bof up )(?<!\bby up )\bto\b|至|到(?!底)|(?<!幅)(?<!长)(?<!度)(?<![速增减高])(?<![增减长幅度][也亦更则已仅均都还])达(?:到)?|为$)",
    re.I,
)
_LABELLED = re.compile(r"(?<!\d):")  # `毛利率改善:2025年22.9%`: what stands before the colon is a heading
FAR = 34  # characters between the word and the amount, beyond which they have nothing to do with each other
# `a 28.1% increase and securing a 14.6% market share`
_SHARE_BEHIND = re.compile(r" (?:[a-z]+ )?(?:market )?share\b")
_AND_HOLDS = re.compile(r"\b(?:and|with|for|securing|capturing|holding|taking|commanding)\b")
# `an increase over the top end of the range of 53%`: where it began, not how far it went
_END_OF_RANGE = re.compile(
    r"\b(?:top|high|low|upper|lower|bottom)(?:er)? ends? of (?:the |its |our )?(?:[a-z]+ ){0,2}range of "
)
# `15.3%, up from last year's 12.9%`: what it came from
_FROM_ITS = re.compile(
    r" from (?:last|the (?:previous|prior|same)|a) (?:year|quarter|period)[^,;.\d]{0,24}['’]s (?:about |around |just |record )?"
)
_PAST = re.compile(
    r" (?:back |again |further )?(?:above|below|past|beyond|under) (?:the )?"
)  # `climb above 20%` leads to that
_ENDS_UP = re.compile(
    r"\b(?:end(?:s|ed|ing)?|w(?:ind(?:s|ing)?|ound)|finish(?:es|ed|ing)?|c(?:omes?|ame|oming)) up (?:with|at)\b"
)
_AMONG = re.compile("[中里](?:约|近|逾|超过?)?有(?:约|近|逾|超过?)?$")  # 新增用户中有八成以上来自下沉市场
_RUNNING = re.compile(
    r" for (?:the|an?) [a-z-]+ (?:consecutive |straight )?(?:quarter|year|month)(?: running| in a row| in succession)?"
)  # `grew for the eleventh quarter running by 20%`
_MORE_THAN = re.compile(r" (?:more|less) than$")  # `up more than 40%` sets nothing beside


def _is_bound(scan: Scan, cue: Cue) -> bool:
    """Whether the `up` of a cue only bounds an amount: `a drop of up to 42%`; or is that of `ended up with`."""
    if scan.text[cue.start : cue.end] != "up":
        return False
    bounds = scan.text.startswith(" to ", cue.end) and scan.text.endswith(("of ", "by "), 0, cue.start)
    return bounds or _ENDS_UP.search(scan.text, max(0, cue.start - 12), cue.end + 6) is not None


def _is_closed_in(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a word of growth stands in brackets that end before an amount: `42.4 million devices (0.4% up) for 14.4%`."""
    within = scan.brackets_around(cue.start)
    return within is not None and within.end <= amount.start


def growth_before(scan: Scan, amount: Amount) -> Cue | None:
    """Return the last word of growth before the amount, unless the amount is where the growth led to."""
    floor = max(scan.amount_before(amount.start), scan.clause(amount.start)[0])
    cues = [c for c in scan.cues_between(floor, amount.start, "up", "down") if not _is_bound(scan, c)]
    cues = [c for c in cues if not _is_closed_in(scan, c, amount)]
    if not cues:
        return None
    cue = cues[-1]
    gap = scan.text[cue.end : amount.start]
    if _END_OF_RANGE.search(gap) or _PAST.fullmatch(gap) or (amount.kind == "percent" and _FROM_ITS.fullmatch(gap)):
        return None
    if _AMONG.search(gap):
        return None
    if _SHARE_BEHIND.match(scan.text, amount.end) and _AND_HOLDS.search(gap):
        return None
    if (
        len(_RUNNING.sub("", gap)) - _named_within(scan, cue.end, amount.start) > FAR
        or _TO.search(scan.text, cue.end, amount.start)
        or scan.text[cue.end - 1] == "至"
        or _LABELLED.search(gap)
    ):
        return None
    between = scan.cues_between(cue.end, amount.start, "share_of", "from", "compare", "none")
    between = [c for c in between if not (_MORE_THAN.search(scan.text, cue.end, c.end) or _is_told_of_it(scan, c))]
    if amount.kind == "percent" and between:
        return None
    said = scan.text[cue.start : cue.end]
    if (
        said in ("扩大", "扩阔", "收窄", "narrowed", "narrowing")
        and amount.kind == "percent"
        and not compared_near(scan, amount)
    ):
        return None
    return cue


def _named_within(scan: Scan, low: int, high: int) -> int:
    """Return how many characters between two offsets name a metric, or what a noun is the growth of: `increased research and development expenses by 22%`, `puts the rise of Xiaomi's shipments in Southeast Asia at 12%`."""
    of = scan.text.startswith((" of ", " in "), low)
    named: list[Mention | EntityMention] = [
        *scan.metrics,
        *(scan.segments if of else ()),
        *(scan.entities if of else ()),
    ]
    return sum(m.end - m.start for m in named if low <= m.start and m.end <= high)


def _is_told_of_it(scan: Scan, cue: Cue) -> bool:
    """Whether words only describe the change itself: `slid a less-than-projected 4%`."""
    return cue.kind == "none" and "-than-" in scan.text[cue.start : cue.end]


def compared_near(scan: Scan, amount: Amount) -> bool:
    start, end = scan.clause(amount.start)
    return any(
        max(start, amount.start - 30) <= c.start < amount.start or amount.end <= c.start < min(end, amount.end + 30)
        for c in scan.cues
        if c.kind in BASES
    )
