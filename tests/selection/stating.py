"""Figures and documents by hand, for tests that know exactly what each source states."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from generator.corpus.document import Document, Span
from generator.extraction.figure import Figure
from generator.extraction.quote import Quote
from generator.settings.period import Period


def document(name: str, text: str = "", published: str | None = "2025-11-18T10:00", **more: Any) -> Document:
    """A document whose text, if none is given, resembles no other's."""
    body = text or " ".join(f"{name}{i}{name[::-1]}" for i in range(60))
    return Document(
        id=name,
        title=more.get("title", f"Title of {name}"),
        publisher=more.get("publisher", name.title()),
        published=datetime.fromisoformat(published) if published else None,
        language=more.get("language", "en"),
        text=body,
        readable=(Span(0, len(body)),),
    )


def figure(source: str, value: str, precision: str = "1", **more: Any) -> Figure:
    """A figure of Xiaomi's revenue in 2025-Q3, unless told otherwise."""
    period = more.pop("period", "2025-Q3")
    said: dict[str, Any] = {
        "document": source,
        "start": 0,
        "end": 4,
        "sentence": Span(0, 9),
        "metric": "revenue",
        "entity": "xiaomi",
        "segment": None,
        "measure": "level",
        "value": Decimal(value),
        "unit": "CNY",
        "period": Period(period) if period else None,
        "basis": "actual",
        "bound": "exact",
        "precision": Decimal(precision),
    }
    return Figure(**{**said, **more})


def by_company(figures: Iterable[Figure]) -> dict[str | None, list[Figure]]:
    """Figures as they are selected from."""
    found: dict[str | None, list[Figure]] = {}
    for one in figures:
        found.setdefault(one.entity, []).append(one)
    return found


def quote(source: str, words: str, speaker_id: str | None = "lei_jun", **more: Any) -> Quote:
    """Words of Lei Jun's, unless told otherwise."""
    said: dict[str, Any] = {
        "document": source,
        "start": 0,
        "end": len(words),
        "sentence": Span(0, len(words)),
        "kind": "direct",
        "speaker": "Lei Jun",
        "role": None,
        "words": words,
        "speaker_id": speaker_id,
        "entity": "xiaomi",
    }
    return Quote(**{**said, **more})
