"""Files as they are built, the demo's and the seed page's, for every audience and in every theme: no validator finds
an error, and whoever listens is led by bookmarks and hears each passage in its own language.
"""

from __future__ import annotations

import re
from pathlib import Path

import outloud
import pdfua
import pikepdf
import pypdfium2
import pytest
from openxml_audit import validate_pptx

from generator.build import Options, build
from generator.settings.project import Project, open_project
from generator.settings.starting import start_project


def project(root: Path, theme: str) -> Project:
    """Return the starting project, all its audiences in one theme."""
    start_project(root)
    for audience in (root / "config" / "audiences").glob("*.yaml"):
        text = audience.read_text(encoding="utf-8")
        audience.write_text(re.sub(r"^theme: \w+$", f"theme: {theme}", text, flags=re.MULTILINE), encoding="utf-8")
    return open_project(root)


def built(root: Path, theme: str, corpus: Path | None, report: str) -> list[Path]:
    made = project(root, theme)
    where = Options((corpus or made.root / "corpus",), root / "out", reports=(report,), formats=("pdf", "pptx"), jobs=2)
    return [output.path for output in build(made, where).outputs]


def errors(path: Path) -> list[str]:
    """Return what validators call an error: of PDF/UA-1 for pages, of the Open XML standard for decks."""
    if path.suffix == ".pptx":
        return [str(error) for error in validate_pptx(str(path)).errors]
    told = [f"{one.rule}: {one.message}" for one in outloud.check(str(path)).findings if one.severity == "error"]
    return told + [str(one) for one in pdfua.validate(str(path)).findings if one.severity == pdfua.Severity.ERROR]


@pytest.mark.parametrize(("theme", "report"), [("sober", "results"), ("bold", "weekly")])
def test_no_validator_finds_an_error_in_the_demos_files(theme: str, report: str, tmp_path: Path) -> None:
    files = built(tmp_path / theme, theme, None, report)
    assert len(files) == 6
    assert {path.name: errors(path) for path in files} == {path.name: [] for path in files}
    for path in files:
        if path.suffix == ".pdf":
            assert len(bookmarks(path)) > 5
            assert foreign(path) <= ({"en"} if path.name == "retail.pdf" else {"zh-Hans"}), path.name
    assert any(foreign(path) for path in files if path.suffix == ".pdf")


def test_no_validator_finds_an_error_in_files_built_from_the_seed_page(seed: Path, tmp_path: Path) -> None:
    files = built(tmp_path / "seed", "bold", seed, "weekly")
    assert len(files) == 6
    assert {path.name: errors(path) for path in files} == {path.name: [] for path in files}


def bookmarks(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [mark.get_title() for mark in document.get_toc()]


def foreign(path: Path) -> set[str]:
    """Return the languages that passages of a PDF are tagged with, other than its own."""
    with pikepdf.open(path) as pdf:
        own = str(pdf.Root.Lang)
        tags = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/BlockQuote")
        return {str(tag.get("/Lang", own)) for tag in tags} - {own}
