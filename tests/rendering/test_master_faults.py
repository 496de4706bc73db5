"""What is wrong with a company's master is told at once, where the theme says it; nothing is built before."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import Options, build
from generator.errors import SettingsInvalid
from generator.rendering.masters.checking import with_masters
from generator.settings.contrast import READABLE, contrast
from generator.settings.project import Project, open_project
from generator.settings.starting import start_project
from generator.settings.theme import Theme
from tests.command import footnoted
from tests.rendering.company_masters import MASTERS, dark, usual
from tests.rendering.decks import opened


@pytest.fixture
def root(tmp_path: Path) -> Path:
    start_project(tmp_path / "project")
    (tmp_path / "project" / "templates" / "deck").mkdir()
    return tmp_path / "project"


def with_theme(root: Path, more: str) -> Project:
    """Write the theme `company`, the sober one with something more, and open the project."""
    sober = (root / "config" / "themes" / "sober.yaml").read_text(encoding="utf-8")
    (root / "config" / "themes" / "company.yaml").write_text(f"{sober}{more}", encoding="utf-8")
    return open_project(root)


def told(project: Project) -> list[str]:
    """Return what is wrong, a line each, with the line's number from the end of the sober theme."""
    base = len((project.root / "config" / "themes" / "sober.yaml").read_text(encoding="utf-8").splitlines())
    with pytest.raises(SettingsInvalid) as refused:
        with_masters(project)
    return [f"{p.line - base}:{p.column} {p.value} {p.nearest}: {p.message}" for p in refused.value.problems]


def master(root: Path, name: str = "company.pptx") -> Path:
    return usual(root / "templates" / "deck" / name)


NAMED = """master: company.pptx
layouts:
  cover: Titel Slide
  content: {layout: Title Only, placeholders: {source: Sauce}}
  table: Tables
"""


def test_every_wrong_name_is_told_with_its_place_the_nearest_and_what_there_is(root: Path) -> None:
    master(root)
    problems = told(with_theme(root, NAMED))
    assert [line.split(":")[0] for line in problems] == ["3", "4", "5"]
    assert problems[0].startswith(
        "3:10 Titel Slide Title Slide: the master 'company.pptx' has no layout 'Titel Slide'."
    )
    assert "It has 'Title Slide', 'Title and Content', 'Section Header'" in problems[0]
    assert "the master's layout 'Title Only' has no placeholder 'Sauce'. It has 'Date Placeholder 2'," in problems[1]


def test_the_command_tells_them_and_builds_nothing(root: Path) -> None:
    master(root)
    with_theme(root, NAMED)
    ran = footnoted("check", folder=root)
    assert ran.returncode == SettingsInvalid.exit_code
    assert "company.yaml:" in ran.stderr
    assert "Did you mean 'Title Slide'?" in ran.stderr
    assert "3 problems in the settings; nothing was built." in ran.stderr
    with pytest.raises(SettingsInvalid):
        build(open_project(root), Options((root / "corpus",), root / "out"))
    assert not (root / "out").exists()


def test_a_misspelt_key_is_told_with_the_nearest_one(root: Path) -> None:
    with pytest.raises(SettingsInvalid) as refused:
        with_theme(root, "master: company.pptx\nlayouts: {covr: Title Slide}\n")
    assert [problem.nearest for problem in refused.value.problems] == ["cover"]


def test_files_that_are_no_masters_are_told_apart(root: Path) -> None:
    deck = root / "templates" / "deck"
    compound = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    (deck / "locked.pptx").write_bytes(compound + "EncryptedPackage".encode("utf-16-le"))
    (deck / "old.pptx").write_bytes(compound)
    (deck / "cut.pptx").write_bytes(master(root).read_bytes()[:20_000])
    with zipfile.ZipFile(deck / "word.pptx", "w") as file:
        file.writestr("word/document.xml", "<w/>")
    for name, words in (
        ("locked", "protected by a password"), ("old", "PowerPoint 97"), ("cut", "no PowerPoint file"),
        ("word", "cannot be opened"), ("none", "There is no master"),
    ):  # fmt: skip
        problems = told(with_theme(root, f"master: {name}.pptx\n"))
        assert len(problems) == 1
        assert problems[0].startswith("1:9") or problems[0].startswith("1:1")
        assert words in problems[0]


def altered(path: Path, part: str, change: Callable[[bytes], bytes]) -> None:
    """Write a package anew with one part changed."""
    with zipfile.ZipFile(path) as old:
        held = {name: old.read(name) for name in old.namelist()}
    held[part] = change(held[part])
    with zipfile.ZipFile(path, "w") as new:
        for name, content in held.items():
            new.writestr(name, content)


def test_a_master_whose_parts_are_not_there_is_damaged(root: Path) -> None:
    path = master(root)
    altered(path, "ppt/slideLayouts/slideLayout6.xml", lambda _: b'<p:sldLayout xmlns:p="urn:none"/>')
    problems = told(with_theme(root, "master: company.pptx\n"))
    assert len(problems) == 1
    assert "is no master" in problems[0]


def test_a_layout_without_room_is_told(root: Path) -> None:
    master(root)
    named = "{layout: Section Header, placeholders: {body: Text Placeholder 2}}"
    problems = told(with_theme(root, f"master: company.pptx\nlayouts: {{content: {named}}}\n"))
    assert "leaves" in problems[0]
    assert "points below the title for content" in problems[0]


def test_text_that_cannot_be_read_on_the_masters_ground_is_told_and_its_own_colours_can(root: Path) -> None:
    dark(root / "templates" / "deck" / "dark.pptx")
    problems = told(with_theme(root, "master: dark.pptx\n"))
    assert any("text in 'ink' has a contrast of 1." in line and "#101830" in line for line in problems)
    theme = with_masters(with_theme(root, "master: dark.pptx\nfrom_master: [colours]\n")).themes["company"]
    assert theme.colours.ground == "#101830"
    assert theme.colours.ink == "#FFFFFF"
    assert legible(theme)


def legible(theme: Theme) -> bool:
    colours = theme.colours
    return (
        all(
            contrast(getattr(colours, tone), ground) >= READABLE
            for tone in ("ink", "muted", "accent", "good", "bad", "caution")
            for ground in (colours.ground, colours.panel)
        )
        and contrast(colours.on_accent, colours.accent) >= READABLE
    )


def test_colours_of_the_master_stay_its_slots(root: Path) -> None:
    master(root)
    audience = root / "config" / "audiences" / "board.yaml"
    audience.write_text(audience.read_text("utf-8").replace("theme: sober", "theme: company"), encoding="utf-8")
    project = with_theme(root, "master: company.pptx\nfrom_master: [colours]\n")
    assert project.audiences["board"].theme == "company"
    options = Options(
        (root / "corpus",), root / "out", reports=("weekly",), audiences=("board",), formats=("pptx", "pdf")
    )
    made = {one.path.suffix: one.path for one in build(project, options).outputs}
    slots = {slot for slide in opened(made[".pptx"]).slides for slot in slide._element.xpath(".//a:schemeClr/@val")}
    assert {"tx1", "tx2"} & slots
    assert "folHlink" not in slots


def test_a_font_of_the_master_that_is_not_here_is_told(root: Path) -> None:
    path = master(root)
    altered(path, "ppt/theme/theme1.xml", lambda theme: theme.replace(b'"Calibri"', b'"Nowhere Sans"'))
    problems = told(with_theme(root, "master: company.pptx\nfrom_master: [fonts]\n"))
    assert len(problems) == 1
    assert "the master's font 'Nowhere Sans' is not on this machine" in problems[0]
    altered(path, "ppt/theme/theme1.xml", lambda theme: theme.replace(b'"Nowhere Sans"', b'"DejaVu Sans"'))
    theme = with_masters(with_theme(root, "master: company.pptx\nfrom_master: [fonts]\n")).themes["company"]
    assert theme.fonts.heading == theme.fonts.body == ("DejaVu Sans",)


def test_masters_drawn_by_others_are_right(root: Path) -> None:
    for name, make in MASTERS.items():
        make(root / "templates" / "deck" / "company.pptx")
        project = with_theme(root, "master: company.pptx\n")
        assert with_masters(project).themes == project.themes, name
