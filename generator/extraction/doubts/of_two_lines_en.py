"""What English tells of two lines of business in one, and of neither alone: `Xiaomi's smartphone and IoT revenue rose 12%`, `the games and advertising gross margin`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.part_that_grew import is_next_of
from generator.extraction.metrics.whole_again import lines_of_metrics
from generator.extraction.whose.context import Surroundings

OF_TWO = "of two lines of business together"
# What may stand before the first of them: `Tencent's fintech and cloud revenue`, but no `strong demand for phones and cloud revenue of`
_OPENS = re.compile(
    r"(?:\A[\s•*–-]*|[;:] |, |['’]s? |\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Bb]oth|[Cc]ombined|[Tt]otal|[Oo]verall|[Ww]ith|[Ww]hile|[Tt]hat|said|says|[Ii]n Q[1-4]|20\d\d) )"
    r"(?:(?:[a-z]+-quarter|quarterly|annual|total|combined|overall|net|segment) ){0,2}[\"“]?\Z"
)
_AND = re.compile(r"[\"”]?(?: (?:business|segment|division|unit))? (?:and|&) (?:the |its )?[\"“]?")
_NEXT = re.compile(r", (?:and )?(?:the |its )?")  # `revenue from games, advertising and cloud`
_METRIC_NEXT = re.compile(
    r"[\"”]?(?: (?:business(?:es)?|segments?|divisions?|units?))?(?:['’]s?)? ?(?:(?:net|total|combined|operating|quarterly) )?"
)
_OF = re.compile(r" | (?:of|from|in|for) (?:both )?(?:the |its |their |[A-Z][\w.&-]*(?:['’]s|['’]) )?(?:[a-z]+ )?")
# nothing that only the second has: `sales of phones and IoT products that`
_NO_MORE = re.compile(
    r"(?: (?:businesses|segments|divisions|units|lines|markets|combined|together|services|products))*(?:[,.;:)]|$| (?:rose|fell|grew|was|were|came|reached|stood|totall?ed|jumped|climbed|dropped|declined|increased|decreased|surged|slid|in (?:the )?(?:Q[1-4]|[a-z]+ quarter|20\d\d)|by|up|down)\b)"
)
_LEAD = 40  # characters before the first of them


def of_two_lines(around: Surroundings, mention: Mention) -> str | None:
    """Return why a metric is of no one line: two are joined right before it, or right behind."""
    scan, kinds = around.scan, around.names.catalogue.segments
    if mention.part and not scan.chinese:
        # the part that a metric of its own was made of: `and cloud was 112 billion yuan`
        ends = range(mention.start - 1, mention.end + 1)
        own = next((m for m in scan.segments if m.segment == mention.part and m.end in ends), None)
        return OF_TWO if own and is_next_of(scan, own) else None
    if scan.chinese or mention.start < scan.sentence.start:
        return None
    first, last = _before(around, mention) or _behind(scan, mention) or (None, None)
    if first is None or last is None or first.metrics:
        return None
    one, other = kinds[first.segment or ""], kinds[last.segment or ""]
    apart = first.segment not in (last.segment, other.product_of, other.counts_as)
    return OF_TWO if apart and one.kind == other.kind and one.product_of != last.segment else None


def _before(around: Surroundings, mention: Mention) -> tuple[Mention, Mention] | None:
    """Return two parts right before a metric, which may name the second itself: `iPhone and services revenue`."""
    scan = around.scan
    own = [m for m in lines_of_metrics(scan, around.names.catalogue) if m.start == mention.start]
    near = (m for m in scan.segments if _METRIC_NEXT.fullmatch(scan.text, m.end, mention.start))
    last = next(near, own[0] if own else None)
    first = next((m for m in scan.segments if last and _AND.fullmatch(scan.text, m.end, last.start)), None)
    return (first, last) if first and last and _begins(scan, first.start) else None


def _behind(scan: Scan, mention: Mention) -> tuple[Mention, Mention] | None:
    """Return two parts right behind a metric: `revenue of its smartphone and IoT businesses`."""
    first = next((m for m in scan.segments if _OF.fullmatch(scan.text, mention.end, m.start)), None)
    last = None
    for line in scan.segments if first else ():
        before = last or first
        if before and (
            _AND.fullmatch(scan.text, before.end, line.start) or _NEXT.fullmatch(scan.text, before.end, line.start)
        ):
            last = line
    if first is None or last is None or not _NO_MORE.match(scan.text, last.end):
        return None
    of_next = any(last.end <= m.start <= last.end + 2 or m.start == last.start for m in scan.metrics)
    return None if of_next else (first, last)


def _begins(scan: Scan, at: int) -> bool:
    """Whether a noun begins at an offset that is nothing's object: a clause, or what somebody has."""
    low = max(scan.sentence.start, at - _LEAD)
    lead = scan.text[low:at] if low == scan.sentence.start else "…" + scan.text[low:at]
    return _OPENS.search(lead) is not None
