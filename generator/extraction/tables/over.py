"""Heads of columns that a PDF file's text gives on several lines: `Three Months Ended September 30,` over `2022 2021`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from generator.extraction.periods.in_text import period_mentions
from generator.extraction.tables.columns import BETWEEN, YEAR, Stretch, times_and_changes
from generator.extraction.tables.ended_days import ended_days
from generator.extraction.tables.spanned_years import SPAN

_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? \d{1,2},?")
_DAYS = re.compile(rf"\s*(?:{_DAY.pattern}\s*)+")
_UNIT = re.compile(r"\b(?:in )?(?:millions|thousands|billions)\b", re.I)
_UNIT_ZH = re.compile("(?:人民币|港币|美元|港元|单位:?)?(?:百万|千|万|亿)")
# 同比变动(人民币百万元,除非另有说明): in what the numbers are told, behind the heads
_ASIDE = re.compile(r"\s?\((?=[^()]*(?:millions|thousands|billions|百万|千元|万元|亿元))[^()\d]*\)\s*$", re.I)
_SIGNS = {"$": "US$", "US$": "US$", "€": "EUR", "£": "GBP", "HK$": "HK$", "RMB": "RMB"}
_SIGN = re.compile(r"US\$|HK\$|RMB|[$€£]")
_VERSUS = re.compile(r"vs\b", re.I)  # `vs. Q2 2023`
_SECTION = re.compile(r"[^\d.!?]{2,60}")
_MOST = 9  # lines that may stand over the numbers
_LONGEST = 130  # characters of a line of heads


class Over(NamedTuple):
    """What stands over each column, where the nearest line of it stands, and what the lines above say of all."""

    heads: tuple[tuple[Stretch, str], ...]
    start: int
    caption: str
    levels: int  # columns before those of changes that only stand at the end
    several: bool  # more than one line told them


def over(text: str, lines: Sequence[Stretch], width: int) -> Over | None:
    """Return the heads of `width` columns that the lines above some rows of numbers are; None where they are no such heads."""
    near = list(takewhile(lambda line: line.end - line.start <= _LONGEST, reversed(lines[-_MOST:])))
    lines = near[::-1]
    below = list[Stretch]()  # `REVENUE BY SEGMENT` and `(RMB in millions)`, between the heads and the first of them
    while lines and not _tail(text, lines[-1]) and _SECTION.fullmatch(text, *lines[-1]):
        below.insert(0, lines.pop())
    if not lines:
        return None
    if aside := _ASIDE.search(text, *lines[-1]):
        below.insert(0, Stretch(*aside.span()))
        lines[-1] = Stretch(lines[-1].start, aside.start())
    own = _tail(text, lines[-1])
    if not own or not any(_is_time(text, mark) for mark in own):
        return None
    spans = [Stretch(*span.span()) for span in SPAN.finditer(text, lines[0].start, own[0].start)]
    changes = [m for line in lines[:-1] for m in _tail(text, line) if not _is_time(text, m)] if len(own) < width else []
    times = [mark for mark in own if _is_time(text, mark)]
    if len(own) + len(changes) != width or (spans and len(times) % len(spans)) or (changes and len(spans) > 1):
        return None
    each = len(times) // len(spans) if spans else 1
    days = [d[0] for line in lines if _DAYS.fullmatch(text, *line) for d in _DAY.finditer(text, *line)]
    heads = []
    ends = [*(mark.start for mark in own[1:]), lines[-1].end]
    for i, mark in enumerate((*own, *changes)):
        said = text[mark.start : ends[i]].strip() if i < len(own) else text[slice(*mark)]
        said = said.strip("* ")
        said = "change" if _VERSUS.match(said) else said
        if spans and mark in times and YEAR.fullmatch(text, *mark):
            at = times.index(mark) // each
            span = " ".join(text[slice(*spans[at])].split())
            dated = any(map(str.isdigit, span)) or len(days) not in (1, len(spans))
            said = f"{span} {said}" if dated else f"{span} {days[min(at, len(days) - 1)]} {said}"
        heads.append(said)
    told = ended_days(text[lines[0].start : own[0].start], heads)
    units = [line for line in below if _UNIT.search(text, *line) or _UNIT_ZH.search(text, *line)]
    caption = " ".join(text[slice(*line)] for line in (*lines[:-1], Stretch(lines[-1].start, own[0].start), *units))
    return Over(
        tuple(zip((*own, *changes), told, strict=True)),
        lines[-1].start,
        caption,
        len(own) if changes else width,
        bool(spans or changes or units) or told != heads or "*" in text[slice(*lines[-1])],
    )


def in_currency(caption: str, rows: str) -> str:
    """Return a caption with the currency that some of its table's cells carry: `In millions` over `$ 27,714`."""
    signs = {_SIGNS[sign] for sign in _SIGN.findall(rows)}
    if len(signs) != 1 or _SIGN.search(caption):
        return caption
    sign = signs.pop()
    return _UNIT.sub(lambda unit: f"({sign} {unit[0]})", caption, count=1)


def _tail(text: str, line: Stretch) -> list[Stretch]:
    """Return the marks of time and change that a line ends in, with nothing between them."""
    tail: list[Stretch] = []
    after = line.end
    for mark in reversed(times_and_changes(text, *line)):
        if not BETWEEN.fullmatch(text, mark.end, after):
            break
        tail.insert(0, mark)
        after = mark.start
        if after and text[max(line.start, after - 2) : after].rstrip().endswith("%"):
            after = text.rfind("%", line.start, after)
    return tail


def _is_time(text: str, mark: Stretch) -> bool:
    return not _VERSUS.match(text, *mark) and bool(YEAR.fullmatch(text, *mark) or period_mentions(text, *mark))
