"""The line of business that an English sentence opens with, and of which a clause behind a comma goes on to tell."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.whole_company import tells_of_the_whole

_OPENS = re.compile(r"[\s•*-]*(?:(?:The|Its|Their) )?(?:[A-Z][\w.&]*(?: [A-Z][\w.]*)?['’]s )?")
# `Gaming remains a key driver, generating …`, `The cloud segment saw a 23% rise, with total revenue reaching …`
_DOES = re.compile(
    r"(?:,? (?:business(?:es)?|segment|division|unit|sector))?(?: \([^()]{1,12}\))?(?: also| still)? "
    r"(?:remain|continue|saw|see|is\b|was\b|are\b|were\b|has\b|have\b|show|perform|record|achiev|deliver|post|report|maintain|emerg|experienc|witness|stood|stand|contribut|grew|surged|rose|jumped)"
)
_GOES_ON = re.compile(
    r",\s+(?:(?:its|their)\s+|(?:with|and)\s+(?:its\s+|a\s+)?(?:total\s+|overall\s+|quarterly\s+)*|(?:achieving|reaching|recording|posting|reporting|delivering|generating)\s+(?:a\s+|total\s+|overall\s+)*)?$"
)


def taker_of(around: Surroundings, mention: Mention, businesses: list[Mention]) -> str | None:
    """Return the line that opens a sentence and that `, generating …` or `, with total revenue reaching …` goes on with.

    None where another company or line is named between.
    """
    text, sentence = around.scan.text, around.scan.sentence
    if not businesses or businesses[0].end > mention.start or not text[mention.start].isascii():
        return None
    first = businesses[0]
    if tells_of_the_whole(around, mention):
        return None  # `The chip division grew; across the group, revenue was 89 trillion won`
    opens = _OPENS.fullmatch(text, sentence.start, first.start) and _DOES.match(text, first.end, mention.start)
    starts = [m.start for m in around.scan.entities] + [m.start for m in around.scan.segments]
    others = any(first.end <= start < mention.start for start in starts)
    return first.segment if opens and not others and _GOES_ON.search(text, first.end, mention.start) else None
