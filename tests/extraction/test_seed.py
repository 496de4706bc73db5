"""The seed page, a real one: every figure on it, and every direct quote with its speaker."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import RootModel

from generator.corpus.document import Document
from generator.corpus.reading import read_corpus
from generator.settings.loading import validate_file
from generator.settings.yaml_nodes import read_yaml
from tests.extraction.case import FoundFigure, figure_rows, quote_rows
from tests.extraction.comparison import compare

FIGURES = Path(__file__).parent / "seed.yaml"
Expected = RootModel[dict[str, list[FoundFigure]]]


@pytest.fixture(scope="module")
def page(seed: Path) -> dict[str, Document]:
    """The page's documents by outlet; each outlet has one."""
    return {document.publisher or "": document for document in read_corpus([seed]).documents}


@pytest.fixture(scope="module")
def expected() -> dict[str, list[FoundFigure]]:
    listed, problems = validate_file(read_yaml(FIGURES), Expected)
    assert listed is not None, problems
    return listed.root


def test_every_figure_and_nothing_else(page: dict[str, Document], expected: dict[str, list[FoundFigure]]) -> None:
    assert len(page) == 10
    differences = {}
    for outlet, document in page.items():
        rows, _ = figure_rows(document)
        compared = compare([{"entity": "xiaomi"} | figure.complete() for figure in expected.get(outlet, [])], rows)
        if not compared.same:
            differences[outlet] = str(compared)
    assert not differences, "\n\n".join(f"{outlet}\n{difference}" for outlet, difference in differences.items())


def test_figures_stand_on_their_words_in_the_file_as_read(page: dict[str, Document], seed: Path) -> None:
    file = next(seed.glob("*.txt")).read_text(encoding="utf-8")
    for document in page.values():
        start = file.index(document.text)
        for row in figure_rows(document)[0]:
            assert file[start + row["start"] : start + row["end"]] == row["text"]


def test_direct_quotes_with_their_speakers(page: dict[str, Document]) -> None:
    found = {
        (outlet, row["speaker"], row["text"][:6])
        for outlet, document in page.items()
        for row in quote_rows(document)
        if row["kind"] == "direct"
    }
    assert found == {
        ("3 6 Ke", "罗福莉", "它的代码能力"),
        ("3 6 Ke", "罗福莉", "大部分评估基"),
        ("Sou Hu Cai Jing", "雷军", "实现苹果都没"),
        ("Zheng Quan Shi Bao", "雷军", "是Ultra"),
    }
