"""Tables without bars: lines that end in numbers under a line of heads, as PDF files and pasted sheets give them."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.extraction.periods.in_text import period_mentions

NUMBER = r"[(+-]{0,2}(?:RMB|US\$|HK\$|[$€¥£])?\d[\d,]*(?:\.\d+)?(?:%|pp|ppts?|pts|bps?|bn|mn|m|k|x|个?百分点|[亿万]?[元台辆]|[亿万])?\)?"
_NONE = "不适用|无意义"
MOVED_BY = r"(?:[Uu]p|[Dd]own) (?=\d[\d.,]*(?: ?%| ?ppt| ?pp| ?pts| ?bps?))"  # `Up 4,000%`, `Down 3 ppts`
_SCALE = r"(?: (?:billion|million|trillion))"
# `$11.7-12.7 billion`, `$4.5 billion to $4.7 billion`: what a company guides to
RANGE = rf"{NUMBER}(?:(?<!点)[-–]{NUMBER}{_SCALE}?|(?:{_SCALE}? (?:to|[-–]) {NUMBER})?{_SCALE})"
_LOST = r"[$€£]\(\d[\d,]*(?:\.\d+)?\)"  # `$(0.27)`
_ANY = rf"(?:{_LOST}|{RANGE}|(?:{MOVED_BY})?{NUMBER}(?:%| %| ppts?| pts| bps| ?个?百分点)?|-{{1,2}}|—|[Nn]/?[AaMm]|Flat|{_NONE})"
_MONEY = r"(?:(?:US\$|HK\$|RMB|[$€£¥])\s+)?"  # `$ 27,714`: a PDF file's text parts the sign from its number
# `Revenue$22,103$18,120 Up 22%Up 265%`: what a page's table lost its blanks between
_GLUED = r"(?=[$€£]\d)|(?<=[%s])(?=[\d(+-]|[Uu]p |[Dd]own )"
_ROW = re.compile(
    rf"(?P<label>(?:\d{{1,2}}(?:[.)] | (?=[A-Za-z])|(?=[一-鿿])(?![年季月日])))?[^\s\d].{{0,80}}?)(?P<cells>(?:(?:\s+|(?<=[一-鿿])(?=[\d(+-])|(?<=[\d)%])(?={_NONE})|{_GLUED}){_MONEY}{_ANY})+)\s*"
)
_CELL = re.compile(_ANY)
# `Revenues $ 83,615 $ 95,210 Diluted EPS`: what holds cells of its own is no label of a row
_CELLS_WITHIN = re.compile(
    r"\d,\d{3}(?:\.\d+)?\s+(?:[$€£]\s?)?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s|[$€£]\d[\d,.]*\s+[$€£]\(?\d"
    r"|(?<![\w.])\d[\d,]*(?:\.\d+%?|%)\s+[+-]?\d[\d,.]*%?\s|(?<![\w.])\d[\d,]*\s+[+-]?\d[\d,]*(?:\.\d+%?|%)\s"
)
LONGEST = 300  # characters of a line of a table
_LEAST = 2  # numbers in a row
YEAR = re.compile(r"(?<![\d,.-])(?:FY)?(?:19|20)\d\d(?=[AEF]?(?:\s|$))")
_MOVED = r"(?:\b(?:changes?|chg|growth|variance|var|increase|decrease)(?:\b|(?=\d(?!\w)))|[±Δ∆△]|变动|变化|转变|变幅|增减|增幅|增速|增长率|增长)"
CHANGE = re.compile(_MOVED, re.I)
CHANGE_HEAD = re.compile(
    rf"(?:\b(?:yoy|y/y|y-o-y|qoq|q/q|q-o-q|(?:year|quarter)[ -](?:over|on)[ -](?:year|quarter))\b|同比|环比|按年|按季|年比年|年对年)(?:\s*%?\s*{_MOVED})?|(?:percent(?:age)? )?{_MOVED}|\bvs\.? (?:Q[1-4] (?:FY)?(?:20)?\d\d|(?:FY)?20\d\d|prior year|year ago)\b",
    re.I,
)
# `**Q4 FY24****Q3 FY24**`, `% Change6`, `YoY (iii)`: the mark of a note stands behind a head
BETWEEN = re.compile(r"(?:[AEF]|(?<=[a-z])\d(?=\s)|\s?\((?:\d|[ivx]{1,4})\))?[\s*]*(?:\(?%\)?)?[\s*]*")


class Stretch(NamedTuple):
    """Where something stands in the text."""

    start: int
    end: int


def row_of(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    """Return the label and the numbers of a line that ends in at least two; nothing for any other line."""
    found = _ROW.fullmatch(text, start, end) if end - start <= LONGEST else None
    if found is None or _CELLS_WITHIN.search(text, *found.span("label")):
        return ()
    cells = tuple(Stretch(*cell.span()) for cell in _CELL.finditer(text, *found.span("cells")))
    years = all(YEAR.fullmatch(text, *cell) for cell in cells)
    return (Stretch(*found.span("label")), *cells) if len(cells) >= _LEAST and not years else ()


def times_and_changes(text: str, start: int, end: int, *forms: re.Pattern[str]) -> list[Stretch]:
    """Return where a stretch tells a time or a change, the longer of two in one place; by further `forms` too."""
    found = [Stretch(m.start, m.end) for m in period_mentions(text, start, end)]
    for form in (YEAR, CHANGE_HEAD, *forms):
        found += [Stretch(*mark.span()) for mark in form.finditer(text, start, end)]
    marks: list[Stretch] = []
    for mark in sorted(found, key=lambda m: (m.start, -m.end)):
        if not marks or mark.start >= marks[-1].end:
            marks.append(mark)
    return marks


def heads_of(text: str, start: int, end: int, count: int) -> tuple[Stretch, ...]:
    """Return what stands over the labels and over each of some columns; nothing where the line has no such heads.

    Heads are periods and words of change, with nothing between them: `(RMB million) Q3 2025 Q3 2024 YoY`.
    """
    if end - start > LONGEST:
        return ()
    heads = times_and_changes(text, start, end)
    heads, before = heads[-count:], heads[-count - 1 : -count]
    if before and BETWEEN.fullmatch(text, before[0].end, heads[0].start):
        return ()  # more heads than columns
    ends = [head.start for head in heads[1:]] + [end]
    if len(heads) != count or not all(
        BETWEEN.fullmatch(text, head.end, after) for head, after in zip(heads, ends, strict=True)
    ):
        return ()
    return (
        Stretch(start, heads[0].start),
        *(Stretch(head.start, after) for head, after in zip(heads, ends, strict=True)),
    )
