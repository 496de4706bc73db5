"""Newsletters, live pages and monthly reviews whose lines head one company after another: below `Tesla: more sales, less profit` or 理想汽车2月交付量, what names nobody is that company's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence

_LONGEST = 90  # characters of a line that heads something
_LONGEST_ZH = 32
_OPENS_ZH = re.compile(r"[\s#*•·]*(?:[(]?[一二三四五六七八九十\d]{1,2}[)、.:])?\s*")
_WHICH_ONE = re.compile(r"汽车|集团|[\d\s.]+|年|月")  # 零跑汽车2026年2月交付量, 蔚来2月交付量
# `IBM:`, `Seagate (fiscal Q2):`, `IBM: for anyone new to this, …`: a line that a company's name opens as its label
_LABEL = re.compile(r"(?:,? (?:Inc|Corp)\.?)?(?: \([^()\n]{1,40}\))?:(?:(?P<alone>\s*)| [^\d\n]*)")
_BY_LABEL = 2  # of such lines, with nothing behind the name
_IN_TURN_ZH = 2  # of Chinese lines, which open with them
_IN_TURN = 3  # companies that such lines name, from which on a text turns from one to the next


def headed_entries(reading: Reading, names: Names) -> Mapping[int, str | None]:
    """Return where lines head an entry of a text that turns from company to company, each with the only one that it names."""
    labels = {line: label for line in reading.sentences if (label := _label(reading, line, names))}
    labelled = {line.start: _company(reading, line, names) for line in labels}
    alone = {labelled[line.start] for line, label in labels.items() if label["alone"] is not None}
    if len(alone - {None}) >= _BY_LABEL:
        return labelled  # whatever else stands alone is what they head
    lines = [
        line for line, below in pairwise(reading.sentences) if _heads(reading, line) and not _heads(reading, below)
    ]
    headed: Mapping[int, str | None] = {line.start: _company(reading, line, names) for line in lines}
    if reading.document.language != "en":
        headed = _alike(reading, lines, headed, names)
    fewest = _IN_TURN if reading.document.language == "en" else _IN_TURN_ZH
    return headed if len({company for company in headed.values() if company}) >= fewest else {}


def _alike(
    reading: Reading, lines: list[Sentence], headed: Mapping[int, str | None], names: Names
) -> Mapping[int, str | None]:
    """Return the Chinese lines that open with companies, of those that say the same of each: 蔚来2月交付量, 零跑汽车2月交付量; no 苹果仍是最大对手.

    What such a line does not open with, it only speaks of; a line that names nobody ends what the one above heads: 行业数据.
    """
    said = {line.start: _said_of_it(reading, line, names) for line in lines if headed[line.start]}
    alike = {at for at, of_it in said.items() if sum(of_it == other for other in said.values()) >= _IN_TURN_ZH}
    named = {line.start for line in lines if names.entities_in(reading, line.start, line.end)}
    return {at: company if at in alike else None for at, company in headed.items() if at in alike or at not in named}


def _said_of_it(reading: Reading, line: Sentence, names: Names) -> str:
    """Return what a line says of the company that it opens with, whichever month it is."""
    end = max(e.end for e in names.entities_in(reading, line.start, line.end))
    of_it = _WHICH_ONE.sub("", reading.text[end : line.end])
    return ":" if of_it.startswith(":") else of_it  # 蔚来:销量回暖


def _label(reading: Reading, line: Sentence, names: Names) -> re.Match[str] | None:
    """Return how an English line opens with a company's name as the label of what stands below it."""
    text, starts = reading.text, reading.document.language == "en" and not line.title and reading.begins_line(line)
    if not starts or ":" not in text[line.start : line.end]:
        return None
    first = next(iter(names.entities_in(reading, line.start, line.end)), None)
    opens = first is not None and not text[line.start : first.start].strip()
    return _LABEL.fullmatch(text, first.end, line.end) if first is not None and opens else None


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
