"""Amounts of what only weighed on an English figure or helped it, told between commas: `net income, hurt by a $3 billion charge, was $28 billion`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.verbs import DID, MOVED

_DONE = (
    r"(?:weighed(?: down)?|dragged(?: down| lower)?|pulled (?:down|lower)|hurt|hit|dented|pressured|squeezed|held back|reduced|depressed|burdened|eroded|curbed|lowered|cut"
    r"|helped|boosted|lifted|aided|buoyed|supported|inflated|flattered|swelled|swollen|bolstered|raised|increased)"
)
# a loss is one only on something: `after a net loss of` tells a figure
_LOSS = r"(?<!net )(?<!operating )loss(?:es)?(?: of [^,; ]+(?: [mbt]n| [a-z]+illion)?(?: yuan| won| dollars)?)? (?:on|from) (?!operati|continu|sales|revenue)"
_ITEM = (
    rf"(?:(?:charge|gain|write-?down|write-?off|impairment|provision|fine|penalty|settlement|windfall|levy|one-off|one-time item)s?\b|{_LOSS}"
    # `hit by $3 billion of OpenAI losses`
    r"|\d(?: ?[mb]n| [mbt]r?illion)?(?: (?:yuan|won|dollars|euros|yen))? (?:of|in) (?:[\w'’-]+ ){0,3}(?:losses|costs|expenses|charges|taxes|tariffs|gains|fees)\b)"
)
# `capex, reduced by 15%, was 30 billion yuan`: its own change
_ONLY = rf"{ABOUT}[^\w ,]{{0,3}}\d[\d.,]*(?: ?%| per ?cent| (?:percentage |basis )?points?)?(?: ?[mb]n| [mbt]r?illion)?(?: (?:yuan|won|dollars|euros|yen))?(?:,| from | to | (?:year|quarter|month)[- ]o)"
_NAMES_ITEM = re.compile(_ITEM)
# `, weighed down by a charge of`, `, which includes a $3 billion loss on`, `, after a one-off gain of`
_OPENS = sought(
    rf", (?:(?:which|that) (?:was|were|is|are) )?(?:(?:partly|largely|mainly|heavily|also|in part) )?{_DONE} (?:in part |mainly |largely |partly )?(?:by|on) (?!{_ONLY})"
    rf"|, (?:which (?:includes?|included|reflects?|reflected|excludes?|excluded)|including|reflecting|excluding|after|net of|before|despite) (?=[^,;]{{0,80}}\b{_ITEM})"
)
# the verb that the sentence goes on with, whose subject stands before
_GOES_ON = re.compile(
    rf", (?:(?:also|only|still|nevertheless|[a-z]+ly) )*(?:{MOVED}|{DID}|was|were|is|are|came|stood|hit|totall?ed|amounted|reached|narrowed|widened|swung|turned|(?:more than |nearly |almost )?(?:doubled|tripled|halved))\b"
)
Mark = TypeVar("Mark", Amount, Mention)
_COMMA = re.compile(r",(?= )")
_REACH = 150  # characters of such an insertion


def effects_aside(text: str, start: int, end: int, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return where an English sentence only says between commas what weighed on its figure: neither amounts nor metrics there are its own.

    `Revenue, boosted by EV sales of 28 billion yuan, reached` tells a figure of another metric as well, `helped by 20% growth in Latin America` of a part.
    """
    asides = [(m.start(), close) for m in _OPENS.finditer(text, start, end) if (close := _closed(text, m.end(), end))]
    return [span for span in asides if _NAMES_ITEM.search(text, *span) or not _names_a_figure(mentions, *span)]


def outside(marks: list[Mark], asides: Sequence[tuple[int, int]]) -> list[Mark]:
    """Return the marks that stand in none of some asides."""
    return [m for m in marks if not any(low < m.start < high for low, high in asides)] if asides else marks


def _names_a_figure(mentions: Sequence[Mention], low: int, high: int) -> bool:
    return any((m.metrics or m.segment) and low < m.start < high for m in mentions)


def _closed(text: str, at: int, end: int) -> int | None:
    """Return where an insertion ends that opened before a place: where its sentence goes on with a verb."""
    commas = _COMMA.finditer(text, at, min(end, at + _REACH))
    return next((m.start() for m in commas if _GOES_ON.match(text, m.start(), end)), None)
