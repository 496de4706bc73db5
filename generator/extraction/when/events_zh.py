"""Months in which something only happened, in a Chinese text on a quarter that holds them: 5月对手加码后,公司补贴大增,营销开支增长五成."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.periods.mention import PeriodMention
from generator.settings.period import Period

# 苹果在9月份没有发布旗舰机,出货量为4310万部; but 小鹏8月并未推出新车,交付量为3.77万辆
_DID_NOT = re.compile("(?:并?没有?|并?未|尚未|仍未)(?:能够?)?(?:发布|推出|上市|开[售卖]|发售|公布|举行|召开|更新)")


def is_when_it_did_not(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a month only says when something did not happen; what makers of cars sold is told by the month."""
    if any(m.metrics and m.metrics[0] in OF_CARS for m in scan.metrics):
        return False  # 小鹏在8月没有推出新车,交付量仍达3.77万辆
    return scan.text[mention.start - 1] == "在" and _DID_NOT.match(scan.text, mention.end) is not None


def only_dates_an_event(
    scan: Scan, mention: PeriodMention, month: Period, spoken: Period | None, reported: Period | None
) -> bool:
    """Whether a month of the quarter that a text reports on, and speaks of, is only when something happened."""
    if not scan.chinese or month.kind != "month" or spoken is None or spoken != reported or not holds(spoken, month):
        return False
    return not (_frames(scan, mention) or _tells(scan, mention))


def holds(longer: Period, month: Period) -> bool:
    """Whether a period of several months ends with a month, or runs over it."""
    if longer.fiscal or longer.months <= month.months or month.year != longer.year:
        return False
    return 0 <= longer.end.month - month.end.month < longer.months


def _frames(scan: Scan, mention: PeriodMention) -> bool:
    """Whether what follows is of a month: 6月,公司营收41亿元."""
    return scan.text.startswith((",", "份,", "单月", "当月", ":"), mention.end)


def _tells(scan: Scan, mention: PeriodMention) -> bool:
    """Whether the clause of a month says what was measured in it: 公布6月营收,金额达41亿元."""
    start, end = scan.clause(mention.start)
    return any(start <= at < end for at in [*(m.start for m in scan.metrics), *(a.start for a in scan.amounts)])
