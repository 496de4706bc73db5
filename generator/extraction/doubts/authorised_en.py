"""What English boards allow to be spent on a company's own shares, which is not what was spent: `authorised a further $110 billion of buybacks`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

ALLOWED = "what may be spent, not what was spent"
_ALLOWS = re.compile(
    r"\b(?:authori[sz](?:e[sd]?|ing)|approv(?:e[sd]?|ing)|announc(?:e[sd]?|ing)|unveil(?:s|ed|ing)?|launch(?:es|ed|ing)?|green-?lit|sanction(?:s|ed)|signed off on|earmark(?:s|ed)|proposed?|mandated?|cleared|new|up to|plans?|additional|further|another)\b"
    r"(?P<between>[^;]{0,70})$"
)
_DONE = re.compile(
    r"\b(?:bought|repurchased|spent|returned|completed|executed|spending|repurchasing|buying|carried out|made|paid|totall?ed|came to|were|was|under)\b"
)
_BACK = r"(?:(?:share|stock|equity)[ -])?(?:buy-?backs?|repurchases?)(?: (?:programmes?|programs?|plans?|authori[sz]ations?|schemes?|mandates?))?"
# `$60 billion in share buybacks`, `a $70 billion buyback`, `a repurchase programme of up to $10 billion`
_BEHIND = re.compile(
    rf" (?:worth )?(?:of |in |for |to (?:its |the )?)?(?:additional |further |new |more |its |the |own |accelerated ){{0,2}}{_BACK}\b(?! (?:in|during) the (?:quarter|period|year|first|second|third|fourth))"
)
_BEFORE = re.compile(rf"\b(?:{_BACK}|(?:repurchase|buy back|buying back|repurchasing)(?: of)?)\b[^;,$€£¥\d]{{0,40}}$")
# `The board authorised a further $110 billion of buybacks`, `approved an additional $60 billion in share repurchases`
_BOARD_ACTS = re.compile(
    r"\b(?:authori[sz](?:es?|ed|ing|ations?)|approv(?:es?|ed|ing|al)|sign(?:s|ed) off(?: on)?|gave (?:the |a )?(?:green light|go-ahead|nod)|green-?li(?:t|ghted)|clear(?:s|ed)|up to|as much as)\b[^;.\d]{0,70}$"
)
# `a $25 billion share repurchase mandate`
_A_MANDATE = re.compile(
    r"(?: (?:in|of|worth of))?(?: (?:its|new|own|further|additional|share|stock|repurchase|buyback|buybacks)){0,4} (?:authori[sz]ations?|mandates?)\b"
)
_DONE_BEFORE = re.compile(
    r"\b(?:bought|repurchased|completed|executed|spent|returned|carried out|finished|conducted)\b[^;.\d]{0,50}$"
)
# `completed its $3 billion share repurchase programme`: what it came to over years
_FINISHED = re.compile(
    r"\b(?:complet(?:ed?|es|ing)|finish(?:ed|es|ing)?|conclud(?:ed?|es|ing)|exhaust(?:ed|s|ing)?|wrapp(?:ed|ing) up|us(?:ed|ing) up) (?:all of )?(?:its|the|their|an?)(?: [a-z-]+){0,3} $"
)
_PROGRAMME = re.compile(
    r" (?:(?:share|stock|equity)[ -])?(?:buy-?back|repurchase) (?:programmes?|programs?|plans?|authori[sz]ations?|schemes?|mandates?)\b"
)
OVER_YEARS = "what a buyback programme came to in all, not in the period"
_LEAD = 110  # characters before an amount, within which it is said that it is allowed
_NEAR = 90  # those of a metric's own amount


def is_allowed(scan: Scan, amount: Amount) -> bool:
    """Whether money is what a board lets a company spend on its own shares."""
    if scan.chinese or amount.kind != "money" or not amount.scaled:
        return False
    text, low = scan.text, max(scan.clause(amount.start)[0], scan.amount_before(amount.start), amount.start - _LEAD)
    allows = _ALLOWS.search(text, low, amount.start)
    if allows is None or _DONE.search(text, low, amount.start):
        return False
    return bool(_BEHIND.match(text, amount.end) or _BEFORE.search(text, low, amount.start))


def authorised(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why money beside an English buyback was not spent on one: a board allows it, or somebody may spend as much."""
    if "buyback" not in mention.metrics or not scan.text[mention.start].isascii() or amount.kind != "money":
        return None
    low = max(scan.clause(amount.start)[0], amount.start - _NEAR)
    if _PROGRAMME.match(scan.text, amount.end) and _FINISHED.search(scan.text, low, amount.start):
        return OVER_YEARS
    if _DONE_BEFORE.search(scan.text, low, amount.start):
        return None
    acts = _BOARD_ACTS.search(scan.text, low, amount.start) or _A_MANDATE.match(scan.text, amount.end)
    return ALLOWED if acts else None
