"""Sentences that only tell of somebody besides: who was there as well, who told nothing. What follows them is not theirs."""

from __future__ import annotations

import re

from generator.extraction.quotes.cast import Focus
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.whose.silent import tells_nothing

_EVENT = r"(?:events?|meetings?|launch|fair|show|conference|ceremony|talks|dinner|forum|summit|panel|briefing|call|visit|trip|opening|room|audience|stage|hall|tour|day)"
_AT_IT = rf"(?: (?:at|in|on|for) (?:[\w'’-]+ ){{0,5}}?{_EVENT})?(?=[.;]|$)"
# Jim Farley was also present, Ann Lee attended too: whoever `she` is, it is who was spoken of before; but `also at the centre of a dispute` is on him
_THERE = re.compile(
    rf"\b(?:also|likewise|equally|was|were) (?:[a-z]+ly )?(?:present|there|in attendance|on hand|on stage|in the (?:room|audience)|among (?:the guests|those (?:present|attending)))(?: too| as well)?{_AT_IT}"
    rf"|\balso (?:[a-z]+ly )?(?:attended|took part|participated|joined them){_AT_IT}|\balso (?:[a-z]+ly )?(?:attended|joined) (?:[\w'’-]+ ){{0,5}}?{_EVENT}(?=[.;]|$)"
    r"|\b(?:attended|took part|participated|looked on),? (?:too|as well)(?=[.;]|$)"
)
# 福特CEO吉姆·法利也出席了活动; but 也参与了新车的设计 is on him
_EVENT_ZH = "(?:活动|会议|大会|发布会|仪式|论坛|峰会|晚宴|典礼|展会|车展|现场|会谈|访问|考察|(?<=[一-鿿])会)"
ALSO_THERE_ZH = re.compile(
    rf"(?:\([^)\n]{{1,40}}\))?(?:也|亦|均|都|皆|一同|一起|共同|同样|同时)(?:受邀|应邀|前来|前往|到场)?(?:出席|到场|在场|在座|列席|现身|同台|与会|赴会|到访|(?:参加|参与|见证|亮相|陪同)了?(?:[^,;。]{{0,16}}{_EVENT_ZH})?(?=[,;。]|$))"
)


def are_only_there(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence only says that somebody was there as well."""
    there = ALSO_THERE_ZH if passage.chinese else _THERE
    return bool(there.search(passage.outside, start, end))


def passed_over(passage: Passage, start: int, end: int, named: list[Speaker], focus: Focus) -> bool:
    """Whether a sentence in which nobody speaks leaves the one spoken of before to `he` and `she`; a company that tells nothing leaves `the company` in doubt."""
    if tells_nothing(passage.outside, start, end):
        companies = [s for s in named if s.sort == "company"]
        if companies and "company" in focus.last and not any(map(focus.is_on, companies)):
            focus.doubted.add("company")
            return not any(s.person for s in named)
        return False
    return are_only_there(passage, start, end) and bool(focus.spoke or focus.last) and not any(map(focus.is_on, named))
