"""One YAML file: what it says, and at which line and column each part of it stands."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from generator.bounds import bound
from generator.errors import Problem, SettingsInvalid

_LARGEST = 16 * 2**20  # bytes of one file of settings


class _Loader(yaml.CSafeLoader):
    """The safe loader, except that a key given twice is an error: YAML would keep the last one in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value in seen:
                raise yaml.MarkedYAMLError(
                    problem=f"the key '{key.value}' stands here twice", problem_mark=key.start_mark
                )
            seen.add(str(key.value))
        return super().construct_mapping(node, deep)


def fault(error: yaml.YAMLError, above: int = 0) -> str:
    """Return what makes a text no YAML, and where: `3:8: did not find …`; `above` lines stand over it in its file."""
    mark = getattr(error, "problem_mark", None)
    said = " ".join(str(getattr(error, "problem", None) or error).split())
    return f"{mark.line + 1 + above}:{mark.column + 1}: no YAML: {said}." if mark else f" no YAML: {said}."


def load_yaml(text: str, loader: type[yaml.CSafeLoader] = yaml.CSafeLoader) -> Any:
    """Return what YAML says. Raises yaml.YAMLError, also for aliases that would write out to more than a bound.

    A few lines of aliases of aliases can stand for billions of values ("billion laughs"), and one of itself for ever.
    """
    opened = loader(text)
    try:
        node = opened.get_single_node()
        if node is None:
            return None
        if _written_out(node, {}, set()) > bound("YAML_NODES"):
            raise yaml.MarkedYAMLError(
                problem=f"its aliases write out to more than {bound('YAML_NODES'):,} values (FOOTNOTED_YAML_NODES)",
                problem_mark=node.start_mark,
            )
        return opened.construct_document(node)
    finally:
        opened.dispose()


def _written_out(node: yaml.Node, known: dict[int, int], above: set[int]) -> int:
    """Return how many values a node comes to with every alias written out."""
    if isinstance(node, yaml.ScalarNode):
        return 1
    if id(node) in above:
        raise yaml.MarkedYAMLError(problem="it holds itself", problem_mark=node.start_mark)
    if id(node) not in known:
        below = [part for pair in node.value for part in pair] if isinstance(node, yaml.MappingNode) else node.value
        known[id(node)] = 1 + sum(_written_out(part, known, above | {id(node)}) for part in below)
    return known[id(node)]


@dataclass(frozen=True)
class YamlFile:
    """A YAML file's data and text. Positions are looked up only when something is wrong."""

    path: Path
    text: str
    data: Any

    @cached_property
    def _root(self) -> yaml.Node | None:
        return yaml.compose(self.text, Loader=yaml.CSafeLoader)

    def position(self, location: Sequence[object]) -> tuple[int, int]:
        """Return line and column, from 1, of what lies deepest along a location; steps to nowhere are skipped."""
        node, mark = self._root, None
        for step in location:
            below = _step(node, step)
            if below is not None:
                mark, node = below
        mark = mark or (node.start_mark if node else None)
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)

    def node(self, location: Sequence[object]) -> yaml.Node | None:
        """Return what stands at a location; None where nothing does."""
        node = self._root
        for step in location:
            below = _step(node, step)
            if below is None:
                return None
            node = below[1]
        return node

    def subject(self, location: Sequence[object]) -> str:
        """Name a location as a reader counts."""
        return _subject(location)

    def problem(
        self, location: Sequence[object], message: str, value: str | None = None, nearest: str | None = None
    ) -> Problem:
        """Return a problem at a location of this file."""
        line, column = self.position(location)
        lines = self.text.splitlines() or [""]
        excerpt = lines[min(line, len(lines)) - 1]
        return Problem(self.path, line, column, _subject(location), message, value, nearest, excerpt)


def _step(node: yaml.Node | None, step: object) -> tuple[yaml.Mark, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return (value.start_mark if isinstance(value, yaml.ScalarNode) else key.start_mark), value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark, node.value[step]
    return None


def _subject(location: Sequence[object]) -> str:
    """`sections.2.metrics.0` as a reader counts: `sections › 3 › metrics › 1`."""
    return " › ".join(str(step + 1) if isinstance(step, int) else str(step) for step in location) or "file"


def read_yaml(path: Path) -> YamlFile:
    """Read one file; raise SettingsInvalid where it is no YAML, no UTF-8, or gives a key twice."""
    try:
        if path.stat().st_size > _LARGEST:
            message = f"it is larger than {_LARGEST // 2**20} MB, which no setting is."
            raise SettingsInvalid([Problem(path, 1, 1, "file", message)])
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsInvalid([Problem(path, 1, 1, "file", f"this is not UTF-8 (byte {error.start}).")]) from None
    except OSError as error:
        raise SettingsInvalid([Problem(path, 1, 1, "file", f"cannot be read: {error.strerror}.")]) from None
    try:
        return YamlFile(path, text, load_yaml(text, _Loader))
    except yaml.MarkedYAMLError as error:
        raise SettingsInvalid([_syntax_problem(path, text, error)]) from None
    except yaml.YAMLError as error:
        raise SettingsInvalid([Problem(path, 1, 1, "file", f"no YAML: {error}.")]) from None


def _syntax_problem(path: Path, text: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines() or [""]
    if line >= len(lines):  # what ends too early is told at its end
        line, column = len(lines) - 1, len(lines[-1])
    return Problem(path, line + 1, column + 1, "YAML", f"{error.problem or error.context}.", excerpt=lines[line])
