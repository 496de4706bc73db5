"""The cover's texts: each in its own place, or all beneath the title where a master has only a subtitle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.rendering.paragraphs import Para, Run
from generator.rendering.sheets import Layout
from generator.rendering.slides import CoverSlide, Fact
from generator.rendering.style import Style

Texts = tuple[str, list[Para]]  # a placeholder by its name, and what it holds


def cover_texts(slide: CoverSlide, layout: Layout, style: Style) -> Iterator[Texts]:
    """Yield the placeholders of a cover with what stands in them."""
    sizes = style.type
    look: dict[str, Any] = {"tone": "on_accent"}
    heading = {**look, "bold": True, "heading": True, "lead": 1.15}
    kicker = style.para(slide.entity, sizes.slide_body, bold=True, **look)
    subtitle = style.para(slide.subtitle, sizes.slide_body * 1.25, **look)
    yield "Headline", [style.para(slide.title, sizes.slide_title, cited=False, **heading)]
    if "Kicker" not in layout and "Subtitle" in layout:
        facts = [_in_one_line(fact, style) for fact in slide.facts]
        yield "Subtitle", [kicker, replace(subtitle, before=4.0), *_spaced(facts)]
        return
    yield "Kicker", [kicker]
    yield "Subtitle", [subtitle]
    for number, fact in enumerate(slide.facts, start=1):
        label = style.para(fact.label, sizes.slide_small, **look)
        yield f"Fact {number}", [label, style.para(fact.line, 14, bold=True, before=2, **look)]


def _in_one_line(fact: Fact, style: Style) -> Para:
    label = style.para(fact.label, 13, tone="on_accent")
    line = style.para(fact.line, 13, bold=True, tone="on_accent")
    runs = [replace(run, bold=True) for run in line.runs]
    return replace(label, runs=(*label.runs, Run("  "), *runs))


def _spaced(facts: list[Para]) -> list[Para]:
    return [replace(fact, before=14.0 if i == 0 else 2.0) for i, fact in enumerate(facts)]
