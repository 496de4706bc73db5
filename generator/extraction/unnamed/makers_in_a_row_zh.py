"""Makers that a Chinese sentence lists with the cars of each, in a text on cars: 三家创下单月纪录:零跑汽车65830台,小鹏汽车41320台."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.metrics.aimed_zh import cars_meant
from generator.extraction.whose.ground import Ground

_LEAST, _FEWEST = 2, 1000  # makers in a row, and cars of each
_HAS = re.compile("(?:则|也|亦|以|为|有|是|达到?|约|近|逾|超过?|只有|仅有?|[:：])*")
_UNIT = re.compile("[辆台]")
_NEXT = re.compile("[辆台](?:的(?:成绩|数字))?(?:[,、;和及与]|以及)(?:而|其次是?|接着是)?")
# what else is counted of makers: then nothing tells what a list is of
_OF_ELSE = re.compile(
    r"订单|锁单|[大小]定|上险|保险|投保|上牌|[挂领]牌|产量|生产|批发|零售|出口|库存|预售|注册量|产能|召回|目标|计划|累计"
)
_LEAD = 100  # characters before a list, within which it is said what it is of


def with_makers_in_a_row(marks: Scan, ground: Ground, names: Names, cars: bool) -> Scan:
    """Return a Chinese sentence's marks with each maker of a list as a mention of what the text counts, where none is named."""
    if not (cars and marks.chinese and len(marks.entities) >= _LEAST):
        return marks
    makers = _in_a_row(marks, names)
    heading = [m for m in marks.metrics if not m.nothing]
    if heading and not (makers and _heads(marks, heading[-1], makers[0])):
        return marks
    low = max(0, marks.sentence.start - _LEAD)
    if not makers or _OF_ELSE.search(marks.text, low, marks.sentence.end):
        return marks
    headed = next((metric for metric in heading[-1].metrics if metric in OF_CARS), None) if heading else None
    if heading and headed is None:
        return marks
    told = headed or (ground.told[0] if ground.told and ground.told[0] in OF_CARS else None)
    metric = told or cars_meant(marks.text)
    if metric is None:
        return marks
    found = [Mention(maker.end - 1, maker.end, (metric,)) for maker in makers]
    return marks.with_metrics(found)


def _heads(marks: Scan, metric: Mention, maker: EntityMention) -> bool:
    """Whether a metric stands before the colon that a list of makers opens behind: 三家10月交付出炉:小鹏42013辆,蔚来40397辆."""
    return metric.end <= maker.start and marks.text.endswith(":", metric.end, maker.start)


def _in_a_row(marks: Scan, names: Names) -> list[EntityMention]:
    """Return the makers that stand side by side with a count of cars each, none where fewer than two do."""
    found: list[EntityMention] = []
    last: Amount | None = None
    for amount in marks.amounts:
        maker = next((e for e in marks.entities if _is_its(marks, e, amount, names)), None)
        if maker is None:
            continue
        joined = last is not None and _NEXT.fullmatch(marks.text, last.end, maker.start)
        if last is not None and not joined:
            return []
        found.append(maker)
        last = amount
    return found if len(found) >= _LEAST else []


def _is_its(marks: Scan, maker: EntityMention, amount: Amount, names: Names) -> bool:
    """Whether a count of cars stands right behind a maker of cars."""
    if amount.kind not in ("count", "bare") or amount.value < _FEWEST or not _UNIT.match(marks.text, amount.end):
        return False
    company = names.catalogue.companies.get(maker.entity)
    makes = company is not None and company.is_car_maker
    return makes and maker.end <= amount.start and _HAS.fullmatch(marks.text, maker.end, amount.start) is not None
