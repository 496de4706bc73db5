"""The catalogue of a project: the built-in one with the project's entries over it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.errors import Problem, SettingsInvalid
from generator.settings.authored import Authored, in_catalogue
from generator.settings.catalogue import Catalogue
from generator.settings.layers import layers_of, over, read_layer
from generator.settings.loading import validate
from generator.settings.yaml_nodes import YamlFile


def load_catalogue(root: Path | None = None) -> Catalogue:
    """Return the built-in catalogue, with a project's entries over it. Raises SettingsInvalid."""
    catalogue, problems, _ = read_catalogue(layers_of(root))
    if catalogue is None:
        raise SettingsInvalid(problems)
    return catalogue


def read_catalogue(layers: list[Path]) -> tuple[Catalogue | None, list[Problem], list[Authored]]:
    """Return the catalogue of some layers, what is wrong with it, and the author's words in it."""
    catalogue, problems, authored = _read_stamped(_stamped(layers))
    return catalogue, list(problems), list(authored)


def _stamped(layers: list[Path]) -> tuple[tuple[Path, int, int], ...]:
    paths = [layer / "catalogue" / f"{part}.yaml" for layer in layers for part in Catalogue.model_fields]
    stamps = ((path, path.stat()) for path in paths if path.is_file())
    return tuple((path, stamp.st_mtime_ns, stamp.st_size) for path, stamp in stamps)


@lru_cache(maxsize=2)
def _read_stamped(
    stamped: tuple[tuple[Path, int, int], ...],
) -> tuple[Catalogue | None, tuple[Problem, ...], tuple[Authored, ...]]:
    """Read a catalogue of thousands of lines; one whose files are as they were, as the preview asks for it, once."""
    problems: list[Problem] = []
    authored: list[Authored] = []
    data: dict[str, Any] = {}
    files: dict[str, YamlFile] = {}
    for path, _, _ in stamped:
        if file := read_layer(path, problems):
            files[path.stem] = file
            authored.extend(in_catalogue(file))
            data[path.stem] = over(data.get(path.stem, {}), file.data or {})
    catalogue, found = validate(data, Catalogue, lambda loc: (files[str(loc[0])], loc[1:]))
    return catalogue, (*problems, *found), tuple(authored)
