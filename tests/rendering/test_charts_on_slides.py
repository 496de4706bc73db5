"""Charts on slides: decks that the standard takes without an error, vectors where PowerPoint has no such chart."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import validate_pptx

from generator.settings.model import OutputLanguage
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
