"""What libraries do by a shorter way comes out as they do it themselves."""

from __future__ import annotations

from pptx import Presentation

import generator.rendering.quickening  # noqa: F401
from generator.settings.builtin import folder


def test_placeholders_are_those_that_the_path_finds() -> None:
    deck = Presentation(str(folder("templates") / "deck" / "master.pptx"))
    shapes = [shape._element for layout in deck.slide_layouts for shape in layout.shapes]
    assert any(shape.ph is not None for shape in shapes) and any(shape.ph is None for shape in shapes)
    for shape in shapes:
        assert shape.ph is next(iter(shape.xpath("./*[1]/p:nvPr/p:ph")), None)
