"""Which metrics the words of a table's head name, by the catalogue: what the readers of layouts ask for, and know no more of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names

# Each metric that some words name, and whether it is told in percent.
Namer = Callable[[str], Sequence[tuple[Mention, bool]]]


def namer_of(names: Names) -> Namer:
    """Return what names the metrics of the catalogue."""
    metrics = names.catalogue.metrics

    def named(said: str) -> list[tuple[Mention, bool]]:
        found = [mention for mention in names.mentions(said) if mention.metrics and not mention.nothing]
        return [(m, all(name in metrics and metrics[name].unit == "percent" for name in m.metrics)) for m in found]

    return named


def names_nothing(_: str) -> tuple[()]:
    """Return no metric of any words."""
    return ()
