"""The things that an English text named last of what makers ship: what it counts next, and names no thing of, is of them."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.whole_again import lines_of_metrics
from generator.extraction.vocabulary import words
from generator.settings.catalogue import Catalogue

PHONES = "smartphones"
Things = tuple[str, int]  # the line of business that counts them, and where the text named them
_WITH_PHONES = ("smartphone_aiot",)  # what is shipped of it are phones
_LINES = {thing: line for line, things in words("terms")["things_shipped"].items() for thing in things}
_THING = sought(rf"\b(?:{'|'.join(sorted(_LINES, key=len, reverse=True))})\b", re.I)
# `Phones are the weak point. Revenue from them fell 2.1%`
_FROM_THEM = sought(
    r"\b(?:(?:[Rr]evenues?|[Ss]ales|[Ii]ncome|[Tt]urnover|[Tt]akings|[Pp]rofits?|[Mm]argins?) (?:from|of|on|with)"
    # `The Chinese carmaker sold 184,093 of them`
    r"|(?:sold|delivered|shipped|exported|handed over|built|made) (?:(?:about|around|nearly|over|more than|some|only|just) )?\d[\d,.]*(?: million)? of) (?P<them>them)\b"
)
# What their sentence is about, or ends with: `Xiaomi sells cars in 300 stores. Sales from them` may be of the stores
_OPENS = re.compile(r"(?:\A|[.!?:\n]\s*)(?:[A-Z][\w'’-]* ){0,2}\Z")
_ENDS = re.compile(r"[\w-]+(?: [\w-]+)?[.,;]")
_LATELY = 160  # characters before `them`, within which its things are named


def things_before(scan: Scan, catalogue: Catalogue, at: int, told: Things | None) -> Things | None:
    """Return the things that an English sentence named last before an offset, or those that the text did before it: `told`."""
    if scan.chinese:
        return told
    low = scan.sentence.start
    kinds = catalogue.segments
    apart = {m.end + 1 for m in scan.segments}  # `Battery-electric passenger cars`: no passenger cars of any kind
    lines = [m for m in scan.segments if kinds[m.segment or ""].kind == "business" and m.start not in apart]
    named = [(_line(catalogue, m.segment or ""), m.start) for m in (*lines, *lines_of_metrics(scan, catalogue))]
    told_apart = [(m.start, m.end + 1) for m in scan.segments]
    things = (t for t in _THING.finditer(scan.text, low, at) if not any(a <= t.start() <= b for a, b in told_apart))
    named += [(_LINES[said[0].lower()], said.start()) for said in things]
    return max((one for one in named if low <= one[1] < at), key=lambda one: one[1], default=told)


def with_them(scan: Scan, catalogue: Catalogue, told: Things | None) -> Scan:
    """Return an English sentence's marks with the `them` that money comes from as a mention of the things named last."""
    said = None if scan.chinese else _FROM_THEM.search(scan.text, scan.sentence.start, scan.sentence.end)
    things = things_before(scan, catalogue, said.start(), told) if said else None
    if said is None or things is None or things[0] not in catalogue.segments or not _are_meant(scan, said, things[1]):
        return scan
    return replace(
        scan,
        segments=sorted([*scan.segments, Mention(*said.span("them"), segment=things[0])], key=lambda m: m.start),
    )


def _are_meant(scan: Scan, said: re.Match[str], at: int) -> bool:
    """Whether `them` are the things named at an offset, as far as the words around those go."""
    near = said.start() - at <= _LATELY
    return near and bool(_ENDS.match(scan.text, at) or _OPENS.search(scan.text[max(0, at - 40) : at]))


def _line(catalogue: Catalogue, segment: str) -> str:
    """Return the line whose things a segment's are: those of the iPhone are phones."""
    entry = catalogue.segments[segment]
    return PHONES if segment in _WITH_PHONES else entry.product_of or entry.counts_as or segment
