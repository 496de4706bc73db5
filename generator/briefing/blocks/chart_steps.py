"""The steps of a waterfall: parts up to their whole, or what changed a whole from one period to the next.

What the parts leave over is derived, with its formula as evidence, as are the changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.briefing.blocks.chart_series import Common, Plotted, distinct
from generator.briefing.charted import Point, Series
from generator.briefing.dates import period_short
from generator.briefing.desk import Desk
from generator.briefing.history import History
from generator.selection.derived import DIFFERENCE, derive
from generator.selection.fact import Fact
from generator.settings.figure_sections import ChartSection
from generator.settings.period import Period
from generator.settings.section import MetricRef

_REST = "other"


class Step(NamedTuple):
    """One bar: a whole, or what adds to it or (`sign` -1) takes away from it."""

    label: str
    fact: Fact
    sign: int = 1
    whole: bool = False

    def inside(self, desk: Desk) -> str:
        """Return the step's name as it stands in the midst of a sentence; an author's own label stays as it is."""
        level = self.fact.aspects._replace(measure="level")
        return desk.naming.inside(level) if self.label == desk.naming.figure(level) else self.label


def waterfall(section: ChartSection, past: History, desk: Desk) -> Plotted | None:
    """Return the steps as points; None where they can't be reckoned from what is stated."""
    found = steps(section, past, desk)
    if found is None:
        return None
    common = Common.of([step.fact for step in found], past.rows[-1][0], desk)
    labels = distinct(step.label for step in found)
    bridge = len(past.periods) == 2
    points = tuple(_point(label, step, common, bridge, desk) for label, step in zip(labels, found, strict=True))
    name = desk.naming.ref(past.rows[-1][0], found[-1].fact.aspects)
    return Plotted(common.unit, common.decimals, tuple(labels), (Series(name, points),))


def steps(section: ChartSection, past: History, desk: Desk) -> list[Step] | None:
    """Return the bars from left to right; the last metric is the whole."""
    signs = {ref.metric: -1 if ref.metric in section.minus else 1 for ref, _ in past.rows}
    bars = _bridge(past, signs, desk) if len(past.periods) == 2 else _build_up(past, signs, desk)
    return bars if bars is not None and len(bars) > 2 else None


def _point(label: str, step: Step, common: Common, bridge: bool, desk: Desk) -> Point:
    moved = replace(step.fact, value=step.sign * step.fact.value)
    point = common.point(label, step.fact, desk)
    text = desk.numbers.bare(moved.value, moved.precision, common.scale, moved.bound, moved.unit)
    if bridge and not step.whole and moved.value > 0:
        text = f"+{text}"
    return replace(
        point, value=step.sign * point.value, printed=desk.register.printed(text, step.fact), whole=step.whole
    )


def _build_up(past: History, signs: Mapping[str, int], desk: Desk) -> list[Step] | None:
    period = past.periods[-1]
    *parts, (ref, whole) = [(ref, facts.get(period)) for ref, facts in past.rows]
    if whole is None or any(fact is None for _, fact in parts):
        return None
    stated = [(part, fact) for part, fact in parts if fact is not None]
    bars = [Step(_name(part, fact, desk), fact, signs[part.metric]) for part, fact in stated]
    if -1 in signs.values():  # what costs are taken from is a whole itself
        bars[0] = bars[0]._replace(whole=True)
    inputs = {"whole": whole} | {f"part{i}": fact for i, (_, fact) in enumerate(stated, 1)}
    formula = "whole" + "".join(
        f" {'-' if signs[part.metric] > 0 else '+'} part{i}" for i, (part, _) in enumerate(stated, 1)
    )
    rest = derive(whole.aspects._replace(segment=_REST), whole.unit, formula, inputs)
    return [*bars, *_rest(rest, desk), Step(_name(ref, whole, desk), whole, whole=True)]


def _bridge(past: History, signs: Mapping[str, int], desk: Desk) -> list[Step] | None:
    before, after = past.periods
    *parts, (_, whole) = past.rows
    if before not in whole or after not in whole:
        return None
    bars = [Step(period_short(before, desk.language), whole[before], whole=True)]
    inputs = {"whole_this": whole[after], "whole_before": whole[before]}
    formula = "whole_this - whole_before"
    for i, (part, facts) in enumerate(parts, 1):
        moved = _moved(facts, before, after)
        if moved is None:
            return None
        bars.append(Step(_name(part, moved, desk), moved, signs[part.metric]))
        inputs |= {f"this{i}": facts[after], f"before{i}": facts[before]}
        formula += f" {'-' if signs[part.metric] > 0 else '+'} (this{i} - before{i})"
    rest = derive(whole[after].aspects._replace(segment=_REST, measure="yoy"), whole[after].unit, formula, inputs)
    return [*bars, *_rest(rest, desk), Step(period_short(after, desk.language), whole[after], whole=True)]


def _moved(facts: Mapping[Period, Fact], before: Period, after: Period) -> Fact | None:
    if before not in facts or after not in facts:
        return None
    aspects = facts[after].aspects._replace(measure="yoy")
    return derive(aspects, facts[after].unit, DIFFERENCE, {"this": facts[after], "before": facts[before]})


def _rest(rest: Fact | None, desk: Desk) -> list[Step]:
    """What the parts leave over, unless it is no more than their rounding."""
    if rest is None or abs(rest.value) < rest.precision:
        return []
    return [Step(desk.words.phrases["rest"], rest)]


def _name(ref: MetricRef, fact: Fact, desk: Desk) -> str:
    return desk.naming.ref(ref.model_copy(update={"measure": "level"}), fact.aspects._replace(measure="level"))
