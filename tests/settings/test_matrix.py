"""One report for many companies and audiences."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SettingsInvalid
from generator.settings.project import Project, open_project

REPORT = "title: T\naudiences: [board]\nmatrix:\n  entities: [xiaomi, byd]\nsections: [{block: scorecard, metrics: [revenue]}]\n"


def project(root: Path, **reports: str) -> Project:
    folder = root / "config" / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in reports.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return open_project(root)


def test_a_matrix_makes_a_report_a_company(tmp_path: Path) -> None:
    made = project(tmp_path, weekly=REPORT.replace("[xiaomi, byd]", "[xiaomi, byd]\n  audiences: [retail, analysts]"))
    assert {name: (report.entity, report.audiences) for name, report in made.reports.items()} == {
        "weekly-xiaomi": ("xiaomi", ("retail", "analysts")),
        "weekly-byd": ("byd", ("retail", "analysts")),
    }
    assert made.named("weekly") == ("weekly-xiaomi", "weekly-byd")
    assert made.named("weekly-byd") == ("weekly-byd",) and made.named("other") == ()


def test_without_audiences_the_reports_own(tmp_path: Path) -> None:
    made = project(tmp_path, weekly=REPORT, more="extends: weekly\naudiences: [retail]\n")
    assert made.reports["weekly-byd"].audiences == ("board",) and made.reports["more-byd"].audiences == ("retail",)


def test_a_company_that_there_is_not_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid, match=r"weekly\.yaml:4:22: .*no company 'niio'. Did you mean 'nio'"):
        project(tmp_path, weekly=REPORT.replace("byd", "niio"))


def test_a_report_of_the_same_name_is_told(tmp_path: Path) -> None:
    own = "title: T\nentity: byd\nsections: [{block: scorecard, metrics: [revenue]}]\n"
    with pytest.raises(SettingsInvalid, match=r"weekly\.yaml:3:1: .*there is a report 'weekly-byd' already"):
        project(tmp_path, **{"weekly": REPORT, "weekly-byd": own})
