"""Verbs of saying, as they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.extraction.vocabulary import words

Kind = Literal["said", "nouns", "opinion", "that", "quotes", "according"]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying at `start` to `end`; `kind` is its list in vocabulary/speech.yaml."""

    start: int
    end: int
    kind: Kind
    word: str

    @property
    def participle(self) -> bool:
        """Whether it goes on with a sentence that has its subject: `…, saying that`."""
        return self.word.endswith("ing")


def verbs(text: str, start: int, end: int, chinese: bool) -> Iterator[Verb]:
    """Yield the verbs of saying within a stretch of text."""
    for m in (_chinese() if chinese else _english()).finditer(text, start, end):
        kind: Kind = m.lastgroup  # type: ignore[assignment]
        yield Verb(m.start(), m.end(), kind, m.group(kind).lower())


@cache
def _chinese() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{_listed('zh', kind)})" for kind in ("quotes", "nouns", "opinion", "said"))
    return re.compile(rf"(?:{kinds})(?:称|说|道|到(?!底)|时称|时说)?(?!的是|书|师|人士|针对)")


@cache
def _english() -> re.Pattern[str]:
    kinds = "|".join(f"(?P<{kind}>{_listed('en', kind)})" for kind in ("said", "nouns", "opinion", "that", "quotes"))
    return re.compile(rf"\b(?:(?P<according>according to)|{kinds})\b(?!-)", re.I)


def _listed(language: str, kind: str) -> str:
    return "|".join(_form(verb) for verb in sorted(words("speech")[language][kind], key=len, reverse=True))


def _form(verb: str) -> str:
    """Return the pattern of a verb; 说 is none inside 小说 or 说明."""
    around = words("speech")["part_of_a_word"].get(verb)
    if not around:
        return re.escape(verb)
    before = f"(?<![{around['before']}])" if around["before"] else ""
    return before + verb + (f"(?![{around['after']}])" if around["after"] else "")
