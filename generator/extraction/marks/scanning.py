"""A sentence, with everything the grammar knows marked in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import field
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

from generator.extraction.amounts.amount import Amount
from generator.extraction.frozen import frozen, replace
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.separating import Brackets
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.sentences import Sentence

Said = TypeVar("Said")
Mark = TypeVar("Mark", bound=Hashable)
START = attrgetter("start")


@frozen
class Scan:
    """A sentence's marks, each list in order of place; offsets are those of the whole folded text."""

    text: str
    sentence: Sentence
    amounts: list[Amount]
    metrics: list[Mention]
    segments: list[Mention]
    entities: list[EntityMention]
    periods: list[PeriodMention]
    cues: list[Cue]
    separators: list[int]
    brackets: list[Brackets]
    chinese: bool  # whether the sentence is Chinese, whatever stands before an amount: 营收:512亿, 每股純益 17.44 元
    _clauses: dict[int, tuple[int, int]] = field(default_factory=dict, init=False, compare=False, repr=False)
    told: dict[tuple[Any, int], Any] = field(default_factory=dict, init=False, compare=False, repr=False)
    _starts: list[int] = field(init=False, compare=False, repr=False)  # of the amounts
    _ends: list[int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Note where the amounts stand, which is asked for again and again."""
        object.__setattr__(self, "_starts", [a.start for a in self.amounts])
        object.__setattr__(self, "_ends", [a.end for a in self.amounts])

    def with_metrics(self, found: Iterable[Mention]) -> Scan:
        """Return the scan with more mentions of metrics, each in its place; itself, where there are none."""
        more = list(found)
        return replace(self, metrics=sorted([*self.metrics, *more], key=START)) if more else self

    def clause(self, at: int) -> tuple[int, int]:
        """Return the clause that an offset stands in; what stands in brackets is none of the clause around it."""
        if (known := self._clauses.get(at)) is None:
            known = self._clauses[at] = self._clause_around(at)
        return known

    def _clause_around(self, at: int) -> tuple[int, int]:
        i = bisect_left(self.brackets, at, key=lambda b: b.start)
        inner = self.brackets[i - 1] if i and at < self.brackets[i - 1].end else None
        separators = inner.separators if inner else self.separators
        start, end = (inner.start + 1, inner.end - 1) if inner else (self.sentence.start, self.sentence.end)
        i = bisect_left(separators, at)
        return separators[i - 1] + 1 if i else start, separators[i] if i < len(separators) else end

    def is_marked(self, start: int, end: int, *more: Sequence[Cue | Mention]) -> bool:
        """Whether a name of the catalogue but a metric's, a period or an amount stands in a stretch, or one of `more`."""
        marks: tuple[Sequence[Any], ...] = (self.segments, self.entities, self.periods, self.amounts, *more)
        return any(start < mark.end and mark.start < end for listed in marks for mark in listed)

    def brackets_around(self, at: int) -> Brackets | None:
        """Return the brackets that an offset stands in."""
        return next((b for b in self.brackets if b.start < at < b.end), None)

    def cues_between(self, start: int, end: int, *kinds: str) -> list[Cue]:
        """Return the cues of some kinds within a stretch."""
        found = []
        for cue in self.cues:
            if cue.start >= end:
                break
            if start <= cue.start and cue.end <= end and cue.kind in kinds:
                found.append(cue)
        return found

    def amount_before(self, at: int) -> int:
        """Return where the last amount before an offset ends; the sentence's start where there is none."""
        i = bisect_right(self._ends, at)
        return self._ends[i - 1] if i else self.sentence.start

    def amount_after(self, at: int) -> int:
        """Return where the next amount after an offset starts; the sentence's end where there is none."""
        i = bisect_left(self._starts, at)
        return self._starts[i] if i < len(self._starts) else self.sentence.end

    def preceding(self, amount: Amount) -> Amount | None:
        """Return the amount before another."""
        i = bisect_right(self._ends, amount.start)
        return self.amounts[i - 1] if i else None

    def following(self, amount: Amount) -> Amount | None:
        """Return the amount behind another."""
        i = bisect_left(self._starts, amount.end)
        return self.amounts[i] if i < len(self.amounts) else None

    def first_of_range(self, amount: Amount) -> Amount:
        """Return the amount that begins the range that another ends; the amount itself, if it ends none."""
        return (self.preceding(amount) if amount.range_end else None) or amount

    def end_of_range(self, amount: Amount) -> int:
        """Return where the range that an amount begins ends; where the amount does, if it begins none."""
        upper = self.following(amount)
        return upper.end if upper is not None and upper.range_end else amount.end


def once(rule: Callable[[Scan, Amount], Said]) -> Callable[[Scan, Amount], Said]:
    """Let a rule on what stands before an amount look once, however many other rules ask it."""

    @wraps(rule)
    def ask(scan: Scan, amount: Amount) -> Said:
        key = (rule, amount.start)
        if key not in scan.told:
            scan.told[key] = rule(scan, amount)
        said: Said = scan.told[key]
        return said

    return ask


def once_each(rule: Callable[[Scan, Mark], Said]) -> Callable[[Scan, Mark], Said]:
    """Let a rule look once at each very mark: of those that are alike, one read again may mean another time."""

    @wraps(rule)
    def ask(scan: Scan, mark: Mark) -> Said:
        key = (rule, id(mark))
        if key not in scan.told:
            scan.told[key] = rule(scan, mark), mark  # which is kept, so that no other mark comes by its number
        said: Said = scan.told[key][0]
        return said

    return ask
