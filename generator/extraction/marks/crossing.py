"""Cues that names and periods take up: 占 inside 市占率, the month of 10月增长 that is one of 较去年12月."""

from __future__ import annotations

import re
from typing import Any

from generator.extraction.marks.cues import Cue
from generator.extraction.marks.mention import Mention
from generator.extraction.periods.mention import PeriodMention

# `up 84% since the start of the year`
_MOVED_SINCE = re.compile(r"(?:%|per ?cent|pct|points?)(?: (?:higher|lower|growth|gain|rise|drop|in [a-z ]{2,20}))? $")
_ITS_LEVEL = re.compile(r"的(?:约|近)?(?:人民币|港币)?\d")


def swallows(mention: Mention, cue: Cue) -> bool:
    """Whether a cue is only a part of a metric's name; that of 多赚, which is both, is none."""
    grows = cue.kind in ("up", "down") and cue.end == mention.end
    return mention.start <= cue.start and cue.end <= mention.end and not grows


def overlaps(mark: Any, others: Any) -> bool:
    """Whether a mark shares a character with one of others."""
    return any(mark.start < other.end and other.start < mark.end for other in others)


def begins_span(text: str, cue: Cue, period: PeriodMention) -> bool:
    """Whether `since` only begins a span in which so much was counted, and no percentage is told since then: `Since the start of the year Nio has delivered`."""
    begins = period.scope == "span" and cue.kind == "other_base" and cue.start == period.start
    return begins and not _MOVED_SINCE.search(text, max(0, cue.start - 40), cue.start)


def crosses(text: str, cue: Cue, period: PeriodMention) -> bool:
    """Whether a cue and a period overlap by a part, so that only the period counts: 较去年12月, and no 月增长."""
    if cue.kind == "yoy":  # the 年增长 of 2025财年增长22%
        ends_year = text[cue.start] == "年" and period.start < cue.start < period.end < cue.end
        return ends_year or cue.start < period.start < cue.end < period.end
    if cue.kind == "other_base" and period.scope == "instant" and cue.start < period.start < cue.end <= period.end:
        return bool(_ITS_LEVEL.match(text, period.end))  # 较去年底的1934亿元大幅减少: what there was then
    return text[cue.start] == "月" and period.start < cue.start < period.end < cue.end
