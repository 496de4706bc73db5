"""Cars that a Chinese text aims at without saying what is done with them: 全年35万台的目标; 2026年我们的目标是100万辆; 全年冲刺13万辆."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD

_BEHIND = re.compile(r"[辆台](?:以上|左右)?的?(?:全年|年度|年终|年|季度|本季|最终|既定|原定|新)*(?P<aim>目标)(?!价)")
_BEFORE = re.compile(
    r"(?P<aim>目标)(?!价|用户|客户|市场|人群)(?:则|也|仍|还)?(?:是|为|定在|定为|设在|设为|锁定在?|瞄准|剑指|再次?|又|上调|下调|改|上修|下修|加码|提[高升]|调[高低整]|[至到为])*(?:[\d.]+万?[辆台]?(?:到|至|-|~))?(?:约|近|超过?|逾|突破|冲击|冲刺|挑战)*$"
)
# 全年冲刺13万辆: the verb alone says that it is an aim; what it may become is capacity, or orders, where the sentence names them
_STRIVES = re.compile(
    r"(?P<aim>冲[刺击]|挑战|[剑直]指|力争|争取|瞄准|锁定|志在|力保|确保)(?:全年|年度|达到?|实现|完成|超过?|突破|约|近|逾)*$"
)
_OF_ELSE = re.compile(r"产能|产量|生产|订单|锁单|出口|用户|保有")
_LEAD = 30  # characters before an amount, within which it is said to be an aim
_LEAST = 10_000  # cars: nobody aims at fewer in a year


def cars_meant(text: str) -> str:
    """Return what a text on cars mostly tells of them: that they were delivered, or sold."""
    return "ev_deliveries" if text.count("交付") >= text.count("销量") + text.count("销售") else "vehicle_sales"


def _counted_before(marks: Scan, at: int) -> str | None:
    """Return what a sentence counts of cars before it tells an aim: 累计销量21万辆,为全年目标30万辆的七成."""
    named = (name for m in reversed(marks.metrics) if m.end <= at for name in m.metrics if name in CARS_SOLD)
    return next(named, None)


def with_aims(marks: Scan, cars: bool, text: str) -> Scan:
    """Return a Chinese sentence's marks with its aims as mentions of what the text tells of cars (`cars`), where no metric stands beside."""
    if not cars or not marks.chinese:
        return marks
    found: dict[int, Mention] = {}
    for amount in marks.amounts:
        counted = amount.kind in ("count", "bare") and amount.value >= _LEAST
        counted = counted and marks.text[amount.end : amount.end + 1] in ("辆", "台")
        if counted and (at := _aimed_at(marks, amount)):
            metric = _counted_before(marks, amount.start) or cars_meant(text)
            found[at[0]] = Mention(*at, (metric,))
    return marks.with_metrics(found.values())


def _aimed_at(marks: Scan, amount: Amount) -> tuple[int, int] | None:
    """Return where a clause that names no metric says that an amount is aimed at."""
    text, (start, end) = marks.text, marks.clause(amount.start)
    if any(start <= m.start < end for m in marks.metrics):
        return None
    low = max(start, amount.start - _LEAD)
    told = _BEHIND.match(text, amount.end, end) or _BEFORE.search(text, low, amount.start)
    if told is None and not _OF_ELSE.search(text, marks.sentence.start, end):
        told = _STRIVES.search(text, low, amount.start)
    return told.span("aim") if told else None
