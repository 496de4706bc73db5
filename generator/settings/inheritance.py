"""Reports that extend one another: merged before they are read, each part remembering the file it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.errors import Problem
from generator.settings.fault import Location, nearest
from generator.settings.yaml_nodes import YamlFile

_LAST = ("method", "sources")


@dataclass
class Merged:
    """A report's data after inheritance; `origins` leads each key and section back to its file and place there."""

    file: YamlFile
    data: dict[str, Any]
    origins: dict[Location, tuple[YamlFile, Location]] = field(default_factory=dict)

    def at(self, location: Location) -> tuple[YamlFile, Location]:
        """Return the file and the place in it that a location of the merged data comes from."""
        for length in range(len(location), 0, -1):
            if found := self.origins.get(tuple(location[:length])):
                return found[0], (*found[1], *location[length:])
        return self.file, location


def merged(name: str, files: Mapping[str, YamlFile], above: tuple[str, ...] = ()) -> tuple[Merged, list[Problem]]:
    """Return a report with everything it extends taken over, and what is wrong with the way it does."""
    file = files[name]
    own = file.data if isinstance(file.data, dict) else {}
    child = Merged(file, dict(own), _origins(file, own))
    parent = own.get("extends")
    if not isinstance(parent, str):
        return child, []
    if parent not in files:
        guess = nearest(parent, files)
        return child, [file.problem(("extends",), f"there is no report '{parent}'.", parent, guess)]
    if parent in (*above, name):
        return child, [file.problem(("extends",), f"'{name}' would extend itself.", parent)]
    inherited, problems = merged(parent, files, (*above, name))
    return _onto(inherited, child), [*problems, *_left_out_in_vain(inherited, child)]


def _left_out_in_vain(parent: Merged, child: Merged) -> list[Problem]:
    ids = [_id(section) for section in parent.data.get("sections") or [] if _id(section)]
    problems = []
    for i, name in enumerate(child.data.get("without") or []):
        if name not in ids:
            message = f"'{child.data['extends']}' has no section '{name}' to leave out."
            problems.append(child.file.problem(("without", i), message, str(name), nearest(str(name), ids)))
    return problems


def _origins(file: YamlFile, data: dict[str, Any]) -> dict[Location, tuple[YamlFile, Location]]:
    sections = data.get("sections")
    places: list[Location] = [(key,) for key in data]
    places += [("sections", i) for i in range(len(sections) if isinstance(sections, list) else 0)]
    return {place: (file, place) for place in places}


def _onto(parent: Merged, child: Merged) -> Merged:
    data = {**parent.data, **child.data}
    origins = {**parent.origins, **{k: v for k, v in child.origins.items() if len(k) == 1}}
    origins = {k: v for k, v in origins.items() if len(k) == 1}
    sections = [
        (section, parent.origins[("sections", i)]) for i, section in enumerate(parent.data.get("sections") or [])
    ]
    for i, section in enumerate(child.data.get("sections") or []):
        _place(sections, section, child.origins[("sections", i)])
    left_out = set(child.data.get("without") or [])
    sections = [(section, origin) for section, origin in sections if _id(section) not in left_out]
    data["sections"] = [section for section, _ in sections]
    for i, (_, origin) in enumerate(sections):
        origins[("sections", i)] = origin
    return Merged(child.file, data, origins)


def _place(
    sections: list[tuple[Any, tuple[YamlFile, Location]]], section: Any, origin: tuple[YamlFile, Location]
) -> None:
    """Put a section where the one of its id stands, else at the end, before method and sources."""
    same = [i for i, (other, _) in enumerate(sections) if _id(section) is not None and _id(other) == _id(section)]
    if same:
        sections[same[0]] = (section, origin)
        return
    end = len(sections)
    while end and isinstance(sections[end - 1][0], dict) and sections[end - 1][0].get("block") in _LAST:
        end -= 1
    sections.insert(end, (section, origin))


def _id(section: Any) -> Any:
    return section.get("id") if isinstance(section, dict) else None
