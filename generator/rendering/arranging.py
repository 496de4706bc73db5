"""From slide descriptions to sheets: what stands where, in which size, and on how many slides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.briefing.model import Briefing, ChartBlock, Source
from generator.charts.chart import Chart
from generator.errors import TemplateFailed
from generator.rendering.arranging_cards import card_pages, quote_pages
from generator.rendering.arranging_charts import chart_sheet
from generator.rendering.arranging_tables import contents_table, grids
from generator.rendering.descriptions import Described
from generator.rendering.fitting import fit, fits
from generator.rendering.paragraphs import Para, Run
from generator.rendering.sheets import Layout, Sheet, TextBox
from generator.rendering.slides import (
    AnySlide,
    ChartSlide,
    ContentsSlide,
    CoverSlide,
    Line,
    QuotesSlide,
    ScorecardSlide,
    Slide,
    TableSlide,
    TextSlide,
)
from generator.rendering.style import Style, plain

_COLON = {"en": ": ", "zh": "："}
_COMMA = {"en": ", ", "zh": "，"}
_SEMICOLON = {"en": "; ", "zh": "；"}
_CONTINUED = {"en": " ({})", "zh": "（{}）"}


@dataclass(frozen=True)
class Arranger:
    """Arranges slides of one briefing in one style."""

    briefing: Briefing
    charts: Mapping[str, Chart]
    style: Style

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
        head, rest = self._heading(slide)
        sheets = [*self._texts(rest), *sheets] if rest else sheets
        return [self._dressed(sheet, slide, head, i > 0) for i, sheet in enumerate(sheets)]

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
        assert isinstance(slide, TextSlide)
        size = style.type.slide_body * (0.9 if slide.small else 1)
        paras = [
            style.para(one.line, size, before=size * 0.6, bullet=one.bullet) for one in slide.paragraphs if one.line
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
        block = next(
            (s.block for s in self.briefing.sections if isinstance(s.block, ChartBlock) and s.block.id == slide.chart),
            None,
        )
        if block is None:
            raise TemplateFailed(f"A chart slide asks for the chart '{slide.chart}'; the briefing has none of this id.")
        layouts = (self._layout(slide.layout), self._layout(slide.picture_layout))
        sheet, rest = chart_sheet(slide, block, self.charts.get(block.id), layouts, self.style)
        return [sheet, *self._texts(rest)]

    def _texts(self, paras: Sequence[Para], layout: str = "Text", most: float = 1.0) -> list[Sheet]:
        room = self._layout(layout)["Body"].room()
        return [Sheet(layout, (TextBox("Body", page),)) for page in fit(paras, room, self.style.measure, 0.85, most)]

    def _cover(self, slide: CoverSlide) -> list[Sheet]:
        style, layout = self.style, self._layout(slide.layout)
        sizes = style.type
        title = {"bold": True, "heading": True, "lead": 1.15, "tone": "on_accent"}
        wanted = [
            ("Headline", [style.para(slide.title, sizes.slide_title, cited=False, **title)]),
            ("Kicker", [style.para(slide.entity, sizes.slide_body, bold=True, tone="on_accent")]),
            ("Subtitle", [style.para(slide.subtitle, sizes.slide_body * 1.25, tone="on_accent")]),
        ]  # fmt: skip
        for number, fact in enumerate(slide.facts, start=1):
            label = style.para(fact.label, sizes.slide_small, tone="on_accent")
            wanted.append((f"Fact {number}", [label, style.para(fact.line, 14, bold=True, tone="on_accent", before=2)]))
        sheet, rest = Sheet(slide.layout), []
        for name, paras in wanted:
            if name not in layout:
                rest += [replace(para, tone="ink") for para in paras]
                continue
            pages = fit([para for para in paras if para.runs], layout[name].room(), style.measure, 0.5)
            sheet = sheet.with_texts(*(TextBox(name, page) for page in pages[:1]))
            rest += [replace(para, tone="ink", size=sizes.slide_body) for page in pages[1:] for para in page]
        head, _ = self._heading(Slide(headline=plain(self.briefing.cover.issue), layout="Text"))
        return [
            sheet,
            *(self._dressed(more, Slide(headline=(), layout="Text"), head, True) for more in self._texts(rest)),
        ]

    def _heading(self, slide: Slide) -> tuple[tuple[TextBox, ...], list[Para]]:
        """Return kicker and headline, and what of a headline that no size makes fit goes on below."""
        style, layout = self.style, self._layout(slide.layout)
        lead = 1.28 if style.language == "zh" else 1.16
        line = style.para(slide.headline, style.type.slide_heading, cited=False, bold=True, heading=True, lead=lead)
        boxes, rest = [], []
        for name, para in (
            ("Headline", self._on_one_line(line, layout["Headline"].room().width)),
            ("Kicker", self._kicker(slide)),
        ):
            pages = fit([para] if para.runs else [], layout[name].room(), style.measure, 0.7)
            boxes += [TextBox(name, page) for page in pages[:1]]
            rest += [replace(p, size=style.type.slide_body, heading=False) for page in pages[1:] for p in page]
        return tuple(boxes), rest

    def _on_one_line(self, headline: Para, width: float) -> Para:
        """Return a headline a little smaller where that spares it a second line of a word or two."""
        for scale in (1.0, 0.96, 0.92):
            smaller = headline.scaled(scale, self.style.type.minimum)
            if self.style.measure.width(smaller) <= width:
                return smaller
        return headline

    def _kicker(self, slide: Slide) -> Para:
        return self.style.para(slide.kicker, 12, cited=False, bold=True, tone="accent")

    def _dressed(self, sheet: Sheet, slide: Slide | CoverSlide, head: tuple[TextBox, ...], continued: bool) -> Sheet:
        """Add what every slide has: kicker, headline, source line and footer."""
        style, layout = self.style, self._layout(sheet.layout)
        sheet = sheet.with_texts(*(self._continued(box, layout) if continued else box for box in head))
        sheet = sheet.with_texts(TextBox("Source", self._source_line(sheet, layout)))
        cover = self.briefing.cover
        for line in (f"{cover.entity} · {cover.title} · {cover.issue}", f"{cover.title} · {cover.issue}", cover.issue):
            para = style.para(plain(line), 10, tone="muted")
            if "Footer" in layout and fits([para], layout["Footer"].room(), style.measure):
                return sheet.with_texts(TextBox("Footer", (para,)))
        return sheet

    def _continued(self, box: TextBox, layout: Layout) -> TextBox:
        if box.spot != "Kicker":
            return box
        word = Run(_CONTINUED[self.style.language].format(self.style.labels["continued"]), tone="muted")
        longer = replace(box.paras[0], runs=(*box.paras[0].runs, word))
        return replace(box, paras=(longer,)) if fits([longer], layout["Kicker"].room(), self.style.measure) else box

    def _source_line(self, sheet: Sheet, layout: Layout) -> tuple[Para, ...]:
        """Return the citations of what is on the sheet, named where they fit, else by number."""
        block = sheet.drawing.block if sheet.drawing else None
        found = {n for run in sheet.runs for n in run.citations} | set(block.citations if block else ())
        sources = {source.number: source for source in self.briefing.sources}
        numbers = sorted(found & set(sources)) or sorted(sources)
        if not numbers or "Source" not in layout:
            return ()
        word, language = self.style.labels["source"], self.style.language
        named = _SEMICOLON[language].join(_named(sources[n], _COMMA[language]) for n in numbers)
        for text in (named if found else _ranges(numbers), _ranges(numbers)):
            para = self.style.para(plain(f"{word}{_COLON[language]}{text}"), self.style.type.slide_small, tone="muted")
            para = replace(para, runs=(replace(para.runs[0], citations=tuple(numbers)),))
            pages = fit([para], layout["Source"].room(), self.style.measure, 0.8)
            if len(pages) == 1:
                return pages[0]
        return ()

    def _layout(self, name: str) -> Layout:
        try:
            return self.style.layouts[name]
        except KeyError:
            known = ", ".join(self.style.layouts)
            raise TemplateFailed(f"A slide asks for the layout '{name}'; the master has {known}.") from None


def _named(source: Source, comma: str) -> str:
    return f"[{source.number}] " + comma.join(filter(None, (source.publisher, source.published)))


def _ranges(numbers: Iterable[int]) -> str:
    """Write numbers with runs of them drawn together: [1]–[4], [7]."""
    ordered = list(numbers)
    starts = [ordered[0], *(b for a, b in pairwise(ordered) if b != a + 1)]
    ends = [*(a for a, b in pairwise(ordered) if b != a + 1), ordered[-1]]
    return ", ".join(f"[{a}]" if a == b else f"[{a}]–[{b}]" for a, b in zip(starts, ends, strict=True))
