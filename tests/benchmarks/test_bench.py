"""What `make bench` counts, and what it tells."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.page import page
from tests.benchmarks.retold import Grid, Words, markdown, retell, typst
from tests.conftest import ROOT
from tests.rendering.decks import sober
from tests.sample_briefing import sample

# A command ends before the process that it started does; that one burns a fifth of a second.
_OUTLIVED = """
from tests.benchmarks.running import run
from pathlib import Path
burn = "import time; n = time.process_time() + 0.2\\nwhile time.process_time() < n: pass"
command = ["/bin/sh", "-c", f"{__import__('sys').executable} -c '{burn}' & exit 0"]
took = run(command, Path("."))
assert took.cpu >= 0.2, took
"""


def test_what_outlives_a_command_counts_as_its_own() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _OUTLIVED], cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()


def test_a_briefing_is_retold_whole(tmp_path: Path) -> None:
    briefing = sample("zh")
    retell(briefing, sober(), tmp_path / "told")
    for name in ("briefing.md", "slides.md", "briefing.typ"):
        told = (tmp_path / "told" / name).read_text(encoding="utf-8")
        for section in briefing.sections:
            assert section.title in told
        assert briefing.sources[0].publisher in told
    assert {path.stem for path in (tmp_path / "told" / "charts").iterdir()} == {
        block.id for block, _ in briefing.charts
    }


def test_signs_of_the_other_languages_stay_signs() -> None:
    assert markdown(Words("a_b* [1]")) == "a\\_b\\* \\[1\\]\n\n"
    assert typst(Words("$5 #1", bullet=True)) == "- \\$5 \\#1\n"
    assert typst(Grid(("A",), [("1",)])) == "#table(columns: 1, table.header([A]), [1])\n\n"


def test_the_page_tells_the_median_ratio_of_pairs() -> None:
    def way(job: str, who: str, *walls: float) -> dict[str, object]:
        runs = [{"wall": wall, "cpu": wall, "memory": 100.0} for wall in walls]
        return {"job": job, "who": who, "command": "c", "runs": {"runs": runs}, "missing": ""}

    ways = [way("unread", "footnoted", 1, 2, 9), way("written before", "pandoc + Typst", 2, 2, 3)]
    ways.append({**way("written before", "Marp"), "runs": None, "missing": "Marp is not installed"})
    ground = {"date": "2026-01-04", "machine": "m", "versions": {}, "load": [0, 0]}
    told = page({"job": {**ground, "runs": 3, "ways": ways}})
    assert "beside pandoc + Typst | **1** | **1** | **1** |" in told
    assert (
        "| footnoted | everything from nothing: sources read, figures found, files made and proved | 1.0 / 2.0 |"
        in told
    )
    assert "Marp: Marp is not installed." in told
