"""Growth that a Chinese sentence tells of another time and of nothing named: 收入2954亿元,同比增7.1%。前三个季度的同比增速依次为17.95%、5.44%和11.35%."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.settings.catalogue import Catalogue

_QUANTITIES = ("money", "count")
_RATE = "(?:增速|增幅|升幅|涨幅|跌幅|降幅|减幅|(?:增长|成长|下降|下滑)率)"
_BASE = "(?:同比|环比|按年|按季)"
# 三季度的同比增速为; 此前三季度增幅则达
_TIME_BEFORE = re.compile(r"[\s•·]*(?:不过|然而|相比之下|而|但|其中|此前|,)*(?:[与和跟同较比]|相[较比]于?)?\Z")
_ITS_RATE = re.compile(
    rf"的?(?:{_BASE}(?P<rate>{_RATE})|(?P<rates>{_RATE})(?=分别|依次))(?:曾|则|也|亦|均|各|仅|只|还|分别|依次)*(?:为|是|达到?|高达|有|录得|在|约)"
)
# 与上年同期23%的增速相比
_RATE_BEHIND = re.compile(rf"的?[\d.]+%的?{_BASE}?{_RATE}")


def with_rate_told(marks: Scan, told: tuple[str, str | None] | None, catalogue: Catalogue) -> Scan:
    """Return a Chinese sentence's marks with the rate of another time as a mention of the quantity that the sentence before `told` last."""
    entry = catalogue.metrics.get(told[0]) if told else None
    if not marks.chinese or told is None or entry is None or entry.unit not in _QUANTITIES:
        return marks
    time = next(iter(marks.periods), None)
    if time is None or time.relation or not _TIME_BEFORE.match(marks.text[marks.sentence.start : time.start]):
        return marks
    named = any(not m.nothing for m in marks.metrics) or marks.segments or marks.entities
    own, behind = _ITS_RATE.match(marks.text, time.end), _RATE_BEHIND.match(marks.text, time.end)
    if named or not (own or behind):
        return marks
    at = own.span("rate" if own["rate"] else "rates") if own else (time.end - 1, time.end)
    return replace(marks, metrics=[Mention(*at, (told[0],), part=told[1])])
