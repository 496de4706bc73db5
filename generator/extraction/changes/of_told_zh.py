"""How far the figure that a Chinese text told last moved, where the next sentence opens with it: 营收1131亿元;同比增长22%."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.changes.change import Change, measured
from generator.extraction.figure import PRICES, Figure

_BASE = r"(?:同比|[环環]比|按[年季月])"
# between the figure and how far it moved: no other thing is named, and no more said than how it fared
_ON = re.compile(
    r"[元辆輛台部人民币幣港美\s]{0,8}(?:[(（][^()（）\d]{0,12}[)）])?"
    r"(?:[,，](?:也|亦|均|再|再度|又|双双|略|远|大幅|基本|首次)?(?:[创創]|刷新|超|[高低优優好][于於]|不及|符合)[^,，;；。\d]{0,12})?"
    rf"[;；。]\s?(?:且|并|也|亦)?{_BASE}[^,，;；。\d]{{0,8}}|[,，、](?:且|并|而)?{_BASE}[^,，;；。\d]{{0,8}}"
)
# 交付20797辆,按年升57.6%,当中1.51万辆属高端品牌;按月则减少25.3%: behind a part and a semicolon it is the whole that moved
_PAST_A_PART = re.compile(
    rf"[^;；。]{{0,40}}?[,，(（](?:其中|当中|當中)[^;；。]{{2,60}}[;；]\s?(?:且|并|而|也|亦)?{_BASE}[^,，;；。\d]{{0,8}}"
)
# 净利润62亿元,去年同期126亿元;同比减少51%: the change is of the first; 305亿元/165亿元;同比增长33%/34%: of a list
_BESIDE = re.compile(r"(?:同期|去年|上年|上季|前[年季]|一年前|[从由自较較])[^,，;；。\d]{0,6}$|[/、和及与與]\s?$")
_LEAD = 12  # characters before a figure that tell
_MEASURES = ("level", "yoy", "qoq")


def moved_of_told(text: str, figure: Figure, change: Change | None, last: Figure | None) -> Figure | None:
    """Return `last` with how far it moved, where nothing stands between but that; `figure` is the amount that no metric claims."""
    if not _ON.fullmatch(text, last.end if last else 0, figure.start):
        return None
    return _as_moved(text, figure, change, last)


def moved_of_whole(text: str, figure: Figure, change: Change | None, whole: Figure | None) -> Figure | None:
    """Return how far the level moved that a Chinese sentence told before a part of it, where the next one opens with that."""
    if whole is None or whole.measure != "level" or not _PAST_A_PART.fullmatch(text, whole.end, figure.start):
        return None
    return _as_moved(text, figure, change, whole)


def _as_moved(text: str, figure: Figure, change: Change | None, last: Figure | None) -> Figure | None:
    if change is None or change.doubt or change.than or figure.doubt or last is None or last.doubt:
        return None
    measure, unit = measured(change.against, change.points)
    if last.basis == "consensus" or last.metric in PRICES or last.measure not in _MEASURES or last.measure == measure:
        return None
    if change.points != (last.measure == "level" and last.unit == "percent"):
        return None
    if _BESIDE.search(text[max(0, last.start - _LEAD) : last.start]):
        return None
    return replace(
        last, start=figure.start, end=figure.end, sentence=figure.sentence, measure=measure, value=change.value,
        unit=unit, bound=figure.bound, precision=change.precision,
    )  # fmt: skip
