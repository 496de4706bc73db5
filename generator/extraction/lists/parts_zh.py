"""Parts that a Chinese sentence lists with their amounts alone: 收入构成:手机业务460亿元,互联网服务业务94亿元."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.settings.catalogue import Segment

_OPENS = (":", "、", ",", ";", "(", "和", "及", "与", "中", "括", " ")  # what stands before a part of a list
_HELD = re.compile(
    r"(?:品牌|业务|系列|车型|板块|分部|产品|部分)?(?:则|分别|各)?(?:为|占(?:[据去得有]|其中)?了?|达到?|交付了?|贡献了?)?(?:约|近|超过?|逾)?\s?(?:人民币)?"
)
_LIST = re.compile("[入收]中,|构成|组成|包括|结构|来源|来自|其中|当中|分业务|分品牌|具体")
_OF_THEM = re.compile(r"[\s•·]*(?P<word>其中|这?当中|(?:分|按)(?:业务|部门|产品|地区|区域|市场)(?:来?看|划分)?)[,:]?")
_LEAST = 2  # parts of a list
# 收入403亿元,其中汽车351亿元: one part is told, and nothing is a list
_OF_WHICH = re.compile("(?:其中|当中|包括|包含),?$")
# 其中新能源18.8万辆: the word alone says what is counted
_NEV = re.compile(r"新能源(?=(?:则|达到?|为|约|近|超过?|逾|有)*\d[\d.]*万?[辆台])")


def with_nev(marks: Scan) -> Scan:
    """Return a sentence's marks with a bare 新能源 right before a count of cars as a mention of new-energy vehicles."""
    if "新能源" not in marks.text[marks.sentence.start : marks.sentence.end]:
        return marks
    found = [
        Mention(*said.span(), segment="nev")
        for said in _NEV.finditer(marks.text, marks.sentence.start, marks.sentence.end)
        if not marks.is_marked(*said.span())
    ]
    return replace(marks, segments=sorted((*marks.segments, *found), key=lambda m: m.start)) if found else marks


def listed_parts(
    marks: Scan,
    kinds: Mapping[str, Segment],
    before: tuple[str, str | None] | None = None,
    whole: Figure | None = None,
) -> Scan:
    """Return a sentence's marks with each part that right before an amount says what it is of as a mention of the metric told before.

    `before` is the metric that the sentence before told last, and of which part: 收入1954亿元。其中增值服务909亿元,广告405亿元.
    `whole` is the level that the text told last.
    """
    found = [(amount, part) for amount in marks.amounts if (part := _part_before(marks, amount))]
    if before is not None and before[1] is not None:  # places, of a line of business, have no name of their own
        found = [(amount, part) for amount, part in found if kinds[part.segment or ""].kind != "region"]
    told = _listed_of(marks, found, before) or _told_less(marks, found, before, whole)
    if told is None:
        found = [(amount, part) for amount, part in found if _is_told_alone(marks, amount, part)]
        told = _last_told(marks, found[0][1].start) if found else None
    if told is None:
        return marks
    mentions = [replace(told, start=p.start, end=p.end, segment=None, part=p.segment) for _, p in found]
    return marks.with_metrics(mentions)


def _listed_of(
    marks: Scan, found: list[tuple[Amount, Mention]], before: tuple[str, str | None] | None
) -> Mention | None:
    """Return the metric whose parts a sentence lists, where it says that it does."""
    if len(found) < _LEAST or len({_kind(amount) for amount, _ in found}) > 1:
        return None
    first = found[0][1].start
    told = _last_told(marks, first) or _told_before(marks, before)
    lists = told and _LIST.search(marks.text, max(marks.sentence.start, told.start - 8), first)
    return told if lists else None


def _told_less(
    marks: Scan, found: list[tuple[Amount, Mention]], before: tuple[str, str | None] | None, whole: Figure | None
) -> Mention | None:
    """Return the revenue of which a sentence opens with one part, that is less than it: 收入790亿元。其中,本土市场游戏332亿元;国际市场游戏160亿元."""
    if len(found) != 1 or whole is None or whole.value is None or before != (whole.metric, whole.segment):
        return None
    amount = found[0][0]
    less = amount.kind == "money" and amount.currency == whole.unit and amount.value < whole.value
    first = marks.amounts[0] is amount and _last_told(marks, found[0][1].start) is None
    return _told_before(marks, before) if less and first else None


def _last_told(marks: Scan, at: int) -> Mention | None:
    return next((m for m in reversed(marks.metrics) if m.end <= at and not m.nothing), None)


def _is_told_alone(marks: Scan, amount: Amount, part: Mention) -> bool:
    """Whether a part is told of what its sentence told before: 收入403亿元,其中汽车351亿元."""
    whole = next((a for a in marks.amounts if a.end <= part.start and _kind(a) in ("money", "count")), None)
    told = _last_told(marks, part.start)
    if (
        whole is None
        or told is None
        or _kind(whole) != _kind(amount)
        or whole.start < told.end
        or amount.value > whole.value
    ):
        return False
    if any(whole.end <= e.start < part.start for e in marks.entities):
        return False
    return bool(_OF_WHICH.search(marks.text, whole.end, part.start))


def _kind(amount: Amount) -> str:
    """Return what kind an amount is of; 825亿 is money, as 825亿元 is."""
    return "money" if amount.kind == "bare" and amount.scaled else amount.kind


def _told_before(marks: Scan, before: tuple[str, str | None] | None) -> Mention | None:
    """Return the revenue that the sentence before told of all, or of a line of business, as a mention, where this one opens with a word for its parts."""
    opening = _OF_THEM.match(marks.text, marks.sentence.start, marks.sentence.end)
    if before is None or not before[0].endswith("revenue") or opening is None:
        return None
    return Mention(opening.start("word"), opening.end("word"), (before[0],))


def _part_before(marks: Scan, amount: Amount) -> Mention | None:
    """Return the part that stands right before an amount, where no metric does."""
    floor = marks.amount_before(amount.start)
    part = next((m for m in reversed(marks.segments) if floor <= m.start and m.end <= amount.start), None)
    if part is None or not _HELD.fullmatch(marks.text, part.end, amount.start):
        return None
    own = any(m.end > part.start and m.start < amount.start for m in marks.metrics)
    opens = part.start == marks.sentence.start or marks.text[part.start - 1] in _OPENS
    return part if opens and not own else None
