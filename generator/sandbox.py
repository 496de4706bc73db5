"""Jinja as this project runs it: in its sandbox, no name left undefined, no arithmetic that never ends."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

_LARGEST = 10_000  # what a power or a factor may be: templates look nothing up and calculate nothing


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for templates and texts that others wrote."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=StrictUndefined, **options)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse to multiply and to raise by what would take for ever."""
        sizes = [abs(value) for value in (left, right) if isinstance(value, int | float)]
        if operator == "**" and any(size > 100 for size in sizes):
            raise SecurityError("a power this large is not calculated")
        if operator == "*" and not all(isinstance(v, int | float) for v in (left, right)) and max(sizes) > _LARGEST:
            raise SecurityError(f"nothing is repeated more than {_LARGEST:,} times")
        return super().call_binop(context, operator, left, right)
