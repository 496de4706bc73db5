"""The files of a corpus: which of a folder's count, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.corpus.files import files
from generator.errors import CorpusMissing


def test_a_folder_gives_its_files_in_the_order_of_their_names_but_hidden_ones_and_what_is_said_beside(
    tmp_path: Path,
) -> None:
    for name in ("b.md", "a/z.txt", "a.txt", "a/note.pdf", "a/note.pdf.yaml", "own.yaml", ".git/x.txt", "a/.hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "linked.md").symlink_to(tmp_path / "b.md")
    found = [path.relative_to(tmp_path).as_posix() for path in files([tmp_path])]
    assert found == ["a/note.pdf", "a/z.txt", "a.txt", "b.md", "linked.md", "own.yaml"]


def test_what_several_paths_lead_to_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert list(files([tmp_path / "a.txt", tmp_path, tmp_path / "*.txt"])) == [tmp_path / "a.txt"]
    with pytest.raises(CorpusMissing, match=r"\*\.md"):
        list(files([tmp_path / "*.md"]))
