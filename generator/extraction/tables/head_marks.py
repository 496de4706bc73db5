"""What a table's head is made of, however a page broke it: times, changes and the names of what is counted, one after another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from generator.extraction.frozen import frozen
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.tables.between_times import between_times
from generator.extraction.tables.columns import CHANGE, CHANGE_HEAD, YEAR
from generator.extraction.tables.namer import Namer

Kind = Literal["time", "change", "name"]

# What stands over the names of rows: `Rank Company`, `Vendor`, 排名 厂商.
_CORNER = re.compile(
    r"(?:(?<![^\s|])(?:Rank(?:ing)?|No\.?|#|(?:vendor|company|brand|\w{0,12}maker|manufacturer|supplier|firm|OEM|player|name)s?|companies)(?=[\s*]|$)[\s*]*"
    r"|(?:排名|名次|序号|厂商|厂家|品牌|公司|车企|企业|制造商|供应商)(?:名称)?[\s*]*)+",
    re.I,
)
_AGAINST = re.compile(
    rf"\b(?:annual|yearly|quarterly|monthly)\s+(?:{CHANGE.pattern})|\b(?:MoM|m/m|m-o-m)\b(?:\s+(?:{CHANGE.pattern}))?|[年季月]度?增(?:长)?[率幅]?",
    re.I,
)
_SET_BESIDE = re.compile(r"\s?(?:/|-|–|vs\.?|over)\s?", re.I)  # `4Q24/4Q23`, `3Q24-3Q23`
_YEARS = re.compile(r"(?<![\d.,])(?:FY)?20\d\d\s?[/-]\s?(?:FY)?20\d\d(?![\d.,])")  # `2024/2023 Growth`
_BRACKET = re.compile(r"\s*\([^()]{0,40}\)[\s*]*")
_FILLS = re.compile(r"(?:[\s*]|rates?\b|\(?%\)?|[率幅])*", re.I)  # beside a change: `Growth Rate YoY`, `YoY %`
_SHARE = re.compile(r"(?:\b(?:unit|volume|revenue) )?\bshare\b(?! (?:price|of))", re.I)  # `2Q24 Share`: of the market
ACCOUNT = re.compile(r"\b(?:non-?\s?)?(?:GAAP|IFRS)\b", re.I)  # `GAAP Non-GAAP` over an outlook
_ACCOUNTS = re.compile(rf"{ACCOUNT.pattern}\s+{ACCOUNT.pattern}", re.I)
_RATE = re.compile(r"\s*\brates?\b", re.I)
_BASE = re.compile(
    r"yoy|y/y|y-o-y|qoq|q/q|q-o-q|mom|m/m|m-o-m|year|quarter|month|annual|同比|环比|[年季月]增|按[年季]", re.I
)
_WORDS = re.compile(r"[\sA-Za-z&/一-鿿'-]{2,40}")
_BLANK = str.maketrans("\n|¦", "   ")  # what a page sets between the cells of a head
_MOST = 420  # characters of a head


@frozen
class Mark:
    """One piece of a head: where it stands, what it says with the bracket behind it; of a name, whether it is told in percent.

    `known` says that the catalogue has a name, `account` that it only says by which account all is told; `breaks` that a line ends before the mark.
    """

    start: int
    end: int
    kind: Kind
    said: str
    percent: bool = False
    known: bool = True
    account: bool = False
    breaks: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


def marks_in(text: str, low: int, high: int, namer: Namer, whole: bool) -> list[Mark]:
    """Return the marks of the head that a stretch ends with, or that it is where this is told to be the `whole` of one.

    Behind the last of them may stand the name of the first row. There are none where words stand between that are of no
    mark, or of one or another.
    """
    low = max(low, high - _MOST)
    said = text[low:high].translate(_BLANK)
    found = _compared(said, _found(said, namer))
    if not found:
        return []
    corners = [corner for corner in _CORNER.finditer(said) if corner.end() <= found[-1].start]
    edge = corners[-1].end() if corners else 0
    kept = [mark for mark in found if mark.start >= edge]
    marks: list[Mark] = []
    for mark, after in zip(kept[::-1], [None, *kept[:0:-1]], strict=True):
        end = after.start if after else len(said) if whole else _bracketed(said, mark.end)
        closed = _closed(said, mark, end)
        if closed is None:
            break
        marks.insert(0, closed)
    if (corners or whole) and len(marks) < len(kept):
        marks = _worded(said, edge, kept, len(said) if whole else _bracketed(said, kept[-1].end))
    elif corners and marks and said[edge : marks[0].start].strip(" *"):
        marks = _worded(said, edge, kept, marks[-1].end)
    return [_back(mark, text, low) for mark in marks]


def corner_before(text: str, low: int, start: int) -> int:
    """Return where the words over the names of rows begin that stand right before a head; its start where there are none."""
    low = max(low, start - _MOST)
    corner = next((c for c in _CORNER.finditer(text, low, start) if not text[c.end() : start].strip(" \n*")), None)
    return corner.start() if corner else start


def opens_corner(text: str, start: int, end: int) -> bool:
    """Whether a line begins with the words over the names of rows."""
    return _CORNER.match(text, start, end) is not None


def _found(said: str, namer: Namer) -> list[Mark]:
    """Return where a head tells a time, a change or a metric, nothing twice."""
    found = [Mark(m.start, m.end, "time", "") for m in period_mentions(said, 0, len(said))]
    for form in (YEAR, _YEARS):
        found += [Mark(*year.span(), "time", "") for year in form.finditer(said)]
    for form in (CHANGE_HEAD, _AGAINST):
        found += [Mark(*change.span(), "change", "") for change in form.finditer(said)]
    named = _ACCOUNTS.sub(lambda both: " " * len(both[0]), said)  # `GAAP Non-GAAP Gross margin 46% 52%`
    found += [Mark(m.start, m.end, "name", "", percent) for m, percent in namer(named)]
    found += [Mark(*share.span(), "name", "", percent=True) for share in _SHARE.finditer(said)]
    found += [Mark(*account.span(), "name", "", account=True) for account in ACCOUNT.finditer(said)]
    marks: list[Mark] = []
    for mark in sorted(found, key=lambda m: (m.start, -m.end)):
        if not marks or mark.start >= marks[-1].end:
            marks.append(mark)
    return marks


def _compared(said: str, found: Sequence[Mark]) -> list[Mark]:
    """Return marks with those put together that tell one change: `4Q24/4Q23 Growth`, `Growth Rate YoY`."""
    marks: list[Mark] = []
    for mark in found:
        if marks and _is_one(said, marks[-1], mark):
            marks[-1] = replace(marks[-1], end=mark.end, kind=mark.kind)
        else:
            marks.append(mark)
    return marks


def _is_one(said: str, before: Mark, mark: Mark) -> bool:
    """Whether two marks are one: both times of a change, the change behind them, its base and its word."""
    between = said[before.end : mark.start]
    if mark.kind == before.kind == "time":
        return _SET_BESIDE.fullmatch(between) is not None
    if mark.kind == before.kind == "change":
        bases = _BASE.search(said, *before.span) and _BASE.search(said, *mark.span)
        return _FILLS.fullmatch(between) is not None and not bases
    led = mark.kind == "change" and before.kind == "time" and not between.strip()
    return led and _SET_BESIDE.search(said, *before.span) is not None


def _bracketed(said: str, end: int) -> int:
    """Return where the bracket ends that stands behind a mark, and the words that go with a change."""
    fills = _FILLS.match(said, end)
    end = max(end, fills.start() + len(fills[0].rstrip())) if fills else end
    bracket = _BRACKET.match(said, end)
    return bracket.start() + len(bracket[0].rstrip()) if bracket else end


def _closed(said: str, mark: Mark, end: int) -> Mark | None:
    """Return a mark that goes to where the next begins, None where other words stand between."""
    until = _bracketed(said, mark.end)
    return replace(mark, end=until) if not said[until:end].strip(" *|") else None


def _worded(said: str, edge: int, found: Sequence[Mark], end: int) -> list[Mark]:
    """Return marks with the words between them, each a name that the catalogue does not have, or a part of one beside it."""
    marks: list[Mark] = []
    low = edge
    for mark in (*found, None):
        until = mark.start if mark else end
        words = said[low:until].strip(" *")
        if words:
            start = low + said[low:until].index(words)
            if not _WORDS.fullmatch(words):
                return []
            marks.append(Mark(start, start + len(words), "name", "", known=False))
        if mark:
            marks.append(replace(mark, end=_bracketed(said, mark.end)))
            low = marks[-1].end
    return marks


def _back(mark: Mark, text: str, low: int) -> Mark:
    """Return a mark at its place in the text, with what it says."""
    start, end = low + mark.start, low + mark.end
    said = " ".join(text[start:end].split())
    if mark.kind == "change":
        said = _RATE.sub("", between_times(said))
    elif mark.kind == "time" and YEAR.fullmatch(said):
        said = f"in {said}"  # a bare number is a year over a column, and none beside a name
    elif _SHARE.match(said):
        said = _SHARE.sub("Market share", said, count=1)
    before = text[max(0, start - 3) : start]
    return replace(mark, start=start, end=end, said=said, breaks="\n" in before[len(before.rstrip()) :])
