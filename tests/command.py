"""The command line as a user has it: a process of its own, in a folder of the user's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

COMMAND = (sys.executable, "-u", "-c", "from generator.cli import main; main()")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def footnoted(*arguments: str, folder: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run a command to its end, with what it is given on standard input."""
    return subprocess.run(
        [*COMMAND, *arguments], cwd=folder, env=ENVIRONMENT, input=given, capture_output=True, text=True, timeout=600
    )
