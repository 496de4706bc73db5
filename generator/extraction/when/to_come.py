"""Whether a mention means a period to come: its clause speaks of what is expected."""

from __future__ import annotations

import re

from generator.corpus.months import MONTHS
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.settings.period import Period

_WILL = re.compile(
    r"\b(?:will|should|could|may|might|['’]ll|(?:set|likely|poised|about|on track|on course) to) (?:[a-z]+ly |also |then )?(?!have\b)[a-z]+\b"
)
_MOVED = r"(?:raised|lifted|hiked|upped|increased|boosted|cut|lowered|reduced|slashed|trimmed|scaled back|narrowed|confirmed|reaffirmed|reiterated|kept|maintained|announced|gave|issued|unveiled)"
_WANTS = re.compile(
    r"\b(?:would|could|may|might|should|wants?|plans?|aims?|hopes?|intends?|expects?|expected|targets?|seen|due)\b"
)
# `ran 2,400 stations at the end of May and plans to add 1,000`, `delivered 467,000 and it has set its goal for 2026 at`: what is planned is told behind the joint
_GOES_ON = (
    r"(?:,? (?:and|but|while|though|yet)|;|,? which) (?:(?:it|they|now|still|also|then|has|have|the [a-z]+) ){0,3}"
)
_TO_ANOTHER = re.compile(_GOES_ON)  # `spent $37 billion in the quarter and has pledged at least $100 billion`
GOES_ON_TO_PLAN = re.compile(
    rf"{_GOES_ON}"
    r"(?:plan(?:s|ned)?|expect(?:s|ed)?|will|aim(?:s|ed)?|wants?|intends?|hopes?|targets?|forecasts?|sees|anticipates?|seeks?|would|(?:is|are) (?:set|expected|on track|targeting|aiming|planning|hoping|seeking)"
    r"|(?:sets?|raised|lifted|lowered|cut|kept|confirmed|an?) (?:itself |its |their |the |an? )?(?:[\w-]+ ){0,2}(?:goals?|targets?|forecasts?|guidance|outlook))\b"
)
# 新车将于第四季交付, 计划在第一季开售
_WILL_IN = re.compile(r"(?:[将会拟料]|计划|预定|预计|有望|可望)(?:会|将|可)?(?:于|在)(?:今年|本年)?的?$")
# `wants to sell 2.81 million for the whole year`, `lowered its target for the year to`
_AIMS_NOW = re.compile(
    r"\b(?:wants|want|aims|aim|hopes|hope|plans|intends|seeks|expects|expect|forecasts|sees|anticipates|projects|is (?:now |still |also )?(?:aiming|targeting|hoping|planning|seeking|shooting|expecting|forecasting|guiding|looking|sticking)|are (?:now |still )?(?:aiming|targeting|hoping|planning)"
    r"|(?:goals?|targets?|forecasts?|guidance|outlook)(?: for [a-z ]{3,22}?)? (?:is|are|remains|stands)"
    rf"|(?:has |have )?(?:now |also |already |again )?(?:set|{_MOVED}) (?:itself |its |their |the |an? |out )(?:[a-z]+(?:-[a-z]+)? ){{0,3}}(?:goals?|targets?|aims?|forecasts?|guidance|outlook))\b"
)
# `had set a target`, `raised its goal last summer`, `missed its goal`: of whatever year that was told of
_AIMED_THEN = re.compile(
    r"\b(?:had|originally|initially|miss(?:ed|es|ing)|beat|(?:fell|falling) short|short of|exceed(?:ed|ing)|surpass(?:ed|ing)|reached|achieved|met|(?:last|earlier in the|at the start of the|at the beginning of the) (?:year|spring|summer|autumn))\b"
)
# not `will report its fourth-quarter results`, `will fall short of the record set in the fourth quarter`
_WILL_BE_IN = re.compile(
    r"\b(?:will|should|(?:is|are) (?:set|due|likely|bound|expected|poised) to) (?:[a-z]+ly |also |then |again )?(?!have\b|report|announce|publish|release|present|disclose|unveil|use|pay|be (?:reported|announced|published|released))[a-z]+\b"
    r"(?:(?!\b(?:set|seen|reached|reported|recorded|record|than|from|against|last|sold|delivered|made|posted|achieved|earned|since|before|after)\b)[^;:])*\b(?:in|for|during|by|over) (?:the |its |their )?$"
)
# `Analysts see net profit of 6.5 billion yuan over the full year`, when the results of the last are out
_MARKET_NOW = re.compile(
    rf"\b{MARKET}\b[^;]{{0,40}}? (?:see|sees|predict|predicts|estimate|estimates|forecast|(?:is|are) (?:now )?(?:expecting|forecasting|looking|predicting))\b|\b(?:[Cc]onsensus|average (?:estimate|forecast))\b[^;]{{0,50}} (?:is|are|calls|stands|points)\b"
)
_RESULTS_UNTIL = 4  # the month until which a year may be the one whose results come out
# not `expects revenue of more than 5 billion euros this quarter`, which sets nothing beside
SET_BESIDE = re.compile(
    r"\b(?:compared (?:with|to)|from|versus|vs\.?|against|(?<!more )(?<!less )(?<!fewer )than|than(?! [A-Z]{0,3} ?[$€£¥]?\d)) [^;]{0,40}$",
    re.I,
)
# `Analysts had a consensus estimate of $6.38 billion for the quarter`: the one that is reported on
_MARKET_HAD = re.compile(
    rf"\b(?:{MARKET}|[Cc]onsensus)\b[^;]{{0,60}}\b(?:expected|had|was|were|estimated|forecast|predicted|projected|anticipated|called for|looked for)\b(?! to\b)"
)
_TO_REPORT = re.compile(
    r"\b(?:expected|likely|due|set|forecast|projected|expects?|predict) (?:[A-Z]\w+ )?to (?:report|post|announce|disclose|publish|reveal)\b[^;,]{0,30}$"
)
# `below Wall Street's 201,000 estimate for the quarter`: what came is set beside what was expected of the same
_MET_OF = re.compile(
    r"\b(?:below|above|under|over|short of|shy of|ahead of|in line with|beat(?:s|ing)?|miss(?:es|ed|ing)?|topp?(?:s|ed|ing)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|trail(?:s|ed|ing)?) (?:[^,;]|,(?=\d)){0,70}$"
)
# `In June it had forecast 18.5 billion yuan for the quarter`: what had been expected is of the one reported on
_HAD_EXPECTED = re.compile(
    r"\bhad (?:[a-z]+ ){0,3}?(?:forecast|guided|predicted|projected|estimated|expected|anticipated|promised|targeted|aimed)\b"
)
# `IDC estimates that Lenovo shipped 15.5 million PCs in the quarter`: what somebody reckons came is of the one told
_RECKONS = re.compile(
    r"\b(?:estimates?|estimated|reckons?|reckoned|calculates?|calculated|thinks|believes|figures) (?:that )?(?:the (?:company|group|firm)|it|they|[A-Z][\w&.-]*(?: [A-Z][\w&.-]*)?) (?:had )?(?:shipped|sold|delivered|made|earned|lost|took|had|held|produced|spent|generated|handed)\b"
)
# `We go into the second half with a full pipeline`: one that only begins
_ENTERS = re.compile(
    r"\b(?:(?:go|goes|going|head|heads|heading|move|moves|moving|look|looks|looking|step|steps|stepping|get|gets|getting) (?:in ?to|towards?|ahead to|forward to)|enters?|entering|begins?|beginning|starts?|starting) (?:the|our|its|a new|this) $"
)
# `expect net profit for the quarter to have risen 58%`: it is over, and its results are not out
_TO_HAVE_DONE = re.compile(
    r"\bto have (?:been|risen|grown|fallen|shrunk|sunk|slid|swung|made|sold|come|lost|taken|hit|beaten|[a-z]+ed)\b"
)
# `Annual sales are estimated to have dropped 12%`: so is a year of which nobody has reported yet
_HAS_DONE = re.compile(rf"{_TO_HAVE_DONE.pattern}|\b(?:probably|likely|presumably) (?:{MOVED}|{DID}|came|amounted)\b")
# `Sales for the quarter likely amounted to 22 trillion won`: so does what nobody has reported yet
_PROBABLY_DID = re.compile(
    rf"\b(?:probably|likely|presumably) (?:{MOVED}|{DID}|was|were|came|amounted|stood|reached|totall?ed|hit)\b"
)
# `Analysts estimate that full-year revenue rose 12%`
_RECKON_IT_DID = re.compile(
    rf"\b(?:estimates?|reckons?|thinks?|believes?|calculates?|assumes?) (?!for\b|of\b|is\b|was\b)(?:that )?[^,;.\d]{{3,60}} (?:(?:{MOVED}|came to|amounted to|reached|totall?ed)\b|was (?=[A-Z$€£¥ ]*\d))"
)
_EXPECTED_THEN = re.compile("此前|早前|先前|原先|原本|曾|年初")
_AT_ITS_AMOUNT = re.compile(r"的|(?:约|近|逾)?\d")
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
_LEADS_ON = re.compile(r"from .* to (?:about |around )?[A-Z]{0,3}[$€£¥]?\d")  # `to rise from 16% to 17% this quarter`


def will_be_in(marks: Scan, mention: PeriodMention) -> bool:
    """Whether an English clause says that something will be in a quarter, which has not come then: `will deliver 1.5 million cars in the fourth quarter`."""
    return (
        not marks.chinese and _WILL_BE_IN.search(marks.text, marks.clause(mention.start)[0], mention.start) is not None
    )


def is_year_to_come(marks: Scan, mention: PeriodMention) -> bool:
    """Whether `annual` or `the full year` is the one that a company's expectations are of: `it expects annual cloud revenue of`."""
    if (
        mention.scope != "year"
        or mention.number == 12
        or mention.year
        or mention.shift is not None
        or not marks.text[mention.start].isascii()
    ):
        return False
    if _MARKET_HAD.search(marks.text, marks.sentence.start, mention.start):
        return False  # `Analysts anticipated the annual net sales would be`: of the year that was told
    start, end = marks.clause(mention.start)
    if (
        _is_to_be_reported(marks, mention)
        or _HAS_DONE.search(marks.text, mention.end, end)
        or _RECKON_IT_DID.search(marks.text, start, end)
    ):
        return False
    return bool(marks.cues_between(start, end, "forecast")) and not marks.cues_between(start, end, "target", "actual")


def year_that_runs(marks: Scan, mention: PeriodMention, calendar: Calendar, last: Period | None) -> Period | None:
    """Return the year that runs, for a whole one without a name: what its clause aims at now is of no year that is over, of which it was told last.

    `exported 1,006,278 cars last year and has set its goal for the year at 1.07 million`; not `had set a goal of 5.5 million for the year`
    """
    day = calendar.published
    bare = mention.scope == "year" and not (mention.year or mention.fiscal or mention.number)
    if not bare or mention.shift is not None or day is None or calendar.fiscal_year_end != 12 or marks.chinese:
        return None
    if (last and last.year > day.year) or any(m.year and m.year > day.year for m in marks.periods):
        return None
    start, end = marks.clause(mention.start)
    aims = _AIMS_NOW.search(marks.text, start, end)
    if aims is None and day.month > _RESULTS_UNTIL:
        aims = _MARKET_NOW.search(marks.text, start, end)
    if (
        aims is None
        or _AIMED_THEN.search(marks.text, aims.start(), end)
        or marks.text.endswith("had ", start, aims.start())
    ):
        return None
    later = (m for m in marks.periods if m.scope == "month" and not m.year and m.start > mention.start)
    if any(m.number > day.month for m in later):
        return None  # `lowered its target for the year in September`, told in January
    return Period(f"{day.year}")


def is_to_come(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a clause says that something will be, or is wanted, in a period or by its end: `will open 200 stores by the end of the year`."""
    start, end = marks.clause(mention.start)
    by = marks.text.endswith(("by ", "before ", "until "), start, mention.start)
    return by or bool(_WILL.search(marks.text, start, end) or _WANTS.search(marks.text, start, end))


def is_ahead(marks: Scan, mention: PeriodMention, reported: Period | None) -> bool:
    """Whether a mention is of the next such period: its clause, or the one it introduces, speaks of what is expected."""
    if reported is not None and mention.scope == reported.kind and reported.label.endswith(str(mention.number)):
        return False  # the quarter reported on, set beside what was expected of it
    start, end = marks.clause(mention.start)
    if _is_led_to(marks, mention, start) or _is_needed_in(marks, mention):
        return True
    if marks.text[mention.start - 1] in "与较比":
        return False  # 毛利率估与第2季的28.72%相当
    if marks.text[mention.start - 1] in "从由自" and _AT_ITS_AMOUNT.match(marks.text, mention.end):
        return False  # 预计毛利率将从二季度的14.3%升至14.5%, 由首季20.1%降至18.7%
    if mention.relation == "this" and _MARKET_HAD.search(marks.text, marks.sentence.start, mention.start):
        return marks.text[mention.start : mention.end].lower() != "the quarter"
    if (
        _is_of_what_came(marks, mention)
        or _is_paid_for(marks, mention)
        or _is_to_be_reported(marks, mention)
        or _TO_HAVE_DONE.search(marks.text, start, end)
        or (_is_open(mention) and _PROBABLY_DID.search(marks.text, start, end))
        or (mention.scope == "year" and _RECKON_IT_DID.search(marks.text, start, end))
    ):
        return False
    if (beside := SET_BESIDE.search(marks.text, start, mention.start)) and not _LEADS_ON.search(beside[0]):
        return False  # `shy of forecasts of over 18% and down from 18.2% in the second quarter`
    if not any(start <= at < end for at in [m.start for m in marks.amounts] + [m.start for m in marks.metrics]):
        end = marks.clause(min(end + 1, marks.sentence.end))[1]
    if mention.relation == "this" and (_WILL.search(marks.text, start, mention.start) or _is_led_in(marks, start)):
        return True
    on = GOES_ON_TO_PLAN.search(marks.text, mention.end, end)
    ahead = [
        c for c in marks.cues_between(start, on.start() if on else end, "forecast", "target")
        if marks.brackets_around(c.start) in (None, marks.brackets_around(mention.start))
        and not (c.start > mention.end and _TO_ANOTHER.fullmatch(marks.text, mention.end, c.start))
    ]  # fmt: skip
    return bool(ahead or marks.cues_between(start, mention.start, "consensus"))


def is_foreseen_at_once(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese clause opens with what somebody now expects of a quarter: 预计Q1营收增13%."""
    start = marks.clause(mention.start)[0]
    expects = [c for c in marks.cues_between(start, mention.start, "forecast") if mention.start - c.end <= 1]
    return marks.chinese and bool(expects) and not _EXPECTED_THEN.search(marks.text, start, mention.start)


def _is_open(mention: PeriodMention) -> bool:
    """Whether a quarter or a year is told by no name of its own: `the quarter`, `annual`."""
    return mention.relation == "this" or (mention.scope == "year" and not mention.year and mention.shift is None)


def _is_led_to(marks: Scan, mention: PeriodMention, start: int) -> bool:
    """Whether words right before a mention lead to what is to come: 将于第四季交付, `We go into the second half`."""
    will = _WILL_IN.search(marks.text, max(start, mention.start - 6), mention.start)
    would = _WOULD.search(marks.text, start, mention.start) if _THIS_QUARTER.match(marks.text, mention.start) else None
    now = would is not None and not _is_dated(marks, mention, would.start())
    return bool(will or now or _ENTERS.search(marks.text, max(start, mention.start - 24), mention.start))


def _is_needed_in(marks: Scan, mention: PeriodMention) -> bool:
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


def _is_led_in(marks: Scan, start: int) -> bool:
    """Whether a Chinese clause before says no more than that somebody expects what follows: 财务长预计,本季营收增长低单位数,毛利率45%."""
    if not marks.chinese or start <= marks.sentence.start:
        return False
    low = marks.clause(start - 1)[0]
    expects = any(c.end == start - 1 for c in marks.cues_between(low, start, "forecast"))
    return expects and not _EXPECTED_THEN.search(marks.text, low, start)


def _is_to_be_reported(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a year is one whose results are still to be reported, which is over: `is expected to report full-year sales of 1.6 million`."""
    low = max(marks.sentence.start, mention.start - 60)
    return mention.scope == "year" and _TO_REPORT.search(marks.text, low, mention.start) is not None


def _is_of_what_came(marks: Scan, mention: PeriodMention) -> bool:
    """Whether `the quarter` is the one told of: an estimate for it is what the figure before it met or missed."""
    text, start = marks.text, marks.sentence.start
    if mention.relation != "this" or text[mention.start : mention.end].lower() != "the quarter":
        return False
    if _HAD_EXPECTED.search(text, start, mention.start) or _RECKONS.search(text, start, mention.start):
        return True
    met = _MET_OF.search(text, max(start, mention.start - 90), mention.start)
    told = met is not None and marks.amount_before(met.start()) > start
    return told and met is not None and not marks.cues_between(start, met.start(), "forecast", "target")


def _is_paid_for(marks: Scan, mention: PeriodMention) -> bool:
    """Whether `the quarter` is one for which a dividend will be paid: the one that is told of, whenever that is."""
    if marks.chinese or mention.relation != "this" or not marks.text.endswith(("for ", "For "), 0, mention.start):
        return False
    said = marks.text[mention.start : mention.end].lower()
    return said == "the quarter" and any("dividend" in m.metrics for m in marks.metrics)
