"""A change and the level that it led to are of one thing: `its smartphone unit drove sales, rising 16 per cent to 27 billion yuan`."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from generator.extraction.changes.towards import SINCE, TO
from generator.extraction.figure import Figure
from generator.extraction.metrics.per_share import PER_SHARE
from generator.settings.catalogue import Catalogue

_TO = re.compile(SINCE + TO)
_IN_TO = re.compile(rf" in (?:the )?[A-Z][\w ]{{2,24}}?{TO}")  # `rose 4% in the Americas to $41.7 billion`


def of_one_thing(text: str, found: list[Figure], catalogue: Catalogue) -> list[Figure]:
    """Return a sentence's figures; a change is of what the level is of that it led to."""
    agreed = list(found)
    for i, (change, level) in enumerate(pairwise(found)):
        if change.measure == "level" or level.measure != "level":
            continue
        if _IN_TO.fullmatch(text, change.end, level.start) and _is_part_of(change, level, catalogue):
            agreed[i + 1] = replace(level, metric=change.metric, segment=change.segment)
            continue
        if not _TO.fullmatch(text, change.end, level.start):
            continue
        if _is_part_of(level, change, catalogue) or _is_part_of(change, level, catalogue):
            agreed[i] = replace(change, metric=level.metric, segment=level.segment)
    return agreed


def _is_part_of(part: Figure, whole: Figure, catalogue: Catalogue) -> bool:
    """Whether two figures differ in nothing but that one is of a part: smartphone revenue, or revenue in China."""
    if part.metric is None or whole.metric is None or part.entity != whole.entity or whole.segment is not None:
        return False
    if part.metric == whole.metric:
        return part.segment is not None
    by_share = PER_SHARE.get(whole.metric) == part.metric  # `adjusted earnings rose 10.4% to $2.27 per share`
    return by_share or catalogue.metrics[part.metric].base == whole.metric
