"""Newsletters, live pages and monthly reviews whose lines head one company after another: below `Tesla: more sales, less profit` or 理想汽车2月交付量, what names nobody is that company's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading, Sentence

_LONGEST = 90  # characters of a line that heads something
_LONGEST_ZH = 32
_OPENS_ZH = re.compile(r"[\s#*•·]*(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.:])?\s*")
_IN_TURN_ZH = 2  # of Chinese lines, which open with them
_IN_TURN = 3  # companies that such lines name, from which on a text turns from one to the next


def headed_entries(reading: Reading, names: Names) -> Mapping[int, str | None]:
    """Return where lines head an entry of a text that turns from company to company, each with the only one that it names."""
    lines = [
        line for line, below in pairwise(reading.sentences) if _heads(reading, line) and not _heads(reading, below)
    ]
    headed = {line.start: _company(reading, line, names) for line in lines}
    if reading.document.language != "en":  # what a Chinese line does not open with, it only speaks of
        headed = {at: company for at, company in headed.items() if company}
    fewest = _IN_TURN if reading.document.language == "en" else _IN_TURN_ZH
    return headed if len({company for company in headed.values() if company}) >= fewest else {}


def _heads(reading: Reading, line: Sentence) -> bool:
    """Whether a sentence is all of a short line, and ends as headings do."""
    text = reading.text
    alone = reading.begins_line(line) and text[line.end : line.end + 1] in ("", "\n")
    said = text[line.start : line.end].strip()
    longest = _LONGEST if reading.document.language == "en" else _LONGEST_ZH
    return alone and not line.title and 0 < len(said) <= longest and not said.endswith((".", ";", ":", "|", "。"))


def _company(reading: Reading, line: Sentence, names: Names) -> str | None:
    """Return the only company that a line names; a house that speaks of it is none."""
    kinds = names.catalogue.companies
    found = [e for e in names.entities_in(reading, line.start, line.end) if kinds[e.entity].kind == "company"]
    opens = reading.document.language == "en" or (
        bool(found) and _OPENS_ZH.fullmatch(reading.text, line.start, found[0].start) is not None
    )
    named = {e.entity for e in found} if opens else set()
    return next(iter(named)) if len(named) == 1 else None
