"""Rows expected against rows found: which are there, which are missing, which nobody asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from typing import Any

Row = Mapping[str, Any]
_SHOWN = (
    "speaker", "role", "kind", "metric", "entity", "segment", "measure", "value", "unit", "period", "basis", "bound", "text",
    "doubt",
)  # fmt: skip


@dataclass(frozen=True)
class Comparison:
    """`matched` pairs of what was expected and what was found; `missing` was expected only, `surplus` found only."""

    matched: tuple[tuple[Row, Row], ...]
    missing: tuple[Row, ...]
    surplus: tuple[Row, ...]

    @property
    def same(self) -> bool:
        """Whether everything expected was found, and nothing else."""
        return not self.missing and not self.surplus

    def __str__(self) -> str:
        lines = []
        for row in self.missing:
            lines.append(f"missing  {shown(row)}")
            nearest = max(self.surplus, key=lambda found: _likeness(row, found), default=None)
            if nearest is not None and _likeness(row, nearest):
                other = [f"{k} {nearest[k]!r}, not {v!r}" for k, v in row.items() if not _same(v, nearest[k])]
                lines.append(f"         nearest found: {'; '.join(other)}")
        lines += [f"surplus  {shown(row)}" for row in self.surplus]
        return "\n".join(lines)


def compare(expected: Sequence[Row], found: Sequence[Row]) -> Comparison:
    """Pair what is expected with what is found; only the keys that an expected row states are compared.

    Rows that state most choose first, so that one that states little can't take what another must have.
    """
    left = list(found)
    matched: list[tuple[Row, Row]] = []
    missing: list[Row] = []
    for row in sorted(expected, key=len, reverse=True):
        fitting = next((other for other in left if all(_same(value, other[key]) for key, value in row.items())), None)
        if fitting is None:
            missing.append(row)
        else:
            left.remove(fitting)
            matched.append((row, fitting))
    return Comparison(tuple(matched), tuple(missing), tuple(left))


def _same(expected: Any, found: Any) -> bool:
    numbers = isinstance(expected, int | float) and isinstance(found, int | float)
    return isclose(expected, found, rel_tol=1e-9) if numbers else expected == found


def _likeness(expected: Row, found: Row) -> int:
    """Count the keys that agree; what names a row (metric, speaker, its text) counts for more than what qualifies it."""
    return sum(
        3 if key in ("value", "text", "speaker") else 1 for key, value in expected.items() if _same(value, found[key])
    )


def shown(row: Row) -> str:
    """Return what tells a row from others, on one line."""
    return "  ".join(f"{key}={row[key]}" for key in _SHOWN if row.get(key) is not None)
