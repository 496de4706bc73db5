"""The words of the grammar in a sentence: growth, comparison, expectation, multiples."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product

from generator.extraction.amounts import Amount
from generator.extraction.phrases import Phrases
from generator.extraction.vocabulary import words

_EXPECTATION = re.compile(r"预期|预估|预测|预计|估计|预料")
_ITS_AMOUNT = re.compile(
    r"(?:的|值|为|是|约|近|中值|中位数|:|增长|增幅|升幅|跌幅|人民币|港币|US\$|HK\$|RMB|[$€£¥]|\s)*\d"
)
# `topping Q3 estimates with $180B in revenue`: what topped them came; `topping estimates of $177B` states them.
_BEATEN = re.compile(
    r"\b(?:beat(?:s|ing|en)?|topp?(?:s|ed|ing)?|miss(?:es|ed|ing)?|exceed\w*|surpass\w*|outpac\w*|outstripp\w*|smash\w*|crush\w*|match(?:es|ed|ing)?|ahead of|short of|shy of)\s+(?:[\w.'’&]+ ){0,4}$",
    re.I,
)
_EXPECTED = re.compile(r"(?:estimate|expectation|forecast|projection|target|consensus)s?", re.I)
_THEIR_AMOUNT = re.compile(
    r"(?:,? (?:of|for|at|by|from|in|about|around|nearly|the|an?|that|called|which|calling|revenue|sales|earnings|profit|eps|analysts?|estimates?|forecasts?|average|lseg|refinitiv|factset|polled|[a-z]+['’]s))*[\s(:]*[A-Z]{0,3}[$€£¥]?\d",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the grammar: `kind` is its entry in vocabulary/cues.yaml."""

    start: int
    end: int
    kind: str


def cues_of(piece: str, offset: int) -> list[Cue]:
    """Return the cues of a stretch of text that starts at an offset."""
    cues = []
    for start, end, kinds in cue_phrases().find(piece):
        of_year = piece[start] == "年" and piece[start - 1 : start].isdigit()  # 2026年增长至577亿元: the year's 年
        for kind in kinds:
            if not (of_year and kind == "yoy"):
                cues.append(Cue(start + of_year + offset, end + offset, _told(kind, piece, start, end)))
    return cues


def _told(kind: str, piece: str, start: int, end: int) -> str:
    """Return a cue's kind; `好于市场预期` tells of an expectation, and states it where an amount follows at once."""
    if kind == "none" and _EXPECTATION.search(piece, start, end) and _ITS_AMOUNT.match(piece, end):
        return "consensus"
    if kind in ("forecast", "target", "consensus") and _EXPECTED.fullmatch(piece, start, end):
        beaten = _BEATEN.search(piece, max(0, start - 50), start)
        return "none" if beaten and not _THEIR_AMOUNT.match(piece, end) else kind
    if kind == "none" and piece[start:end].endswith("指引") and _ITS_AMOUNT.match(piece, end):
        return "forecast"  # 高于公司指引的70%
    return kind


@cache
def cue_phrases() -> Phrases[str]:
    """Return the index of the grammar's cues."""
    phrases: dict[str, tuple[str, ...]] = {}
    for kind, listed in words("cues").items():
        groups = [listed["words"]] if isinstance(listed, dict) else listed
        for word in (word for group in groups for word in _spelled(group)):
            phrases[str(word)] = (*phrases.get(str(word), ()), kind)
    return Phrases(phrases)


def _spelled(group: list[str] | dict[str, list[str]]) -> Iterable[str]:
    """Return a group's words; one given in parts stands for each way of joining them: 市场 + 普遍 + 预期."""
    return map("".join, product(*group.values())) if isinstance(group, dict) else group


def multiple_of(cue: Cue, text: str, floor: int) -> Amount:
    """Return the change that one word stands for: tripled is an increase of 200 %."""
    from decimal import Decimal

    change = Decimal(words("cues")[cue.kind]["change"])
    lead = text[max(floor, cue.start - 14) : cue.start]
    bound = "exact"
    if re.search(r"(?:more than|over|超|逾|超过)\s*$", lead, re.I) or "more than" in text[cue.start : cue.end].lower():
        bound = "at_least"
    elif re.search(r"(?:nearly|almost|close to|近|将近|接近|几乎)\s*$", lead, re.I):
        bound = "at_most"
    return Amount(cue.start, cue.end, change, "percent", None, "multiple", bound, Decimal(100), signed=True)  # type: ignore[arg-type]
