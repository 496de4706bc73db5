"""Issues that are due, and the archive of those there are."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from generator.archive import list_issues
from generator.build import Options, build
from generator.due import build_due, due
from generator.settings.model import Wording
from generator.settings.project import Project, open_project
from generator.settings.starting import start_project

WEEKLY = """\
title: The week
entity: xiaomi
cadence: weekly
first_issue: 2025-W51
audiences: [board]
sections:
  - {block: scorecard, metrics: [revenue, ev_deliveries]}
  - {block: what_changed}
  - {block: sources}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("due") / "project"
    start_project(root)
    for path in (root / "config" / "reports").iterdir():
        path.unlink()
    (root / "config" / "reports" / "week.yaml").write_text(WEEKLY)
    return open_project(root)


def options(project: Project, **changed: object) -> Options:
    return Options(corpus=(project.root / "corpus",), out=project.root / "reports", formats=("html",), **changed)  # type: ignore[arg-type]


def folders(project: Project) -> list[str]:
    return sorted(path.name for path in (project.root / "reports" / "week").iterdir() if path.is_dir())


def no_step(name: str, done: int, total: int) -> None:
    """Show nothing."""


def test_the_first_issue_is_of_the_last_week_that_is_over(project: Project, tmp_path: Path) -> None:
    report = project.reports["week"]
    assert list(due(report, tmp_path, date(2025, 12, 31))) == [date(2025, 12, 28)]
    assert list(due(report, tmp_path, date(2026, 1, 4))) == [date(2026, 1, 4)], "a Sunday is over when it is due"


def test_no_week_before_the_first_issue_is_due(project: Project, tmp_path: Path) -> None:
    report = project.reports["week"]
    assert list(due(report, tmp_path, date(2025, 12, 14))) == []
    assert list(due(report, tmp_path, date(2025, 12, 21))) == [date(2025, 12, 21)]


def test_weeks_are_built_one_after_another_and_none_twice(project: Project) -> None:
    build(project, options(project, as_of=date(2025, 12, 17)))
    assert folders(project) == ["2025-W51"]
    made = build_due(project, options(project), date(2026, 1, 7), no_step)
    assert [output.path.parent.name for output in made.outputs] == ["2025-W51", "2025-W52", "2026-W01"], (
        "the week that was cut short is made whole"
    )
    assert build_due(project, options(project), date(2026, 1, 7), no_step).outputs == []
    assert folders(project) == ["2025-W51", "2025-W52", "2026-W01"]


def test_an_issue_knows_nothing_that_came_after_it(project: Project) -> None:
    early = (project.root / "reports" / "week" / "2025-W52" / "board.html").read_text("utf-8")
    late = (project.root / "reports" / "week" / "2026-W01" / "board.html").read_text("utf-8")
    assert "550,000" not in early and "550,000" in late, "the target of the fourth of January"


def test_a_week_without_news_says_so(project: Project) -> None:
    build_due(project, options(project), date(2026, 1, 18), no_step)
    page = html.document_fromstring((project.root / "reports" / "week" / "2026-W03" / "board.html").read_bytes())
    assert "No figure of this report has changed since 11 January 2026." in page.xpath(
        "string(//section[@id='what_changed' or contains(@class, 'what_changed')])"
    )


def test_the_archive_leads_to_every_file_of_every_issue(project: Project) -> None:
    path = list_issues(project, project.root / "reports")
    assert path is not None
    page = html.document_fromstring(path.read_bytes())
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//tbody/tr")]
    assert [row[:2] for row in rows][:2] == [["5", "2026-W03 to 18 January 2026"], ["4", "2026-W02 to 11 January 2026"]]
    assert page.xpath("//section/h2")[0].text == "Xiaomi Corporation · The week"
    links = page.xpath("//tbody//a/@href")
    assert len(links) == 2 * len(rows)
    assert all((path.parent / link).is_file() for link in links)
    assert page.xpath("//thead/tr[1]/th[3]")[0].text == "Board of Directors"


def headings(project: Project, **titles: str) -> list[str]:
    """Return what the archive calls reports of these titles, each of which has the issues of the project's own."""
    folder = project.root / "reports" / "week"
    out = project.root.parent / "headings"
    for name in titles:
        shutil.copytree(folder, out / name)
    reports = {name: project.reports["week"].model_copy(update={"title": title}) for name, title in worded(titles)}
    path = list_issues(replace(project, reports=reports), out)
    assert path is not None
    found = html.document_fromstring(path.read_bytes()).xpath("//section/h2")
    shutil.rmtree(out)
    return [heading.text for heading in found]


def worded(titles: dict[str, str]) -> list[tuple[str, Wording]]:
    return [(name, Wording(en=title, zh=title)) for name, title in titles.items() if title]


def test_the_archive_calls_reports_by_their_titles_in_order(project: Project) -> None:
    found = headings(project, a="{{ entity }}: the week", b="Cars, {{ issue }}", c="{{ nothing.at_all }}", d="")
    assert found == ["d", "Xiaomi Corporation · c", "Xiaomi Corporation · Cars, Week 3, 2026", "Xiaomi: the week"]
    assert headings(project, one="A week", two="A week") == [
        "Xiaomi Corporation · A week · one", "Xiaomi Corporation · A week · two",
    ]  # fmt: skip


def test_issues_bear_the_number_that_the_archive_tells_and_keep_it(project: Project) -> None:
    said = (project.root / "reports" / "week" / "2026-W01" / "board.html").read_text("utf-8")
    assert "No. 3 · Week 1, 2026" in said
    again = build(project, options(project, as_of=date(2026, 1, 4), reports=("week",)))
    assert again.outputs[0].path.read_text("utf-8") == said


def test_issues_that_nobody_counts_have_no_number(project: Project) -> None:
    uncounted = replace(project, reports={"week": project.reports["week"].model_copy(update={"first_issue": None})})
    path = list_issues(uncounted, project.root / "reports")
    assert path is not None
    page = html.document_fromstring(path.read_bytes())
    assert [cell.text for cell in page.xpath("//thead/tr[1]/th")][:2] == ["Issue", "Board of Directors"]


def test_the_archive_speaks_the_language_of_most_audiences(project: Project) -> None:
    audiences = {name: a.model_copy(update={"language": "zh"}) for name, a in project.audiences.items()}
    path = list_issues(replace(project, audiences=audiences), project.root / "reports")
    assert path is not None
    page = html.document_fromstring(path.read_bytes())
    assert page.get("lang") == "zh-Hans" and page.xpath("//h1")[0].text == "投资者简报"
    assert [cell.text for cell in page.xpath("//thead/tr[1]/th")] == ["期号", "期次", "董事会", "依据"]
    assert [cell.text_content() for cell in page.xpath("//tbody/tr[1]/*")][:2] == ["5", "2026-W03 截至2026年1月18日"]


def test_without_issues_there_is_no_archive(project: Project, tmp_path: Path) -> None:
    assert list_issues(project, tmp_path / "none") is None
    assert not (tmp_path / "none").exists()
