"""Amounts that no metric claims, of the figure that a Chinese text told last: what had been expected of it, the middle of its range, how far it moved."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.changes.change import Change
from generator.extraction.changes.of_told_zh import moved_of_told, moved_of_whole
from generator.extraction.expected.middle_zh import middle_moved, middle_of_told
from generator.extraction.expected.of_told_zh import expected_of_told
from generator.extraction.figure import Figure
from generator.extraction.marks.scanning import Scan


def of_told(
    text: str,
    scan: Scan,
    amount: Amount,
    change: Change | None,
    figure: Figure,
    last: Figure,
    fits: bool,
    whole: Figure | None,
) -> Figure:
    """Return the figure of an amount that no metric claims, by the one told last, whose metric is measured in its kind where it `fits`.

    `whole` is the level that the text told last of a whole.
    """
    said = expected_of_told(scan, amount, last) or (middle_of_told(scan, amount, last) if fits else None)
    if said is not None:
        return replace(said, start=figure.start, end=figure.end, sentence=figure.sentence)
    moved = moved_of_told(text, figure, change, last) or moved_of_whole(text, figure, change, whole)
    return moved or middle_moved(text, scan, figure, change, last) or figure
