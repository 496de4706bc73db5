"""From a briefing to a deck: described by templates, arranged by measure, written into the master's placeholders."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pptx.oxml.ns import qn

from generator.briefing.model import Briefing, Printed
from generator.charts.chart import Chart
from generator.charts.typefaces import Typefaces, typefaces
from generator.errors import TemplateFailed
from generator.rendering.arranging import Arranger
from generator.rendering.deck_imprint import file_pieces, sheet_pieces
from generator.rendering.descriptions import describe
from generator.rendering.environment import within
from generator.rendering.fitting import measure_of
from generator.rendering.fonts import require_glyphs
from generator.rendering.imprint import Piece, Written
from generator.rendering.logo import for_slides
from generator.rendering.native_charts import draw
from generator.rendering.notes import speaker_notes
from generator.rendering.opening import Unsafe, open_presentation
from generator.rendering.package import carry, packed, write_whole
from generator.rendering.paragraphs import Para, Run
from generator.rendering.placing import Writer, tidy
from generator.rendering.placing import describe as describe_shape
from generator.rendering.sheets import Frame, Layout, Sheet, Spot
from generator.rendering.slides import printable
from generator.rendering.style import Style
from generator.rendering.theme_part import dress
from generator.settings.builtin import folder
from generator.settings.theme import Theme

_EMU = 12700
_LANGUAGES = {"en": "en-GB", "zh": "zh-CN"}


def write_deck(
    briefing: Briefing,
    charts: Mapping[str, Chart],
    theme: Theme,
    template_folders: Sequence[Path],
    path: Path,
    carried: Mapping[str, bytes] = MappingProxyType({}),
) -> Written:
    """Write a briefing as a deck and return the number of slides, with everything that is printed on them.

    The first of the folders that has a template or the theme's master gives it. Raises TemplateFailed, FontMissing
    and OutputFailed; equal briefings give equal bytes. `carried` are files that it carries inside, by name.
    """
    faces = typefaces(theme)
    families = named(faces, briefing.language)
    presentation = _master(theme, template_folders, families)
    layouts = layouts_of(presentation)
    style = Style(
        theme,
        briefing.language,
        briefing.labels,
        measure_of(faces, briefing.language, theme.type.minimum),
        layouts,
    )
    sheets = Arranger(briefing, charts, style).deck(describe(briefing, template_folders))
    require_glyphs("".join(run.text for sheet in sheets for run in sheet.runs), faces)
    pieces = _write(presentation, sheets, briefing, style, families)
    if picture := for_slides(theme, template_folders):
        pieces.append(_emblem(presentation.slides[0], picture, briefing.cover.entity))
    moment = briefing.generated or datetime.combine(briefing.as_of, time())
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    _properties(presentation.core_properties, briefing, moment)
    pieces += file_pieces(presentation)
    carry(presentation, carried)
    write_whole(packed(presentation, moment), path)
    return Written(len(sheets), tuple(pieces))


def _master(theme: Theme, template_folders: Sequence[Path], families: tuple[str, str, str]) -> Any:
    template_folders = [*template_folders, folder("templates")]
    found = [
        folder / "deck" / theme.master for folder in template_folders if (folder / "deck" / theme.master).is_file()
    ]
    if not found:
        raise TemplateFailed(
            f"There is no master 'deck/{theme.master}'.", "Put it there, or name another in the theme."
        )
    try:
        presentation = open_presentation(within(found[0], template_folders))
    except Unsafe as error:
        raise TemplateFailed(f"{found[0]} is no master: {error}.", "Save it as .pptx again.") from error
    dress(presentation.slide_master.part, theme, families)
    return presentation


def named(faces: Typefaces, language: str) -> tuple[str, str, str]:
    """Return the heading, body and East Asian fonts that a deck names: the ones that its text was measured in."""
    return faces.families(language, heading=True)[0], faces.families(language)[0], faces.cjk


def layouts_of(presentation: Any) -> dict[str, Layout]:
    """Return the master's layouts by name, and their placeholders by name."""
    return {
        layout.name: Layout(layout.name, {shape.name: _spot(shape) for shape in layout.placeholders})
        for layout in presentation.slide_layouts
    }


def _spot(shape: Any) -> Spot:
    frame = Frame(*(length / _EMU for length in (shape.left, shape.top, shape.width, shape.height)))
    body = shape._element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")
    given = {} if body is None else body.attrib
    sides = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
    left, top, right, bottom = (int(given.get(side, usual)) / _EMU for side, usual in sides)
    return Spot(shape.placeholder_format.idx, frame, (left, top, right, bottom))


def _write(
    presentation: Any, sheets: Sequence[Sheet], briefing: Briefing, style: Style, families: tuple[str, str, str]
) -> list[Piece]:
    by_name = {layout.name: layout for layout in presentation.slide_layouts}
    slides = [presentation.slides.add_slide(by_name[sheet.layout]) for sheet in sheets]
    targets: dict[str, Any] = {}
    for sheet, slide in zip(sheets, slides, strict=True):
        targets.setdefault(sheet.section, slide)
    writer = Writer(style.theme, briefing.language, style.layouts, targets)
    pieces: list[Piece] = []
    for number, (sheet, slide) in enumerate(zip(sheets, slides, strict=True), start=1):
        writer.write(sheet, slide, number)
        for drawing in sheet.drawings:
            draw(slide, style.layouts[sheet.layout], drawing, style.theme)
        tidy(slide)
        lines = speaker_notes(briefing, printed_on(sheet))
        if lines:
            _notes(slide, lines, writer)
        numbered = [
            shape.name for shape in slide.slide_layout.placeholders if shape._element.ph.get("type") == "sldNum"
        ]
        pieces += sheet_pieces(sheet, number, numbered, lines)
    dress(presentation.notes_master.part, style.theme, families)
    return pieces


def _emblem(slide: Any, picture: bytes, name: str) -> Piece:
    """Put the logo at the head of the cover; return what its alternative text says."""
    shape = slide.shapes.add_picture(io.BytesIO(picture), round(64 * _EMU), round(36 * _EMU), height=round(32 * _EMU))
    shape.name = "Logo"
    describe_shape(shape, name)
    return Piece(1, "Logo description", name)


def printed_on(sheet: Sheet) -> list[Printed]:
    """Return every figure and quote that a sheet shows, in reading order."""
    printed = [Printed(run.text, run.evidence, run.citations) for run in sheet.runs if run.evidence]
    charts = [drawing.block for drawing in sheet.drawings]
    return printed + [point.printed for chart in charts for series in chart.series for point in series.points]


def _notes(slide: Any, lines: Sequence[str], writer: Writer) -> None:
    """Write the speaker notes."""
    notes = slide.notes_slide
    paras = [Para((Run(printable(line)),) if line else (), 12, lead=1.3) for line in lines]
    writer.fill(notes, notes.notes_text_frame._txBody, paras)
    for shape in list(notes.placeholders):
        if shape.placeholder_format.type is not None and "SLIDE_NUMBER" in str(shape.placeholder_format.type):
            shape._element.getparent().remove(shape._element)


def _properties(properties: Any, briefing: Briefing, moment: datetime) -> None:
    cover = briefing.cover
    properties.title = _short(f"{cover.title} – {cover.entity}")
    properties.subject = _short(cover.subtitle)
    properties.author = properties.last_modified_by = "footnoted"
    properties.keywords = _short(", ".join(briefing.keywords))
    properties.language = _LANGUAGES[briefing.language]
    properties.category = briefing.report
    properties.comments = _short(f"{briefing.labels['as_of']} {cover.as_of}")
    properties.created = properties.modified = moment
    properties.revision = 1


def _short(text: str) -> str:
    """Return a text as a file's property may hold it: Office takes at most 255 characters."""
    return printable(text)[:255]
