"""Expectations that Chinese only says were met, missed or beaten: 业绩好于市场预期,收入按年增长37%,环比增长9.8% tells what came."""

from __future__ import annotations

import re

from generator.extraction.marks.met_so_zh import MET

# 大幅超出华尔街的平均预期, 略逊市场预期; no 优于市场预期的营收1778亿美元, which goes on with what was expected
_BESIDE = re.compile(rf"(?:{MET}|强于|超乎|落后于|逾)了?(?:大部分|多数|所有|此前|先前|早前|原先)?$")
_IS_OVER = re.compile("(?:的?(?:一致|普遍|平均|综合|此前|原先)*(?:预期|预[估测]|共识)(?:值|均值)?)?[,:;。!并且而且]")
_BACK = 8  # characters before an expectation


def is_only_met(text: str, start: int, end: int) -> bool:
    """Whether what the market expected, as words of a text name it, is only set beside what came, and ends there."""
    if _BESIDE.search(text, max(0, start - _BACK), start) is None:
        return False
    return text[end - 1] in ":," or _IS_OVER.match(text, end) is not None
