"""The mention nearest to a change, or the one told last, of which it says how it moved."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.change import Change
from generator.extraction.links.clause import is_aside
from generator.extraction.links.link import Link
from generator.extraction.links.linking import Linker
from generator.extraction.marks.mention import Mention
from generator.extraction.metrics.per_share import BY_COMPANY, PER_SHARE
from generator.extraction.whose.only_some import UNKNOWN_LINE

# `as demand for data centers surges 75%`: what grew has no metric.
_OF_DEMAND = re.compile(
    r"\b(?:demand|prices|adoption|traffic)(?: (?:for|of|in) [a-z -]{2,30})? (?:surg|soar|ris|rose|jump|grow|grew|climb|fall|fell|drop|declin|plung|increas|decreas)\w*(?: by| more than| nearly| about| over| around)? $",
    re.I,
)
# 手机收入460亿元,IoT收入则因家电热销,增长5.6%至276亿元: a clause that names what only the next one tells of
_FOR_A_REASON_ZH = re.compile(
    r"(?:则|也|亦|却|同样|主要|更)*(?:因|受|由于|随|得益|受益|受惠|受累|凭|靠|拜)(?:[^,;。]*,(?:而|故|因而|因此|仍|则|却|也|亦)*|[^,;。\d]{2,24}而)"
)
# 收入1424亿元,权益持有人应占盈利出现下滑,同比减少2%: how it did, right before by how much
_DID_ZH = re.compile(
    r"(?:则|也|亦|却|同样|更|还|的)*(?:出现|有所|大幅|明显|显著|继续|持续|再度|再次|同步|小幅|略有|轻微|进一步|由升转|录得|呈现|跑得|[一-鿿]{0,4}之下)*(?:增长|下滑|下降|上升|回升|回落|缩水|下跌|减少|增加|扩大|收窄|攀升|走[高低]|[跑涨升降增跌][得的]比[一-鿿]{2,6}[快慢多少高低猛])(?:了|态势|趋势)?,"
)
# 净利润113亿元,收入创历史新高,同比增长22%; 让营收规模站上了200亿大关,同比增长16%
_REACHED_ZH = re.compile(
    r"(?:规模|总额|体量|水平)?(?:则|也|亦|却|同样|更|还|又|再次?|再度|首[次度]|双双|均|已|成功|大幅|显著|明显|持续|强劲|同步|继续|单季|连续[^,;。]{1,8})*"
    r"(?:(?:创出?|刷新|改写|缔造|写下)[下造了]?[^,;。\d]{0,12}(?:新[高低]|[纪记]录|[高低]点|最[高佳])|(?:站[上稳]|突破|跨[过越]|迈[上入过]|越过|冲[上破]|重[返回]|逼近|首破|登上)了?\s?[\d一两二三四五六七八九十百千万亿\s]{1,9}元?\s?(?:大关|关口|台阶|门槛)?"
    r"|(?:迈|登)?上了?新?的?台阶|表现[^,;。\d]{2,6}|大[涨增跌减升降]|猛[增涨]|[激劲急飙暴骤锐]增|飙升|跃升|暴涨)了?,"
)
# 境外市场的增长最为迅猛,
_GREW_ZH = re.compile(
    r"(?:市场|地区|区域|业务|板块|分部)?(?:的|则|也|亦|收入|销售|需求)*(?:增长|增速|增幅|表现|扩张|成长)[^,;。\d]{0,8},"
)
_PAUSES = (",", ";", "。", " ", "中", "而")
_APPOSED = re.compile(rf", (?:(?:which|that) (?:was|were|is) )?(?:up|down)(?: by)? {ABOUT}")


def nearest_grown(linker: Linker, found: list[Mention], amount: Amount, change: Change, goes_on: bool = False) -> Link:
    """Return the link of a change to the mention nearest to it, or, in a clause that goes on, to the one told last."""
    if found[-1].nothing or _nothing_nearer(linker, found[-1], amount):
        return Link()
    if (goes_on and linker.last.mention in found and not _is_newly_named(linker, found[-1], amount)) or _took_in(
        linker, found[-1], amount
    ):
        link = changed(linker, linker.last.mention, change, None if _told_by_share(linker) else linker.last.metric)
    else:
        link = changed(linker, found[-1], change)
    return Link(doubt=UNKNOWN_LINE) if goes_on and _is_of_a_part(linker, link, amount) else link


def _is_of_a_part(linker: Linker, link: Link, amount: Amount) -> bool:
    """Whether a Chinese clause goes on with how a part did, behind the profit of all: 净利润130亿元,境外市场增长迅猛,同比增长34.1%."""
    scan = linker.scan
    if not scan.chinese or link.mention is None or link.metric not in BY_COMPANY:
        return False
    start = scan.clause(amount.start)[0]
    parts = (m for m in scan.segments if link.mention.end < m.start and m.end < start)
    return any(scan.text[m.start - 1] in _PAUSES and _GREW_ZH.fullmatch(scan.text, m.end, start) for m in parts)


def _is_newly_named(linker: Linker, mention: Mention, amount: Amount) -> bool:
    """Whether a clause goes on with something of which no figure is told yet: IoT收入则因家电热销,增长5.6%; `and an operating profit, down 2.4% at 5.5 billion`."""
    start = linker.scan.clause(amount.start)[0]
    told = max((a.end for a in linker.scan.amounts if a.end <= amount.start and a.kind != "bare"), default=0)
    form = _FOR_A_REASON_ZH.match(linker.scan.text, mention.end, start + 1)
    form = form or _DID_ZH.fullmatch(linker.scan.text, mention.end, start)
    form = form or _REACHED_ZH.fullmatch(linker.scan.text, mention.end, start)
    return mention.start >= told and bool(form or _APPOSED.fullmatch(linker.scan.text, mention.end, amount.start))


def _nothing_nearer(linker: Linker, mention: Mention, amount: Amount) -> bool:
    """Whether words that name no metric stand between a mention and the amount: the text has moved on to them."""
    if _OF_DEMAND.search(linker.scan.text, mention.end, amount.start):
        return True
    return any(
        m.nothing and mention.end <= m.start and m.end <= amount.start and not is_aside(linker.scan, m, amount)
        for m in linker.scan.metrics
    )


def _took_in(linker: Linker, mention: Mention, amount: Amount) -> bool:
    """Whether the last figure, nearer to an amount than a mention, is what a verb says was taken in."""
    last, floor = linker.last.mention, linker.scan.amount_before(amount.start)
    if any(floor <= part.start < amount.start for part in linker.scan.segments):
        return False  # `those in Europe 11% to $24.9 billion and those in Greater China slipped 0.3%`
    return last is not None and last not in linker.scan.metrics and mention.end <= last.start < amount.start


def _told_by_share(linker: Linker) -> bool:
    """Whether the last amount only repeats a profit by the share: `net income of $1.5 billion, or $1.32 per share, up 48%` grew as a profit."""
    link = linker.last
    assert link.mention is not None
    if link.metric not in PER_SHARE.values() or link.metric in link.mention.metrics:
        return False
    after = next((a for a in linker.scan.amounts if a.start >= link.mention.end and a.kind == "money"), None)
    return after is not None and after.scaled and not _has_grown(linker, link.mention, after)


def _has_grown(linker: Linker, mention: Mention, level: Amount) -> bool:
    """Whether a profit's own growth is told before its level: `Net income climbed 26% to $3.2 billion, or $1.10 a share, a gain of 24%`, of the share's."""
    return any(a.kind == "percent" and mention.end <= a.start < level.start for a in linker.scan.amounts)


def changed(linker: Linker, mention: Mention | None, change: Change, metric: str | None = None) -> Link:
    """Return the link of a change to a mention, and to the metric told last of it; a doubt where the change is of another kind."""
    assert mention is not None
    if metric is None and linker.last.mention is mention and not _told_by_share(linker):
        metric = linker.last.metric
    metric = metric or linker.meanings.of_change(mention, change)
    if metric is None:
        return Link()
    unit = linker.meanings.catalogue.metrics[metric].unit
    if change.points != (unit == "percent"):
        return Link(metric, mention, "a change of a percentage in percent, or of a quantity in percentage points")
    if mention.loss:
        return Link(metric, mention, "whether a loss that grows is a rise or a fall")
    return Link(metric, mention)
