"""Citations: evidence under ids, sources under numbers, both in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

from generator.briefing.model import Block, BriefingSection, ChartBlock, Evidence, Printed
from generator.extraction.quote import Quote, Rating
from generator.selection.fact import Fact

Claim = Fact | Quote | Rating
Whole = TypeVar("Whole")
MOST = 3  # sources cited at one figure; its evidence holds all of them


@dataclass
class Register:
    """Takes down what is printed. Ids and numbers are provisional until `settled` puts them in reading order."""

    stories: Mapping[str, str]
    claims: dict[str, Claim] = field(default_factory=dict)
    _ids: dict[object, str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def printed(self, text: str, claim: Claim) -> Printed:
        """Return a text with its evidence and the numbers of its sources."""
        numbers = tuple(self._numbers.setdefault(name, len(self._numbers) + 1) for name in self._cited(claim))
        return Printed(text, self._id(claim), numbers)

    def fact(self, printed: Printed) -> Fact | None:
        """Return the fact behind something printed, None for words quoted."""
        claim = self.claims[printed.evidence]
        return claim if isinstance(claim, Fact) else None

    def document(self, number: int) -> str:
        """Return the document under a provisional number."""
        return list(self._numbers)[number - 1]

    def _id(self, claim: Claim) -> str:
        key: object = claim
        if isinstance(claim, Fact):
            first = claim.supporting[0] if claim.supporting else None
            key = (claim.aspects, claim.value, claim.unit, claim.bound, claim.precision, first and first.document)
        name = self._ids.setdefault(key, f"e{len(self._ids) + 1}")
        self.claims.setdefault(name, claim)
        return name

    def _cited(self, claim: Claim) -> list[str]:
        """The document stated first, then one of each further story; for derived facts, those of the inputs."""
        if not isinstance(claim, Fact):
            return [claim.document]
        if claim.derivation is not None:
            inputs = (self._cited(fact)[:1] for _, fact in claim.derivation.inputs)
            return list(dict.fromkeys(name for cited in inputs for name in cited))
        by_story: dict[str, str] = {}
        for figure in claim.supporting:
            by_story.setdefault(self.stories[figure.document], figure.document)
        return list(by_story.values())[:MOST]


@dataclass(frozen=True)
class Settled:
    """Sections with final ids and numbers; `documents` by number from 1, `behind` each number its evidence ids."""

    sections: tuple[BriefingSection, ...]
    documents: tuple[str, ...]
    evidence: Mapping[str, Evidence]
    behind: Mapping[str, tuple[str, ...]]


def settled(sections: Sequence[BriefingSection], register: Register) -> Settled:
    """Number sources and evidence in the order of first use; what was never printed has neither."""
    seen = list(printed_in(sections))
    ids = {old: f"e{i}" for i, old in enumerate(dict.fromkeys(p.evidence for p in seen), 1)}
    numbers = {old: i for i, old in enumerate(dict.fromkeys(n for p in seen for n in p.citations), 1)}

    def final(value: Any) -> Any:
        if isinstance(value, Printed):
            return replace(value, evidence=ids[value.evidence], citations=tuple(numbers[n] for n in value.citations))
        if isinstance(value, ChartBlock):
            value = replace(value, citations=tuple(numbers[n] for n in value.citations))
        return _rebuilt(value, final)

    documents = tuple(register.document(old) for old in numbers)
    behind: dict[str, dict[str, None]] = {name: {} for name in documents}
    for printed in seen:
        for number in printed.citations:
            behind[register.document(number)][ids[printed.evidence]] = None
    return Settled(
        tuple(final(section) for section in sections),
        documents,
        {new: Evidence(new, register.claims[old]) for old, new in ids.items()},
        {name: tuple(found) for name, found in behind.items()},
    )


def printed_in(whole: object) -> Iterator[Printed]:
    """Walk over everything printed with evidence, in reading order."""
    if isinstance(whole, Printed):
        yield whole
    elif isinstance(whole, tuple | list):
        for part in whole:
            yield from printed_in(part)
    elif is_dataclass(whole) and not isinstance(whole, type):
        for part in fields(whole):
            yield from printed_in(getattr(whole, part.name))


def cited(parts: Iterable[object]) -> tuple[int, ...]:
    """Return the numbers of the sources behind some parts, each once."""
    return tuple(dict.fromkeys(number for p in printed_in(list(parts)) for number in p.citations))


def _rebuilt(value: Any, change: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(change(part) for part in value)
    if isinstance(value, Block | BriefingSection) or type(value).__module__ == Printed.__module__:
        kept = {part.name: change(getattr(value, part.name)) for part in fields(value)}
        return replace(value, **kept)
    return value
