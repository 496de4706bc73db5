"""Facts by their aspects, those of a company chosen when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.selection.fact import Aspects, Contradiction, Fact


class Chosen(NamedTuple):
    """A company's facts, and what is none of them, as the others contradict it."""

    facts: Mapping[Aspects, Fact] = {}
    contradicted: Mapping[Aspects, Contradiction] = {}


class Facts(Mapping[Aspects, Fact]):
    """All facts that a corpus states. It speaks of many companies, and a report of few: ask for those of one."""

    def __init__(
        self,
        companies: Iterable[str | None] = (),
        choose: Callable[[str | None], Chosen] = lambda _: Chosen(),
    ) -> None:
        self._companies, self._choose = tuple(companies), cache(choose)

    def of(self, company: str | None) -> Mapping[Aspects, Fact]:
        """Return the facts of one company; None gives those of no company."""
        return self._choose(company).facts

    def contradicted(self, company: str | None) -> Mapping[Aspects, Contradiction]:
        """Return what sources say of a company that is no fact, as other facts contradict it."""
        return self._choose(company).contradicted

    def __getitem__(self, aspects: Aspects) -> Fact:
        """Return a fact. Raises KeyError where nothing states it."""
        return self.of(aspects.entity)[aspects]

    def __iter__(self) -> Iterator[Aspects]:
        """Go through the facts of every company."""
        return (aspects for company in self._companies for aspects in self.of(company))

    def __len__(self) -> int:
        """Return how many facts there are of all companies."""
        return sum(len(self.of(company)) for company in self._companies)
