"""YAML into models: every mistake of every file at once, with its place, its value and the nearest valid one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError
from rapidfuzz import process

from generator.errors import Problem
from generator.settings.faults import Fault, Location, faults
from generator.settings.yaml_nodes import YamlFile

Model = TypeVar("Model", bound=BaseModel)


def nearest(value: str, valid: Iterable[str]) -> str | None:
    """Return the valid value that looks most like the given one, if any looks like it."""
    found = process.extractOne(value, list(valid), score_cutoff=60)
    return str(found[0]) if found else None


def validate(
    data: Any, model: type[Model], at: Callable[[Location], tuple[YamlFile, Location]]
) -> tuple[Model | None, list[Problem]]:
    """Return the model, or None and what is wrong. `at` says in which file a location of the data stands, and where."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_problem(fault, model, at) for fault in faults(error)]


def validate_file(file: YamlFile, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Validate a file that stands for itself."""
    empty: Any = [] if issubclass(model, RootModel) else {}
    return validate(empty if file.data is None else file.data, model, lambda location: (file, location))


def _problem(fault: Fault, model: type[BaseModel], at: Callable[[Location], tuple[YamlFile, Location]]) -> Problem:
    kind, location, context, value = fault.kind, fault.location, fault.context, fault.value
    file, place = at(location)
    guess = None
    if kind == "extra_forbidden":
        value = str(location[-1])
        guess = nearest(value, _keys(model, location[:-1]))
    elif kind == "union_tag_invalid":
        value = str(context["tag"])
        guess = nearest(value, context["expected_tags"].replace("'", "").split(", "))
    elif kind == "literal_error":
        guess = nearest(str(value), context["expected"].replace("'", "").replace(" or ", ", ").split(", "))
    return file.problem(place, fault.message, None if value is None else str(value), guess)


def _keys(model: type[BaseModel], location: Location) -> Iterable[str]:
    """Return the keys that may stand at a location: the fields of the model found there."""
    schema = model.model_json_schema()
    node: Any = schema
    for step in location:
        node = _deref(node, schema)
        node = _below(node, step, schema)
    return list(_deref(node, schema).get("properties", {}))


def _below(node: Any, step: int | str, schema: Any) -> Any:
    if isinstance(step, int):
        return node.get("items", node)
    if step in node.get("properties", {}):
        return node["properties"][step]
    mapping = node.get("discriminator", {}).get("mapping", {})
    if step in mapping:
        return {"$ref": mapping[step]}
    extra = node.get("additionalProperties")
    return extra if isinstance(extra, dict) else node


def _deref(node: Any, schema: Any) -> Any:
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
    for key in ("anyOf", "allOf"):
        choices = [choice for choice in node.get(key, ()) if choice.get("type") not in ("null", "string", "integer")]
        if len(choices) == 1:
            return _deref(choices[0], schema)
    return node
