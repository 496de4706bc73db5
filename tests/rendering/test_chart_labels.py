"""Data labels of native charts: above or below their points, never over one another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from pptx.oxml.ns import qn

from generator.briefing.charted import ChartBlock, Point, Series
from generator.briefing.printed import Printed
from generator.charts.theme import contrast
from generator.rendering.chart_labels import axis_ends, labels_below
from generator.rendering.sheets import Frame
from tests.rendering.decks import opened, sober, with_block, write
from tests.sample_briefing import sample

FRAME = Frame(0, 0, 800, 250)


def _lines(*series: tuple[str, ...]) -> ChartBlock:
    margins = next(section.block for section in sample("en").sections if section.id == "margins")
    assert isinstance(margins, ChartBlock)
    labels = tuple(f"Q{i}" for i in range(len(series[0])))
    evidence = margins.series[0].points[0].printed.evidence
    drawn = tuple(
        Series(f"s{n}", tuple(Point(at, Decimal(v), Printed(v, evidence)) for at, v in zip(labels, one, strict=True)))
        for n, one in enumerate(series)
    )
    return replace(margins, labels=labels, series=drawn)


def test_one_line_has_its_labels_above() -> None:
    assert labels_below(_lines(("1", "5", "3")), FRAME, 11) == frozenset()


def test_of_two_lines_close_together_the_lower_one_has_its_label_below() -> None:
    assert labels_below(_lines(("10", "20.4"), ("30", "20.6")), FRAME, 11) == {(0, "Q1")}


def test_a_chart_whose_labels_must_clash_stands_as_a_picture(tmp_path: Path) -> None:
    block = _lines(("10", "20.4"), ("30", "20.6"), ("15", "20.5"))
    assert labels_below(block, FRAME, 11) is None
    path = tmp_path / "deck.pptx"
    write(with_block(sample("en"), "margins", block), path)
    slides = list(opened(path).slides)
    assert not any(shape.has_chart for slide in slides for shape in slide.shapes)
    assert any(slide.slide_layout.name == "Picture" for slide in slides)


def test_bars_begin_at_zero_and_lines_need_not() -> None:
    block = _lines(("90", "100"))
    assert axis_ends(block)[0] > 80
    assert axis_ends(replace(block, chart="bar"))[0] == 0
    assert axis_ends(replace(_lines(("-5", "10")), chart="bar"))[0] < -5


def test_the_deck_puts_labels_where_they_were_found_to_stand_clear(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    write(with_block(sample("en"), "margins", _lines(("10", "20.4"), ("30", "20.6"))), path)
    chart = next(shape.chart for slide in opened(path).slides for shape in slide.shapes if shape.has_chart)
    places = [[p.get("val") for p in s._element.iter(qn("c:dLblPos"))] for s in chart.plots[0].series]
    assert places == [["t", "b"], ["t", "t"]]


def test_labels_in_a_pale_series_colour_are_darkened_until_they_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    write(with_block(sample("en"), "margins", _lines(("10", "20.4"), ("30", "20.6"))), path)
    chart = next(shape.chart for slide in opened(path).slides for shape in slide.shapes if shape.has_chart)
    colours = [next(s._element.iter(qn("a:srgbClr"))).get("val") for s in chart.plots[0].series]
    assert colours[0] == sober().colours.series[0][1:]
    assert colours[1] != sober().colours.series[1][1:]
    assert all(contrast(f"#{colour}", sober().colours.ground) >= 4.5 for colour in colours)
