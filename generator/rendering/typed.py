"""Numbers and quotations that a template types: they would stand in every briefing, and nothing stands behind them.

A template prints what a briefing holds; what is its author's own stands in an element with `data-own`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from generator.briefing.claims import claims

_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_LITERAL = re.compile(  # alone, or as one of two: `{{ "up" if up else "down" }}`
    r"""(?:\{\{-?\s*\(?|\belse\s+)(?:(["'])(?P<words>[^"']*)\1|(?P<number>\d[\d.]*))(?=\s*(?:[|)]|-?\}\}|if\b))"""
)
_PRINTED = "\ue000"  # stands for what code prints
_READ_OUT = ("aria-label", "alt", "title", "placeholder", "value", "label", "start")
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_VALUE = re.compile(r"^\s*(?:-\s+)?(?:(?P<key>\w+):\s+)?(?P<words>.*)$")
_COUNTS = ("most", "part", "number", "citations")  # keys of slides that are no words


class Typed(NamedTuple):
    """What a template types, and on which line."""

    line: int
    words: str


def typed(source: str, name: str) -> Iterator[Typed]:
    """Yield every number and quotation that the template of a page or of slides types."""
    blanked = _CODE.sub(_blanked, source)
    if name.endswith(".html.jinja"):
        page = _Page()
        page.feed(blanked)
        page.close()
        yield from page.found
    elif name.endswith(".yaml.jinja"):
        for number, row in enumerate(blanked.split("\n"), start=1):
            value = _VALUE.match(row.partition(" #")[0])
            if value and value["key"] not in _COUNTS and not row.startswith("#"):
                yield from _typed_in(value["words"].replace('"', " "), number)  # YAML's quotation marks


def _typed_in(text: str, line: int) -> Iterator[Typed]:
    for span in claims(text):
        words = text[span.start : span.end].strip(f" {_PRINTED}")
        if words:
            yield Typed(line, words)


def _blanked(code: re.Match[str]) -> str:
    """Return code as blanks on the same lines: marked where it prints, with the literals that it prints as they are."""
    blank = "\n" * code.group().count("\n")
    if not code.group().startswith("{{"):
        return blank
    literals = [found["words"] or found["number"] or "" for found in _LITERAL.finditer(code.group())]
    return _PRINTED + _PRINTED.join(literals) + blank


class _Page(HTMLParser):
    """Reads the texts of a page's template, but for those inside an element that is the author's own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Typed] = []
        self._open: list[tuple[str, bool]] = []  # elements, and whether what is inside is not looked at

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        given = dict(attrs)
        passed = "data-own" in given or "data-evidence" in given or tag in ("script", "style") or self._passed
        if not passed:
            shown = (given.get(name) or "" for name in _READ_OUT if name != "value" or tag in ("input", "button", "li"))
            self.found += (one for words in shown for one in _typed_in(words, self.getpos()[0]))
        if tag not in _VOID:
            self._open.append((tag, passed))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those inside it that were not left."""
        at = next((i for i in reversed(range(len(self._open))) if self._open[i][0] == tag), None)
        if at is not None:
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        """Look at a text."""
        if not self._passed:
            line = self.getpos()[0]
            for i, row in enumerate(data.split("\n")):
                self.found += _typed_in(row, line + i)

    @property
    def _passed(self) -> bool:
        return bool(self._open) and self._open[-1][1]
