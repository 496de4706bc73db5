"""YAML into models: every mistake of every file at once, with its place, its value and the nearest valid one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError

from generator.errors import Problem
from generator.settings.fault import Location
from generator.settings.invalid import faults
from generator.settings.yaml_nodes import YamlFile

Model = TypeVar("Model", bound=BaseModel)


def validate(
    data: Any, model: type[Model], at: Callable[[Location], tuple[YamlFile, Location]]
) -> tuple[Model | None, list[Problem]]:
    """Return the model, or None and what is wrong. `at` says in which file a location of the data stands, and where."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        found = ((at(fault.location), fault) for fault in faults(error, model))
        return None, [file.problem(place, *fault[1:]) for (file, place), fault in found]


def validate_file(file: YamlFile, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Validate a file that stands for itself."""
    empty: Any = [] if issubclass(model, RootModel) else {}
    return validate(empty if file.data is None else file.data, model, lambda location: (file, location))
