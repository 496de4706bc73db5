"""Slots: places in a text that are filled with printed things after Jinja is done."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from typing import Any

from generator.briefing.dating import Dating
from generator.briefing.printed import Line, Printed
from generator.briefing.words import joined


class Unknown(Exception):
    """A figure or quote is asked for by a name that there is not, or in a way that it cannot be printed."""


class Slot(str):
    """The mark of one slot. It can be put anywhere in a text, but neither cut nor reckoned with."""

    def _whole(self, *_: object) -> Any:
        raise Unknown("a figure is printed as it is: it can be neither cut nor reckoned with.")

    __getitem__ = __float__ = __int__ = __mul__ = __mod__ = _whole


@dataclass
class Slots:
    """Places in a text that are filled with printed things after Jinja is done.

    A slot's mark is drawn at random for each text, from characters that no case or number filter changes, so that
    nothing an author writes can be mistaken for one. `known` are wordings with numbers that are no figures: periods,
    dates, names, the author's own.
    """

    lines: list[Line] = field(default_factory=list)
    gaps: dict[int, str] = field(default_factory=dict)
    known: list[str] = field(default_factory=list)
    dating: Dating = field(default_factory=Dating)
    _mark: str = field(default_factory=lambda: str(secrets.randbelow(10**18)).zfill(18))

    def hold(self, line: Line) -> str:
        """Return the mark of a new slot."""
        self.lines.append(line)
        return Slot(f"\ue000{self._mark}.{len(self.lines) - 1}\ue001")

    def know(self, words: str) -> str:
        """Take down a wording whose numbers are no figures, and return it."""
        self.known.append(words)
        return words

    def gap(self, name: str) -> str:
        """Return the mark of a slot that nothing can fill; `name` says what would have stood there."""
        self.gaps[len(self.lines)] = name
        return self.hold((name,))

    def missing(self, text: str) -> list[str]:
        """Return the names of what cannot be filled in a text, each once."""
        found = (int(number) for number in re.findall(rf"\ue000{self._mark}\.(\d+)\ue001", text))
        return list(dict.fromkeys(self.gaps[number] for number in found if number in self.gaps))

    def filled(self, text: str) -> Line:
        """Return a text with its slots filled. Raises Unknown where a filter has changed one."""
        pieces: list[str | Printed] = []
        self.dating.begin()
        for i, part in enumerate(re.split(rf"\ue000{self._mark}\.(\d+)\ue001", text)):
            pieces.extend((*self.lines[int(part)], self.dating.astray(int(part))) if i % 2 else (part,))
        if any(isinstance(piece, str) and self._mark in piece for piece in pieces):
            raise Unknown("a filter has changed a figure; figures are printed as they are.")
        return joined(pieces)
