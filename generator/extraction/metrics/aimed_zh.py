"""Cars that a Chinese text aims at without saying what is done with them: 全年35万台的目标; 2026年我们的目标是100万辆."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD

_AIM = "目标"
_BEHIND = re.compile(r"[辆台](?:以上|左右)?的?(?:全年|年度|年终|年|季度|本季|最终|既定|原定|新)*(?P<aim>目标)(?!价)")
_BEFORE = re.compile(
    r"(?P<aim>目标)(?!价|用户|客户|市场|人群)(?:则|也|仍|还)?(?:是|为|定在|定为|设在|设为|锁定在?|瞄准|剑指|上调|下调|提[高升]|调[高低整]|[至到为])*(?:[\d.]+万?[辆台]?(?:到|至|-|~))?(?:约|近|超过?|逾|突破|冲击|冲刺|挑战)*$"
)
_LEAD = 30  # characters before an amount, within which it is said to be an aim
_LEAST = 10_000  # cars: nobody aims at fewer in a year
_STARTS = attrgetter("start")


def cars_meant(text: str) -> str:
    """Return what a text on cars mostly tells of them: that they were delivered, or sold."""
    return "ev_deliveries" if text.count("交付") >= text.count("销量") + text.count("销售") else "vehicle_sales"


def _counted_before(marks: Scan, at: int) -> str | None:
    """Return what a sentence counts of cars before it tells an aim: 累计销量21万辆,为全年目标30万辆的七成."""
    named = (name for m in reversed(marks.metrics) if m.end <= at for name in m.metrics if name in CARS_SOLD)
    return next(named, None)


def with_aims(marks: Scan, cars: bool, text: str) -> Scan:
    """Return a Chinese sentence's marks with its aims as mentions of what the text tells of cars (`cars`), where no metric stands beside."""
    low, high = marks.sentence.start, marks.sentence.end
    if not cars or marks.text.find(_AIM, low, high) < 0 or not marks.chinese:
        return marks
    found: dict[int, Mention] = {}
    for amount in marks.amounts:
        start, end = marks.clause(amount.start)
        counted = amount.kind in ("count", "bare") and amount.value >= _LEAST
        if not counted or any(start <= m.start < end for m in marks.metrics):
            continue
        told = _BEHIND.match(marks.text, amount.end, end) or _BEFORE.search(
            marks.text, max(start, amount.start - _LEAD), amount.start
        )
        if told and marks.text[amount.end : amount.end + 1] in ("辆", "台"):
            found[told.start("aim")] = Mention(
                *told.span("aim"), (_counted_before(marks, amount.start) or cars_meant(text),)
            )
    return replace(marks, metrics=sorted([*marks.metrics, *found.values()], key=_STARTS)) if found else marks
