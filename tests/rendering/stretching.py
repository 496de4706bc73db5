"""The sample briefing with every block three times: as it is, with longer words, and with very long ones."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

from generator.briefing.charted import ChartBlock, ChartPair
from generator.briefing.model import Block, Briefing, BriefingSection, Document
from generator.briefing.printed import Printed
from generator.settings.model import OutputLanguage
from tests.sample_briefing import sample

MORE = {
    "en": " and whatever else a careful reader of such a briefing would wish to have been told at this very place",
    "zh": "以及细心的读者在此处还希望了解的其他各项情况与说明",
}
NAMED = {"en": ", group total excluding one-off items", "zh": "（不含一次性项目的集团合计）"}
LENGTHS = {"short": 0, "long": 1, "very long": 3}
_KEPT = {"kind", "id", "chart", "evidence", "language", "iso", "unit", "basis", "labels", "published", "outlet"}


def every_length(language: OutputLanguage) -> Briefing:
    """Return the sample with each section in all lengths; sources once, and last."""
    whole = sample(language)
    sections = [
        _stretched(section, length, language)
        for section in whole.sections
        for length in LENGTHS
        if section.block.kind != "sources"
    ]
    return replace(whole, sections=(*sections, whole.sections[-1]))


def _stretched(section: BriefingSection, length: str, language: OutputLanguage) -> BriefingSection:
    more, suffix = MORE[language] * LENGTHS[length], f"_{length.replace(' ', '_')}"
    title = section.title + more[:60]
    return replace(section, id=section.id + suffix, title=title, block=_block(section.block, more, suffix, language))


def _block(block: Block, more: str, suffix: str, language: OutputLanguage) -> Block:
    if isinstance(block, ChartPair):
        one, other = (_chart(chart, more, suffix, language) for chart in block.charts)
        return replace(block, charts=(one, other))
    return _chart(block, more, suffix, language) if isinstance(block, ChartBlock) else lengthened(block, more)


def _chart(block: ChartBlock, more: str, suffix: str, language: OutputLanguage) -> ChartBlock:
    series = tuple(replace(one, name=one.name + (NAMED[language] if more else "")) for one in block.series)
    takeaway = (*block.takeaway, more) if more else block.takeaway
    return replace(block, id=block.id + suffix, series=series, takeaway=takeaway)


def lengthened(part: Any, more: str) -> Any:
    """Return a part of a briefing with more words in all of its texts; figures stay what they are."""
    if isinstance(part, str):
        return part + more if part else part
    if isinstance(part, Printed | Decimal | Document):
        return part
    if isinstance(part, tuple):
        return tuple(lengthened(one, more) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{
            f.name: lengthened(getattr(part, f.name), more) for f in fields(part) if f.init and f.name not in _KEPT
        })  # fmt: skip
    return part
