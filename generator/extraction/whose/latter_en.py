"""What `the former` and `the latter` stand for: the two lines of business, or the two companies, that were named last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.extraction.frozen import frozen
from generator.extraction.marks.mention import STRANGER, EntityMention, Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED

# `the former's revenue`, `that of the latter`, `The latter business grew`; not `the former chief executive`, `the latter half`
_ONE_OF_TWO = re.compile(
    r"\b[Tt]he (?:(?P<former>former)|latter)(?: (?:business|unit|division|segment|company|carmaker|automaker|group|firm))?"
    rf"(?=['’]s? |[,.;:)]|$| (?:[A-Z]{{0,3}}[$€£¥]?\d|(?:also |alone |only |even |still |now |[a-z]+ly )?(?:[a-z]+ing|{MOVED}|{DID}|was|were|is|are|has|it|came|stood|took|amounted|accounted|added|reached|hit|totall?ed|more|up|down|by|with|to|at|in|on|for|from|and|while|about|around|nearly|almost|over)\b))"
)


@frozen
class Two:
    """The two that a sentence named last, in order: lines of business, or companies."""

    lines: tuple[str, str] | None = None
    companies: tuple[str, str] | None = None


def two_named(scan: Scan, names: Names, until: int | None = None) -> Two | None:
    """Return the only two lines or companies that an English sentence names before an offset; None where it names two of both, or more."""
    if scan.chinese:
        return None
    kinds, firms = names.catalogue.segments, names.catalogue.companies
    high = scan.sentence.end if until is None else until
    lines = _two(m.segment for m in scan.segments if m.end <= high and kinds[m.segment or ""].kind == "business")
    companies = _two(e.entity for e in scan.entities if e.end <= high and e.entity in firms)
    return None if lines and companies else Two(lines, companies) if lines or companies else None


def with_the_latter_en(scan: Scan, names: Names, before: Two | None) -> Scan:
    """Return an English sentence's marks with `the former` and `the latter` as mentions of what they stand for."""
    if not _names_one(scan):
        return scan
    lines: list[Mention] = []
    companies: list[EntityMention] = []
    first: Two | None = None
    for said in _ONE_OF_TWO.finditer(scan.text, scan.sentence.start, scan.sentence.end):
        first = first or two_named(scan, names, said.start()) or before
        which = 0 if said["former"] else 1
        if first and first.lines:
            lines.append(Mention(*said.span(), segment=first.lines[which]))
        else:  # of which two is not known
            companies.append(
                EntityMention(*said.span(), first.companies[which] if first and first.companies else STRANGER)
            )
    segments = sorted([*scan.segments, *lines], key=lambda m: m.start)
    return replace(scan, segments=segments, entities=sorted([*scan.entities, *companies], key=lambda e: e.start))


def _names_one(scan: Scan) -> bool:
    said = scan.text[scan.sentence.start : scan.sentence.end]
    return " former" in said or " latter" in said


def _two(named: Iterable[str | None]) -> tuple[str, str] | None:
    found = list(dict.fromkeys(name for name in named if name))
    return (found[0], found[1]) if len(found) == 2 else None
