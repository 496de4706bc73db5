"""What every settings model shares: frozen, and no key that it does not know."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

OutputLanguage = Literal["en", "zh"]


class Setting(BaseModel):
    """A frozen model that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Wording(Setting):
    """A piece of wording in both languages."""

    en: str
    zh: str

    def of(self, language: OutputLanguage) -> str:
        """Return the wording in one language."""
        return self.en if language == "en" else self.zh


def _in_both(value: Any) -> Any:
    return {"en": value, "zh": value} if isinstance(value, str) else value


# `title: Q3` is the same in both languages; `title: {en: …, zh: …}` is not.
Text = Annotated[Wording, BeforeValidator(_in_both, json_schema_input_type=str | Wording)]
# No more than what keeps a header of a mail one line with one address in it.
Address = Annotated[str, Field(pattern=r"^[^@\s<>,;\"]+@[^@\s<>,;\"]+$")]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Aliases(Setting):
    """How texts name a thing. Traditional Chinese is read by folding it to simplified, so `zh` is simplified."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()
