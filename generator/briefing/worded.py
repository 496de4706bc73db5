"""Prose and quotes as they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.briefing.printed import Line, Printed
from generator.settings.model import OutputLanguage


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one bullet of a list."""

    line: Line
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """The author's words, figures filled in."""

    paragraphs: tuple[Paragraph, ...]
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """One quote as printed, in its own language; `translation` beneath where the reader's differs and one exists."""

    words: Printed
    language: OutputLanguage
    direct: bool
    speaker: str
    role: str
    outlet: str
    published: str
    translation: str | None = None
    untranslated: bool = False


@dataclass(frozen=True, slots=True)
class Quotes:
    """What people and houses said."""

    cards: tuple[QuoteCard, ...]
    kind: Literal["quotes"] = "quotes"


@dataclass(frozen=True, slots=True)
class Method:
    """How the figures were found, chosen and checked."""

    paragraphs: tuple[Paragraph, ...]
    kind: Literal["method"] = "method"
