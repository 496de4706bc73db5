"""Issues of past weeks: the bytes of then, whatever has come since."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from generator.build import Options, Summary, build
from generator.due import build_due
from generator.issuing import build_now, build_week
from generator.settings.project import Project, open_project

REPORT = """\
title: The week
entity: xiaomi
cadence: weekly
window: 7 days
audiences: [readers]
sections:
  - block: what_changed
  - {block: scorecard, metrics: [revenue, ev_deliveries]}
  - block: sources
"""
READERS = "name: Readers\nlanguage: en\nformats: [html, pdf]\n"
NOTE = (
    "---\ntitle: {title}\npublisher: {publisher}\npublished: {day}\naddress: https://a.example/{name}\n{more}---\n\n"
    "# {title}\n\nXiaomi's revenue was RMB {billions} billion in the third quarter of 2025.\n"
)
FIRST, SECOND = date(2025, 11, 23), date(2025, 11, 30)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in (("reports/week", REPORT), ("audiences/readers", READERS)):
        path = tmp_path / "config" / f"{name}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    made = open_project(tmp_path)
    write(made, "one", "2025-11-18", "113.1")
    return made


def write(project: Project, name: str, day: str, billions: str, publisher: str = "Reuters", more: str = "") -> None:
    folder = project.root / "corpus"
    folder.mkdir(exist_ok=True)
    text = NOTE.format(title=f"On {name}", name=name, day=day, billions=billions, publisher=publisher, more=more)
    (folder / f"{name}.md").write_text(text, encoding="utf-8")


def options(project: Project, out: str = "reports") -> Options:
    return Options((project.root / "corpus",), project.root / out, kept=True)


def no_step(name: str, done: int, total: int) -> None:
    """Show nothing."""


def files(project: Project, out: str, week: str) -> dict[str, bytes]:
    folder = project.root / out / "week" / week
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def told(made: Summary) -> list[str]:
    return [notice.partition(",")[0] for notice in made.notices if "issued" in notice]


def test_an_issue_is_what_it_was_whatever_has_come_in_late_been_corrected_or_taken_away(project: Project) -> None:
    write(project, "two", "2025-11-19", "113.1", publisher="Caixin")
    build_due(project, options(project), FIRST, no_step)
    issued = files(project, "reports", "2025-W47")
    assert {"readers.html", "readers.pdf", "evidence.json"} <= set(issued)
    time.sleep(0.01)
    write(project, "late", "2025-11-20", "119.9")  # published in that week, found after it
    write(project, "one", "2025-11-18", "131.1", more="revised: 2025-11-26\n")  # overwritten by its correction
    (project.root / "corpus" / "two.md").unlink()
    build_due(project, options(project), SECOND, no_step)
    again = build_week(project, options(project, "again"), FIRST, no_step)
    assert files(project, "again", "2025-W47") == issued
    assert told(again) == ["2025-W47 of week stands as it was issued"]
    anew = build_week(project, options(project, "anew"), FIRST, no_step, reissue=True)
    assert not told(anew) and b"119.9 billion" in files(project, "anew", "2025-W47")["readers.html"]
    assert told(build_week(project, options(project, "then"), FIRST, no_step))
    assert files(project, "then", "2025-W47") == files(project, "anew", "2025-W47"), "reissued, it is that from then on"


def test_a_correction_in_the_same_file_restates_what_it_said_before(project: Project) -> None:
    build_due(project, options(project), FIRST, no_step)
    write(project, "one", "2025-11-18", "131.1", more="revised: 2025-11-26\n")
    build_due(project, options(project), SECOND, no_step)
    page = html.document_fromstring(files(project, "reports", "2025-W48")["readers.html"])
    row = " ".join(page.xpath("string(//table[contains(@class, 'changes')]/tbody/tr)").split())
    assert re.fullmatch(r"Revenue 131\.1 billion yuan.* 113\.1 billion yuan.* restated", row), row


def test_a_week_that_was_never_issued_is_made_of_what_is_known_now(project: Project) -> None:
    build(project, options(project))
    write(project, "late", "2025-11-20", "119.9")
    made = build_week(project, options(project), FIRST, no_step)
    assert made.documents == 2 and not told(made)


def test_an_issue_of_a_week_that_goes_on_takes_in_what_comes(project: Project) -> None:
    build_week(project, options(project), date(2025, 11, 19), no_step)
    write(project, "late", "2025-11-20", "119.9")
    made = build_due(project, options(project), FIRST, no_step)
    assert made.documents == 2 and [output.path.parent.name for output in made.outputs] == ["2025-W47"] * 2


def test_a_build_on_the_last_day_of_a_week_issues_it(project: Project) -> None:
    write(project, "sunday", "2025-11-23", "113.1", publisher="Caixin")
    build_now(project, options(project), no_step)
    issued = files(project, "reports", "2025-W47")
    write(project, "late", "2025-11-20", "119.9")
    again = build_week(project, options(project, "again"), FIRST, no_step)
    assert files(project, "again", "2025-W47") == issued and told(again)
    build_now(project, options(project, "beside"), no_step)
    build_now(project, replace(options(project), formats=("html",)), no_step)
    assert told(build_week(project, options(project, "again"), FIRST, no_step)), "neither was an issue"
    assert files(project, "again", "2025-W47") == issued
    build_now(project, options(project), no_step)
    anew = files(project, "reports", "2025-W47")
    build_week(project, options(project, "again"), FIRST, no_step)
    assert files(project, "again", "2025-W47") == anew != issued, "built whole again, it is that from then on"


def test_a_build_in_the_middle_of_a_week_issues_nothing(project: Project) -> None:
    build_now(project, options(project), no_step)
    write(project, "late", "2025-11-20", "119.9")
    made = build_week(project, options(project), FIRST, no_step)
    assert made.documents == 2 and not told(made)
