"""A cluster: the same results bit for bit, whoever of the workers dies; what is lacking is said at once."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.build import Options, build
from generator.cluster import Cluster
from generator.errors import ClusterFailed, FootnotedError, TemplateFailed
from generator.ingest import Ingest, Ingested
from generator.settings.project import Project, open_project
from generator.settings.starting import start_project
from generator.workers import InThisProcess, workers
from tests.clusters import Processes, cluster

REPORT = """
title: Small
entity: xiaomi
audiences: [board, second, third]
sections:
  - {id: key, block: scorecard, metrics: [revenue, gross_margin]}
  - {id: words, block: quotes}
  - {id: end, block: sources}
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#c00"/></svg>'


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Processes]:
    with cluster(tmp_path_factory.mktemp("cluster") / "c") as made:
        yield made


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Processes]:
    """Two workers, beside which each test puts a third one to kill.

    Of more than twice as many pieces of work as there are threads, Dask gives each idle worker the next one: none is
    passed over.
    """
    with cluster(tmp_path_factory.mktemp("cluster") / "c", 2) as made:
        yield made


@pytest.fixture
def project(tmp_path: Path) -> Project:
    root = tmp_path / "project"
    start_project(root)
    for name in ("corpus", "config/reports"):
        shutil.rmtree(root / name)
        (root / name).mkdir()
    (root / "config" / "reports" / "small.yaml").write_text(REPORT, encoding="utf-8")
    board = (root / "config" / "audiences" / "board.yaml").read_text(encoding="utf-8")
    for name in ("second", "third"):
        (root / "config" / "audiences" / f"{name}.yaml").write_text(board, encoding="utf-8")
    return open_project(root)


def write(project: Project, count: int) -> None:
    for number in range(count):
        text = (
            f"News {number}\nDaily {number}· 2025-11-{number % 28 + 1:02} 08:00\n"
            f"小米集团2025年第三季度营收1131亿元，毛利率22.9%。雷军表示：“第{number}次，我们会坚持技术为本。”\n"
        )
        (project.root / "corpus" / f"{number:03}.txt").write_text(text, encoding="utf-8")


def held(project: Project) -> dict[str, list[str]]:
    """Return every row of the store but for the moments that it was written at."""
    store = Ingest(project, InThisProcess()).holdings.store
    rows = {name: store.rows(name) for name in store.schemas}
    return {
        name: sorted(
            repr({key: value for key, value in row.items() if key != "at"}) for row in found.iter_rows(named=True)
        )
        for name, found in rows.items()
    }


def ingested(project: Project, address: str | None) -> Ingested:
    with workers(1, cluster=address) as executor:
        return Ingest(project, executor).run([project.root / "corpus"], kept=False, others=False)


def built(project: Project, address: str | None) -> dict[str, bytes]:
    """Build anew, and return every file of the output."""
    for name in (".footnoted", "reports"):
        shutil.rmtree(project.root / name, ignore_errors=True)
    out = project.root / "reports"
    build(project, Options((project.root / "corpus",), out, cluster=address))
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_ingest_goes_on_where_a_worker_is_killed(two: Processes, project: Project) -> None:
    write(project, 120)
    ingested(project, None)
    alone = held(project)
    shutil.rmtree(project.root / ".footnoted")
    two.doomed("reads")
    done = ingested(project, two.address)
    assert two.died_at_work("reads")
    assert (done.read, done.added, done.extracted) == (120, 120, 120)
    assert held(project) == alone


def test_a_build_goes_on_where_a_worker_is_killed(two: Processes, project: Project) -> None:
    write(project, 3)
    board = (project.root / "config" / "audiences" / "board.yaml").read_text(encoding="utf-8")
    names = [f"web{number}" for number in range(8)]
    for name in names:
        page = board.replace("[pdf, pptx, html]", "[html]")
        (project.root / "config" / "audiences" / f"{name}.yaml").write_text(page, encoding="utf-8")
    report = REPORT.replace("third]", f"third, {', '.join(names)}]")
    (project.root / "config" / "reports" / "small.yaml").write_text(report, encoding="utf-8")
    project = open_project(project.root)
    alone = built(project, None)
    two.doomed("renders")
    together = built(project, two.address)
    assert two.died_at_work("renders")
    assert len(alone) >= 18 and together == alone


def test_templates_go_along_and_their_mistakes_are_told_where_they_are(three: Processes, project: Project) -> None:
    write(project, 3)
    folder = project.root / "templates" / "document"
    folder.mkdir(parents=True, exist_ok=True)
    (project.root / "logo.svg").write_text(LOGO, encoding="utf-8")
    before = built(project, three.address)
    page = Path(__file__).parent.parent / "templates" / "document" / "style.css.jinja"
    mine = folder / page.name
    mine.write_text(
        page.read_text(encoding="utf-8") + "\nbody { background: url(../../logo.svg); letter-spacing: 1pt }\n",
        encoding="utf-8",
    )
    mended = open_project(project.root)
    changed = built(mended, three.address)
    assert changed != before and changed == built(mended, None)
    mine.write_text("\n{{ nothing.at.all }}", encoding="utf-8")
    with pytest.raises(TemplateFailed) as failed:
        built(open_project(project.root), three.address)
    assert str(mine) in str(failed.value)


def test_a_template_that_never_ends_holds_no_worker(tmp_path: Path, project: Project) -> None:
    write(project, 3)
    folder = project.root / "templates" / "document"
    folder.mkdir(parents=True, exist_ok=True)
    loops = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    (folder / "contents.html.jinja").write_text(loops, encoding="utf-8")
    with cluster(tmp_path / "c", 1, FOOTNOTED_TEMPLATE_SECONDS="2") as one:
        with pytest.raises(TemplateFailed, match=r"contents\.html\.jinja:1: TooMuch: it ran for more than 2 seconds"):
            built(open_project(project.root), one.address)
        (folder / "contents.html.jinja").write_text("", encoding="utf-8")
        assert built(open_project(project.root), one.address)


def test_no_scheduler_is_said_within_seconds(project: Project) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(ClusterFailed, match=f"No scheduler answers at {address}"):
        ingested(project, address)


@pytest.mark.parametrize("address", ["nonsense", "tcp://", "http://127.0.0.1:1", "tcp://127.0.0.1:port"])
def test_what_is_no_address_is_one_message(project: Project, address: str) -> None:
    with pytest.raises(ClusterFailed, match="scheduler"):
        ingested(project, address)


def test_a_worker_with_other_code_or_fonts_is_named(three: Processes, tmp_path: Path) -> None:
    import generator

    other = tmp_path / "other"
    shutil.copytree(Path(generator.__file__).parent, other / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("config", "templates"):
        shutil.copytree(Path(generator.__file__).parent.parent / name, other / name)
    with (other / "generator" / "bounds.py").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig><dir>/nowhere</dir></fontconfig>", encoding="utf-8")
    three.worker("odd", PYTHONPATH=str(other), FONTCONFIG_FILE=str(fonts))
    three.joined("odd")
    try:
        with pytest.raises(ClusterFailed) as failed:
            Cluster(three.address, ["Noto Sans"])
    finally:
        three.kill("odd")
    told = str(failed.value)
    assert "footnoted is" in told and "font Noto Sans is none there" in told
    assert told.count("worker tcp://") == 1


def test_a_cluster_is_left_in_peace_while_it_is_being_watched(
    three: Processes, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The thread that asks for workers without a pause met a client that was closing under it: KeyError 'workers'.
    monkeypatch.setattr("generator.cluster._STEP", 0)
    for _ in range(10):
        Cluster(three.address).shutdown()
    assert not [each for each in threading.enumerate() if each.name == "footnoted-cluster"]


def test_a_cluster_whose_workers_are_all_gone_says_so(tmp_path: Path) -> None:
    with cluster(tmp_path / "c", 1) as one, Cluster(one.address) as executor:
        assert executor.submit(sum, [1, 2]).result(30) == 3
        with pytest.raises(FootnotedError, match="nothing of the kind"):
            executor.submit(_fails).result(30)
        one.kill("w0")
        with pytest.raises(ClusterFailed, match="no workers any more"):
            executor.submit(sum, [1, 2]).result(60)


def _fails() -> Any:
    raise FootnotedError("nothing of the kind")
