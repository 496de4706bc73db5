"""Charts on slides: decks that the standard takes without an error, vectors where PowerPoint has no such chart."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openxml_audit import validate_pptx
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from generator.settings.model import OutputLanguage
from generator.settings.report import ChartKind
from tests.charts.test_kinds import example
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
    assert picture.width / picture.height == pytest.approx(482 / 216, rel=0.01)


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
    assert tuple(charts[0].plots[0].categories) == block.labels
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
