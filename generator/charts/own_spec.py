"""An author's own Vega-Lite over the figures asked for: one row a figure, and nothing else from anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any, Literal

import vl_convert

from generator.briefing.charted import ChartBlock
from generator.charts.theme import Look
from generator.errors import ChartFailed
from generator.settings.model import OutputLanguage

_GROUP = re.compile(r'<g class="mark-text role-mark[^"]*".*?</g>', re.DOTALL)
_TEXT = re.compile(r"<text[^>]*>([^<]+)</text>")
_CALENDARS: dict[str, Literal["en-GB", "zh-CN"]] = {
    "en": "en-GB",
    "zh": "zh-CN",
}  # D3's names for how days and months are written
_REMEDY = "Let its text be the field `printed`: what no evidence stands behind is not printed."


def own_spec(block: ChartBlock, look: Look) -> dict[str, Any]:
    """Return the author's specification with the figures as its data, in the theme's width and height."""
    spec = dict(block.spec or {})
    size = {"autosize": "pad"} if _composed(spec) else {"width": look.width, "height": look.height}
    return {**size, **spec, "data": {"values": figures(block)}}


def figures(block: ChartBlock) -> list[dict[str, Any]]:
    """Return a row a figure: `name`, `period`, `day`, `value`, `unit`, `printed` and `basis`."""
    return [
        {
            "name": series.name, "period": point.label, "day": point.day.isoformat() if point.day else None,
            "value": float(point.value), "unit": series.unit, "printed": point.printed.text, "basis": point.basis,
        }
        for series in block.series
        for point in series.points
    ]  # fmt: skip


def drawn(block: ChartBlock, spec: Mapping[str, Any], language: OutputLanguage) -> str:
    """Return an author's specification as vector. Raises ChartFailed where it can't be drawn."""
    try:
        # No address at all is allowed: a drawing must not depend on a network.
        return vl_convert.vegalite_to_svg(
            dict(spec), allowed_base_urls=["https://nowhere.invalid/"], time_format_locale=_CALENDARS[language]
        )
    except ValueError as error:
        reason = str(error).strip().splitlines()[0][:200]
        raise ChartFailed(f"The chart '{block.id}' can't be drawn: {reason}", "Mend its spec in the report.") from None


def require_evidence(block: ChartBlock, svg: str) -> None:
    """Raise ChartFailed where marks write numbers that are no figures asked for: axes and legends may."""
    known = {point.printed.text for series in block.series for point in series.points}
    known |= {*block.labels, *(series.name for series in block.series), *(series.unit for series in block.series)}
    for group in _GROUP.findall(svg):
        for words in map(unescape, _TEXT.findall(group)):
            if any(char.isdigit() for char in words) and words.strip() not in known:
                raise ChartFailed(
                    f"The chart '{block.id}' writes '{words}', which is no figure that it asks for.", _REMEDY
                )


def _composed(spec: Mapping[str, Any]) -> bool:
    """Whether a specification lays out several plots, each with a size of its own."""
    return bool({"concat", "hconcat", "vconcat", "facet", "repeat"} & spec.keys())
