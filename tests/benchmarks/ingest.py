"""What ingest costs as a store grows: documents a second, bytes a second, memory, for what is new and for no news.

    python -m tests.benchmarks.ingest [DOCUMENTS…]

The corpus is our own: sentences of figures and quotes put together anew for each document, a file each.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.benchmarks.projects import FOOTNOTED, REPORT
from tests.benchmarks.running import Run, run

COMPANIES = (("Xiaomi", "小米集团"), ("BYD", "比亚迪"), ("NIO", "蔚来"), ("Tencent", "腾讯"), ("Lenovo", "联想集团"))
METRICS = (("revenue", "营收"), ("net profit", "净利润"), ("gross profit", "毛利"), ("R&D expenses", "研发投入"))
_FEW = 100
FILLER = ("Analysts had expected less, and shares moved little.", "市场此前的预期略低，股价变动不大。")


def document(number: int, chance: random.Random) -> str:
    """Return one article, half of them in Chinese."""
    chinese = number % 2
    company = chance.choice(COMPANIES)[chinese]
    year, quarter = chance.randint(2020, 2025), chance.randint(1, 4)
    lines = []
    for _ in range(chance.randint(4, 12)):
        metric, value, rate = chance.choice(METRICS)[chinese], chance.uniform(10, 2000), chance.uniform(0.1, 40)
        if chinese:
            lines.append(
                f"{company}{year}年第{'一二三四'[quarter - 1]}季度{metric}{value:.1f}亿元，同比增长{rate:.1f}%。{FILLER[1]}"
            )
        else:
            lines.append(
                f"{company}'s {metric} rose {rate:.1f}% year on year to RMB {value / 10:.2f} billion in the {('first', 'second', 'third', 'fourth')[quarter - 1]} quarter of {year}. {FILLER[0]}"
            )
    said = f"“我们会坚持第{number}项投入。”" if chinese else f'"We will keep to plan {number}."'
    lines.append(f"{company}董事长表示：{said}" if chinese else f"The chairman of {company} said: {said}")
    day = f"{year}-{quarter * 3:02}-{chance.randint(1, 28):02} {chance.randint(8, 20):02}:15"
    return f"{company} {number}\nOutlet {number % 40}· {day}\n" + "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Step:
    """One ingest: how many documents the store held before, how many and how many bytes were new, what it took."""

    held: int
    new: int
    size: int
    took: Run


def grown(project: Path, sizes: Iterable[int]) -> Iterator[Step]:
    """Ingest a corpus that grows to each of the sizes; then a hundred documents more, then no news."""
    chance = random.Random(6)
    held = 0
    (project / "config" / "reports").mkdir(parents=True)
    (project / "config" / "reports" / "r.yaml").write_text(REPORT, encoding="utf-8")
    sizes = sorted(sizes)
    for size in (*sizes, sizes[-1] + _FEW, sizes[-1] + _FEW):
        written = sum(_written(project, number, chance) for number in range(held, size))
        yield Step(held, size - held, written, run([*FOOTNOTED, "ingest"], project))
        held = size


def _written(project: Path, number: int, chance: random.Random) -> int:
    path = project / "corpus" / f"{number // 500:03}" / f"{number:06}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    size = path.write_bytes(document(number, chance).encode())
    os.utime(path, (time.time() - 60, time.time() - 60))  # settled: it is not read again for having just been written
    return size


def selection_seconds(project: Path) -> float:
    """Return the seconds of processor that it takes to take what is known out of a store, and to agree on facts."""
    from generator.build import stated
    from generator.ingest import Ingest
    from generator.settings.project import open_project
    from generator.workers import InThisProcess

    opened = open_project(project)
    ingest = Ingest(opened, InThisProcess())
    ingested = ingest.run((project / "corpus",), kept=False, others=True)
    begun = time.process_time()
    stated(ingest, ingested, (project / "corpus",), opened.catalogue, date(2026, 1, 4))
    return time.process_time() - begun


def main() -> None:
    """Ingest, select, and print."""
    sizes = list(map(int, sys.argv[1:])) or [1_000, 10_000]
    with tempfile.TemporaryDirectory() as name:
        print("held before    new  seconds  processor s  documents/s  MB/s  memory MB  selection s")
        for step in grown(Path(name), sizes):
            rate = (
                f"{step.new / step.took.wall:11.0f} {step.size / step.took.wall / 1e6:5.2f}" if step.new else " " * 17
            )
            took = f"{step.took.wall:8.1f} {step.took.cpu:12.1f}  {rate} {step.took.memory:10.0f}"
            print(f"{step.held:11} {step.new:6} {took} {selection_seconds(Path(name)):12.2f}", flush=True)


if __name__ == "__main__":
    main()
