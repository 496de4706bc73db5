"""Charts on slides: decks that the standard takes without an error, vectors where PowerPoint has no such chart."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import validate_pptx
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.oxml.ns import qn

from generator.briefing.charted import Series
from generator.settings.figure_sections import ChartKind
from generator.settings.model import OutputLanguage
from tests.charts.test_kinds import example, over_periods, point, with_ahead
from tests.rendering.decks import opened, sample_path, with_block, write
from tests.sample_briefing import sample


def faults(path: Path) -> list[str]:
    return [f"{error.part_uri} {error.path}: {error.description}" for error in validate_pptx(path).errors]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_deck_holds_nothing_that_the_standard_refuses(language: OutputLanguage, tmp_path: Path) -> None:
    path = sample_path(language)
    with zipfile.ZipFile(path) as package:
        assert sum(name.startswith("ppt/charts/chart") for name in package.namelist()) == 5
    assert faults(path) == []


def test_a_deck_that_breaks_the_standard_would_be_told() -> None:
    bare = opened(sample_path("en"))
    axis = next(s.chart for slide in bare.slides for s in slide.shapes if s.has_chart)._chartSpace.xpath(".//c:axId")[0]
    axis.set("val", "-2068027336")
    broken = sample_path("en").with_name("broken.pptx")
    bare.save(str(broken))
    assert len(faults(broken)) == 1


def test_a_picture_is_a_vector_with_a_fallback(tmp_path: Path) -> None:
    briefing = sample("zh")
    block = next(section.block for section in briefing.sections if section.id == "revenue")
    path = tmp_path / "deck.pptx"
    write(with_block(briefing, "revenue", replace(block, chart="target")), path)
    assert faults(path) == []
    picture = next(shape for slide in opened(path).slides for shape in slide.placeholders if hasattr(shape, "image"))
    assert picture.image.content_type == "image/png"
    vector = picture._element.xpath(".//*[local-name()='svgBlip']")[0]
    embed = vector.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed")
    svg = picture.part.related_part(embed).blob.decode()
    assert all(point.printed.text in svg for series in block.series for point in series.points)
    height, width = (float(svg.split(f' {side}="')[1].split('"')[0]) for side in ("height", "width"))
    assert picture.width / picture.height == pytest.approx(width / height, rel=0.01)
    assert picture.left == 44 * 12700, "it begins where the headline does"
    assert picture.width == 872 * 12700


def _charted(kind: ChartKind, language: OutputLanguage, path: Path, **more: Any) -> Any:
    """Write a deck of one chart and return the slide's shapes."""
    briefing = sample(language)
    evidence = next(iter(briefing.evidence))
    block = example(kind, language)
    series = tuple(
        replace(one, points=tuple(replace(p, printed=replace(p.printed, evidence=evidence)) for p in one.points))
        for one in more.pop("series", block.series)
    )
    write(with_block(briefing, "revenue", replace(block, id="revenue", series=series, **more)), path)
    assert faults(path) == []
    return [shape for slide in opened(path).slides for shape in slide.shapes]


PATTERNED: tuple[ChartKind, ...] = ("bar", "grouped_bar", "stacked_bar", "donut", "share_bar")


@pytest.mark.parametrize("one", [None, 0], ids=["all", "one series"])
@pytest.mark.parametrize("kind", PATTERNED)
def test_what_is_ahead_is_hatched_in_powerpoints_charts_and_says_what_it_is(
    kind: ChartKind, one: int | None, tmp_path: Path
) -> None:
    block = with_ahead(example(kind, "zh"), one)
    shapes = _charted(kind, "zh", tmp_path / "deck.pptx", series=block.series)
    chart = next(shape.chart for shape in shapes if shape.has_chart)
    patterns = list(chart._chartSpace.iter(qn("a:pattFill")))
    assert len(patterns) == sum(point.basis != "actual" for series in block.series for point in series.points)
    assert {pattern.get("prst") for pattern in patterns} == {"ltUpDiag"}
    told = [label for label in chart.plots[0].categories if label.endswith("\n预测")]
    told += [s.text_frame.text for s in shapes if s.has_text_frame and s.text_frame.text.endswith("▨ 预测")]
    assert len(told) == 1


def test_a_forecast_of_a_line_is_dashed_up_to_a_hollow_point(tmp_path: Path) -> None:
    series = with_ahead(over_periods("line", "en", 4, 1)).series
    shapes = _charted("line", "en", tmp_path / "deck.pptx", series=series, labels=over_periods("line", "en", 4).labels)
    chart = next(shape.chart for shape in shapes if shape.has_chart)
    assert [dash.get("val") for dash in chart._chartSpace.iter(qn("a:prstDash"))] == ["dash"]
    assert list(chart.plots[0].categories)[-1] == "Q3 2025\nforecast"


def test_parts_of_bars_are_named_beside_them_in_their_order_where_there_is_room(tmp_path: Path) -> None:
    block = example("stacked_bar", "en")
    chart = next(s.chart for s in _charted("stacked_bar", "en", tmp_path / "one.pptx") if s.has_chart)
    assert chart.legend.position == XL_LEGEND_POSITION.RIGHT
    long = tuple(replace(one, name=f"{one.name} of the group and all its joint ventures") for one in block.series)
    chart = next(s.chart for s in _charted("stacked_bar", "en", tmp_path / "two.pptx", series=long) if s.has_chart)
    assert chart.legend.position == XL_LEGEND_POSITION.TOP


def _bars_labelled(labels: tuple[str, ...], path: Path) -> Any:
    points = tuple(point(label, i + 10) for i, label in enumerate(labels))
    shapes = _charted("bar", "zh", path, series=(Series("收入", points),), labels=labels)
    return next(shape.chart for shape in shapes if shape.has_chart)


def test_long_labels_are_broken_where_words_part_and_never_turned(tmp_path: Path) -> None:
    labels = tuple(f"{year}年第{quarter}季度" for year in (2022, 2023, 2024, 2025) for quarter in "一二三四")
    chart = _bars_labelled(labels, tmp_path / "deck.pptx")
    assert chart.chart_type == XL_CHART_TYPE.COLUMN_CLUSTERED
    assert tuple(chart.plots[0].categories) == tuple(label.replace("年", "年\n") for label in labels)
    turned = chart.category_axis._element.txPr.find(qn("a:bodyPr")).get("rot")
    assert turned == "0"


def test_bars_lie_down_where_no_break_gives_their_labels_room(tmp_path: Path) -> None:
    labels = tuple(f"智能电动汽车及人工智能创新业务{i}" for i in range(9))
    chart = _bars_labelled(labels, tmp_path / "deck.pptx")
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert chart.category_axis.reverse_order
    assert tuple(chart.plots[0].categories) == labels


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("kind", "native"),
    [
        ("area", XL_CHART_TYPE.AREA_STACKED), ("donut", XL_CHART_TYPE.DOUGHNUT),
        ("share_bar", XL_CHART_TYPE.BAR_STACKED_100), ("grouped_bar", XL_CHART_TYPE.COLUMN_CLUSTERED),
    ],
)  # fmt: skip
def test_powerpoint_draws_what_it_can_itself(
    kind: ChartKind, native: Any, language: OutputLanguage, tmp_path: Path
) -> None:
    shapes = _charted(kind, language, tmp_path / "deck.pptx")
    charts = [shape.chart for shape in shapes if shape.has_chart]
    assert [chart.chart_type for chart in charts] == [native]
    block = example(kind, language)
    labels = ["".join(t.text for t in label.iter(qn("a:t"))) for label in charts[0]._chartSpace.iter(qn("c:dLbl"))]
    assert labels == [point.printed.text for series in block.series for point in series.points]
    assert tuple(category.replace("\n", "") for category in charts[0].plots[0].categories) == block.labels
    assert charts[0].part.chart_workbook.xlsx_part is not None
    numbers = [list(series.values) for series in charts[0].plots[0].series]
    assert numbers == [[float(point.value) for point in series.points] for series in block.series]


def test_labels_stand_where_powerpoint_takes_them(tmp_path: Path) -> None:
    """A place for the labels of a donut or an area makes PowerPoint repair the file."""
    for kind in ("donut", "area"):
        shapes = _charted(kind, "en", tmp_path / f"{kind}.pptx")  # type: ignore[arg-type]
        chart = next(shape.chart for shape in shapes if shape.has_chart)
        assert list(chart._chartSpace.iter(qn("c:dLblPos"))) == []


@pytest.mark.parametrize("kind", ["waterfall", "slope", "dumbbell", "heat_table", "sparkline", "timeline", "bullet"])
def test_what_powerpoint_has_no_twin_for_stands_as_a_vector(kind: ChartKind, tmp_path: Path) -> None:
    shapes = _charted(kind, "zh", tmp_path / "deck.pptx")
    assert not any(shape.has_chart for shape in shapes)
    assert sum(bool(shape._element.xpath(".//*[local-name()='svgBlip']")) for shape in shapes) == 1


def test_yaml_has_the_last_word(tmp_path: Path) -> None:
    assert not any(shape.has_chart for shape in _charted("bar", "en", tmp_path / "one.pptx", native=False))
    narrow = example("grouped_bar", "en")
    wide = tuple(
        replace(one, points=tuple(replace(p, printed=replace(p.printed, text="over 1,113.45 billion yuan")) for p in one.points))
        for one in narrow.series
    )  # fmt: skip
    assert not any(shape.has_chart for shape in _charted("grouped_bar", "en", tmp_path / "two.pptx", series=wide))
    forced = _charted("grouped_bar", "en", tmp_path / "three.pptx", series=wide, native=True)
    assert sum(shape.has_chart for shape in forced) == 1
