"""Publishers under their real names: sources write them in pinyin, in capitals, or as a site."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from generator.settings.catalogue import Catalogue, Company, Publisher
from generator.settings.model import OutputLanguage

_LOOSE = re.compile(r"[\s.·_\-]+")


def publisher_name(publisher: str | None, catalogue: Catalogue, language: OutputLanguage) -> str:
    """Return the outlet's name in a language of print; as the source writes it where the catalogue has none."""
    if not publisher:
        return ""
    known = _by_spelling(_Key(catalogue)).get(_plain(publisher))
    if known is not None:
        return known.name.of(language)
    company = _companies(_Key(catalogue)).get(publisher)
    return company.name.of(language) if company else publisher


def outlets(catalogue: Catalogue | None) -> Callable[[str], bool]:
    """Return what tells whether a name is a publisher's that the catalogue knows."""
    known = _by_spelling(_Key(catalogue)) if catalogue else {}
    return lambda name: _plain(name) in known


def _plain(name: str) -> str:
    return _LOOSE.sub("", name).casefold()


class _Key:
    """A catalogue by identity: one index a catalogue, however often it is asked."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.catalogue is other.catalogue


@lru_cache(maxsize=4)
def _by_spelling(key: _Key) -> dict[str, Publisher]:
    publishers = key.catalogue.publishers.values()
    return {
        _plain(spelling): publisher
        for publisher in publishers
        for spelling in (publisher.name.en, publisher.name.zh, *publisher.aliases)
    }


@lru_cache(maxsize=4)
def _companies(key: _Key) -> dict[str, Company]:
    named: dict[str, Company] = {}
    for company in key.catalogue.companies.values():
        for name in (company.name.en, company.name.zh):
            named.setdefault(name, company)
    return named
