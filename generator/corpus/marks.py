"""Quotation marks as other hands set them, read as “ and ”: ``old wires'', « French », „German“, “closed as opened“."""

from __future__ import annotations

import re
from collections.abc import Iterator

# ``The quarter was slow,'' she said: quotation marks as old wires type them.
_TYPED = {"``": "“", "''": "”"}
_TYPED_MARK = re.compile("|".join(_TYPED))
_GERMAN = "„"
_MARK = re.compile(f"[“”{_GERMAN}\n]")
# we must win them back,“ said Lee: it stands at a word's end, a blank or stop behind it
_ENDS = re.compile(r"(?<=[^\s(:“])“(?=[\s,.;:!?)。]|$)")
# « The quarter was slow, » she said; »The quarter was slow«, »It was slow»: a blank within them is the mark's
_POINTED = re.compile(
    r"(?P<open>« ?)(?=\S)[^«»\n]{1,2000}?(?P<close> ?»)"
    r"|(?<![^\s(:])(?P<out>»)(?=\w)[^«»\n]{1,2000}?(?P<back>[«»])(?!\w)"
)


def marks(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield the marks that are not what they seem, and what to read them as."""
    if "``" in even or ("''" in even and "“" in even):  # “It was slow,’’ she said
        yield from ((*found.span(), _TYPED[found.group()]) for found in _TYPED_MARK.finditer(even))
    if "»" in even:
        yield from _pointed(even)
    if _GERMAN in even or _ENDS.search(even):
        yield from _turned(even)


def _pointed(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield pairs of « and », whichever opens."""
    for found in _POINTED.finditer(even):
        opening, closing = ("open", "close") if found["open"] else ("out", "back")
        yield *found.span(opening), "“"
        yield *found.span(closing), "”"


def _turned(even: str) -> Iterator[tuple[int, int, str]]:
    """Yield „ as an opening mark, and “ as a closing one where „ opened, or where it can only close."""
    opened = ""
    for found in _MARK.finditer(even):
        mark = found.group()
        if mark == "\n":
            opened = opened if opened == _GERMAN else ""  # a statement may run over paragraphs
        elif mark == "“" and opened and (opened == _GERMAN or _ENDS.match(even, found.start())):
            yield *found.span(), "”"
            opened = ""
        else:
            if mark == _GERMAN:
                yield *found.span(), "“"
            opened = "" if mark == "”" else mark
