"""The briefing in a real browser: proofs by click and by keyboard, search, print, no network, nothing from the corpus run."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from generator.build import Options, build
from generator.settings.project import open_project
from tests.conftest import ROOT

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
NEWS = """\
---
title: Results <script>document.title = "taken"</script>
publisher: Daily <img src=x onerror="document.title='taken'">
published: 2025-11-18
---
Xiaomi's revenue was RMB 113.1 billion in the third quarter of 2025, up 22.3% year on year <script>document.title = "taken"</script>.

Lei Jun said: "We put <b onmouseover=alert(1)>everything</b> that we have into this car of ours."
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the demo's weekly briefing for all audiences."""
    out = tmp_path_factory.mktemp("web")
    made = build(
        open_project(ROOT), Options(corpus=(ROOT / "corpus",), out=out, reports=("weekly",), formats=("html",))
    )
    return made.outputs[0].path.parent


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("google-chrome")
    assert program, "the set-up of the tests brings Chromium"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


class Opened:
    """A page, and all that it complained of or asked a network for."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page, self.complaints, self.asked = page, [], []  # type: ignore[var-annotated]
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(path.as_uri())

    @property
    def proof(self) -> str:
        """The words of the proof that is open."""
        return re.sub(r"\s+", " ", self.page.locator("dialog[open]").inner_text())


@pytest.fixture
def board(browser: Browser, pages: Path) -> Iterator[Opened]:
    with browser.new_page(viewport={"width": 1280, "height": 900}) as page:
        opened = Opened(page, pages / "board.html")
        yield opened
        assert opened.complaints == []
        assert opened.asked == [(pages / "board.html").as_uri()]


def test_a_click_on_a_figure_opens_the_sentences_it_came_from(board: Opened) -> None:
    figure = board.page.locator(".card .value .fig").first
    figure.click()
    assert "Revenue, Q3 2025" in board.proof
    assert figure.inner_text() in board.proof
    assert board.page.locator("dialog[open] mark").first.inner_text() in ("1131.21亿元", "RMB 113.1 billion")
    assert re.search(r"\[\d+\] .* 2025", board.proof), "outlet and date stand beneath"


def test_dissent_stands_in_the_proof(board: Opened) -> None:
    board.page.locator(".card", has=board.page.locator(".disputed")).first.locator(".value .fig").click()
    assert "Other sources" in board.proof and "43.4 million" in board.proof


def test_a_derived_figure_shows_its_formula_and_the_proof_of_each_input(browser: Browser, pages: Path) -> None:
    with browser.new_page() as page:
        opened = Opened(page, pages / "analysts.html")
        proofs = page.locator(".proof:has(> .formula)")
        assert proofs.count()
        page.evaluate("name => location.hash = name", proofs.first.get_attribute("id"))
        page.locator("dialog[open]").wait_for()
        assert "Calculated as" in opened.proof
        assert page.locator("dialog[open] .inputs mark").count() >= 2


def test_the_keyboard_opens_closes_and_comes_back(board: Opened) -> None:
    figure = board.page.locator(".text .fig").first
    figure.focus()
    board.page.keyboard.press("Enter")
    assert board.page.locator("dialog[open]").count() == 1
    board.page.keyboard.press("Escape")
    assert board.page.locator("dialog[open]").count() == 0
    assert figure.evaluate("node => node === document.activeElement")
    board.page.locator(".quote .fig").first.press("Enter")
    assert "Lei Jun" in board.proof


def test_every_figure_and_quote_has_a_proof_that_marks_words(board: Opened) -> None:
    ids = set(
        board.page.eval_on_selector_all(
            "[data-evidence]", "all => all.flatMap(n => n.dataset.evidence.trim().split(/\\s+/))"
        )
    )
    assert len(ids) > 20
    for name in ids:
        assert board.page.locator(f"#proof-{name} mark").count(), f"{name} leads to no words"


def test_search_finds_words_of_sources_and_opens_their_proof(board: Opened) -> None:
    board.page.locator("#search-field").fill("smartphone shipments")
    assert re.fullmatch(r"\d+ found", board.page.locator("#search-count").inner_text())
    board.page.locator("#search-found a:has(b:text-is('Smartphone shipments, Q3 2025'))").first.press("Enter")
    assert re.search(r"43\.[34] million", board.proof)  # what is stated, or what another source says
    board.page.keyboard.press("Escape")
    board.page.locator("#search-field").fill("no such words anywhere")
    assert board.page.locator("#search-count").inner_text() == "Nothing found"


def test_a_charts_figures_are_a_table_that_leads_to_proofs(board: Opened) -> None:
    chart = board.page.locator(".section.chart").first
    chart.locator(".drawing").click()
    chart.locator("details.data .fig").first.click()
    assert board.page.locator("dialog[open] mark").count()


def test_print_shows_the_briefing_alone(board: Opened) -> None:
    board.page.emulate_media(media="print")
    assert not board.page.locator(".bar").is_visible()
    assert not board.page.locator(".proofs").is_visible()
    assert board.page.locator("#sources").is_visible()


@pytest.mark.parametrize("audience", ["board", "analysts", "retail"])
def test_no_rule_of_accessibility_is_broken(browser: Browser, pages: Path, audience: str) -> None:
    with browser.new_page() as page:
        opened = Opened(page, pages / f"{audience}.html")
        closed = Axe().run(page).response["violations"]
        page.locator(".fig").first.press("Enter")
        shown = Axe().run(page).response["violations"]
    told = [f"{v['id']}: {v['help']}: {v['nodes'][0]['html'][:160]}" for v in (*closed, *shown)]
    assert told == []
    assert opened.complaints == []


def test_a_narrow_screen_needs_no_scrolling_sideways(browser: Browser, pages: Path) -> None:
    with browser.new_page(viewport={"width": 390, "height": 800}) as page:
        Opened(page, pages / "retail.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_without_scripts_every_proof_can_be_read(browser: Browser, pages: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((pages / "board.html").as_uri())
        assert page.locator(".proofs").is_visible()
        assert page.locator(".proof mark").count() > 20


def test_what_a_corpus_says_is_text_and_nothing_else(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "hostile.md").write_text(NEWS)
    project = open_project(ROOT)
    report = replace_audiences(project.reports["weekly"])
    made = build(
        replace(project, reports={"weekly": report}),
        Options(corpus=(tmp_path / "news",), out=tmp_path / "out", formats=("html",)),
    )
    with browser.new_page() as page:
        opened = Opened(page, made.outputs[0].path)
        page.locator(".fig").first.click()
        assert page.title() != "taken"
        assert page.locator("main script, main img, dialog img, dialog script").count() == 0
        assert '<script>document.title = "taken"</script>' in page.locator("dialog[open]").inner_text()
        assert opened.complaints == []


def replace_audiences(report: object) -> object:
    return report.model_copy(update={"audiences": ("board",)})  # type: ignore[attr-defined]
