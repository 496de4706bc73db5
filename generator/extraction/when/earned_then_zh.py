"""What was earned or lost in the time that a Chinese clause sets another beside: 净亏损3.8亿元,较上季亏损4.8亿元收窄."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_BESIDE = r"(?:较|比|相较于?|相比于?|对比|[高低优多少好差]于)"
_EARNED = r"的?(?:净|经营|营运|营业|运营|经调整|调整后){0,2}(?:亏损|损失|盈利|溢利|净?利润?|纯利|毛利率?|盈余|营收|收入|营业额|营业利益|交付量?|销量|出货量?|亏|赚|蚀)(?:额|净?额)?(?:的|为)?"
# less than nothing: 较上季负5.9%改善, 较去年同期的负1.7%收窄
_NEGATIVE = r"的?负的?"
_THEN = re.compile(
    rf"{_BESIDE}(?:(?P<year>(?:去年|上年|上一年|前一年)(?:同期|同季|同月)?)|(?P<quarter>[上前]一?个?季度?))"
    rf"(?:{_EARNED}|{_NEGATIVE})(?:人民币)?(?:约|近|逾)? ?$"
)
_LEAD = 24  # characters before an amount, within which all that stands


def earned_then(scan: Scan, amount: Amount) -> str | None:
    """Return which time before an amount is of that was earned or lost then: the `year` or the `quarter`; None where nothing says so."""
    then = _THEN.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
    return then.lastgroup if then else None
