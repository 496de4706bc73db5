"""What each finished file was made from, so that a briefing that would come out the same is not rendered again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.briefing.model import Briefing
from generator.settings.audience import Format
from generator.settings.project import Project
from generator.unchanged import ground
from generator.verification.finished import Finished

_COUNTED = ("pages", "figures", "quotes", "disagreements", "sha256")


class Reuse:
    """The record of a project's output folder, a file an issue. Without one, everything is rendered."""

    def __init__(self, project: Project, out: Path) -> None:
        self._folder = project.root / ".footnoted" / "briefings"
        self._out = str(out.resolve())
        digest = hashlib.sha256(ground().encode())
        for folder in project.template_folders:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        self._ground = digest.hexdigest()
        self._themes = project.themes

    def digest(self, briefing: Briefing, formats: Sequence[Format]) -> str:
        """Return a hash of everything that a briefing's files are made from."""
        whole = (self._ground, self._themes[briefing.audience.theme], tuple(formats), briefing)
        return hashlib.sha256(repr(whole).encode()).hexdigest()

    def standing(self, briefing: Briefing, digest: str, folder: Path) -> list[Finished] | None:
        """Return a briefing's files where they stand as they were made from the very same; None where they don't."""
        record = self._read(briefing).get(briefing.audience_id, {})
        if record.get("of") != digest or not (folder / "evidence.json").is_file():
            return None
        files = [
            Finished(folder / name, briefing.audience_id, **counts, pieces=())
            for name, counts in record["files"].items()
        ]
        return files if all(_as_made(one) for one in files) else None

    def write(self, made: Sequence[tuple[Briefing, str, Sequence[Finished]]]) -> None:
        """Record what the files of one issue's briefings were made from."""
        record = self._read(made[0][0])
        for briefing, digest, finished in made:
            files = {one.path.name: {name: getattr(one, name) for name in _COUNTED} for one in finished}
            record[briefing.audience_id] = {"of": digest, "files": files}
        path = self._path(made[0][0])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(record, indent=1), encoding="utf-8")

    def _read(self, briefing: Briefing) -> dict[str, Any]:
        try:
            found = json.loads(self._path(briefing).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _path(self, briefing: Briefing) -> Path:
        name = hashlib.sha256(f"{self._out}\0{briefing.report}\0{briefing.issue}".encode()).hexdigest()[:16]
        return self._folder / f"{briefing.report}-{name}.json"


def _as_made(one: Finished) -> bool:
    return one.path.is_file() and hashlib.sha256(one.path.read_bytes()).hexdigest() == one.sha256
