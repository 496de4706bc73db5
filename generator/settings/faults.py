"""What validation finds wrong, in words for people who edit YAML: no tuples, no dictionaries, no branches of unions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

Location = Sequence[int | str]

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


class Fault(NamedTuple):
    """One thing wrong: its kind, where it stands, what is said of it, and the value given, if it is a single one."""

    kind: str
    location: Location
    message: str
    value: str | int | float | None
    context: Mapping[str, Any]


def faults(error: ValidationError) -> list[Fault]:
    """Return what is wrong, once for each place; `too short` is left out where it only follows from what is inside."""
    by_place: dict[tuple[int | str, ...], list[Fault]] = {}
    for details in error.errors(include_url=False):
        place = tuple(step for step in details["loc"] if isinstance(step, int) or not _BRANCH.match(step))
        by_place.setdefault(place, []).append(_fault(details, place))
    return [
        _together(found)
        for place, found in by_place.items()
        if found[0].kind != "too_short" or not any(other[: len(place)] == place != other for other in by_place)
    ]


def _fault(details: Any, place: Location) -> Fault:
    kind, context = details["type"], details.get("ctx", {})
    value = details["input"] if isinstance(details["input"], str | int | float) else None
    of_a_type = _OF_A_TYPE.match(kind)
    told = _MESSAGES.get(kind) or (_WANTED[of_a_type[1]] if of_a_type else "")
    if value is None:
        told = told.replace(": [{value}]", "")
    words = {"last": str(place[-1]) if place else "", "value": value, **context}
    return Fault(kind, place, told.format(**words) or _sentence(details["msg"]), value, context)


def _together(found: list[Fault]) -> Fault:
    """Return one fault for one place: what is wrong with the value, else each kind of value that would do."""
    wrong = [fault for fault in found if not _OF_A_TYPE.match(fault.kind)] or found
    messages = dict.fromkeys(fault.message for fault in wrong)
    return wrong[0]._replace(message=_either(messages))


def _either(messages: Iterable[str]) -> str:
    return ", or ".join(message.removesuffix(".") for message in messages) + "."


def _sentence(message: str) -> str:
    plain = message.removeprefix("Value error, ").removeprefix("Input ")
    return plain if plain.endswith(".") else f"{plain}."
