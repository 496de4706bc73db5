"""Texts of slide descriptions: words with what stands behind them, in lines that hold only what can be printed."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator

from generator.rendering.paragraphs import Tone
from generator.settings.model import OutputLanguage, Setting

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


def printable(text: str) -> str:
    """Return a text without the characters that a slide's XML cannot hold, or that steer the direction of others."""
    return _UNPRINTABLE.sub("", text)


def _clean(value: Any) -> Any:
    return printable(value) if isinstance(value, str) else value


class Given(Setting):
    """A part of what a template gives; a key under which a loop gave nothing is as good as absent."""

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, data: Any) -> Any:
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


class Words(Given):
    """Words of one line. `evidence` is the id of what stands behind them, `citations` the numbers of its sources.

    `language` is theirs where their characters don't tell it, as those of quotation marks don't.
    """

    text: Annotated[str, BeforeValidator(_clean)]
    evidence: str | None = None
    citations: tuple[int, ...] = ()
    link: str | None = None
    bold: bool = False
    tone: Tone | None = None
    language: OutputLanguage | None = None


def _as_words(value: Any) -> Any:
    """A line is a text, or a list of texts and words."""
    pieces = [value] if isinstance(value, str | dict) else value
    if not isinstance(pieces, list | tuple):
        return pieces
    words = ({"text": piece} if isinstance(piece, str) else piece for piece in pieces)
    return tuple(one for one in words if not (isinstance(one, dict) and one.get("text") == ""))


Line = Annotated[tuple[Words, ...], BeforeValidator(_as_words)]
