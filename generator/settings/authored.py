"""The author's words: every text that settings hold for print, and where in which file it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from generator.errors import Problem
from generator.settings.fault import Location
from generator.settings.inheritance import Merged
from generator.settings.spec_words import spec_words
from generator.settings.yaml_nodes import YamlFile

SLOT, INSIDE = "\ue000", "\ue002"  # stand for code that prints a figure or a quote: its ends, and between
_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PRINTS = re.compile(r"\{\{-?\s*(?:figure|change|quote)\b")
_HEADER = re.compile(r"\A[|>][-+0-9]*[^\n]*")  # of a block scalar
_LINES = ("title", "subtitle", "headline", "takeaway", "body", "messages", "text", "term", "meaning", "label")
_NAMES = ("name", "plain", "short", "role")
_LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text stands: its file, and `words` as the file has them from `start` on, code and quotes blanked."""

    path: Path
    text: str
    start: int
    words: str
    subject: str

    def problem(self, start: int, end: int, message: str) -> Problem:
        """Return a problem with a part of the words."""
        at = self.start + start
        line = self.text.count("\n", 0, at) + 1
        column = at - (self.text.rfind("\n", 0, at) + 1) + 1
        excerpt = self.text.split("\n")[line - 1]
        return Problem(self.path, line, column, self.subject, message, self.words[start:end], None, excerpt)


@dataclass(frozen=True, slots=True)
class Authored:
    """One text, code blanked. In a `name`, digits are part of the name; a translation has its `original`.

    Its place is looked up only when asked for.
    """

    words: str
    source: Callable[[], Source | None]
    name: bool = False
    original: str | None = None


Judge = Callable[[Iterable[Authored]], list[Problem]]


def in_report(merged: Merged) -> Iterator[Authored]:
    """Yield the texts of a report."""
    holders: list[tuple[Location, Any]] = [((), {k: v for k, v in merged.data.items() if k in ("title", "subtitle")})]
    sections = merged.data.get("sections")
    holders += [(("sections", i), one) for i, one in enumerate(sections if isinstance(sections, list) else ())]
    for at, holder in holders:
        for location, words in lines_in(at, holder):
            yield Authored(without_code(words), partial(_source, *merged.at(location)))


def in_audience(file: YamlFile) -> Iterator[Authored]:
    """Yield an audience's name and disclaimer, and what it writes before amounts of a currency."""
    data = file.data if isinstance(file.data, dict) else {}
    style = data.get("numbers")
    labels = style.get("labels") if isinstance(style, dict) else None
    for code, label in labels.items() if isinstance(labels, dict) else ():
        if isinstance(label, str):
            yield _of(file, ("numbers", "labels", code), label, False)
    for location, words in (
        *strings_in(("name",), data.get("name")),
        *strings_in(("disclaimer",), data.get("disclaimer")),
    ):
        yield _of(file, location, words, location[0] == "name")


def in_catalogue(file: YamlFile) -> Iterator[Authored]:
    """Yield the names and definitions of one part of a catalogue."""
    entries = file.data if isinstance(file.data, dict) else {}
    for key, entry in entries.items():
        for at, holder in _entries(key, entry):
            for name in (*_NAMES, "definition"):
                for location, words in strings_in((*at, name), holder.get(name)):
                    yield _of(file, location, words, name != "definition")


def _entries(key: str, entry: Any) -> Iterator[tuple[Location, Mapping[str, Any]]]:
    """Yield an entry of a catalogue, and the people of a company."""
    people = entry.get("people") if isinstance(entry, dict) else None
    of_them = people.items() if isinstance(people, dict) else ()
    held = [((key,), entry), *(((key, "people", who), one) for who, one in of_them)]
    yield from ((at, holder) for at, holder in held if isinstance(holder, dict))


def in_translations(file: YamlFile) -> Iterator[Authored]:
    """Yield what people translated, each with its original."""
    for i, entry in enumerate(file.data if isinstance(file.data, list) else ()):
        original = entry.get("original") if isinstance(entry, dict) else None
        for language in _LANGUAGES if isinstance(original, str) else ():
            if isinstance(words := entry.get(language), str):
                yield Authored(words, partial(_source, file, (i, language)), original=original)


def without_code(text: str) -> str:
    """Return a text of the same length, Jinja's code blanked; what prints a figure or a quote is told by SLOT."""
    return _CODE.sub(_blank, text) if "{" in text else text


def lines_in(at: Location, holder: Any) -> Iterator[tuple[Location, str]]:
    """Yield the lines of a section, of a part of one, or of a report; in `data`, a block's own, every string is one."""
    if isinstance(holder, list):
        for i, one in enumerate(holder):
            yield from lines_in((*at, i), one)
    elif isinstance(holder, Mapping):
        for key, value in holder.items():
            if key in _LINES or key == "data":
                yield from strings_in((*at, key), value)
            if key == "spec":
                yield from (((*at, key, *place), words) for place, words in spec_words(value))
            elif key != "data" and isinstance(value, list | dict):
                yield from lines_in((*at, key), value)


def strings_in(at: Location, value: Any) -> Iterator[tuple[Location, str]]:
    """Yield the strings of a text in one or both languages, of a list of texts, or of any data."""
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if "data" in at or key in _LANGUAGES:
                yield from strings_in((*at, key), one)
    elif isinstance(value, list):
        for i, one in enumerate(value):
            yield from strings_in((*at, i), one)


def _of(file: YamlFile, location: Location, words: str, name: bool) -> Authored:
    return Authored(without_code(words), partial(_source, file, location), name)


def _source(file: YamlFile, place: Location) -> Source | None:
    node = file.node(place)
    if not isinstance(node, yaml.ScalarNode):
        return None
    start, end = node.start_mark.index, node.end_mark.index
    raw = file.text[start:end]
    if node.style in ("'", '"'):
        raw = f" {raw[1:-1]} ".replace('\\"', ' "').replace("''", " '")
    return Source(file.path, file.text, start, without_code(_HEADER.sub(_spaces, raw)), file.subject(place))


def _blank(found: re.Match[str]) -> str:
    if not _PRINTS.match(found.group()):
        return _spaces(found)
    return SLOT + _spaces(found, INSIDE)[1:-1] + SLOT


def _spaces(found: re.Match[str], filling: str = " ") -> str:
    return re.sub(r"[^\n]", filling, found.group())
