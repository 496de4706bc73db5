"""Labels along one line moved apart, as little as will do, so that none stands on another."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], lengths: Sequence[float], low: float, high: float) -> list[float]:
    """Return middles for labels of given lengths, in their order along the line, within its ends.

    What touches is joined to a group, which stands around the mean of what its members want (as in isotonic
    regression, pool adjacent violators). Where there is too little room, they overrun the upper end.
    """
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    groups: list[tuple[list[int], float, float]] = []  # members, lower end, length
    for i in order:
        groups.append(([i], wanted[i] - lengths[i] / 2, lengths[i]))
        groups[-1] = _inside(groups[-1], low, high)
        while len(groups) > 1 and groups[-2][1] + groups[-2][2] > groups[-1][1]:
            members = groups[-2][0] + groups[-1][0]
            groups[-2:] = [_inside(_joined(members, wanted, lengths), low, high)]
    placed = [0.0] * len(wanted)
    for members, start, _ in groups:
        for i in members:
            placed[i] = start + lengths[i] / 2
            start += lengths[i]
    return placed


def _joined(members: list[int], wanted: Sequence[float], lengths: Sequence[float]) -> tuple[list[int], float, float]:
    before, starts = 0.0, []
    for i in members:
        starts.append(wanted[i] - lengths[i] / 2 - before)
        before += lengths[i]
    return members, sum(starts) / len(starts), before


def _inside(group: tuple[list[int], float, float], low: float, high: float) -> tuple[list[int], float, float]:
    members, start, length = group
    return members, max(low, min(start, high - length)), length
