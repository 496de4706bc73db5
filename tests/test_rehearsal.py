"""What is wrong with an author's texts, found without a corpus, and told at its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.briefing.gate import typed_problems
from generator.errors import TextFailed
from generator.rehearsal import rehearse
from generator.settings.project import open_project

SMALL = """\
title: {en: "{{ entity }} this week", zh: 小米}
entity: xiaomi
audiences: [mine]
sections:
  - block: text
    id: brief
    body: |
      Revenue was {{ figure("revenue") }}.

      - Cash: {{ figure("cahs") }}
  - block: scorecard
    metrics: [revenue]
  - block: text
    id: outlook
    file: outlook.md
  - block: key_messages
    messages: ["{{ figure('revenue') }} and {{ growth }}"]
"""
OUTLOOK = "# Where we go\n\nCars: {{ figure('ev_deliveries', period='Q5') }}.\n"
MINE = "name: Mine\nlanguage: en\n"


def written(folder: Path, report: str, outlook: str = OUTLOOK) -> Path:
    for name, text in {"reports/small.yaml": report, "audiences/mine.yaml": MINE, "prose/outlook.md": outlook}.items():
        path = folder / "config" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_every_text_that_fails_is_told_at_once_with_file_line_and_column(tmp_path: Path) -> None:
    project = open_project(written(tmp_path, SMALL), typed_problems)
    with pytest.raises(TextFailed) as told:
        rehearse(project)
    text, config = str(told.value), tmp_path / "config"
    assert f"{config}/reports/small.yaml:10:26: report 'small', section 'brief': there is no metric 'cahs'." in text
    assert "Did you mean 'cash'?" in text
    assert f"{config}/prose/outlook.md:3:18: report 'small', section 'outlook': figure('ev_deliveries'" in text
    assert "'Q5' is no period" in text
    assert f"{config}/reports/small.yaml:17:48: report 'small', section 'key_messages': 'growth' is undefined" in text
    assert '\n          - Cash: {{ figure("cahs") }}\n                             ^' in text


def test_an_inherited_text_is_told_where_it_stands(tmp_path: Path) -> None:
    written(tmp_path, SMALL.replace('"cahs"', '"cash"'))
    (tmp_path / "config" / "reports" / "child.yaml").write_text("extends: small\ntitle: Child\n", encoding="utf-8")
    with pytest.raises(TextFailed) as told:
        rehearse(open_project(tmp_path, typed_problems))
    assert "reports/small.yaml:17:48: report 'child', section 'key_messages'" in str(told.value)


def test_texts_without_fault_pass_though_nothing_is_stated(tmp_path: Path) -> None:
    report = SMALL.replace('"cahs"', '"cash"').replace("growth", "entity")
    rehearse(open_project(written(tmp_path, report, OUTLOOK.replace("Q5", "2025-Q3")), typed_problems))


def test_a_text_of_a_matrix_is_told_once(tmp_path: Path) -> None:
    matrix = SMALL.replace("entity: xiaomi", "matrix: {entities: [xiaomi, byd, nio]}").replace("growth", "entity")
    with pytest.raises(TextFailed) as told:
        rehearse(open_project(written(tmp_path, matrix, OUTLOOK.replace("Q5", "2025-Q3")), typed_problems))
    assert [fault.message for fault in told.value.faults] == ["there is no metric 'cahs'. Did you mean 'cash'?"]
