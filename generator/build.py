"""The whole way of the data: settings and corpus in, briefings and their evidence out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from generator.briefing.compose import compose
from generator.briefing.model import Briefing
from generator.charts.draw import draw
from generator.corpus.reading import Corpus
from generator.errors import SettingsInvalid, VerificationFailed
from generator.ingest import Ingest, Step
from generator.publishing import draft, publish
from generator.rendering.deck import write_deck
from generator.rendering.document import write_pdf
from generator.rendering.web import write_web
from generator.selection.select import select
from generator.selection.selection import Selection
from generator.settings import builtin
from generator.settings.audience import Format
from generator.settings.loading import nearest
from generator.settings.project import Project
from generator.settings.report import Report
from generator.unchanged import Made
from generator.verification.evidence import Ledger
from generator.verification.ledger import Finished, ledger
from generator.verification.verify import verify
from generator.workers import workers

_WRITERS = {"pdf": write_pdf, "pptx": write_deck, "html": write_web}


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
    strict: bool = False
    writers: bool = False  # whether commands that draft texts may run


@dataclass
class Summary:
    """What a build made, and what its maker should look at."""

    as_of: date
    documents: int
    outputs: list[Finished] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def made(self) -> Made:
        """Return what a later build is held against."""
        files = [str(output.path) for output in self.outputs]
        folders = dict.fromkeys(str(output.path.parent / "evidence.json") for output in self.outputs)
        return Made([*files, *folders], self.documents, self.as_of.isoformat(), self.notices)


def build(project: Project, options: Options, step: Step = lambda name, done, total: None) -> Summary:
    """Build briefings. Raises FootnotedError's kinds; what stood in the output folder before a failure still stands."""
    reports = _chosen(project, options)
    with workers(options.jobs) as executor:
        corpus, selection = _selection(project, options, executor, step)
    as_of = selection.as_of
    summary = Summary(as_of, len(selection.documents), notices=_notices(corpus))
    briefings = {
        (name, audience): compose(
            name, report, audience, project.audiences[audience], selection, project.catalogue, project.translations,
            report.issue(as_of), options.strict, project.template_folders,
            project.root if options.writers else None,
        )
        for name, report in reports.items()
        for audience in report.audiences
        if not options.audiences or audience in options.audiences
    }  # fmt: skip
    total = sum(len(_formats(briefing, options)) for briefing in briefings.values())
    for name in reports:
        composed = [briefing for (report, _), briefing in briefings.items() if report == name]
        if composed:
            _publish(project, composed, options, summary, lambda: step("rendering", len(summary.outputs), total))
    return summary


def _chosen(project: Project, options: Options) -> dict[str, Report]:
    for kind, asked, known in (
        ("report", options.reports, project.reports),
        ("audience", options.audiences, project.audiences),
    ):
        for name in asked:
            if name not in known:
                guess = nearest(name, known)
                hint = f" Did you mean '{guess}'?" if guess else f" There are: {', '.join(known)}."
                raise _Unknown(
                    f"There is no {kind} '{name}'.{hint}", f"Look into {project.root / 'config' / (kind + 's')}."
                )
    return {name: project.reports[name] for name in options.reports or project.reports}


class _Unknown(SettingsInvalid):
    def __init__(self, what: str, remedy: str) -> None:
        super().__init__([])
        self.what, self.remedy = what, remedy


def _selection(project: Project, options: Options, executor: Executor, step: Step) -> tuple[Corpus, Selection]:
    """Return the corpus and what it states: what is new in it is read, the rest is in the store."""
    ingest = Ingest(project, executor, step)
    if options.known:
        ingested = ingest.earlier(options.corpus, options.known)
    else:
        ingested = ingest.run(options.corpus, kept=False, others=options.kept)
    corpus = ingest.corpus(ingested, options.corpus)
    dated = (d.published.date() for d in corpus.documents if d.published)
    as_of = options.as_of or max(dated, default=date.today())
    found = ingest.found(corpus.documents, as_of)
    return corpus, select(
        corpus.documents, found.figures, found.quotes, found.ratings, project.catalogue, as_of, found.sketches
    )


def _notices(corpus: Corpus) -> list[str]:
    skipped = [
        f"{path}: not read: {path.suffix or 'a file without a suffix'} is no kind of document."
        for path in corpus.skipped
    ]
    return [str(error) for error in corpus.unreadable] + skipped


def _formats(briefing: Briefing, options: Options) -> tuple[Format, ...]:
    return tuple(f for f in briefing.audience.formats if not options.formats or f in options.formats)


def _publish(
    project: Project, briefings: list[Briefing], options: Options, summary: Summary, done: Callable[[], None]
) -> None:
    """Render one report's briefings and evidence in a folder of their own; put them in place when all are there."""
    folder = options.out / briefings[0].report / briefings[0].issue
    with draft(folder) as made:
        outputs = [
            output for briefing in briefings for output in _render(project, briefing, options, made, done, summary)
        ]
        whole = ledger(briefings, outputs, _inputs(project))
        _hold(whole, outputs, briefings)
        publish(made, whole, folder)
    for i, output in enumerate(summary.outputs):
        if output in outputs:
            summary.outputs[i] = output.moved(folder)
    for briefing in briefings:
        summary.notices += [
            f"{briefing.report}/{briefing.audience_id}: {n.section}: {n.message}" for n in briefing.notices
        ]


def _hold(whole: Ledger, outputs: Sequence[Finished], briefings: Sequence[Briefing]) -> None:
    """Read every file back and hold it against evidence and sources. Raises VerificationFailed with all problems."""
    corpus = {name: document for briefing in briefings for name, document in briefing.documents.items()}
    problems = [
        f"{briefings[0].report}/{output.path.name}: {problem}"
        for output in outputs
        for problem in verify(output.path, whole, corpus).problems
    ]
    if problems:
        raise VerificationFailed(
            "\n".join(problems), "Nothing of this report was published; what stood there still stands."
        )


def _inputs(project: Project) -> dict[str, Path]:
    """Return every file that decides what briefings say and how they look: settings and templates, by name."""
    found: dict[str, Path] = {}
    for base, name in ((builtin.folder("config").parent, "builtin/"), (project.root, "")):
        for part in ("config", "templates"):
            files = sorted(path for path in (base / part).rglob("*") if path.is_file())
            found |= {f"{name}{path.relative_to(base).as_posix()}": path for path in files}
    return found


def _render(
    project: Project, briefing: Briefing, options: Options, folder: Path, done: Callable[[], None], summary: Summary
) -> Iterator[Finished]:
    theme = project.themes[briefing.audience.theme]
    charts = {block.id: draw(block, theme, briefing.language, half) for block, half in briefing.charts}
    for form in _formats(briefing, options):
        path = folder / f"{briefing.audience_id}.{form}"
        written = _WRITERS[form](briefing, charts, theme, project.template_folders, path)
        output = Finished.of(briefing, path, written)
        summary.outputs.append(output)
        done()
        yield output
