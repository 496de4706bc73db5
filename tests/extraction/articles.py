"""Whole articles of our own, with all that a careful analyst would note down from them (tests/extraction/articles/).

Their figures were noted down before the program read them, so unlike the cases they are not all read rightly. Many of them
are made up or rounded: they say nothing of the companies.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.extraction.case import Case, Language, figure_rows, read_cases
from tests.extraction.comparison import Comparison, Row, compare

FOLDER = Path(__file__).parent / "articles"
_PLAIN = {"measure": "level", "basis": "actual", "segment": None}
_SAME = ("metric", "entity", "segment", "measure", "value", "period", "basis")


class Article(NamedTuple):
    """One article, compared with what it is known to state."""

    name: str
    language: Language
    comparison: Comparison


def articles(folder: Path = FOLDER) -> Iterator[Article]:
    """Yield every article."""
    for filed in read_cases(folder):
        name = f"{filed.name.split('/')[-1]} “{(filed.case.title or '')[:40]}”"
        yield Article(name, filed.language, _compared(filed.case))


def _compared(case: Case) -> Comparison:
    """Compare an article: what it states twice counts once, and what may be read one way or another, neither way."""
    found = list({tuple(row[key] for key in _SAME): row for row in figure_rows(case.document())[0]}.values())
    stated = [_PLAIN | figure.stated() for figure in case.figures or ()]
    met = compare(stated, found)
    either = [_PLAIN | figure.stated() for figure in case.either]
    return Comparison(met.matched, met.missing, _left(met.surplus, either))


def _left(surplus: tuple[Row, ...], either: list[Row]) -> tuple[Row, ...]:
    return compare(either, surplus).surplus
