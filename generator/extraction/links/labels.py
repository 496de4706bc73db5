"""Items that a part of the business heads: `AWS: $27.5 billion, +19%` tells of its revenue, or of what the list is of."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.part_of import label_of
from generator.extraction.sentences import Sentence
from generator.extraction.whose.ground import Ground

# 分业务看,资料中心:389亿美元; 各产品线营收如下:iPhone:468亿美元: what a Chinese list is of, on the line of its first item
_LISTED_ZH = r"(?:(?:分|按)?(?:各|主要)?(?:项|个)?(?:业务|产品|部门|地区|区域|市场|板块)(?:板块|线|别)?(?:来看|看|划分|方面|的?(?:营收|收入)(?:如下|分别为)?)?[,:])?"
_BULLET = re.compile(rf"[^\w\n]{{0,6}}(?:the |{_LISTED_ZH})?", re.I)
_COLON = re.compile(
    r"(?: \([^()]{1,24}\))?(?: (?:segment|division|unit|business|group|sales|arm))?(?:: ?| [-–—] )(?:record |about |around )?",
    re.I,
)
_WORDS = re.compile(r"(?P<name>[A-Z][\w&'’ ,-]{1,40}?)(?: \([^()]{1,24}\))?: ?[^\w\n]{0,3}")
_OVER = re.compile(r"(?P<name>[A-Z][\w&'’ -]{1,40}?)(?: (?:segment|division|unit|business|group))?: ")
_ITEM = re.compile(r"[^\w\n]{0,6}[A-Z][\w&/,'’ ()-]{1,60}: ?\S{0,6}\d")
_LABEL = re.compile(r"\s*(?P<name>[A-Z][\w&/'-]*(?: [\w&/'-]+){0,4}), (?=[$€£])")
# 互联网:毛利率75.4%, 3)服务:266亿美元, 【互联网】收入91亿元
_LABEL_ZH = re.compile(
    r"[\s•·●▪■◆○.*—–-]{0,4}(?:[(]?[\d一二三四五六七八九十]{1,2}[.、)]|[①-⑩])?\s?"
    + _LISTED_ZH
    + r"(?:【(?P<called>[一-鿿]{2,8})】|(?P<name>[一-鿿]{2,8}):)"
)
_IN_LIST = re.compile(
    r"(?<=[:;] )(?:and )?(?P<name>[A-Z][\w&/-]*(?: [\w&/-]+){0,4})(?:,|:| -| at) (?=[A-Z]{0,3}[$€£¥])"
)
_ENOUGH = 2  # items, from which on they are a list
_LISTS = re.compile(r":[\s*]*$")


def labelled(marks: Scan, ground: Ground, names: Names, home: str | None) -> Scan:
    """Return a sentence's marks with the part it opens with as a mention of what the list is of, where an amount of money follows."""
    if marks.amounts and (short := _by_its_short_name(marks, names, home) or _over_its_metric(marks, names, home)):
        marks = replace(marks, segments=[short, *marks.segments])
    if marks.amounts and (listed := _by_words_listed(marks, names, home)):
        marks = replace(marks, segments=sorted([*marks.segments, *listed], key=lambda m: m.start))
    if not marks.amounts or marks.amounts[0].kind != "money" or not marks.amounts[0].scaled:
        return marks
    first, opening = marks.amounts[0], _BULLET.match(marks.text, marks.sentence.start)
    assert opening is not None
    part = next((m for m in marks.segments if m.start <= opening.end() <= m.end), None)
    if part is None and (part := _by_its_word(marks, opening.end(), first, names, home)):
        marks = replace(marks, segments=[part, *marks.segments])
    if part is None or any(m.start < first.start for m in marks.metrics):
        return marks
    if not _COLON.fullmatch(marks.text, part.end, first.start):
        return marks
    label = Mention(part.start, part.end, (ground.listed or "revenue",), part=part.segment)
    return replace(marks, metrics=[label, *marks.metrics])


def _by_its_word(marks: Scan, start: int, first: Amount, names: Names, home: str | None) -> Mention | None:
    """Return the part that a list's item is headed by, in a word that names it only there: `- Client: $1.9B` in a text on AMD."""
    label = _WORDS.fullmatch(marks.text, start, first.start)
    segment = names.headed_at(label["name"], home) if label else None
    return Mention(label.start(), label.end("name"), segment=segment) if label and segment else None


def _by_words_listed(marks: Scan, names: Names, home: str | None) -> list[Mention]:
    """Return the parts that an English list names by words that name them only there: `Client, $2.5B (+67%); Embedded, $824M` in a text on AMD."""
    header = -1 if marks.chinese else marks.text.find(": ", marks.sentence.start, marks.amounts[0].start)
    labels = list(_IN_LIST.finditer(marks.text, header, marks.sentence.end)) if header >= 0 else []
    if len(labels) < _ENOUGH:
        return []
    unnamed = [m for m in labels if not _is_named(marks, *m.span("name"))]
    found = ((m, names.headed_at(m["name"], home)) for m in unnamed)
    return [Mention(*m.span("name"), segment=segment) for m, segment in found if segment]


def _is_named(marks: Scan, start: int, end: int) -> bool:
    """Whether a part or a metric is named in a stretch."""
    return any(m.start < end and start < m.end for m in (*marks.segments, *marks.metrics))


def _by_its_short_name(marks: Scan, names: Names, home: str | None) -> Mention | None:
    """Return the part that a Chinese line is headed by, in a text on one company: 互联网:毛利率75.4%; 互联网:腾讯收入1929亿元 is of many."""
    label = _LABEL_ZH.match(marks.text, marks.sentence.start, marks.sentence.end)
    if label is None or home is None or any(e.start < marks.amount_after(label.end()) for e in marks.entities):
        return None
    start, end = label.span(label.lastgroup or "name")
    segment = names.headed_at(marks.text[start:end], home)
    if segment is None or any(m.start < end and start < m.end for m in (*marks.segments, *marks.metrics)):
        return None
    return Mention(start, end, segment=segment)


def _over_its_metric(marks: Scan, names: Names, home: str | None) -> Mention | None:
    """Return the part that a sentence is headed by, in a word that names it only there: `Client: Q2 revenue was $2.48 bln` in a text on AMD."""
    first = next((m for m in marks.metrics if m.start < marks.amounts[0].start), None)
    start = _BULLET.match(marks.text, marks.sentence.start)
    label = _OVER.match(marks.text, start.end(), first.start) if first and start else None
    segment = names.headed_at(label["name"], home) if label else None
    if label is None or segment is None or any(m.start < label.end() for m in marks.segments):
        return None
    return Mention(label.start(), label.end("name"), segment=segment)


def of_unknown_label(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is headed by a part that the catalogue does not know, in a list of such: `Auto, $162M; OEM and Other, $143M (+29%)`."""
    header = scan.text.find(":", scan.sentence.start, amount.start)
    if header < 0:
        return False
    item = max((i for i in scan.separators if scan.text[i] == ";" and header < i < amount.start), default=header) + 1
    named = _LABEL.match(scan.text, item, amount.end)
    if named is None or scan.is_marked(*named.span("name"), scan.metrics):
        return False
    return any(label_of(scan, other) for other in scan.amounts if other.start < item)


def list_of(marks: Scan, names: Names) -> str | None:
    """Return the metric that a line is of which introduces a list: `Sales for the third quarter were as follows:`."""
    stop = _LISTS.search(marks.text, max(marks.sentence.start, marks.sentence.end - 4), marks.sentence.end)
    if marks.amounts or stop is None:
        return None
    known = [m.metrics[0] for m in marks.metrics if m.metrics[0] in names.catalogue.metrics]
    money = [metric for metric in known if names.catalogue.metrics[metric].unit == "money"]
    return money[0] if len(money) == 1 else None


def is_item(text: str, sentence: Sentence) -> bool:
    """Whether a line is an item of a list: a label, a colon, an amount."""
    return bool(_ITEM.match(text, sentence.start, sentence.end))
