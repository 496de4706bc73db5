"""Values that nobody changes: what a text is taken apart into, made by the thousand."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Value = TypeVar("Value")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(value: type[Value]) -> type[Value]:
    """Make a class a dataclass that is frozen to the type checker.

    One that is frozen while it runs takes several times as long to make: a call for each of its fields.
    """
    return dataclass(slots=True, unsafe_hash=True)(value)
