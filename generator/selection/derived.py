"""Derived facts: what no source states, but what follows from figures that sources do state."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from decimal import Decimal, DecimalException
from functools import cache

from simpleeval import InvalidExpression, SimpleEval

from generator.extraction.figure import Bound, Measure
from generator.extraction.metrics.per_share import PROFIT_OF
from generator.selection.fact import Aspects, Derivation, Fact
from generator.settings.catalogue import Catalogue, Metric
from generator.settings.period import Period

GROWTH = "(this / before - 1) * 100"
DIFFERENCE = "this - before"
_ROUGH = Decimal("2.5")
_COARSEST = Decimal(10)  # a change known no better than to ten points is no news
# Earnings a share are told of the shares there were: NVIDIA's fell from 4.02 dollars to 0.78 when each became ten, and
# profit doubled. Their change is derived where that of the profit is known, and as large but for buybacks.
_BUYBACKS = Decimal(20)  # points


def derived_facts(facts: Mapping[Aspects, Fact], catalogue: Catalogue) -> dict[Aspects, Fact]:
    """Return metrics with a formula, then changes over a year and a quarter: what is not stated, but its inputs are."""
    found: dict[Aspects, Fact] = {}
    for fact in _by_formula(facts, catalogue):
        found.setdefault(fact.aspects, fact)
    changes = {fact.aspects: fact for fact in _changes({**found, **facts})}
    for fact in changes.values():
        if _is_borne_out(fact, {**changes, **facts}):
            found.setdefault(fact.aspects, fact)
    return {aspects: fact for aspects, fact in found.items() if aspects not in facts}


def derive(aspects: Aspects, unit: str, formula: str, inputs: Mapping[str, Fact]) -> Fact | None:
    """Return the fact that a formula gives; None where it gives none, or nothing as precise as to be worth stating."""
    if any(fact.bound in ("at_least", "at_most") for fact in inputs.values()):
        return None
    try:
        given = _Formula(formula)
        middle = given({name: fact.value for name, fact in inputs.items()})
        slack = sum(_slack(given, inputs, name, middle) for name in inputs)
    except (InvalidExpression, DecimalException, ZeroDivisionError, SyntaxError, TypeError):
        return None
    precision, rough = _precision(Decimal(slack))
    rounded = middle.quantize(precision.scaleb(-2)) if precision < 1 else middle.quantize(Decimal("0.01"))
    bound: Bound = "approx" if rough or any(fact.bound == "approx" for fact in inputs.values()) else "exact"
    derivation = Derivation(formula, tuple(inputs.items()))
    return Fact(aspects, rounded, unit, bound, precision, (), (), derivation)


def names(formula: str) -> tuple[str, ...]:
    """Return the names that a formula uses, in order."""
    tree = ast.parse(formula, mode="eval")
    return tuple(dict.fromkeys(node.id for node in ast.walk(tree) if isinstance(node, ast.Name)))


def _by_formula(facts: Mapping[Aspects, Fact], catalogue: Catalogue) -> Iterator[Fact]:
    for metric_id, metric in catalogue.metrics.items():
        if metric.formula is None:
            continue
        wanted = names(metric.formula)
        for aspects in [a for a in facts if wanted and a.metric == wanted[0] and a.measure == "level"]:
            inputs = {name: facts.get(aspects._replace(metric=name)) for name in wanted}
            present = {name: fact for name, fact in inputs.items() if fact is not None}
            if len(present) < len(wanted) or aspects.period is None:
                continue
            unit = _unit(metric, list(present.values()))
            fact = derive(aspects._replace(metric=metric_id), unit, metric.formula, present) if unit else None
            if fact is not None:
                yield fact


def _unit(metric: Metric, inputs: list[Fact]) -> str | None:
    """Money takes its inputs' currency, everything else its own unit; None where inputs mix currencies."""
    units = {fact.unit for fact in inputs if fact.unit.isupper()}
    if len(units) > 1:
        return None
    return units.pop() if metric.unit.startswith("money") and units else metric.unit


def _changes(facts: Mapping[Aspects, Fact]) -> Iterator[Fact]:
    for aspects, this in facts.items():
        if aspects.period is None or aspects.measure != "level" or aspects.basis != "actual":
            continue
        earlier: tuple[tuple[Measure, Measure, Period | None], ...] = (
            ("yoy", "yoy_pp", aspects.period.years_before()),
            ("qoq", "qoq_pp", aspects.period.previous()),
        )
        for growth, points, period in earlier:
            before = facts.get(aspects._replace(period=period)) if period else None
            if before is None or before.unit != this.unit:
                continue
            changed = _change(aspects, this, before, points if this.unit == "percent" else growth)
            if changed is not None and changed.precision < _COARSEST:
                yield changed


def _is_borne_out(changed: Fact, facts: Mapping[Aspects, Fact]) -> bool:
    """Whether a change is none of what is told by the share, or the profit changed as much."""
    metric = changed.aspects.metric
    if metric not in PROFIT_OF:
        return True
    profit = facts.get(changed.aspects._replace(metric=PROFIT_OF[metric]))
    return profit is not None and abs(profit.value - changed.value) <= _BUYBACKS


def _change(aspects: Aspects, this: Fact, before: Fact, measure: Measure) -> Fact | None:
    """Return growth in percent, or the difference of two percentages in points."""
    inputs = {"this": this, "before": before}
    if measure.endswith("_pp"):
        return derive(aspects._replace(measure=measure), "percentage_point", DIFFERENCE, inputs)
    if before.value <= 0 or this.value < 0:
        return None  # growth from a loss, or into one, is no percentage anyone can read
    return derive(aspects._replace(measure=measure), "percent", GROWTH, inputs)


def _slack(formula: _Formula, inputs: Mapping[str, Fact], name: str, middle: Decimal) -> Decimal:
    """Return how far the result moves when one input moves by half its precision."""
    moved = {other: fact.value for other, fact in inputs.items()}
    moved[name] += inputs[name].precision / 2
    return abs(formula(moved) - middle)


def _precision(slack: Decimal) -> tuple[Decimal, bool]:
    """Return the power of ten that an uncertainty of plus or minus `slack` leaves meaningful, and if only roughly.

    A result that may be off by less than one step of its last digit is printed with that digit, 0.1 at the finest;
    rather than give up whole points, one that may be off by two or so is printed as "about".
    """
    step = Decimal("0.1")
    while slack > step:
        step *= 10
    return (Decimal(1), True) if 1 < slack <= _ROUGH else (step, False)


def evaluated(formula: str, values: Mapping[str, Decimal]) -> Decimal:
    """Return what a formula gives. Raises what simpleeval and decimal raise for one that gives nothing."""
    return _Formula(formula)(values)


class _Formula:
    """A formula, ready to be asked for several values: to make what evaluates takes longer than to evaluate."""

    def __init__(self, formula: str) -> None:
        self._formula, self._parsed = formula, _parsed(formula)
        self._evaluator = SimpleEval(names={}, functions={})
        # Numbers in a formula are decimal as written: no binary fractions beside Decimal.
        self._evaluator.nodes[ast.Constant] = lambda node: Decimal(str(node.value))

    def __call__(self, values: Mapping[str, Decimal]) -> Decimal:
        self._evaluator.names = dict(values)
        return Decimal(self._evaluator.eval(self._formula, previously_parsed=self._parsed))


@cache
def _parsed(formula: str) -> ast.AST:
    return SimpleEval.parse(formula)  # type: ignore[no-any-return]
