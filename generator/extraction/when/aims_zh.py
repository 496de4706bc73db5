"""The year of a Chinese aim that is told once it is over: 年初定下70万辆目标,其后降至64万辆,完成率仅63%."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

# what says that an aim was set before, and how it went
_HOW_IT_WENT = re.compile(
    r"年初|当初|最初|原定|原先|原本|曾|达成率|完成率|完成度|达标|超额|提前|仅?(?:完成|达成|实现)|未能?(?:完成|达成|达到|实现|如期)|距离?|差距"
)
_SET_BEFORE = re.compile(r"曾|年初|当初|最初|原定|原本|原先")


def tells_how_it_went(scan: Scan) -> bool:
    """Whether a Chinese sentence tells how an aim of the year spoken of went."""
    return scan.chinese and bool(_HOW_IT_WENT.search(scan.text, scan.sentence.start, scan.sentence.end))


def was_set_before(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese clause says before a year that something was aimed at in it then: 曾在年初将年度目标定为550万辆."""
    start = scan.clause(mention.start)[0]
    return scan.chinese and bool(_SET_BEFORE.search(scan.text, start, mention.start))
