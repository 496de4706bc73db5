"""Makers of whom a Chinese report on a market only tells how far they grew: 荣耀同比增幅最大,为30%,vivo次之,为12%。OPPO增长9%, behind what others shipped."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.superlatives_zh import MOST, SECOND, SO_MUCH
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.ground import Ground

_SHIPPED = "shipments"
_BASE = "(?:同比|按年|年)?"
_GREW = r"(?:大幅|小幅|[微略急大]幅?|轻微)?(?:增长|成长|上升|增加|下滑|下跌|下降|减少|衰退|萎缩|[增升跌降减])(?:了|约|近|逾|超过?|达)*"
_THERE = r"(?:在[一-鿿]{2,6}?(?:市场)?)?"
# behind a maker: 同比增幅最大,为30%; 次之,为12%; 在中国则增长5%
_BEHIND = re.compile(
    rf"(?:的)?{_THERE}(?:则|也|亦|仍|却|同样|更){{0,2}}(?:{_BASE}{MOST}{SO_MUCH}(?:{_BASE}{_GREW})?|{SECOND}{SO_MUCH}(?:{_BASE}{_GREW})?|{_BASE}{_GREW})"
)
# before a maker: 跌幅最大的是小米,为25%; 其次是小米,为8%
_BEFORE = re.compile(rf"(?:{_BASE}{MOST}的|{SECOND}的?)(?:则?是|为|属|当属)$")
_ITS = re.compile(rf"{SO_MUCH}(?:{_BASE}{_GREW})?")
# what may stand before a maker: no 折叠屏市场方面, which is of some things only
_LEADS = re.compile(
    r"[,;、]?(?:而|但|其中|此外|另外|同时|至于|反观|相比之下|具体来看|[从按就]?(?:增[速幅]|增长|厂商|品牌)(?:来?看|而言|方面|划分|上)|(?:各大?|主要|头部|[前五四三]大)*(?:厂商|品牌)[中里])?,?"
)
_OF_ELSE = re.compile("股价|股份|市值|份额|占有率|市占|收入|营收|价格|均价|售价|利润|溢利|销售额|评级|涨(?!幅)")
_TELLS_GROWTH = re.compile(
    f"增|成长|同比|按年|年|下[滑降]|减少|衰退|萎缩|{MOST}|{SECOND}"
)  # 小米跌3%,苹果跌1% may be shares


def with_grown(marks: Scan, ground: Ground, names: Names, tracked: bool) -> Scan:
    """Return the marks of a sentence that names makers and how far each grew with each as a mention of what the text told that they shipped."""
    told = ground.told[0] if ground.told else ""
    goes_on = tracked and told.endswith(_SHIPPED) and marks.chinese and marks.amounts and marks.entities
    if not goes_on or any(m.metrics and not m.nothing for m in marks.metrics):
        return marks
    low, high = marks.sentence.start, marks.sentence.end
    if _OF_ELSE.search(marks.text, low, high) or not _TELLS_GROWTH.search(marks.text, low, high):
        return marks
    makers = [_maker(marks, amount, names) for amount in marks.amounts]
    told_of = [Mention(m.end - 1, m.end, (_SHIPPED,)) for m in makers if m]
    if len(told_of) < len(makers) or len({m.start for m in told_of}) < len(told_of):
        return marks
    return marks.with_metrics(told_of)


def _maker(marks: Scan, amount: Amount, names: Names) -> EntityMention | None:
    """Return the maker of which nothing is told before a percentage but that it grew so far."""
    low = marks.amount_before(amount.start)
    near = [e for e in marks.entities if low <= e.start and e.end <= amount.start]
    if amount.kind != "percent" or len(near) != 1 or names.catalogue.company_kind(near[0].entity) != "company":
        return None
    maker, text = near[0], marks.text
    if _LEADS.fullmatch(text, low, maker.start) and _BEHIND.fullmatch(text, maker.end, amount.start):
        return maker
    named = _BEFORE.search(text, max(low, maker.start - 16), maker.start)
    leads = named is not None and _LEADS.fullmatch(text, low, named.start())
    return maker if leads and _ITS.fullmatch(text, maker.end, amount.start) else None
