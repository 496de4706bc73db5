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

_COMPANIES = (
    ("Xiaomi", "小米集团"), ("BYD", "比亚迪"), ("NIO", "蔚来"), ("Li Auto", "理想汽车"), ("XPeng", "小鹏汽车"), ("Tencent", "腾讯"),
    ("Alibaba", "阿里巴巴"), ("Meituan", "美团"), ("Lenovo", "联想集团"), ("JD.com", "京东"), ("Baidu", "百度"), ("NetEase", "网易"),
)  # fmt: skip
_METRICS = (("revenue", "营收"), ("net profit", "净利润"), ("gross profit", "毛利"), ("R&D expenses", "研发投入"))
_QUARTERS = (("first", "一"), ("second", "二"), ("third", "三"), ("fourth", "四"))
_DISSENT = 0.1  # of the figures are another paper's own reckoning
_FEW = 100
# Who did what where: sentences put together anew for each article, so that two on one subject are no copies.
_WHO = (
    ("Analysts", "分析师"),
    ("Dealers", "经销商"),
    ("Suppliers", "供应商"),
    ("Investors", "投资者"),
    ("Rivals", "同行"),
    ("Lenders", "银行"),
    ("Engineers", "工程师"),
    ("Customers", "客户"),
)
_DID = (
    ("welcomed", "欢迎"),
    ("questioned", "质疑"),
    ("awaited", "期待"),
    ("put off", "推迟了"),
    ("asked about", "问及"),
    ("discussed", "讨论了"),
    ("paid for", "承担了"),
    ("turned down", "回绝了"),
)
_WHAT = (
    ("longer warranties", "更长的质保"),
    ("a second depot", "第二座仓库"),
    ("cheaper parts", "更便宜的零件"),
    ("new test tracks", "新的试验场"),
    ("later deliveries", "更晚的交货"),
    ("the spring line-up", "春季新品"),
    ("fewer showrooms", "更少的展厅"),
    ("an open interface", "开放接口"),
    ("a training centre", "培训中心"),
    ("lighter packaging", "更轻的包装"),
)
_WHERE = (
    ("in the north", "北方"),
    ("along the coast", "沿海"),
    ("in two provinces", "两个省份"),
    ("abroad", "海外"),
    ("in the capital", "首都"),
    ("in smaller towns", "小城镇"),
    ("at the fair", "展会上"),
)


def document(number: int, chance: random.Random) -> str:
    """Return one article on a company's quarter, half of them in Chinese."""
    chinese = number % 2
    company, year, quarter = chance.choice(_COMPANIES), chance.randint(2020, 2025), chance.randrange(4)
    lines = []
    for metric in chance.sample(_METRICS, chance.randint(2, 4)):
        value, rate = _stated(company[0], metric[0], year, quarter, chance)
        period = _QUARTERS[quarter][chinese]
        if chinese:
            said = f"{company[1]}{year}年第{period}季度{metric[1]}{value:.1f}亿元，同比增长{rate:.1f}%。"
        else:
            said = f"{company[0]}'s {metric[0]} rose {rate:.1f}% year on year to RMB {value / 10:.2f} billion in the {period} quarter of {year}."
        lines.append(said + "".join(_beside(chinese, chance) for _ in range(chance.randint(2, 4))))
    if chinese:
        lines.append(f"{company[1]}董事长表示：“我们会坚持第{number}项投入。”")
    else:
        lines.append(f'The chairman of {company[0]} said: "We will keep to plan {number}."')
    years, month = divmod(quarter * 3 + 3, 12)  # after the quarter, or what is stated would be a forecast
    day = f"{year + years}-{month + 1:02}-{chance.randint(1, 28):02} {chance.randint(8, 20):02}:15"
    return f"{company[chinese]} {number}\nOutlet {number % 40}· {day}\n" + "\n".join(lines) + "\n"


def _stated(company: str, metric: str, year: int, quarter: int, chance: random.Random) -> tuple[float, float]:
    """Return an amount (in 100 million) and its growth (%): most articles state what the others do."""
    fact = random.Random(f"{company} {metric} {year} {quarter}")
    value, rate = fact.uniform(10, 2000), fact.uniform(0.1, 40)
    return (value * chance.uniform(0.9, 1.1), rate) if chance.random() < _DISSENT else (value, rate)


def _beside(chinese: int, chance: random.Random) -> str:
    who, did, what, where = (chance.choice(words)[chinese] for words in (_WHO, _DID, _WHAT, _WHERE))
    return f"{where}的{who}{did}{what}。" if chinese else f" {who} {did} {what} {where}."


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
