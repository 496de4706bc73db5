"""Parts of cars that come to exactly what was counted in all are of its time: `31,100 in December and 72,700 in the quarter. The deliveries consisted of 20,600 from NIO and 10,500 from ONVO`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from generator.corpus.document import Span
from generator.extraction.figure import Figure
from generator.extraction.frozen import replace
from generator.extraction.marks.tallies import OF_CARS
from generator.settings.period import Period

_Of = tuple[str | None, str | None]  # the metric and the company


def in_time_of_their_sum(found: list[Figure]) -> list[Figure]:
    """Return a document's figures, the parts of a sentence dated by the one count that they add up to."""
    wholes: dict[_Of, list[Figure]] = defaultdict(list)
    parts: dict[tuple[_Of, Span], list[Figure]] = defaultdict(list)
    for figure in found:
        if figure.metric not in OF_CARS or figure.doubt or figure.measure != "level" or figure.basis != "actual":
            continue
        of = (figure.metric, figure.entity)
        if figure.segment is None:
            wholes[of].append(figure)
        else:
            parts[of, figure.sentence].append(figure)
    moved: dict[int, Period] = {}
    for (whose, _), several in parts.items():
        if when := _time_of_sum(several, wholes[whose]):
            moved |= {f.start: when for f in several}
    return [replace(f, period=moved[f.start]) if f.start in moved else f for f in found] if moved else found


def _time_of_sum(parts: list[Figure], wholes: Iterable[Figure]) -> Period | None:
    """Return the time of what parts of one sentence add up to, where none of their own does so."""
    if len(parts) < 2 or len({f.segment for f in parts}) < len(parts) or len({f.period for f in parts}) > 1:
        return None
    total = sum(f.value for f in parts)
    times = {f.period for f in wholes if f.value == total and f.start < parts[0].start}
    only = next(iter(times)) if len(times) == 1 else None
    return only if only != parts[0].period else None
