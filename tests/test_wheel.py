"""The package installed: the command works outside the checkout, with its catalogue, templates and demo corpus."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that the built wheel was unpacked into."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(build, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def footnoted(installed: Path, *arguments: str, folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    code = f"import sys; sys.path.insert(0, {str(installed)!r}); from generator.cli import main; main()"
    environment = {**os.environ, "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        command, cwd=folder, input=given, capture_output=True, text=True, timeout=600, env=environment
    )


def test_figures_by_the_catalogue_in_the_wheel(installed: Path, tmp_path: Path) -> None:
    ended = footnoted(
        installed,
        "figures",
        "--format",
        "csv",
        folder=tmp_path,
        given="Apple's revenue was $102.5 billion in the third quarter of 2025.",
    )
    assert ended.stdout.splitlines()[1].startswith("revenue,apple,,level,102500000000,USD")


def test_a_new_project_builds(installed: Path, tmp_path: Path) -> None:
    started = footnoted(installed, "init", "mine", folder=tmp_path)
    assert started.returncode == 0, started.stderr
    ended = footnoted(installed, "build", "weekly", "--audience", "board", "--format", "pdf", folder=tmp_path / "mine")
    assert ended.returncode == 0, ended.stderr
    assert list((tmp_path / "mine" / "reports").rglob("board.pdf"))


def test_init_leaves_what_is_there_alone(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    ended = footnoted(installed, "init", "mine", folder=tmp_path)
    assert ended.returncode == 10
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]
