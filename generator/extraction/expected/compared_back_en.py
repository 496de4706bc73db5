"""What the market expects of an outlook, past a sentence that only tells what came the time before: `It expects 1.2 trillion yen for the year to March. Last year it was 2.31 trillion. That topped the 1.15 trillion average estimate`."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extraction.figure import Basis, Figure
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period


def outlook_before(around: Surroundings, told_here: Sequence[Figure], expects: bool) -> Period | None:
    """Return the period of what the sentence before an English one expects, where this one only tells what the same was a time before."""
    ground, ended = around.ground, around.calendar.ended
    level, ahead = ground.level, ground.expected if ground.expects else None
    told = [f for f in told_here if f.metric]
    if around.scan.chinese or expects or level is None or ahead is None or not told:
        return None
    same = all(f.metric == level.metric and f.basis == "actual" for f in told)
    then = [f.period for f in told]
    before = all(p is not None and p.kind == ahead.kind and ended(p) < ended(ahead) for p in then)
    return ahead if same and before else None


def markets_on_outlook(around: Surroundings, basis: Basis, came: bool) -> Period | None:
    """Return that period for what the market expects in a sentence that names no time and tells nothing that came."""
    alone = basis == "consensus" and not came and not around.scan.periods
    return around.ground.outlook if alone else None
