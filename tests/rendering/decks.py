"""Decks for tests: the sample briefing written and opened again, and what is to be seen in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from pptx import Presentation

from generator.briefing.model import Block, Briefing
from generator.charts.draw import draw
from generator.rendering.deck import write_deck
from generator.settings.builtin import folder
from generator.settings.loading import validate_file
from generator.settings.theme import Theme
from generator.settings.yaml_nodes import read_yaml
from tests.sample_briefing import sample

EMU = 12700


@cache
def sober() -> Theme:
    theme, problems = validate_file(read_yaml(folder("config") / "themes" / "sober.yaml"), Theme)
    assert theme is not None, problems
    return theme


def write(briefing: Briefing, path: Path, theme: Theme | None = None, folders: tuple[Path, ...] = ()) -> int:
    theme = theme or sober()
    charts = {block.id: draw(block, theme, briefing.language, half) for block, half in briefing.charts}
    return write_deck(briefing, charts, theme, (*folders, folder("templates")), path).pages


@cache
def sample_path(language: str) -> Path:
    path = Path(mkdtemp()) / f"{language}.pptx"
    write(sample(language), path)  # type: ignore[arg-type]
    return path


def opened(path: Path) -> Any:
    return Presentation(str(path))


def with_block(briefing: Briefing, ident: str, block: Block) -> Briefing:
    """Return a briefing of one section only: the one named, showing another block, under no headline of its own."""
    section = next(section for section in briefing.sections if section.id == ident)
    return replace(briefing, sections=(replace(section, block=block),))


def texts(slide: Any) -> Iterator[Any]:
    """Every text frame of a slide, cells of tables included."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame
        if shape.has_table:
            yield from (cell.text_frame for row in shape.table.rows for cell in row.cells)


def all_text(slide: Any) -> str:
    return "\n".join(frame.text for frame in texts(slide))
