"""YAML into models: every mistake of every file at once, with its place, its value and the nearest valid one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError
from rapidfuzz import process

from generator.errors import Problem
from generator.settings.yaml_nodes import YamlFile

Model = TypeVar("Model", bound=BaseModel)
Location = Sequence[int | str]

_MESSAGES = {
    "extra_forbidden": "no such key.",
    "missing": "the key '{last}' is missing.",
    "union_tag_invalid": "no such block.",
    "union_tag_not_found": "the key 'block' is missing.",
    "string_pattern_mismatch": "'{value}' is not of the form {pattern}.",
    "too_short": "at least {min_length} needed.",
}


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
        return None, [_problem(details, model, at) for details in _causes(error)]


def _causes(error: ValidationError) -> list[Any]:
    """Return what is wrong, without `too short` where that only follows from something wrong inside."""
    found = error.errors(include_url=False)
    places = [details["loc"] for details in found]
    return [
        details
        for details in found
        if details["type"] != "too_short"
        or not any(place[: len(details["loc"])] == details["loc"] != place for place in places)
    ]


def validate_file(file: YamlFile, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """Validate a file that stands for itself."""
    empty: Any = [] if issubclass(model, RootModel) else {}
    return validate(empty if file.data is None else file.data, model, lambda location: (file, location))


def _problem(details: Any, model: type[BaseModel], at: Callable[[Location], tuple[YamlFile, Location]]) -> Problem:
    kind, location, context = details["type"], details["loc"], details.get("ctx", {})
    file, place = at(location)
    value = details["input"] if isinstance(details["input"], str | int | float) else None
    last = str(location[-1]) if location else ""
    guess = None
    if kind == "extra_forbidden":
        value, guess = last, nearest(last, _keys(model, location[:-1]))
    elif kind == "union_tag_invalid":
        value = str(context["tag"])
        guess = nearest(value, context["expected_tags"].replace("'", "").split(", "))
    elif kind == "literal_error":
        guess = nearest(str(value), context["expected"].replace("'", "").replace(" or ", ", ").split(", "))
    message = _MESSAGES.get(kind, "").format(last=last, value=value, **context) or _sentence(details["msg"])
    return file.problem(place, message, None if value is None else str(value), guess)


def _sentence(message: str) -> str:
    plain = message.removeprefix("Value error, ").removeprefix("Input ")
    return plain if plain.endswith(".") else f"{plain}."


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
