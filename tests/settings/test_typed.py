"""Numbers typed into prose: each told with file, line and column."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.errors import SettingsInvalid
from generator.settings.project import open_project

REPORT = """\
title: {en: "{{ entity }} in 2025", zh: 小米}
entity: xiaomi
sections:
  - block: text
    body:
      en: |2
          Revenue {{ figure("revenue", period="2025-Q3") }} rose 22.3% in
          {# 7 #}{{ own("3 steps") }}, the SU7 sold 10,000 times.
      zh: 营收增长22%，目标{{ period }}。
  - block: chart
    metrics: [revenue]
    headline: Up by 5 points
"""


def test_every_typed_number_has_its_place(tmp_path: Path) -> None:
    (tmp_path / "config" / "reports").mkdir(parents=True)
    path = tmp_path / "config" / "reports" / "mine.yaml"
    path.write_text(REPORT, encoding="utf-8")
    with pytest.raises(SettingsInvalid) as refused:
        open_project(tmp_path)
    lines = REPORT.split("\n")
    found = [(p.value, lines[p.line - 1][p.column - 1 :][: len(p.value or "")]) for p in refused.value.problems]
    assert [value for value, _ in found] == ["2025", "22.3%", "10,000", "22%", "5"]
    assert all(value == there for value, there in found)
    assert re.search(r"mine\.yaml:7:\d+: .*'22\.3%' is typed", str(refused.value))
    assert '{{ own("22.3% …") }}' in str(refused.value)
