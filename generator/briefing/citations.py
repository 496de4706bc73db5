"""Citations: evidence under ids, sources under numbers, both in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from typing import Any

from generator.briefing.backing import Evidence
from generator.briefing.charted import ChartBlock
from generator.briefing.model import BriefingSection
from generator.briefing.printed import Printed
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating, Title
from generator.selection.choice import Choice
from generator.selection.fact import Fact
from generator.settings.model import OutputLanguage

Claim = Fact | Quote | Rating | Title
MODEL = "generator.briefing."  # where the parts of a briefing are defined
MOST = 3  # sources cited at one figure; its evidence holds all of them


@dataclass
class Register:
    """Takes down what is printed. Ids and numbers are provisional until `settled` puts them in reading order."""

    choice: Choice
    language: OutputLanguage
    claims: dict[str, Claim] = field(default_factory=dict)
    _ids: dict[object, str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def printed(self, text: str, claim: Claim) -> Printed:
        """Return a text with its evidence and the numbers of its sources."""
        if isinstance(claim, Fact) and claim.supporting:
            claim = replace(claim, supporting=self._readers_first(claim))
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
        """The document stated first, then one of each further report; for derived facts, those of the inputs."""
        if not isinstance(claim, Fact):
            return [claim.document]
        if claim.derivation is not None:
            inputs = (self._cited(fact)[:1] for _, fact in claim.derivation.inputs)
            return list(dict.fromkeys(name for cited in inputs for name in cited))
        found: list[str] = []
        told: set[str] = set()
        for figure in self._readers_first(claim):
            report = {self.choice.stories[figure.document], self.choice.outlet(figure.document)}
            if not report & told:
                found.append(figure.document)
            told |= report
        return found[:MOST]

    def _readers_first(self, fact: Fact) -> tuple[Figure, ...]:
        """Of figures that say the very same, those in the reader's language first."""

        def place(figure: Figure) -> tuple[bool, bool]:
            same = (figure.value, figure.bound, figure.precision) == (fact.value, fact.bound, fact.precision)
            foreign = (self.choice.documents[figure.document].language == "en") != (self.language == "en")
            return not same, same and foreign

        return tuple(sorted(fact.supporting, key=place))


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
            cites = tuple(sorted(numbers[n] for n in value.citations))
            return replace(value, evidence=ids[value.evidence], citations=cites)
        if isinstance(value, ChartBlock):
            value = replace(value, citations=tuple(sorted(numbers[n] for n in value.citations)))
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
    found: list[Printed] = []
    _gather(whole, found)
    return iter(found)


def _gather(part: object, found: list[Printed]) -> None:
    if isinstance(part, Printed):
        found.append(part)
    elif isinstance(part, tuple | list):
        for each in part:
            _gather(each, found)
    else:
        kind: Any = type(part)
        for name in _fields(kind):
            _gather(getattr(part, name), found)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Return the names of a dataclass' fields; of anything else, none."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


def cited(parts: Iterable[object]) -> tuple[int, ...]:
    """Return the numbers of the sources behind some parts, each once."""
    return tuple(dict.fromkeys(number for p in printed_in(list(parts)) for number in p.citations))


def _rebuilt(value: Any, change: Callable[[Any], Any]) -> Any:
    if isinstance(value, tuple):
        return tuple(change(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type) and type(value).__module__.startswith(MODEL):
        kept = {part.name: change(getattr(value, part.name)) for part in fields(value)}
        return replace(value, **kept)
    return value
