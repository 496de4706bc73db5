"""Whether a mention means a period to come: its clause speaks of what is expected."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import PROBABLY_DID
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.led_to_come import is_led_in, is_needed_in, leads_to_come
from generator.extraction.when.year_to_come import MARKET_HAD, RECKON_IT_DID, TO_HAVE_DONE, is_to_be_reported
from generator.settings.period import Period

_WILL = re.compile(
    r"\b(?:will|should|could|may|might|['’]ll|(?:set|likely|poised|about|on track|on course) to) (?:[a-z]+ly |also |then )?(?!have\b)[a-z]+\b"
)
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
# not `expects revenue of more than 5 billion euros this quarter`, which sets nothing beside
SET_BESIDE = re.compile(
    r"\b(?:compared (?:with|to)|from|versus|vs\.?|against|(?<!more )(?<!less )(?<!fewer )than|than(?! [A-Z]{0,3} ?[$€£¥]?\d)) [^;]{0,40}$",
    re.I,
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
# `Sales for the quarter likely amounted to 22 trillion won`: so does what nobody has reported yet
_PROBABLY_DID = re.compile(PROBABLY_DID)
# 特斯拉当季在美国交付量估计达18万辆, behind 第三季度营收281亿美元: what somebody reckons came in the quarter told of
_RECKONED_ZH = re.compile("当季(?:(?!将|会|可|有望|料|预)[^,;。\\d]){0,14}估计[达为约有]")
_AT_ITS_AMOUNT = re.compile(r"的|(?:约|近|逾)?\d")
_LEADS_ON = re.compile(r"from .* to (?:about |around )?[A-Z]{0,3}[$€£¥]?\d")  # `to rise from 16% to 17% this quarter`


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
    if leads_to_come(marks, mention, start) or is_needed_in(marks, mention):
        return True
    if marks.text[mention.start - 1] in "与较比" or _RECKONED_ZH.match(marks.text, mention.start):
        return False  # 毛利率估与第2季的28.72%相当
    if marks.text[mention.start - 1] in "从由自" and _AT_ITS_AMOUNT.match(marks.text, mention.end):
        return False  # 预计毛利率将从二季度的14.3%升至14.5%, 由首季20.1%降至18.7%
    if mention.relation == "this" and MARKET_HAD.search(marks.text, marks.sentence.start, mention.start):
        return marks.text[mention.start : mention.end].lower() != "the quarter"
    if (
        _is_of_what_came(marks, mention)
        or _is_paid_for(marks, mention)
        or is_to_be_reported(marks, mention)
        or TO_HAVE_DONE.search(marks.text, start, end)
        or (_is_open(mention) and _PROBABLY_DID.search(marks.text, start, end))
        or (mention.scope == "year" and RECKON_IT_DID.search(marks.text, start, end))
    ):
        return False
    if (beside := SET_BESIDE.search(marks.text, start, mention.start)) and not _LEADS_ON.search(beside[0]):
        return False  # `shy of forecasts of over 18% and down from 18.2% in the second quarter`
    if not any(start <= at < end for at in [m.start for m in marks.amounts] + [m.start for m in marks.metrics]):
        end = marks.clause(min(end + 1, marks.sentence.end))[1]
    if mention.relation == "this" and (_WILL.search(marks.text, start, mention.start) or is_led_in(marks, start)):
        return True
    on = GOES_ON_TO_PLAN.search(marks.text, mention.end, end)
    ahead = [
        c for c in marks.cues_between(start, on.start() if on else end, "forecast", "target")
        if marks.brackets_around(c.start) in (None, marks.brackets_around(mention.start))
        and not (c.start > mention.end and _TO_ANOTHER.fullmatch(marks.text, mention.end, c.start))
    ]  # fmt: skip
    return bool(ahead or marks.cues_between(start, mention.start, "consensus"))


def _is_open(mention: PeriodMention) -> bool:
    """Whether a quarter or a year is told by no name of its own: `the quarter`, `annual`."""
    return mention.relation == "this" or (mention.scope == "year" and not mention.year and mention.shift is None)


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
