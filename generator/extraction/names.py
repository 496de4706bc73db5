"""The catalogue's names, found in text: metrics, segments, companies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.extraction.phrases import Phrases
from generator.settings.catalogue import Catalogue
from generator.settings.model import Aliases

# `profit` and `盈利` alone: which profit is meant, the context says.
_ANY_PROFIT = (
    "profit",
    "profits",
    "earnings",
    "earning",
    "loss",
    "losses",
    "盈利",
    "利润",
    "亏损",
    "溢利",
    "赚",
    "净赚",
)
ANY_PROFIT = "*profit"


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names metrics or a segment. `loss` says that the words are of a loss."""

    start: int
    end: int
    metrics: tuple[str, ...] = ()
    segment: str | None = None
    loss: bool = False

    @property
    def any_profit(self) -> bool:
        """Whether the words say profit without saying which."""
        return self.metrics == (ANY_PROFIT,)


@dataclass(frozen=True, slots=True)
class EntityMention:
    """Where a text names a company."""

    start: int
    end: int
    entity: str


class Names:
    """Finds what the catalogue names."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._terms: Phrases[tuple[Literal["metric", "segment"], str]] = Phrases(_terms(catalogue))
        self._companies: Phrases[str] = Phrases(_companies(catalogue))
        metrics = catalogue.metrics.items()
        self.specific = {(m.base, m.segment): name for name, m in metrics if m.base and m.segment}
        self.bases = {m.base for _, m in metrics if m.base} - {"rd_expense"}

    def mentions(self, text: str, home: str | None = None) -> list[Mention]:
        """Return the metrics and segments that a text names; of two segments of one name, that of the company `home`."""
        found = []
        for start, end, meanings in self._terms.find(text):
            metrics = tuple(name for kind, name in meanings if kind == "metric")
            segments = [name for kind, name in meanings if kind == "segment"]
            own = [name for name in segments if home and self.catalogue.segments[name].entity == home]
            segment = next(iter(own or segments), None)
            said = text[start:end].lower()
            found.append(Mention(start, end, metrics, segment, "亏" in said or "loss" in said))
        return found

    def own_words(self, mention: EntityMention) -> str:
        """Return the words that are a company's own name: the cars of 理想汽车 are no segment, those of 小米汽车 are."""
        company = self.catalogue.companies[mention.entity]
        names = (company.name, company.short) if company.short else (company.name,)
        return " ".join(word for name in names for word in (name.en, name.zh)).lower()

    def entities(self, text: str) -> list[EntityMention]:
        """Return the companies that a text names."""
        return [EntityMention(start, end, ids[0]) for start, end, ids in self._companies.find(text)]


def _terms(catalogue: Catalogue) -> dict[str, tuple[tuple[Literal["metric", "segment"], str], ...]]:
    phrases: dict[str, dict[tuple[Literal["metric", "segment"], str], None]] = {}
    for word in _ANY_PROFIT:
        phrases.setdefault(word, {})[("metric", ANY_PROFIT)] = None
    for name, metric in catalogue.metrics.items():
        for form in _forms(metric.aliases):
            phrases.setdefault(form, {})[("metric", name)] = None
    for name, segment in catalogue.segments.items():
        for form in _forms(segment.aliases):
            phrases.setdefault(form, {})[("segment", name)] = None
    return {form: tuple(meanings) for form, meanings in phrases.items()}


def _forms(aliases: Aliases) -> list[str]:
    plurals = [f"{form}s" for form in aliases.en if form[-1:].isalpha() and form[-1] not in "sS"]
    return [*aliases.en, *plurals, *aliases.zh]


def _companies(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    phrases: dict[str, tuple[str, ...]] = {}
    for name, company in catalogue.companies.items():
        names = (company.name, company.short) if company.short else (company.name,)
        forms = [form for text in names for form in (text.en, text.zh)]
        for form in (*forms, *company.aliases.en, *company.aliases.zh, *company.tickers):
            phrases.setdefault(form, (name,))
    return phrases
