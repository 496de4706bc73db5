"""What parts a sentence into clauses, outside brackets and inside each pair."""

from __future__ import annotations

import re
from bisect import bisect_left

from generator.corpus.beginnings import sought
from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.periods.mention import PeriodMention

_WHO = r"(?:(?:most |some )?(?:analysts|economists|investors|brokers)|Wall Street|[Tt]he (?:Street|market|consensus|company|group|firm|bank|broker(?:age)?|[a-z]*maker)|management|it|they|[A-Z][\w.&-]+(?: [A-Z][\w.&-]+)?)"
_AHEAD = rf"and (?:{_WHO} (?:now |also |still |on average )?(?:expects?|forecasts?|projects?|predicts?|anticipates?|sees?)\b|(?:(?:is|are) (?:now |also |currently |still )?(?:expected|projected|forecast|estimated|anticipated|seen|set|likely)|(?:now |also |still )?(?:expects|forecasts|projects|sees|anticipates|guided|guides))\b)"
# `rose sharply, by 18%`, `fell 4%, to about 90,000 units`: how far, and where to, is of the same clause
_SO_FAR = r" (?:by|to) (?:(?!than\b)[a-z]+ ){0,4}(?:[A-Z]{2,3} ?)?[$€£¥]?\d"
_SEPARATOR = sought(
    rf"[;{{}}]|,(?!{_SO_FAR})(?:(?!\d{{3}}(?!\d))|(?<!\d,))|\s(?=(?:while|whereas|but)\s|{_AHEAD})|(?<=[一-鿿]) |(?<=\d%) (?=[一-鿿])|而(?=[一-鿿])(?!且)"
)  # `were $13.1 billion and are expected to be $14 billion in the fourth quarter`
# `Tesla's deliveries, by contrast, fell`: what stands between is no clause
_BETWEEN = re.compile(
    rf", (?:by contrast|in contrast|by comparison|meanwhile|however|though|too|in turn|for (?:its|their) part|on the other hand|on the contrary|conversely|instead|again|once again|once more|in fact|of course)(?P<end>,) (?=(?:also |only |even |just |[a-z]+ly )?(?:{MOVED}|{TOOK}|was|were|is|are|came|stood|reached|hit|totall?ed|amounted|narrowed|widened|doubled|tripled|halved)\b)"
)
_BRACKETS = re.compile(r"\([^()]*\)?")


@frozen
class Brackets:
    """A pair of brackets, and the separators between them."""

    start: int
    end: int
    separators: list[int]


def separated(
    text: str, start: int, end: int, whole: list[PeriodMention | Mention]
) -> tuple[list[int], list[Brackets]]:
    """Return what separates the clauses of a sentence, outside brackets and inside each pair; what stands in `whole` marks does not."""
    between = {at for m in _BETWEEN.finditer(text, start, end) for at in (m.start(), m.start("end"))}
    found = [
        m.start() for m in _SEPARATOR.finditer(text, start, end)
        if m.start() not in between and not _inside(m.start(), whole)
    ]  # fmt: skip
    brackets: list[Brackets] = []
    outside: list[int] = []
    low = 0
    for pair in _BRACKETS.finditer(text, start, end):
        opens, closes = bisect_left(found, pair.start()), bisect_left(found, pair.end())
        outside += found[low:opens]
        brackets.append(Brackets(pair.start(), pair.end(), found[opens:closes]))
        low = closes
    return outside + found[low:], brackets


def _inside(at: int, marks: list[PeriodMention | Mention]) -> bool:
    return any(mark.start < at < mark.end for mark in marks)
