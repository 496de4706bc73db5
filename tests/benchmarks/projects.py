"""Projects that are built when footnoted is measured: the demo, and one with as many briefings as asked for."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.briefing.compose import compose
from generator.briefing.model import Briefing
from generator.build import Options, stated
from generator.ingest import Ingest
from generator.settings.project import Project
from generator.settings.starting import start_project
from generator.workers import InThisProcess

FOOTNOTED = (sys.executable, "-c", "import sys; sys.argv[0] = 'footnoted'; from generator.start import main; main()")
REPORT = "title: T\nentity: xiaomi\nsections: [{block: scorecard, metrics: [revenue]}]\n"
_QUARTERS = tuple((year, quarter) for year in (2024, 2025) for quarter in (1, 2, 3, 4))[:7]
_NAMED = ("first", "second", "third", "fourth")
_METRICS = (("revenue", "营收"), ("net profit", "净利润"), ("gross profit", "毛利"), ("R&D expenses", "研发投入"))
_MATRIX = """\
title: {en: "{{ entity }}: the week", zh: "{{ entity }}一周简报"}
cadence: weekly
matrix: {entities: ENTITIES, audiences: [analysts, retail]}
sections:
  - {block: scorecard, id: key, title: {en: Key figures, zh: 关键数据}, metrics: [revenue, net_profit, gross_profit, rd_expense]}
  - block: text
    id: brief
    title: {en: In brief, zh: 要点}
    body:
      en: Revenue was {{ figure("revenue") }}, {{ change("revenue") }}; net profit was {{ figure("net_profit") }}.
      zh: 营收为{{ figure("revenue") }}，{{ change("revenue") }}；净利润为{{ figure("net_profit") }}。
  - {block: chart, id: course, title: {en: Revenue by quarter, zh: 各季营收}, kind: bar, metrics: [revenue], periods: 6}
  - {block: chart, id: glance, title: {en: At a glance, zh: 走势}, kind: sparkline, metrics: [revenue, net_profit, gross_profit], periods: 6}
  - {block: quotes, id: voices, title: {en: In their own words, zh: 各方观点}, limit: 4}
  - {block: table, id: full, title: {en: In full, zh: 数据明细}, columns: measures, metrics: [revenue, net_profit, gross_profit, rd_expense]}
  - {block: sources, id: sources}
"""


def demo(folder: Path) -> Path:
    """Make the demo project."""
    start_project(folder)
    return folder


def many(folder: Path, briefings: int) -> Path:
    """Make a project of companies that don't exist, each with seven quarters in two languages, two audiences each."""
    chance = random.Random(6)
    companies = [f"company_{number}" for number in range(briefings // 2)]
    (folder / "config" / "reports").mkdir(parents=True)
    (folder / "config" / "catalogue").mkdir()
    (folder / "corpus").mkdir()
    entries = {name: _company(number) for number, name in enumerate(companies)}
    (folder / "config" / "catalogue" / "companies.yaml").write_text(json.dumps(entries, ensure_ascii=False), "utf-8")
    report = _MATRIX.replace("ENTITIES", f"[{', '.join(companies)}]")
    (folder / "config" / "reports" / "weekly.yaml").write_text(report, encoding="utf-8")
    for number in range(len(companies)):
        for language in ("en", "zh"):
            for year, quarter in _QUARTERS:
                path = folder / "corpus" / f"{number}-{year}-{quarter}-{language}.md"
                path.write_text(_news(number, year, quarter, language, chance), encoding="utf-8")
    return folder


def composed(project: Project, reports: tuple[str, ...] = ()) -> Iterator[Briefing]:
    """Yield the briefings that a project makes of its corpus, as `build` composes them."""
    ingest = Ingest(project, InThisProcess())
    options = Options(corpus=(project.root / "corpus",), out=project.root / "reports")
    _, selection = stated(
        ingest, ingest.run(options.corpus, kept=False, others=True), options.corpus, project.catalogue
    )
    for name, report in project.reports.items():
        for audience in report.audiences if not reports or name in reports else ():
            yield compose(
                name, report, audience, project.audiences[audience], selection, project.catalogue,
                project.translations, report.issue(selection.as_of), False, project.template_folders,
            )  # fmt: skip


def _company(number: int) -> dict[str, object]:
    name = {"en": f"Halden {_letters(number)}", "zh": f"海登{_numeral(number)}公司"}
    return {"name": name, "short": name, "aliases": {k: [v] for k, v in name.items()}, "currency": "CNY"}


def _letters(number: int) -> str:
    return "".join(chr(65 + int(digit)) for digit in f"{number:03}").capitalize()


def _numeral(number: int) -> str:
    return "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in f"{number:03}")


def _news(number: int, year: int, quarter: int, language: str, chance: random.Random) -> str:
    name = _company(number)["name"][language]  # type: ignore[index]
    lines = []
    for metric in _METRICS:
        value, rate = chance.uniform(10, 2000), chance.uniform(0.1, 40)
        if language == "zh":
            said = f"{name}{year}年第{'一二三四'[quarter - 1]}季度{metric[1]}{value:.1f}亿元，同比增长{rate:.1f}%。"
        else:
            said = f"{name}'s {metric[0]} rose {rate:.1f}% year on year to RMB {value / 10:.2f} billion in the {_NAMED[quarter - 1]} quarter of {year}."
        lines.append(said)
    if language == "zh":
        lines.append(f"{name}董事长表示：“我们会在{'一两三四'[quarter - 1]}条产品线上继续投入，把质量放在速度之前。”")
    else:
        lines.append(f'The chairman of {name} said: "We put quality before speed in all that we make and sell."')
    day = f"{year + quarter // 4}-{quarter * 3 % 12 + 1:02}-15"
    head = f"---\ntitle: {name} {year} Q{quarter}\npublisher: Outlet {number % 40}\npublished: {day}\n---\n"
    return head + "\n\n".join(lines) + "\n"
