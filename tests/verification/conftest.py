"""The demo's briefings, built once: every audience, every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import Options, build
from generator.settings.project import open_project
from generator.settings.starting import start_project


@pytest.fixture(scope="session")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the demo's weekly issue."""
    root = tmp_path_factory.mktemp("demo") / "project"
    start_project(root)
    out = root / "reports"
    options = Options(corpus=(root / "corpus",), out=out, reports=("weekly",), jobs=2)
    return build(open_project(root), options).outputs[0].path.parent
