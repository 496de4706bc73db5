"""Decks on masters that someone else drew: everything in its frame, headlines and numbers in the company's places."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openxml_audit import validate_pptx
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from generator.rendering.masters.shapes import NAMES, bar_xml
from generator.rendering.sheets import Frame
from generator.settings.model import OutputLanguage
from generator.settings.theme import Layouts, Theme
from tests.rendering.company_masters import MASTERS, parts, pictured, saved_as
from tests.rendering.decks import EMU, all_text, opened, sober, write
from tests.rendering.overflow import overflowing
from tests.sample_briefing import sample


def themed(path: Path, **changed: Any) -> Theme:
    return sober().model_copy(update={"master": path.name, **changed})


def place(path: Path, name: str) -> Path:
    """Write a master where themes find it."""
    (path / "deck").mkdir(exist_ok=True)
    return MASTERS[name](path / "deck" / "company.pptx")


@pytest.fixture(scope="module", params=MASTERS)
def master(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return place(tmp_path_factory.mktemp("templates"), request.param)


@pytest.fixture(scope="module", params=["en", "zh"])
def deck(master: Path, request: pytest.FixtureRequest) -> Path:
    path = master.parent / f"{request.param}.pptx"
    write(sample(request.param), path, themed(master), (master.parent.parent,))
    return path


def language_of(deck: Path) -> OutputLanguage:
    return "en" if deck.stem == "en" else "zh"


def test_nothing_leaves_its_frame_or_the_slide(deck: Path) -> None:
    made = opened(deck)
    assert len(made.slides) > 15
    assert list(overflowing(made, sober(), language_of(deck))) == []
    shapes = [shape for slide in made.slides for shape in slide.shapes]
    assert len(shapes) > 80
    for shape in shapes:
        assert shape.left >= 0, shape.name
        assert shape.top >= 0, shape.name
        assert shape.left + shape.width <= made.slide_width, shape.name
        assert shape.top + shape.height <= made.slide_height, shape.name


def test_no_text_is_smaller_than_the_theme_allows(deck: Path) -> None:
    sizes = [int(run.get("sz")) for slide in opened(deck).slides for run in slide._element.iter(qn("a:rPr"))
             if run.get("sz")]  # fmt: skip
    assert len(sizes) > 100
    assert min(sizes) >= sober().type.minimum * 100


def test_headlines_and_numbers_stand_in_the_companys_placeholders(deck: Path, master: Path) -> None:
    layouts = {one.name: one for one in opened(master).slide_master.slide_layouts}
    for number, slide in enumerate(list(opened(deck).slides)[1:], start=2):
        holders = {shape._element.ph.get("type"): shape for shape in layouts[slide.slide_layout.name].placeholders}
        title = slide.shapes.title
        assert title._element.ph.get("type") == "title"
        assert (title.left, title.top, title.width) == (
            holders["title"].left, holders["title"].top, holders["title"].width
        )  # fmt: skip
        numbers = [shape for shape in slide.placeholders if shape._element.ph.get("type") == "sldNum"]
        assert [shape.text_frame.text for shape in numbers] == [str(number)]
        assert numbers[0]._element.ph.get("idx") == holders["sldNum"]._element.ph.get("idx")


def test_the_standard_refuses_nothing(deck: Path) -> None:
    assert validate_pptx(str(deck)).errors == []


def test_samples_are_left_behind_and_the_companys_theme_is_as_it_was(deck: Path, master: Path) -> None:
    inside, before = parts(deck), parts(master)
    assert any(b"Sample for Client X" in content for content in before.values())
    assert not any(b"Sample for Client X" in content for content in inside.values())
    assert "docProps/thumbnail.jpeg" not in inside
    theme = "ppt/theme/theme1.xml"
    assert inside[theme] == before[theme]


def test_content_keeps_off_a_band_at_the_foot_though_the_footer_stands_on_it(tmp_path: Path) -> None:
    path = place(tmp_path, "4:3")
    presentation: Any = opened(path)
    high, wide = presentation.slide_height / EMU, presentation.slide_width / EMU
    wave = bar_xml(900, "Wave", Frame(0, high * 0.76, wide, high * 0.24), "accent1")
    presentation.slide_master.shapes._spTree.append(parse_xml(wave.replace("<p:sp>", f"<p:sp {NAMES}>")))
    presentation.save(str(path))
    write(sample("en"), tmp_path / "deck.pptx", themed(path), (tmp_path,))
    found = [
        (shape.name, shape.top + shape.height)
        for slide in list(opened(tmp_path / "deck.pptx").slides)[1:]
        for shape in slide.shapes
        if shape.name not in ("Footer", "Slide Number")
    ]
    assert "Source" in dict(found)
    assert [name for name, bottom in found if bottom / EMU > high * 0.76 + 0.1] == []


def test_as_libreoffice_draws_it_every_headline_stands_in_the_title(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    master, deck = place(tmp_path, "4:3"), tmp_path / "deck.pptx"
    write(sample("en"), deck, themed(master), (tmp_path,))
    command = [office, f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(tmp_path), str(deck)], check=True, capture_output=True)
    slides = list(opened(deck).slides)
    with pypdfium2.PdfDocument(deck.with_suffix(".pdf")) as pages:
        assert len(pages) == len(slides)
        for page, slide in zip(pages, slides, strict=True):
            title = slide.shapes.title
            left, top, width, height = (length / EMU for length in (title.left, title.top, title.width, title.height))
            text = page.get_textpage()
            inside = text.get_text_bounded(
                left, page.get_height() - top - height, left + width, page.get_height() - top
            )
            assert "".join(title.text_frame.text.split()) in "".join(inside.split())


@pytest.mark.parametrize(("kind", "macros"), [("template", False), ("presentation", True), ("template", True)])
def test_templates_and_files_with_macros_make_decks_that_are_neither(tmp_path: Path, kind: str, macros: bool) -> None:
    master = saved_as(place(tmp_path, "4:3"), kind, macros)
    master = master.rename(master.with_suffix({"template": ".potx"}.get(kind, ".pptm")))
    write(sample("en"), tmp_path / "deck.pptx", themed(master), (tmp_path,))
    inside = parts(tmp_path / "deck.pptx")
    assert b"presentationml.presentation.main+xml" in inside["[Content_Types].xml"]
    assert not any("vba" in name for name in inside)
    assert validate_pptx(str(tmp_path / "deck.pptx")).errors == []


def test_layouts_and_placeholders_are_the_ones_that_the_theme_names(tmp_path: Path) -> None:
    master = place(tmp_path, "4:3")
    layouts = Layouts.model_validate({
        "cover": "Section Header", "content": "Title Only", "text": "Title and Content",
        "quotes": {"layout": "Two Content", "placeholders": {"source": "Content Placeholder 3"}},
    })  # fmt: skip
    write(sample("en"), tmp_path / "deck.pptx", themed(master, layouts=layouts), (tmp_path,))
    slides = list(opened(tmp_path / "deck.pptx").slides)
    names = {slide.slide_layout.name for slide in slides}
    assert names == {"Section Header", "Title Only", "Title and Content", "Two Content"}
    assert slides[0].slide_layout.name == "Section Header"
    quoted = next(slide for slide in slides if slide.slide_layout.name == "Two Content")
    source = next(shape for shape in quoted.shapes if shape.name == "Source")
    assert source.is_placeholder
    assert source.left > opened(master).slide_width / 2
    body = next(slide for slide in slides if slide.slide_layout.name == "Title and Content")
    assert [shape.name for shape in body.placeholders][:2] == ["Headline", "Body"]


def test_a_headline_keeps_the_companys_alignment_and_colour_and_all_else_is_the_themes(tmp_path: Path) -> None:
    master = place(tmp_path, "4:3")
    write(sample("en"), tmp_path / "deck.pptx", themed(master), (tmp_path,))
    slide = opened(tmp_path / "deck.pptx").slides[3]
    title = slide.shapes.title._element
    assert not title.xpath(".//a:pPr/@algn")
    assert not title.xpath(".//a:rPr/a:solidFill")
    assert not slide._element.xpath(".//a:schemeClr")
    assert sober().colours.ink.removeprefix("#") in slide._element.xpath(".//a:srgbClr/@val")
    assert set(slide._element.xpath(".//a:latin/@typeface")) == {"Noto Sans"}


def test_links_are_read_in_the_colour_of_their_text(tmp_path: Path) -> None:
    master = place(tmp_path, "4:3")
    write(sample("en"), tmp_path / "deck.pptx", themed(master), (tmp_path,))
    links = list(opened(tmp_path / "deck.pptx").slides[1]._element.iter(qn("a:hlinkClick")))
    assert len(links) > 5
    assert all(link.xpath(".//*[local-name()='hlinkClr']/@val") == ["tx"] for link in links)


def test_the_cover_says_for_whom_and_when_beneath_its_title(tmp_path: Path) -> None:
    master = place(tmp_path, "4:3")
    briefing = sample("en")
    assert write(briefing, tmp_path / "deck.pptx", themed(master), (tmp_path,)) == write(
        briefing, tmp_path / "other.pptx"
    )
    cover = all_text(opened(tmp_path / "deck.pptx").slides[0])
    for words in (briefing.cover.title, briefing.cover.entity, briefing.cover.audience, briefing.cover.as_of):
        assert words in cover


def test_long_headlines_and_texts_go_on_and_nothing_is_lost(tmp_path: Path) -> None:
    master = place(tmp_path, "4:3")
    briefing = sample("en")
    section = replace(briefing.sections[0], headline=("headline " * 200,))
    write(
        replace(briefing, sections=(section, *briefing.sections[1:])), tmp_path / "d.pptx", themed(master), (tmp_path,)
    )
    deck = opened(tmp_path / "d.pptx")
    assert list(overflowing(deck, sober(), "en")) == []
    assert sum(all_text(slide).count("headline") for slide in deck.slides) >= 200


def test_equal_briefings_give_equal_bytes(tmp_path: Path) -> None:
    master = place(tmp_path, "4:3")
    for name in ("a", "b"):
        write(sample("en"), tmp_path / f"{name}.pptx", themed(master), (tmp_path,))
    assert (tmp_path / "a.pptx").read_bytes() == (tmp_path / "b.pptx").read_bytes()


@pytest.mark.parametrize(
    ("colours", "plated"),
    [(("#102040", "#6080FF"), True), (("#FFFFFF", "#F4F7FA"), False), (("#FFFFFF", "#202020"), True)],
)
def test_on_a_picture_that_text_cannot_be_read_on_content_has_a_plate(
    colours: tuple[str, str], plated: bool, tmp_path: Path
) -> None:
    (tmp_path / "deck").mkdir()
    master = pictured(tmp_path / "deck" / "company.pptx", *colours)
    path = tmp_path / "made.pptx"
    write(sample("en"), path, themed(master), (tmp_path,))
    assert validate_pptx(str(path)).errors == []
    for slide in list(opened(path).slides)[1:]:
        shapes = list(slide.slide_layout.shapes)
        plates = [shape for shape in shapes if shape.name == "Plate"]
        assert len(plates) == plated
        for plate in plates:
            assert shapes.index(plate) < min(i for i, shape in enumerate(shapes) if shape.is_placeholder)
            own = [shape for shape in slide.shapes if not shape.is_placeholder]
            assert all(plate.left <= one.left and one.left + one.width <= plate.left + plate.width for one in own)
            assert all(plate.top <= one.top and one.top + one.height <= plate.top + plate.height for one in own)
