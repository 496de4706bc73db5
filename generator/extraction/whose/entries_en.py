"""English newsletters and live pages whose lines head one company after another: below `Tesla: more sales, less profit`, what names nobody is Tesla's."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading, Sentence

_LONGEST = 90  # characters of a line that heads something
_IN_TURN = 3  # companies that such lines name, from which on a text turns from one to the next


def headed_entries(reading: Reading, names: Names) -> Mapping[int, str | None]:
    """Return where lines head an entry of a text that turns from company to company, each with the only one that it names."""
    if reading.document.language != "en":
        return {}
    lines = [
        line for line, below in pairwise(reading.sentences) if _heads(reading, line) and not _heads(reading, below)
    ]
    headed = {line.start: _company(reading, line, names) for line in lines}
    return headed if len({company for company in headed.values() if company}) >= _IN_TURN else {}


def _heads(reading: Reading, line: Sentence) -> bool:
    """Whether a sentence is all of a short line, and ends as headings do."""
    text = reading.text
    alone = reading.begins_line(line) and text[line.end : line.end + 1] in ("", "\n")
    said = text[line.start : line.end].strip()
    return alone and not line.title and 0 < len(said) <= _LONGEST and not said.endswith((".", ";", ":", "|"))


def _company(reading: Reading, line: Sentence, names: Names) -> str | None:
    """Return the only company that a line names; a house that speaks of it is none."""
    kinds = names.catalogue.companies
    named = {e.entity for e in names.entities_in(reading, line.start, line.end) if kinds[e.entity].kind == "company"}
    return next(iter(named)) if len(named) == 1 else None
