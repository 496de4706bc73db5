"""Settings in layers: the built-in folder, and a project's own over it, file by file and key by key."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from generator.errors import Problem, SettingsInvalid
from generator.settings import builtin
from generator.settings.loading import Model, validate_file
from generator.settings.yaml_nodes import YamlFile, read_yaml

_NAME = re.compile(r"\w[\w-]*")


def layers_of(root: Path | None) -> list[Path]:
    """Config folders, the built-in one first, so that later ones have the last word."""
    folders = [builtin.folder("config")]
    if root is not None and (root / "config").resolve() != folders[0].resolve():
        folders.append(root / "config")
    return folders


def read_layer(path: Path, problems: list[Problem]) -> YamlFile | None:
    """Return a file of settings; None where it cannot be read, and why is among the problems."""
    try:
        return read_yaml(path)
    except SettingsInvalid as error:
        problems.extend(error.problems)
        return None


def over(below: Any, above: Any) -> Any:
    """Return values with others over them, key by key."""
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **{key: over(below.get(key), value) for key, value in above.items()}}
    return above


def by_name(layers: list[Path], kind: str, model: type[Model], problems: list[Problem]) -> dict[str, Model]:
    """Return the settings of a kind by their names, later layers having the last word."""
    found: dict[str, Model] = {}
    for path in (path for layer in layers for path in sorted((layer / kind).glob("*.yaml"))):
        if file := read_named(path, problems):
            setting, wrong = validate_file(file, model)
            problems.extend(wrong)
            if setting is not None:
                found[path.stem] = setting
    return found


def read_named(path: Path, problems: list[Problem]) -> YamlFile | None:
    """Read a file whose name becomes the name of outputs: it may lead nowhere else."""
    if _NAME.fullmatch(path.stem) is None or path.resolve().parent != path.parent.resolve():
        message = "its name may hold letters, digits, - and _ only, and it may be no link out of its folder."
        problems.append(Problem(path, 1, 1, "file", message, path.stem))
        return None
    return read_layer(path, problems)


def names(layers: list[Path], kind: str) -> set[str]:
    """Return the names of all settings of a kind, of the broken ones too: a mistake in one is told once."""
    return {path.stem for layer in layers for path in (layer / kind).glob("*.yaml")}
