"""Pages, read back from the finished PDF."""

from __future__ import annotations

import ctypes
import logging
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import yaml

from generator.briefing.citations import printed_in
from generator.briefing.model import Briefing
from generator.briefing.printed import Printed
from generator.briefing.tabled import Scorecard
from generator.briefing.worded import Paragraph, Prose, Quotes
from generator.charts.chart import Chart
from generator.charts.draw import draw
from generator.errors import FontMissing, OutputFailed, TemplateFailed
from generator.rendering.document import page_html, write_pdf
from generator.rendering.web import web_page
from generator.settings.builtin import folder
from generator.settings.model import OutputLanguage
from generator.settings.theme import Theme
from tests.sample_briefing import sample

FOLDERS = (folder("templates"),)


def theme_of(name: str) -> Theme:
    return Theme.model_validate(yaml.safe_load((folder("config") / "themes" / f"{name}.yaml").read_text("utf-8")))


THEME = theme_of("sober")


def charts(briefing: Briefing) -> dict[str, Chart]:
    return {block.id: draw(block, THEME, briefing.language, half) for block, half in briefing.charts}


class Built:
    """One briefing's PDF, its bytes and what a reader finds in it."""

    def __init__(self, language: OutputLanguage, path: Path) -> None:
        self.briefing, self.path = sample(language), path
        self.charts = charts(self.briefing)
        self.count = write_pdf(self.briefing, self.charts, THEME, FOLDERS, path).pages
        self.data = path.read_bytes()
        with pypdfium2.PdfDocument(self.data) as document:
            self.pages = [page.get_textpage().get_text_range() for page in document]
            self.metadata = document.get_metadata_dict()
            self.outline = [item.get_title() for item in document.get_toc()]
        self.text = bare("".join(self.pages))


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module", params=["en", "zh"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(request.param, tmp_path_factory.mktemp("pages") / f"{request.param}.pdf")


def test_every_figure_and_quote_stands_on_a_page(built: Built) -> None:
    things = list(printed_in([section.block for section in built.briefing.sections]))
    assert len(things) > 50
    assert [thing.text for thing in things if bare(thing.text) not in built.text] == []


def test_every_part_has_its_words(built: Built) -> None:
    briefing = built.briefing
    cover = briefing.cover
    for words in (cover.title, cover.subtitle, cover.entity, cover.audience, cover.as_of, cover.issue):
        assert bare(words) in bare(built.pages[0])
    for section in briefing.sections:
        assert bare(section.title) in built.text
    for source in briefing.sources:
        assert bare(source.document.title) in built.text
        assert bare(source.publisher + "|" + source.published) in built.text
    for key in (
        "stated_here",
        "others_say",
        "translation",
        "reported_speech",
        "untranslated",
        "disputed",
        "not_stated",
    ):
        assert bare(briefing.labels[key]) in built.text, key
    assert bare(briefing.disclaimer) in built.text


def test_pages_are_counted_and_none_is_nearly_empty(built: Built) -> None:
    assert built.count == len(built.pages)
    labels = built.briefing.labels
    for number, text in enumerate(built.pages[1:], start=2):
        foot = f"{labels['page']}{number}{labels['page_of']}{built.count}{labels['pages']}"
        assert bare(foot) in bare(text)
        assert len(bare(text)) > 250, f"page {number}"


def test_contents_give_the_page_of_every_section(built: Built) -> None:
    contents = built.pages[1]
    for section in built.briefing.sections:
        found = re.search(rf"{re.escape(section.title)}\s+(\d+)\s", contents)
        assert found, section.title
        assert section.title in built.pages[int(found[1]) - 1]


def test_figures_lead_to_their_sources(built: Built) -> None:
    source_page = next(
        i for i, text in enumerate(built.pages) if bare(built.briefing.sources[0].document.title) in bare(text)
    )
    led_to = _destinations(built.data)
    assert led_to.count(source_page) > 60
    assert len(set(led_to)) >= 4  # the contents lead to every page
    html = page_html(built.briefing, built.charts, THEME, FOLDERS)
    for thing in printed_in([section.block for section in built.briefing.sections]):
        assert re.search(rf'data-evidence="[^"]*\b{thing.evidence}\b', html), thing
    for number in (1, 2, 3, 4):
        assert f'href="#src-{number}"' in html
        assert f'id="src-{number}"' in html


def _destinations(data: bytes) -> list[int]:
    """Return the page that each link inside a PDF leads to, counted from 0."""
    raw, found = pypdfium2.raw, []
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            place, link = ctypes.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page, place, link):
                destination = raw.FPDFLink_GetDest(document, link)
                found.append(raw.FPDFDest_GetDestPageIndex(document, destination))
    return found


@pytest.mark.parametrize("theme", ["sober", "bold"])
@pytest.mark.parametrize("value", ["RMB 113.12 billion", "113.1 billion yuan", "HKD 1,113.12 billion", "1,131.2亿元"])
def test_the_value_of_a_card_stands_on_one_line(theme: str, value: str, tmp_path: Path) -> None:
    briefing = sample("zh" if "亿" in value else "en")
    section = next(one for one in briefing.sections if isinstance(one.block, Scorecard))
    assert isinstance(section.block, Scorecard)
    cards = tuple(
        replace(card, value=replace(card.value, text=value, citations=(2, 3, 4))) if card.value else card
        for card in section.block.cards
    )
    kept = (replace(section, block=replace(section.block, cards=cards)), briefing.sections[-1])
    path = tmp_path / "cards.pdf"
    write_pdf(replace(briefing, sections=kept), {}, theme_of(theme), FOLDERS, path)
    with pypdfium2.PdfDocument(path) as document:
        lines = document[1].get_textpage().get_text_range().splitlines()
    assert sum(value in line for line in lines) == 6


def test_a_target_and_a_scorecard_stand_on_one_page_each(tmp_path: Path) -> None:
    briefing = sample("en")
    before = next(one for one in briefing.sections if isinstance(one.block, Prose))
    kept = [one for one in briefing.sections if one.id in ("scorecard", "targets", "sources")]
    for lines in range(12, 40, 6):  # whatever stands before them
        prose = replace(before, block=Prose(tuple(Paragraph((f"Line {chr(65 + i)}",)) for i in range(lines))))
        path = tmp_path / f"{lines}.pdf"
        write_pdf(replace(briefing, sections=(prose, *kept)), {}, THEME, FOLDERS, path)
        with pypdfium2.PdfDocument(path) as document:
            pages = [bare(page.get_textpage().get_text_range()) for page in document][1:]
        for first_words, last_words in (
            ("asthecarunitturnedaprofit", "notstatedinthesources"),
            ("Carsdeliveredreached", "nofigurestatedyet"),
        ):
            begun, ended = ([i for i, text in enumerate(pages) if words in text] for words in (first_words, last_words))
            assert len(begun) == 1
            assert begun == ended, lines


def test_bookmarks_name_every_section(built: Built) -> None:
    assert built.outline[0] == built.briefing.cover.title
    for section in built.briefing.sections:
        assert section.title in built.outline


def test_the_pdf_says_what_it_is(built: Built) -> None:
    cover = built.briefing.cover
    assert built.metadata["Title"] == f"{cover.title} · {cover.entity} · {cover.issue}"
    assert built.metadata["Author"] == "footnoted"
    assert "2025-Q3" in built.metadata["Keywords"]
    assert built.metadata["CreationDate"].startswith("D:20251121180000")
    with pypdfium2.PdfDocument(built.data) as document:
        assert document.is_tagged()
        width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)


def test_fonts_are_embedded(built: Built) -> None:
    fonts = set()
    with pypdfium2.PdfDocument(built.data) as document:
        for page in document:
            for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
                font = item.get_font()
                fonts.add((font.get_base_name(), font.is_embedded))
    assert len(fonts) >= 3
    assert all(embedded for _, embedded in fonts)
    assert any("CJK" in name for name, _ in fonts)


def test_equal_briefings_make_equal_bytes(built: Built, tmp_path: Path) -> None:
    again = tmp_path / "again.pdf"
    briefing = sample(built.briefing.language)
    write_pdf(briefing, charts(briefing), THEME, FOLDERS, again)
    assert again.read_bytes() == built.data


def test_a_foreign_quote_keeps_its_language_and_has_its_translation(built: Built) -> None:
    quotes = next(s.block for s in built.briefing.sections if isinstance(s.block, Quotes))
    html = page_html(built.briefing, built.charts, THEME, FOLDERS)
    first = quotes.cards[0]
    assert first.language != built.briefing.language
    assert f'lang="{"zh-Hans" if first.language == "zh" else "en"}"' in html
    assert first.translation is not None
    assert bare(first.translation) in built.text


def test_every_quote_is_tagged_with_its_language(built: Built) -> None:
    quotes = next(s.block for s in built.briefing.sections if isinstance(s.block, Quotes))
    with pikepdf.open(built.path) as pdf:
        tags = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/BlockQuote"]
        assert [str(tag.Lang) for tag in tags] == [{"zh": "zh-Hans"}.get(card.language, "en") for card in quotes.cards]


def test_nothing_that_style_says_goes_unheard(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    briefing = sample("en")
    with caplog.at_level(logging.WARNING, logger="weasyprint"):
        write_pdf(briefing, charts(briefing), THEME, FOLDERS, tmp_path / "out.pdf")
    # Where a faster subsetter is not installed, WeasyPrint says so for every font.
    assert [r.getMessage() for r in caplog.records if "HarfBuzz-Subset" not in r.getMessage()] == []


def test_a_character_that_no_font_has_is_refused() -> None:
    briefing = sample("en")
    prose = Prose((Paragraph(("The unicorn \U0001f984 was sold.",)),))
    sections = (replace(briefing.sections[1], block=prose),)
    with pytest.raises(FontMissing, match="U\\+1F984 UNICORN FACE"):
        page_html(replace(briefing, sections=sections), {}, THEME, FOLDERS)


def test_what_is_printed_is_escaped() -> None:
    briefing = sample("en")
    prose = Prose((Paragraph(("R&D <script>", Printed("<9.1>", "f1", (1,)))),))
    html = page_html(replace(briefing, sections=(replace(briefing.sections[1], block=prose),)), {}, THEME, FOLDERS)
    assert "R&amp;D &lt;script&gt;" in html
    assert "&lt;9.1&gt;" in html
    assert "<script>" not in html


def test_a_piece_of_the_users_own_changes_only_that_piece(tmp_path: Path) -> None:
    own = tmp_path / "document" / "contents.html.jinja"
    own.parent.mkdir()
    own.write_text("<p>Our own way in</p>", encoding="utf-8")
    briefing = sample("en")
    html = page_html(briefing, charts(briefing), THEME, (tmp_path, *FOLDERS))
    assert "Our own way in" in html
    assert briefing.cover.subtitle in html


def test_a_chart_that_was_not_drawn_is_a_failure_of_its_template() -> None:
    with pytest.raises(TemplateFailed, match=r"chart\.html\.jinja:\d+"):
        page_html(sample("en"), {}, THEME, FOLDERS)


def test_what_stood_there_still_stands_when_writing_fails(tmp_path: Path) -> None:
    taken = tmp_path / "board.pdf"
    (taken / "inside").mkdir(parents=True)
    briefing = sample("en")
    with pytest.raises(OutputFailed, match=r"board\.pdf"):
        write_pdf(briefing, charts(briefing), THEME, FOLDERS, taken)
    assert [path.name for path in tmp_path.iterdir()] == ["board.pdf"]
    assert (taken / "inside").is_dir()


@pytest.mark.parametrize("ident", ["end", "contents", "main", "search", "found", "opened", "close", "proofs", "src"])
def test_a_section_may_have_any_id(ident: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    whole = sample("en")
    few = replace(whole, sections=(replace(whole.sections[0], id=ident), whole.sections[-1]))
    with caplog.at_level(logging.WARNING):
        write_pdf(few, {}, THEME, FOLDERS, tmp_path / "one.pdf")
        page = web_page(few, {}, THEME, FOLDERS)
    assert caplog.messages == []
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert ident in ids
    assert [one for one in ids if ids.count(one) > 1] == []
