"""From slide descriptions to sheets: what stands where, in which size, and on how many slides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.briefing.charted import ChartBlock
from generator.briefing.model import Briefing
from generator.charts.chart import Chart
from generator.errors import TemplateFailed
from generator.rendering.arranging_cards import card_pages, quote_pages
from generator.rendering.arranging_charts import chart_sheet
from generator.rendering.arranging_cover import cover_texts
from generator.rendering.arranging_pairs import pair_sheet
from generator.rendering.arranging_progress import progress_sheets
from generator.rendering.arranging_tables import contents_table, grids
from generator.rendering.descriptions import Described
from generator.rendering.fitting import fit
from generator.rendering.framing import Framing
from generator.rendering.paragraphs import Para
from generator.rendering.sheets import Layout, Sheet, TextBox
from generator.rendering.slide_text import Line
from generator.rendering.slides import (
    AnySlide,
    ChartPairSlide,
    ChartSlide,
    ContentsSlide,
    CoverSlide,
    ProgressSlide,
    QuotesSlide,
    ScorecardSlide,
    Slide,
    TableSlide,
    TextSlide,
)
from generator.rendering.style import Style, plain


@dataclass(frozen=True)
class Arranger:
    """Arranges slides of one briefing in one style."""

    briefing: Briefing
    charts: Mapping[str, Chart]
    style: Style

    @property
    def framing(self) -> Framing:
        """What frames this briefing's slides."""
        return Framing(self.briefing, self.style)

    def deck(self, described: Sequence[Described]) -> list[Sheet]:
        """Return all sheets, in order; the contents know the numbers of the slides that follow."""
        heads = {
            one.section: one.slide.headline for one in reversed(described) if not isinstance(one.slide, CoverSlide)
        }
        arranged = [(one, self._sheets(one, {}, heads)) for one in described]
        numbers: dict[str, int] = {}
        count = 0
        for one, sheets in arranged:
            if sheets:
                numbers.setdefault(one.section, count + 1)
            count += len(sheets)
        final = [
            self._sheets(one, numbers, heads) if isinstance(one.slide, ContentsSlide) else s for one, s in arranged
        ]
        return [
            replace(sheet, section=one.section)
            for (one, _), some in zip(arranged, final, strict=True)
            for sheet in some
        ]

    def _sheets(self, described: Described, numbers: Mapping[str, int], heads: Mapping[str, Line]) -> list[Sheet]:
        slide = described.slide
        if isinstance(slide, CoverSlide):
            return self._cover(slide)
        sheets = self._bodies(slide, numbers, heads)
        head, rest = self.framing.heading(slide, self._layout(slide.layout))
        sheets = [*self._texts(rest), *sheets] if rest else sheets
        return [self._framed(sheet, head, i > 0) for i, sheet in enumerate(sheets)]

    def _bodies(self, slide: AnySlide, numbers: Mapping[str, int], heads: Mapping[str, Line]) -> list[Sheet]:
        style = self.style
        if isinstance(slide, ScorecardSlide):
            return [Sheet(slide.layout, boxes) for boxes in card_pages(slide, self._layout(slide.layout), style)]
        if isinstance(slide, QuotesSlide):
            return [Sheet(slide.layout, boxes) for boxes in quote_pages(slide, self._layout(slide.layout), style)]
        if isinstance(slide, ContentsSlide):
            slide = contents_table(slide, numbers, heads)
        if isinstance(slide, TableSlide):
            return self._tables(slide)
        if isinstance(slide, ChartSlide):
            return self._chart(slide)
        if isinstance(slide, ChartPairSlide):
            return self._pair(slide)
        if isinstance(slide, ProgressSlide):
            return self._progress(slide)
        assert isinstance(slide, TextSlide)
        size = style.type.slide_body * (0.9 if slide.small else 1)
        paras = [
            style.para(one.line, size, before=size * 0.6, bullet=one.bullet, number=one.number)
            for one in slide.paragraphs
            if one.line
        ]
        return self._texts(paras, slide.layout, most=1.0 if slide.small else 1.25) or [Sheet(slide.layout)]

    def _tables(self, slide: TableSlide) -> list[Sheet]:
        layout = self._layout(slide.layout)
        found = [Sheet(slide.layout, grid=grid) for grid in grids(slide, layout, self.style)]
        if not slide.caption or "Caption" not in layout:
            return found
        pages = fit(
            [self.style.para(slide.caption, self.style.type.slide_small, tone="muted")],
            layout["Caption"].room(),
            self.style.measure,
        )
        if len(pages) > 1:
            return found + self._texts([self.style.para(slide.caption, self.style.type.slide_body)])
        return [sheet.with_texts(TextBox("Caption", pages[0])) for sheet in found]

    def _chart(self, slide: ChartSlide) -> list[Sheet]:
        block = self._block(slide.chart)
        layouts = (self._layout(slide.layout), self._layout(slide.picture_layout))
        sheet, rest = chart_sheet(slide, block, self.charts.get(block.id), layouts, self.style)
        return [sheet, *self._texts(rest)]

    def _pair(self, slide: ChartPairSlide) -> list[Sheet]:
        blocks = [self._block(one.chart) for one in slide.charts]
        return [pair_sheet(slide, blocks, self.charts, self._layout(slide.layout), self.style)]

    def _progress(self, slide: ProgressSlide) -> list[Sheet]:
        sheets, rest = progress_sheets(slide, self._layout(slide.layout), self.style)
        return [*sheets, *self._texts(rest)]

    def _block(self, ident: str) -> ChartBlock:
        block = next((chart for chart, _ in self.briefing.charts if chart.id == ident), None)
        if block is None:
            raise TemplateFailed(f"A chart slide asks for the chart '{ident}'; the briefing has none of this id.")
        return block

    def _texts(self, paras: Sequence[Para], layout: str = "Text", most: float = 1.0) -> list[Sheet]:
        room = self._layout(layout)["Body"].room()
        return [Sheet(layout, (TextBox("Body", page),)) for page in fit(paras, room, self.style.measure, 0.85, most)]

    def _cover(self, slide: CoverSlide) -> list[Sheet]:
        style, layout = self.style, self._layout(slide.layout)
        sheet, rest = Sheet(slide.layout), []
        for name, paras in cover_texts(slide, layout, style):
            if name not in layout:
                rest += [replace(para, tone="ink") for para in paras]
                continue
            pages = fit([para for para in paras if para.runs], layout[name].room(), style.measure, 0.5)
            sheet = sheet.with_texts(*(TextBox(name, page) for page in pages[:1]))
            rest += [replace(para, tone="ink", size=style.type.slide_body) for page in pages[1:] for para in page]
        issue = Slide(headline=plain(self.briefing.cover.issue), layout="Text")
        head, _ = self.framing.heading(issue, self._layout("Text"))
        return [sheet, *(self._framed(more, head, True) for more in self._texts(rest))]

    def _framed(self, sheet: Sheet, head: tuple[TextBox, ...], continued: bool) -> Sheet:
        return self.framing.around(sheet, self._layout(sheet.layout), head, continued)

    def _layout(self, name: str) -> Layout:
        try:
            return self.style.layouts[name]
        except KeyError:
            known = ", ".join(self.style.layouts)
            raise TemplateFailed(f"A slide asks for the layout '{name}'; the master has {known}.") from None
