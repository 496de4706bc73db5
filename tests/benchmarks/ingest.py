"""What ingest costs as a store grows: documents a second, bytes a second, memory, for what is new and for no news.

    python tests/benchmarks/ingest.py [DOCUMENTS [STEPS]]

The corpus is our own: sentences of figures and quotes put together anew for each document, a file each.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMPANIES = (("Xiaomi", "小米集团"), ("BYD", "比亚迪"), ("NIO", "蔚来"), ("Tencent", "腾讯"), ("Lenovo", "联想集团"))
METRICS = (("revenue", "营收"), ("net profit", "净利润"), ("gross profit", "毛利"), ("R&D expenses", "研发投入"))
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


def run(project: Path) -> tuple[float, float, int, str]:
    """Ingest; return seconds, seconds of this process (those it starts not counted), its memory (MB), and what it told."""
    command = [sys.executable, "-c", "from generator.cli import main; main()", "ingest"]
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    told = process.stdout.read().strip()
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, told


def main() -> None:
    """Ingest a growing corpus step by step; then once more, with nothing new."""
    given = [*map(int, sys.argv[1:]), 10_000, 5]
    count, steps = given[0], given[1] if len(sys.argv) > 2 else 5
    chance = random.Random(6)
    with tempfile.TemporaryDirectory() as name:
        project = Path(name)
        (project / "config" / "reports").mkdir(parents=True)
        (project / "config" / "reports" / "r.yaml").write_text(
            "title: T\nentity: xiaomi\nsections: [{block: scorecard, metrics: [revenue]}]\n"
        )
        print("held before  new   seconds  own processor s  documents/s  MB/s  memory MB")
        for step in range(steps + 1):
            new = range(step * count // steps, (step + 1) * count // steps) if step < steps else range(0)
            size = 0
            for number in new:
                path = project / "corpus" / f"{number // 500:03}" / f"{number:06}.txt"
                path.parent.mkdir(parents=True, exist_ok=True)
                size += path.write_bytes(document(number, chance).encode())
                os.utime(path, (time.time() - 60, time.time() - 60))
            seconds, spent, memory, told = run(project)
            rate = f"{len(new) / seconds:11.0f} {size / seconds / 1e6:5.2f}" if new else f"{'':11} {'':5}"
            print(
                f"{step * count // steps:11} {len(new):5} {seconds:8.1f} {spent:15.1f}  {rate} {memory:10}   {told}",
                flush=True,
            )
        store = sum(path.stat().st_size for path in (project / ".footnoted").rglob("*") if path.is_file())
        print(f"the store: {store / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
