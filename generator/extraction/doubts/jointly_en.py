"""What several companies do together, in English, is none's alone: `with the three companies collectively planning close to $300 billion of capex`."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_JOINTLY = r"(?:together|collectively|jointly|combined|between them|in total|in aggregate)"
_COMPANIES = r"(?:companies|firms|groups|giants|rivals|(?:[a-z]+)?makers|vendors|players|hyperscalers|peers|start-?ups|competitors|tech titans|heavyweights)"
# `The two rivals jointly plan`, `all three hyperscalers are planning`: not `the two firms each`, nor `the two companies said`
_SEVERAL = re.compile(
    rf"\b(?:(?:[Tt]he|[Aa]ll|[Tt]hese|[Tt]hose) (?:two|three|four|five|six|seven|eight)|[Bb]oth) (?:[a-z-]+ ){{0,3}}{_COMPANIES}\b(?! said\b| reported\b)[^;:.\d]{{0,60}}$"
)
_EACH = re.compile(r"\b(?:each|respectively|apiece|both|individually)\b")
_EACH_BEHIND = re.compile(r"[^;.]{0,60}\b(?:each|apiece|respectively)\b")
# `NIO, the smallest of the three startups, delivered`, `Alphabet beat all three peers and grew`: whoever is told beside several
_ONE_OF = re.compile(r"\b(?:of|among|amongst|between|than|unlike|like|ahead of|behind) (?:the )?$")
_BEGINS = re.compile(
    r"(?:[;:–—(-]|\b(?:and|but|that|as|while|with|when|since|where|if|because|though|although|whereas|said|says|in which)) $"
)
_NEXT = re.compile(r"(?:,|,? and| &) ?(?:the |its rival )?")
# `Amazon and Alphabet will together spend`
_BEHIND = re.compile(rf"[^,;:.\d]{{0,40}}\b{_JOINTLY}\b[^;:.\d]{{0,40}}")
# `Between them, Amazon and Microsoft plan`
_BEFORE = re.compile(r"\b(?:[Bb]etween them|[Tt]ogether|[Cc]ombined|[Cc]ollectively|[Jj]ointly|[Tt]aken together),? $")
_LEAD = 100  # characters before an amount, within which the companies are named


def is_joint(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount is told of several companies at once."""
    low = max(scan.sentence.start, scan.amount_before(amount.start))
    if scan.chinese or _EACH_BEHIND.match(scan.text, amount.end):
        return False
    said = _SEVERAL.search(scan.text, max(low, amount.start - _LEAD), amount.start)
    if said is not None and not _EACH.search(scan.text, said.start() + len("both"), amount.start):
        return not any(said.end() > e.start > said.start() for e in scan.entities) and _is_subject(scan, said.start())
    named = [e for e in scan.entities if low <= e.start and e.end <= amount.start]
    for first, second in pairwise(named):
        if first.entity == second.entity or not _NEXT.fullmatch(scan.text, first.end, second.start):
            continue
        before = _BEFORE.search(scan.text, max(scan.sentence.start, first.start - 20), first.start)
        if second is named[-1] and (before or _BEHIND.fullmatch(scan.text, second.end, amount.start)):
            return not _EACH.search(scan.text, second.end, amount.start)
    return False


def _is_subject(scan: Scan, at: int) -> bool:
    """Whether several companies, called no more than so, are whom an amount is told of, and not only one of them or another."""
    before = scan.text[max(scan.sentence.start, at - 24) : at]
    if _ONE_OF.search(before):
        return False
    return not any(e.end <= at for e in scan.entities) or _BEGINS.search(before) is not None
