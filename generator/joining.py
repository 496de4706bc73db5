"""New documents joined to the stories that the store holds: their copies are looked for once, and written down.

Each is held against every document that the version has a sketch of: sketches are written before copies are looked for,
so that of two writers at the same time the one that looks later finds the other's.
"""

from __future__ import annotations

from collections import defaultdict

import polars

from generator.corpus.copies import copies
from generator.holdings import Holdings

_SKETCHES = 16_384  # held against as many at a time: how much is in memory


def join(keys: polars.Series, version: str, holdings: Holdings) -> None:
    """Write down which documents of the store are copies of these."""
    for new in holdings.sketches(version, _SKETCHES, keys):
        found = _copies(new, version, holdings)
        rows = [{"key": key, "version": version, "copies": sorted(found[key])} for key in new["key"]]
        holdings.store.add("copies", rows, ["key", "version"])


def _copies(new: polars.DataFrame, version: str, holdings: Holdings) -> defaultdict[str, set[str]]:
    """Return, of new documents, those of the store that carry the same text; of two new ones, each by the other: the
    row of one of them may be another writer's by now, who did not see the other.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for others in holdings.sketches(version, _SKETCHES):
        for i, j in copies(new, others):
            if new["key"][i] != others["key"][j]:
                found[new["key"][i]].add(others["key"][j])
    return found
