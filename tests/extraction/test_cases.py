"""Every case of cases/: all that it lists is found in its text, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.errors import SettingsInvalid
from tests.extraction.case import FiledCase, read_cases
from tests.extraction.comparison import compare

CASES = read_cases()


def by_name(filed: FiledCase) -> Any:
    """A case by its name; one that is known to fail must fail, so that nobody forgets to say that it no longer does."""
    known = [pytest.mark.xfail(reason=filed.case.fails, strict=True)] if filed.case.fails else []
    return pytest.param(filed, id=filed.name, marks=known)


@pytest.mark.parametrize("filed", [by_name(filed) for filed in CASES])
def test_case(filed: FiledCase) -> None:
    wrong = [f"{kind}:\n{found}" for kind, found in filed.comparisons().items() if not found.same]
    if wrong:
        note = f"\n{filed.case.note}" if filed.case.note else ""
        pytest.fail(f"{filed.case.text}{note}\n\n" + "\n".join(wrong), pytrace=False)


@pytest.mark.parametrize("kind", ["figures", "quotes"])
@pytest.mark.parametrize("language", ["en", "zh", "zh-Hant"])
def test_there_are_cases_of_every_kind_and_language(kind: str, language: str) -> None:
    of_kind = [c for c in CASES if c.name.startswith(f"{kind}/") and c.language == language]
    assert any(getattr(c.case, kind) for c in of_kind)


def written(folder: Path, yaml: str, name: str = "en-mine.yaml") -> Path:
    (folder / "figures").mkdir()
    (folder / "figures" / name).write_text(yaml, encoding="utf-8")
    return folder


def test_a_misspelt_key_is_an_error_with_its_place_and_the_nearest_key(tmp_path: Path) -> None:
    folder = written(tmp_path, "- text: Revenue rose.\n  figures:\n    - {metric: revenue, value: 3, perod: 2025}\n")
    with pytest.raises(SettingsInvalid) as failure:
        read_cases(folder)
    assert "en-mine.yaml:3:" in str(failure.value)
    assert "perod" in str(failure.value) and "period" in str(failure.value)


@pytest.mark.parametrize(
    ("yaml", "name", "message"),
    [
        ("- text: Revenue rose.\n", "en-mine.yaml", "says what must be found"),
        ("- text: Revenue rose.\n  figures: []\n", "mine.yaml", "named for its language"),
        ("- text: Up.\n  figures: [{metric: revenue, value: 3, period: 2025-Q5}]\n", "en-mine.yaml", "2025-Q5"),
    ],
)
def test_a_case_that_could_not_fail_or_cannot_be_read_is_an_error(
    tmp_path: Path, yaml: str, name: str, message: str
) -> None:
    with pytest.raises(SettingsInvalid, match=message):
        read_cases(written(tmp_path, yaml, name))


def test_a_difference_names_what_is_missing_what_came_instead_and_what_nobody_asked_for() -> None:
    expected = [{"metric": "revenue", "value": 3, "period": "2025-Q3"}, {"metric": "eps", "value": 0.1}]
    found = [
        {"metric": "eps", "value": 0.1, "period": None},
        {"metric": "revenue", "value": 3.0, "period": "2024-Q3"},
        {"metric": "capex", "value": 9, "period": None},
    ]
    compared = compare(expected, found)
    assert [row["metric"] for row, _ in compared.matched] == ["eps"]
    assert str(compared).splitlines() == [
        "missing  metric=revenue  value=3  period=2025-Q3",
        "         nearest found: period '2024-Q3', not '2025-Q3'",
        "surplus  metric=revenue  value=3.0  period=2024-Q3",
        "surplus  metric=capex  value=9",
    ]


def test_a_row_found_once_answers_one_expectation_only() -> None:
    twice = [{"metric": "revenue", "value": 3}, {"metric": "revenue", "value": 3}]
    assert len(compare(twice, [{"metric": "revenue", "value": 3}]).missing) == 1
