"""Sentences that only tell of somebody besides: who was there as well, who told nothing. What follows them is not theirs."""

from __future__ import annotations

import re

from generator.extraction.quotes.cast import Focus
from generator.extraction.quotes.passage import Passage
from generator.extraction.quotes.speaker import Speaker
from generator.extraction.whose.silent import tells_nothing

# Jim Farley was also present, Ann Lee attended too: whoever `she` is, it is who was spoken of before
_THERE = re.compile(
    r"\balso (?:[a-z]+ly )?(?:present|there|attend(?:ed|s|ing)|in attendance|on hand|on stage|at the [a-z]+|in the (?:room|audience)|among (?:the|those) [a-z]+|took part|participated|appeared|joined (?:them|the (?:call|talks|meeting|trip|event|visit|panel)))\b"
    r"|\b(?:was|were) (?:likewise |equally )?(?:present|there|in attendance|on hand|among those (?:present|attending))(?: too| as well)?(?=[.;]| (?:at|in|on) the )"
    r"|\b(?:attended|took part|participated|looked on)(?: too| as well)?(?=\.)"
)
# 福特CEO吉姆·法利也出席了活动
ALSO_THERE_ZH = re.compile(
    r"(?:\([^)\n]{1,40}\))?(?:也|亦|均|都|皆|一同|一起|共同|同样|同时)(?:受邀|应邀|前来|前往|到场)?(?:出席|到场|在场|在座|参加|列席|现身|亮相|同台|见证|与会|赴会|参与|到访|陪同)"
)


def are_only_there(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence only says that somebody was there as well."""
    there = ALSO_THERE_ZH if passage.chinese else _THERE
    return bool(there.search(passage.outside, start, end))


def passed_over(passage: Passage, start: int, end: int, named: list[Speaker], focus: Focus) -> bool:
    """Whether a sentence in which nobody speaks leaves the one spoken of before to `he` and `she`; a company that tells nothing leaves `the company` in doubt."""
    if tells_nothing(passage.outside, start, end):
        others = [s for s in named if not focus.is_on(s) and s.sort == "company"]
        if others and "company" in focus.last and len(others) == len([s for s in named if s.sort == "company"]):
            focus.doubted.add("company")
            return True
        return False
    return are_only_there(passage, start, end) and bool(focus.spoke or focus.last) and not any(map(focus.is_on, named))
