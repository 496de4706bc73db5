"""Bases that are another change's than the one before them: `up 37.2%, and down 8.0% from the prior quarter`, `surged 229%, but decreased from the previous month's 3,478`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED

_RIGHT_BEHIND = re.compile(r" (?:(?:higher|lower|more|less|fewer|better|worse|up|down) )?")
# `up 37.2%, and down 8.0% from the prior quarter`, `down 13%, but was up 19%`: each with its own word, of which the second has that base
_MOVED_APART = re.compile(
    r"(?:, (?:and |but |while |though |although |yet |albeit )?|,? (?:and|but|yet|while|though|although|albeit) )(?:(?:it|they|that) )?(?:(?:was|were|is|are) )?(?:still |also )?(?:up|down|an? (?:increase|decrease|rise|fall|decline) of|rose|rising|grew|growing|climbed|climbing|increased|increasing|fell|falling|dropped|dropping|declined|declining|decreased|decreasing|slipped|slipping)(?: just| only| merely| a mere)? (?:by )?"
)
_ITS_BASE = re.compile(r" (?:from |over |on |than )?(?:in )?(?:the )?")

_ANOTHER_MOVE = re.compile(
    rf"(?:[^;.]|\.(?=\d)){{0,60}}?,? (?:but|though|although|yet|albeit|while)(?: (?:it|they|this|that|(?:the |its )?(?:growth|pace|rate)))?(?: (?:was|were|had|still))?(?: [a-z]+ly)? (?:{MOVED}|slowed|eased|cooled|accelerated|up|down|lower|higher|below|above|less|fewer)\b"
)
_IN_THEN = re.compile(r"(?: [a-z]+)? (?:in|for|of) (?:the )?")
_TURNS = re.compile(r"\b(?:but|while|whereas|though|although|yet)\b")
_FROM_BASE = re.compile(r"\b(?:from|against|versus|vs\.?|compared with|compared to|than) (?:about |around |just )?$")
_A_POINT_LESS = re.compile(
    r"[^,;.\d]{0,40},? (?:(?:an?|one|two|three|four|five|six|half an?|[\d.]+) (?:full )?(?:percentage )?points? )?(?:less|more|lower|higher|slower|faster|quicker|better|worse) than\b"
)


def opens_the_next(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a base opens the clause behind a semicolon, whose change it is the base of: `an increase of 8%; month on month, sales rose 2%`."""
    opens = amount.end <= cue.start and scan.text.endswith("; ", 0, cue.start)
    return opens and scan.text.startswith(",", cue.end)


def is_anothers_base(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether `quarter-over-quarter` stands right behind an earlier change, or a later one past a level, and is the base of that one alone."""
    if cue.kind not in ("qoq", "mom", "quarter_before") or not scan.text[cue.start].isascii():
        return False
    before = scan.amount_before(cue.start)
    last = next((a for a in scan.amounts if a.end == before and a.kind == "percent"), None)
    if last and amount.end <= last.start and _MOVED_APART.fullmatch(scan.text, amount.end, last.start):
        return bool(_ITS_BASE.fullmatch(scan.text, before, cue.start))
    if cue.kind == "quarter_before":
        return False
    if last is None or before < amount.start:
        return last is not None and scan.text[before : cue.start] == " "
    # `climbed 34% to 39.8 billion yuan and was 19% higher sequentially`: of the later one, past a level
    past = any(amount.end <= a.start and a.end <= last.start and a.kind != "percent" for a in scan.amounts)
    return past and bool(_RIGHT_BEHIND.fullmatch(scan.text, before, cue.start))


def is_a_pace_beside(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a quarter before is only what the growth itself is compared with: `grew 33%, a point less than in the quarter before`."""
    return cue.start > amount.end and _A_POINT_LESS.match(scan.text, amount.end, cue.end) is not None


def is_of_another_move(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a base is that of a verb of its own behind a change: `surged 229% to 3,040 units, but decreased from the previous month's 3,478`."""
    if _is_of_another_level(scan, cue, amount):
        return True
    on = _ANOTHER_MOVE.match(scan.text, amount.end, cue.start) if cue.start > amount.end else None
    if on is None or not scan.text[cue.start].isascii():
        return False
    if "," in scan.text[on.end() : cue.start]:
        return False  # `fell 3.1%, though higher than feared, from the previous quarter`: an aside
    return not any(on.end() <= a.start < cue.start and a.kind == "percent" for a in scan.amounts)


def _is_of_another_level(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a base stands behind the level of another metric, which is set beside it: `a 15% rise in revenue while costs hit 21 billion yuan, against 27 billion in the previous quarter`."""
    base = next((a for a in reversed(scan.amounts) if amount.end < a.start and a.end <= cue.start), None)
    if base is None or base.kind == "percent" or not scan.text[cue.start].isascii():
        return False
    if not _IN_THEN.fullmatch(scan.text, base.end, cue.start):
        return False
    if not _FROM_BASE.search(scan.text, max(amount.end, base.start - 24), base.start):
        return False
    turn = _TURNS.search(scan.text, amount.end, base.start)
    return turn is not None and any(turn.end() <= m.start < base.start for m in scan.metrics)
