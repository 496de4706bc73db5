"""Where an author's text stands: a fault found when it is rendered is told with file, line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.errors import Fault, Problem, SettingsInvalid, TextFailed
from generator.settings.authored import lines_in, strings_in
from generator.settings.prose import read_words, without_heading
from generator.settings.yaml_nodes import YamlFile, read_yaml

_CODE = re.compile(r"\{[{%]|\S|$")


@dataclass(frozen=True, slots=True)
class _Standing:
    """A text in a file: the file's own lines, and which of them, from 1, is the text's first."""

    path: Path
    lines: list[str]
    first: int

    def problem(self, fault: Fault) -> Problem:
        line = min(self.first + (fault.line or 1) - 1, len(self.lines))
        excerpt = self.lines[line - 1]
        values = (value for value in re.findall(r"'([^']+)'", fault.message) if value in excerpt)
        value = next(values, None)
        column = excerpt.index(value) if value else next(_CODE.finditer(excerpt)).start()
        return Problem(self.path, line, column + 1, fault.where, fault.message, value, None, excerpt)


@contextmanager
def located(root: Path) -> Iterator[None]:
    """Say of texts that fail inside where in a project's files they stand. Raises TextFailed."""
    try:
        yield
    except TextFailed as error:
        standing = dict(_standing(root))
        told = [standing[f.words].problem(f) if f.words in standing else f for f in error.faults]
        raise TextFailed(error.faults, error.remedy, told) from None


def _standing(root: Path) -> Iterator[tuple[str, _Standing]]:
    """Yield the texts of a project, and where each stands."""
    for path in sorted((root / "config" / "prose").glob("*.md")):
        with suppress(ValueError):  # no report asks for it, or its settings would not have been read
            words = read_words(path)
            yield from ((text, _Standing(path, words.split("\n"), 1)) for text in (words, without_heading(words)))
    for kind in ("audiences", "reports"):
        for path in sorted((root / "config" / kind).glob("*.yaml")):
            with suppress(SettingsInvalid):
                yield from _in_yaml(read_yaml(path))


def _in_yaml(file: YamlFile) -> Iterator[tuple[str, _Standing]]:
    data = file.data if isinstance(file.data, dict) else {}
    lines = file.text.splitlines() or [""]
    for location, words in (*lines_in((), data), *strings_in(("disclaimer",), data.get("disclaimer"))):
        node = file.node(location)
        if isinstance(node, yaml.ScalarNode):
            block = node.style in ("|", ">")
            yield words, _Standing(file.path, lines, node.start_mark.line + 1 + block)
