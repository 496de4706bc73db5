"""Same in, same out: on another day, in another time zone, with another order of sets, every file has the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from generator.settings.starting import start_project

BUILD = """
import sys
from pathlib import Path
import time_machine
from generator.build import Options, build
from generator.settings.project import open_project

root, out, day = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
with time_machine.travel(day, tick=True):
    options = Options(corpus=(root / "corpus",), out=out, reports=("weekly",), audiences=("retail",))
    build(open_project(root), options)
"""


def built(root: Path, out: Path, day: str, **environment: str) -> dict[str, str]:
    """Build in a process of its own and return the digest of each file."""
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), **environment}
    subprocess.run([sys.executable, "-c", BUILD, str(root), str(out), day], env=env, check=True)
    files = sorted(path for path in out.rglob("*") if path.is_file() and not path.name.startswith("."))
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_two_builds_on_two_days_give_the_same_bytes(tmp_path: Path) -> None:
    start_project(tmp_path / "one")
    start_project(tmp_path / "elsewhere" / "two")
    first = built(tmp_path / "one", tmp_path / "a", "2026-01-08 09:00", TZ="UTC", PYTHONHASHSEED="1")
    other = tmp_path / "elsewhere" / "two"
    second = built(other, tmp_path / "b", "2027-11-30 23:59", TZ="Asia/Shanghai", PYTHONHASHSEED="2", LC_ALL="C")
    assert [Path(name).name for name in first] == ["evidence.json", "retail.html", "retail.pdf", "retail.pptx"]
    assert first == second
