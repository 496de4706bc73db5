"""Which metrics the words of a table's head name, by the catalogue: what the readers of layouts ask for, and know no more of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names

# What a label is known to name: a company, a part of one, or nothing.
Known = Literal["company", "part"] | None
Knower = Callable[[str], Known]
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


def knower_of(names: Names, home: str | None) -> Knower:
    """Return what tells which labels name a company of the catalogue, or a part of one; the company `home` has its own words for its parts."""
    companies = names.catalogue.companies

    def known(label: str) -> Known:
        named = names.ordinary.get(label.strip()) or next((e.entity for e in names.entities(label)), None)
        if named in companies and companies[named].kind == "company":
            return "company"
        return "part" if home and names.mentions(label, home) else None

    return known


def knows_all(_: str) -> Known:
    """Return that a label names a company, whatever it is."""
    return "company"
