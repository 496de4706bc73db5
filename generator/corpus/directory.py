"""The catalogue as people write it into tables: an id, or the name in either language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from generator.settings.catalogue import Catalogue
from generator.settings.fault import nearest
from generator.settings.model import Wording


class Directory:
    """Looks up ids of metrics, companies and segments."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def id(self, column: str, written: str) -> str | None:
        """Return the id that a cell of a column means, None for none."""
        return self._names[column].get(_plain(written))

    def nearest(self, column: str, written: str) -> str | None:
        """Return the id that looks most like what is written, if one does."""
        guess = nearest(_plain(written), self._names[column])
        return self._names[column][guess] if guess else None

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        companies = self.catalogue.companies
        return {
            "metric": _index((name, [entry.name]) for name, entry in self.catalogue.metrics.items()),
            "entity": _index((name, [entry.name, entry.short]) for name, entry in companies.items()),
            "segment": _index((name, [entry.name]) for name, entry in self.catalogue.segments.items()),
        }


def _index(entries: Iterable[tuple[str, list[Wording | None]]]) -> dict[str, str]:
    listed = list(entries)
    names = {_plain(said): name for name, known in listed for word in known if word for said in (word.en, word.zh)}
    return {**names, **{name: name for name, _ in listed}}


def _plain(written: str) -> str:
    return " ".join(written.casefold().split())
