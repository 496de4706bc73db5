"""A project to start from: the built-in reports, audiences, theme and demo corpus, to be changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.errors import OutputFailed
from generator.settings import builtin

_README = """# A footnoted project

- `config/reports/` says what each report states, `config/audiences/` for whom and in which language.
- `config/catalogue/` may add metrics, companies and publishers of your own to the built-in ones, under the same keys.
- `corpus/` holds the documents: text, Markdown with front matter, pages of search results.
- `templates/` may hold a file of the same name as a built-in one, which then comes first.

Build everything: `footnoted build`. Check the settings: `footnoted check`. See what the extractor sees:
`footnoted figures`.
"""


def start_project(folder: Path) -> None:
    """Write a starting project into a new or empty folder. Raises OutputFailed where there is something already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputFailed(f"{folder} is not empty.", "Name a new folder; nothing was changed.")
    try:
        for part in ("reports", "audiences", "themes", "schema"):
            source = builtin.folder("config") / part
            if source.is_dir():
                shutil.copytree(source, folder / "config" / part)
        for file in ("translations.yaml", "corpus.yaml"):
            if (source := builtin.folder("config") / file).is_file():
                shutil.copy(source, folder / "config" / file)
        (folder / "config" / "catalogue").mkdir(parents=True, exist_ok=True)
        shutil.copytree(builtin.folder("corpus"), folder / "corpus")
        (folder / "templates").mkdir(exist_ok=True)
        (folder / "README.md").write_text(_README, encoding="utf-8")
    except OSError as error:
        raise OutputFailed(f"{folder}: {error.strerror or error}.") from error
