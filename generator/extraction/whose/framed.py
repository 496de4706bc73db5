"""The line of business that an English clause opens with a frame for: `In cloud, revenue rose`, `while at the games business, sales fell`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# So does what a speaker turns to: `Turning to Mac, revenue was $8.4 billion`, `As for the cloud, sales rose 9%`
TURNS = (
    r"(?:as for|as to|regarding|now to|on to|next is|next comes|with regards? to|with respect to|when it comes to"
    r"|(?:let (?:us|me)|let['’]s|I['’]?(?:ll| will| would like to|['’]d like to)) (?:now )?(?:turn|move|go|switch|shift)(?: on| over| now| next)? to"
    r"|(?:turning|moving|shifting|switching|looking|coming|going|starting|beginning|pivoting)(?: now| next| on| over| back| quickly| briefly| off| first)*(?: at| to| with))"
)
FRAME = rf"(?:in|at|for|within|across|on|over in|{TURNS}) (?:the |its |our |their )?"
FRAMED = r"(?: (?:segment|division|business|market|sector|category|side|side of the business|results|front|group|unit|arm))?(?:, (?:where )?|: )"
# what is said of the line between commas
ASIDE = r"(?:(?:the|its|their|an?|which|where|home to|one of|long|now|once|still|by far|including|consisting of) [^,;\d]{2,100}, )?"
_LED = re.compile(
    rf"(?:[,;] |\b(?:and|while|but|whereas) )(?:(?:and|while|but|meanwhile|by contrast),? )?{FRAME}(?:[A-Z][\w.]*['’]s )?\Z",
    re.I,
)
# `At Meituan's new initiatives, revenue climbed`, `In the company's older businesses, sales fell`
_OPENS = re.compile(
    rf"[^\w\n]{{0,6}}(?:(?:And|But|Meanwhile|By contrast),? )?{FRAME}(?:(?:[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?|company|group|firm|[a-z]*maker|retailer|giant)['’]s )",
    re.I,
)
_ITS = re.compile(rf"{FRAMED}(?:(?:its|the|their|total|net|quarterly|segment|adjusted|[A-Z][\w.&-]*['’]s) )*")
_REACH = 60  # characters before a line, within which its clause begins


def framed_line(scan: Scan, businesses: list[Mention], mention: Mention) -> str | None:
    """Return the line that stands in a frame right before a metric, inside a sentence."""
    before = next((m for m in reversed(businesses) if m.end <= mention.start), None)
    if before is None or scan.chinese or not _ITS.fullmatch(scan.text, before.end, mention.start):
        return None
    led = _LED.search(scan.text[max(scan.sentence.start, before.start - _REACH) : before.start])
    led = led or _OPENS.fullmatch(scan.text, scan.sentence.start, before.start)
    return before.segment if led else None
