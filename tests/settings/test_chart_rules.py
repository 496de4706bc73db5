"""What makes no chart is told with file, line and column before anything is built."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SettingsInvalid
from generator.settings.project import open_project

_REPORT = """title: A report
entity: xiaomi
sections:
  - block: chart
"""


def problems(folder: Path, chart: str) -> list[str]:
    """Return the problems of a report of one chart, each as `line:column: message`."""
    path = folder / "config" / "reports" / "own.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(_REPORT + "".join(f"    {line}\n" for line in chart.splitlines()), encoding="utf-8")
    try:
        open_project(folder)
    except SettingsInvalid as error:
        return [f"{p.line}:{p.column}: {p.message}" + (f" ({p.nearest})" if p.nearest else "") for p in error.problems]
    return []


@pytest.mark.parametrize(
    ("chart", "told"),
    [
        ("kind: donut\nmetrics: [revenue, ev_deliveries]", "6:24: 'ev_deliveries' is in count, 'revenue' in money: a donut has one unit."),
        ("kind: donut\nmetrics: [gross_margin, ev_gross_margin]", "6:29: 'ev_gross_margin' and 'gross_margin' are percentages of different things: no parts of one whole."),
        ("kind: area\nmetrics: [revenue, ev_deliveries]", "6:24: 'ev_deliveries' is in count, 'revenue' in money: an area has one unit."),
        ("kind: donut\nmetrics: [revenue]", "6:5: a donut needs at least two metrics; this has one."),
        ("kind: bar\nmetrics: [revenue, net_profit, revenue]", "6:36: 'revenue' is asked for twice: a bar shows a figure once."),
        ("kind: slope\nmetrics: [revenue]\nperiods: [2025-Q3]", "7:5: a slope goes from one period to another: two, not 1."),
        ("kind: waterfall\nmetrics: [iot_revenue, revenue]\nperiods: 3", "7:14: a waterfall shows one period, or what changed between two; not 3."),
        ("kind: waterfall\nmetrics: [iot_revenue, revenue]\nminus: [capex]", "7:13: 'capex' is none of the parts that come before the whole."),
        ("kind: bar\nmetrics: [revenue]\nminus: [revenue]", "7:13: `minus` is for a waterfall; this is a bar."),
        ("kind: heat_table\nmetrics: [revenue]\nnative: true", "7:13: PowerPoint draws no heat table itself; it draws bar, grouped_bar, stacked_bar, line, area, donut, share_bar."),
        ("kind: vega_lite\nmetrics: [revenue]", "5:11: a chart of kind vega_lite needs a `spec`."),
        ("kind: bar\nmetrics: [revenue]\nspec: {mark: bar}", "7:5: `spec` is for kind vega_lite; this is a bar."),
        ("kind: vega_lite\nmetrics: [revenue]\nspec:\n  mark: bra\n  encoding: {}", "8:13: 'bra' is none of boxplot, errorbar, errorband, arc, area, bar, image, line, point, rect, rule, text. (bar)"),
        ("kind: vega_lite\nmetrics: [revenue]\nspec:\n  mark: bar\n  encodign: {}", "9:7: no such key in Vega-Lite. (encoding)"),
        ("kind: vega_lite\nmetrics: [revenue]\nspec:\n  layer:\n    - {mark: bar, data: {url: figures.csv}}", "9:23: the data are the metrics of the chart; leave this key out."),
        ("kind: vega_lite\nmetrics: [revenue]\nspec:\n  encoding: {}", "7:5: the key 'mark' is missing."),
    ],
)  # fmt: skip
def test_what_makes_no_chart_is_told_in_its_place(chart: str, told: str, tmp_path: Path) -> None:
    assert problems(tmp_path, chart) == [told]


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    assert len(problems(tmp_path, "kind: slope\nmetrics: [revenue, headcount]\nperiods: 1\nnative: true")) == 3


def test_a_chart_that_can_be_is_not_complained_of(tmp_path: Path) -> None:
    chart = "kind: waterfall\nmetrics: [revenue, rd_expense, operating_profit]\nminus: [rd_expense]\nperiods: 2\nnative: false"
    assert problems(tmp_path, chart) == []
