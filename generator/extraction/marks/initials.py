"""Initials that a text itself explains: the ARM of `ARM (Average Revenue per Membership)` is no company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

# `ARM (Average Revenue per Membership)`, `average revenue per membership (ARM)`
_EXPLAINED = re.compile(
    r"\b(?P<initials>[A-Z]{2,6})s? \([\"“]?(?P<words>[A-Za-z][\w&'’-]*(?: [A-Za-z][\w&'’-]*){1,7})[\"”]?\)"
)
_INITIALLED = re.compile(r" \([\"“]?(?P<initials>[A-Z]{2,6})s?[\"”]?\)")
# 云积压订单(CCB), 毛利率(GM): what is measured has initials too
_MEASURED = re.compile(
    r"(?:订单|收入|营收|利润|成本|费用|开支|支出|资本|金额|总额|余额|[数产销存用流总交]量|[率额价值比]|数|天数|周期|债务|负债|资产|用户|义务|合约|合同|积压|份额)[\"“]?\((?:简称)?(?P<initials>[A-Z]{2,6})[\"”]?\)"
)
_BEFORE = re.compile(r"[A-Za-z][\w&'’-]*(?:[ -][A-Za-z][\w&'’]*){1,7}$")
_LEAD = 80  # characters before initials in brackets, within which the words are that they are of
# What only companies are called: International Business Machines, Taiwan Semiconductor Manufacturing Company.
_OF_COMPANY = re.compile(
    r"\b(?:Inc|Corp(?:oration)?|Co|Company|Ltd|Limited|Holdings?|Group|Motors?|Machines|Electronics?|Technolog(?:y|ies)|Semiconductors?|International|Industries|Systems|Devices|Bank|Automobile|Automotive|Manufacturing|Plc|AG|SE|Association)\b"
)
_SMALL = frozenset(("of", "per", "and", "the", "for", "in", "to", "a", "on", "by", "&", "at", "with"))


@lru_cache(maxsize=8)
def explained(text: str) -> frozenset[str]:
    """Return the initials that a text explains as something other than a company."""
    if "(" not in text:
        return frozenset()
    found = set[str]()
    for said, words in _pairs(text):
        if not _OF_COMPANY.search(words) and _spell(re.split(r"[ -]", words), said):
            found.add(said)
    return frozenset(found) | {said["initials"] for said in _MEASURED.finditer(text)}


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield initials, each with the words before its brackets, or within them."""
    for said in _EXPLAINED.finditer(text):
        yield said["initials"], said["words"]
    for said in _INITIALLED.finditer(text):
        if words := _BEFORE.search(text, max(0, said.start() - _LEAD), said.start()):
            yield said["initials"], words[0]


def _spell(words: list[str], initials: str) -> bool:
    """Whether the last words of some begin with the letters of some initials; small ones may be passed over."""
    letters = list(initials.lower())
    for word in reversed(words):
        if letters and word[:1].lower() == letters[-1]:
            letters.pop()
        elif word.lower() not in _SMALL:
            return not letters
    return not letters


# `High-performance computing (HPC) revenue`: initials of a line of business, between it and its metric
_BEFORE_METRIC = re.compile(r" \([\"“]?(?P<initials>[A-Z]{2,6})[\"”]?\)(?= (?:net |total )?(?:revenues?|sales)\b)")


def of_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where initials stand in brackets between the words that they are of and a metric."""
    for said in _BEFORE_METRIC.finditer(text):
        words = _BEFORE.search(text, max(0, said.start() - _LEAD), said.start())
        if words and _spell(re.split(r"[ -]", words[0]), said["initials"]):
            yield said.span()
