"""For whom a briefing is made: language, choice and order of sections, number style, look, formats."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from generator.settings.model import Address, Id, OutputLanguage, Setting, Text

Format = Literal["pdf", "pptx", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)


class NumberStyle(Setting):
    """How numbers are written. `auto` scales to billions in English and to 亿 in Chinese."""

    scale: Literal["auto", "plain", "thousand", "million", "billion"] = "auto"
    decimals: int = Field(default=1, ge=0, le=6, description="most decimals shown; never more than the source states")
    currency: Literal["code", "symbol", "name"] = "name"


class SectionChoice(Setting):
    """Which of a report's sections, by id or by block, and which first."""

    only: tuple[str, ...] = ()
    omit: tuple[str, ...] = ()
    first: tuple[str, ...] = ()


class Audience(Setting):
    """An audience: config/audiences/<name>.yaml."""

    name: Text
    language: OutputLanguage
    sections: SectionChoice = SectionChoice()
    detail: Literal["brief", "full"] = "full"
    plain_words: bool = Field(False, description="use the catalogue's plain names of metrics")
    numbers: NumberStyle = NumberStyle()
    theme: Id = "sober"
    formats: tuple[Format, ...] = ("pdf", "pptx")
    disclaimer: Text | None = None
    recipients: tuple[Address, ...] = Field((), description="whom `footnoted send` mails the briefing to")
