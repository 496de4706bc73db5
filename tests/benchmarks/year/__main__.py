"""A year of weekly issues over a corpus that grows: what each week costs, and whether issues stay what they were.

    python -m tests.benchmarks.year [FOLDER] [--weeks 52] [--every 1] [--format pdf,html]

Each week's articles come into the corpus, and what is due is built as `footnoted build --since-last` does, all of it in
this process: told are the processor's seconds, which other work on the machine does not change. In the end weeks (one of
`--every` few) are built again into another folder, as `--week` does, and held against the bytes of their issues. FOLDER is
kept, to be looked at.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from lxml import html

from generator.archive import list_issues
from generator.build import Options
from generator.due import build_due
from generator.issuing import build_week
from generator.settings.audience import Format
from generator.settings.issues import last_day
from generator.settings.project import open_project
from tests.benchmarks.year.news import FIRST, WEEKS, week

HERE = Path(__file__).parent
REPORTS = ("weekly-harbourline", "weekly-lumen")
# What changed where, by week, report and kind, among all else: the scenarios that the news tells.
EXPECTED = {
    (2, "weekly-harbourline"): "new figure",  # the target for the year
    (12, "weekly-harbourline"): "new figure",
    (28, "weekly-harbourline"): "restated",
    (30, "weekly-lumen"): "restated",  # by the paper's correction
    (35, "weekly-harbourline"): "set anew",
    (43, "weekly-lumen"): "withdrawn",
    (49, "weekly-harbourline"): "now disputed",
}


def issue(root: Path, day: date, out: str, formats: tuple[Format, ...], due: bool = True) -> float:
    """Do what `footnoted build --since-last --as-of DAY` does, or else `--week`; return the processor's seconds for it."""
    before = time.process_time()
    project = open_project(root)
    options = Options((root / "corpus",), root / out, kept=True, formats=formats)
    make = build_due if due else build_week
    made = make(project, options, day, lambda name, done, total: None)
    if made.failed:
        sys.exit(str(made.failure))
    list_issues(project, options.out)
    return time.process_time() - before


def publish(project: Path, number: int) -> int:
    """Put a week's articles into the corpus; return how many."""
    articles = week(number)
    for article in articles:
        path = project / "corpus" / f"{article.name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(article.text(), encoding="utf-8")
        os.utime(path, (time.time() - 60, time.time() - 60))
    return len(articles)


def changes(page: Path) -> list[str]:
    """Return how figures changed, as an issue tells it: empty where none has; `quiet` where nothing was said."""
    section = html.document_fromstring(page.read_bytes()).xpath("//section[contains(@class, 'what_changed')]")[0]
    if "Nothing new on" in section.text_content():
        return ["quiet"]
    return [" ".join(cell.text_content().split()) for cell in section.xpath(".//td[@class='words']")]


def name(number: int) -> str:
    """`2025-W07`: an issue's name."""
    return f"2025-W{number:02}"


def a_year(project: Path, weeks: int, formats: tuple[Format, ...]) -> tuple[list[float], list[int]]:
    """Build week by week; return seconds and documents of each."""
    seconds, documents = [], []
    for number in range(1, weeks + 1):
        documents.append((documents[-1] if documents else 0) + publish(project, number))
        sunday = FIRST + timedelta(weeks=number, days=-1)
        seconds.append(issue(project, sunday, "reports", formats))
        if number % 4 == 0:
            print(f"week {number}: {documents[-1]} articles, {seconds[-1]:.1f} s", flush=True)
    return seconds, documents


def check_stories(project: Path, weeks: int) -> Counter[str]:
    """Hold what the issues tell against what was published; return how often each kind of change was told."""
    told: Counter[str] = Counter()
    for report in REPORTS:
        for number in range(1, weeks + 1):
            page = project / "reports" / report / name(number) / "board.html"
            found = changes(page)
            kinds = [kind.partition(":")[0] for kind in found]
            told.update(kinds)
            assert f"No. {number} · Week {number}, 2025" in page.read_text("utf-8"), (report, number)
            expected = EXPECTED.get((number, report))
            assert expected is None or expected in kinds, (report, number, expected, found)
            said = [article.name for article in week(number) if report.partition("-")[2] in article.name]
            assert "quiet" in kinds if not said else "quiet" not in kinds, (report, number, found, said)
    return told


def check_bytes(project: Path, numbers: range, formats: tuple[Format, ...]) -> tuple[int, int]:
    """Build weeks again, elsewhere; return files, and how many of them are the same to the byte."""
    same = files = 0
    for number in numbers:
        issue(project, last_day(name(number)), "again", formats, due=False)
        for report in REPORTS:
            for path in sorted((project / "reports" / report / name(number)).iterdir()):
                files += 1
                again = project / "again" / report / name(number) / path.name
                same += again.is_file() and again.read_bytes() == path.read_bytes()
    return files, same


def main() -> None:
    """Run the year and print what it cost and what held."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--weeks", type=int, default=WEEKS)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--format", default="pdf,html")
    asked = parser.parse_args()
    formats: tuple[Format, ...] = tuple(asked.format.split(","))
    project = asked.folder or Path(tempfile.mkdtemp(prefix="year-"))
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(HERE / "project", project)
    seconds, documents = a_year(project, asked.weeks, formats)
    told = check_stories(project, asked.weeks)
    files, same = check_bytes(project, range(1, asked.weeks + 1, asked.every), formats)
    first, last = (statistics.median(part) for part in (seconds[4:14], seconds[-10:]))
    print(f"{asked.weeks} weeks, {documents[-1]} articles, {len(REPORTS)} companies for 2 audiences in {project}")
    print(f"a week: {first:.1f} s in weeks 5 to 14, {last:.1f} s in the last ten: {last / first:.2f} times")
    print(f"told: {json.dumps(told)}")
    print(f"built again with --week: {same} of {files} files are the same to the byte")
    if same != files:
        sys.exit(1)


if __name__ == "__main__":
    main()
