"""The master that comes along: what the code builds, with every placeholder that the slides need."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.errors import TemplateFailed
from generator.rendering.masters.drawing import LAYOUTS, build, plain_theme
from generator.rendering.masters.master import layouts_of
from generator.settings.builtin import folder
from tests.rendering.decks import opened, sober, write
from tests.sample_briefing import sample

MASTER = folder("templates") / "deck" / "master.pptx"


def test_the_master_is_the_one_that_the_code_builds() -> None:
    assert build(plain_theme()) == MASTER.read_bytes()


def test_every_layout_has_headline_kicker_source_footer_and_number() -> None:
    layouts = layouts_of(opened(MASTER))
    assert set(layouts) == set(LAYOUTS)
    for name, layout in layouts.items():
        if name != "Cover":
            assert {"Headline", "Kicker", "Source", "Footer", "Slide Number"} <= set(layout)


@dataclass
class _Edge:
    right: int
    bottom: int


def test_no_placeholder_reaches_over_the_slide() -> None:
    master = opened(MASTER)
    shapes = [shape for layout in master.slide_layouts for shape in layout.placeholders]
    assert len(shapes) > 50
    for shape in shapes:
        edge = _Edge(shape.left + shape.width, shape.top + shape.height)
        assert edge.right <= master.slide_width
        assert edge.bottom <= master.slide_height


def test_one_master_serves_every_theme(tmp_path: Path) -> None:
    colours = sober().colours.model_copy(update={"accent": "#7A1F5C", "rule": "#ABCDEF"})
    path = tmp_path / "deck.pptx"
    write(sample("en"), path, sober().model_copy(update={"colours": colours}))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    theme = opened(path).slide_master.part.part_related_by(kind).blob.decode()
    assert "7A1F5C" in theme
    assert "ABCDEF" in theme
    assert "12355B" not in theme.split("accent1")[0]


def test_a_master_without_a_placeholder_or_no_master_is_told(tmp_path: Path) -> None:
    own = opened(MASTER)
    layout = next(layout for layout in own.slide_layouts if layout.name == "Text")
    body = next(shape for shape in layout.placeholders if shape.name == "Body")
    body._element.getparent().remove(body._element)
    (tmp_path / "deck").mkdir()
    own.save(str(tmp_path / "deck" / "own.pptx"))
    theme = sober().model_copy(update={"master": "own.pptx"})
    with pytest.raises(TemplateFailed, match="'Text' has no placeholder 'Body'"):
        write(sample("en"), tmp_path / "deck.pptx", theme, (tmp_path,))
    with pytest.raises(TemplateFailed, match=r"none\.pptx"):
        write(sample("en"), tmp_path / "deck.pptx", sober().model_copy(update={"master": "none.pptx"}))
    (tmp_path / "deck" / "text.pptx").write_text("no zip")
    with pytest.raises(TemplateFailed, match="no PowerPoint file"):
        write(sample("en"), tmp_path / "deck.pptx", sober().model_copy(update={"master": "text.pptx"}), (tmp_path,))
