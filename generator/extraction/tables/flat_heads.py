"""What stands over the columns of a table that a page has flattened: times and changes side by side, a row of days over one of years, a row of currencies below."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.corpus.months import MONTHS, SHORTENED
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.tables.columns import (
    BETWEEN,
    CHANGE,
    CHANGE_HEAD,
    YEAR,
    Stretch,
    times_and_changes,
)
from generator.extraction.tables.spanned_years import spanned_years

Titled = tuple[Stretch, str]  # where a head stands, and what is read of it

AGAINST = re.compile(r"(?:year|quarter)\s?-?\s?(?:on|over)\s?-?\s?(?:year|quarter)(?:\s%?\s?change)?", re.I)
_SET_AGAINST = re.compile(r"yoy|y/y|y-o-y|qoq|q/q|q-o-q|year|quarter|同比|环比|按[年季]", re.I)
_ONLY_CHANGE = re.compile(rf"(?:percent(?:age)? )?{CHANGE.pattern}", re.I)
# What stands behind heads and goes for all of them: `(RMB in millions)`, `RMB RMB RMB`, 未经审核 人民币百万元
_ASIDE = re.compile(
    r"(?:\s*(?:\([^()]*\)|RMB|CNY|US\$|HK\$|[Uu]naudited|[Aa]udited|未?经审[计核]|(?:单位 ?: ?)?(?:人民币|港币|美元)?[百千]?[万亿千百]美?元))*\s*"
)
_CURRENCY = re.compile(r"RMB|CNY|US\$|HK\$")
_SCALE = re.compile(r"\b(?:thousand|million|billion)s?\b|[百千万亿]美?元", re.I)
_SIGNED = re.compile(rf" \((?:{_CURRENCY.pattern})\)$")
_BRACKET = re.compile(r"\([^()]*\)")
_GAP = re.compile(rf"{BETWEEN.pattern}(?:(?:RMB|CNY|US\$|HK\$)\s+)*")
_DAY = rf"(?:{MONTHS}|{SHORTENED})\.? \d{{1,2}},?"
# `June 30, March 31, June 30, 2025 2025 2024`
_DAYS_OVER_YEARS = re.compile(rf"(?P<days>(?:{_DAY}\s+){{2,8}})(?P<years>20\d\d(?:\s+20\d\d){{1,7}})(?!\d)")
_SPAN = re.compile(
    r"\b(?:three|six|nine|twelve) months ended\b|\byear ended\b|止(?:[三六九369]|十二|12)个月|止年度", re.I
)
_MONTHS_ENDED = re.compile(r"\b(?:three|six|nine)[ -]months ended\b", re.I)
_YEAR_ZH = re.compile(r"(?<!\d)20\d\d年(?=20\d\d年|\Z)")
_OPEN_SPAN = re.compile(r"截至\d{1,2}月\d{1,2}日止.{2,6}")  # its years stand behind it
_LEAST = 2  # changes that one word of change stands over


def heads_before(text: str, before: Stretch, width: int) -> list[Titled]:
    """Return the last heads of `width` columns side by side in a stretch; none where there are fewer or more."""
    marks = _marks(text, before)
    gaps = [
        i for i, ((one, _), (other, _)) in enumerate(pairwise(marks)) if not _GAP.fullmatch(text, one.end, other.start)
    ]
    marks = _below_their_spans(marks[gaps[-1] + 1 :] if gaps else marks)
    if not any(is_time(said) for _, said in marks):
        return []
    marks = _in_currencies(text, before, marks)
    return marks if len(marks) == width else []


def head_row(text: str, low: int, heads: list[Titled]) -> list[Titled]:
    """Return the row of heads, behind the corner; a day over a column of `three months ended` is that of the months."""
    at = heads[0][0].start
    span = _SPAN.search(text, low, heads[0][0].end)
    bare = [_SIGNED.sub("", re.sub(r"-\s", "-", said)) for _, said in heads]
    told = spanned_years(text[low:at], bare)
    cells = [(Stretch(low, at), aside_of(text, heads[-1][0].end))]
    for (place, whole), said in zip(heads, told, strict=True):
        day = span and any(m.scope == "instant" for m in period_mentions(said, 0, len(said)))
        sign = _SIGNED.search(whole)
        cells.append((place, (_ended(span[0], said) if day and span else said) + (sign[0] if sign else "")))
    return cells


def lacks_its_span(text: str, low: int, heads: list[Titled]) -> bool:
    """Whether bare years stand under a span of months that was torn from its day: `Three months ended Year- 31 December on-year 2020 2019 change`."""
    span = _MONTHS_ENDED.search(text, low, heads[0][0].start)
    if span is None:
        return False
    bare = [said for _, said in heads]
    return any(YEAR.fullmatch(said) for said in bare) and spanned_years(text[low : heads[0][0].start], bare) == bare


def levels_of(heads: list[Titled]) -> int:
    """Return how many columns stand before those of changes, where these stand at the end; all of them otherwise."""
    moved = [not is_time(said) for _, said in heads]
    levels = moved.index(True) if True in moved else len(heads)
    return levels if all(moved[levels:]) else len(heads)


def aside_of(text: str, start: int, end: int | None = None) -> str:
    """Return what a stretch opens with that goes for all columns, and the blanks around it."""
    found = _ASIDE.match(text, start) if end is None else _ASIDE.match(text, start, end)
    return found[0] if found else ""


def is_time(said: str) -> bool:
    """Whether a head is a time, and not how much something changed."""
    if AGAINST.search(said) or CHANGE_HEAD.search(said):
        return False
    return bool(YEAR.match(said) or period_mentions(said, 0, len(said)))


def _marks(text: str, before: Stretch) -> list[Titled]:
    """Return the times and changes of a stretch, in order; each of a row of days with the year below it."""
    told = next(iter([*_DAYS_OVER_YEARS.finditer(text, *before)][-1:]), None)
    days = list(re.finditer(_DAY, told["days"])) if told else []
    years = told["years"].split() if told else []
    if told is None or len(days) != len(years):
        return [(mark, text[slice(*mark)]) for mark in times_and_changes(text, *before, AGAINST, _YEAR_ZH)]
    at = told.start()
    dated = [
        (Stretch(at + day.start(), at + day.end()), f"{day[0].rstrip(',')}, {year}")
        for day, year in zip(days, years, strict=True)
    ]
    dated[-1] = (Stretch(dated[-1][0].start, told.end()), dated[-1][1])
    behind = [(mark, text[slice(*mark)]) for mark in times_and_changes(text, told.end(), before.end, AGAINST)]
    return [*dated, *behind]


def _below_their_spans(marks: list[Titled]) -> list[Titled]:
    """Return heads without those that only stand over others: `% Change` over `YoY QoQ`, 截至6月30日止三个月 over 2025年 2024年."""
    if (
        len(marks) > _LEAST
        and _OPEN_SPAN.fullmatch(marks[0][1])
        and all(_YEAR_ZH.fullmatch(said) for _, said in marks[1:3])
    ):
        marks = marks[1:]
    against = [_SET_AGAINST.search(said) is not None and not is_time(said) for _, said in marks]
    if sum(against) < _LEAST:
        return marks
    return [mark for mark, told in zip(marks, against, strict=True) if told or not _ONLY_CHANGE.fullmatch(mark[1])]


def _in_currencies(text: str, before: Stretch, marks: list[Titled]) -> list[Titled]:
    """Return heads each with its currency where a row below tells several; none where that is not plain.

    `2024 2025 RMB RMB US$`: the last year stands over a column of yuan and one of dollars.
    """
    end = marks[-1][0].end
    end += len(aside_of(text, end, before.end))
    signs = _CURRENCY.findall(_BRACKET.sub(" ", text[marks[0][0].start : end]))
    if len(set(signs)) < _LEAST:
        return marks
    times = [mark for mark in marks if is_time(mark[1])]
    if len(signs) == len(times) + 1 and signs[-1] != signs[-2]:
        times = [*times, times[-1]]
    if len(signs) != len(times) or marks[-1] in times[:-1] or not _SCALE.search(text, before.start, end):
        return []
    changes = marks[len({place for place, _ in times}) :]
    if any(is_time(said) for _, said in changes):
        return []
    return [*((place, f"{said} ({sign})") for (place, said), sign in zip(times, signs, strict=True)), *changes]


def _ended(span: str, day: str) -> str:
    """Return the span of time that ended with a day: `three months ended June 30, 2018`, 截至2018年6月30日止六个月."""
    return f"截至{day}{span}" if span.startswith("止") else f"{span} {day}"
