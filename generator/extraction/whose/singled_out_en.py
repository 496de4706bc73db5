"""Whom English singles out of several, before what it did: `Ford beat expectations, with GM the exception: its net profit fell 6.6%`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_WITH = re.compile(r"\b(?:with|only|and|but|while) (?:its rival )?$")
_THE_ONE = re.compile(
    r"(?: [A-Z]\w+){0,2}(?: (?:as|being|proving|remaining|again|once more))? (?:the|an?|its|their) (?:[a-z-]+ ){0,4}"
    r"(?:standout|stand-out|laggard|exception|winner|loser|star|outlier|performer|leader|highlight|spot|surprise|disappointment|pick|favou?rite)"
    r"(?: of the (?:pack|three|trio|pair|group|lot|bunch))?(?:: | [–—-]+ | as | after |, as |, after |, whose |; )"
)
_REACH = 12  # characters before a name


def singled_out(scan: Scan, at: int) -> EntityMention | None:
    """Return the company that the words right before a clause single out, where it names no other before an offset."""
    named = [e for e in scan.entities if e.end <= at]
    if scan.chinese or len(named) < 2:
        return None
    last = named[-1]
    the_one = _THE_ONE.match(scan.text, last.end, at)
    led = _WITH.search(scan.text, max(scan.sentence.start, last.start - _REACH), last.start)
    return last if the_one and led and ". " not in scan.text[the_one.end() : at] else None
