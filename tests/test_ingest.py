"""Ingest: what is new is read once, whatever ends it and whoever else is at it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.corpus.reading import read_corpus
from generator.corpus.stories import stories
from generator.errors import CorpusMissing, FiguresInvalid
from generator.extraction.extractor import Extractor
from generator.holdings import Holdings
from generator.ingest import Ingest, Ingested
from generator.settings.project import Project, open_project
from generator.workers import InThisProcess
from tests.selection.stating import by_company

REPORT = "title: T\nentity: xiaomi\nsections: [{block: scorecard, metrics: [revenue]}]\n"
# An ingest with small batches, and so with many writes. It is killed so many seconds after one of them began: before,
# in the middle of or after it; where it made fewer, as another one had done the work, at its end.
SCRIPT = """
import os, signal, sys, threading
from pathlib import Path
import generator.ingest
from generator.corpus import store
from generator.ingest import Ingest
from generator.settings.project import open_project
from generator.workers import InThisProcess

generator.ingest._FILES, generator.ingest._DOCUMENTS = 6, 6
last, seconds = int(sys.argv[2]), float(sys.argv[3])
writes, write = 0, store.write_deltalake

def counted(*arguments, **options):
    global writes
    writes += 1
    if writes == last:
        threading.Timer(seconds, os.kill, (os.getpid(), signal.SIGKILL)).start()
    write(*arguments, **options)

store.write_deltalake = counted
project = open_project(Path(sys.argv[1]))
print("ready", flush=True)
Ingest(project, InThisProcess()).run([project.root / "corpus"], kept=False, others=False)
if last:
    signal.raise_signal(signal.SIGKILL)
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "config" / "reports").mkdir(parents=True)
    (tmp_path / "config" / "reports" / "r.yaml").write_text(REPORT, encoding="utf-8")
    (tmp_path / "corpus").mkdir()
    return open_project(tmp_path)


def write(project: Project, number: int, said: str = "") -> Path:
    path = project.root / "corpus" / f"{number:03}.txt"
    text = f"News {number}\nDaily· 2025-11-{number % 28 + 1:02} 08:00\n小米集团2025年第三季度营收{1000 + number}亿元。雷军表示：“第{number}次，我们会坚持技术为本。”{said}\n"
    path.write_text(text, encoding="utf-8")
    os.utime(path, (time.time() - 60, time.time() - 60 + number / 1000))
    return path


def ingest(project: Project, *paths: Path, kept: bool = False, others: bool = False) -> Ingested:
    return Ingest(project, InThisProcess()).run(paths or [project.root / "corpus"], kept, others)


def titles(project: Project, done: Ingested) -> list[str]:
    return [document.title for document in Ingest(project, InThisProcess()).corpus(done, []).documents]


def held(project: Project) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """Return how often each document is in the store, and each figure and quote of each document."""
    store = Ingest(project, InThisProcess()).holdings.store
    things: dict[str, Counter[str]] = {}
    for table in ("figures", "quotes"):
        for row in store.rows(table).iter_rows(named=True):
            things.setdefault(row["document"], Counter())[f"{table} {row['start']} {row['end']}"] += 1
    return Counter(store.rows("documents")["document"]), things


def expected(project: Project) -> tuple[Counter[str], dict[str, Counter[str]]]:
    extractor, documents = Extractor(project.catalogue), read_corpus([project.root / "corpus"]).documents
    things = {
        d.id: Counter(
            [f"figures {f.start} {f.end}" for f in extractor.figures(d)]
            + [f"quotes {q.start} {q.end}" for q in extractor.quotes(d)]
        )
        for d in documents
    }
    return Counter(d.id for d in documents), things


def start(project: Project, last_write: int = 0, seconds: float = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SCRIPT, str(project.root), str(last_write), str(seconds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def ready(begun: subprocess.Popen[str]) -> None:
    assert begun.stdout is not None and begun.stdout.readline() == "ready\n"
    begun.stdout.close()


def test_what_is_there_is_not_read_again(project: Project) -> None:
    for number in range(3):
        write(project, number)
    first, second = ingest(project), ingest(project)
    assert (first.files, first.read, first.added, first.extracted) == (3, 3, 3, 3)
    assert (second.files, second.read, second.added, second.extracted) == (3, 0, 0, 0)
    write(project, 3)
    third = ingest(project)
    assert (third.read, third.added, third.extracted) == (1, 1, 1)
    assert held(project) == expected(project)


def test_a_file_that_was_only_copied_or_touched_is_not_read_again(project: Project) -> None:
    paths = [write(project, number) for number in range(2)]
    ingest(project)
    log = len(Ingest(project, InThisProcess()).holdings.store.rows("files"))
    for path in paths:
        os.utime(path, (time.time() + 60, time.time() + 60))
    again = ingest(project)
    assert (again.read, again.extracted) == (0, 0)
    assert len(Ingest(project, InThisProcess()).holdings.store.rows("files")) == log, "nothing new is known of them"
    size = paths[0].stat().st_size
    paths[0].write_text(paths[0].read_text("utf-8").replace("1000亿", "2000亿"), encoding="utf-8")
    assert paths[0].stat().st_size == size
    assert ingest(project).read == 1, "of the same size, and another one"


def test_what_comes_out_of_the_store_is_what_the_extractor_finds(project: Project) -> None:
    for number in range(3):
        write(project, number)
    reading = Ingest(project, InThisProcess())
    corpus = reading.corpus(reading.run([project.root / "corpus"], False, False), [])
    plain = read_corpus([project.root / "corpus"])
    assert [d.id for d in corpus.documents] == [d.id for d in plain.documents]
    assert [d.text for d in corpus.documents] == [d.text for d in plain.documents]
    extractor = Extractor(project.catalogue)
    found = reading.found(corpus.documents, datetime.now().date())
    stated = (figure for d in plain.documents for figure in extractor.figures(d))
    of_companies = by_company(figure for figure in stated if figure.metric and figure.doubt is None)
    assert dict(found.figures) == {company: tuple(figures) for company, figures in of_companies.items()}
    assert found.quotes == [quote for d in plain.documents for quote in extractor.quotes(d)]


def test_a_copy_that_comes_later_is_joined_to_the_story_that_is_there(project: Project) -> None:
    for number in range(3):
        write(project, number)
    ingest(project)
    first = (project.root / "corpus" / "001.txt").read_text(encoding="utf-8")
    (project.root / "corpus" / "copy.txt").write_text(first.replace("Daily· 2025-11-02", "Times· 2025-11-09"), "utf-8")
    reading = Ingest(project, InThisProcess())
    corpus = reading.corpus(reading.run([project.root / "corpus"], False, False), [])
    found = reading.found(corpus.documents, datetime.now().date())
    told = stories(corpus.documents, found.copies)
    assert told == stories(corpus.documents), "as if all had come at once"
    assert len(told) == 4 > len(set(told.values()))


def test_what_was_read_by_one_that_was_killed_is_joined_to_its_story_by_the_next(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*arguments: object) -> None:
        raise KeyboardInterrupt

    write(project, 1)
    (project.root / "corpus" / "copy.txt").write_bytes((project.root / "corpus" / "001.txt").read_bytes()[:-10])
    with monkeypatch.context() as patched:
        patched.setattr("generator.ingest.join", killed)
        with pytest.raises(KeyboardInterrupt):
            ingest(project)
    reading = Ingest(project, InThisProcess())
    again = reading.run([project.root / "corpus"], False, False)
    documents = reading.corpus(again, []).documents
    assert again.extracted == 0
    assert len(set(stories(documents, reading.found(documents, datetime.now().date()).copies).values())) == 1


def test_killed_at_any_moment_it_loses_and_doubles_nothing(project: Project) -> None:
    for number in range(36):
        write(project, number)
    chance = random.Random()
    moments = [(chance.randint(*writes), chance.uniform(0, 0.03)) for writes in ((1, 4), (3, 10), (5, 16), (10, 30))]
    for together in (moments[:2], moments[2:]):
        both = [start(project, *moment) for moment in together]
        for begun in both:
            ready(begun)
        assert [begun.wait() for begun in both] == [-signal.SIGKILL] * 2, moments
    assert len(ingest(project).keys) == 36, moments
    assert held(project) == expected(project), moments
    assert ingest(project).read == 0, moments


def test_two_at_once_lose_and_double_nothing(project: Project) -> None:
    for number in range(40):
        write(project, number)
    both = [start(project), start(project)]
    for begun in both:
        ready(begun)
    assert [begun.wait(120) for begun in both] == [0, 0]
    assert held(project) == expected(project)


def test_what_was_corrected_is_superseded_and_what_was_known_before_can_be_read_again(project: Project) -> None:
    write(project, 1)
    write(project, 2)
    first = ingest(project)
    then = datetime.now(UTC).replace(tzinfo=None)
    write(project, 1, "更正：以本次为准。")
    (project.root / "corpus" / "002.txt").unlink()
    second = ingest(project)
    assert (second.read, second.added, second.gone) == (1, 1, 1)
    assert len(second.keys) == 1 and not set(second.keys) & set(first.keys)
    assert sum(held(project)[0].values()) == 3
    reading = Ingest(project, InThisProcess())
    earlier = reading.earlier([project.root / "corpus"], then)
    assert sorted(earlier.keys) == sorted(first.keys)
    assert [d.title for d in reading.corpus(earlier, []).documents] == ["News 1", "News 2"]


def test_a_feed_grows_and_what_is_named_is_kept(project: Project, tmp_path: Path) -> None:
    write(project, 1)
    feed = tmp_path / "elsewhere" / "feed.rss"
    feed.parent.mkdir()

    def lists(entries: Sequence[int]) -> None:
        items = "".join(
            f"<item><title>Feed {n}</title><link>https://a.example/{n}</link><pubDate>Tue, 1{n} Nov 2025 20:05:00 +0800</pubDate></item>"
            for n in entries
        )
        feed.write_text(f"<rss version='2.0'><channel><title>F</title>{items}</channel></rss>", encoding="utf-8")

    lists([1, 2])
    ingest(project, feed, kept=True)
    lists([2, 3])
    assert ingest(project, feed, kept=True).added == 1
    feed.unlink()
    done = ingest(project, project.root / "corpus", others=True)
    assert titles(project, done) == ["News 1", "Feed 1", "Feed 2", "Feed 3"]
    assert titles(project, ingest(project)) == ["News 1"]


def test_a_file_that_cannot_be_read_is_told_each_time(project: Project) -> None:
    write(project, 1)
    (project.root / "corpus" / "broken.pdf").write_bytes(b"%PDF- and no more")
    assert ["damaged" in str(error) for error in ingest(project).errors] == [True]
    assert ["damaged" in str(error) for error in ingest(project).errors] == [True]


def test_own_figures_with_a_mistake_stop_it_and_the_rest_is_kept(project: Project) -> None:
    write(project, 1)
    table = project.root / "corpus" / "own.csv"
    table.write_text("metric,entity,period,value,unit\nrevenu,xiaomi,2025-Q3,1,CNY\n", encoding="utf-8")
    with pytest.raises(FiguresInvalid, match=r"own\.csv:2:1"):
        ingest(project)
    table.write_text("metric,entity,period,value,unit\nrevenue,xiaomi,2025-Q3,1,CNY\n", encoding="utf-8")
    assert ingest(project).read == 1


def test_a_changed_catalogue_reads_again(project: Project) -> None:
    write(project, 1)
    ingest(project)
    folder = project.root / "config" / "catalogue"
    folder.mkdir()
    (folder / "companies.yaml").write_text(json.dumps({"acme": {"name": "Acme"}}), encoding="utf-8")
    again = ingest(open_project(project.root))
    assert (again.read, again.added, again.extracted) == (1, 0, 1)


def test_no_corpus(project: Project) -> None:
    with pytest.raises(CorpusMissing, match="nowhere"):
        ingest(project, project.root / "nowhere")


def test_paths_are_written_as_seen_from_the_project_whatever_leads_to_them(project: Project, tmp_path: Path) -> None:
    holdings = Holdings(".footnoted/store", project.root)
    inside, outside = write(project, 1), tmp_path.parent / f"{tmp_path.name}-elsewhere"
    outside.mkdir()
    (outside / "note.txt").write_text("A note", encoding="utf-8")
    (outside / "link.txt").symlink_to(inside)
    (outside / "folder").symlink_to(project.root / "corpus")
    assert (
        holdings.path(inside)
        == holdings.path(project.root / "corpus" / ".." / "corpus" / "001.txt")
        == "corpus/001.txt"
    )
    assert holdings.path(outside / "link.txt") == holdings.path(outside / "folder" / "001.txt") == "corpus/001.txt"
    assert holdings.path(outside / "note.txt") == (outside / "note.txt").resolve().as_posix()
    assert holdings.path(project.root) == holdings.path(project.root / "corpus" / "..") == "."
    assert holdings.path(project.root / "corpus") == "corpus"
    assert holdings.path(project.root.parent) == project.root.parent.as_posix()
    assert holdings.path(project.root / "one.txt") == "one.txt"
