"""Mistakes in YAML: all at once, each with its place, its value, and what was meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.errors import SettingsInvalid
from generator.settings.project import open_project

REPORT = """\
title: Weekly
entity: xiaomi
audiences: [board]
sections:
  - block: scorecard
    metrics: [revenue]
"""
AUDIENCE = "name: Board\nlanguage: en\n"


def project(folder: Path, **reports: str) -> Path:
    (folder / "config" / "reports").mkdir(parents=True)
    (folder / "config" / "audiences").mkdir()
    (folder / "config" / "audiences" / "board.yaml").write_text(AUDIENCE)
    for name, text in reports.items():
        (folder / "config" / "reports" / f"{name}.yaml").write_text(text)
    return folder


def problems(folder: Path, **reports: str) -> str:
    with pytest.raises(SettingsInvalid) as failure:
        open_project(project(folder, **reports))
    assert failure.value.exit_code == 3
    return str(failure.value)


def test_a_project_reads_its_reports(tmp_path: Path) -> None:
    opened = open_project(project(tmp_path, weekly=REPORT))
    assert opened.reports["weekly"].sections[0].block == "scorecard"
    assert "revenue" in opened.catalogue.metrics, "the built-in catalogue stands beneath the project's"


def test_an_unknown_key_is_told_with_its_place_and_the_nearest(tmp_path: Path) -> None:
    message = problems(tmp_path, weekly=REPORT + "titel: x\n")
    assert "weekly.yaml:7:" in message
    assert "no such key. Did you mean 'title'?" in message


def test_mistakes_of_several_files_come_together(tmp_path: Path) -> None:
    message = problems(
        tmp_path, a=REPORT.replace("scorecard", "scorecrad"), b=REPORT.replace("[revenue]", "[revenu]"), c="title: [\n"
    )
    assert "a.yaml:5:" in message and "Did you mean 'scorecard'?" in message
    assert "b.yaml:6:" in message and "there is no metric 'revenu'. Did you mean 'revenue'?" in message
    assert "c.yaml:1:9: YAML:" in message, "what ends too early is told at its end"
    assert message.endswith("3 problems in the settings; nothing was built.")


def test_a_key_given_twice_is_a_mistake(tmp_path: Path) -> None:
    assert "the key 'title' stands here twice" in problems(tmp_path, weekly=REPORT + "title: again\n")


def test_names_that_lead_nowhere(tmp_path: Path) -> None:
    message = problems(tmp_path, weekly=REPORT.replace("xiaomi", "xiaomy").replace("[board]", "[bord]"))
    assert "there is no company 'xiaomy'. Did you mean 'xiaomi'?" in message
    assert "there is no audience 'bord'. Did you mean 'board'?" in message


def test_names_are_checked_also_where_other_parts_are_wrong(tmp_path: Path) -> None:
    message = problems(tmp_path, weekly=REPORT.replace("[revenue]", "[revenu]").replace("title:", "titel:"))
    assert "weekly.yaml:6:15:" in message and "Did you mean 'revenue'?" in message
    assert "weekly.yaml:1:" in message and "Did you mean 'title'?" in message


def test_an_audience_may_name_only_themes_and_sections_that_there_are(tmp_path: Path) -> None:
    folder = project(tmp_path, weekly=REPORT)
    (folder / "config" / "audiences" / "board.yaml").write_text(
        AUDIENCE + "theme: sobr\nsections: {omit: [scorcard, method]}\n"
    )
    with pytest.raises(SettingsInvalid) as failure:
        open_project(folder)
    theme, section = failure.value.problems
    assert (theme.line, theme.value, theme.nearest) == (3, "sobr", "sober")
    assert (section.line, section.column, section.value, section.nearest) == (4, 19, "scorcard", "scorecard")


def test_an_audience_cannot_leave_out_the_sources(tmp_path: Path) -> None:
    folder = project(tmp_path, weekly=REPORT)
    (folder / "config" / "audiences" / "board.yaml").write_text(AUDIENCE + "sections: {omit: [sources]}\n")
    with pytest.raises(SettingsInvalid, match=r"board\.yaml:3:\d+: .*'sources' can't be left out"):
        open_project(folder)


def test_a_catalogue_of_ones_own_goes_over_the_built_in_one(tmp_path: Path) -> None:
    folder = project(tmp_path, weekly=REPORT.replace("[revenue]", "[robots_sold]"))
    (folder / "config" / "catalogue").mkdir()
    (folder / "config" / "catalogue" / "metrics.yaml").write_text(
        "robots_sold: {name: Robots sold, unit: count, aliases: {en: [robots sold]}}\nrevenue: {better: null}\n"
    )
    catalogue = open_project(folder).catalogue
    assert catalogue.metrics["robots_sold"].name.en == "Robots sold"
    assert catalogue.metrics["revenue"].better is None
    assert catalogue.metrics["revenue"].aliases.en, "what the project leaves out stays as it was"


def companies(folder: Path, **files: str) -> Path:
    """Write a project whose companies stand in a folder of files."""
    root = project(folder, weekly=REPORT)
    (root / "config" / "catalogue" / "companies").mkdir(parents=True)
    for name, text in files.items():
        (root / "config" / "catalogue" / "companies" / f"{name}.yaml").write_text(text)
    return root


def test_a_part_of_the_catalogue_may_be_a_folder_of_files(tmp_path: Path) -> None:
    opened = open_project(
        companies(tmp_path, ours="acme: {name: Acme}\n", theirs="nadir: {name: Nadir}\nxiaomi: {currency: USD}\n")
    )
    listed = opened.catalogue.companies
    assert {"acme", "nadir"} < set(listed)
    assert listed["xiaomi"].currency == "USD" and "lei_jun" in listed["xiaomi"].people, (
        "over the built-in one, key by key"
    )


def test_a_mistake_in_a_folder_of_files_is_told_in_its_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsInvalid) as failure:
        open_project(
            companies(tmp_path, ours="acme: {name: Acme}\n", theirs="acme: {curency: USD}\nnadir: {name: Nadir}\n")
        )
    places = {(problem.path.name, problem.line, problem.message) for problem in failure.value.problems}
    assert ("theirs.yaml", 1, "stands in ours.yaml as well.") in places
    assert ("theirs.yaml", 1, "no such key.") in places


def test_a_wrong_type_names_the_value(tmp_path: Path) -> None:
    message = problems(tmp_path, weekly=REPORT + "period: Q3/2025\n")
    assert "'Q3/2025' is no period: write 2025-Q3" in message


def test_a_file_that_is_no_utf_8(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "config" / "reports" / "weekly.yaml").write_bytes("title: 小米".encode("gb18030"))
    with pytest.raises(SettingsInvalid, match="this is not UTF-8"):
        open_project(folder)


def test_a_catalogue_that_was_changed_is_read_again(tmp_path: Path) -> None:
    folder = project(tmp_path, weekly=REPORT)
    (folder / "config" / "catalogue").mkdir()
    own = folder / "config" / "catalogue" / "metrics.yaml"
    own.write_text("robots_sold: {name: Robots sold, unit: count}\n")
    first = open_project(folder).catalogue
    assert open_project(folder).catalogue is first, "what has not changed is read once"
    own.write_text("robots_built: {name: Robots built, unit: count}\n")
    changed = open_project(folder).catalogue
    assert "robots_built" in changed.metrics and "robots_sold" not in changed.metrics


def test_a_currency_that_would_look_like_another_is_refused(tmp_path: Path) -> None:
    folder = project(tmp_path, weekly=REPORT)
    board = folder / "config" / "audiences" / "board.yaml"
    board.write_text(AUDIENCE + "numbers: {labels: {CNY: RMB, HKD: $, RMB: CNY}}\n")
    with pytest.raises(SettingsInvalid) as failure:
        open_project(folder)
    assert "board.yaml:3:" in str(failure.value)
    assert "'$' would make HKD look like" in str(failure.value)


def test_a_catalogue_that_is_wrong_has_no_name_of_a_report_told_as_unknown(tmp_path: Path) -> None:
    # One company without its name had eighty names of metrics told as leading nowhere.
    (tmp_path / "config" / "catalogue").mkdir(parents=True)
    (tmp_path / "config" / "catalogue" / "companies.yaml").write_text("foo: {tickers: 3, people: [ann]}\n")
    message = problems(tmp_path, weekly=REPORT.replace("[board]", "[bord]"))
    assert "companies.yaml:1:" in message and "there is no metric" not in message
    assert "there is no audience 'bord'. Did you mean 'board'?" in message, "what it has no part in is told"


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("{block: chart, metrics: revenue}", "metrics: a list is needed: [revenue]."),
        (
            "{block: chart, metrics: [revenue], periods: x}",
            "periods: a whole number is needed, or a list is needed: [x].",
        ),
        ("{block: chart, metrics: [revenue], periods: 0}", "periods: 1 or more is needed."),
        ("{block: quotes, limit: many}", "limit: a whole number is needed."),
        ("{block: timeline, events: [{date: soon, text: x}]}", "events › 1 › date: a day is needed: 2026-01-31."),
        ("{block: peers, companies: [nio], metrics: [revenue]}", "companies: at least 2 needed."),
        ("{block: peers, companies: [a, b, c, d, e, f], metrics: [revenue]}", "companies: at most 5; these are 6."),
        ("nonsense", "sections › 2: keys are needed here, each with a value of its own."),
    ],
)
def test_what_is_needed_is_said_without_a_word_of_python(tmp_path: Path, section: str, said: str) -> None:
    message = problems(tmp_path, weekly=f"{REPORT}  - {section}\n")
    assert said in message
    assert not re.search(r"tuple|dictionary|constrained|function|parse|Input", message)
