"""Small selections, reports and audiences, for tests that know exactly what a briefing must print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.briefing.compose import compose
from generator.briefing.model import Briefing
from generator.briefing.printed import Line
from generator.corpus.document import Document
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote, Rating
from generator.selection.select import select
from generator.selection.selection import Selection
from generator.settings.audience import Audience
from generator.settings.catalogued import load_catalogue
from generator.settings.report import Report
from generator.settings.translations import Translation
from tests.selection.stating import by_company, document, figure

CATALOGUE = load_catalogue()


def money(source: str, billions: str, period: str = "2025-Q3", metric: str = "revenue", **more: Any) -> Figure:
    """An amount of billions of yuan, stated to the last digit written."""
    places = len(billions.partition(".")[2])
    return figure(source, billions + f"E{9}", f"1E{9 - places}", period=period, metric=metric, **more)


def quarters(source: str = "one") -> list[Figure]:
    """Xiaomi's revenue over seven quarters."""
    values = ("75.5", "88.9", "92.5", "109.0", "111.3", "116.0", "113.1")
    periods = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3")
    return [money(source, value, period) for value, period in zip(values, periods, strict=True)]


def selected(
    figures: Sequence[Figure] = (),
    quotes: Sequence[Quote] = (),
    ratings: Sequence[Rating] = (),
    documents: Sequence[Document] = (),
) -> Selection:
    """A selection from documents, made up where none are given."""
    names = dict.fromkeys([f.document for f in figures] + [q.document for q in quotes] + [r.document for r in ratings])
    given = list(documents) or [document(name) for name in names] or [document("one")]
    return select(given, by_company(figures), quotes, ratings, CATALOGUE)


def report(*sections: dict[str, Any], **more: Any) -> Report:
    """A report on Xiaomi."""
    return Report.model_validate({"title": "A report", "entity": "xiaomi", "sections": list(sections), **more})


def audience(language: str = "en", **more: Any) -> Audience:
    """Readers of one language."""
    return Audience.model_validate({"name": "Readers", "language": language, **more})


def composed(
    selection: Selection,
    *sections: dict[str, Any],
    to: Audience | None = None,
    strict: bool = False,
    translations: Sequence[Translation] = (),
    **more: Any,
) -> Briefing:
    """Compose one report."""
    readers = to or audience()
    what = report(*sections, **more)
    return compose("weekly", what, "readers", readers, selection, CATALOGUE, translations, "2026-W02", strict)


def marked(line: Line) -> str:
    """A line with what is held against evidence in brackets."""
    return "".join(piece if isinstance(piece, str) else f"[{piece.text}]" for piece in line)
