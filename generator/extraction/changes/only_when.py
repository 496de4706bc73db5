"""Times before that only say when something was so, and that no change is measured against: `In the quarter before, it sold 9 million`, 增速由上季的26%加快至32%."""

from __future__ import annotations

import re

from generator.extraction.changes.grew_then import grew_then
from generator.extraction.marks.bases import A_QUARTER_AGO
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan

# `its fastest expansion since 2022, with revenue increasing 20%`
_RECORD = re.compile(
    r"\b(?:fast|slow|quick|big|large|great|high|low|strong|weak|sharp|steep|deep)est\b[^,;.\d]{0,40}$|\b(?:best|worst|first|not|never|unseen|unmatched|unequalled|at any time|unlike any)\b[^,;.\d]{0,40}$|n['’]t\b[^,;.\d]{0,40}$",
    re.I,
)
_COMPARES = re.compile(
    r"\b(?:from|than|over|vs\.?|versus|with|to|against|on|exceeding|beating) (?:the |that of )?$", re.I
)
_GREW_IN = re.compile(
    r" (?:(?:year-over-year |year-on-year |annual )?(?:growth|increase|rise|gain|jump|surge|decline|drop|fall|decrease|rate|pace|expansion) )?(?:seen |recorded |reported |posted |registered |achieved )?(?:in|for|during) "
)
# `In the quarter before, it sold 9 million`: when that was, and nothing that a change is against
_AGO = re.compile(A_QUARTER_AGO, re.I)  # `Three months earlier, growth had been 22%`
_QUARTERS_BEFORE = (
    "last quarter",
    *(f"the {word} quarter" for word in ("previous", "prior", "preceding")),
    "the quarter before",
)
_OPENS = re.compile(
    r"\s*(?i:(?:(?:but|and|yet|still),? )?(?:(?:back )?(?:in|for|during) )?(?:the )?(?:immediately |directly )?)"
)
_ITS_RATE = re.compile(r"的(?:约|近)?[\d.]+%")
_A_RATE = re.compile(r"(?:增速|增长率|成长率|增幅|升幅|跌幅|降幅|减幅|年增率?|同比|按年)")
# 营收增速较上季度放缓至22%: what the rate is held against, and not what grew
_A_RATE_AT = re.compile(
    r"(?:增速|增长率?|成长率?|[增升涨跌降减]幅|年增率?)[虽则已仍也亦却]?(?:相?[较比]于?|[从由自])?$"
)
_PACES = re.compile(
    r"[^,;。\d]{0,8}?(?:放缓|放慢|减慢|减速|趋缓|回[落升]|加快|加速|提速|收窄|扩大|改善|翻[一两]?[倍番]|提[升高]|反弹|下[滑降]|跳升|飙升)了?[至到]"
)


def only_says_when(scan: Scan, cue: Cue) -> bool:
    """Whether a word says when it is, or since when there was no such growth, and not what a change is compared with."""
    said, before = scan.text[cue.start : cue.end], scan.text[max(0, cue.start - 1) : cue.start]
    if said.lower() == "since" and _RECORD.search(scan.text, max(scan.sentence.start, cue.start - 60), cue.start):
        return True
    if said.lower() == "since" and any(cue.end <= m.start < scan.amount_after(cue.end) for m in scan.metrics):
        return True  # `since Musk announced that sales of electric vehicles rose 7%`
    if said.lower() == "last quarter" and not _COMPARES.search(
        scan.text, max(scan.sentence.start, cue.start - 18), cue.start
    ):
        return True  # `net income more than doubled last quarter`
    clause = max(scan.sentence.start, scan.text.rfind("; ", scan.sentence.start, cue.start) + 1)
    if _OPENS.fullmatch(scan.text, clause, cue.start) and (
        said.lower() in _QUARTERS_BEFORE or (cue.end in scan.separators and _AGO.fullmatch(said))
    ):
        return True
    if (
        _is_a_rate_held_against(scan, cue)
        or _is_when_another_grew(scan, cue)
        or (cue.kind == "quarter_before" and _had_a_rate(scan, cue))
    ):
        return True
    return cue.kind == "quarter_before" and said in ("上季", "上季度") and before not in tuple("较比与和由从于")


def _is_when_another_grew(scan: Scan, cue: Cue) -> bool:
    """Whether a quarter says when something grew by the percentage before it: `slowed to 12% from 18% in the previous quarter`."""
    before = scan.amount_before(cue.start)
    rate = next((a for a in scan.amounts if a.end == before and a.kind == "percent"), None)
    if rate is None:
        return False
    if cue.kind == "quarter_before" and _GREW_IN.fullmatch(scan.text, before, cue.start):
        return True
    then = grew_then(scan, rate)
    return then is not None and cue.end <= then.end


def _had_a_rate(scan: Scan, cue: Cue) -> bool:
    """Whether a Chinese quarter before only says of when a rate was that another is set beside: 增速由上季的26%加快至32%."""
    rate = _ITS_RATE.match(scan.text, cue.end)
    return rate is not None and bool(_A_RATE.search(scan.text, scan.sentence.start, cue.start))


def _is_a_rate_held_against(scan: Scan, cue: Cue) -> bool:
    """Whether a Chinese time before is what a rate of growth moved from, and nothing grew against it: 增速较上季度放缓至22%."""
    if cue.kind not in ("qoq", "quarter_before", "mom") or not scan.chinese:
        return False
    rate = _A_RATE_AT.search(scan.text, max(scan.sentence.start, cue.start - 8), cue.start)
    return rate is not None and bool(_PACES.match(scan.text, cue.end))
