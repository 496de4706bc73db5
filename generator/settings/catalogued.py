"""The catalogue of a project: the built-in one with the project's entries over it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.errors import Problem, SettingsInvalid
from generator.settings.authored import Authored, in_catalogue
from generator.settings.catalogue import Catalogue
from generator.settings.fault import Location
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
    folders = [layer / "catalogue" for layer in layers]
    paths = [path for folder in folders for part in Catalogue.model_fields for path in _files(folder, part)]
    stamps = ((path, path.stat()) for path in paths)
    return tuple((path, stamp.st_mtime_ns, stamp.st_size) for path, stamp in stamps)


def _files(folder: Path, part: str) -> list[Path]:
    """Return the files of one part of a catalogue: the one of its name, and those in a folder of its name."""
    alone = folder / f"{part}.yaml"
    return [*([alone] if alone.is_file() else []), *sorted((folder / part).glob("*.yaml"))]


def _place(path: Path) -> tuple[Path, str]:
    """Return the catalogue that a file is of, and which part: companies.yaml, or companies/cars.yaml."""
    alone = path.stem in Catalogue.model_fields and path.parent.name not in Catalogue.model_fields
    return (path.parent, path.stem) if alone else (path.parent.parent, path.parent.name)


@lru_cache(maxsize=2)
def _read_stamped(
    stamped: tuple[tuple[Path, int, int], ...],
) -> tuple[Catalogue | None, tuple[Problem, ...], tuple[Authored, ...]]:
    """Read a catalogue of thousands of lines; one whose files are as they were, as the preview asks for it, once."""
    problems: list[Problem] = []
    authored: list[Authored] = []
    data: dict[str, Any] = {}
    files: dict[str, YamlFile] = {}
    standing: dict[tuple[str, str], YamlFile] = {}  # by part and entry: the file that has the last word on it
    for path, _, _ in stamped:
        if file := read_layer(path, problems):
            folder, part = _place(path)
            authored.extend(in_catalogue(file))
            for entry in file.data if isinstance(file.data, dict) else ():
                before = standing.get((part, entry))
                if before is not None and _place(before.path)[0] == folder:
                    problems.append(file.problem((entry,), f"stands in {before.path.name} as well.", entry))
                standing[part, entry] = file
            files[part] = file
            data[part] = over(data.get(part, {}), file.data or {})

    def standing_at(location: Location) -> tuple[YamlFile, Location]:
        part, entry = str(location[0]), str(location[1]) if location[1:] else ""
        return standing.get((part, entry)) or files[part], location[1:]

    catalogue, found = validate(data, Catalogue, standing_at)
    return catalogue, (*problems, *found), tuple(authored)
