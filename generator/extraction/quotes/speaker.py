"""A speaker: a person, house or company that says something, and what it is."""

from __future__ import annotations

from typing import Literal

from generator.extraction.frozen import frozen
from generator.extraction.quotes.roles import Role

Sort = Literal["person", "house", "company", "unnamed"]


@frozen
class Speaker:
    """Someone who can say something, named at `start` to `end`; `name` as the folded text writes it.

    `id` is the catalogue's person, house or company, None for whom it doesn't know; `entity` the company they are of.
    """

    start: int
    end: int
    name: str
    sort: Sort
    role: Role | None = None
    id: str | None = None
    entity: str | None = None

    @property
    def key(self) -> str:
        """What two mentions of one speaker share."""
        return self.id or self.name

    def begins(self, floor: int = 0) -> int:
        """Return where the naming starts: at the role, where that stands before the name and not before `floor`."""
        return self.role.at if self.role and floor <= self.role.at < self.start else self.start

    @property
    def ends(self) -> int:
        """Where the naming ends: at the name, or behind the role that follows it."""
        return self.role.at + len(self.role.text) if self.role and self.role.at >= self.end else self.end

    @property
    def person(self) -> bool:
        """Whether it is a person, not a body."""
        return self.sort == "person"

    @property
    def talks(self) -> bool:
        """Whether words in marks behind a statement may be theirs: a person's, with a name or without."""
        return self.sort in ("person", "unnamed")
