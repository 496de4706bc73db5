"""The seed page, a real one: every figure on it, and every direct quote with its speaker."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extraction.case import figure_rows, quote_rows
from tests.extraction.seed import Outlet, outlets


@pytest.fixture(scope="module")
def page(seed: Path) -> list[Outlet]:
    return list(outlets(seed))


def test_every_figure_and_nothing_else(page: list[Outlet]) -> None:
    assert sum(len(outlet.comparison.matched) for outlet in page) == 50
    wrong = [f"{outlet.name}\n{outlet.comparison}" for outlet in page if not outlet.comparison.same]
    assert not wrong, "\n\n".join(wrong)


def test_figures_stand_on_their_words_in_the_file_as_read(page: list[Outlet], seed: Path) -> None:
    file = next(seed.glob("*.txt")).read_text(encoding="utf-8")
    for outlet in page:
        start = file.index(outlet.document.text)
        for row in figure_rows(outlet.document)[0]:
            assert file[start + row["start"] : start + row["end"]] == row["text"]


def test_direct_quotes_with_their_speakers(page: list[Outlet]) -> None:
    found = {
        (outlet.name, row["speaker"], row["text"][:6])
        for outlet in page
        for row in quote_rows(outlet.document)
        if row["kind"] == "direct"
    }
    assert found == {
        ("3 6 Ke", "罗福莉", "它的代码能力"),
        ("3 6 Ke", "罗福莉", "大部分评估基"),
        ("Sou Hu Cai Jing", "雷军", "实现苹果都没"),
        ("Zheng Quan Shi Bao", "雷军", "是Ultra"),
    }
