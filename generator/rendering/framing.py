"""What frames every slide: kicker and headline above, source line and footer below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.briefing.backing import Source
from generator.briefing.model import Briefing
from generator.rendering.fitting import Box, fit, fits
from generator.rendering.paragraphs import Para, Run, Tone
from generator.rendering.sheets import Layout, Sheet, TextBox
from generator.rendering.slides import Slide
from generator.rendering.style import Style, plain, unstopped

_COLON = {"en": ": ", "zh": "："}
_COMMA = {"en": ", ", "zh": "，"}
_SEMICOLON = {"en": "; ", "zh": "；"}
_CONTINUED = {"en": " ({})", "zh": "（{}）"}


@dataclass(frozen=True)
class Framing:
    """Frames the slides of one briefing in one style."""

    briefing: Briefing
    style: Style

    def heading(self, slide: Slide, layout: Layout) -> tuple[tuple[TextBox, ...], list[Para]]:
        """Return kicker and headline, and what of a headline that no size makes fit goes on below."""
        style = self.style
        lead = 1.28 if style.language == "zh" else 1.16
        look = {"bold": True, "heading": True, "tone": self._tone("ink"), "lead": lead}
        line = style.para(unstopped(slide.headline), style.type.slide_heading, cited=False, **look)
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
        for scale in (1.0, 0.96, 0.92, 0.88):
            smaller = headline.scaled(scale, self.style.type.minimum)
            if self.style.measure.width(smaller) <= width:
                return smaller
        return headline

    def _kicker(self, slide: Slide) -> Para:
        return self.style.para(slide.kicker, 12, cited=False, bold=True, tone=self._tone("accent"))

    def _tone(self, usual: Tone) -> Tone:
        """Return the colour of what stands at the head of a slide, which may be a band of the accent's colour."""
        return "on_accent" if self.style.theme.composition == "banded" else usual

    def around(self, sheet: Sheet, layout: Layout, head: tuple[TextBox, ...], continued: bool) -> Sheet:
        """Add what every slide has: kicker, headline, source line and footer."""
        style = self.style
        sheet = sheet.with_texts(*(self._continued(box, layout) if continued else box for box in head))
        sheet = sheet.with_texts(TextBox("Source", self._source_line(sheet, layout)))
        cover = self.briefing.cover
        for line in (f"{cover.entity} · {cover.title} · {cover.issue}", f"{cover.title} · {cover.issue}", cover.issue):
            para = style.para(plain(line), 10, tone="muted")
            if "Footer" in layout and self._on_a_line(para, layout["Footer"].room()):
                return sheet.with_texts(TextBox("Footer", (para,)))
        return sheet

    def _on_a_line(self, para: Para, room: Box) -> bool:
        return self.style.measure.width(para) <= room.width and fits([para], room, self.style.measure)

    def _continued(self, box: TextBox, layout: Layout) -> TextBox:
        if box.spot != "Kicker":
            return box
        word = Run(_CONTINUED[self.style.language].format(self.style.labels["continued"]), tone=self._tone("muted"))
        longer = replace(box.paras[0], runs=(*box.paras[0].runs, word))
        return replace(box, paras=(longer,)) if fits([longer], layout["Kicker"].room(), self.style.measure) else box

    def _source_line(self, sheet: Sheet, layout: Layout) -> tuple[Para, ...]:
        """Return the citations of what is on the sheet, named where they fit, else by number."""
        found = {n for run in sheet.runs for n in run.citations}
        found |= {n for drawing in sheet.drawings for n in drawing.block.citations}
        sources = {source.number: source for source in self.briefing.sources}
        numbers = sorted(found & set(sources))
        if not numbers or "Source" not in layout:
            return ()
        word, language = self.style.labels["source"], self.style.language
        comma = _COMMA[language]
        named = _SEMICOLON[language].join(_named(sources[n], comma) for n in numbers)
        publishers = comma.join(dict.fromkeys(sources[n].publisher for n in numbers if sources[n].publisher))
        for text in (named, f"{publishers} {_ranges(numbers)}", _ranges(numbers)):
            para = self.style.para(plain(f"{word}{_COLON[language]}{text}"), self.style.type.slide_small, tone="muted")
            para = replace(para, runs=(replace(para.runs[0], citations=tuple(numbers)),))
            pages = fit([para], layout["Source"].room(), self.style.measure, 0.8)
            if len(pages) == 1:
                return pages[0]
        return ()


def _named(source: Source, comma: str) -> str:
    return f"[{source.number}] " + comma.join(filter(None, (source.publisher, source.published)))


def _ranges(numbers: Iterable[int]) -> str:
    """Write numbers with runs of three and more drawn together: [1]–[4], [7], [8]."""
    ordered = list(numbers)
    starts = [ordered[0], *(b for a, b in pairwise(ordered) if b != a + 1)]
    ends = [*(a for a, b in pairwise(ordered) if b != a + 1), ordered[-1]]
    runs = ((a, b) if b > a + 1 else tuple(range(a, b + 1)) for a, b in zip(starts, ends, strict=True))
    return ", ".join(
        f"[{run[0]}]–[{run[1]}]" if run[-1] > run[0] + 1 else ", ".join(f"[{n}]" for n in run) for run in runs
    )
