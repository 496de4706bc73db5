"""Models that Chinese names behind how many of them were handed over: 交付7.3万辆SU7系列新车, 共交付1.2万辆SU7与3.3万辆YU7."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD

_UNIT = re.compile(r"\s?[辆台](?:全新|新款|的)?\s?")
# the verb of handing over, or the model before it, right before an amount
_DID = re.compile(r"(?:了|出|达到?|共|超过?|约|近|逾|:|为|的?(?:新车|车辆|汽车)|包括|包含|其中|有|,|\s)*")
_JOINS = re.compile(
    r"\s?(?:系列|车型)?(?:新车|汽车|车辆|轿车|车)?\s?(?:、|,|和|及|与|以及)(?:约|近|逾|超过?)?\s?|\s?(?:系列|车型)?(?:新车)?\s?,(?:以及|还有)\s?"
)


def with_models_behind(marks: Scan, names: Names) -> Scan:
    """Return a Chinese sentence's marks with what leads to a count of one model as a mention of what was handed over of that."""
    if not (marks.chinese and marks.segments and marks.amounts):
        return marks
    if marks.text.find("目标", marks.sentence.start, marks.sentence.end) >= 0:
        return marks  # 去年交付13.5万辆SU7,今年的交付目标定为30万辆: the aim is of all
    metrics, end = list(marks.metrics), -1
    told: Mention | None = None
    for amount in marks.amounts:
        model = _model(marks, amount, names)
        if model is None:
            told = None
            continue
        if told is not None and _JOINS.fullmatch(marks.text, end, amount.start):
            metrics.append(replace(told, start=amount.start - 1, end=amount.start, part=model.segment))
        elif told := _handed_over(marks, amount):
            metrics[marks.metrics.index(told)] = replace(told, part=model.segment)
        end = model.end
    return replace(marks, metrics=sorted(metrics, key=lambda m: m.start))


def _model(marks: Scan, amount: Amount, names: Names) -> Mention | None:
    """Return the model of the catalogue that is named right behind a count of cars, with or without its maker."""
    unit = _UNIT.match(marks.text, amount.end) if amount.kind in ("count", "bare") else None
    if unit is None:
        return None
    maker = next((e for e in marks.entities if e.start == unit.end()), None)
    starts = (unit.end(), *((maker.end, maker.end + 1) if maker else ()))
    line = next((m for m in marks.segments if m.start in starts), None)
    kind = names.catalogue.segments.get(line.segment or "") if line else None
    return line if kind is not None and kind.product_of == "ev" else None


def _handed_over(marks: Scan, amount: Amount) -> Mention | None:
    """Return the metric whose verb or name stands right before a count."""
    told = next((m for m in reversed(marks.metrics) if m.end <= amount.start), None)
    if told is None or told.part is not None or not _DID.fullmatch(marks.text, told.end, amount.start):
        return None
    return told if any(name in CARS_SOLD for name in told.metrics) else None
