"""Frames: plain sentences put together from a subject, what is said of it and a period, with the figures they state.

A frame is YAML that anyone can write. A name in braces in what is said is one of the frame's figures: `says` are its
words, and `values` what they state, in a sentence alone and in the second one of a pair. A figure without `values`
states nothing (another company's, a price of a product). What a figure does not say, its subject does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import product
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from pydantic import RootModel

from generator.errors import SettingsInvalid
from generator.extraction.figure import Basis, Measure
from generator.settings.loading import validate_file
from generator.settings.model import Setting
from generator.settings.period import Period
from generator.settings.yaml_nodes import read_yaml
from tests.extraction.case import Case, figure_rows

FOLDER = Path(__file__).parent / "frames"


class Row(NamedTuple):
    """What is compared of a figure."""

    metric: str
    entity: str | None
    segment: str | None
    measure: str
    value: float
    period: str | None
    basis: str


class Subject(Setting):
    """What a sentence is about: its words, and the metric, company and line of business that they name."""

    says: str
    metric: str
    entity: str | None = None
    segment: str | None = None


class Stated(Setting):
    """A figure in two numbers, for the first sentence and the second; with no values, one that is not stated."""

    says: tuple[str, str]
    values: tuple[float, float] | None = None
    measure: Measure = "level"
    period: Period | None = None
    basis: Basis = "actual"
    metric: str | None = None
    entity: str | None = None
    segment: str | None = None


class Frame(Setting):
    """The parts that are put together below one title."""

    title: str
    opening: str | None = None
    published: date
    entity: str
    periods: tuple[str, ...] = ("{}",)
    joints: tuple[str, ...] = ()
    figures: dict[str, Stated]
    subjects: tuple[Subject, ...]
    said: tuple[str, ...]

    def alone(self) -> Iterator[tuple[str, frozenset[Row]]]:
        """Yield every sentence by itself, with the figures that it states."""
        for subject, said, period in product(self.subjects, self.said, self.periods):
            yield _placed(period, self._says(subject, said, 0)), self._states(subject, said, 0)

    def joined(self) -> Iterator[tuple[str, frozenset[Row]]]:
        """Yield two sentences on different things; what is said of them goes round, or there would be thousands."""
        pairs = [(a, b) for a, b in product(self.subjects, repeat=2) if self._whose(a) != self._whose(b)]
        said = self.said
        for i, ((one, other), joint) in enumerate(product(pairs, self.joints)):
            of_one, of_other = said[i % len(said)], said[(i // len(said) + i) % len(said)]
            then = self._says(other, of_other, 1)
            begins = _capital(then) if joint.strip() == "." else then
            text = _placed(self.periods[0], f"{self._says(one, of_one, 0)}{joint}{begins}")
            yield text, self._states(one, of_one, 0) | self._states(other, of_other, 1)

    def read(self, text: str) -> frozenset[Row]:
        """Return the figures that are read in a text below the frame's opening, but for those of the opening itself."""
        if not self.opening:
            return _rows(self.title, self.published, text)
        told = _rows(self.title, self.published, self.opening)
        return _rows(self.title, self.published, f"{self.opening}\n\n{text}") - told

    def _says(self, subject: Subject, said: str, place: int) -> str:
        words = said.format(**{name: figure.says[place] for name, figure in self.figures.items()})
        return f"{subject.says}{' ' if subject.says.isascii() else ''}{words}"

    def _states(self, subject: Subject, said: str, place: int) -> frozenset[Row]:
        named = (self.figures[name] for _, name, _, _ in Formatter().parse(said) if name)
        metric, entity, segment = self._whose(subject)
        return frozenset(
            Row(
                metric=figure.metric or metric,
                entity=figure.entity or entity,
                segment=figure.segment or (segment if not figure.metric else None),
                measure=figure.measure,
                value=round(figure.values[place], 4),
                period=str(figure.period) if figure.period else None,
                basis=figure.basis,
            )
            for figure in named
            if figure.values
        )

    def _whose(self, subject: Subject) -> tuple[str, str, str | None]:
        return subject.metric, subject.entity or self.entity, subject.segment


def frames(folder: Path = FOLDER) -> list[Frame]:
    """Return every frame of a folder. Raises SettingsInvalid with all that is wrong in its files."""
    read = [validate_file(read_yaml(path), RootModel[list[Frame]]) for path in sorted(folder.glob("*.yaml"))]
    if problems := [problem for _, wrong in read for problem in wrong]:
        raise SettingsInvalid(problems)
    return [frame for listed, _ in read if listed for frame in listed.root]


def _placed(period: str, words: str) -> str:
    """Return words in their place beside a period, with a capital where they begin a sentence."""
    return period.format(_capital(words) if period.startswith("{}") or ". {}" in period else words)


@lru_cache(maxsize=8)
def _rows(title: str, published: date, text: str) -> frozenset[Row]:
    case = Case.model_validate({"text": text, "title": title, "published": published, "figures": []})
    return frozenset(
        Row(**{key: row[key] for key in Row._fields if key != "value"}, value=round(float(row["value"]), 4))
        for row in figure_rows(case.document())[0]
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
