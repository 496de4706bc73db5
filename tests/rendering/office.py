"""LibreOffice, for what only a program that shows slides can tell."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest


def converted(decks: Sequence[Path], to: str, out: Path) -> list[Path]:
    """Open decks and write them again in another format, in one run. The test is skipped where there is no office."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    profile = f"-env:UserInstallation=file://{out / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", to, "--outdir", str(out), *map(str, decks)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [out / f"{deck.stem}.{to}" for deck in decks]
