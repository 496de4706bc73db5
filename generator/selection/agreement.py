"""Agreement: whether two figures can both be true, given how precisely each is stated, and who agrees with whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.extraction.figure import Bound, Figure

APPROXIMATE = Decimal("0.025")  # "about 28.3" covers an interval 2.5 % of the value wide: 1.25 % to either side
BOUNDED = Decimal("0.2")  # "over 250,000" is no agreement with a value more than a fifth above it
_CERTAINTY: Mapping[Bound, int] = {"exact": 0, "approx": 1, "at_least": 2, "at_most": 2}


@dataclass(frozen=True, slots=True)
class Claim:
    """One value as sources state it, and every figure that states it with these very words' precision."""

    value: Decimal
    unit: str
    bound: Bound
    precision: Decimal
    figures: tuple[Figure, ...]

    @property
    def interval(self) -> tuple[Decimal, Decimal]:
        """Return the lowest and the highest value that the words leave open; a loss of `over 6` may be larger.

        超三成 goes up to four tenths.
        """
        tenths = self.precision if self.unit == "percent" else Decimal(0)
        half, slack = self.precision / 2, max(abs(self.value) * BOUNDED, tenths)
        if self.bound in ("at_least", "at_most"):
            upwards = (self.bound == "at_least") == (self.value >= 0)
            return (self.value - half, self.value + slack) if upwards else (self.value - slack, self.value + half)
        if self.bound == "approx":
            half += max(self.precision, abs(self.value) * APPROXIMATE) / 2
        return self.value - half, self.value + half

    @property
    def exactness(self) -> tuple[int, Decimal]:
        """Sorts the more telling claim first: exact before about, before bounds; then the finer precision."""
        return _CERTAINTY[self.bound], self.precision


def claims(figures: Iterable[Figure]) -> list[Claim]:
    """Gather figures that say the very same thing, the more precise claims first."""
    gathered: dict[tuple[Decimal, str, Bound, Decimal], list[Figure]] = {}
    for figure in figures:
        gathered.setdefault((figure.value, figure.unit, figure.bound, figure.precision), []).append(figure)
    found = [Claim(*said, tuple(by)) for said, by in gathered.items()]
    return sorted(found, key=lambda claim: (claim.exactness, claim.value))


def agree(one: Claim, other: Claim) -> bool:
    """Whether two claims can both be true.

    Rounding is symmetric: two intervals must overlap. The slack that "about" gives is not rounding, so that it
    reaches only as far as the other claim's value itself, not to the edge of what that one may have been rounded from.
    """
    if one.unit != other.unit:
        return False
    if "approx" in (one.bound, other.bound):
        return _within(one, other) or _within(other, one) or _overlap(_rounded(one), _rounded(other))
    return _overlap(one.interval, other.interval)


def groups(found: Sequence[Claim]) -> list[tuple[Claim, ...]]:
    """Return groups whose members agree each with each other, one grown around every claim; precise ones first."""
    distinct: dict[tuple[int, ...], tuple[Claim, ...]] = {}
    for anchor, others in enumerate(_near(found)):
        members = [anchor]
        for i in others:
            if all(agree(found[i], found[member]) for member in members):
                members.append(i)
        key = tuple(sorted(members))
        distinct[key] = tuple(found[i] for i in key)
    return list(distinct.values())


def _near(found: Sequence[Claim]) -> list[list[int]]:
    """Return, for each claim, those whose intervals meet its own: no other can agree with it."""
    spans = [claim.interval for claim in found]
    near: list[list[int]] = [[] for _ in found]
    reaching: list[int] = []
    for i in sorted(range(len(found)), key=lambda i: spans[i][0]):
        reaching = [other for other in reaching if spans[other][1] >= spans[i][0]]
        for other in reaching:
            near[i].append(other)
            near[other].append(i)
        reaching.append(i)
    return [sorted(others) for others in near]


def _within(one: Claim, other: Claim) -> bool:
    low, high = other.interval
    return low <= one.value <= high


def _rounded(claim: Claim) -> tuple[Decimal, Decimal]:
    if claim.bound == "approx":
        return claim.value - claim.precision / 2, claim.value + claim.precision / 2
    return claim.interval


def _overlap(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    # 43.35 is where 43.3 ends and 43.4 begins: intervals that only touch there do not overlap.
    return one == other or (one[0] < other[1] and other[0] < one[1])
