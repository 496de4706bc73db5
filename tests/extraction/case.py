"""Extraction cases: a text of our own, and all that must be found in it, as YAML that anyone can write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import Field, RootModel, model_validator

from generator.corpus.document import Document
from generator.corpus.forms import documents
from generator.errors import Problem, SettingsInvalid
from generator.extraction.extractor import Extractor
from generator.extraction.figure import Basis, Bound, Measure
from generator.extraction.quote import QuoteKind
from generator.extraction.rows import figure_row, quote_row
from generator.settings.catalogued import load_catalogue
from generator.settings.loading import validate_file
from generator.settings.model import Setting
from generator.settings.period import Period
from generator.settings.yaml_nodes import read_yaml
from tests.extraction.comparison import Comparison, compare

FOLDER = Path(__file__).parent / "cases"
Language = Literal["en", "zh", "zh-Hant"]
# What a figure is unless a case says otherwise; every other key that a case leaves out is not compared.
_PLAIN = {"measure": "level", "basis": "actual", "segment": None, "bound": "exact"}


class ExpectedFigure(Setting):
    """The keys of a figure's row that a case may state."""

    metric: str | None = None
    entity: str | None = None
    segment: str | None = None
    measure: Measure = "level"
    value: int | float | None = None
    unit: str | None = None
    period: Period | None = None
    basis: Basis = "actual"
    bound: Bound = "exact"
    precision: int | float | None = None
    text: str | None = None

    def stated(self) -> dict[str, Any]:
        """Return the keys that the case states, as a row writes them."""
        return {
            key: str(value) if isinstance(value := getattr(self, key), Period) else value
            for key in self.model_fields_set
        }


class FoundFigure(ExpectedFigure):
    """A figure that must be found: the metric and the value at least."""

    metric: str
    value: int | float

    def complete(self) -> dict[str, Any]:
        """Return the keys that the case states, and those of a plain level where it says nothing else."""
        return _PLAIN | self.stated()


class ExpectedQuote(Setting):
    """The keys of a quote's row that a case may state."""

    speaker: str
    text: str
    role: str | None = None
    kind: QuoteKind | None = None

    def stated(self) -> dict[str, Any]:
        """Return the keys that the case states."""
        return {key: getattr(self, key) for key in self.model_fields_set}


class Case(Setting):
    """One text and what it holds. A list that is there is complete: anything found beyond it is a failure."""

    text: Annotated[str, Field(min_length=1)]
    published: date | datetime | str | None = None
    title: str | None = None
    publisher: str | None = None
    note: str | None = None
    fails: str | None = None  # why it is not read rightly yet: it counts in `make accuracy`, and fails no test
    figures: tuple[FoundFigure, ...] | None = None
    doubtful: tuple[ExpectedFigure, ...] | None = None
    quotes: tuple[ExpectedQuote, ...] | None = None
    either: tuple[FoundFigure, ...] = ()  # of a whole article: what two careful analysts would dispute

    @model_validator(mode="after")
    def _expects_something(self) -> Case:
        if self.figures is None and self.doubtful is None and self.quotes is None:
            raise ValueError("a case says what must be found: 'figures', 'doubtful' or 'quotes' ([] for nothing).")
        return self

    def document(self) -> Document:
        """Return the text as the reader of Markdown gives it, with what the case knows of its origin."""
        known = {"title": self.title, "publisher": self.publisher, "published": self.published}
        front = yaml.safe_dump({key: value for key, value in known.items() if value}, allow_unicode=True)
        return next(documents(f"---\n{front}---\n{self.text}"))


@dataclass(frozen=True)
class FiledCase:
    """A case and where it is filed: `name` is file and number (`en-growth-3`), which pytest takes with -k."""

    name: str
    language: Language
    case: Case

    def comparisons(self) -> Mapping[str, Comparison]:
        """Return what the extractor makes of the case: for each list it gives, how the rows differ."""
        document, case = self.case.document(), self.case
        result: dict[str, Comparison] = {}
        if case.figures is not None or case.doubtful is not None:
            accepted, in_doubt = figure_rows(document)
            if case.figures is not None:
                result["figures"] = compare([figure.complete() for figure in case.figures], accepted)
            if case.doubtful is not None:
                result["doubtful"] = compare([figure.stated() for figure in case.doubtful], in_doubt)
        if case.quotes is not None:
            result["quotes"] = compare([quote.stated() for quote in case.quotes], quote_rows(document))
        return result


@cache
def extractor() -> Extractor:
    """Return the extractor with the built-in catalogue."""
    return Extractor(load_catalogue())


def figure_rows(document: Document) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return the rows of a document's figures: those accepted, and those in doubt with the reason."""
    rows = [(figure, figure_row(figure, document)) for figure in extractor().figures(document)]
    accepted = [row for figure, row in rows if figure.metric and not figure.doubt]
    return accepted, [row | {"doubt": figure.doubt} for figure, row in rows if figure.doubt]


def quote_rows(document: Document) -> list[dict[str, Any]]:
    """Return the rows of a document's quotes."""
    return [quote_row(quote, document) for quote in extractor().quotes(document)]


def read_cases(folder: Path = FOLDER) -> list[FiledCase]:
    """Return every case of a folder. Raises SettingsInvalid with all that is wrong in its files."""
    problems: list[Problem] = []
    cases = [case for path in sorted(folder.rglob("*.yaml")) for case in _in_file(path, problems)]
    if problems:
        raise SettingsInvalid(problems)
    return cases


def _in_file(path: Path, problems: list[Problem]) -> Iterator[FiledCase]:
    language = _language(path.stem)
    file = read_yaml(path)
    if language is None:
        problems.append(file.problem((), "a case file is named for its language: en-…, zh-… or zh-Hant-….", path.name))
        return
    listed, wrong = validate_file(file, RootModel[list[Case]])
    problems.extend(wrong)
    for number, case in enumerate(listed.root if listed else (), start=1):
        yield FiledCase(f"{path.parent.name}/{path.stem}-{number}", language, case)


def _language(stem: str) -> Language | None:
    languages: tuple[Language, ...] = ("zh-Hant", "zh", "en")
    return next((language for language in languages if stem.startswith(f"{language}-")), None)
