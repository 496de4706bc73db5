"""Two values of one thing in one text, far from each other: the text means two things by them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.extraction.figure import PRICES, Figure
from generator.extraction.frozen import replace
from generator.extraction.furniture import is_furniture

_NEAR = Decimal(
    "0.15"
)  # of the larger one: as far as a headline rounds, or a profit is told before and after minorities
_OTHER = 3  # times as much as `over` so much
_POINTS = Decimal(1)  # of a margin or a share: nobody rounds it further; a net margin may be that of adjusted profit
# `Ports`, 零售业务; 一、财务数据 only counts a text's parts, and a question is no division
_HEADING = re.compile("(?![一二三四五六七八九十]+[、.])[^.,;:!?。，；：！？|\\d]{2,60}")
_BRACKET = re.compile(r" ?\([^()]{0,40}")
_ABOVE = 120  # characters in which it stands
_CONTRADICTS = "the text tells another value of the same thing, more fully, more often, or before this one"


def consistent(found: list[Figure], text: str) -> list[Figure]:
    """Return a document's figures; what contradicts what its text tells most often, most fully, or else first, is in doubt.

    No author gives two revenues of one quarter: 735.3亿 is the company's, and 141亿 further down that of its games.
    What is undated, aimed at, bounded or a price may well be told twice.
    """
    slots: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in found:
        if _is_settled(figure):
            slots[(*figure.slot, figure.unit)].append(figure)
    beside: Counter[tuple[object, ...]] = Counter(
        (figure.sentence, figure.slot[:3], figure.period) for told in slots.values() for figure in told
    )
    wrong = {id(figure) for told in slots.values() if len(told) > 1 for figure in _against(told, beside)}
    divisions = {_line(text, f.start) for told in slots.values() if _is_each_headed(told, text) for f in told}
    wrong |= {
        id(f) for f in found if f.segment is None and f.metric and divisions and _line(text, f.start) in divisions
    }
    wrong |= {id(f) for f in found if f.bound == "at_least" and _is_far_below(f, slots.get((*f.slot, f.unit), ()))}
    if not wrong:
        return found
    wrong |= _changes_of(found, wrong) | _in_brackets_behind(found, wrong, text)
    return [replace(f, doubt=_CONTRADICTS) if id(f) in wrong else f for f in found]


def _changes_of(found: list[Figure], wrong: set[int]) -> set[int]:
    """Return the changes that a sentence tells of nothing but levels that contradict: `pro forma earnings were 33.8 billion yuan, up 19%`."""
    levels: dict[tuple[object, ...], set[bool]] = defaultdict(set)
    for figure in found:
        if figure.measure == "level" and figure.metric:
            levels[figure.sentence, figure.slot[:3], figure.period].add(id(figure) in wrong)
    changes = (f for f in found if f.measure != "level" and _is_settled(f))
    return {id(f) for f in changes if levels.get((f.sentence, f.slot[:3], f.period)) == {True}}


def _in_brackets_behind(found: list[Figure], wrong: set[int], text: str) -> set[int]:
    """Return the changes in brackets right behind levels that contradict: `$33.1 billion (up 16%) in Productivity` is of that."""
    pairs = (
        (level, change)
        for level, change in pairwise(found)
        if id(level) in wrong and level.measure == "level" != change.measure
    )
    alike = (pair for pair in pairs if len({(f.metric, f.segment) for f in pair}) == 1)
    return {id(change) for level, change in alike if _BRACKET.fullmatch(text, level.end, change.start)}


def _is_settled(figure: Figure) -> bool:
    known = figure.metric is not None and figure.entity is not None and figure.period is not None
    certain = figure.doubt is None and figure.basis == "actual" and figure.bound in ("exact", "approx")
    return known and certain and figure.metric not in PRICES


def _against(told: Sequence[Figure], beside: Counter[tuple[object, ...]]) -> Iterable[Figure]:
    """Yield those of one thing's values that are far from the one that stands.

    That is the one told most often; else a change beside what changed (a headline's `profit falls 72%` may be of another
    profit); else the first.
    """
    counts = Counter(figure.value for figure in told)

    def standing(figure: Figure) -> tuple[int, bool, int]:
        fully = figure.measure != "level" and beside[figure.sentence, figure.slot[:3], figure.period] > 1
        return counts[figure.value], fully, -figure.start

    stands = max(told, key=standing)
    return (figure for figure in told if _far(figure, stands))


def _is_each_headed(told: Sequence[Figure], text: str) -> bool:
    """Whether a text tells one thing's values each under a heading of its own, `Ports` and `Retail`: they are of divisions."""
    if len(told) < 2 or not any(_far(figure, told[0]) for figure in told):
        return False
    headings = {figure.value: _heading(text, figure) for figure in told}
    return len(headings) == len(told) == len(set(headings.values())) and None not in headings.values()


def _line(text: str, at: int) -> int:
    """Return where the line that an offset stands in begins."""
    return text.rfind("\n", 0, at) + 1


def _heading(text: str, figure: Figure) -> str | None:
    """Return the short line without a stop or a number that a figure's sentence is the first below: `Ports`, and `Revenue rose 11%`."""
    begins = _line(text, figure.start)
    line = text[max(0, begins - _ABOVE) : begins].rstrip().rpartition("\n")[2].strip(" #*")
    heads = figure.sentence.start == begins and _HEADING.fullmatch(line) and not is_furniture(line)
    return line if heads else None


def _is_far_below(figure: Figure, told: Sequence[Figure]) -> bool:
    """Whether "over 250 million" is of another thing than that of which the text tells 35 billion: of a part of it."""
    known = figure.doubt is None and figure.basis == "actual" and figure.measure == "level" and figure.value > 0
    return known and bool(told) and figure.value * _OTHER < min(other.value for other in told)


def _far(one: Figure, other: Figure) -> bool:
    apart = abs(one.value - other.value) - (one.precision + other.precision) / 2
    if one.measure == "level" and one.unit == "percent" and one.metric != "net_margin":
        return apart > _POINTS
    return apart > _NEAR * max(abs(one.value), abs(other.value))
