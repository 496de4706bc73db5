"""The period that a text is on by now: what a heading or a label names, until another stands, or the list below the label ends: `Nine months:`, items, and prose below them."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.when.nameless_turns_en import heads_a_nameless_span
from generator.settings.period import Period

BULLETS = "-–•*·●■"
_ITEM = re.compile(rf"\s*(?:[{BULLETS}]|\d{{1,2}}[.)]) ?")


class ReportedNow:
    """Follows what headings and labels say of the period reported on; `nameless` is one over a span without a name: `Trailing twelve months`."""

    def __init__(self, reported: Period | None) -> None:
        self.period = reported
        self.nameless = False
        self._kept: Period | None = None  # what the text reports on, while a heading stands over such a span
        self._above: Period | None = None  # what it reported on before a label
        self._label, self._items = False, False  # a label stands above, and items below it

    def below(self, line: Scan) -> None:
        """Take a heading, or a line like one, before what it names."""
        self.period, self._kept = self.period or self._kept, None
        self._above, self._label, self._items = self.period, line.text[line.sentence.end - 1] == ":", False
        self.nameless = heads_a_nameless_span(line)
        if self.nameless:
            self.period, self._kept = None, self.period

    def at(self, text: str, start: int) -> None:
        """Take where a paragraph begins: behind the items of a label it goes back to what the text reports on."""
        item = _ITEM.match(text, start) is not None
        if self._label and self._items and not item:
            self.period, self._kept, self._label, self.nameless = self._above, None, False, False
        self._items = item and self._label
