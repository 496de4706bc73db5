"""The selection: everything that reports of one date can state, before any of them chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.corpus.document import Document
from generator.extraction.quote import Quote, Rating
from generator.selection.facts import Facts


@dataclass(frozen=True, slots=True)
class Selection:
    """What the corpus states as of one date: facts by their aspects, quotes and ratings newest first.

    `documents` by id, none published after `as_of`; those `superseded` are stated no more, but were once. `stories`
    gives the story that each document tells; `earlier` the facts as of a day before.
    """

    as_of: date
    documents: Mapping[str, Document]
    stories: Mapping[str, str]
    facts: Facts
    quotes: tuple[Quote, ...]
    ratings: tuple[Rating, ...]
    superseded: frozenset[str] = frozenset()
    earlier: Callable[[date], Facts] = field(default=lambda day: Facts(), compare=False, repr=False)
