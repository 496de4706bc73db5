"""The reports that the product ships, composed from the corpus that it ships."""

from __future__ import annotations

import re
from functools import cache

import pytest

from generator.briefing.charted import ChartBlock
from generator.briefing.citations import printed_in
from generator.briefing.compose import compose
from generator.briefing.model import Briefing
from generator.briefing.tabled import Conflicts, Scorecard
from generator.briefing.worded import Quotes
from generator.briefing.words import plain
from generator.corpus.reading import read_corpus
from generator.extraction.extractor import Extractor
from generator.selection.select import select
from generator.selection.selection import Selection
from generator.settings.builtin import folder
from generator.settings.project import Project, open_project
from tests.selection.stating import by_company

AUDIENCES = ("board", "analysts", "retail")


@cache
def project() -> Project:
    return open_project(folder("config").parent)


@cache
def selection() -> Selection:
    catalogue = project().catalogue
    documents = read_corpus([folder("corpus")]).documents
    extractor = Extractor(catalogue)
    figures = [figure for document in documents for figure in extractor.figures(document)]
    quotes = [quote for document in documents for quote in extractor.quotes(document)]
    ratings = [rating for document in documents for rating in extractor.ratings(document)]
    return select(documents, by_company(figures), quotes, ratings, catalogue)


@cache
def briefing(report: str, audience: str) -> Briefing:
    made = project()
    return compose(
        report,
        made.reports[report],
        audience,
        made.audiences[audience],
        selection(),
        made.catalogue,
        made.translations,
        "2026-W02",
    )


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("report", ["weekly", "results"])
def test_every_section_has_a_title_and_a_headline_that_is_a_sentence(report: str, audience: str) -> None:
    made = briefing(report, audience)
    assert len(made.sections) >= 6
    for section in made.sections:
        assert section.title
        assert plain(section.headline)[-1] in ".。", f"{section.id}: {plain(section.headline)}"
        assert "{" not in plain(section.headline)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_quarters_results_are_all_stated(audience: str) -> None:
    made = briefing("results", audience)
    assert not made.notices
    card = next(s.block for s in made.sections if isinstance(s.block, Scorecard)).cards[0]
    assert card.value is not None
    assert (
        card.value.text
        == {"board": "113.1 billion yuan", "analysts": "RMB 113.12 billion", "retail": "1,131.2亿元"}[audience]
    )
    charts = {s.id: s.block for s in made.sections if isinstance(s.block, ChartBlock)}
    assert {name: len(chart.labels) for name, chart in charts.items()} == {
        "margins": 7, "bridge": 6, "segments": 6, "growth_rates": 7,
    }  # fmt: skip
    assert len(charts["segments"].series) == 4
    assert [point.printed.text[0] for point in charts["bridge"].series[0].points[1:5]] == ["−", "+", "+", "+"]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_figure_of_the_corpus_is_printed_without_evidence(audience: str) -> None:
    made = briefing("results", audience)
    values = {re.sub(r"[^\d.,]", "", printed.text) for printed in printed_in(made.sections)}
    values = {value for value in values if len(value) > 2}
    assert len(values) > 30
    words = [s.title for s in made.sections] + [
        piece for s in made.sections for piece in s.headline if isinstance(piece, str)
    ]
    words += [
        c.explanation + c.label for s in made.sections if isinstance(s.block, Conflicts) for c in s.block.conflicts
    ]
    words += [s.block.description for s in made.sections if isinstance(s.block, ChartBlock)]
    found = [
        (value, text)
        for value in values
        for text in words
        if re.search(rf"(?<![\d.]){re.escape(value)}(?![\d.])", text)
    ]
    assert not found


def test_retail_readers_get_charts_first_and_chinese_throughout() -> None:
    made = briefing("results", "retail")
    assert isinstance(made.sections[0].block, ChartBlock)
    for section in made.sections:
        assert re.search(r"[\u4e00-\u9fff]", section.title + plain(section.headline))


def test_board_gets_less_than_analysts() -> None:
    board, analysts = briefing("results", "board"), briefing("results", "analysts")
    assert {s.id for s in board.sections} < {s.id for s in analysts.sections}
    assert len(list(printed_in(board.sections))) < len(list(printed_in(analysts.sections)))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("report", ["weekly", "results"])
def test_every_quote_of_the_demo_corpus_can_be_read_in_the_readers_language(report: str, audience: str) -> None:
    quotes = [s.block for s in briefing(report, audience).sections if isinstance(s.block, Quotes)]
    cards = [card for block in quotes for card in block.cards]
    assert len(cards) >= 2
    for card in cards:
        assert not card.untranslated
        assert (card.translation is None) == (card.language == briefing(report, audience).language)
