"""What a Chinese text says had been expected of what came: 交付40697辆,公司早前的指引为4万辆,毛利率13% goes on with what came."""

from __future__ import annotations

import re

from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan

_EXPECTED = "(?:预测|预期|预计|预估|估计|预料|指引|财测|展望)"
_GAVE = f"(?:给出?|发[出布]|公布|提出)的?[^。;\\d]{{0,12}}{_EXPECTED}"
_BEFORE = "(?:此前|之前|先前|早前|事前|事先|原先|原本|(?:财报|业绩)(?:发布|公布|公告)前)"
# 京东收入3567亿元。之前,花旗分析师预测其营收将增长15.3%至3360亿元; 公司8月给出的指引为325亿美元
_HAD = re.compile(rf"{_BEFORE}[^。;]{{0,40}}{_EXPECTED}|\d月(?:[^。;\d]{{0,16}}{_GAVE}|[初中底末]?的?{_EXPECTED})")
# 营收570亿美元,公司在上季业绩会上给出的预估为540亿美元; alone, it may be of the year: 公司上季度给出的资本开支预测为20亿美元
_AT_LAST = rf"(?:[上前](?:一|个)?季度?|上(?:一)?[次份])[^,。;\d]{{0,16}}{_GAVE}"
_HAD_AT_LAST = re.compile(rf"\d[^。;]{{0,16}}[,(][^,。;]{{0,12}}{_AT_LAST}")
# 收入增长15%,较该行预测高2%,游戏收入增长43%
_HOW_FAR = rf"[较比][^,。;\d]{{0,10}}{_EXPECTED}[^,。;\d]{{0,4}}[高低多少好差快慢优逊][出于]?(?:约|近|逾)?$"
_IN_CLAUSE = re.compile(rf"{_BEFORE}|{_HOW_FAR}|\d月(?:[^,。;\d]{{0,16}}{_GAVE})|{_AT_LAST}")


def had_been_expected(before: str) -> bool:
    """Whether what stands before an amount in its sentence says that it had been expected, of a time that is over since."""
    return bool(_HAD.search(before) or _HAD_AT_LAST.search(before))


def is_beside_what_came(scan: Scan, cue: Cue) -> bool:
    """Whether an expectation is an earlier one that is set beside an amount before it: it names no period of its own."""
    low, high = scan.clause(cue.start)
    end = min(high, scan.amount_after(cue.end))
    if not scan.chinese or scan.amount_before(low) == scan.sentence.start:
        return False
    named = any(cue.start <= m.start < end for m in scan.periods)
    return not named and _IN_CLAUSE.search(scan.text, low, end) is not None
