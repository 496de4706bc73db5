"""Whether a period that a text names is one of which it tells what came, not what was expected or what it is set beside."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.periods.mention import PeriodMention

# What a document expects of a period is not what it reports.
_EXPECTED = re.compile(
    r"(?:预告|料|相信|预计|预期|展望|预测|指引|明年)[^,;。]{0,12}$|\b(?<!than )(?<!than analysts )(?<!than was )(?<!than had been )(?<!had )(?:expects?|expected to|forecasts?|guides?|outlook for)\b[^,;]{0,60}$",
    re.I,
)
# `up 9.7% from 4.9bn yuan in Q3 2023`, `vs 12.4% in 1Q25 and 8.3% in 4Q25`, `far above the 4.7 trillion won of the second quarter`: the quarter is of what another is compared with.
_AMOUNT = r"(?:about |around |nearly |over |just |negative |an? (?:[a-z]+ ){0,2}(?:loss|profit|outflow|inflow|gain|deficit|rise|growth|increase|drop|decline) of |the |a )?[A-Z$€£¥]{0,4} ?[\d.,]+ ?(?:%|[a-z]+)?(?: (?:yuan|euros?|dollars|won|yen|units|vehicles|cars|smartphones|devices|RMB))?"
_FROM_AMOUNT = re.compile(
    rf"\b(?:from|than|against|versus|vs\.?|compared (?:with|to)|above|below|after|following) {_AMOUNT}(?:(?: (?:in|for|of) (?:the )?[A-Z0-9][\w ]{{1,24}})?(?:,? and|,) {_AMOUNT})? (?:in|for|of|during) (?:the |its )?$",
    re.I,
)
# 毛利率22%,去年同期12.7%,第二季为21.8%
_SAME_TIME_ZH = re.compile(
    r"(?:同期|上年|去年)[^,。;\d]{0,6}-?[\d.]+[%万亿][^,。;]{0,6}[,、](?:而|和|及)?(?:今年|去年)?$"
)
_ONLY_AMOUNT_ZH = re.compile(r"(?:则|也|亦)?(?:约)?[为是]?-?[\d.]+[%万亿]")
# `fell 1.2%, after growing 3.5% in the fiscal second quarter`
_AFTER = re.compile(
    r"\b(?:after|following) (?:(?:rising|growing|falling|climbing|declining|dropping|increasing|slipping|shrinking|gaining|jumping|expanding|decreasing)|an? (?:[a-z]+ )?(?:rise|gain|fall|drop|decline|increase) of) (?:by )?[\d.]+ ?(?:%|per ?cent) (?:in|for) (?:the |its )?(?:previous |prior )?$"
)
# `full-year outlook raised`, in a title; what is told to beat `full-year forecasts` came
_OUTLOOK = re.compile(
    r" (?:(?:net|operating|adjusted|core|profits?|earnings|revenues?|sales|delivery|growth|margin|capex|spending|cash flow) ){0,3}(?:outlook|guidance|forecasts?|targets?|goals?|projections?|view)\b",
    re.I,
)
_MET = re.compile(
    r"\b(?:beat|miss|top|met|meet|exceed|surpass|trail|lag)\w* (?:its |the |their |own ){0,2}$|\b(?:above|below|ahead of|short of) (?:its |the |their |own ){0,2}$"
)
# `rose to 37 billion over the Christmas quarter`: in all of it
_OVER, _WHOLE = (
    ("over ", "over the "),
    ("holiday", "Christmas", "festive", "full year", "full-year", "half", "nine months"),
)
_LABEL = re.compile(r": ?(?:[A-Z]{2,3}|[A-Z]{0,2}[$€¥£])? ?\d")  # `RMB 92.5 billion (2Q24: RMB 88.9 billion)`
# `order books are filled into the fourth quarter`
_UNTIL = re.compile(r"\b(?:into|until|till|through|beyond|by) (?:the )?$")
_ENDS_YEARS = re.compile(r"\d{4}年[至到]$")  # 2023年至2025年第二季度售出的二手机
_TO_COME = re.compile(r"[^,;。]{0,14}(?:有望|料|预计|将达|将为|目标|指引|力争)")
COMPARED = sought(
    r"(?:\b(?:from|than|over|versus|vs\.?|since)|compared (?:with|to)|较|比|相比|对比|与|和(?=上)|[高低优逊多少好差]于)\s*(?:in )?(?:the |that of |[A-Z]\w+['’]s )?$",
    re.I,
)


def is_of_the_compared(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a period is the one of an amount that another is compared with: `compared with negative 6.9% in the third quarter of 2019`."""
    low = max(start, mention.start - 60)
    if _SAME_TIME_ZH.search(text, low, mention.start) and _ONLY_AMOUNT_ZH.match(text, mention.end):
        return True
    return bool(_FROM_AMOUNT.search(text, low, mention.start) or _AFTER.search(text, low, mention.start))


def _is_of_an_outlook(text: str, mention: PeriodMention) -> bool:
    """Whether a whole year is only named for what is expected of it: `full-year outlook raised`."""
    bare = mention.scope == "year" and not mention.year and mention.shift is None
    if not bare or not _OUTLOOK.match(text, mention.end):
        return False
    return not _MET.search(text, max(0, mention.start - 30), mention.start)


def tells_what_came(text: str, start: int, mention: PeriodMention) -> bool:
    """Whether a period is neither what another is compared with nor one of which something is expected."""
    if _LABEL.match(text, mention.end) or _TO_COME.match(text, mention.end) or _is_of_an_outlook(text, mention):
        return False
    if _ENDS_YEARS.search(text, max(start, mention.start - 8), mention.start):
        return False
    if is_of_the_compared(text, start, mention) or _UNTIL.search(text, max(start, mention.start - 14), mention.start):
        return False
    if text.endswith(_OVER, 0, mention.start) and text.startswith(_WHOLE, mention.start):
        return not _EXPECTED.search(text, max(start, mention.start - 80), mention.start)
    before = ((COMPARED, 36), (_EXPECTED, 80))
    return not any(form.search(text, max(start, mention.start - far), mention.start) for form, far in before)
