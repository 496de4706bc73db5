"""Of whom English tells a figure with a participle: `with Keeta posting an operating loss of 2 billion yuan`, `with China recording a 9% increase in deliveries`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.subject import UNIT

_DOING = r"(?:posting|recording|reporting|registering|logging|booking|generating|delivering|enjoying|suffering|seeing|notching|clocking|achieving|contributing|earning|losing|turning in|chalking up|bringing in|pulling in|swinging to)"
_VERB = re.compile(
    rf"(?: (?:Group|Division|Business|Unit|Segment))?{UNIT}(?: (?:alone|itself|themselves|by itself|on its own|in turn))? {_DOING} "
)
_WITH = r"(?:,|[a-z\d%)]) (?:(?:and|but) )?with (?:(?:the|its|their|[A-Z][\w.&-]*['’]s) )?"
# `with food platform Ele.me posting`, `with its Ford Pro arm posting`: a name that nothing marks
_STRANGER = re.compile(
    rf"{_WITH}(?:(?!(?:analysts?|management|sales|revenue|profit|both|all|each)\b)[a-z][\w-]* ){{0,4}}(?P<name>(?!(?:Q[1-4]|H[12]|CEO|CFO|AI|EVs?|NEVs?|PCs?|GAAP)\b)[A-Z][\w&'-]*(?:\.(?:me|com|ai|io|cn)\b)?(?: [A-Z][\w&'-]*){{0,3}}){UNIT} {_DOING} (?P<told>[^;:]{{0,60}})$"
)
_ON = re.compile(r"(?:[^;:,]|,(?=\d)|, (?:adjusted|net|operating) ){0,60}")
_LEAD = re.compile(
    rf"{_WITH}(?:(?:[A-Z]\w+|[a-z]+)-(?:based|focused|facing|centric|oriented|listed) )?(?:[a-z-]+ ){{0,3}}$"
)
_REACH = 150  # characters before a figure


def does(scan: Scan, amount: Amount, mention: Mention) -> Mention | None:
    """Return the part that an English participle tells a figure of."""
    told = min(amount.start, mention.start)
    if scan.chinese:
        return None
    for part in reversed([m for m in scan.segments if m.end <= told]):
        low = max(scan.sentence.start, part.start - _REACH)
        verb = _VERB.match(scan.text, part.end)
        if verb is None or not _LEAD.search(scan.text, low, part.start):
            continue
        goes_on = _ON.fullmatch(scan.text, verb.end(), told)
        between: list[Mention | EntityMention] = [*scan.segments, *scan.entities]
        return part if goes_on and not any(verb.end() <= m.start < told for m in between) else None
    return None


def stranger_does(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether an English participle tells a figure of somebody whom no name of the catalogue is."""
    told = min(amount.start, mention.start)
    if scan.chinese:
        return False
    found = _STRANGER.search(scan.text, max(scan.sentence.start, told - _REACH), told)
    if found is None:
        return False
    if scan.is_marked(*found.span("name"), scan.metrics, scan.cues):
        return False
    low, high = found.span("told")
    return not any(low <= e.start < high for e in scan.entities) and not any(
        low <= a.start < high for a in scan.amounts
    )
