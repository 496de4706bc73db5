"""Where a project is."""

from __future__ import annotations

from pathlib import Path

from generator.errors import FootnotedError


def find_root(start: Path) -> Path:
    """Return the nearest folder at or above `start` that holds `config/reports`; raise FootnotedError for none."""
    for folder in (start, *start.parents):
        if (folder / "config" / "reports").is_dir():
            return folder
    raise FootnotedError(
        f"No project at {start} or above it: a project has a folder config/reports.",
        "Change to your project's folder, or start one with `footnoted init DIR`.",
    )
