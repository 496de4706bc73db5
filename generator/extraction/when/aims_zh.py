"""The year of a Chinese aim that names none: one that is over, 年初定下70万辆目标,完成率仅63%; the one that runs, 做到5万台,去年是1.4万台."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.settings.period import Period

# what says that an aim was set before, and how it went
_HOW_IT_WENT = re.compile(
    r"年初|当初|最初|原定|原先|原本|曾|达成率|完成率|完成度|达标|超额|提前|仅?(?:完成|达成|实现)|未能?(?:完成|达成|达到|实现|如期)|距离?|差距"
)
_SET_BEFORE = re.compile(r"曾|年初|当初|最初|原定|原本|原先")
_DECEMBER = 12
# 我们希望把海外销量做到5万台,去年是1.37万台: the year before, all of it
_LAST_YEAR_BEHIND = re.compile(
    r"[辆台部家元]?(?:左右|以上)?,(?:而|但)?(?:去年|上年)(?:全年)?(?!同期|同季|同月|这|第|[一二三四上下末底初])[一-鿿]{1,8}?\d"
)


def tells_how_it_went(scan: Scan) -> bool:
    """Whether a Chinese sentence tells how an aim of the year spoken of went."""
    return scan.chinese and bool(_HOW_IT_WENT.search(scan.text, scan.sentence.start, scan.sentence.end))


def was_set_before(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese clause says before a year that something was aimed at in it then: 曾在年初将年度目标定为550万辆."""
    start = scan.clause(mention.start)[0]
    return scan.chinese and bool(_SET_BEFORE.search(scan.text, start, mention.start))


def year_beside_the_last(scan: Scan, amount: Amount, calendar: Calendar) -> Period | None:
    """Return the year that runs, where an aim of no named time has the whole of the last year set behind it."""
    if not scan.chinese or calendar.published is None or calendar.fiscal_year_end != _DECEMBER:
        return None
    behind = _LAST_YEAR_BEHIND.match(scan.text, amount.end, scan.sentence.end)
    named = any(scan.sentence.start <= p.start < amount.start for p in scan.periods)
    return Period(f"{calendar.published.year}") if behind and not named else None
