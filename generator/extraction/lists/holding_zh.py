"""Makers and parts that a Chinese text sets right before what is theirs of a metric told before: 其中腾势售1.3万辆,仰望400辆; 小米以14%排第三."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, is_tracked
from generator.extraction.whose.ground import Ground

_STARTS = attrgetter("start")
_NEAR = 14  # characters between a name and its amount, at most
# what a clause opens with before the name, but for a time: 当中, 其次是, 在(欧洲), 高端品牌方面; or a list goes on with: 纯电14.8万辆、插混22.2万辆
_OPENS = re.compile(
    r"(?:[多余几]?[辆台部](?:、|和|及|与))?[\s•·*-]*(?:[^,;。:\d]{2,8}方面,)?(?:其中|当中|包括|包含|而|和|及|与|在|还有|至于|另外|此外|其次(?:是)?|随后(?:是)?|接着是|然后是|具体(?:来看|而言)?|[分按][一-鿿]{2,4}(?:来?看)?|旗下|[,:\s])*"
)
_JOINTS = ("、", "和", "及", "与")
_IN_PARTS = re.compile(
    "构成|组成|包括|结构"
)  # a list of all its parts is read as one: 交付构成包括:NIO品牌34,215辆、ONVO品牌35,870辆
_CALLED = r"(?:品牌|系列|车型|汽车|集团|公司|市场|地区|业务|\([^()]{1,16}\))?"
_HELD = r"(?:以|占(?:[据去得有]|其中)?|售出?|卖出?|销售?|交付|出货|贡献|拿下|握有|拥有|持有|取得)了?"
_HOLDS = re.compile(rf"{_CALLED}{IS}(?:{_HELD})?{IS}")
_VERB = re.compile(rf"{_CALLED}{IS}{_HELD}")
# 小米以14%排第三: a place goes by the level, whatever was told of growth before it
_BY_LEVEL = re.compile(rf"{_CALLED}{IS}(?:以|占[据去得有]?|拿下|握有|持有|取得)")
_IS_THERE = re.compile(rf"{_CALLED}(?:则|也|亦)?为(?:约|近)?")  # 份额同比增长1.2个百分点,在欧洲为21.7%
# 乐道以17342辆稍胜蔚来品牌的17143辆
_BEATS = re.compile(
    r"[辆台部],?(?:稍|略|小|大|险|轻松|明显|大幅|仅)?(?:胜过?|超过了?|超越|力压|领先于?|多[于过]|高于|少于|低于|不及|不敌|仅?次于|逊于|落后于?|压过|反超)了?"
)
_ITS = re.compile("的(?:约|近|逾)?")
_OF = re.compile("[辆台部支]?的")  # 零跑以5.2万辆的交付量位列第二: it names what it is of
_CARS = re.compile("[多余几]?[辆台]")
_DEVICES = re.compile("[多余几]?[部支台]")
_PHONES = ("smartphone_shipments", "smartphone_unit_sales")
_GOODS = ("shipments", "unit_sales", *_PHONES)
_KINDS_OF_CARS = (
    "nev", "battery_electric", "plug_in_hybrid", "passenger_cars", "commercial_vehicles", "vehicle_exports",
)  # fmt: skip


def with_holders(marks: Scan, ground: Ground, names: Names, tracked: bool) -> Scan:
    """Return a Chinese sentence's marks with each maker or part right before an amount as a mention of the metric told before.

    `tracked`: the text is on a market, where things are counted that were shipped.
    """
    if not (marks.amounts and (marks.entities or marks.segments) and _is_chinese(marks)):
        return marks
    for amount in marks.amounts:
        if amount.kind in ("count", "bare", "percent") and (name := _name_before(marks, amount)):
            metric = _told_before(marks, ground, name, amount, tracked)
            if metric and _may_hold(names, name, metric):
                part = name.segment if isinstance(name, Mention) else _market(marks, names, name, metric)
                metric = _of_its_line(marks, names, name, metric)
                held = Mention(name.end - 1, _end_of_verb(marks, name, amount), (metric,), part=part)
                cues = [c for c in marks.cues if not held.start < c.start < held.end]  # 占 is no share of a whole here
                marks = replace(marks, metrics=sorted([*marks.metrics, held], key=_STARTS), cues=cues)
    return marks


def _is_chinese(marks: Scan) -> bool:
    """Whether a sentence, or the end of the one before it, is Chinese: vivo14.6% alone has no word of any language."""
    return any("一" <= c <= "鿿" for c in marks.text[max(0, marks.sentence.start - _NEAR) : marks.sentence.end])


def _name_before(marks: Scan, amount: Amount) -> Mention | EntityMention | None:
    """Return the name that a clause opens with, and says no more of than that an amount is its."""
    low = max(marks.clause(amount.start)[0], marks.amount_before(amount.start))
    around = marks.brackets_around(amount.start)
    if (around and around.start > low - 2) or _OF.match(marks.text, amount.end):
        return None
    apart = [e for e in marks.entities if not any(s.start < e.start and e.end <= s.end for s in marks.segments)]
    names: list[Mention | EntityMention] = [*marks.segments, *apart]  # 主品牌蔚来 is a brand
    named = [m for m in names if low <= m.start and m.end <= amount.start]
    if not named or any(m.end > low and m.start < amount.start for m in marks.metrics):
        return None
    name = max(named, key=lambda m: (m.start, m.end))
    first = min(named, key=_STARTS)
    owned = first is name or first.end == name.start or first.start == name.start
    said = _without_times(marks, name.end, amount.start)
    opening = _without_times(marks, _opening(marks, low), first.start)
    holds = len(said) <= _NEAR and _HOLDS.fullmatch(said)
    if isinstance(name, Mention) and _BEATS.fullmatch(opening) and first.start == name.start and _ITS.fullmatch(said):
        return name
    whole = opening[-1:] in _JOINTS and _IN_PARTS.search(marks.text, marks.clause(amount.start)[0], low)
    return name if owned and holds and not whole and _OPENS.fullmatch(opening) else None


def _of_its_line(marks: Scan, names: Names, name: Mention | EntityMention, metric: str) -> str:
    """Return the metric of the line whose share a sentence told before that of a region: 小米智能手机在印度的市场份额为19%,在欧洲为21%."""
    line = _market(marks, names, name, metric) if isinstance(name, Mention) else None
    return (names.special(metric, line) if line else None) or metric


def _market(marks: Scan, names: Names, name: Mention | EntityMention, metric: str) -> str | None:
    """Return the line whose market a sentence named before a maker: 三星的智慧型手机市占率20%,小米14%."""
    if metric != "market_share":
        return None
    kinds = names.catalogue.segments
    named = [m.segment for m in marks.segments if m.end <= name.start and m.segment]
    return next((line for line in reversed(named) if kinds[line].kind != "region"), None)


def _end_of_verb(marks: Scan, name: Mention | EntityMention, amount: Amount) -> int:
    """Return where the verb of holding ends that stands right behind a name, or the name itself."""
    said = _VERB.match(marks.text, name.end, amount.start)
    return said.end() if said else name.end


def _opening(marks: Scan, low: int) -> int:
    """Return where what opens a clause begins: 其中, may stand before it."""
    of_which = _OPENS.match(marks.text, marks.sentence.start, low)
    return marks.sentence.start if of_which and of_which.end() == low else low


def _without_times(marks: Scan, start: int, end: int) -> str:
    """Return what stands in a stretch, but for the periods in it: 腾势去年售12.6万辆."""
    said = marks.text[start:end]
    for period in reversed(marks.periods):
        if start <= period.start and period.end <= end:
            said = said[: period.start - start] + said[period.end - start :]
    return said


def _told_before(
    marks: Scan, ground: Ground, name: Mention | EntityMention, amount: Amount, tracked: bool
) -> str | None:
    """Return the metric told last before a name, where an amount can be of it."""
    before = [m for m in marks.metrics if m.end <= name.start and not m.nothing]
    told = before[-1].metrics if before else ground.told[:1] if ground.told else ()
    if amount.kind == "percent":
        there = isinstance(name, Mention) and _IS_THERE.fullmatch(marks.text, name.end, amount.start)
        level = there or _BY_LEVEL.match(marks.text, name.end, amount.start) or _after_a_level(marks, name)
        return next((m for m in told if m.endswith("market_share")), None) if level else None
    if of_cars := next((m for m in told if m in OF_CARS), None):
        return of_cars if _CARS.match(marks.text, amount.end) else None
    if isinstance(name, Mention) and before and (goods := _goods_told(marks, before[-1])):
        return goods if _DEVICES.match(marks.text, amount.end) else None
    counted = tracked and any(is_tracked(m) for m in told) and _DEVICES.match(marks.text, amount.end)
    return "shipments" if counted else None


def _goods_told(marks: Scan, told: Mention) -> str | None:
    """Return what was counted of one kind of goods, right behind its name: 空调出货量超过170万台,洗衣机超过48万台."""
    counted = next((m for m in told.metrics if m in _GOODS), None)
    named = told.part or counted in _PHONES or any(m.end == told.start for m in marks.segments)
    return counted if named else None


def _after_a_level(marks: Scan, name: Mention | EntityMention) -> bool:
    """Whether the percentage before a name is no change, or there is none: 三星份额20%,小米14%."""
    before = [a for a in marks.amounts if a.end <= name.start]
    if not before:
        return True
    low = max(marks.clause(before[-1].start)[0], marks.amount_before(before[-1].start))
    return before[-1].kind == "percent" and not marks.cues_between(low, before[-1].start, "up", "down", "yoy", "qoq")


def _may_hold(names: Names, name: Mention | EntityMention, metric: str) -> bool:
    """Whether what is told of a metric can be a name's: a maker's, a region's, a brand's or a kind's of cars."""
    catalogue = names.catalogue
    if isinstance(name, EntityMention):
        return catalogue.company_kind(name.entity) == "company"
    entry = catalogue.segments.get(name.segment or "")
    if entry is None or name.metrics:
        return False
    if name.segment == "vehicle_exports":
        return metric == "vehicle_sales"  # what went abroad is not said to have been delivered
    of_cars = metric in OF_CARS and (name.segment in _KINDS_OF_CARS or entry.entity is not None)
    of_goods = metric in ("shipments", "unit_sales") and entry.kind == "business" and entry.entity is None
    return entry.kind == "region" or of_cars or of_goods
