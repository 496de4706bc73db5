"""Everything a briefing prints that is held against evidence, wherever in it it stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from generator.briefing.model import Briefing, Printed


def printed_things(briefing: Briefing) -> Iterator[Printed]:
    """Yield each printed figure and quote of a briefing's blocks, in order of print."""
    for section in briefing.sections:
        yield from _within(section.block)


def headline_things(briefing: Briefing) -> Iterator[Printed]:
    """Yield the figures of the sections' headlines: every slide has one, on pages some blocks go without."""
    for section in briefing.sections:
        yield from _within(section.headline)


def _within(part: Any) -> Iterator[Printed]:
    if isinstance(part, Printed):
        yield part
    elif isinstance(part, tuple | list):
        for each in part:
            yield from _within(each)
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from _within(each)
    elif dataclasses.is_dataclass(part) and type(part).__module__ == Briefing.__module__:
        for each in dataclasses.fields(part):
            yield from _within(getattr(part, each.name))
