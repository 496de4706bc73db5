"""A block of a project's own: whatever its YAML gives, texts worded and figures filled in, for its own templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping that cannot change: templates read `data.key` or `data["key"]`, and loop over `data.items()`."""

    pairs: tuple[tuple[str, object], ...]

    def __getitem__(self, key: str) -> object:
        for name, value in self.pairs:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def items(self) -> tuple[tuple[str, object], ...]:
        """Return keys and values."""
        return self.pairs


@dataclass(frozen=True, slots=True)
class Own:
    """A block of a project's own. `kind` names its templates; `data` is Fields, tuples, lines and plain values."""

    kind: str
    data: object
