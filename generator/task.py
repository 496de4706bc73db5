"""One briefing to be rendered: what the press hands to the process that does it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.briefing.model import Briefing
from generator.settings.audience import Format
from generator.settings.theme import Theme


@dataclass(frozen=True, slots=True)
class Task:
    """One briefing to be rendered into a folder: all that another process needs."""

    briefing: Briefing
    theme: Theme
    template_folders: tuple[Path, ...]
    formats: tuple[Format, ...]
    folder: Path
