"""Values that nobody changes: what a text is taken apart into, made by the thousand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(value: type[Value]) -> type[Value]:
    """Make a class a dataclass that is frozen to the type checker.

    One that is frozen while it runs takes several times as long to make: a call for each of its fields.
    """
    return dataclass(slots=True, unsafe_hash=True)(value)


def replace(value: Value, **changed: Any) -> Value:
    """Return a value with some of its fields changed: what `dataclasses.replace` does field by field, in a third of the time."""
    made_by: Any = type(value)
    held, places = _fields(made_by)
    given = list(held(value))
    for name, new in changed.items():
        given[places[name]] = new
    made: Value = made_by(*given)
    return made


@cache
def _fields(value: Any) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, int]]:
    """Return what reads all fields of a value that it is made of, and the place of each among them."""
    names = [held.name for held in fields(value) if held.init]
    return attrgetter(*names), {name: i for i, name in enumerate(names)}
