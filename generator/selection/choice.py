"""Choice: of all that sources say of one fact, what is stated, who bears it out, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import NamedTuple

from generator.corpus.document import Document
from generator.corpus.publishers import publisher_name
from generator.extraction.figure import PRICES, Figure
from generator.selection.agreement import Claim, agree, claims, groups
from generator.selection.fact import Aspects, Fact
from generator.settings.catalogue import Catalogue, Company

# Targets and forecasts are set anew: only what was said this close to the newest word on them is still a rival to it.
STILL_CURRENT = timedelta(days=30)


class _Source(NamedTuple):
    """What is asked of a document again and again: every figure in it is weighed by its source."""

    when: datetime  # the earliest moment there is, where nobody says when
    house: bool  # whether it is a table of the house's own
    publisher: str | None  # as names are compared
    outlet: str


@dataclass(frozen=True)
class Choice:
    """Chooses facts. Documents that tell one story count once, whoever carries it."""

    documents: Mapping[str, Document]
    stories: Mapping[str, str]
    catalogue: Catalogue
    _houses: dict[str | None, frozenset[str]] = field(default_factory=dict, repr=False)

    def fact(self, aspects: Aspects, figures: Sequence[Figure]) -> Fact:
        """Return what the largest agreeing group states, its most precise member first."""
        current, superseded = self._current(aspects, figures)
        best = max(groups(claims(current)), key=lambda group: self._weight(group, aspects))
        best = tuple(sorted(best, key=lambda claim: not self._by_house(claim.figures)))
        unit = best[0].unit
        supporting = self._in_order(best, aspects)
        inside = {id(figure) for figure in supporting}
        outside = [figure for figure in current if id(figure) not in inside]
        return Fact(
            aspects,
            best[0].value,
            unit,
            best[0].bound,
            best[0].precision,
            supporting,
            tuple(f for f in outside if f.unit == unit),
            superseded=tuple(superseded),
            converted=tuple(f for f in outside if f.unit != unit),
        )

    def _by_house(self, figures: Iterable[Figure]) -> bool:
        """Whether the house itself states a figure, in a table of its own: no news goes before that."""
        return any(self._sources[figure.document].house for figure in figures)

    def _as_reported(self, unit: str, aspects: Aspects) -> bool:
        """Whether an amount is in the currency its company reports in: what many outlets convert was stated once."""
        company = self.catalogue.companies.get(aspects.entity or "")
        return company is not None and aspects.metric not in PRICES and unit == company.currency

    def own(self, figure: Figure, entity: str | None) -> bool:
        """Whether a figure stands in the company's own document."""
        return self._sources[figure.document].publisher in self._names(entity)

    def stands(self, fact: Fact) -> bool:
        """Whether the house or the company itself is among those who state a fact."""
        own = (self.own(figure, fact.aspects.entity) for figure in fact.supporting)
        return self._by_house(fact.supporting) or any(own)

    def when(self, figure: Figure) -> datetime:
        """Return when a figure was published; the earliest moment there is where that is unknown."""
        return self._sources[figure.document].when

    def told(self, figures: Sequence[Figure]) -> int:
        """Return how many independent reports state these figures.

        One story in three outlets is one report; so are two pieces of one outlet, a company's release in two languages.
        """
        told = {self.stories[figure.document] for figure in figures}
        return min(len(told), len({self.outlet(figure.document) for figure in figures}))

    def outlet(self, document: str) -> str:
        """Return who published a document, however it spells the name; the story itself where nobody is named."""
        return self._sources[document].outlet

    @cached_property
    def _sources(self) -> _Sources:
        return _Sources(self)

    def _weight(
        self, group: tuple[Claim, ...], aspects: Aspects
    ) -> tuple[bool, bool, int, int, float, bool, datetime, int]:
        figures = [figure for claim in group for figure in claim.figures]
        certainty, precision = group[0].exactness
        return (
            self._by_house(figures),
            self._as_reported(group[0].unit, aspects),
            self.told(figures),
            -certainty,
            -float(precision),
            any(self.own(figure, aspects.entity) for figure in group[0].figures),
            max(map(self.when, figures)),
            -min(figure.start for figure in figures),
        )

    def _in_order(self, group: tuple[Claim, ...], aspects: Aspects) -> tuple[Figure, ...]:
        def place(figure: Figure) -> tuple[bool, bool, datetime, int]:
            return not self._by_house((figure,)), not self.own(figure, aspects.entity), self.when(figure), figure.start

        return tuple(figure for claim in group for figure in sorted(claim.figures, key=place))

    def _current(self, aspects: Aspects, figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
        """Part figures that still stand from superseded ones: what has been set anew, and what has been restated."""
        newest = max(map(self.when, figures))
        if aspects.basis == "actual":
            return self._restated(aspects, figures)
        if newest == datetime.min:
            return list(figures), []
        current = [figure for figure in figures if newest - self.when(figure) <= STILL_CURRENT]
        return current, [figure for figure in figures if newest - self.when(figure) > STILL_CURRENT]

    def _restated(self, aspects: Aspects, figures: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
        """Part figures by their house's newest word, where that is another than its word before.

        Who repeated the earlier word is superseded with it; who disagrees with the newest word after it still does.
        """
        own = [f for f in figures if self._by_house((f,))] or [f for f in figures if self.own(f, aspects.entity)]
        last = max((self.when(figure).date() for figure in own), default=date.min)
        newest = claims(figure for figure in own if self.when(figure).date() == last)

        def other(figure: Figure) -> bool:
            return self.when(figure).date() < last and not any(agree(claims([figure])[0], claim) for claim in newest)

        units = {claim.unit for claim in newest}
        if not any(other(figure) and figure.unit in units for figure in own):
            return list(figures), []
        superseded = [figure for figure in figures if other(figure) and figure.unit in units]
        gone = set(map(id, superseded))
        return [figure for figure in figures if id(figure) not in gone], superseded

    def _names(self, entity: str | None) -> frozenset[str]:
        if entity not in self._houses:
            company = self.catalogue.companies.get(entity or "")
            self._houses[entity] = frozenset(map(str.casefold, _spellings(company) if company else ()))
        return self._houses[entity]


class _Sources(dict[str, _Source]):
    """The sources of documents by id, each found out once."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice = choice

    def __missing__(self, document: str) -> _Source:
        read, choice = self._choice.documents[document], self._choice
        publisher, published = read.publisher, read.published
        self[document] = source = _Source(
            published.replace(tzinfo=None) if published else datetime.min,
            read.kind == "figures",
            publisher.casefold() if publisher is not None else None,
            publisher_name(publisher, choice.catalogue, "en") if publisher else choice.stories[document],
        )
        return source


def _spellings(company: Company) -> list[str]:
    names = [company.name, *([company.short] if company.short else [])]
    return [*(said for name in names for said in (name.en, name.zh)), *company.aliases.en, *company.aliases.zh]
