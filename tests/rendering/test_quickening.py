"""What libraries do by a shorter way comes out as they do it themselves."""

from __future__ import annotations

import tinycss2
import tinyhtml5
from pptx import Presentation
from tinyhtml5 import inputstream
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INITIAL_VALUES, Dimension

import generator.rendering.quickening as quickening
from generator.settings.builtin import folder

_PAGE = '<p class="a b" id=c>R&amp;D <b>rose</b><!-- 1 --> 10&nbsp;%<svg viewBox="0 0 1 1"><path d="M0,0"/></svg><td>x'


def test_patterns_are_kept_and_are_those_that_the_parser_makes_itself() -> None:
    inputstream.characters_until_regex.clear()
    tinyhtml5.parse(_PAGE)
    kept = dict(inputstream.characters_until_regex)
    tinyhtml5.parse(_PAGE)
    assert kept and inputstream.characters_until_regex == kept  # nothing is compiled again
    for (some, only), pattern in kept.items():
        for char in map(chr, range(256)):
            assert bool(pattern.match(char)) == ((char in some) == only)


def test_placeholders_are_those_that_the_path_finds() -> None:
    deck = Presentation(str(folder("templates") / "deck" / "master.pptx"))
    shapes = [shape._element for layout in deck.slide_layouts for shape in layout.shapes]
    assert any(shape.ph is not None for shape in shapes) and any(shape.ph is None for shape in shapes)
    for shape in shapes:
        assert shape.ph is next(iter(shape.xpath("./*[1]/p:nvPr/p:ph")), None)


def test_formulas_are_found_where_they_are() -> None:
    (formula,) = tinycss2.parse_component_value_list("calc(100% + 10pt)")
    values = [*INITIAL_VALUES.values(), formula, (Dimension(1, "px"), formula), ((formula,), 1), ("a", ("b", 2.0))]
    assert sum(bool(check_math(value)) for value in values) >= 3
    for value in values:
        assert bool(quickening._has_formula(value)) == bool(check_math(value)), value
