"""The style of a deck: how lines become paragraphs in the theme's sizes, and how they are measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.rendering.fitting import Measure
from generator.rendering.paragraphs import Para, Run
from generator.rendering.sheets import Layout
from generator.rendering.slide_text import Words
from generator.settings.model import OutputLanguage
from generator.settings.theme import Theme, TypeScale


@dataclass(frozen=True, slots=True)
class Style:
    """What laying out a deck needs to know: theme, language, fixed words, the fonts' measure, the master's layouts."""

    theme: Theme
    language: OutputLanguage
    labels: Mapping[str, str]
    measure: Measure
    layouts: Mapping[str, Layout]

    @property
    def type(self) -> TypeScale:
        """The theme's sizes."""
        return self.theme.type

    def para(self, line: Iterable[Words], size: float, *, cited: bool = True, **look: Any) -> Para:
        """Return a line as a paragraph of a size in points; with `cited`, source numbers follow their words."""
        look.setdefault("lead", 1.42 if self.language == "zh" else 1.3)
        runs = [run for words in line for run in _runs(words, cited)]
        return Para(tuple(runs), max(size, self.type.minimum), **look)


def _runs(words: Words, cited: bool) -> Iterable[Run]:
    if words.text:
        yield Run(
            words.text, words.bold, words.tone, words.evidence, words.citations, words.link, language=words.language
        )
    if cited and words.citations:
        yield Run(f"[{','.join(map(str, words.citations))}]", tone="muted", mark=True)


def unstopped(line: Sequence[Words]) -> tuple[Words, ...]:
    """Return a line without the full stop at its end: titles have none."""
    *rest, last = line or (Words(text=""),)
    text = last.text if last.evidence else last.text.removesuffix("。").removesuffix(".")
    return (*rest, *((last.model_copy(update={"text": text}),) if text else ()))


def plain(text: str) -> tuple[Words, ...]:
    """Return a text as a line."""
    return (Words(text=text),)


def text_of(line: Iterable[Words]) -> str:
    """Return a line's characters."""
    return "".join(words.text for words in line)
