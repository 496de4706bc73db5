"""Decks opened and saved again by LibreOffice: titles, notes and PowerPoint's own charts outlive it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from tests.rendering.characters import bare
from tests.rendering.decks import opened, sample_path
from tests.rendering.office import converted

LANGUAGES = ("en", "zh")
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample decks as LibreOffice saves them."""
    out = tmp_path_factory.mktemp("saved")
    return dict(zip(LANGUAGES, converted([sample_path(one) for one in LANGUAGES], "pptx", out), strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deck_saved_again_by_an_office_keeps_titles_notes_and_charts(language: str, saved: dict[str, Path]) -> None:
    before, after = (list(opened(path).slides) for path in (sample_path(language), saved[language]))
    assert len(before) > 15
    assert [_title(slide) for slide in after] == [_title(slide) for slide in before]
    assert [_notes(slide) for slide in after] == [_notes(slide) for slide in before]
    charts = [_charts(slide) for slide in before]
    assert sum(map(len, charts)) == 5
    assert [_charts(slide) for slide in after] == charts


def _title(slide: Any) -> list[str]:
    """Return a slide's titles; told by their type, since LibreOffice numbers its placeholders otherwise."""
    titles = (shape for shape in slide.placeholders if shape.placeholder_format.type in TITLES)
    return [bare(shape.text_frame.text) for shape in titles]


def _notes(slide: Any) -> str:
    return bare(slide.notes_slide.notes_text_frame.text) if slide.has_notes_slide else ""


def _charts(slide: Any) -> list[list[tuple[str, list[float | None]]]]:
    """Return the series of every chart on a slide, with their values."""
    charts = (shape.chart for shape in slide.shapes if shape.has_chart)
    return [[(series.name, list(series.values)) for plot in chart.plots for series in plot.series] for chart in charts]
