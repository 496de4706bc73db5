"""Where the command starts: a build for which nothing has changed ends here, before the command line is loaded."""

from __future__ import annotations

import sys
from pathlib import Path

import generator.garbage  # noqa: F401  # before anything large is loaded
from generator.unchanged import Record


def main() -> None:
    """Run a command."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["build"] and "--again" not in arguments:
        record = Record.of(arguments, Path.cwd())
        if record and (made := record.unchanged()):
            if not {"-q", "--quiet"} & set(arguments):
                print(made)
            return
    from generator.cli import main as run

    run()
