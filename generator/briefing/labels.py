"""An author's own labels of metrics, worded and judged before any block prints them."""

from __future__ import annotations

from typing import TypeVar

from generator.briefing.desk import Desk
from generator.briefing.prose import title
from generator.settings.figure_sections import ChartPairSection
from generator.settings.model import Wording
from generator.settings.report import Report
from generator.settings.section import MetricRef, Section

AnyOf = TypeVar("AnyOf", bound=Section)


def labelled(report: Report, desk: Desk) -> Report:
    """Return a report whose labels read as they are printed. Raises TemplateFailed."""
    sections = tuple(_labelled(section, desk) for section in report.sections)
    return report.model_copy(update={"sections": sections})


def _labelled(section: AnyOf, desk: Desk) -> AnyOf:
    metrics: tuple[MetricRef, ...] = getattr(section, "metrics", ())
    if any(ref.label for ref in metrics):
        section = section.model_copy(update={"metrics": tuple(_worded(ref, desk) for ref in metrics)})
    if isinstance(section, ChartPairSection):
        section = section.model_copy(update={"charts": tuple(_labelled(chart, desk) for chart in section.charts)})
    return section


def _worded(ref: MetricRef, desk: Desk) -> MetricRef:
    if ref.label is None:
        return ref
    words = title(ref.label.of(desk.language), desk)
    return ref.model_copy(update={"label": Wording(en=words, zh=words)})
