"""Windows, first issues and numbers of issues."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.errors import SettingsInvalid
from generator.settings.issues import ALL, number
from generator.settings.project import open_project
from generator.settings.report import Report

REPORT = {"title": "T", "entity": "xiaomi", "sections": [{"block": "scorecard", "metrics": ["revenue"]}]}


def report(**more: object) -> Report:
    return Report.model_validate({**REPORT, **more})


@pytest.mark.parametrize(
    ("given", "window"), [("7 days", timedelta(7)), ("1 day", timedelta(1)), ("2 weeks", timedelta(14)), ("all", ALL)]
)
def test_windows(given: str, window: timedelta) -> None:
    assert report(window=given).window == window


@pytest.mark.parametrize(
    ("first", "issue", "count"),
    [("2025-W47", "2025-W47", 1), ("2025-W47", "2026-W02", 8), ("2020-W53", "2021-W01", 2), ("2025-W47", "2025-W46", None),
     ("2024-Q1", "2025-Q3", 7), ("FY2025-Q4", "FY2026-Q1", 2), ("2024-Q1", "FY2025-Q3", None), ("2024-Q1", "2025-W02", None)],
)  # fmt: skip
def test_numbers_are_counted_by_weeks_and_quarters(first: str, issue: str, count: int | None) -> None:
    assert number(first, issue) == count


def test_the_number_of_an_issue_is_that_of_its_week_whichever_day_it_is_built_as_of() -> None:
    weekly = report(cadence="weekly", first_issue="2025-W47")
    days = [date(2026, 1, day) for day in (5, 7, 11)]
    assert {weekly.number(weekly.issue(day)) for day in days} == {8}
    assert report(cadence="weekly").number("2026-W02") is None


def test_mistakes_have_their_place(tmp_path: Path) -> None:
    (tmp_path / "config" / "reports").mkdir(parents=True)
    (tmp_path / "config" / "reports" / "r.yaml").write_text(
        "title: T\nentity: xiaomi\ncadence: weekly\nfirst_issue: 2025-Q3\nwindow: a week\nquiet: [scorecrd]\n"
        "sections:\n  - block: scorecard\n    metrics: [revenue]\n  - {block: quotes, window: 0 days}\n"
    )
    (tmp_path / "config" / "reports" / "s.yaml").write_text(
        "title: T\nentity: xiaomi\nfirst_issue: 2025-W47\nsections:\n  - block: scorecard\n    metrics: [revenue]\n"
    )
    with pytest.raises(SettingsInvalid) as error:
        open_project(tmp_path)
    told = re.sub(r"\S*reports/", "", str(error.value))
    for mistake in (
        "r.yaml:4:14: ", "'2025-Q3' is no week: write 2026-W01",
        "r.yaml:5:9: ", "'a week' is no window: write 7 days, 2 weeks or all",
        "r.yaml:6:9: ", "there is no section or block 'scorecrd'", "Did you mean 'scorecard'?",
        "r.yaml:10:29: ", "'0 days' is no window",
        "s.yaml:3:14: ", "give cadence: weekly or quarterly",
    ):  # fmt: skip
        assert mistake in told, told


def test_a_cadence_that_is_none_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "config" / "reports").mkdir(parents=True)
    (tmp_path / "config" / "reports" / "r.yaml").write_text(
        "title: T\nentity: xiaomi\ncadence: weekl\nfirst_issue: 2025-W47\n"
        "sections:\n  - block: scorecard\n    metrics: [revenue]\n"
    )
    with pytest.raises(SettingsInvalid) as error:
        open_project(tmp_path)
    assert [problem.line for problem in error.value.problems] == [3]
    assert error.value.problems[0].nearest == "weekly"
