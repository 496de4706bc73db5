"""What an own specification would print is judged like every author's words."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest

from generator.briefing.gate import typed_problems
from generator.errors import SettingsInvalid
from generator.settings.project import open_project
from generator.settings.starting import start_project

HEAD = """title: Small
entity: xiaomi
sections:
  - block: chart
    kind: vega_lite
    metrics: [revenue]
    spec:
"""


def report(root: Path, spec: str) -> None:
    start_project(root)
    for path in (root / "config" / "reports").iterdir():
        path.unlink()
    (root / "config" / "reports" / "small.yaml").write_text(HEAD + indent(spec, "      "), encoding="utf-8")


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("title: Up 99% this year\nmark: bar", "99%"),
        ("title: {text: Revenue, subtitle: three billion}\nmark: bar", "three billion"),
        ("mark: {type: text, text: '99'}", "99"),
        ("mark: text\nencoding: {text: {value: '99%'}}", "99%"),
        ("mark: text\nencoding: {text: {datum: 99}}", "99"),
        ("mark: bar\nencoding: {x: {field: period, axis: {title: Up 99%}}}", "99%"),
        ("mark: bar\nencoding: {x: {field: period, axis: {labelExpr: \"'99%'\"}}}", "99%"),
        ("mark: bar\nencoding: {color: {field: name, scale: {domain: [Up 99%]}}}", "99%"),
        ("mark: bar\ntransform: [{calculate: \"'99% ' + datum.name\", as: label}]", "99%"),
    ],
)
def test_a_number_that_it_types_is_refused_with_its_place(tmp_path: Path, spec: str, said: str) -> None:
    report(tmp_path / "p", spec)
    with pytest.raises(SettingsInvalid) as told:
        open_project(tmp_path / "p", typed_problems)
    assert f"'{said}' is typed" in str(told.value)
    assert "small.yaml:" in str(told.value)


def test_colours_sizes_and_sums_are_no_words(tmp_path: Path) -> None:
    spec = (
        "mark: {type: bar, color: '#1f77b4', size: 12}\nwidth: 300\n"
        "transform: [{calculate: 'datum.value / 1000', as: thousands}]\n"
        "encoding: {x: {field: period, axis: {format: .1f, labelAngle: 0}}, y: {field: thousands, type: quantitative}}"
    )
    report(tmp_path / "p", spec)
    open_project(tmp_path / "p", typed_problems)
