"""Charts: every value written as printed, nothing on top of anything else, the future told apart."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from PIL import Image

from generator.briefing.charted import ChartBlock, Point, Series
from generator.briefing.printed import Printed
from generator.charts.draw import draw
from generator.errors import FontMissing
from generator.settings.builtin import folder
from generator.settings.model import OutputLanguage
from generator.settings.theme import Fonts, Theme
from tests.sample_briefing import sample

QUARTERS = [f"{year}年第{quarter}季度" for year in (2022, 2023, 2024, 2025) for quarter in "一二三四"]


@pytest.fixture(scope="module")
def theme() -> Theme:
    return Theme.model_validate(yaml.safe_load((folder("config") / "themes" / "sober.yaml").read_text("utf-8")))


def block(kind: Any, labels: list[str], series: dict[str, list[Any]], ahead: tuple[str, ...] = ()) -> ChartBlock:
    """Return a chart block; values are printed as they are, those under a label in `ahead` are targets."""
    drawn = tuple(
        Series(name, tuple(
            Point(label, Decimal(str(value)), Printed(str(value), f"f{i}", (1,)), "target" if label in ahead else "actual")
            for i, (label, value) in enumerate(zip(labels, values, strict=False)) if value is not None
        ))
        for name, values in series.items()
    )  # fmt: skip
    return ChartBlock("one", kind, (), (), "CNY billion", 1, tuple(labels), drawn, "What it shows & more", (1,))


def words(svg: str) -> list[str]:
    return [(text.text or "") for text in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def hatches(svg: str) -> int:
    """Return how many marks of a drawing are hatched."""
    return len(re.findall(r'<path aria-hidden="true"[^>]* d="(?:M[^"]*L[^"]*)+"/>', svg)) if "ahead" in svg else 0


def charts(language: OutputLanguage) -> list[ChartBlock]:
    return [section.block for section in sample(language).sections if isinstance(section.block, ChartBlock)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_value_is_written_as_printed(language: OutputLanguage, theme: Theme) -> None:
    blocks = charts(language)
    assert len(blocks) == 3
    for each in blocks:
        written = words(draw(each, theme, language).svg)
        printed = [point.printed.text for series in each.series for point in series.points]
        assert sorted(printed) == sorted(word for word in written if word in printed)
        assert each.unit in written


def test_crowded_lines_still_write_every_value(theme: Theme) -> None:
    waves = {
        "a": [20 + i % 5 for i in range(16)],
        "b": [19 + i % 4 for i in range(16)],
        "c": [18 + i % 3 for i in range(16)],
    }
    drawn = draw(block("line", QUARTERS, waves), theme, "zh")
    values = [word for word in words(drawn.svg) if word.isdigit() and len(word) == 2]
    assert len(values) == 48


def test_one_size_serves_pages_and_slides(theme: Theme) -> None:
    drawn = draw(charts("en")[0], theme, "en")
    picture = Image.open(io.BytesIO(drawn.png))
    assert picture.size == (2 * drawn.width, 2 * drawn.height)


def test_a_drawing_tells_its_description(theme: Theme) -> None:
    drawn = draw(block("bar", ["Q1"], {"Revenue": [1]}), theme, "en")
    assert "<title>What it shows &amp; more</title>" in drawn.svg
    assert drawn.description == "What it shows & more"
    assert drawn.spec["description"] == "What it shows & more"


def test_drawing_twice_gives_the_same_bytes(theme: Theme) -> None:
    first, second = (draw(charts("zh")[1], theme, "zh") for _ in range(2))
    assert (first.svg, first.png) == (second.svg, second.png)


def test_a_target_is_named_and_hatched(theme: Theme) -> None:
    drawn = draw(block("bar", ["2024", "2025"], {"Deliveries": [10, 30]}, ahead=("2025",)), theme, "en")
    assert "target" in words(drawn.svg)
    assert hatches(drawn.svg) == 1
    assert hatches(draw(block("bar", ["2024"], {"Deliveries": [10]}), theme, "en").svg) == 0


def test_a_target_for_what_is_reached_stands_across_its_bar(theme: Theme) -> None:
    both = block("target", ["2025"], {"Deliveries": [26], "Target": []})
    goal = Series("Target", (Point("2025", Decimal(35), Printed("35", "f9"), "target"),))
    drawn = draw(replace(both, series=(both.series[0], goal)), theme, "en")
    assert {"26", "target 35"} <= set(words(drawn.svg))


def test_long_names_are_told_in_full(theme: Theme) -> None:
    name = "智能电动汽车及人工智能等创新业务以及其他新兴业务分部收入合计"
    drawn = draw(block("grouped_bar", QUARTERS[:4], {name: [1, 2, 3, 4], "手机": [4, 3, 2, 1]}), theme, "zh")
    assert name in words(drawn.svg)


def test_bars_lie_down_where_their_words_need_room(theme: Theme) -> None:
    wide = block("bar", QUARTERS[:9], {"营业收入": [*range(10, 19)]})
    points = tuple(replace(p, printed=Printed(f"人民币{p.value}.50亿元", "f1")) for p in wide.series[0].points)
    drawn = draw(replace(wide, series=(Series("营业收入", points),)), theme, "zh")
    assert {"2022年第一季度", "人民币10.50亿元"} <= set(words(drawn.svg))


def test_a_thin_part_has_its_value_at_its_side(theme: Theme) -> None:
    drawn = draw(block("stacked_bar", ["Q1", "Q2"], {"a": [100, 100], "b": [2, 3], "c": [40, 50]}), theme, "en")
    assert {"2", "3"} <= set(words(drawn.svg))
    assert "xOffset" not in str(drawn.spec)


def test_parts_too_thin_beside_each_other_stand_side_by_side(theme: Theme) -> None:
    drawn = draw(block("stacked_bar", ["Q1", "Q2"], {"a": [100, 100], "b": [1, 1], "c": [1, 1]}), theme, "en")
    assert words(drawn.svg).count("1") == 4
    assert "xOffset" in str(drawn.spec)


def test_bars_that_share_no_label_stand_over_their_labels(theme: Theme) -> None:
    one = block("target", ["2024", "2025"], {"Deliveries": [10], "Target": [None, 30]}, ahead=("2025",))
    drawn = draw(one, theme, "en")
    assert "xOffset" not in str(drawn.spec)
    assert {"2024", "2025", "target", "10", "30"} <= set(words(drawn.svg))
    assert not {"Deliveries", "Target"} & set(words(drawn.svg))  # an aim hatched, and called one: no legend is needed


def test_many_lying_bars_make_a_taller_chart(theme: Theme) -> None:
    series = {name: [1000000 + i for i in range(12)] for name in ("甲", "乙", "丙")}
    drawn = draw(block("grouped_bar", QUARTERS[:12], series), theme, "zh")
    assert drawn.height > 216
    assert Image.open(io.BytesIO(drawn.png)).height == round(2 * drawn.height)


def test_losses_hang_below_the_line(theme: Theme) -> None:
    drawn = draw(block("bar", ["Q1", "Q2"], {"Profit": [-7, 7]}), theme, "en")
    heights = {
        text.text: float(re.findall(r"translate\([^,]+,([^)]+)\)", text.get("transform", ""))[0])
        for text in ElementTree.fromstring(drawn.svg).iter("{http://www.w3.org/2000/svg}text")
        if text.text in ("−7", "-7", "7")
    }
    assert heights["-7"] > heights["7"]


def test_a_theme_whose_fonts_are_absent_is_refused(theme: Theme) -> None:
    fonts = Fonts(heading=("Nowhere Sans",), body=("Nowhere Sans",), cjk=theme.fonts.cjk)
    with pytest.raises(FontMissing, match="Nowhere Sans"):
        draw(charts("en")[0], theme.model_copy(update={"fonts": fonts}), "en")
