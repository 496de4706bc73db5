"""Renders cover, every block and every kind of chart, in both languages and every theme, to pictures: `make gallery`.

Pages are drawn by PDFium, slides by LibreOffice where there is one.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2

from generator.briefing.model import Briefing
from generator.charts.draw import draw
from generator.rendering.deck import write_deck
from generator.rendering.document import write_pdf
from generator.settings.builtin import folder
from generator.settings.loading import validate_file
from generator.settings.theme import Theme
from generator.settings.yaml_nodes import read_yaml
from tests.charts.test_kinds import KINDS, example
from tests.sample_briefing import sample

_FOLDERS = (folder("templates"),)
_SCALE = 1.2  # pixels a point


def main() -> None:
    """Render into the folder given, `gallery` if none is."""
    out = Path(sys.argv[1] if len(sys.argv) > 1 else "gallery")
    for path in sorted((folder("config") / "themes").glob("*.yaml")):
        theme, problems = validate_file(read_yaml(path), Theme)
        assert theme is not None, problems
        for language in ("en", "zh"):
            place = out / f"{path.stem}-{language}"
            place.mkdir(parents=True, exist_ok=True)
            whole = sample(language)
            _page(whole, theme, place / "cover-page.png", 0)
            for name, briefing in _blocks(whole):
                _page(briefing, theme, place / f"{name}-page.png")
            for kind in KINDS:
                (place / f"chart-{kind}.png").write_bytes(draw(example(kind, language), theme, language).png)
            _slides(whole, theme, place)
            print(place, flush=True)


def _blocks(whole: Briefing) -> Iterator[tuple[str, Briefing]]:
    """Yield a briefing a block: the block itself, and the sources that it cites; under the sources the disclaimer."""
    sources = next(section for section in whole.sections if section.block.kind == "sources")
    for section in whole.sections:
        if section is sources:
            yield section.id, replace(whole, sections=(section,))
        else:
            yield section.id, replace(whole, sections=(section, sources), disclaimer="")
        if section.block.kind == "table":
            ratings = replace(section, id="ratings", block=replace(section.block, kind="ratings"))
            yield ratings.id, replace(whole, sections=(ratings, sources), disclaimer="")


def _page(briefing: Briefing, theme: Theme, picture: Path, number: int = 1) -> None:
    """Draw a page: the one after the cover, on which the block stands."""
    charts = {block.id: draw(block, theme, briefing.language, half) for block, half in briefing.charts}
    with tempfile.TemporaryDirectory() as draft:
        pdf = Path(draft) / "page.pdf"
        write_pdf(briefing, charts, theme, _FOLDERS, pdf)
        with pypdfium2.PdfDocument(pdf) as document:
            document[number].render(scale=_SCALE).to_pil().save(picture)


def _slides(briefing: Briefing, theme: Theme, place: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        print("No LibreOffice: slides are left out.", file=sys.stderr)
        return
    charts = {block.id: draw(block, theme, briefing.language, half) for block, half in briefing.charts}
    with tempfile.TemporaryDirectory() as draft:
        deck = Path(draft) / "slides.pptx"
        write_deck(briefing, charts, theme, _FOLDERS, deck)
        profile = f"-env:UserInstallation=file://{draft}/office"
        command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", draft, str(deck)]
        subprocess.run(command, check=True, capture_output=True)
        with pypdfium2.PdfDocument(deck.with_suffix(".pdf")) as document:
            for number, slide in enumerate(document, start=1):
                slide.render(scale=_SCALE * 0.6).to_pil().save(place / f"slide-{number:02}.png")


if __name__ == "__main__":
    main()
