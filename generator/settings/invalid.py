"""What validation finds wrong, in words for people who edit YAML: no tuples, no dictionaries, no branches of unions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.settings.fault import Fault, Location, nearest

_DAY = "a day is needed: 2026-01-31."
_KEYS = "keys are needed here, each with a value of its own."
_LIST = "a list is needed: [{value}]."
_MESSAGES = {
    "extra_forbidden": "no such key.",
    "missing": "the key '{last}' is missing.",
    "union_tag_invalid": "no such block.",
    "union_tag_not_found": "the key 'block' is missing.",
    "string_pattern_mismatch": "'{value}' is not of the form {pattern}.",
    "too_short": "at least {min_length} needed.",
    "too_long": "at most {max_length}; these are {actual_length}.",
    "greater_than_equal": "{ge} or more is needed.",
    "greater_than": "more than {gt} is needed.",
    "less_than_equal": "{le} or less is needed.",
    "less_than": "less than {lt} is needed.",
}
# By how the kinds of faults begin: int_parsing, int_type, int_from_float …
_WANTED = {
    "int": "a whole number is needed.",
    "float": "a number is needed.",
    "decimal": "a number is needed.",
    "bool": "true or false is needed.",
    "string": "a text is needed.",
    "date": _DAY,
    "tuple": _LIST,
    "list": _LIST,
    "model": _KEYS,
    "dict": _KEYS,
    "mapping": _KEYS,
}
_OF_A_TYPE = re.compile(rf"({'|'.join(_WANTED)})_(?:type|parsing|from|attributes|unicode)")
# Steps of a location that are no keys of the file, but the branches of a union that pydantic tried.
_BRANCH = re.compile(r"(?:int|str|float|bool|constrained-\w+|[a-z-]+\[.*)$")


def faults(error: ValidationError, model: type[BaseModel]) -> list[Fault]:
    """Return what is wrong, once for each place; `too short` is left out where it only follows from what is inside."""
    by_place: dict[tuple[int | str, ...], list[Any]] = {}
    for details in error.errors(include_url=False):
        place = tuple(step for step in details["loc"] if isinstance(step, int) or not _BRANCH.match(step))
        by_place.setdefault(place, []).append(details)
    return [
        _fault(place, found, model)
        for place, found in by_place.items()
        if found[0]["type"] != "too_short" or not any(other[: len(place)] == place != other for other in by_place)
    ]


def _fault(place: Location, found: list[Any], model: type[BaseModel]) -> Fault:
    """Return one fault for one place: what is wrong with the value, else each kind of value that would do."""
    wrong = [details for details in found if not _OF_A_TYPE.match(details["type"])] or found
    message = _either(dict.fromkeys(_told(details, place) for details in wrong))
    value, guess = _meant(wrong[0], place, model)
    return Fault(place, message, None if value is None else str(value), guess)


def _told(details: Any, place: Location) -> str:
    kind, value = details["type"], _single(details["input"])
    of_a_type = _OF_A_TYPE.match(kind)
    told = _MESSAGES.get(kind) or (_WANTED[of_a_type[1]] if of_a_type else "")
    if value is None:
        told = told.replace(": [{value}]", "")
    words = {"last": str(place[-1]) if place else "", "value": value, **details.get("ctx", {})}
    return told.format(**words) or _sentence(details["msg"])


def _meant(details: Any, place: Location, model: type[BaseModel]) -> tuple[Any, str | None]:
    """Return the offending value, and the valid one that looks most like it."""
    kind, value, context = details["type"], _single(details["input"]), details.get("ctx", {})
    if kind == "extra_forbidden":
        return place[-1], nearest(str(place[-1]), _keys(model, place[:-1]))
    if kind == "union_tag_invalid":
        return context["tag"], nearest(str(context["tag"]), context["expected_tags"].replace("'", "").split(", "))
    if kind == "literal_error":
        expected = context["expected"].replace("'", "").replace(" or ", ", ").split(", ")
        return value, nearest(str(value), expected)
    return value, None


def _single(value: Any) -> str | int | float | None:
    return value if isinstance(value, str | int | float) else None


def _either(messages: Iterable[str]) -> str:
    return ", or ".join(message.removesuffix(".") for message in messages) + "."


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
