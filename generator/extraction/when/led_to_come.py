"""Words right before a time that lead to what is to come: 将于第四季交付, `We go into the second half`, 财务长预计,本季营收增长低单位数."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

# 新车将于第四季交付, 计划在第一季开售
_WILL_IN = re.compile(r"(?:[将会拟料]|计划|预定|预计|有望|可望)(?:会|将|可)?(?:于|在)(?:今年|本年)?的?$")
# not `will report its fourth-quarter results`, `will fall short of the record set in the fourth quarter`
_WILL_BE_IN = re.compile(
    r"\b(?:will|should|(?:is|are) (?:set|due|likely|bound|expected|poised) to) (?:[a-z]+ly |also |then |again )?(?!have\b|report|announce|publish|release|present|disclose|unveil|use|pay|be (?:reported|announced|published|released))[a-z]+\b"
    r"(?:(?!\b(?:set|seen|reached|reported|recorded|record|than|from|against|last|sold|delivered|made|posted|achieved|earned|since|before|after)\b)[^;:])*\b(?:in|for|during|by|over) (?:the |its |their )?$"
)
# `The fiscal Q4 gross margin will likely be in the 73% to 74% range`, `Its fourth-quarter gross margin should be 73%`
_WILL_BEHIND = re.compile(
    r" (?:[a-zA-Z&-]+ ){1,5}?(?:will|should|could|may|(?:is|are) likely to) (?:likely |probably |also |again |then |now )?(?:be|come|reach|hit|total|stand|amount|rise|fall|grow|exceed|top|land|improve|decline)\b(?! (?:reported|announced|published|released|disclosed|out|due))"
)
# `We go into the second half with a full pipeline`: one that only begins
_ENTERS = re.compile(
    r"\b(?:(?:go|goes|going|head|heads|heading|move|moves|moving|look|looks|looking|step|steps|stepping|get|gets|getting) (?:in ?to|towards?|ahead to|forward to)|enters?|entering|begins?|beginning|starts?|starting) (?:the|our|its|a new|this) $"
)
_EXPECTED_THEN = re.compile("此前|早前|先前|原先|原本|曾|年初")
# `it must step up deliveries, to nearly 182,000 in the fourth quarter`, `needs to sell 408,000 in December`
_NEEDS = re.compile(
    r"\b(?:must|(?:has|have|needs?)(?: still)? to(?! date\b)|would (?:have|need) to|(?:would|will) (?:need|require)|requires?) (?:[a-z]+ )*[a-z]+\b[^;:]{0,80}$"
)
# `said it would deliver 90,000 vehicles this quarter`: of the one in which that was said
_WOULD = re.compile(r"(?<!had said )\b(?:it|they|we|the [a-z]+|[A-Z]\w+) would (?!have\b)[a-z]+\b")
_THIS_QUARTER = re.compile(r"(?:this|the current|the running) (?:quarter|half|month)\b")
# `should hit 100,000 deliveries by November`, `said it would open 200 stores by the end of December`
_WILL_BY = re.compile(
    r"(?<!had said )(?<!had promised )\b(?:it |they |he |she )?(?:will|would|should|shall)(?! have\b) (?:[a-z]+ly |then |also )?[a-z]+\b[^;:]{0,80}\bby (?:the )?(?:end of )?$"
)
# `Nio said in 2024 it would reach 900,000 deliveries by the end of June`: of whatever June was meant then
_SAID = re.compile(
    r"\b(?:said|says|promised|announced|forecast|forecasted|pledged|vowed|predicted|guided|told|stated|declared|hoped|expected|thought|believed|wrote|claimed|estimated|projected|planned|aimed)\b(?P<when> (?:back |early |late |earlier )?(?:in|last|at the (?:start|beginning|time|end)|a (?:year|month|quarter)|ago|earlier|at its)\b)?"
)
_THEN = re.compile(
    rf"\b(?:ago|last|earlier|previously|originally|initially|once|then|in (?:{MONTHS})|when|at the time|back in)\b",
    re.I,
)


def will_be_in(marks: Scan, mention: PeriodMention) -> bool:
    """Whether an English clause says that something will be in a quarter, which has not come then: `will deliver 1.5 million cars in the fourth quarter`."""
    return (
        not marks.chinese and _WILL_BE_IN.search(marks.text, marks.clause(mention.start)[0], mention.start) is not None
    )


def is_foreseen_at_once(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese clause opens with what somebody now expects of a quarter: 预计Q1营收增13%."""
    start = marks.clause(mention.start)[0]
    expects = [c for c in marks.cues_between(start, mention.start, "forecast") if mention.start - c.end <= 1]
    return marks.chinese and bool(expects) and not _EXPECTED_THEN.search(marks.text, start, mention.start)


def leads_to_come(marks: Scan, mention: PeriodMention, start: int) -> bool:
    """Whether words right before a mention lead to what is to come: 将于第四季交付, `We go into the second half`."""
    if not marks.chinese and mention.scope in ("quarter", "half") and _WILL_BEHIND.match(marks.text, mention.end):
        return True
    will = _WILL_IN.search(marks.text, max(start, mention.start - 6), mention.start)
    would = _WOULD.search(marks.text, start, mention.start) if _THIS_QUARTER.match(marks.text, mention.start) else None
    now = would is not None and not _is_dated(marks, mention, would.start())
    return bool(will or now or _ENTERS.search(marks.text, max(start, mention.start - 24), mention.start))


def is_needed_in(marks: Scan, mention: PeriodMention) -> bool:
    """Whether something has to be done in a quarter or a month: that has not been."""
    if marks.chinese or mention.year or mention.scope not in ("quarter", "half", "month", "instant"):
        return False
    low = max(marks.sentence.start, mention.start - 140)
    if _NEEDS.search(marks.text, low, mention.start):
        return True
    by = _WILL_BY.search(marks.text, low, mention.start)
    return by is not None and not _is_dated(marks, mention, by.start())


def _is_dated(marks: Scan, mention: PeriodMention, at: int) -> bool:
    """Whether what would be was told at a time that a sentence names: `In August it said it would deliver 118,000 this quarter`."""
    said = _SAID.search(marks.text, marks.sentence.start, marks.sentence.end)
    before = any(m.end <= at for m in marks.periods if m is not mention)
    return said is not None and bool(before or said["when"] or _THEN.search(marks.text, marks.sentence.start, at))


def is_led_in(marks: Scan, start: int) -> bool:
    """Whether a Chinese clause before says no more than that somebody expects what follows: 财务长预计,本季营收增长低单位数,毛利率45%."""
    if not marks.chinese or start <= marks.sentence.start:
        return False
    low = marks.clause(start - 1)[0]
    expects = any(c.end == start - 1 for c in marks.cues_between(low, start, "forecast"))
    return expects and not _EXPECTED_THEN.search(marks.text, low, start)
