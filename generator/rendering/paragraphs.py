"""Text as it stands on a slide: runs of one look, gathered into paragraphs."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from generator.settings.model import OutputLanguage

Tone = Literal["ink", "muted", "accent", "on_accent", "good", "bad", "caution"]
Align = Literal["l", "r", "ctr"]

_RAISED_FROM = 14.0  # points: below, a raised number would be smaller than the smallest text
_RAISED_MOST = 18.0


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. `evidence` is the id of what stands behind them; `link` an address or `slide:<section>`.

    `mark` runs are citation numbers: they keep to the word before them and are smaller. `language` is what the
    characters alone don't tell.
    """

    text: str
    bold: bool = False
    tone: Tone | None = None
    evidence: str | None = None
    citations: tuple[int, ...] = ()
    link: str | None = None
    mark: bool = False
    language: OutputLanguage | None = None


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph. `size` and `before` are in points, `lead` is the line height in sizes."""

    runs: tuple[Run, ...]
    size: float
    tone: Tone = "ink"
    bold: bool = False
    heading: bool = False
    before: float = 0.0
    lead: float = 1.3
    align: Align = "l"
    bullet: bool = False
    number: int | None = None

    @property
    def text(self) -> str:
        """The paragraph's characters."""
        return "".join(run.text for run in self.runs)

    @property
    def indent(self) -> float:
        """How far the text of a bullet or a numbered point stands in, in points."""
        return self.size * (1.8 if self.number else 1.1) if self.bullet or self.number else 0.0

    @property
    def line_height(self) -> float:
        """Height of one line, in points."""
        return round(self.size * self.lead, 1)

    def scaled(self, scale: float, minimum: float) -> Para:
        """Return the paragraph at another size: half points, never below the minimum."""
        size = max(minimum, math.floor(self.size * scale * 2) / 2)
        return replace(self, size=size, before=round(self.before * scale, 1))

    def run_size(self, run: Run, minimum: float) -> float:
        """Return the size a run is set in: citation numbers are smaller, as far as the minimum allows."""
        if not run.mark:
            return self.size
        if self.raises:
            return min(max(_RAISED_FROM, math.floor(self.size * 1.2) / 2), _RAISED_MOST)
        return max(minimum, math.floor(self.size * 1.6) / 2)

    @property
    def raises(self) -> bool:
        """Whether citation numbers are raised: a renderer sets raised ones at two thirds of their size."""
        return self.size >= _RAISED_FROM


def gathered(paras: tuple[Para, ...]) -> tuple[Run, ...]:
    """Return all runs of some paragraphs, in reading order."""
    return tuple(run for para in paras for run in para.runs)
