"""The demo's briefings, built once: every audience, every format; and the one with charts that PowerPoint draws."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Options, build
from generator.settings.project import open_project
from generator.settings.starting import start_project


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project to start from."""
    root = tmp_path_factory.mktemp("demo") / "project"
    start_project(root)
    return root


@pytest.fixture(scope="session")
def issue(project: Path) -> Path:
    """Return the folder of the demo's weekly issue."""
    options = Options(corpus=(project / "corpus",), out=project / "reports", reports=("weekly",), jobs=2)
    return build(open_project(project), options).outputs[0].path.parent


@pytest.fixture(scope="session")
def results(project: Path) -> Path:
    """Return the folder of the demo's results, whose decks hold native charts and their workbooks."""
    options = Options(
        corpus=(project / "corpus",), out=project / "reports", reports=("results",), audiences=("analysts",),
        formats=("pdf", "pptx"), jobs=2,
    )  # fmt: skip
    return build(open_project(project), options).outputs[0].path.parent
