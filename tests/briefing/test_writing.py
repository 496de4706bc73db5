"""Writers: what they are told, and that a figure they invent, a crash or a hanging one costs their text alone."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from generator.briefing.compose import compose
from generator.briefing.model import Briefing
from generator.briefing.worded import Prose
from tests.briefing.composing import CATALOGUE, audience, marked, quarters, report, selected
from tests.selection.stating import figure

FIGURES = [*quarters(), figure("one", "22.3", "0.1", measure="yoy", unit="percent")]


def drafted(folder: Path, script: str, body: str | None = None, allowed: bool = True, seconds: float = 20) -> Briefing:
    """Compose a report with a text by a writer, and a card that must come through whatever the writer does."""
    (folder / "writer.py").write_text(script, encoding="utf-8")
    text = {"block": "text", "id": "draft", "writer": {"command": [sys.executable, "writer.py"], "seconds": seconds}}
    what = report({"block": "scorecard", "metrics": ["revenue"]}, text | ({"body": body} if body else {}))
    return compose(
        "weekly", what, "readers", audience(), selected(FIGURES), CATALOGUE, (), "2026-W02",
        writers=folder if allowed else None,
    )  # fmt: skip


def said(briefing: Briefing) -> list[str]:
    return [marked(p.line) for s in briefing.sections if isinstance(s.block, Prose) for p in s.block.paragraphs]


WELL = """
import json, sys
told = json.load(sys.stdin)
one = told["figures"][0]
assert one["period"] == "Q3 2025" and one["value"] == "113100000000" and told["language"] == "en"
print(f"{one['name']} reached {one['reference']}, {one['change_reference']}.")
"""


def test_a_writers_text_is_printed_with_the_evidence_it_refers_to(tmp_path: Path) -> None:
    briefing = drafted(tmp_path, WELL)
    assert said(briefing) == ["Revenue reached [113.1 billion yuan] (Q3 2025), [up 22.3%] year on year."]
    assert not briefing.notices


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("print('Revenue grew 31.4% on strong demand.')", r"refused.*'31\.4%' is typed"),
        ("print('{{ \\'31.4%\\' }} growth.')", r"refused.*'31\.4%' is typed"),
        ("print('Revenue doubled.')", r"refused.*'doubled' is typed"),
        ("print('It said “all is well”.')", r"refused.*'all is well' is in quotation marks"),
        ("print('Growth of {{ own(\"31.4%\") }}.')", r"refused.*own\('31\.4%'\) is for authors"),
        ("print('{{ figure(\"revnue\") }}')", r"refused.*no metric 'revnue'.*'revenue'"),
        ("import sys; sys.exit('no model today')", r"failed \(exit code 1\): no model today"),
        ("import time; time.sleep(60)", r"took more than 1 seconds and was ended"),
        ("print('x' * 200_000)", r"answered with 200,001 bytes"),
        ("while True: print('x' * 10**6)", r"took more than 1 seconds and was ended"),
    ],
)
def test_a_writer_that_may_not_be_printed_is_named_and_left_out(tmp_path: Path, script: str, told: str) -> None:
    briefing = drafted(tmp_path, script, seconds=1 if "1 seconds" in told else 20)
    assert [section.id for section in briefing.sections] == ["scorecard", "sources"]
    [notice] = briefing.notices
    assert notice.section == "draft"
    assert re.search(told, notice.message), notice.message
    assert sys.executable in notice.message


def test_the_authors_text_stands_in_and_no_writer_runs_unasked(tmp_path: Path) -> None:
    briefing = drafted(tmp_path, "open('ran', 'w')", 'Revenue was {{ figure("revenue") }}.', allowed=False)
    assert said(briefing) == ["Revenue was [113.1 billion yuan] (Q3 2025)."]
    assert "build --writers" in briefing.notices[0].message
    assert not (tmp_path / "ran").exists()


def test_what_a_command_leaves_running_is_not_waited_for(tmp_path: Path) -> None:
    later = "import time; time.sleep(30); open('woke', 'w')"
    script = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {later!r}], start_new_session=True); print('Well.')"
    assert said(drafted(tmp_path, script, seconds=60)) == ["Well."]
    assert not (tmp_path / "woke").exists()


def test_a_command_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = {"block": "text", "id": "draft", "writer": {"command": ["no-such-writer"]}}
    what = report({"block": "scorecard", "metrics": ["revenue"]}, text)
    briefing = compose("w", what, "r", audience(), selected(FIGURES), CATALOGUE, (), "2026-W02", writers=tmp_path)
    assert "cannot be started: No such file" in briefing.notices[0].message
