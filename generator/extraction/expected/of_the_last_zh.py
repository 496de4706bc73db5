"""What had been expected of the figure right before, whatever the sentence was on: IoT收入276亿元,其中大家电收入下降15.7%,低于预期的增长3%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.market import MARKET_ZH
from generator.extraction.figure import Figure
from generator.extraction.frozen import replace
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.scanning import Scan

BESIDE_THE_LAST = re.compile(
    r"[台辆部元]?[,(]?(?:而|但)?(?:也|亦|远|略|大幅|明显|显著)*(?:优于|高于|低于|好于|不及|逊于|超过?出?|胜过|胜|低过|高过)了?"
    rf"(?:{MARKET_ZH})?(?:普遍|平均|一致|先前|此前|原先|原本|的)*(?:预期|预估|预测|预计|估计)(?:值|均值)?的?(?:同比|按年)?"
    rf"(?:增长|增加|上升|升|增|成长|下降|下滑|下跌|减少|跌|降|减)?{IS}"
)


def of_the_last(scan: Scan, amount: Amount, figure: Figure, before: Figure | None) -> Figure:
    """Return a figure that is expected, of what the one right before it is of, where the words between them set it beside that."""
    if before is None or before.doubt or before.metric is None or not scan.chinese or figure.doubt:
        return figure
    if figure.basis != "consensus" or (figure.measure, figure.unit) != (before.measure, before.unit):
        return figure
    low = max(scan.sentence.start, scan.amount_before(amount.start))
    if not BESIDE_THE_LAST.fullmatch(scan.text, low, amount.start):
        return figure
    return replace(figure, metric=before.metric, entity=before.entity, segment=before.segment)
