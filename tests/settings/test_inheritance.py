"""Reports that extend one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SettingsInvalid
from generator.settings.project import open_project

BASE = """\
title: Base
entity: xiaomi
sections:
  - {id: key, block: scorecard, metrics: [revenue]}
  - {id: words, block: quotes}
  - {id: end, block: sources}
"""


def opened(folder: Path, child: str) -> list[tuple[str | None, str]]:
    reports = folder / "config" / "reports"
    reports.mkdir(parents=True)
    (reports / "base.yaml").write_text(BASE)
    (reports / "child.yaml").write_text(child)
    return [(section.id, section.block) for section in open_project(folder).reports["child"].sections]


def test_sections_are_taken_over(tmp_path: Path) -> None:
    assert opened(tmp_path, "extends: base\ntitle: Child\n") == [
        ("key", "scorecard"),
        ("words", "quotes"),
        ("end", "sources"),
    ]


def test_a_section_of_the_same_id_is_replaced_in_place(tmp_path: Path) -> None:
    child = "extends: base\nsections:\n  - {id: words, block: table, metrics: [eps]}\n"
    assert opened(tmp_path, child) == [("key", "scorecard"), ("words", "table"), ("end", "sources")]


def test_new_sections_stand_before_the_sources(tmp_path: Path) -> None:
    child = "extends: base\nwithout: [words]\nsections:\n  - {id: new, block: ratings}\n"
    assert opened(tmp_path, child) == [("key", "scorecard"), ("new", "ratings"), ("end", "sources")]


def test_a_mistake_in_the_parent_is_told_in_the_parents_file(tmp_path: Path) -> None:
    reports = tmp_path / "config" / "reports"
    reports.mkdir(parents=True)
    (reports / "base.yaml").write_text(BASE.replace("[revenue]", "[revnue]"))
    (reports / "child.yaml").write_text("extends: base\n")
    with pytest.raises(SettingsInvalid) as failure:
        open_project(tmp_path)
    assert {(p.path.name, p.line) for p in failure.value.problems} == {("base.yaml", 4)}


@pytest.mark.parametrize(
    ("child", "message"),
    [
        ("extends: bse\ntitle: x\n", "Did you mean 'base'?"),
        ("extends: child\n", "would extend itself"),
        ("extends: base\nwithout: [wrods]\n", "'base' has no section 'wrods' to leave out. Did you mean 'words'?"),
    ],
)
def test_what_cannot_be_taken_over(tmp_path: Path, child: str, message: str) -> None:
    with pytest.raises(SettingsInvalid, match=message.replace("?", r"\?")):
        opened(tmp_path, child)
