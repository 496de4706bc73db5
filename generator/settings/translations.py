"""Wordings that a person translated."""

from __future__ import annotations

from pathlib import Path

from pydantic import RootModel

from generator.errors import Problem
from generator.settings.authored import Authored, in_translations
from generator.settings.layers import read_layer
from generator.settings.loading import validate_file
from generator.settings.model import OutputLanguage, Setting


class Translation(Setting):
    """One wording that a person translated: the original as it stands, and what it says in another language."""

    original: str
    en: str | None = None
    zh: str | None = None

    def to(self, language: OutputLanguage) -> str | None:
        """Return the translation into a language, None where there is none."""
        return self.en if language == "en" else self.zh


def translations_of(layers: list[Path], problems: list[Problem], authored: list[Authored]) -> tuple[Translation, ...]:
    """Return all translations, the project's own before the built-in ones."""
    found: list[Translation] = []
    for path in (layer / "translations.yaml" for layer in reversed(layers)):
        if path.is_file() and (file := read_layer(path, problems)):
            listed, wrong = validate_file(file, RootModel[list[Translation]])
            problems.extend(wrong)
            found.extend(listed.root if listed else [])
            authored.extend(in_translations(file))
    return tuple(found)
