"""Sheets onto slides: paragraphs into placeholders, tables, footers; with language, fonts and alternative texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.util import Pt

from generator.rendering.columns import MARGINS
from generator.rendering.fitting import is_cjk
from generator.rendering.looks import EMU, add, colour, paragraph_look, run_look
from generator.rendering.paragraphs import Para, Run
from generator.rendering.placeholders import describe, move, placeholder, require
from generator.rendering.sheets import Bar, Frame, Grid, Layout, Sheet, TextBox
from generator.settings.theme import Theme

_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid"
_LANGUAGES = {"en": "en-GB", "zh": "zh-CN"}


@dataclass(frozen=True)
class Writer:
    """Writes sheets in one theme. `targets` leads a section's id to its first slide."""

    theme: Theme
    language: str
    layouts: Mapping[str, Layout]
    targets: Mapping[str, Any]

    def write(self, sheet: Sheet, slide: Any, number: int) -> None:
        """Write texts and table of a sheet, and take out what stays empty."""
        layout = self.layouts[sheet.layout]
        self._footers(slide, layout, number)
        for box in sheet.texts:
            self._text(slide, layout, box)
        if sheet.grid is not None:
            self._table(slide, layout, sheet.grid)
        for i, bar in enumerate(sheet.bars, start=1):
            self._bar(slide, bar, f"Bar {i}")

    def _text(self, slide: Any, layout: Layout, box: TextBox) -> None:
        shape = placeholder(slide, layout[box.spot].index)
        if shape is None:
            return
        shape.name = box.spot
        if box.frame is not None:
            move(shape, box.frame)
        self.fill(slide, shape._element.txBody, box.paras)

    def _footers(self, slide: Any, layout: Layout, number: int) -> None:
        """Copy footer and slide number from the layout: python-pptx leaves them there."""
        spots = {spot.index: name for name, spot in layout.items()}
        for shape in slide.slide_layout.placeholders:
            index = shape.placeholder_format.idx
            if shape._element.ph.get("type") not in ("ftr", "sldNum") or index not in spots:
                continue
            copy = deepcopy(shape._element)
            copy.nvSpPr.cNvPr.set("name", spots[index])
            copy.nvSpPr.cNvPr.set(
                "id", str(max(int(i) for i in slide.shapes._spTree.xpath("//@id") if i.isdigit()) + 1)
            )
            for old in list(copy.txBody):
                if old.tag == qn("a:lstStyle"):
                    old.clear()
            for prompt in copy.xpath(".//a:r"):
                prompt.getparent().remove(prompt)
            for text in copy.xpath(".//a:fld/a:t"):
                text.text = str(number)
            for properties in copy.xpath(".//a:rPr"):
                properties.set("lang", _LANGUAGES[self.language])
            copy.spPr.clear()
            slide.shapes._spTree.append(copy)

    def fill(self, slide: Any, body: Any, paras: Sequence[Para]) -> None:
        """Put paragraphs into a text body, in place of what it holds."""
        for old in body.findall(qn("a:p")):
            body.remove(old)
        for para in paras:
            self._paragraph(slide, body, para)

    def _paragraph(self, slide: Any, body: Any, para: Para) -> None:
        p = add(body, "a:p")
        look = (para.align, para.indent, para.line_height, para.before, para.number, para.bullet)
        p.append(deepcopy(paragraph_look(self.theme.colours, *look)))
        for run in para.runs:
            self._run(slide, p, para, run)
        if not para.runs:
            add(p, "a:endParaRPr", lang=_LANGUAGES[self.language], sz=str(round(para.size * 100)))

    def _run(self, slide: Any, p: Any, para: Para, run: Run) -> None:
        cjk = run.language == "zh" if run.language else any(map(is_cjk, run.text))
        size = round(para.run_size(run, self.theme.type.minimum) * 100)
        bold, raised = run.bold or (para.bold and not run.mark), run.mark and para.raises
        r = add(p, "a:r")
        look = deepcopy(run_look(self.theme.colours, cjk, size, bold, raised, run.tone or para.tone, para.heading))
        r.append(look)
        if run.link:
            self._link(slide, look, run.link)
        add(r, "a:t").text = run.text.replace("\n", " ").replace("\v", " ")

    def _link(self, slide: Any, look: Any, link: str) -> None:
        if link.startswith("slide:"):
            target = self.targets.get(link.removeprefix("slide:"))
            if target is not None:
                ident = slide.part.relate_to(target.part, RT.SLIDE)
                add(look, "a:hlinkClick", **{qn("r:id"): ident, "action": "ppaction://hlinksldjump"})
        elif link.startswith(("http://", "https://")):
            ident = slide.part.relate_to(link, RT.HYPERLINK, is_external=True)
            add(look, "a:hlinkClick", **{qn("r:id"): ident})

    def _bar(self, slide: Any, bar: Bar, name: str) -> None:
        """Draw a bar: the whole in the panel's colour, what is filled in the accent's."""
        left, top, width, height = bar.frame
        group = slide.shapes.add_group_shape()
        group.name = name
        for tone, share in (("panel", 1.0), ("accent", bar.part)):
            if share > 0:
                place = Frame(left, top, width * share, height)
                shape = group.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(round(length * EMU) for length in place))
                shape.line.fill.background()
                look = shape._element.spPr
                fill = look.makeelement(qn("a:solidFill"))
                look.insert(2, fill)
                colour(fill, tone, self.theme.colours)
                shape._element.remove(shape._element.find(qn("p:style")))
        describe(group, "".join(words.text for words in bar.description))

    def _table(self, slide: Any, layout: Layout, grid: Grid) -> None:
        shape = placeholder(slide, layout[grid.spot].index)
        require(shape, "insert_table", layout, grid.spot)
        frame = shape.insert_table(len(grid.rows), len(grid.widths))
        frame.name = grid.spot
        describe(frame, grid.description)
        table = frame.table
        properties = table._tbl.tblPr
        properties.find(qn("a:tableStyleId")).text = _PLAIN_TABLE
        properties.set("bandRow", "0")
        for column, width in zip(table.columns, grid.widths, strict=True):
            column.width = round(width * EMU)
        for i, (row, height) in enumerate(zip(grid.rows, grid.heights, strict=True)):
            table.rows[i].height = round(height * EMU)
            for j, paras in enumerate(row):
                self._cell(slide, table.cell(i, j), paras, grid.hangs[i][j], i == 0)
        frame.height = round(sum(grid.heights) * EMU)

    def _cell(self, slide: Any, cell: Any, paras: Sequence[Para], hang: float, header: bool) -> None:
        cell.margin_left, cell.margin_right = Pt(MARGINS[0]), Pt(MARGINS[0] + hang)
        cell.margin_top = cell.margin_bottom = Pt(MARGINS[1])
        self.fill(slide, cell._tc.txBody, paras)
        edges = cell._tc.get_or_add_tcPr()
        edges.set("anchor", "b" if header else "ctr")
        line = add(edges, "a:lnB", w="19050" if header else "9525", cap="flat", cmpd="sng", algn="ctr")
        fill = add(line, "a:solidFill")
        if header:
            colour(fill, "accent", self.theme.colours)
        else:
            add(fill, "a:srgbClr", val=self.theme.colours.rule[1:].upper())
        add(edges, "a:noFill")
