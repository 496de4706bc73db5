"""For whom a briefing is made: language, choice and order of sections, number style, look, formats."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from babel import Locale
from babel.numbers import get_currency_symbol
from pydantic import Field, field_validator

from generator.settings.model import Address, Id, OutputLanguage, Setting, Text

Format = Literal["pdf", "pptx", "html"]
FORMATS: tuple[Format, ...] = get_args(Format)


CURRENCIES = frozenset(Locale("en").currencies)


@cache
def _names(code: str) -> set[str]:
    """Return a currency's code and symbols: what a reader takes for it."""
    return {code, *(str(get_currency_symbol(code, locale=locale)) for locale in ("en", "zh"))}


class NumberStyle(Setting):
    """How numbers are written. `auto` scales to billions in English and to 亿 in Chinese."""

    scale: Literal["auto", "plain", "thousand", "million", "billion"] = "auto"
    decimals: int = Field(default=1, ge=0, le=6, description="most decimals shown; never more than the source states")
    currency: Literal["code", "symbol", "name"] = "name"
    labels: dict[str, str] = Field(
        default_factory=dict, description="what to write before amounts of a currency in place of that: {CNY: RMB}"
    )

    @field_validator("labels")
    @classmethod
    def _own_names(cls, labels: dict[str, str]) -> dict[str, str]:
        """Refuse keys that are no currency, and labels that are another currency's."""
        for code, label in labels.items():
            if code not in CURRENCIES:
                raise ValueError(f"'{code}' is no ISO 4217 currency code, such as CNY")
            if others := sorted(other for other in CURRENCIES if label in _names(other) and label not in _names(code)):
                raise ValueError(
                    f"'{label}' would make {code} look like {others[0]}; write its own name, such as {code}"
                )
        return labels


class SectionChoice(Setting):
    """Which of a report's sections, by id or by block, and which first. The sources are always among them."""

    only: tuple[str, ...] = ()
    omit: tuple[str, ...] = ()
    first: tuple[str, ...] = ()

    @field_validator("omit")
    @classmethod
    def _keeps_sources(cls, omit: tuple[str, ...]) -> tuple[str, ...]:
        if "sources" in omit:
            raise ValueError("'sources' can't be left out: the numbers beside figures and quotes lead there")
        return omit


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
