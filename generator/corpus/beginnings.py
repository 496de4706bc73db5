"""Which characters patterns can begin with: of many, only those that may match at a place are tried there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_CLASSES = {
    op.CATEGORY_DIGIT: frozenset("0123456789"),  # full-width ones are folded
    op.CATEGORY_SPACE: frozenset(filter(str.isspace, map(chr, range(0x3001)))),
}
_TOLD_APART = 3  # characters of a beginning
_FEW = 200  # characters of a class: one with more of them is taken to hold any

Item = tuple[Any, Any]  # of a parsed pattern: what it does, and with what
Starts = frozenset[str]
Numbered = tuple[int, re.Pattern[str]]


class Choice:
    """Patterns in order, asked for by the text at a place."""

    def __init__(self, patterns: Iterable[str]) -> None:
        begun: dict[str, list[Numbered]] = {}
        for i, pattern in enumerate(patterns):
            compiled = i, re.compile(pattern)
            for start in beginnings(pattern, _TOLD_APART):
                begun.setdefault(start, []).append(compiled)
        self.first = {start[0] for start in begun}
        self._by_start = {start: _in_order(begun, start) for start in begun}

    def match(self, text: str, at: int, end: int) -> tuple[int, re.Match[str]] | None:
        """Return the first pattern that matches at a place, by its number, and the match."""
        by_start, start = self._by_start, text[at : at + _TOLD_APART]
        for i, pattern in by_start.get(start) or by_start.get(start[:2]) or by_start.get(start[:1], ()):
            if found := pattern.match(text, at, end):
                return i, found
        return None


def _in_order(begun: Mapping[str, Iterable[Numbered]], start: str) -> tuple[Numbered, ...]:
    """Return the patterns that begin with a start or with less of it, the first one first."""
    found = (each for length in range(1, len(start) + 1) for each in begun.get(start[:length], ()))
    return tuple(sorted(found, key=itemgetter(0)))


def sought(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern to search with: where none of its first characters stands, none of its branches is tried."""
    first = re.escape("".join(sorted(beginnings(pattern, 1, flags))))
    return re.compile(f"(?-i:(?=[{first}]))(?:{pattern})", flags)


def beginnings(pattern: str, length: int, flags: int = 0) -> Starts:
    """Return the first characters of a pattern's matches, as many as asked for; fewer where anything may follow them.

    What must stand around a match narrows them no further. Raise ValueError where a match may begin with anything.
    """
    walk = _Walk(length, set())
    found = walk.follow(parser.parse(pattern, flags), frozenset({""}), bool(flags & re.IGNORECASE)) | walk.done
    if "" in found:
        raise ValueError(f"may begin with any character: {pattern}")
    return found


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk through a parsed pattern: starts that are long enough, or open, are `done`."""

    length: int
    done: set[str]

    def follow(self, items: Iterable[Item], starts: Starts, any_case: bool) -> Starts:
        """Return the starts, each with what the items add to it."""
        for kind, given in items:
            if not starts:
                break
            if kind is op.SUBPATTERN:
                starts = self.follow(given[3], starts, any_case or bool(given[1] & re.IGNORECASE))
            elif kind is op.BRANCH:
                starts = frozenset().union(*(self.follow(branch, starts, any_case) for branch in given[1]))
            elif kind in (op.MAX_REPEAT, op.MIN_REPEAT):
                once = self.follow(given[2], starts, any_case)
                twice = self.follow(given[2], once, any_case) if given[1] > 1 else frozenset[str]()
                starts = once | twice | (starts if given[0] == 0 else frozenset())
            elif kind not in (op.ASSERT, op.ASSERT_NOT, op.AT):
                starts = self._add(_characters(kind, given), starts, any_case)
        return starts

    def _add(self, characters: Starts, starts: Starts, any_case: bool) -> Starts:
        if not characters:
            self.done.update(starts)
            return frozenset()
        if any_case:
            characters |= {character.swapcase() for character in characters}
        longer = {start + character for start in starts for character in characters}
        self.done.update(start for start in longer if len(start) == self.length)
        return frozenset(longer - self.done)


def _characters(kind: Any, given: Any) -> Starts:
    """Return the characters that an item stands for, none where they are many."""
    if kind is op.LITERAL:
        return frozenset(chr(given))
    if kind is op.IN:
        listed = [_characters(inner, more) for inner, more in given]
        return frozenset().union(*listed) if all(listed) else frozenset()
    if kind is op.RANGE and given[1] - given[0] < _FEW:
        return frozenset(map(chr, range(given[0], given[1] + 1)))
    return _CLASSES.get(given, frozenset()) if kind is op.CATEGORY else frozenset()
