"""New documents joined to the stories that the store holds: their copies are looked for once, and written down.

Each is held against every document that the version has a sketch of: sketches are written before copies are looked for,
so that of two writers at the same time the one that looks later finds the other's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

import polars
from polars import col

from generator.corpus.copies import Wording, alike, near, wording
from generator.holdings import Holdings

_SHINGLES = 8_000_000  # of the documents that are joined in one go, as many characters of text as will be in memory
_COMPARED = 1024  # documents whose shingles are kept at a time
_DOCUMENTS = 512
_SKETCHES = 8192


def join(keys: polars.Series, version: str, holdings: Holdings) -> None:
    """Write down which documents of the store are copies of these."""
    for new in _in_turn(holdings.sketches(keys, version)):
        partners = _near(new, version, holdings)
        copies = _copies(partners, set(new["key"]), holdings)
        rows = [{"key": key, "version": version, "copies": sorted(copies.get(key, ()))} for key in new["key"]]
        holdings.store.add("copies", rows, ["key", "version"])


def _in_turn(sketches: polars.DataFrame) -> Iterator[polars.DataFrame]:
    part = col("shingles").cum_sum() // _SHINGLES
    for _, few in sketches.group_by(part, maintain_order=True):
        yield few


def _near(new: polars.DataFrame, version: str, holdings: Holdings) -> dict[str, set[str]]:
    """Return, for each document of the store that may be a copy of new ones, which these are."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    ours = new["key"].to_list()
    among = set(ours)
    for others in holdings.all_sketches(version, _SKETCHES):
        theirs = others["key"].to_list()
        for i, j in near(new, others):
            if theirs[j] not in among or theirs[j] < ours[i]:  # two new ones meet twice
                found[theirs[j]].add(ours[i])
    return found


def _copies(partners: dict[str, set[str]], among: set[str], holdings: Holdings) -> dict[str, list[str]]:
    """Return, of new documents, those of the store that carry the same text; of two new ones, each by the other: the
    row of one of them may be another writer's by now, who did not see the other.
    """
    wordings = dict(_wordings({key for new in partners.values() for key in new}, holdings))
    shingles = lru_cache(_COMPARED)(lambda key: wordings[key].shingles)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for other, said in _wordings(set(partners), holdings):
        theirs = said.shingles
        for key in partners[other]:
            if alike(shingles(key), theirs):
                found[key].append(other)
                if other in among:
                    found[other].append(key)
    return found


def _wordings(keys: set[str], holdings: Holdings) -> Iterator[tuple[str, Wording]]:
    for batch in holdings.in_batches(polars.Series(sorted(keys), dtype=polars.String), _DOCUMENTS) if keys else ():
        yield from ((key, wording(document)) for key, document in batch)
