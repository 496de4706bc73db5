"""How long the preview takes from a saved file to the page that shows it, in a real browser.

python -m tests.benchmarks.preview [TIMES]
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

from generator.settings.starting import start_project
from tests.preview.test_preview import Served
from tests.rendering.test_web import FLAGS

Change = Callable[[int], Callable[[Page], object]]
# Asked at each frame that the browser paints: a locator looks again only after a tenth of a second, then half of one.
_HEADED = "words => document.getElementById('page')?.contentDocument?.querySelector('h1')?.textContent.includes(words)"
_LEFT_OUT = """words => document.getElementById('left-out').textContent.includes(words)
    && !document.querySelector('iframe.next')"""
_NEWS = "---\ntitle: Deliveries\npublisher: Daily\npublished: 2026-01-06\n---\nXiaomi delivered {} vehicles in December 2025.\n"


def _changes(root: Path) -> Iterator[tuple[str, Change]]:
    """Yield kinds of changes; each gives, for a round, what the page must come to show."""
    report = root / "config" / "reports" / "weekly.yaml"
    cover = root / "templates" / "document" / "cover.html.jinja"
    cover.parent.mkdir(parents=True, exist_ok=True)
    news = root / "corpus" / "news" / "new.md"
    text = report.read_text(encoding="utf-8")

    def headed(words: str) -> Callable[[Page], object]:
        return lambda page: page.wait_for_function(_HEADED, arg=words)

    def setting(turn: int) -> Callable[[Page], object]:
        report.write_text(text.replace("{{ entity }}: the week", f"{{{{ entity }}}}: {'our own ' * turn}days"), "utf-8")
        return headed(f"Xiaomi: {'our own ' * turn}days")

    def template(turn: int) -> Callable[[Page], object]:
        cover.write_text(f"<header><h1>{'Our own ' * turn}cover</h1></header>", "utf-8")
        return headed(f"{'Our own ' * turn}cover")

    def corpus(turn: int) -> Callable[[Page], object]:
        news.write_text(_NEWS.format(f"{40 + turn},654"), "utf-8")
        return lambda page: page.wait_for_function(_LEFT_OUT, arg=f"{40 + turn},654")

    yield "a report", setting
    yield "a template", template
    yield "a news item", corpus


def main(times: int) -> None:
    """Print the least and the median seconds of each kind of change, and the machine's load."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder) / "project"
        start_project(root)
        served = Served(root)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        page.set_default_timeout(60_000)
        page.goto(f"{served.address}/weekly/board")
        for name, change in _changes(root):
            taken = []
            for turn in range(1, times + 1):
                begun = time.perf_counter()
                change(turn)(page)
                taken.append(time.perf_counter() - begun)
                time.sleep(0.5)
            print(f"{name}: least {min(taken):.2f} s, median {median(taken):.2f} s of {times}")
        browser.close()
        served.stop()
    print(f"load of the machine {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
