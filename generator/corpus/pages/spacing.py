"""Words one blank apart in a text of letters of one width: of one cell, or of two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.corpus.months import BEGINNINGS
from generator.corpus.pages.boxes import Box, one, states

WIDTH = 6.0  # of a letter
# What a head goes on behind.
_OPEN = re.compile(
    r"(?:,|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?|\b(?:Q[1-4]|H[12]|FY|of|in|for|ended|ending)|(?<![\w,.])\d{1,2})$"
)
# Two periods in one line of heads are two heads: `Q3 2025 Q3 2024`, `∆ in % Q3 2025`.
_ENDS = re.compile(r"(?:(?:19|20)\d\d(?:[ -][QH][1-4])?|FY\d\d|[1-4]Q\d\d|年|月|日|季度|YoY|QoQ|[%％])$")
_YEAR, _PART = re.compile(r"(?<![QH][1-4][ -])\b(?:19|20)\d\d$"), re.compile("[QH][1-4]")
_STARTS = re.compile(rf"(?:[∆Δ]|YoY|QoQ|Q[1-4]|[1-4]Q|H[12]|FY|(?:19|20)\d\d|(?:{BEGINNINGS})[a-z]*$)")


def cells(line: Sequence[Box], columns: Sequence[Box]) -> Iterator[Box]:
    """Yield the words of a line that one blank parts as one cell, unless a column ends or begins there.

    `Q3 2025 Q3 2024` over two columns is two heads: where it is a full row of them, and no words over several columns.
    """
    apart = list(_together(line, columns, of_heads=True))
    heads = [cell for cell in apart if cell.right > columns[0].left]
    full = len(heads) >= len(columns) and not any(cell.states or cell.words[:1].islower() for cell in heads)
    yield from apart if full else _together(line, columns, of_heads=False)


def _together(line: Sequence[Box], columns: Sequence[Box], of_heads: bool) -> Iterator[Box]:
    held: Box | None = None
    for box in line:
        if held is None:
            held = box
        elif box.left - held.right <= WIDTH and not _parted(held, box, columns, of_heads):
            held = one(held, box)._replace(words=f"{held.words} {box.words}")
        else:
            yield held
            held = box
    if held:
        yield held


def _parted(held: Box, box: Box, columns: Sequence[Box], of_heads: bool) -> bool:
    """Whether two words one blank apart are two cells."""
    if _YEAR.search(held.words) and _PART.match(box.words):  # `2025 Q3`
        return False
    if _ENDS.search(held.words) and _STARTS.match(box.words):
        return True
    if _OPEN.search(held.words) or states(f"{held.words} {box.words}"):  # `September 30`, `-185 bp`
        return False
    ends = any(abs(held.right - column.right) <= WIDTH for column in columns)
    begins = any(abs(box.left - column.left) <= WIDTH for column in columns)
    if held.states or box.states:
        return begins or ends or any(abs(box.right - column.right) <= WIDTH for column in columns)
    return of_heads and (ends or begins)
