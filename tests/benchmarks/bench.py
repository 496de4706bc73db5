"""`make bench`: what footnoted takes, beside what a user would run instead; written to docs/benchmarks.md.

    python -m tests.benchmarks.bench [--only job|matrix|ingest …] [--runs N] [--briefings N] [--documents N,N,…]

Each part's figures are kept in measured.json until it is measured again; the page is made of all of them.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from tests.benchmarks import comparison, ingest
from tests.benchmarks.comparison import Measured
from tests.benchmarks.page import page
from tests.conftest import ROOT

RESULTS = Path(__file__).with_name("measured.json")
PAGE = ROOT / "docs" / "benchmarks.md"
_PACKAGES = (
    "weasyprint",
    "python-pptx",
    "altair",
    "vl-convert-python",
    "polars",
    "deltalake",
    "pypandoc_binary",
    "typst",
)


def main() -> None:
    """Measure the parts asked for, one after another, and write the page after each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=("job", "matrix", "ingest"), help="these parts")
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (5)")
    parser.add_argument("--briefings", type=int, default=200, help="of the matrix (200)")
    parser.add_argument("--documents", default="1000,10000,100000", help="sizes that the corpus grows to")
    asked = parser.parse_args()
    sizes = tuple(map(int, asked.documents.split(",")))
    parts: dict[str, Callable[[], dict[str, Any]]] = {
        "job": lambda: {"runs": asked.runs, "ways": _told(comparison.job(asked.runs))},
        "matrix": lambda: {
            "briefings": asked.briefings, "runs": (runs := min(asked.runs, 3)),
            "ways": _told(comparison.matrix(asked.briefings, runs)),
        },
        "ingest": lambda: {"sizes": sizes, "steps": _steps(sizes)},
    }  # fmt: skip
    for name in asked.only or parts:
        before = os.getloadavg()[0]
        found = parts[name]()
        ground = {"date": date.today().isoformat(), "machine": _machine(), "versions": _versions()}
        _keep(name, {**ground, "load": [round(before, 1), round(os.getloadavg()[0], 1)], **found})
    print(PAGE.read_text(encoding="utf-8"))


def _keep(name: str, found: dict[str, Any]) -> None:
    kept = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.is_file() else {}
    kept[name] = found
    RESULTS.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    PAGE.write_text(page(kept), encoding="utf-8")


def _told(ways: Iterable[Measured]) -> list[dict[str, Any]]:
    return [asdict(way) for way in ways]


def _steps(sizes: Iterable[int]) -> list[dict[str, Any]]:
    steps = []
    with tempfile.TemporaryDirectory() as name:
        for step in ingest.grown(Path(name), sizes):
            steps.append({**asdict(step), "selection": ingest.selection_seconds(Path(name))})
            print(f"{step.held:,} and {step.new:,} new documents: {step.took.wall:.0f} s", flush=True)
    return steps


def _machine() -> str:
    processor = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{processor}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, Python {platform.python_version()}"
    )


def _versions() -> dict[str, str]:
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found


if __name__ == "__main__":
    main()
