"""How a problem of a finished file is told: what stands there, and the evidence nearest to it."""

from __future__ import annotations

from collections.abc import Mapping

from rapidfuzz import fuzz, process

from generator.verification.evidence import Entry

_SHOWN = 90  # characters of a text in a message


def named(entry: Entry) -> str:
    """Return the name and the claim of a piece of evidence."""
    return f"Evidence {entry.id}: {entry.claim}."


def nearest(text: str, entries: Mapping[str, Entry]) -> str:
    """Name the entry whose printed words are most like a text."""
    words = {(entry.id, place.text): place.text for entry in entries.values() for place in entry.printed}
    best = process.extractOne(text, words, scorer=fuzz.partial_ratio) if words else None
    return f" Nearest: '{cut(best[0])}'. {named(entries[best[2][0]])}" if best else ""


def around_difference(said: str, meant: str) -> tuple[str, str]:
    """Return of two long texts what stands around their first difference."""
    said, meant = (" ".join(text.split()) for text in (said, meant))
    same = next((i for i, (a, b) in enumerate(zip(said, meant, strict=False)) if a != b), min(len(said), len(meant)))
    start = max(0, same - _SHOWN // 2) if max(len(said), len(meant)) > _SHOWN else 0
    return tuple(f"{'…' * (start > 0)}{cut(text[start:])}" for text in (said, meant))  # type: ignore[return-value]


def cut(text: str) -> str:
    """Return a text in one line, no longer than a message bears."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
