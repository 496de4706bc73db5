"""Logos: on covers and at the head of pages, seen on light and dark grounds, of any shape; what is no logo is told."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from generator.charts.draw import draw
from generator.errors import SettingsInvalid, TemplateFailed
from generator.rendering.document import page_html, write_pdf
from generator.rendering.logo import check_logo, for_slides
from generator.rendering.masters.checking import with_masters
from generator.rendering.web import web_page
from generator.settings.builtin import folder
from generator.settings.loading import validate_file
from generator.settings.project import open_project
from generator.settings.starting import start_project
from generator.settings.theme import Logo, Theme
from generator.settings.yaml_nodes import read_yaml
from tests.rendering.decks import EMU, opened, sober, write
from tests.sample_briefing import sample

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"><rect width="100%" height="100%" fill="{}"/></svg>'
)


def vector(path: Path, width: int = 120, height: int = 40, fill: str = "#12355B") -> str:
    path.write_text(SVG.format(width, height, fill), encoding="utf-8")
    return path.name


def themed(**names: str) -> Theme:
    return sober().model_copy(update={"logo": Logo(**names)})


def test_a_logo_is_one_file_or_one_for_each_ground(tmp_path: Path) -> None:
    text = (folder("config") / "themes" / "sober.yaml").read_text(encoding="utf-8")
    for given, wanted in (
        ("a.svg", Logo(on_ground="a.svg")),
        ("{on_ground: a.svg, on_accent: b.png}", Logo(on_ground="a.svg", on_accent="b.png")),
    ):
        (tmp_path / "theme.yaml").write_text(f"{text}\nlogo: {given}\n", encoding="utf-8")
        theme, problems = validate_file(read_yaml(tmp_path / "theme.yaml"), Theme)
        assert not problems
        assert theme is not None
        assert theme.logo == wanted


@pytest.mark.parametrize(("width", "height"), [(120, 40), (4000, 100), (40, 400)])
def test_on_slides_it_keeps_its_shape_and_has_a_plate_where_it_would_not_be_seen(
    tmp_path: Path, width: int, height: int
) -> None:
    theme = themed(on_ground=vector(tmp_path / "logo.svg", width, height))
    write(sample("en"), tmp_path / "deck.pptx", theme, (tmp_path,))
    shown = next(shape for shape in opened(tmp_path / "deck.pptx").slides[0].shapes if shape.name == "Logo")
    picture = Image.open(io.BytesIO(shown.image.blob))
    assert shown.width / shown.height == pytest.approx(picture.width / picture.height, rel=0.02)
    assert shown.width <= 300 * EMU
    assert shown.height <= 44 * EMU
    assert _at(picture, 1, 1) == theme.colours.ground
    assert _at(picture, picture.width // 2, picture.height // 2) == "#12355B"


def _at(picture: Any, x: int, y: int) -> str:
    return "#{:02X}{:02X}{:02X}".format(*picture.convert("RGB").getpixel((x, y)))


def test_the_logo_for_the_accent_stands_on_it_without_a_plate(tmp_path: Path) -> None:
    light = vector(tmp_path / "light.svg", fill="#FFFFFF")
    theme = themed(on_ground=vector(tmp_path / "logo.svg"), on_accent=light)
    picture = for_slides(theme, (tmp_path,))
    assert picture is not None
    assert _at(Image.open(io.BytesIO(picture)), 1, 1) == "#FFFFFF"
    html = page_html(sample("en"), charts(theme), theme, (tmp_path, folder("templates")))
    assert 'class="logo"' in html
    assert 'class="logo plated"' not in html


def charts(theme: Theme) -> dict[str, Any]:
    return {block.id: draw(block, theme, "en", half) for block, half in sample("en").charts}


def test_pages_and_web_pages_have_it(tmp_path: Path) -> None:
    theme = themed(on_ground=vector(tmp_path / "logo.svg"))
    folders = (tmp_path, folder("templates"))
    for html in (
        page_html(sample("en"), charts(theme), theme, folders),
        web_page(sample("en"), charts(theme), theme, folders),
    ):
        assert 'class="logo plated" src="data:image/svg+xml;base64,' in html


def test_every_page_but_the_cover_has_it_at_its_head(tmp_path: Path) -> None:
    theme = themed(on_ground=vector(tmp_path / "logo.svg", fill="#FF00FF"))
    write_pdf(sample("en"), charts(theme), theme, (tmp_path, folder("templates")), tmp_path / "a.pdf")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as pages:
        for number, page in enumerate(pages):
            head = page.render(scale=1).to_pil().convert("RGB").crop((300, 8, 545, 40))
            assert ((255, 0, 255) in {colour for _, colour in head.getcolors(10_000)}) == (number > 0)


def test_what_is_no_logo_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"no picture")
    (tmp_path / "broken.svg").write_text("<svg", encoding="utf-8")
    vector(tmp_path / "vast.svg", 100_000, 100_000)
    (tmp_path / "huge.png").write_bytes(bytes(5 * 2**20))
    Image.new("1", (9000, 9000)).save(tmp_path / "wide.png")
    (tmp_path / "away.svg").symlink_to("/etc/hostname")
    for name, words in (
        ("none.svg", "There is no logo 'none.svg'"), ("broken.png", "is no picture"), ("broken.svg", "is no picture"),
        ("vast.svg", "at most 8000 points"), ("huge.png", "has 5 MB, more than 4"), ("wide.png", "million pixels"), ("away.svg", "leads out"),
    ):  # fmt: skip
        with pytest.raises(TemplateFailed, match=words):
            check_logo(themed(on_ground=name), (tmp_path,))


def test_check_tells_a_logo_that_is_not_there_in_its_line(tmp_path: Path) -> None:
    start_project(tmp_path / "project")
    theme = tmp_path / "project" / "config" / "themes" / "sober.yaml"
    theme.write_text(theme.read_text("utf-8") + "logo: none.svg\n", encoding="utf-8")
    with pytest.raises(SettingsInvalid) as refused:
        with_masters(open_project(tmp_path / "project"))
    (problem,) = refused.value.problems
    assert (problem.path, problem.line) == (theme, len(theme.read_text("utf-8").splitlines()))
    assert "There is no logo 'none.svg'" in problem.message


def test_the_letters_of_a_vector_are_drawn_and_are_no_words_of_the_page(tmp_path: Path) -> None:
    words = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><text y="20" fill="#12355B">Zyx</text></svg>'
    (tmp_path / "logo.svg").write_text(words, encoding="utf-8")
    theme = themed(on_ground="logo.svg")
    write_pdf(sample("en"), charts(theme), theme, (tmp_path, folder("templates")), tmp_path / "pages.pdf")
    with pypdfium2.PdfDocument(tmp_path / "pages.pdf") as document:
        assert all("Zyx" not in page.get_textpage().get_text_range() for page in document)
        cover = document[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        assert max(image.get_px_size()[1] for image in cover) >= 300
