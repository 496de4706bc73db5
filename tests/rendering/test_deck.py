"""Decks as a reader opens them: placeholders, evidence in the notes, alternative texts, nothing cut off."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from generator.briefing.charted import ChartBlock
from generator.briefing.printed import Printed
from generator.briefing.tabled import Cell, Row, Scorecard, Table
from generator.briefing.worded import Paragraph, Prose, QuoteCard, Quotes
from generator.charts.typefaces import typefaces
from generator.errors import FontMissing, OutputFailed
from generator.rendering.fitting import is_cjk, measure_of
from generator.rendering.paragraphs import Para, Run
from tests.rendering.decks import all_text, opened, sample_path, sober, texts, with_block, write
from tests.rendering.overflow import overflowing
from tests.sample_briefing import sample

pytestmark = pytest.mark.parametrize("language", ["en", "zh"])


@pytest.fixture
def deck(language: str) -> Any:
    return opened(sample_path(language))


def test_a_deck_is_16_to_9_and_every_slide_but_the_cover_has_headline_number_and_footer_and_its_sources(
    deck: Any, language: str
) -> None:
    assert deck.slide_width * 9 == deck.slide_height * 16
    slides = list(deck.slides)
    assert len(slides) >= len(sample(language).sections) + 3
    source = sample(language).labels["source"]
    assert 12 < sum(slide.has_notes_slide for slide in slides) < len(slides), "some slides state nothing"
    for number, slide in enumerate(slides[1:], start=2):
        assert slide.shapes.title.text_frame.text.strip()
        found = {shape.name.rsplit(" ", 1)[0]: shape for shape in slide.placeholders}
        lines = [shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame]
        assert any(line.startswith(source) and "[" in line for line in lines) == slide.has_notes_slide, found
        assert slide._element.xpath(".//a:fld[@type='slidenum']/a:t")[0].text == str(number)
        assert any(sample(language).cover.issue in line for line in lines)


def test_everything_is_a_placeholder_none_is_empty_and_all_stands_on_the_slide(deck: Any, language: str) -> None:
    for slide in deck.slides:
        for shape in slide.shapes:
            bar = shape.name.startswith("Bar ")
            assert shape.is_placeholder or bar, shape.name
            assert not shape.has_text_frame or shape.text_frame.text.strip() or bar, shape.name
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_no_text_is_taller_than_its_box_nor_smaller_than_the_theme_allows(deck: Any, language: str) -> None:
    assert list(overflowing(deck, sober(), language)) == []
    sizes = [run.font.size.pt for slide in deck.slides for f in texts(slide) for p in f.paragraphs for run in p.runs
             if run.font.size is not None]  # fmt: skip
    assert len(sizes) > 100
    assert min(sizes) >= sober().type.minimum


def ahead(block: ChartBlock, label: str, language: str) -> list[str]:
    """Return the word that stands beneath a label of which nothing has come to pass."""
    found = {point.basis for series in block.series for point in series.points if point.label == label}
    return [sample(language).labels[basis] for basis in found if found != {"actual"}]


def test_charts_are_powerpoints_own_and_their_labels_are_the_printed_words(deck: Any, language: str) -> None:
    charts = [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert [chart.chart_type for chart in charts] == [
        *[XL_CHART_TYPE.COLUMN_CLUSTERED, XL_CHART_TYPE.LINE_MARKERS] * 2, XL_CHART_TYPE.COLUMN_STACKED,
    ]  # fmt: skip
    blocks = [block for block, _ in sample(language).charts]
    for chart, block in zip(charts, blocks, strict=True):
        shown = ["".join(t.text for t in label.iter(qn("a:t"))) for label in chart._chartSpace.iter(qn("c:dLbl"))]
        assert shown == [point.printed.text for series in block.series for point in series.points]
        named = [[*label.split(), *ahead(block, label, language)] for label in block.labels]
        assert [["".join(c.split()) for c in plot.categories] for plot in chart.plots] == [["".join(n) for n in named]]


def test_charts_pictures_and_tables_have_alternative_texts(deck: Any, language: str) -> None:
    described = [
        shape._element.xpath(".//p:cNvPr")[0].get("descr")
        for slide in deck.slides for shape in slide.shapes if not shape.has_text_frame
    ]  # fmt: skip
    assert len(described) >= 15
    assert all(described)


def test_a_kind_of_chart_that_powerpoint_lacks_stands_as_a_picture(language: str, tmp_path: Path) -> None:
    briefing = sample(language)
    block = next(section.block for section in briefing.sections if section.id == "revenue")
    path = tmp_path / "deck.pptx"
    write(with_block(briefing, "revenue", replace(block, chart="target")), path)
    pictures = [shape for slide in opened(path).slides for shape in slide.placeholders if shape.shape_type == 14
                and hasattr(shape, "image")]  # fmt: skip
    assert len(pictures) == 1
    assert pictures[0]._element.xpath(".//p:cNvPr")[0].get("descr") == block.description
    assert pictures[0].crop_left == pictures[0].crop_top == 0


def test_notes_prove_every_figure_and_quote_of_their_slide(deck: Any, language: str) -> None:
    briefing = sample(language)
    notes = [slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "" for slide in deck.slides]
    proved = 0
    for ident, evidence in briefing.evidence.items():
        figures = getattr(evidence.claim, "supporting", (evidence.claim,))
        for figure in figures:
            document = briefing.documents[figure.document]
            words = document.slice((figure.start, figure.end))
            holding = [note for note in notes if words in note and document.title in note]
            proved += bool(holding)
            assert holding, (ident, words)
    assert proved > 60
    assert any(source.published in note for note in notes for source in briefing.sources)


def test_every_figure_stands_on_a_slide_exactly_as_printed(deck: Any, language: str) -> None:
    whole = "\n".join(all_text(slide) for slide in deck.slides)
    cards = next(s.block for s in sample(language).sections if isinstance(s.block, Scorecard)).cards
    printed = [card.value.text for card in cards if card.value]
    assert len(printed) == 6
    assert all(text in whole for text in printed)


def test_chinese_has_its_font_and_language(deck: Any, language: str) -> None:
    runs = [
        r for slide in deck.slides for r in slide._element.iter(qn("a:r")) if any(map(is_cjk, r.find(qn("a:t")).text))
    ]
    assert len(runs) > 5
    for run in runs:
        look = run.find(qn("a:rPr"))
        assert look.get("lang") == "zh-CN"
        assert look.find(qn("a:ea")).get("typeface") in ("+mn-ea", "+mj-ea")
    theme = deck.slide_master.part.part_related_by(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
    ).blob.decode()
    assert 'ea typeface="Noto Sans CJK SC"' in theme
    assert sober().colours.accent[1:] in theme


def test_the_contents_lead_to_the_slides_they_name(deck: Any, language: str) -> None:
    contents = deck.slides[1]
    table = next(shape.table for shape in contents.shapes if shape.has_table)
    for row in list(table.rows)[1:]:
        link = row.cells[2]._tc.find(f".//{qn('a:hlinkClick')}")
        target = contents.part.related_part(link.get(qn("r:id"))).slide
        assert row.cells[2].text == target._element.xpath(".//a:fld[@type='slidenum']/a:t")[0].text
        assert row.cells[0].text in all_text(target)


def test_equal_briefings_give_equal_bytes_and_the_properties_say_what_it_is(language: str, tmp_path: Path) -> None:
    first, second = tmp_path / "a.pptx", tmp_path / "b.pptx"
    briefing = sample(language)
    assert write(briefing, first) == write(sample(language), second)
    assert first.read_bytes() == second.read_bytes()
    properties = opened(first).core_properties
    assert briefing.cover.title in properties.title
    assert properties.keywords == "Xiaomi, 2025-Q3"
    assert properties.language == {"en": "en-GB", "zh": "zh-CN"}[language]
    assert properties.created == properties.modified == briefing.generated
    assert properties.author


def test_hostile_lengths_are_split_over_slides_and_nothing_is_lost(language: str, tmp_path: Path) -> None:
    briefing = sample(language)
    words = [f"word{i}" if language == "en" else f"第{i}个词，" for i in range(1500)]
    long = (" " if language == "en" else "").join(words)
    prose = Prose((Paragraph((long,)), Paragraph(("x" * 4000,), bullet=True), Paragraph((long[:600],))))
    path = tmp_path / "deck.pptx"
    write(replace(with_block(briefing, "summary", prose), disclaimer=long), path)
    deck = opened(path)
    whole = "".join(all_text(slide) for slide in deck.slides).replace("\n", "")
    assert all(word.strip() in whole for word in words)
    assert whole.count("x") >= 4000
    assert list(overflowing(deck, sober(), language)) == []
    assert sum(briefing.labels["continued"] in all_text(slide) for slide in deck.slides) > 2


def test_a_headline_that_no_size_makes_fit_goes_on_below(language: str, tmp_path: Path) -> None:
    briefing = sample(language)
    section = replace(briefing.sections[0], headline=("headline " * 300,))
    path = tmp_path / "deck.pptx"
    write(replace(briefing, sections=(section,), cover=replace(briefing.cover, title="cover " * 400)), path)
    deck = opened(path)
    assert list(overflowing(deck, sober(), language)) == []
    assert sum(all_text(slide).count("cover") for slide in deck.slides) >= 400


def test_a_section_without_anything_to_show_has_no_slide_and_no_line_in_the_contents(
    language: str, tmp_path: Path
) -> None:
    briefing = sample(language)
    path = tmp_path / "deck.pptx"
    empty = replace(briefing.sections[6], block=Quotes(()))
    assert write(replace(briefing, sections=(briefing.sections[0], empty)), path) == 4
    assert empty.title not in all_text(opened(path).slides[1])


def test_an_issue_too_long_for_the_footer_leaves_no_prompt_behind(language: str, tmp_path: Path) -> None:
    briefing = sample(language)
    path = tmp_path / "deck.pptx"
    write(replace(briefing, cover=replace(briefing.cover, issue="issue " * 80)), path)
    assert not any("Footer" in all_text(slide) for slide in opened(path).slides)


def test_a_quote_longer_than_a_slide_goes_on_and_the_notes_have_it_whole(language: str, tmp_path: Path) -> None:
    briefing = sample(language)
    quotes = next(s.block for s in briefing.sections if isinstance(s.block, Quotes))
    words = " ".join(f"word{i}" for i in range(500))
    card: QuoteCard = replace(quotes.cards[0], words=Printed(words, quotes.cards[0].words.evidence, (2,)))
    path = tmp_path / "deck.pptx"
    write(with_block(briefing, "voices", Quotes((card, *quotes.cards))), path)
    deck = opened(path)
    assert list(overflowing(deck, sober(), language)) == []
    whole = "".join(all_text(slide) for slide in deck.slides)
    assert all(f"word{i}" in whole for i in range(500))


def test_long_tables_repeat_their_header_and_keep_every_row(language: str, tmp_path: Path) -> None:
    briefing = sample(language)
    rows = tuple(Row(f"row {i}", (Cell((f"{i}.5",)), Cell(()))) for i in range(60))
    rows = (*rows, Row("essay " * 700, (Cell(("1",)), Cell(("2",)))))
    path = tmp_path / "deck.pptx"
    write(with_block(briefing, "table", Table(("Metric", "First", "Second"), rows)), path)
    deck = opened(path)
    tables = [shape.table for slide in list(deck.slides)[2:] for shape in slide.shapes if shape.has_table]
    assert len(tables) > 2
    assert {table.cell(0, 0).text for table in tables} == {"Metric"}
    labels = [row.cells[0].text for table in tables for row in list(table.rows)[1:]]
    assert labels[:60] == [f"row {i}" for i in range(60)]
    assert sum(label.count("essay") for label in labels) == 700
    assert list(overflowing(deck, sober(), language)) == []


def test_values_of_eight_cards_stand_on_one_line_each_and_larger_than_their_labels(
    language: str, tmp_path: Path
) -> None:
    briefing = sample(language)
    block = next(s.block for s in briefing.sections if isinstance(s.block, Scorecard))
    value = Printed(
        "CNY 113.12 billion" if language == "en" else "CNY 1131.21亿", block.cards[0].value.evidence, (1, 2, 3)
    )  # type: ignore[union-attr]
    cards = tuple(replace(block.cards[0], value=value, label=f"{i} {block.cards[0].label}") for i in range(8))
    path = tmp_path / "deck.pptx"
    write(with_block(briefing, "scorecard", Scorecard(cards)), path)
    measure = measure_of(typefaces(sober()), language, sober().type.minimum)
    shapes = [s for slide in opened(path).slides for s in slide.placeholders if s.name.startswith("Card")]
    assert len(shapes) == 8
    for shape in shapes:
        label, shown = shape.text_frame.paragraphs[0], shape.text_frame.paragraphs[2]
        assert shown.runs[0].text == value.text
        assert label.runs[0].font.size < shown.runs[0].font.size
        runs = tuple(Run(run.text, bold=True, mark=run.text.startswith("[")) for run in shown.runs)
        assert measure.width(Para(runs, shown.runs[0].font.size.pt)) <= shape.width / 12700 - 28


def test_more_cards_than_a_slide_holds_are_shared_out_evenly(language: str, tmp_path: Path) -> None:
    briefing = sample(language)
    cards = next(s.block for s in briefing.sections if isinstance(s.block, Scorecard)).cards
    path = tmp_path / "deck.pptx"
    write(with_block(briefing, "scorecard", Scorecard((cards * 2)[:10])), path)
    deck = opened(path)
    counts = [
        sum(shape.placeholder_format.idx in range(20, 28) for shape in slide.placeholders) for slide in deck.slides
    ]
    assert [count for count in counts if count] == [5, 5]
    assert list(overflowing(deck, sober(), language)) == []


def test_control_characters_do_not_break_the_file(language: str, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    prose = Prose((Paragraph(("a\x00b\x07c\u202e {{ 7 * 7 }} &amp; <b> \"quoted\": - # 'x'",)),))
    write(with_block(sample(language), "summary", prose), path)
    assert "abc {{ 7 * 7 }} &amp; <b> \"quoted\": - # 'x'" in all_text(opened(path).slides[2])


def test_a_character_that_no_font_has_is_an_error(language: str, tmp_path: Path) -> None:
    prose = Prose((Paragraph(("\U000e0ffa \U0001f9ff \U00013000",)),))
    with pytest.raises(FontMissing):
        write(with_block(sample(language), "summary", prose), tmp_path / "deck.pptx")


def test_what_cannot_be_written_leaves_the_old_file(language: str, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("old")
    with pytest.raises(OutputFailed, match="could not be written"):
        write(sample(language), blocked / "deck.pptx")
    assert blocked.read_text() == "old"
    taken = tmp_path / "deck.pptx"
    (taken / "inside").mkdir(parents=True)
    with pytest.raises(OutputFailed):
        write(sample(language), taken)
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
