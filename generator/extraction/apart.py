"""Figures of one sentence that nothing tells apart: which of them is meant is in doubt."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.extraction.doubts.doubtful import OF_A_TABLE
from generator.extraction.figure import Figure
from generator.extraction.lists.paired import UNTOLD

_LISTED = re.compile(r"(?: (?:units|vehicles|cars|devices|yuan))?(?:, and |, | and )")
_AT_CONSTANT = re.compile(
    r",?\s*\(?(?:[\w-]+ )?(?:at|in|on|under)?(?: an?)? ?(?:constant[- ]currenc|cc\b)"
    r"|(?: (?:increase|growth|rise|decline|decrease|drop))?,? (?:(?:when|if|after) excluding|excluding) (?!the same)",
    re.I,
)
# 年增20%,若以美元计则年增23%
_IN_ANOTHER = re.compile(
    r"(?:以|按|依)(?:固定|恒定|不变|当地|本地|同一)?(?:汇率|货币|美元|新?台币|欧元|日元|人民币)(?:计算?|计价|口径|基准|来看)?(?:则|,)?[^,;。\d]{0,6}$"
)
_BEFORE = 24  # characters before a change, within which it is said in which currency it is
# `Excluding the $1.5 billion favorable impact from foreign exchange rates, net sales increased 12%`
_WITHOUT = re.compile(
    r"[\s•*-]*(?:Excluding|Without|Adjusted for|Adjusting for|Stripping out|Leaving out) (?:the )?(?:[^.;\n]|\.\d){0,80}\b(?:exchange|currenc(?:y|ies)|FX)\b(?! (?:gains?|loss(?:es)?)\b)[^,.;\n]{0,60},"
)
_SPILT = 5  # amounts of a table on one line, beside which the others of the line are of it as well
_BESIDE_REPORTED = "at constant currencies, or without something, beside what was reported"


def told_apart(text: str, found: list[Figure]) -> list[Figure]:
    """Return a sentence's figures; those of a list that nothing tells apart are in doubt."""
    if sum(f.doubt == OF_A_TABLE for f in found) > _SPILT:
        return [replace(f, doubt=f.doubt or OF_A_TABLE) for f in found]
    unlike: set[int] = set()
    for one, other in pairwise(found):
        if one.metric and one.slot == other.slot and one.value != other.value and _is_beside(text, one, other):
            unlike |= {one.start, other.start}
    found = [replace(f, doubt=f.doubt or UNTOLD) if f.start in unlike else f for f in found]
    if found and (without := _WITHOUT.match(text, *found[0].sentence)):
        found = [
            replace(f, doubt=f.doubt or _BESIDE_REPORTED) if f.measure != "level" and f.start > without.end() else f
            for f in found
        ]
    return [replace(f, doubt=f.doubt or _BESIDE_REPORTED) if _only_restates(text, f, found) else f for f in found]


def _is_beside(text: str, one: Figure, other: Figure) -> bool:
    """Whether nothing but a comma or `and` stands between two amounts of a list: `18%, 19.8% and 20%`."""
    return one.bound == "exact" and bool(_LISTED.fullmatch(text, one.end, other.start))


def _only_restates(text: str, figure: Figure, found: list[Figure]) -> bool:
    """Whether a change at constant currencies stands beside the one that was reported: `up 19% and up 22% at constant currencies`."""
    before = text[max(0, figure.start - _BEFORE) : figure.start]
    if figure.measure == "level" or not (_AT_CONSTANT.match(text, figure.end) or _IN_ANOTHER.search(before)):
        return False
    return any(f.start < figure.start and f.bound == figure.bound and f.slot == figure.slot for f in found)
