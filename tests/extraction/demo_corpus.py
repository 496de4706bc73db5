"""What the demo corpus states, quarter by quarter (tests/demo_corpus.yaml), against what is found in it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

import yaml

from generator.corpus.reading import read_corpus
from generator.settings.period import Period
from tests.conftest import ROOT
from tests.extraction.case import figure_rows
from tests.extraction.comparison import Comparison, Row, compare

_SCALES = {"": 0, "million": 6, "billion": 9}
_PLAIN = {"entity": "xiaomi", "segment": None, "measure": "level", "basis": "actual"}


class Digest(NamedTuple):
    """One quarter's digest in one language, compared with the figures that it is known to state."""

    name: str
    language: str
    comparison: Comparison


def digests() -> Iterator[Digest]:
    """Yield every digest. Digests state more than is listed: only what contradicts the list counts as surplus."""
    listed = yaml.safe_load((ROOT / "tests" / "demo_corpus.yaml").read_text(encoding="utf-8"))
    for quarter, rows in listed.items():
        for language in ("en", "zh"):
            name = f"{quarter.lower()}-{language}"
            (document,) = read_corpus([ROOT / "corpus" / "results" / f"{name}.md"]).documents
            expected = [_expected(row, quarter) for row in rows]
            spoken_of = {_subject(row) for row in expected}
            found = [_of_the_quarter(row, Period(quarter)) for row in figure_rows(document)[0]]
            told = [row for row in found if _subject(row) in spoken_of and not _bounds(row)]
            yield Digest(name, language, compare(expected, told))


def _expected(row: dict[str, Any], quarter: str) -> dict[str, Any]:
    number, _, scale = str(row["value"]).partition(" ")
    return _PLAIN | row | {"period": quarter, "value": float(Decimal(number).scaleb(_SCALES[scale]))}


def _of_the_quarter(row: Row, quarter: Period) -> Row:
    """People employed on a quarter's last day are the quarter's: one language says the day, the other the quarter."""
    return {**row, "period": str(quarter)} if row["period"] == quarter.end.isoformat() else row


def _subject(row: Row) -> tuple[Any, ...]:
    return tuple(row[key] for key in ("metric", "entity", "segment", "measure", "period", "basis"))


def _bounds(row: Row) -> bool:
    """`more than RMB 10 billion` beside RMB 10.7 billion contradicts nothing."""
    return row["bound"] in ("at_least", "at_most")
