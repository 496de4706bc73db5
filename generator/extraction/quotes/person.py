"""Someone whom a text names."""

from __future__ import annotations

from generator.extraction.frozen import frozen
from generator.extraction.quotes.roles import Role


@frozen
class Person:
    """Someone at `start` to `end` with the role that stands beside the name, None where only a verb makes one."""

    start: int
    end: int
    name: str
    role: Role | None
