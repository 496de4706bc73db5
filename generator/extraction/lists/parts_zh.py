"""Parts that a Chinese sentence lists with their amounts alone: 收入构成:手机业务460亿元,互联网服务业务94亿元."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.names import Mention
from generator.extraction.marks.scanning import Scan

_OPENS = (":", "、", ",", ";", "(", "和", "及", "与", "中", "括", " ")  # what stands before a part of a list
_HELD = re.compile(
    r"(?:品牌|业务|系列|车型|板块|分部|产品)?(?:则|分别|各)?(?:为|达到?|交付了?|贡献了?)?(?:约|近|超过?|逾)?\s?(?:人民币)?"
)
_LIST = re.compile("构成|组成|包括|结构|来源|来自|其中|分业务|分品牌|具体")
_LEAST = 2  # parts of a list


def listed_parts(marks: Scan) -> Scan:
    """Return a sentence's marks with each part that right before an amount says what it is of as a mention of the metric told before."""
    found = [(amount, part) for amount in marks.amounts if (part := _part_before(marks, amount))]
    if len(found) < _LEAST or len({amount.kind for amount, _ in found}) > 1:
        return marks
    first = found[0][1].start
    told = next((m for m in reversed(marks.metrics) if m.end <= first and not m.nothing), None)
    if told is None or not _LIST.search(marks.text, max(marks.sentence.start, told.start - 8), first):
        return marks
    mentions = [replace(told, start=p.start, end=p.end, segment=None, part=p.segment) for _, p in found]
    return replace(marks, metrics=sorted((*marks.metrics, *mentions), key=lambda m: m.start))


def _part_before(marks: Scan, amount: Amount) -> Mention | None:
    """Return the part that stands right before an amount, where no metric does."""
    floor = marks.amount_before(amount.start)
    part = next((m for m in reversed(marks.segments) if floor <= m.start and m.end <= amount.start), None)
    if part is None or not _HELD.fullmatch(marks.text, part.end, amount.start):
        return None
    own = any(m.end > part.start and m.start < amount.start for m in marks.metrics)
    return part if marks.text[part.start - 1] in _OPENS and not own else None
