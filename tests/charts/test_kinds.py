"""Every kind of chart, with ordinary and with unruly contents: all values written, nothing on anything, nothing cut."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from math import cos, hypot, sin
from typing import Any, get_args

import altair as alt
import pytest
import yaml

from generator.briefing.charted import ChartBlock, Point, Series
from generator.briefing.printed import Printed
from generator.charts.draw import draw
from generator.charts.hatching import slanting
from generator.charts.theme import look
from generator.settings.builtin import folder
from generator.settings.figure_sections import ChartKind
from generator.settings.model import OutputLanguage
from generator.settings.theme import Theme
from tests.charts.words_of import outside, overlaps, words_of

THEME = Theme.model_validate(yaml.safe_load((folder("config") / "themes" / "sober.yaml").read_text("utf-8")))
PERIODS = {
    "en": ("Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "Q1 2025", "Q2 2025", "Q3 2025"),
    "zh": ("2024Q1", "2024Q2", "2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3"),
}
NAMES = {
    "en": ("Smartphone revenue", "IoT and lifestyle products", "Internet services", "Smart EV, AI and other new initiatives"),
    "zh": ("智能手机收入", "IoT与生活消费产品收入", "互联网服务收入", "智能电动汽车及人工智能等创新业务收入"),
}  # fmt: skip
VALUES = (
    (46.5, 47.5, 51.3, 50.6, 45.5, 46.0, 48.1),
    (26.8, 26.1, 30.9, 32.3, 38.7, 27.6, 30.0),
    (8.3, 8.5, 9.3, 9.1, 9.1, 9.4, 9.8),
    (16.4, 19.7, 16.7, 18.6, 21.3, 29.0, 31.2),
)
KINDS = tuple(kind for kind in get_args(ChartKind) if kind != "vega_lite")
MARKS = (r'stroke-opacity="0.55"', r'stroke-dasharray="\d', r'fill="#FFFFFF" stroke="#')  # hatched, dashed, hollow
LANGUAGES: tuple[OutputLanguage, ...] = ("en", "zh")


def point(label: str, value: float, text: str | None = None, basis: Any = "actual", **more: Any) -> Point:
    return Point(label, Decimal(str(value)), Printed(text or str(value), f"e{label}{value}", (1,)), basis, **more)


def block(kind: ChartKind, labels: tuple[str, ...], *series: Series, unit: str = "billion yuan") -> ChartBlock:
    return ChartBlock("one", kind, (), (), unit, 1, labels, series, "What it shows", (1,))


def over_periods(kind: ChartKind, language: OutputLanguage, count: int = 7, parts: int = 4) -> ChartBlock:
    labels = PERIODS[language][-count:]
    series = [
        Series(name, tuple(point(label, value) for label, value in zip(labels, values[-count:], strict=True)))
        for name, values in zip(NAMES[language][:parts], VALUES[:parts], strict=True)
    ]
    return block(kind, labels, *series)


def example(kind: ChartKind, language: OutputLanguage) -> ChartBlock:
    """Return a block such as a report makes it."""
    names = NAMES[language]
    if kind == "donut":
        return block(kind, names, Series("Q3 2025", tuple(map(point, names, (48.1, 31.2, 30.0, 9.8)))))
    if kind == "waterfall":
        steps = [point(name, value) for name, value in zip(names, (48.1, -12.2, 30.0, 9.8), strict=True)]
        return block(kind, (*names, "Total"), Series("Total", (*steps, replace(point("Total", 75.7), whole=True))))
    if kind == "bullet":
        reached = [point(name, value) for name, value in zip(names, (26.1, 9.8, 3.0, 41.0), strict=True)]
        aims = [point(name, value, basis="target") for name, value in zip(names, (35.0, 9.9, 30.0, 40.0), strict=True)]
        return block(kind, names, Series("reached", tuple(reached)), Series("target", tuple(aims)), unit="")
    if kind == "timeline":
        days = [date(2025, 3, 31) + timedelta(days=91 * i) for i in range(5)]
        points = [point(str(day), i * 10.5, day=day) for i, day in enumerate(days)]
        aim = replace(point("2027", 99.5, basis="target"), day=date(2027, 12, 31))
        return block(kind, (), Series(names[0], (*points, aim)), Series(names[3], tuple(points[:3])), unit="")
    counts = {"slope": 2, "dumbbell": 2, "bar": 7, "grouped_bar": 3}
    parts = {"bar": 1, "target": 1, "area": 1}
    return over_periods(kind, language, counts.get(kind, 6), parts.get(kind, 4))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_value_is_written_once_clear_of_all_others(kind: ChartKind, language: OutputLanguage) -> None:
    each = example(kind, language)
    drawn = draw(each, THEME, language)
    words = words_of(drawn, look(THEME, language))
    texts = [word.text for word in words]
    for series in each.series:
        ends = (series.points[0], series.points[-1]) if kind == "sparkline" else series.points
        for one in ends:
            assert any(one.printed.text in text for text in texts), one.printed.text
    assert overlaps(words) == []
    assert outside(words, drawn) == []
    if len(each.series) > 1 and kind != "bullet":
        whole = "".join(texts).replace(" ", "")
        assert all(series.name.replace(" ", "") in whole for series in each.series)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_unruly_contents_stay_apart_too(kind: ChartKind, language: OutputLanguage) -> None:
    each = example(kind, language)
    long = (
        "consolidated group total excluding one-off items" if language == "en" else "不含一次性项目的集团合并口径合计数"
    )
    amount = "over 1,113.45 billion yuan" if language == "en" else "超11,134.5亿元"
    series = tuple(
        replace(one, name=f"{one.name} {long}", points=tuple(replace(p, printed=replace(p.printed, text=amount)) for p in one.points))
        for one in each.series
    )  # fmt: skip
    drawn = draw(replace(each, series=series), THEME, language)
    words = words_of(drawn, look(THEME, language))
    written = "".join(word.text for word in words).replace(" ", "")  # values may stand on two lines
    assert written.count(amount.replace(" ", "")) >= len(each.series)
    assert outside(words, drawn) == []
    assert overlaps(words) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_half_a_page_is_room_enough(kind: ChartKind, language: OutputLanguage) -> None:
    drawn = draw(example(kind, language), THEME, language, half=True)
    words = words_of(drawn, look(THEME, language))
    assert drawn.width < 240
    assert len(words) > 6
    assert overlaps(words) == []
    assert outside(words, drawn) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["grouped_bar", "stacked_bar", "line"])
def test_long_names_stay_inside_half_a_page(kind: ChartKind, language: OutputLanguage) -> None:
    each = example(kind, language)
    long = " of the group and of all its joint ventures" if language == "en" else "（含集团及各合营公司口径合计数）"
    each = replace(each, series=tuple(replace(one, name=one.name + long) for one in each.series))
    drawn = draw(each, THEME, language, half=True)
    words = words_of(drawn, look(THEME, language))
    assert outside(words, drawn) == []
    assert overlaps(words) == []
    whole = "".join(word.text for word in words).replace(" ", "")
    assert all(one.name.replace(" ", "") in whole for one in each.series)


@pytest.mark.parametrize("kind", KINDS)
def test_the_specification_is_vega_lite(kind: ChartKind) -> None:
    spec = draw(example(kind, "en"), THEME, "en").spec
    assert alt.LayerChart.from_dict(spec).to_dict(validate=True)["description"] == "What it shows"


def test_names_stand_at_the_ends_of_lines_and_not_in_a_legend() -> None:
    drawn = draw(over_periods("line", "zh"), THEME, "zh")
    words = {word.text: word for word in words_of(drawn, look(THEME, "zh"))}
    last = words["2025Q3"]
    assert all(words[name].left > last.left for name in NAMES["zh"][:3])


def test_names_of_lines_that_end_apart_stand_in_a_legend() -> None:
    each = over_periods("line", "zh")
    short = replace(each.series[0], points=each.series[0].points[:-1])
    drawn = draw(replace(each, series=(short, *each.series[1:])), THEME, "zh")
    words = {word.text: word for word in words_of(drawn, look(THEME, "zh"))}
    assert all(words[name].bottom < words["50.6"].top for name in NAMES["zh"][:3])


def settled(each: ChartBlock) -> ChartBlock:
    """Return a block in which all has come to pass."""
    done = tuple(replace(s, points=tuple(replace(p, basis="actual") for p in s.points)) for s in each.series)
    return replace(each, series=done)


def with_ahead(each: ChartBlock, series: int | None = None) -> ChartBlock:
    """Return a block whose last points are forecasts: those of all series, or of one."""
    chosen = range(len(each.series)) if series is None else (series,)
    return replace(each, series=tuple(
        replace(one, points=(*one.points[:-1], replace(one.points[-1], basis="forecast"))) if i in chosen else one
        for i, one in enumerate(each.series)
    ))  # fmt: skip


@pytest.mark.parametrize(("language", "word"), [("en", "forecast"), ("zh", "预测")])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_ahead_looks_otherwise_and_says_what_it_is(
    kind: ChartKind, language: OutputLanguage, word: str
) -> None:
    each = example(kind, language)
    plain = draw(each if kind == "bullet" else settled(each), THEME, language)
    assert word not in "".join(text.text for text in words_of(plain, look(THEME, language)))
    for block_ahead in (with_ahead(each), with_ahead(each, 0)):
        drawn = draw(block_ahead, THEME, language)
        words = words_of(drawn, look(THEME, language))
        assert any(word in text.text for text in words), kind
        assert overlaps(words) == []
        if kind in ("bullet", "dumbbell"):  # a mark in the bar's place, a paler dot
            assert drawn.svg != plain.svg
        else:
            assert any(len(re.findall(mark, drawn.svg)) > len(re.findall(mark, plain.svg)) for mark in MARKS), kind


@pytest.mark.parametrize("kind", ["bar", "grouped_bar", "stacked_bar", "area", "donut", "share_bar", "waterfall"])
def test_whatever_is_filled_is_hatched_where_it_is_ahead(kind: ChartKind) -> None:
    each = with_ahead(example(kind, "en"))
    assert draw(each, THEME, "en").svg.count(MARKS[0]) == sum(
        point.basis != "actual" for series in each.series for point in series.points
    )


def test_lines_of_a_hatching_lie_within_their_mark() -> None:
    ring = [(cos(a), sin(a)) for a in (i / 50 for i in range(100))]
    outline = [*((90 * x, 90 * y) for x, y in ring), *((50 * x, 50 * y) for x, y in reversed(ring))]
    lines = list(slanting(outline))
    assert len(lines) > 15
    for start, end in lines:
        assert end[0] - start[0] == pytest.approx(start[1] - end[1])  # rising to the right by 45 degrees
        for x, y in (start, end, ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)):
            assert 49 < hypot(x, y) < 90.1


def test_an_area_too_thin_for_its_values_becomes_stacked_bars() -> None:
    each = over_periods("area", "en", 6, parts=2)
    assert "'area'" in str(draw(each, THEME, "en").spec)
    thin = replace(each.series[1], points=tuple(replace(p, value=p.value / 100) for p in each.series[1].points))
    assert "'area'" not in str(draw(replace(each, series=(each.series[0], thin)), THEME, "en").spec)
