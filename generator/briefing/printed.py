"""What is printed and held against evidence: a figure or quoted words, and lines of print around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure, or words quoted, as printed: the text, the evidence behind it, the numbers of its sources.

    `drawn`: a chart shows it as a mark only, so that the text need not stand on the page.
    """

    text: str
    evidence: str
    citations: tuple[int, ...] = ()
    drawn: bool = False


# A line of print: plain words, and between them what is held against evidence.
Line = tuple[str | Printed, ...]
Direction = Literal["up", "down", "flat"]
