"""Two times that Chinese sets one figure beside, and how far it moved from each: 分别较前月及去年同月下滑2.4%与6.5%."""

from __future__ import annotations

import re

_TIME = r"(?:[上前]一?个?[月季]度?|(?:去年|上年)同[期季月]|一年前)"
TWO_TIMES = re.compile(
    rf"(?:较|比|与)(?P<one>{_TIME})(?:和|及|与|以及|、)(?:较|比)?(?P<two>{_TIME})(?:相比,?)?(?:分别|各|则|均|都)*"
)


_NEAR = 24  # characters before 分别, within which both times stand


def told_of_two_times(text: str, low: int, start: int, end: int) -> bool:
    """Whether a 分别 from `start` to `end` stands right before two times that something is set beside, or right behind them."""
    before = TWO_TIMES.finditer(text, max(low, start - _NEAR), end)
    return TWO_TIMES.match(text, end) is not None or any(said.end() == end for said in before)


def is_one_of_two_times(text: str, low: int, start: int, end: int) -> bool:
    """Whether what stands from `start` to `end` is named as a time that something is set beside, one of two: 较去年同月和上月."""
    said = TWO_TIMES.finditer(text, max(low, start - _NEAR))
    return any(one.start() < start and end <= one.end("two") for one in said)


def of_time(time: str) -> str:
    """Return the word for what is set beside such a time: 同比, else 环比."""
    return "同比" if "同" in time or time == "一年前" else "环比"
