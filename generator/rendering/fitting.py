"""Text into boxes: measured in its fonts, shrunk within limits, then split; never cut off, never too small."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby
from typing import NamedTuple

from generator.charts.typefaces import Typefaces
from generator.rendering.paragraphs import Para, Run

Width = Callable[[str, bool, bool], float]  # a character's advance in sizes, given bold and heading

_NEVER_FIRST = frozenset("、。，．：；！？…—·）】》〉」』”’％%,.:;!?)]}‰℃°")
_NEVER_LAST = frozenset("（【《〈「『“‘([{￥¥$")
_ALLOWANCE = 1.03  # renderers differ in kerning and rounding
_RAISED = 0.67
_BETWEEN_SCRIPTS = 0.25  # sizes: what renderers put between Chinese and Latin


class Box(NamedTuple):
    """Room for text, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Measure:
    """Measures text: `advance` gives the width of a character, `minimum` is the smallest size allowed."""

    advance: Width
    minimum: float

    def width(self, para: Para) -> float:
        """Return the width of a paragraph on one line, in points."""
        return sum(_widths(self, para)) + para.indent

    def lines(self, para: Para, width: float) -> list[tuple[Run, ...]]:
        """Break a paragraph into lines of at most a width; together they are all of its characters."""
        chars, cuts = self._broken(para, width)
        return [_runs(chars[start:end]) for start, end in cuts]

    def height(self, paras: Sequence[Para], width: float) -> float:
        """Return the height of paragraphs set to a width, in points."""
        heights = [len(self._broken(para, width)[1]) * para.line_height for para in paras]
        return sum(heights) + sum(para.before for para in paras[1:])

    def word(self, para: Para) -> float:
        """Return the width of the longest piece that no line break may part, in points."""
        return _longest(self, para) + para.indent

    def _broken(self, para: Para, width: float) -> tuple[list[tuple[str, Run]], list[tuple[int, int]]]:
        """Return a paragraph's characters, and from where to where each line of at most a width has them."""
        chars = [(char, run) for run in para.runs for char in run.text]
        return chars, _cuts(chars, _widths(self, para), max(width - para.indent, para.size))


@lru_cache(maxsize=2**12)
def _widths(measure: Measure, para: Para) -> tuple[float, ...]:
    """Return the width of each character of a paragraph, in points."""
    widths: list[float] = []
    before = " "
    for run in para.runs:
        size = para.run_size(run, measure.minimum) * (_RAISED if run.mark and para.raises else 1)
        bold = run.bold or (para.bold and not run.mark)
        advances = _advances(measure.advance, run.text, bold, para.heading, before)
        widths += [advance * size * _ALLOWANCE for advance in advances]
        before = run.text[-1:] or before
    return tuple(widths)


@lru_cache(maxsize=2**12)
def _longest(measure: Measure, para: Para) -> float:
    """Return the width of the longest piece of a paragraph that no line break may part, in points."""
    chars = [(char, run) for run in para.runs for char in run.text]
    longest = current = 0.0
    for i, width in enumerate(_widths(measure, para)):
        current = width if _may_break(chars, i) else current + width
        longest = max(longest, current)
    return longest


@lru_cache(maxsize=2**14)  # a table's cells are tried at several sizes
def _advances(of: Width, text: str, bold: bool, heading: bool, before: str) -> tuple[float, ...]:
    """Return the advance of each character of a text, in sizes, after the character before it."""
    advances: list[float] = []
    last, last_cjk = before, is_cjk(before)
    wide = any(map(is_cjk, text))
    for char in text:
        # Marks that both scripts share are set full width among Chinese.
        full = wide and char in "“”‘’—…·"
        advance = 1.0 if full else of(char, bold, heading)
        cjk = is_cjk(char)
        if cjk != last_cjk and char != " " and last != " ":
            advance += _BETWEEN_SCRIPTS
        advances.append(advance)
        last, last_cjk = char, cjk
    return tuple(advances)


@lru_cache(maxsize=16)
def measure_of(faces: Typefaces, language: str, minimum: float) -> Measure:
    """Return the measure of text set in a theme's typefaces."""

    @cache
    def advance(char: str, bold: bool, heading: bool) -> float:
        return faces.advance(char, language, bold=bold, heading=heading)

    return Measure(advance, minimum)


@cache
def is_cjk(char: str) -> bool:
    """Whether a character is set in the East Asian font."""
    return (
        "\u2e80" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\ufe30" <= char <= "\uffee"
        or char > "\U0001ffff"
    )


def fit(
    paras: Sequence[Para], box: Box, measure: Measure, least: float = 0.75, most: float = 1.0
) -> list[tuple[Para, ...]]:
    """Set paragraphs as large as the box allows, between `most` and `least` of their size; else over several boxes."""
    if not paras:
        return []
    steps = max(round((most - least) / 0.05), 0)
    for step in range(steps + 1):
        scaled = tuple(para.scaled(most - step * 0.05, measure.minimum) for para in paras)
        if measure.height(scaled, box.width) <= box.height:
            return [scaled]
    scaled = tuple(para.scaled(max(least, 0.85), measure.minimum) for para in paras)
    return _balanced(scaled, box, measure)


def fits(paras: Sequence[Para], box: Box, measure: Measure) -> bool:
    """Whether paragraphs stand in a box as they are."""
    return measure.height(paras, box.width) <= box.height + 0.01


def _balanced(paras: Sequence[Para], box: Box, measure: Measure) -> list[tuple[Para, ...]]:
    """Split over as few boxes as will do, and fill those evenly."""
    pages = _split(paras, box, measure)
    for share in (0.55, 0.65, 0.75, 0.85, 0.95):
        even = _split(paras, Box(box.width, box.height * share), measure)
        if len(even) == len(pages):
            return even
    return pages


def _split(paras: Sequence[Para], box: Box, measure: Measure) -> list[tuple[Para, ...]]:
    pages: list[list[Para]] = [[]]
    room = box.height
    for para in paras:
        lines = measure.lines(para, box.width)
        while lines:
            before = para.before if pages[-1] else 0.0
            count = int((room - before + 0.01) // para.line_height)
            whole = len(lines) <= count
            # A paragraph that a fresh box could hold moves there; only longer ones are parted.
            if not whole and pages[-1] and (count < 2 or len(lines) * para.line_height <= box.height):
                pages.append([])
                room = box.height
                continue
            taken, lines = lines[: max(count, 1)], lines[max(count, 1) :]
            pages[-1].append(replace(para, runs=_joined(run for line in taken for run in line)))
            room -= before + len(taken) * para.line_height
    return [tuple(page) for page in pages if page]


def _joined(pieces: Iterable[Run]) -> tuple[Run, ...]:
    """Put together again what line breaks parted."""
    runs: list[Run] = []
    for piece in pieces:
        if runs and replace(runs[-1], text=piece.text) == piece:
            runs[-1] = replace(piece, text=runs[-1].text + piece.text)
        else:
            runs.append(piece)
    return tuple(runs)


def _may_break(chars: Sequence[tuple[str, Run]], i: int) -> bool:
    """Whether a line may begin with the character at `i`."""
    if i == 0:
        return False
    (before, _), (char, run) = chars[i - 1], chars[i]
    if run.mark or char == " " or char in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before == " " or is_cjk(before) or is_cjk(char)


def _cuts(chars: Sequence[tuple[str, Run]], widths: Sequence[float], limit: float) -> list[tuple[int, int]]:
    if sum(widths) <= limit and not any(char in "\n\v" for char, _ in chars):
        return [(0, len(chars))]
    cuts, start, last, x, i = [], 0, 0, 0.0, 0
    while i < len(chars):
        if i > start and _may_break(chars, i):
            last = i
        if x + widths[i] > limit and chars[i][0] != " " and i > start:
            cut = last if last > start else i
            cuts.append((start, cut))
            start, x = cut, sum(widths[cut:i])
            continue
        x += widths[i]
        i += 1
        if chars[i - 1][0] in "\n\v":
            cuts.append((start, i))
            start, x = i, 0.0
    return [*cuts, (start, len(chars))] if start < len(chars) or not cuts else cuts


def _runs(chars: Sequence[tuple[str, Run]]) -> tuple[Run, ...]:
    parts = [list(part) for _, part in groupby(chars, key=lambda one: id(one[1]))]
    return tuple(replace(part[0][1], text="".join(char for char, _ in part)) for part in parts)
