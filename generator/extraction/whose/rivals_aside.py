"""Sentences that only set rivals beside the company that a text is about: a figure that follows without a name is that company's again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.marks.mention import EntityMention
from generator.extraction.reading import Sentence
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.ground import Ground

# `By comparison, Alibaba posted a 14 percent increase`; `Rival NIO handed over 57,000`; `Samsung, by contrast, made`
_BESIDE = re.compile(
    r"\s*(?:(?:By|In) (?:comparison|contrast)\b|For comparison\b|Compare that (?:with|to)\b|Elsewhere\b|Among (?:its |the )?(?:rivals|peers|competitors)\b|(?:[A-Z]?[a-z-]+ ){0,3}(?:[Rr]ivals?|[Cc]ompetitors?|[Pp]eers?) (?=[A-Z]))"
)
_BY_CONTRAST = re.compile(
    r", (?:by|in) (?:comparison|contrast)\b|, (?:a|an|its) (?:[\w-]+ ){0,3}(?:rival|competitor|peer),"
)
# What stands for the company named last, whoever the text is about: `It`, `The Nagoya automaker`, `That is …`
_OF_THE_LAST = re.compile(
    r"[\s\"“•*-]*(?:Its?|They|Their|He|She|His|Her|That|This|Those|These|Both|Such|The (?:[\w'’-]+ ){0,3}?(?:company|group|firm|[a-z]*maker|giant|retailer|manufacturer|start-?up|business|unit|conglomerate|brand|operator|pair|two|three|latter|former|figure|result|number|gain|loss|rise|drop))\b"
)
_OPENS = re.compile(r"^|\n")
_SEVERAL = 2


def returns_to(around: Surroundings, subjects: Sequence[EntityMention]) -> str | None:
    """Return the text's own company, where an English sentence only tells, behind one on it, how others fared: several at once, or one by comparison."""
    scan, home = around.scan, around.home
    if home is None or around.ground.entity != home or scan.chinese:
        return None
    others = {e.entity for e in subjects}
    if not others or home in others:
        return None
    opens = _OPENS.search(scan.text, max(0, scan.sentence.start - 2), scan.sentence.start + 1)
    said = _BESIDE.match(scan.text, scan.sentence.start, scan.sentence.end)
    said = said or _BY_CONTRAST.search(scan.text, scan.sentence.start, scan.sentence.end)
    beside = said is not None and not opens  # a paragraph that opens with a rival is on it
    return home if beside or len(others) >= _SEVERAL else None


def returned(ground: Ground, text: str, sentence: Sentence) -> Ground:
    """Return what a sentence inherits behind an aside on rivals: the text's own company, unless it goes on with the one named last."""
    if ground.returns is None:
        return ground
    last = _OF_THE_LAST.match(text, sentence.start, sentence.end)
    return replace(ground, entity=ground.entity if last else ground.returns, returns=None)
