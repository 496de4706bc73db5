"""Numbers that an author types into prose: refused, unless marked as the author's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from generator.errors import Problem
from generator.settings.inheritance import Merged
from generator.settings.loading import Location

_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HEADER = re.compile(r"\A[|>][-+0-9]*[^\n]*")  # of a block scalar
# A digit in a name, as in SU7 or iPhone16, is no number; Q3 and FY2025 are periods.
NUMBER = re.compile(
    r"(?<![A-Za-z0-9.,])\d+(?:[.,]\d+)*(?:\s?[%％])?|(?<![A-Za-z])(?:Q[1-4]|H[12]|FY\s?\d+)(?![A-Za-z0-9])"
)
_PROSE = ("body", "headline", "takeaway", "title", "subtitle")
_LANGUAGES = ("en", "zh")


def typed_problems(merged: Merged) -> list[Problem]:
    """Return a problem for each number that stands in a report's prose as such."""
    return [problem for location in _texts(merged.data) for problem in _typed(location, merged)]


def _texts(data: Mapping[str, Any]) -> Iterator[Location]:
    """Yield where a report's prose stands."""
    yield from _worded((), data)
    sections = data.get("sections")
    for i, section in enumerate(sections if isinstance(sections, list) else ()):
        if isinstance(section, dict):
            yield from _worded(("sections", i), section)


def _worded(at: Location, holder: Mapping[str, Any]) -> Iterator[Location]:
    for key in _PROSE:
        value = holder.get(key)
        if isinstance(value, str):
            yield (*at, key)
        elif isinstance(value, dict):
            yield from ((*at, key, language) for language in _LANGUAGES if isinstance(value.get(language), str))


def _typed(location: Location, merged: Merged) -> Iterator[Problem]:
    file, place = merged.at(location)
    node = file.node(place)
    if not isinstance(node, yaml.ScalarNode):
        return
    start = node.start_mark.index
    words = _HEADER.sub(_blank, _CODE.sub(_blank, file.text[start : node.end_mark.index]))
    for found in NUMBER.finditer(words):
        number, at = found.group(), start + found.start()
        line = file.text.count("\n", 0, at) + 1
        column = at - (file.text.rfind("\n", 0, at) + 1) + 1
        yield Problem(
            file.path, line, column, file.subject(place), told(number), number, None, file.text.split("\n")[line - 1]
        )


def told(number: str) -> str:
    """Say what is wrong with a number in prose, and what to write instead."""
    return (
        f"'{number}' is typed, so nothing stands behind it: write {{{{ figure(\"…\") }}}}, {{{{ period }}}} or "
        f'{{{{ when("…") }}}}; what is the author\'s own is marked {{{{ own("{number} …") }}}}.'
    )


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())
