"""A house's own figures, in CSV and Parquet."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import polars
import pytest

from generator.corpus.reading import read_corpus, read_file
from generator.corpus.table import Unit, number, unit
from generator.errors import FiguresInvalid
from generator.extraction.extractor import Extractor
from generator.extraction.figure import Figure
from generator.selection.select import select
from generator.settings.catalogued import load_catalogue
from generator.settings.corpus import Limits
from tests.selection.stating import by_company

CATALOGUE = load_catalogue()
TABLE = """\
metric,entity,period,value,unit,measure,published,publisher,title
revenue,xiaomi,2025-Q3,"113,121",CNY million,,2025-11-18,Finance,Management accounts
revenue,小米,2025-Q3,22.3,percent,yoy,2025-11-18,Finance,Management accounts
毛利率,xiaomi,2025-Q2,22.5%,,,2025-08-19,Finance,Management accounts
"""


def figures(path: Path) -> list[tuple[Figure, str]]:
    extractor = Extractor(CATALOGUE)
    corpus = read_corpus([path], CATALOGUE)
    return [(f, d.slice((f.start, f.end))) for d in corpus.documents for f in extractor.figures(d)]


def test_a_row_is_a_figure_and_its_cell_is_the_evidence(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(TABLE, encoding="utf-8")
    margin, revenue, growth = figures(tmp_path / "own.csv")
    assert [cell for _, cell in (margin, revenue, growth)] == ["22.5%", "113,121", "22.3"]
    assert (revenue[0].value, revenue[0].precision, revenue[0].unit) == (113_121_000_000, 1_000_000, "CNY")
    assert (growth[0].measure, growth[0].value, growth[0].unit) == ("yoy", Decimal("22.3"), "percent")
    assert (margin[0].metric, margin[0].unit, str(margin[0].period)) == ("gross_margin", "percent", "2025-Q2")


def test_rows_of_one_origin_are_one_document_which_later_rows_leave_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(TABLE, encoding="utf-8")
    before = read_file(path, CATALOGUE).documents
    path.write_text(
        TABLE + "revenue,xiaomi,2025-Q4,120000,CNY million,,2026-03-18,Finance,Management accounts\n", encoding="utf-8"
    )
    after = read_file(path, CATALOGUE).documents
    assert [str(d.published.date()) for d in before if d.published] == ["2025-11-18", "2025-08-19"]
    assert after[:2] == before and len(after) == 3


def test_parquet_says_the_same_as_csv(tmp_path: Path) -> None:
    frame = polars.DataFrame({
        "metric": ["revenue"], "entity": ["xiaomi"], "period": ["2025-Q3"], "value": [113121.0], "unit": ["CNY million"],
        "published": [date(2025, 11, 18)],
    })  # fmt: skip
    frame.write_parquet(tmp_path / "own.parquet")
    ((figure, cell),) = figures(tmp_path / "own.parquet")
    assert cell == "113121.0" and figure.value == 113_121_000_000


def test_every_mistake_with_its_place_and_the_nearest_valid_value(tmp_path: Path) -> None:
    wrong = (
        "metric,entity,period,value,unit\n"
        "revenu,xiaomi,2025-Q3,1,CNY\n"
        "revenue,xiaomy,2025-Q5,one,bushels\n"
        "revenue,xiaomi,2025-Q3,1,\n"
        "gross_margin,xiaomi,2025-Q3,1,CNY\n"
    )
    (tmp_path / "own.csv").write_text(wrong, encoding="utf-8")
    (tmp_path / "news.txt").write_text("Other news.", encoding="utf-8")
    with pytest.raises(FiguresInvalid) as failure:
        read_corpus([tmp_path], CATALOGUE)
    told = [(p.line, p.column, p.nearest) for p in failure.value.problems]
    assert told == [
        (2, 1, "revenue"), (3, 9, "xiaomi"), (3, 16, None), (3, 24, None), (3, 28, None), (4, 26, None), (5, 31, None),
    ]  # fmt: skip
    assert "own.csv:2:1: figures: the catalogue has no metric 'revenu'. Did you mean 'revenue'?" in str(failure.value)


def test_a_column_that_is_missing_or_not_known(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("metric;entity;perod;value\nrevenue;xiaomi;2025-Q3;1\n", encoding="utf-8")
    with pytest.raises(FiguresInvalid, match=r"own\.csv:1:15: figures: no such column: perod\. Did you mean 'period'"):
        read_corpus([tmp_path], CATALOGUE)


def test_own_figures_go_before_any_number_of_news(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text(TABLE, encoding="utf-8")
    for outlet in ("First", "Second", "Third"):
        text = f"小米三季报\n{outlet} Daily· 2025-11-18 20:00\n{outlet}：小米集团2025年第三季度营收1150亿元。\n"
        (tmp_path / f"{outlet}.txt").write_text(text, encoding="utf-8")
    corpus = read_corpus([tmp_path], CATALOGUE)
    extractor = Extractor(CATALOGUE)
    found = [figure for document in corpus.documents for figure in extractor.figures(document)]
    facts = select(corpus.documents, by_company(found), [], [], CATALOGUE).facts
    (fact,) = [f for a, f in facts.items() if (a.metric, str(a.period), a.measure) == ("revenue", "2025-Q3", "level")]
    assert fact.value == 113_121_000_000
    assert len(fact.dissenting) == 3


@pytest.mark.parametrize(
    ("written", "means"),
    [("CNY million", Unit(6, "CNY")), ("亿元", Unit(8, "CNY")), ("人民币百万元", Unit(6, "CNY")), ("RMB bn", Unit(9, "CNY")), ("MYR", Unit(0, "MYR")),
     ("million", Unit(6)), ("万台", Unit(4, "count")), ("%", Unit(0, "percent")), ("", Unit()), ("USD CNY", None), ("bushels", None)],
)  # fmt: skip
def test_units(written: str, means: Unit | None) -> None:
    assert unit(written) == means


@pytest.mark.parametrize(
    ("written", "value", "precision"),
    [("113,121", "113121", "1"), ("113.10", "113.10", "0.01"), ("(2.5)", "-2.5", "0.1"), ("−3", "-3", "1"), ("22.9%", "22.9", "0.1"), ("1e3", "1000", "1000")],
)  # fmt: skip
def test_numbers(written: str, value: str, precision: str) -> None:
    assert number(written) == (Decimal(value), Decimal(precision))
    assert number(f"{written}x") is None


@pytest.mark.parametrize("name", ["own.csv", "own.parquet"])
def test_too_many_rows_are_refused_with_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / "own.csv").write_text(TABLE, encoding="utf-8")
    polars.read_csv(tmp_path / "own.csv", infer_schema=False).write_parquet(tmp_path / "own.parquet")
    (error,) = read_file(tmp_path / name, CATALOGUE, Limits(rows=2)).errors
    assert "3 rows, of which 2 are read" in str(error) and "limits: rows:" in str(error)
