"""Sentences that only set rivals beside the company that a text is about: a figure that follows without a name is that company's again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.expected.market import MARKET
from generator.extraction.marks.mention import STRANGER, EntityMention
from generator.extraction.reading import begins_line
from generator.extraction.sentences import Sentence
from generator.extraction.when.due import is_said_due
from generator.extraction.whose.beside_the_point import is_beside_the_point
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.ground import Ground

# `By comparison, Alibaba posted a 14 percent increase`; `Rival NIO handed over 57,000`; `Samsung, by contrast, made`
_BESIDE = re.compile(
    r"\s*(?:(?:By|In) (?:comparison|contrast)\b|For comparison\b|Compare that (?:with|to)\b|Elsewhere\b|Among (?:its |the )?(?:rivals|peers|competitors)\b|(?:[A-Z]?[a-z-]+ ){0,3}(?:[Rr]ivals?|[Cc]ompetitors?|[Pp]eers?) (?=[A-Z]))"
)
_BY_CONTRAST = re.compile(
    r", (?:by|in) (?:comparison|contrast)\b|, (?:a|an|its) (?:[\w-]+ ){0,3}(?:rival|competitor|peer),"
)
# 相比之下,蔚来交付量下降6%。毛利率为20.1%: Chinese does not say of whom
_BESIDE_ZH = re.compile(
    r"\s*(?:[相对][比较]之下|作为(?:对比|比较)|与之(?:相比|形成)|形成(?:鲜明)?对比的是|横向(?:对比|来看)),"
)
# What stands for the company named last, whoever the text is about: `It`, `The Nagoya automaker`, `That is …`
_OF_THE_LAST = re.compile(
    r"[\s\"“•*-]*(?:(?:The )?(?:[A-Z]\w+ )?[Cc]onsensus|(?:The )?Street|Its?|They|Their|He|She|His|Her|That|This|Those|These|Both|Such|The (?:[\w'’-]+ ){0,3}?(?:company|group|firm|[a-z]*maker|giant|retailer|manufacturer|start-?up|business|unit|conglomerate|brand|operator|pair|two|three|latter|former|figure|result|number|gain|loss|rise|drop))\b"
)
_OF_THE_LAST_ZH = re.compile(r"\s*(?:(?:而|但|因此|所以|不过)?(?:其|该|这|此|它|他|她|后者|两者|两家|同样|也))")
# `Apple will report on October 31. Analysts expect revenue of $94 billion`: of whoever does
_EXPECTS = re.compile(
    rf"[\s\"“•*-]*(?:On average, )?{MARKET}\b[^.;$€£¥\d]{{0,40}}\b(?:expect|forecast|estimat|predict|project|look|see|anticipat)"
)
_SEVERAL = 2
_JUST_BEFORE = 160  # characters before a sentence, within which the one before says that results are due


def returns_to(around: Surroundings, subjects: Sequence[EntityMention]) -> str | None:
    """Return the company spoken of, where a sentence behind one on it only tells something of others, or how they fared by comparison."""
    scan, home, spoken = around.scan, around.home, around.ground.entity
    others = {e.entity for e in subjects}
    if spoken is None or not others or spoken in others:
        return None
    opens = begins_line(scan.text, scan.sentence.start)
    if is_beside_the_point(scan) and not opens:
        return spoken
    if spoken != home:
        return None
    if scan.chinese:
        return STRANGER if not opens and _BESIDE_ZH.match(scan.text, scan.sentence.start) else None
    said = _BESIDE.match(scan.text, scan.sentence.start, scan.sentence.end)
    said = said or _BY_CONTRAST.search(scan.text, scan.sentence.start, scan.sentence.end)
    beside = said is not None and not opens  # a paragraph that opens with a rival is on it
    return home if beside or len(others) >= _SEVERAL else None


def returned(ground: Ground, text: str, sentence: Sentence) -> Ground:
    """Return what a sentence inherits behind an aside on rivals: the text's own company, unless it goes on with the one named last."""
    if ground.returns is None:
        return ground
    last = any(form.match(text, sentence.start, sentence.end) for form in (_OF_THE_LAST, _OF_THE_LAST_ZH))
    last = last or _is_of_results_due(text, sentence)
    return replace(ground, entity=ground.entity if last else ground.returns, returns=None)


def _is_of_results_due(text: str, sentence: Sentence) -> bool:
    """Whether an English sentence tells what the market expects, right behind one that says that a company reports soon."""
    if not _EXPECTS.match(text, sentence.start, sentence.end):
        return False
    low = max(text.rfind("\n", 0, sentence.start) + 1, sentence.start - _JUST_BEFORE)
    return is_said_due(text, max(low, text.rfind(". ", low, sentence.start - 1) + 1), sentence.start)
