"""The store at an s3:// address: the same rows as in a folder, each once, whoever writes at the same time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from generator.build import Options, build
from generator.ingest import Ingest, Ingested
from generator.settings.project import Project, open_project
from generator.settings.starting import start_project
from generator.workers import InThisProcess

REPORT = """
title: Small
entity: xiaomi
audiences: [board]
sections: [{id: key, block: scorecard, metrics: [revenue]}, {id: words, block: quotes}, {id: end, block: sources}]
"""
SCRIPT = """
import sys
from pathlib import Path
from generator.ingest import Ingest
from generator.settings.project import open_project
from generator.workers import InThisProcess
project = open_project(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
Ingest(project, InThisProcess()).run([project.root / "corpus"], kept=False, others=False)
"""


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    for name, value in (
        ("AWS_ENDPOINT_URL", f"http://{host}:{port}"), ("AWS_ALLOW_HTTP", "true"), ("AWS_ACCESS_KEY_ID", "testing"),
        ("AWS_SECRET_ACCESS_KEY", "testing"), ("AWS_REGION", "us-east-1"), ("AWS_DEFAULT_REGION", "us-east-1"),
    ):  # fmt: skip
        monkeypatch.setenv(name, value)
    boto3.client("s3").create_bucket(Bucket="briefings")
    yield "s3://briefings/store"
    server.stop()


def project(folder: Path, store: str | None, count: int = 4) -> Project:
    start_project(folder)
    for name in ("corpus", "config/reports"):
        shutil.rmtree(folder / name)
        (folder / name).mkdir()
    (folder / "config" / "reports" / "small.yaml").write_text(REPORT, encoding="utf-8")
    if store:
        (folder / "config" / "corpus.yaml").write_text(f"store: {store}\n", encoding="utf-8")
    for number in range(count):
        text = f"News {number}\nDaily {number}· 2025-11-{number + 1:02} 08:00\n小米集团2025年第三季度营收1131亿元。雷军表示：“第{number}次，我们会坚持技术为本。”\n"
        (folder / "corpus" / f"{number}.txt").write_text(text, encoding="utf-8")
    return open_project(folder)


def ingested(made: Project) -> Ingested:
    return Ingest(made, InThisProcess()).run([made.root / "corpus"], kept=False, others=False)


def held(made: Project) -> dict[str, list[str]]:
    """Return the rows of the store but for moments, those of the log of files left out; of copies, the pairs."""
    store = Ingest(made, InThisProcess()).holdings.store
    found = {name: store.rows(name) for name in store.schemas if name not in ("files", "copies")}
    rows = {name: frame.drop("at", strict=False).iter_rows(named=True) for name, frame in found.items()}
    pairs = store.rows("copies", None, ["key", "copies"]).explode("copies").drop_nulls().iter_rows()
    copies = sorted({repr(sorted(pair)) for pair in pairs})
    return {"copies": copies, **{name: sorted(map(repr, listed)) for name, listed in rows.items()}}


def outputs(made: Project) -> dict[str, bytes]:
    """Build, and return the outputs; evidence holds the hash of config/corpus.yaml, which names the store."""
    build(made, Options((made.root / "corpus",), made.root / "reports"))
    found = [path for path in (made.root / "reports").rglob("*.*") if path.is_file() and path.suffix != ".json"]
    return {path.relative_to(made.root).as_posix(): path.read_bytes() for path in found}


def test_a_store_on_s3_holds_what_one_in_a_folder_holds(bucket: str, tmp_path: Path) -> None:
    local, remote = project(tmp_path / "local", None), project(tmp_path / "remote", bucket)
    assert (ingested(local).added, ingested(remote).added) == (4, 4)
    before = held(remote)
    assert before == held(local) and all(before[name] for name in ("documents", "figures", "quotes", "stories"))
    again = ingested(remote)
    assert (again.added, again.extracted) == (0, 0)
    assert held(remote) == before
    assert not (remote.root / ".footnoted").exists()
    made = outputs(remote)
    assert len(made) >= 3 and made == outputs(local)


def test_two_ingests_at_once_on_s3_lose_and_double_nothing(bucket: str, tmp_path: Path) -> None:
    remote = project(tmp_path / "remote", bucket, 12)
    command = [sys.executable, "-c", SCRIPT, str(remote.root)]
    both = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for begun in both:
        assert begun.stdout is not None and begun.stdout.readline() == "ready\n"
    for begun in both:
        assert begun.stdin is not None
        begun.stdin.write("\n")
        begun.stdin.flush()
    for begun in both:
        begun.communicate()
    assert [begun.returncode for begun in both] == [0, 0]
    assert ingested(remote).extracted == 0
    assert held(remote) == held_by(project(tmp_path / "local", None, 12))


def held_by(local: Project) -> dict[str, list[str]]:
    """Return what a store in a folder holds after an ingest."""
    ingested(local)
    return held(local)
