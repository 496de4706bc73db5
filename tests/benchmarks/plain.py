"""The packages alone: a briefing's texts, tables and charts in the plainest form that WeasyPrint and python-pptx make.

No type but one, no cover, no source that leads back, nothing proved: whatever footnoted does comes on top of this.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

_STYLE = """@page { size: A4; margin: 2cm }
body { font: 10pt "Noto Sans", "Noto Sans CJK SC" } td, th { border: .5pt solid #ccc } img { width: 100% }"""
_BLANK = 6  # the layout of python-pptx's own master that holds nothing


def plain_pdf(folder: Path) -> None:
    """Write a briefing's sections as pages: headings, paragraphs, tables and pictures."""
    from weasyprint import HTML

    body = "".join(f"<h1>{escape(title)}</h1>{''.join(map(_html, parts))}" for title, parts in _sections(folder))
    page = HTML(string=f"<html><body>{body}</body></html>", base_url=f"{folder}/")
    page.write_pdf(str(folder / "plain.pdf"), stylesheets=[_style()], font_config=_fonts())


def plain_deck(folder: Path) -> None:
    """Write a briefing's parts as slides: one for each table and chart, and one for the words of a section."""
    from pptx import Presentation
    from pptx.util import Cm

    deck = Presentation()
    for title, parts in _sections(folder):
        words = "\n".join(part["text"] for part in parts if "text" in part)
        for part in [*(part for part in parts if "text" not in part), *([{"text": words}] if words else [])]:
            shapes = deck.slides.add_slide(deck.slide_layouts[_BLANK]).shapes
            shapes.add_textbox(Cm(1), Cm(1), Cm(23), Cm(1)).text_frame.text = title
            if "rows" in part:
                _table(shapes, part["rows"], Cm(1), Cm(3), Cm(23), Cm(10))
            elif "name" in part:
                shapes.add_picture(str(folder / "charts" / f"{part['name']}.png"), Cm(1), Cm(3), width=Cm(23))
            else:
                shapes.add_textbox(Cm(1), Cm(3), Cm(23), Cm(14)).text_frame.text = part["text"]
    deck.save(str(folder / "plain.pptx"))


def _sections(folder: Path) -> list[tuple[str, list[dict[str, Any]]]]:
    return [(title, parts) for title, parts in json.loads((folder / "parts.json").read_text(encoding="utf-8"))]


def _html(part: dict[str, Any]) -> str:
    if "rows" in part:
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in part["rows"])
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    if "name" in part:
        return f'<img src="charts/{part["name"]}.svg" alt="{escape(part["description"])}">'
    return f"<p>{escape(part['text'])}</p>"


def _table(shapes: Any, rows: list[list[str]], *place: int) -> None:
    table = shapes.add_table(len(rows), len(rows[0]), *place).table
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


@cache
def _style() -> Any:
    from weasyprint import CSS

    return CSS(string=_STYLE, font_config=_fonts())


@cache
def _fonts() -> Any:
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()
