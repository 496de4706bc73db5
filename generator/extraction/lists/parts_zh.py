"""Parts that a Chinese sentence lists with their amounts alone: 收入构成:手机业务460亿元,互联网服务业务94亿元."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_OPENS = (":", "、", ",", ";", "(", "和", "及", "与", "中", "括", " ")  # what stands before a part of a list
_HELD = re.compile(
    r"(?:品牌|业务|系列|车型|板块|分部|产品)?(?:则|分别|各)?(?:为|达到?|交付了?|贡献了?)?(?:约|近|超过?|逾)?\s?(?:人民币)?"
)
_LIST = re.compile("[入收]中,|构成|组成|包括|结构|来源|来自|其中|分业务|分品牌|具体")
_OF_THEM = re.compile(r"[\s•·]*(?P<word>其中|当中|(?:分|按)(?:业务|部门|产品)(?:来?看|划分)?)[,:]?")
_LEAST = 2  # parts of a list


def listed_parts(marks: Scan, before: tuple[str, str | None] | None = None) -> Scan:
    """Return a sentence's marks with each part that right before an amount says what it is of as a mention of the metric told before.

    `before` is the metric that the sentence before told last, and of which part: 收入1954亿元。其中增值服务909亿元,广告405亿元.
    """
    found = [(amount, part) for amount in marks.amounts if (part := _part_before(marks, amount))]
    if len(found) < _LEAST or len({amount.kind for amount, _ in found}) > 1:
        return marks
    first = found[0][1].start
    told = next((m for m in reversed(marks.metrics) if m.end <= first and not m.nothing), None)
    told = told or _told_before(marks, before)
    if told is None or not _LIST.search(marks.text, max(marks.sentence.start, told.start - 8), first):
        return marks
    mentions = [replace(told, start=p.start, end=p.end, segment=None, part=p.segment) for _, p in found]
    return replace(marks, metrics=sorted((*marks.metrics, *mentions), key=lambda m: m.start))


def _told_before(marks: Scan, before: tuple[str, str | None] | None) -> Mention | None:
    """Return the revenue that the sentence before told of all as a mention, where this one opens with a word for its parts."""
    opening = _OF_THEM.match(marks.text, marks.sentence.start, marks.sentence.end)
    if before != ("revenue", None) or opening is None:
        return None
    return Mention(opening.start("word"), opening.end("word"), (before[0],))


def _part_before(marks: Scan, amount: Amount) -> Mention | None:
    """Return the part that stands right before an amount, where no metric does."""
    floor = marks.amount_before(amount.start)
    part = next((m for m in reversed(marks.segments) if floor <= m.start and m.end <= amount.start), None)
    if part is None or not _HELD.fullmatch(marks.text, part.end, amount.start):
        return None
    own = any(m.end > part.start and m.start < amount.start for m in marks.metrics)
    return part if marks.text[part.start - 1] in _OPENS and not own else None
