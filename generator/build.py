"""The whole way of the data: settings and corpus in, briefings and their evidence out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from generator.briefing.model import Briefing
from generator.composing import composed
from generator.corpus.reading import Corpus, unread
from generator.errors import BriefingsFailed, FootnotedError
from generator.ingest import Ingest, Ingested, Step
from generator.press import Press
from generator.selection.select import select
from generator.selection.selection import Selection
from generator.settings.asked import asked
from generator.settings.audience import Format
from generator.settings.catalogue import Catalogue
from generator.settings.project import Project
from generator.settings.report import Report
from generator.unchanged import Made
from generator.verification.finished import Finished
from generator.workers import workers


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked of one build; empty reports, audiences and formats mean all that the settings name."""

    corpus: tuple[Path, ...]
    out: Path
    kept: bool = False  # whether what was ingested before counts beside the corpus
    known: datetime | None = None  # when: the corpus as the store held it then
    reports: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    as_of: date | None = None
    formats: tuple[Format, ...] = ()
    jobs: int = 1
    cluster: str | None = None  # address of a Dask scheduler, whose workers do what `jobs` processes would
    strict: bool = False
    writers: bool = False  # whether commands that draft texts may run


@dataclass
class Summary:
    """What a build made, and what its maker should look at."""

    as_of: date
    documents: int
    known: datetime | None = None  # when: the moment whose store it was made from
    outputs: list[Finished] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    failed: dict[str, FootnotedError] = field(default_factory=dict)

    def add(self, other: Summary) -> None:
        """Take in what another build made."""
        self.documents = other.documents
        self.outputs += other.outputs
        self.failed |= other.failed
        self.notices += [notice for notice in other.notices if notice not in self.notices]

    @property
    def failure(self) -> FootnotedError:
        """What failed, as one error: of its own kind where it is one and the same for all."""
        distinct = {str(error): error for error in self.failed.values()}
        return next(iter(distinct.values())) if len(distinct) == 1 else BriefingsFailed(self.failed)

    def made(self) -> Made:
        """Return what a later build is held against."""
        files = [str(output.path) for output in self.outputs]
        folders = dict.fromkeys(str(output.path.parent / "evidence.json") for output in self.outputs)
        return Made([*files, *folders], self.documents, self.as_of.isoformat(), self.notices)


def build(project: Project, options: Options, step: Step = lambda name, done, total: None) -> Summary:
    """Build briefings; those that fail are named in the summary, and the rest goes on.

    Raises FootnotedError's kinds where none could be built. What stood in a failed one's place still stands.
    """
    project = _with_masters(project)
    reports = _chosen(project, options)
    fonts = [family for theme in project.themes.values() for family in theme.fonts.families]
    with workers(options.jobs, "generator.ready", cluster=options.cluster, fonts=fonts) as executor:
        ingest = Ingest(project, executor, step)
        ingested = _ingested(ingest, options)
        corpus, selection = stated(ingest, ingested, options.corpus, project.catalogue, options.as_of)
        stands = len(selection.documents) - len(selection.superseded)
        summary = Summary(selection.as_of, stands, ingested.known, notices=unread(corpus.unreadable, corpus.skipped))
        briefings = _composed(project, options, reports, selection, summary.failed)
        wanted = [(briefing, formats) for briefing in briefings if (formats := _formats(briefing, options))]
        rendering = _Counted("rendering", sum(len(formats) for _, formats in wanted), step)
        published = Press(project, options.out, executor, rendering).publish(wanted)
    summary.outputs = published.outputs
    summary.failed |= published.failed
    if summary.failed and not summary.outputs:
        raise summary.failure
    summary.notices += _noticed(briefing for briefing, _ in wanted if _name(briefing) not in summary.failed)
    return summary


def _with_masters(project: Project) -> Project:
    if not any(theme.brings_master or theme.logo for theme in project.themes.values()):
        return project
    from generator.rendering.masters.checking import with_masters  # takes long to load, and few projects need it

    return with_masters(project)


class _Counted:
    """Counts how far a step is."""

    def __init__(self, name: str, total: int, step: Step) -> None:
        self._name, self._total, self._step, self._done = name, total, step, 0

    def __call__(self, more: int) -> None:
        self._done += more
        self._step(self._name, self._done, self._total)


def _composed(
    project: Project,
    options: Options,
    reports: dict[str, Report],
    selection: Selection,
    failed: dict[str, FootnotedError],
) -> Iterator[Briefing]:
    """Yield the briefings asked for; the ones that can't be composed go to `failed`."""
    for name, report in reports.items():
        for audience in report.audiences:
            if options.audiences and audience not in options.audiences:
                continue
            try:
                yield composed(project, name, audience, selection, options.strict, options.writers)
            except FootnotedError as error:
                failed[f"{name}/{audience}"] = error


def _chosen(project: Project, options: Options) -> dict[str, Report]:
    asked("audience", options.audiences, project.audiences, project.root)
    named = asked("report", options.reports, {**project.reports, **project.families}, project.root)
    return {made: project.reports[made] for name in named for made in project.named(name)}


def _ingested(ingest: Ingest, options: Options) -> Ingested:
    """Return what the corpus is: what is new in it is read, the rest is in the store."""
    if options.known:
        return ingest.earlier(options.corpus, options.known, options.kept)
    return ingest.run(options.corpus, kept=False, others=options.kept)


def stated(
    ingest: Ingest, ingested: Ingested, paths: Sequence[Path], catalogue: Catalogue, as_of: date | None = None
) -> tuple[Corpus, Selection]:
    """Return the corpus of an ingest and what it states as of a day; without one, that of its newest document."""
    corpus = ingest.corpus(ingested, paths)
    dated = (d.published.date() for d in corpus.documents if d.published)
    day = as_of or max(dated, default=date.today())
    everything = corpus.everything
    found = ingest.found(everything, day)
    return corpus, select(everything, found.figures, found.quotes, found.ratings, catalogue, day, found.copies)


def _noticed(briefings: Iterable[Briefing]) -> list[str]:
    """Return the notices of briefings; what several audiences of a report share, once: `weekly/board, analysts: …`."""
    shared: dict[tuple[str, str], list[str]] = {}
    for briefing in briefings:
        for notice in briefing.notices:
            told = shared.setdefault((briefing.report, f"{notice.section}: {notice.message}"), [])
            told.append(briefing.audience_id)
    return [f"{report}/{', '.join(audiences)}: {message}" for (report, message), audiences in shared.items()]


def _name(briefing: Briefing) -> str:
    return f"{briefing.report}/{briefing.audience_id}"


def _formats(briefing: Briefing, options: Options) -> tuple[Format, ...]:
    return tuple(f for f in briefing.audience.formats if not options.formats or f in options.formats)
