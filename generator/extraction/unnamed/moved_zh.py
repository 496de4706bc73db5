"""Cars or phones of a maker that a Chinese list tells by how they moved, and to how many: 零跑再创新高,同比+112%/环比+35%至29870辆."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.acting_zh import ACTS
from generator.extraction.marks.being_zh import IS
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.reduced import reduced
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD, OF_CARS, is_tracked
from generator.extraction.metrics.aimed_zh import cars_meant
from generator.extraction.whose.ground import Ground

_STARTS = attrgetter("start")
_LEAST = 1000  # cars, or phones
_CARS, _DEVICES = ("辆", "台"), ("部", "台")
# A sentence is reduced: E is a company, T a time, A an amount, M a metric.
_OPENS = r"(?:\d\)|[-•·*]|而|至于|其中,?|T,?)*"
_FARED = rf"(?:{ACTS}[一-鿿T]{{0,10}},)?"  # 再创新高, 表现亮眼
_MOVED = r"T?(?:则|仍)?[大小微]?幅?(?:[增升涨跌降]长?|上升|下[滑降跌]|减少|回[落升])?(?:约|近|逾|超)?A[,、/及和]?"
_LED = r"(?:[增升降跌回落]{0,2}至|达到?|到|为|录得|来到)(?:约|近|逾|超)?"
_LIST = re.compile(rf"{_OPENS}ET*M?{_FARED}(?:{_MOVED}){{1,3}}{_LED}")
_ALONE = re.compile(rf"{_OPENS}ET*{IS}")
_MOVES_BEHIND = re.compile(r"[辆台部],?(?:同比|环比|较[上去])")
# 小米汽车:超过4万辆。 蔚来:36275辆(同比+76%)
_LABEL = re.compile(rf"{_OPENS}(?:\d{{1,2}}[.、])?E:(?:约|近|逾|超过?|突破)*")
_ENDS = re.compile(r"[辆台部](?:左右)?(?:[。;;(]|\s*\Z)")
# what else is counted of makers, or for how long: then nothing tells what a list is of
_OF_ELSE = re.compile(
    r"召回|目标|计划|规划|产能|投诉|保有量|订单|锁单|大定|上险|产量|生产|批发|零售|出口|库存|预售|注册量|周"
)
_LEAD = 100  # characters before a list, within which it is said what it is of


def with_moved(marks: Scan, ground: Ground, names: Names, cars: bool, tracked: bool) -> Scan:
    """Return a Chinese sentence's marks with a maker as a mention of what the text counts, where it says how that moved and names nothing.

    `cars`: the text counts cars; `tracked`: it is on a market, where things are counted that were shipped.
    """
    cars = cars or (ground.told is not None and ground.told[0] in OF_CARS)
    if not ((cars or tracked) and marks.chinese and marks.entities):
        return marks
    for amount in marks.amounts:
        unit = marks.text[amount.end : amount.end + 1]
        counts = amount.kind in ("count", "bare") and amount.value >= _LEAST
        if counts and unit and unit in _CARS + _DEVICES and (maker := _maker(marks, amount, ground, names)):
            metric = _counted(marks, ground, unit, cars)
            marks = _told_of(marks, maker, metric, amount) if metric else marks
    return marks


def _maker(marks: Scan, amount: Amount, ground: Ground, names: Names) -> EntityMention | None:
    """Return the maker that a sentence opens with, and of which it says no more before a count than how that moved."""
    start = marks.sentence.start
    makers = [e for e in marks.entities if start <= e.start < amount.start]
    if len(makers) != 1 or names.catalogue.company_kind(makers[0].entity) != "company":
        return None
    said = reduced(marks, start, amount.start, names).replace(" ", "")
    alone = _MOVES_BEHIND.match(marks.text, amount.end) and _ALONE.fullmatch(said)
    labelled = _LABEL.fullmatch(said) and _ENDS.match(marks.text, amount.end, max(marks.sentence.end, amount.end + 1))
    if not (alone or labelled or _LIST.fullmatch(said)):
        return None
    named = [m for m in marks.metrics if start <= m.start < amount.start and not m.nothing]
    return makers[0] if all(_is_of_the_list(m, ground) for m in named) else None


def _is_of_the_list(named: Mention, ground: Ground) -> bool:
    """Whether an item that says that cars were sold stands in a list of those delivered: 零跑再创新高,…;蔚来销量走平,…."""
    told = ground.told[0] if ground.joined and ground.told else None
    return told in CARS_SOLD and any(m in CARS_SOLD for m in named.metrics)


def _counted(marks: Scan, ground: Ground, unit: str, cars: bool) -> str | None:
    """Return what a text counts by a unit: what was told before or, where a list begins, what a text on cars mostly tells."""
    told = ground.told[0] if ground.told else ground.tallied
    if not cars:
        return "shipments" if told and is_tracked(told) and unit in _DEVICES else None
    if told in OF_CARS or unit not in _CARS:
        return told if told in OF_CARS else None
    low = max(0, marks.sentence.start - _LEAD)
    return None if _OF_ELSE.search(marks.text, low, marks.sentence.end) else cars_meant(marks.text)


def _told_of(marks: Scan, maker: EntityMention, metric: str, amount: Amount) -> Scan:
    """Return marks with a maker as a mention of what its cars are counted as, up to an amount."""
    at = Mention(maker.end - 1, maker.end, (metric,))
    others = [m for m in marks.metrics if m.nothing or not maker.end <= m.start < amount.start]
    return replace(marks, metrics=sorted([*others, at], key=_STARTS))
