"""The command line: commands, progress, summary tables; the work is done elsewhere.

A command imports what it needs when it runs: libraries take longer to load than a build without a change takes.
"""

from __future__ import annotations

import os
import sys
import traceback
from datetime import date
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from generator import __version__
from generator.arguments import (
    AsOf,
    Audiences,
    Cluster,
    Corpus,
    Formats,
    IsoWeek,
    Jobs,
    Known,
    Out,
    Paths,
    Quiet,
    Reports,
    RowFormat,
    Rows,
    Sources,
    read_formats,
)
from generator.errors import FootnotedError, VerificationFailed
from generator.settings.finding import find_root
from generator.unchanged import Record

app = typer.Typer(
    name="footnoted",
    help="Investor briefings in which every figure and quote leads back to the sentence it came from.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Run a command; a failure that a user can meet ends in its own words and exit code."""
    try:
        app(standalone_mode=False)
    except FootnotedError as error:
        _end(str(error), error.exit_code)
    except typer.Exit as ended:
        sys.exit(ended.exit_code)
    except typer.Abort:
        _end("Stopped.", 130)
    except KeyboardInterrupt:
        _end("Stopped; what was built before is as it was.", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        if isinstance(error, getattr(typer, "TyperException", ())) or hasattr(error, "format_message"):
            _end(error.format_message(), getattr(error, "exit_code", 2))  # type: ignore[attr-defined]
        if os.environ.get("FOOTNOTED_DEBUG"):
            traceback.print_exc()
        _end(
            f"A mistake in footnoted itself: {type(error).__name__}: {error}\nRun again with FOOTNOTED_DEBUG=1 and report what it prints.",
            70,
        )


def _end(message: str, code: int) -> NoReturn:
    print(message, file=sys.stderr)
    sys.exit(code)


@app.callback(invoke_without_command=True)
def _version(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        print(f"footnoted {__version__}")
        raise typer.Exit


@app.command("build")
def _build(
    reports: Reports = None,
    audience: Audiences = None,
    week: IsoWeek = None,
    reissue: Annotated[
        bool, typer.Option("--reissue", help="Of --week: of what is known now, not as it was issued.")
    ] = False,
    as_of: AsOf = None,
    formats: Formats = None,
    corpus: Corpus = None,
    known: Known = None,
    out: Out = None,
    jobs: Jobs = 0,
    cluster: Cluster = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Fail where a report asks for what the corpus does not state.")
    ] = False,
    writers: Annotated[
        bool, typer.Option("--writers", help="Run the commands that reports name as writers of texts.")
    ] = False,
    again: Annotated[bool, typer.Option("--again", help="Build also where nothing has changed.")] = False,
    since_last: Annotated[
        bool, typer.Option("--since-last", help="Build every issue that is due, up to today or --as-of.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Build briefings: PDF, PowerPoint and HTML, the evidence beside them, and the archive of all issues."""
    if reissue and not week:
        raise typer.BadParameter("--reissue is for --week.")
    if week and as_of:
        raise typer.BadParameter("--week and --as-of exclude each other.")
    root = find_root(Path.cwd())
    asked: dict[str, Any] = {
        "reports": tuple(reports or ()), "audiences": tuple(audience or ()), "as_of": week.day if week else as_of,
        "formats": read_formats(formats), "corpus": tuple(corpus or (root / "corpus",)), "out": out or root / "reports",
        "strict": strict, "writers": writers, "kept": corpus is None, "known": known,
    }  # fmt: skip
    record = Record(root, sys.argv[1:], Path.cwd())
    record.begin(asked["corpus"])
    from generator.archive import list_issues
    from generator.briefing.gate import typed_problems
    from generator.build import Options
    from generator.due import build_due
    from generator.issuing import build_now, build_week
    from generator.progress import Reporter
    from generator.settings.project import open_project

    project = open_project(root, typed_problems)
    options = Options(**asked, jobs=jobs or os.cpu_count() or 1, cluster=cluster)
    with Reporter(quiet) as reporter:
        if since_last:
            summary = build_due(project, options, options.as_of or date.today(), reporter.step)
        elif week:
            summary = build_week(project, options, week.day, reporter.step, reissue)
        else:
            summary = build_now(project, options, reporter.step)
        list_issues(project, options.out)
    reporter.summarise(summary)
    if summary.failed:
        raise summary.failure
    record.write(summary.made(), asked["corpus"])


@app.command("ingest")
def _ingest(
    paths: Sources = None,
    jobs: Jobs = 0,
    cluster: Cluster = None,
    quiet: Quiet = False,
) -> None:
    """Read what is new into the store; what is named here counts in every build from now on."""
    from generator.ingest import Ingest
    from generator.progress import Reporter
    from generator.settings.project import open_project
    from generator.workers import workers

    project = open_project()
    count = jobs or os.cpu_count() or 1
    with (
        Reporter(quiet) as reporter,
        workers(count, "generator.reader", "generator.extraction.extractor", cluster=cluster) as executor,
    ):
        given = tuple(paths or (project.root / "corpus",))
        ingested = Ingest(project, executor, reporter.step).run(given, kept=bool(paths), others=False)
    reporter.tell(ingested)


@app.command("check")
def _check(quiet: Quiet = False) -> None:
    """Check settings and templates; nothing is built."""
    from generator.briefing.gate import typed_problems
    from generator.briefing.words import load_words
    from generator.rehearsal import rehearse
    from generator.rendering.environment import check_templates
    from generator.rendering.masters.checking import with_masters
    from generator.settings.project import open_project

    project = open_project(judge=typed_problems)
    load_words("en", project.template_folders)
    rehearse(project)
    with_masters(project)
    templates = check_templates(project.template_folders)
    if not quiet:
        kinds = {"reports": project.reports, "audiences": project.audiences, "themes": project.themes}
        counted = [f"{len(found)} {kind if len(found) != 1 else kind[:-1]}" for kind, found in kinds.items()]
        print(f"{', '.join(counted)}, {templates} templates: no mistakes.")


@app.command("figures")
def _figures(
    paths: Paths = None,
    form: Rows = RowFormat.table,
    everything: Annotated[bool, typer.Option("--all", help="Also amounts that no metric claims.")] = False,
    doubtful: Annotated[bool, typer.Option("--doubtful", help="Only what was not accepted, and why.")] = False,
) -> None:
    """Print the figures that texts state, a row each."""
    from generator.listing import list_figures

    list_figures(paths or [], form.value, _root(), everything, doubtful)


@app.command("quotes")
def _quotes(
    paths: Paths = None,
    form: Rows = RowFormat.table,
) -> None:
    """Print the quotes that texts hold, a row each."""
    from generator.listing import list_quotes

    list_quotes(paths or [], form.value, _root())


@app.command("verify")
def _verify(
    files: Annotated[list[Path], typer.Argument(help="Finished briefings; evidence.json stands beside them.")],
    corpus: Annotated[
        list[Path] | None,
        typer.Option("--corpus", help="Where the sources are; the project's corpus/ otherwise.", show_default=False),
    ] = None,
    words: Annotated[
        bool, typer.Option("--words", help="Hold the words alone, of a file that another program saved anew.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Hold finished files against their evidence, and the evidence against its sources."""
    from generator.verification.verify import verify_files

    root = _root(files[0].resolve().parent) or _root()
    paths = corpus or ([root / "corpus"] if root and (root / "corpus").is_dir() else [])
    verdicts = verify_files(files, paths, root, words)
    for verdict in verdicts:
        if not quiet or verdict.problems:
            print(verdict)
    if any(verdict.problems for verdict in verdicts):
        raise VerificationFailed(
            "Not everything that is printed is backed by its evidence.", "Build the briefing again."
        )


@app.command("send")
def _send(
    reports: Reports = None,
    issue: Annotated[
        str | None, typer.Option("--issue", help="This issue instead of the latest one built.", show_default=False)
    ] = None,
    audience: Audiences = None,
    to: Annotated[
        list[str] | None, typer.Option("--to", help="To this address of an audience only.", show_default=False)
    ] = None,
    out: Out = None,
    again: Annotated[bool, typer.Option("--again", help="Send also what was sent before.")] = False,
    rehearse: Annotated[bool, typer.Option("--rehearse", help="Say what would be sent, and send nothing.")] = False,
    quiet: Quiet = False,
) -> None:
    """Mail finished briefings to their audiences' recipients, each issue once."""
    from generator.delivery.command import deliver

    deliver(find_root(Path.cwd()), reports or [], issue, audience or [], to or [], out, again, rehearse, quiet)


@app.command("preview")
def _preview(
    corpus: Corpus = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port on this machine; 0 is any free one.")
    ] = 8017,
    quiet: Quiet = False,
) -> None:
    """Show the briefings in a browser, renewed as settings, templates and corpus change. Listens on this machine only."""
    from generator.preview.serving import serve

    root = find_root(Path.cwd())
    serve(root, tuple(corpus or (root / "corpus",)), port, announce=None if quiet else print)


@app.command("init")
def _init(folder: Annotated[Path, typer.Argument(help="A new or empty folder.")], quiet: Quiet = False) -> None:
    """Start a project: reports, audiences, a theme and a demo corpus to change."""
    from generator.settings.starting import start_project

    start_project(folder)
    if not quiet:
        print(f"A project stands in {folder}. Build it:\n  cd {folder} && footnoted build")


@app.command("schema")
def _schema(quiet: Quiet = False) -> None:
    """Write the JSON Schemas of settings and ledger to config/schema/, for editors to complete and check with."""
    from generator.settings.schema import write_schemas
    from generator.verification.evidence import evidence_schema

    written = write_schemas(find_root(Path.cwd()) / "config" / "schema", {"evidence": evidence_schema()})
    if not quiet:
        print("\n".join(map(str, written)))


def _root(folder: Path | None = None) -> Path | None:
    try:
        return find_root(folder or Path.cwd())
    except FootnotedError:
        return None
