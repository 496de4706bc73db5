"""The preview as its user has it: a real server on this machine, a real browser, files changed beneath it."""

from __future__ import annotations

import queue
import shutil
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import yaml
from playwright.sync_api import Page, expect, sync_playwright

from generator.settings.starting import start_project
from tests.command import COMMAND, ENVIRONMENT, footnoted
from tests.rendering.test_web import FLAGS

PATIENCE = 60_000  # milliseconds: a machine that is busy is no mistake


class Served:
    """A preview that runs in a process of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.weekly = root / "config" / "reports" / "weekly.yaml"
        self.process = subprocess.Popen(
            [*COMMAND, "preview", "--port", "0"],
            cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=ENVIRONMENT,
        )  # fmt: skip
        self.said: queue.Queue[str] = queue.Queue()
        self._listening = threading.Thread(
            target=lambda: [self.said.put(line) for line in self.process.stdout or ()], daemon=True
        )
        self._listening.start()
        self.announced = self.said.get(timeout=120)
        self.address = self.announced.split()[0].rstrip("/")
        self.port = int(self.address.rsplit(":", 1)[1])

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.wait()

    def wait(self) -> int:
        ended = self.process.wait(timeout=30)
        self._listening.join()
        assert self.process.stdout
        self.process.stdout.close()
        return ended


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("preview") / "project"
    start_project(root)
    running = Served(root)
    yield running
    running.stop()


@pytest.fixture
def page(served: Served) -> Iterator[Page]:
    before = served.weekly.read_text("utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        opened = browser.new_page(viewport={"width": 1400, "height": 900})
        opened.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        opened.goto(f"{served.address}/weekly/board")
        yield opened
        browser.close()
    served.weekly.write_text(before, encoding="utf-8")


def test_it_shows_a_briefing_and_every_other_one_is_a_click_away(served: Served, page: Page) -> None:
    assert served.announced.startswith("http://127.0.0.1:")
    expect(page.frame_locator("#page").locator("h1")).to_have_text("Xiaomi: the week")
    page.get_by_role("link", name="retail").last.click()
    expect(page.frame_locator("#page").locator("html")).to_have_attribute("lang", "zh-Hans")


def test_quotes_are_listed_however_many_figures_are_left_out(served: Served, page: Page) -> None:
    figures, quotes = (
        page.locator(f"#left-out h2:has-text('{kind} not used') ~ ul >> nth=0") for kind in ("Figures", "Quotes")
    )
    assert figures.locator("li").count() == 200
    assert quotes.locator("code").first.inner_text().startswith("- {block: quotes,")


def test_a_change_of_the_report_shows_by_itself(served: Served, page: Page) -> None:
    text = served.weekly.read_text("utf-8")
    served.weekly.write_text(text.replace("{{ entity }}: the week", "{{ entity }}: our own days"), encoding="utf-8")
    expect(page.frame_locator("#page").locator("h1")).to_have_text("Xiaomi: our own days")


def test_a_change_of_a_template_shows_by_itself(served: Served, page: Page) -> None:
    own = served.root / "templates" / "document" / "cover.html.jinja"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("<header><h1>Our own cover</h1></header>")
    expect(page.frame_locator("#page").locator("h1")).to_have_text("Our own cover")
    own.unlink()
    expect(page.frame_locator("#page").locator("h1")).to_have_text("Xiaomi: the week")


def test_news_in_the_corpus_shows_by_itself(served: Served, page: Page) -> None:
    news = served.root / "corpus" / "news" / "new.md"
    news.write_text(
        "---\ntitle: Deliveries\npublisher: Daily\npublished: 2026-01-06\n---\nXiaomi delivered 47,654 vehicles in December 2025.\n"
    )
    line = page.locator("#left-out code", has_text="{metric: ev_deliveries, period: 2025-12}")
    expect(line).to_be_visible()
    news.unlink()
    expect(line).to_have_count(0)


def test_mistakes_are_told_with_their_place_and_the_last_good_page_stays(served: Served, page: Page) -> None:
    text = served.weekly.read_text("utf-8")
    served.weekly.write_text(text.replace("gross_margin", "gros_margin", 1), encoding="utf-8")
    told = page.locator("#error")
    expect(told).to_contain_text("weekly.yaml:")
    expect(told).to_contain_text("Did you mean 'gross_margin'?")
    expect(page.frame_locator("#page").locator("h1")).to_have_text("Xiaomi: the week")
    served.weekly.write_text(text, encoding="utf-8")
    expect(told).to_be_hidden()


def test_a_mistake_in_a_template_is_told_with_its_line(served: Served, page: Page) -> None:
    own = served.root / "templates" / "document" / "blocks" / "scorecard.html.jinja"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("fine\n{{ block.crads }}\n")
    expect(page.locator("#error")).to_contain_text("scorecard.html.jinja:2: ")
    expect(page.frame_locator("#page").locator("h1")).to_have_text("Xiaomi: the week")
    own.unlink()
    expect(page.locator("#error")).to_be_hidden()


def test_the_line_given_for_a_figure_that_is_left_out_puts_it_in(served: Served, page: Page) -> None:
    page.goto(f"{served.address}/weekly/analysts")  # the board is shown the first few of a section only
    line = page.locator("#left-out code").first.inner_text()
    report = yaml.safe_load(served.weekly.read_text("utf-8"))
    card = next(section for section in report["sections"] if section["block"] == "scorecard")
    card["metrics"] += yaml.safe_load(line)
    served.weekly.write_text(yaml.safe_dump(report, allow_unicode=True, sort_keys=False), encoding="utf-8")
    expect(page.locator("#left-out code").first).not_to_have_text(line)
    expect(page.locator("#error")).to_be_hidden()
    assert line not in page.locator("#left-out code").all_inner_texts()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "attacker.example"}, 400),
        ({"Host": "127.0.0.1.attacker.example"}, 400),
        ({"Origin": "https://attacker.example"}, 403),
        ({"Origin": "null"}, 403),
        ({}, 200),
    ],
)
def test_it_answers_its_own_pages_only(served: Served, headers: dict[str, str], status: int) -> None:
    asked = httpx.get(f"{served.address}/weekly/board/page", headers=headers)
    assert asked.status_code == status
    assert ("113.1" in asked.text) == (status == 200)


@pytest.mark.parametrize(
    "path",
    [
        "/../../../../etc/passwd",
        "/weekly/..%2f..%2f..%2fetc%2fpasswd/page",
        "/config/reports/weekly.yaml",
        "//etc/passwd",
    ],
)
def test_it_serves_no_files(served: Served, path: str) -> None:
    with socket.create_connection(("127.0.0.1", served.port)) as raw:
        raw.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: raw.recv(65536), b""))
    assert answer.split()[1] == b"404"
    assert b"root:" not in answer and b"sections:" not in answer


def test_nothing_but_reading_is_answered(served: Served) -> None:
    assert httpx.post(f"{served.address}/weekly/board", content="x").status_code == 405


def test_it_listens_on_this_machine_alone(served: Served) -> None:
    listening = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines() if line.split()[3] == "0A"]
    ours = [address for address in listening if int(address.split(":")[1], 16) == served.port]
    assert ours == [f"0100007F:{served.port:04X}"], "127.0.0.1 as the kernel writes it"


def test_it_stops_in_silence_while_a_tab_is_open(tmp_path: Path) -> None:
    start_project(tmp_path / "project")
    running = Served(tmp_path / "project")
    with httpx.stream("GET", f"{running.address}/events", timeout=60) as listening:
        lines = listening.iter_lines()
        assert next(lines).startswith("data: ")
        running.process.send_signal(signal.SIGINT)
        assert "".join(lines) == ""
    running.wait()
    assert list(running.said.queue) == [], "no traceback"


def test_a_port_that_is_taken_is_told(served: Served) -> None:
    ended = footnoted("preview", "--port", str(served.port), folder=served.root)
    assert ended.returncode == 1
    assert f"Port {served.port} on this machine: Address already in use." in ended.stderr
