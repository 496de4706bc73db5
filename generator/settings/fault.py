"""A fault: one thing wrong in what a YAML file says, and the valid value that was perhaps meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import process

Location = Sequence[int | str]


class Fault(NamedTuple):
    """What is wrong at a location of the data: message, the offending value, the nearest valid one."""

    location: Location
    message: str
    value: str | None = None
    nearest: str | None = None


def nearest(value: str, valid: Iterable[str]) -> str | None:
    """Return the valid value that looks most like the given one, if any looks like it."""
    found = process.extractOne(value, list(valid), score_cutoff=60)
    return str(found[0]) if found else None
