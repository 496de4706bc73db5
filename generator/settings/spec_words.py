"""What an author's own Vega-Lite would print beside its figures: titles, marks' texts, names, words in expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.settings.fault import Location

_EXPRESSIONS = ("calculate", "expr", "labelExpr", "filter", "signal", "test")
_LITERAL = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_LOOKS = re.compile(r"#[0-9A-Fa-f]{3,8}|(?:rgb|hsl)a?\(.*\)|[\d.]+(?:px|pt|em|%)?")  # colours, lengths
_LOOKING = ("$schema", "format", "fontWeight", "field", "as", "timeUnit", "type", "interpolate")
_PRINTING = ("text", "tooltip", "description", "title", "subtitle", "domain")


def spec_words(spec: Any, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield every text of a specification that may be printed, at its location; of expressions, what is in quotes."""
    if isinstance(spec, Mapping):
        for key, value in spec.items():
            yield from spec_words(value, (*at, key))
    elif isinstance(spec, list):
        for i, one in enumerate(spec):
            yield from spec_words(one, (*at, i))
    elif isinstance(spec, str):
        yield from ((at, words) for words in _words(spec, at))
    elif isinstance(spec, int | float) and not isinstance(spec, bool) and _printed(at):
        yield at, str(spec)


def _words(text: str, at: Location) -> Iterator[str]:
    key = next((name for name in reversed(at) if isinstance(name, str)), "")
    if key in _EXPRESSIONS:
        yield from (f" {literal[1:-1]} " for literal in _LITERAL.findall(text))
    elif key not in _LOOKING and (_printed(at) or not _LOOKS.fullmatch(text)):
        yield text


def _printed(at: Location) -> bool:
    """Whether what stands at a location is written out: `text: 99`, `text: {datum: 99}`, a title."""
    names = [name for name in at if isinstance(name, str)]
    return bool(names) and (
        names[-1] in _PRINTING[:-1] or (names[-1] in ("value", "datum") and any(n in _PRINTING for n in names))
    )
