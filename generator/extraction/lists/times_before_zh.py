"""Two times before, and how much it was in each: 去年同期和上季度分别为881亿元和886亿元."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_YEAR = r"(?:去年|上年|前一年|上一年)(?:同期|同季|同月)|一年(?:之|以)?前"
_TIME = rf"(?:{_YEAR}|[上前]一?个?财?季度?|(?:去年|上年|今年|20\d\d年)?第?[一二三四1-4]季度|20\d\d年同期|上个?月)"
_TIMES = re.compile(rf"(?:而|,|\(|^)(?P<one>{_TIME})(?:以及|和|与|及|、)(?P<two>{_TIME})的?(?:数据|数字)?则?分别")
_BEFORE = {"年": "year", "季": "quarter", "月": "month"}  # by what they say that it was before
_AS_BEFORE = re.compile(rf"{_YEAR}|[上前]一?个?(?P<of>财?季度?|月)")
_LEAD = 30  # characters before 分别, within which the two times stand
# 市占率从去年同期42.1%,以及上季度44.1%跌至41%: what it fell from in two times
_FROM_BOTH = re.compile(
    rf"[从由自](?:{_YEAR})的?[^,;。\d]{{0,4}}[\d.]+[^,;。\d]{{0,6}},?(?:以及|和|与|及|、)(?:较|从|由)?(?P<two>{_TIME})的?(?:约|近)?$"
)
# 截至3月底净现金902亿元,上季末为768亿元
_AT_ITS_END = re.compile(
    r"[,;(](?:而|但)?(?:[上前]一?个?季度?末)(?:时)?(?:则|只|仅|还)?(?:为|是|有|达|的)?(?:约|近|逾)?$"
)
_LED = re.compile(
    r"[元辆台部]?(?:一路|进一步|大幅|小幅|再)?(?:[跌降升增滑涨减]|下[跌降滑]|提[升高]|上升|回落|收窄|扩大)[至到]"
)


def of_two_times(scan: Scan, linker: Linker, cue: Cue, run: list[Amount], named: Mention) -> dict[int, Link]:
    """Return the links of one metric's amounts in two times before: each with its period, where the sentence names that."""
    times = _times(scan, cue) if len(run) == 2 else None
    links = [Link(linker.meanings.metric(named, amount), named) for amount in run] if times else []
    if times is None or any(link.metric is None for link in links):
        return {}
    named_at = {(p.start, p.end): p for p in scan.periods if not _AS_BEFORE.fullmatch(scan.text, p.start, p.end)}
    spans = (times.span("one"), times.span("two"))
    return {
        amount.start: Link(link.metric, named, when=named_at.get(span))
        for amount, link, span in zip(run, links, spans, strict=True)
    }


def time_before(scan: Scan, amount: Amount) -> str | None:
    """Return which of two times before an amount is of: `year`, `quarter`, `month`, `named` where it names one, None where there are not two."""
    if scan.chinese and _LED.match(scan.text, amount.end):
        low = max(scan.sentence.start, amount.start - _LEAD)
        both = _FROM_BOTH.search(scan.text, low, amount.start)
        if both and (before := _AS_BEFORE.fullmatch(both["two"])):
            return _before_said(before)
    told = scan.amount_before(amount.start)
    if scan.chinese and told > scan.sentence.start and _AT_ITS_END.search(scan.text, told, amount.start):
        return "quarter"
    start = scan.clause(amount.start)[0]
    cue = next((c for c in scan.cues_between(start, amount.start, "each")), None) if scan.chinese else None
    times = _times(scan, cue) if cue else None
    if cue is None or times is None:
        return None
    first = scan.amount_after(cue.end) == amount.start
    said = times["one" if first else "two"]
    before = _AS_BEFORE.fullmatch(said)
    return _before_said(before) if before else "named"


def _before_said(before: re.Match[str]) -> str:
    """Return which time before words say that one is."""
    return _BEFORE[(before["of"] or "年")[-1].replace("度", "季")]


def _times(scan: Scan, cue: Cue) -> re.Match[str] | None:
    low = max(scan.sentence.start, cue.start - _LEAD)
    return next((m for m in _TIMES.finditer(scan.text, low, cue.end) if cue.start < m.end() <= cue.end), None)
