"""What has not come to pass is hatched: its marks are pale, with slanting lines of their own colour over them.

The lines are drawn one by one. As a pattern of SVG they would be left out by programs that show slides.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

AHEAD = "ahead"  # begins the names of layers whose marks are hatched
PALE = 0.16  # how opaque such a mark is
_STEP = 6.5  # points between two lines along an axis
_LINE = 'fill="none" stroke-width="0.8" stroke-opacity="0.55"'
_LAYER = re.compile(rf'<g class="mark-\w+ role-mark {AHEAD}\w*"[^>]*>.*?</g>')
_MARK = re.compile(r'<path (?P<look>[^>]*?)\bd="(?P<outline>[^"]+)"[^>]*/>')
_COLOUR = re.compile(r'\bfill="(#[0-9A-Fa-f]{6})"')
_PLACE = re.compile(r'transform="[^"]*"')
_STROKE = re.compile(r"([MLHVhvAZ])([^A-Za-z]*)")
_SAMPLES = 48  # points on the arc of a slice

Spot = tuple[float, float]


def hatched(svg: str) -> str:
    """Return a drawing with lines over every mark of its layers that show what is ahead."""
    return _LAYER.sub(lambda layer: _MARK.sub(_with_lines, layer[0]), svg)


def slanting(outline: Sequence[Spot]) -> Iterator[tuple[Spot, Spot]]:
    """Yield the lines, rising to the right, that lie within a closed outline (even-odd, scan line by scan line)."""
    sums = [x + y for x, y in outline]
    for number in range(math.floor(min(sums) / _STEP) + 1, math.ceil(max(sums) / _STEP)):
        level = number * _STEP
        crossed = sorted(
            _between(one, other, (level - sum(one)) / (sum(other) - sum(one)))
            for one, other in pairwise((*outline, outline[0]))
            if (sum(one) <= level) != (sum(other) <= level)
        )
        yield from zip(crossed[::2], crossed[1::2], strict=True)


def _between(one: Spot, other: Spot, part: float) -> Spot:
    return one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part


def _with_lines(mark: re.Match[str]) -> str:
    colour, place = _COLOUR.search(mark[0]), _PLACE.search(mark[0])
    if colour is None:
        return mark[0]
    lines = "".join(f"M{x:.1f},{y:.1f}L{x2:.1f},{y2:.1f}" for (x, y), (x2, y2) in slanting(_outline(mark["outline"])))
    where = f"{place[0]} " if place else ""
    return f'{mark[0]}<path aria-hidden="true" {where}{_LINE} stroke="{colour[1]}" d="{lines}"/>'


def _outline(path: str) -> list[Spot]:
    """Return the corners of a path such as Vega writes for bars, areas and slices of a ring."""
    spots: list[Spot] = []
    for letter, written in _STROKE.findall(path):
        numbers = [float(number) for number in re.findall(r"[-+]?[\d.]+(?:e-?\d+)?", written)]
        x, y = spots[-1] if spots else (0.0, 0.0)
        if letter in "ML":
            spots += zip(numbers[::2], numbers[1::2], strict=True)
        elif letter in "Hh":
            spots.append((numbers[0] + (x if letter == "h" else 0.0), y))
        elif letter in "Vv":
            spots.append((x, numbers[0] + (y if letter == "v" else 0.0)))
        elif letter == "A":
            spots += _arc((x, y), numbers)
    return spots


def _arc(start: Spot, numbers: Sequence[float]) -> list[Spot]:
    """Return points along an arc round the origin, round which Vega draws slices."""
    radius, _, _, large, clockwise, x, y = numbers
    first, last = math.atan2(start[1], start[0]), math.atan2(y, x)
    turn = (last - first) % math.tau if clockwise else -((first - last) % math.tau)
    if large and abs(turn) < math.pi:
        turn += math.copysign(math.tau, turn)
    angles = (first + turn * i / _SAMPLES for i in range(1, _SAMPLES + 1))
    return [(radius * math.cos(angle), radius * math.sin(angle)) for angle in angles]
