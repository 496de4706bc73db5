"""The workbench: the project as it last was in order, its briefings composed when asked for, and what is wrong now."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.briefing.charted import ChartBlock
from generator.briefing.gate import typed_problems
from generator.briefing.model import Briefing
from generator.build import stated
from generator.charts.chart import Chart
from generator.charts.draw import draw
from generator.composing import composed
from generator.errors import FootnotedError
from generator.ingest import Ingest
from generator.preview.unused import Unused, unused
from generator.rendering.masters.checking import with_masters
from generator.rendering.web import web_page
from generator.selection.selection import Selection
from generator.settings.catalogue import Catalogue
from generator.settings.project import Project, open_project
from generator.settings.theme import Theme
from generator.workers import InThisProcess

_CHARTS_KEPT = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """One briefing as it stands: the page, what it leaves out, and what its maker should know."""

    page: str
    unused: tuple[Unused, ...]
    notices: tuple[str, ...]


@dataclass
class Workbench:
    """Renews itself when files change. What is wrong is kept in `error`; what was good before is shown still."""

    root: Path
    corpus: tuple[Path, ...]
    version: int = 0
    error: str | None = None
    project: Project | None = None
    selection: Selection | None = None
    _shown: dict[tuple[str, str], Shown] = field(default_factory=dict)
    _tried: set[tuple[str, str]] = field(default_factory=set)  # since the last change
    _charts: dict[str, Chart] = field(default_factory=dict)
    _ingest: Ingest | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def renew(self, changed: Sequence[Path] = ()) -> None:
        """Read again what a change touches; with no change named, everything."""
        with self._lock:
            try:
                project = self._project(changed)
                if self._ingest is None or not _reads_alike(project, self.project):
                    self._ingest = Ingest(project, InThisProcess())
                if self._corpus_touched(project, changed):
                    self.selection = self._selected(self._ingest, project)
                self.project, self.error = project, None
            except FootnotedError as error:
                self.error, self._ingest = str(error), None
            self._tried.clear()
            self.version += 1

    def watched(self) -> tuple[Path, ...]:
        """Return the files and folders whose changes show, as many of them as there are."""
        return tuple(p for p in (self.root / "config", self.root / "templates", *self.corpus) if p.exists())

    def briefings(self) -> Mapping[str, tuple[str, ...]]:
        """Return the reports there are, each with its audiences."""
        reports = self.project.reports if self.project else {}
        return {name: report.audiences for name, report in reports.items()}

    def show(self, report: str, audience: str) -> Shown | None:
        """Return a briefing, None where there is none; a template's mistake is kept as the error."""
        with self._lock:
            key = (report, audience)
            if audience not in self.briefings().get(report, ()) or self.selection is None:
                return None
            if key not in self._tried:
                self._tried.add(key)
                try:
                    self._shown[key] = self._made(*key)
                except FootnotedError as error:
                    self.error = str(error)
            return self._shown.get(key)

    def _project(self, changed: Sequence[Path]) -> Project:
        """Return the project as it is now: news change nothing of it, and mistakes in it are to be told again."""
        if self.project and self.error is None and _only_in(self.corpus, changed):
            return self.project
        return with_masters(open_project(self.root, typed_problems))

    def _corpus_touched(self, project: Project, changed: Sequence[Path]) -> bool:
        before: Catalogue | None = self.project.catalogue if self.project else None
        settings = (self.root / "config", self.root / "templates")
        return self.selection is None or not _only_in(settings, changed) or before != project.catalogue

    def _selected(self, ingest: Ingest, project: Project) -> Selection:
        ingested = ingest.run(self.corpus, kept=False, others=False)
        return stated(ingest, ingested, self.corpus, project.catalogue)[1]

    def _made(self, name: str, audience: str) -> Shown:
        assert self.project is not None
        assert self.selection is not None
        project, selection = self.project, self.selection
        briefing = composed(project, name, audience, selection)
        theme = project.themes[briefing.audience.theme]
        page = web_page(briefing, self._drawn(briefing, theme), theme, project.template_folders)
        notices = tuple(f"{notice.section}: {notice.message}" for notice in briefing.notices)
        return Shown(page, tuple(unused(briefing, selection, project.reports[name].entity)), notices)

    def _drawn(self, briefing: Briefing, theme: Theme) -> dict[str, Chart]:
        """Return a briefing's charts; one that has not changed is not drawn again."""
        if len(self._charts) > _CHARTS_KEPT:
            self._charts.clear()
        return {block.id: self._chart(block, half, theme, briefing) for block, half in briefing.charts}

    def _chart(self, block: ChartBlock, half: bool, theme: Theme, briefing: Briefing) -> Chart:
        key = repr((block, half, theme))
        if key not in self._charts:
            self._charts[key] = draw(block, theme, briefing.language, half)
        return self._charts[key]


def _reads_alike(project: Project, before: Project | None) -> bool:
    """Whether two states of a project have the same corpus read in the same way."""
    return before is not None and (project.catalogue, project.corpus) == (before.catalogue, before.corpus)


def _only_in(places: Sequence[Path], changed: Sequence[Path]) -> bool:
    return bool(changed) and all(any(path.is_relative_to(place) for place in places) for path in changed)
