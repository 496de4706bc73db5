"""Two changes told together in Chinese, against a year and a quarter before: 按年及按季分别跌5.4及3.9个百分点; 同环比+65.7%/+20.2%."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.two_times_zh import TWO_TIMES, of_time
from generator.extraction.frozen import frozen
from generator.extraction.marks.cues import Against
from generator.extraction.marks.scanning import Scan

GREW_ZH = "[年季月](?:增|减|成长|衰退)"  # 月增、年增幅度分别为29.5%、11.5%
_BOTH = re.compile(
    rf"(?P<one>同比?|环比?|按年|按季|{GREW_ZH})(?:和|及|与|以及|、|/ ?|,)?(?P<two>同比|环比|按年|按季|{GREW_ZH})(?:增速|增幅|变动|变化|幅度?|率)?(?:(?:则|均|亦)?(?:分别|各)|为?(?=[-+]\d|$))"
)
_AND_AGAIN = re.compile(
    r"个?\s?(?:和|及|与|以及|、|,|/)\s?(?:大?约|近|逾|超过?|接近)?(?P<own>(?:大幅|小幅|微|略)?(?:增[长加]?|成长|减少?|衰退|下[降滑跌]|上升|提升|升|降|跌|[多少](?:出|了)?)(?:了|大?约|近|逾|超过?|接近)*)?"
)  # 同比、环比分别增长21%和约3%


@frozen
class Both:
    """A change of two that are told together, against a year and a quarter before; `told` or `sign` says in which direction."""

    told: Amount
    against: Against
    sign: int = 0


def in_both(scan: Scan, amount: Amount) -> Both | None:
    """Return which of two changes an amount is: 按年及按季分别跌5.4及3.9个百分点; 同环比+65.7%/+20.2%."""
    start, end = scan.clause(amount.start)[0], amount.start
    said = _BOTH.search(scan.text, max(scan.sentence.start, start - 12), end)
    said = said or TWO_TIMES.search(scan.text, max(scan.sentence.start, start - 24), end)
    if said is None:
        return None
    run = [a for a in scan.amounts if said.end() <= a.start and a.kind == amount.kind][:2]
    again = _AND_AGAIN.fullmatch(scan.text, run[0].end, run[1].start) if amount in run and len(run) == 2 else None
    if again is None:
        return None
    base = said["one" if amount is run[0] else "two"]
    base = of_time(base) if said.re is TWO_TIMES else base
    quarter = base in ("环", "环比", "按季", "季") or base[0] in "季月"
    sign = (-1 if base[1] in "减衰" else 1) if re.fullmatch(GREW_ZH, base) else 0
    return Both(amount if again["own"] else run[0], "qoq" if quarter else "yoy", sign)
