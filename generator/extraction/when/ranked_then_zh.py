"""Times in Chinese at which a company stood in another place, and that no amount is of: vivo从2023年的第二升至第一,出货4910万台."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_FROM = re.compile(r"(?:从|由|自)(?:其|它)?$")
_RANK = re.compile(
    r"(?:全年|同期|年度|同季|年底|年末|末)?的?(?:[一-鿿]{0,6}?(?:排名|位列|排行|排在))?(?:全球|全国|国内|中国|市场|行业)?"
    r"(?:第[一二三四五六七八九十\d]{1,3}(?:名|位)?|榜首|冠军|亚军|季军|首位|头名|榜外|五名开外|前[三五十](?:名|强)?(?:之?外)?)[^,;。\d]{0,6}?"
    r"(?:[上攀飙提晋]?升|[下]?跌|下?降|滑|掉|跃|爬|攀|冲|落|退|前进|回|变)"
)


def is_of_a_rank_before(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a time only says when a company stood where it rose or fell from: 华为从去年同期的第六位升至第二位."""
    if not scan.chinese or not _FROM.search(scan.text, max(scan.sentence.start, mention.start - 2), mention.start):
        return False
    return _RANK.match(scan.text, mention.end, scan.sentence.end) is not None
