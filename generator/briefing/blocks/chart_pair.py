"""Two charts side by side: one headline over both."""

from __future__ import annotations

from dataclasses import replace

from generator.briefing.blocks.chart import chart
from generator.briefing.charted import ChartBlock, ChartPair
from generator.briefing.desk import Desk
from generator.briefing.printed import Line
from generator.briefing.prose import sentence, title
from generator.briefing.tabled import Scorecard
from generator.settings.figure_sections import ChartPairSection, ChartSection


def chart_pair(section: ChartPairSection, desk: Desk) -> tuple[Line, ChartPair | ChartBlock | Scorecard] | None:
    """Return the headline and the charts; where one of them cannot be drawn, the other alone."""
    found = [said for i, one in enumerate(section.charts, 1) if (said := chart(one, _beside(desk, i)))]
    author = sentence(section.headline.of(desk.language), desk) if section.headline else ()
    drawn = [block for _, block in found if isinstance(block, ChartBlock)]
    if len(drawn) == 2:
        one, other = (_title(of, block, desk) for of, block in zip(section.charts, drawn, strict=True))
        return author or found[0][0], ChartPair((one, other), (drawn[0], drawn[1]))
    return next((said for said in found if isinstance(said[1], ChartBlock)), found[0] if found else None)


def _title(section: ChartSection, block: ChartBlock, desk: Desk) -> str:
    if section.title is not None:
        return title(section.title.of(desk.language), desk)
    return desk.words.listed([series.name for series in block.series])


def _beside(desk: Desk, number: int) -> Desk:
    return replace(desk, section=f"{desk.section}_{number}")
