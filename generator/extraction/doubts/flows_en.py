"""English amounts of what moved, beside the name of what is there: cash that was burnt or paid, inventory that was written off or built up."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

HELD = ("cash", "inventory")
MOVES = "what moved, not what is there"
_LEAD = 70  # characters before an amount or a name, within which a verb says that it moved
_FLOWS = re.compile(
    r"\b(?:burn(?:s|ed|t|ing)?|spen(?:d|ds|t|ding)|us(?:e|es|ed|ing)|consum(?:e|es|ed|ing)|(?:go|goes|going|went|run|runs|ran|running|chew(?:s|ed)?|tear|tore) through|return(?:s|ed|ing)?|hand(?:s|ed|ing)? (?:back|over)|g(?:ave|ives?|iving) back|pa(?:y|ys|id|ying)(?: out)?"
    r"|rais(?:e|es|ed|ing)|los(?:e|es|t|ing)|generat(?:e|es|ed|ing)|inject(?:s|ed|ing)?|pump(?:s|ed|ing)?|sink|sank|invest(?:s|ed|ing)?|br(?:ing|ings|ought) in|took in|receiv(?:e|es|ed|ing)|need(?:s|ed)?|sav(?:e|es|ed|ing)|free[ds]?(?: up)?|bleed(?:s|ing)?|bled|borrow(?:s|ed|ing)?|throw(?:s|n)? off|threw off|distribut(?:e|es|ed|ing)|plough(?:s|ed)?|plow(?:s|ed)?|splash(?:es|ed)? out|add(?:s|ed|ing)?)"
    r" (?:(?:more than|as much as|at least|up to|about|around|over|nearly|almost|some|roughly|another|a further|an estimated|a record|through|away|a total of|a combined|an aggregate(?: amount)? of) ?)*$"
)
_RAISED = re.compile(
    r"\b(?:has|have|had|was|were|it|which|that)(?: since| also| then| already)* (?:raised|brought in|borrowed|injected|added|received|spent|paid|burn(?:ed|t)) (?:(?:another|a further|about|around|nearly|over|more than|some) )*$"
)
_CASH_DOES = re.compile(
    r" (?:burn|flow|outflow|inflow|drain|usage|consumption|consideration|payment|injection|offer|deal|bonus|incentive)s?\b"
)
# `agreed to buy Wiz for $32 billion in cash`, `a $20 billion takeover in cash`: what is paid
_PRICE = re.compile(
    r"\b(?:for|costs?|costing|worth|valued at|price of|of up to|deal of|in exchange for) (?:about |around |nearly |over |more than |up to )?$"
)
_PAID_IN = re.compile(
    r" (?:in|of) (?:cash|cash and (?:stock|shares|debt)|stock and cash|all-cash)\b(?! (?:and cash equivalents|reserves?|on hand))"
)
# `wrote off $4.5 billion of its inventory`, `inventories worth $90 million were written down`
_WRITTEN_OFF = re.compile(
    r"\b(?:wr(?:ote|ites?|iting|itten)[ -](?:off|down)|write-?(?:off|down)s?|impair(?:ed|ing|ments?)|scrapp(?:ed|ing)|clear(?:ed|ing)(?: out)?|offload(?:ed|ing)|work(?:ed|ing) (?:off|down|through)"
    r"|charges?|provisions?|reserves?|losses|set aside|buil(?:t|d|ds|ding)(?:[ -]?up)?|amass(?:ed|ing)|released|sold|us(?:ed|ing) up|stockpiled)\b[^,;.]{0,60}$",
    re.I,
)
_BEHIND = re.compile(
    r"[^,;.\d]{0,24}\b(?:written (?:off|down)|write-?(?:off|down)s?|impairments?|charges?|provisions?|reserves?|build(?:-?up)?|buildup|draw-?down|reduction|decrease|increase|release|adjustments?|purchases?|purchase (?:obligations|commitments)|commitments|obligations)\b",
    re.I,
)
_WERE = re.compile(
    r"[^,;.]{0,30} (?:was|were|had to be|has been|have been) (?:[a-z]+ )?(?:written (?:off|down)|scrapped|impaired)\b",
    re.I,
)

_TO_HOLDERS = re.compile(
    r"(?: in cash)?(?: back)? to (?:(?:its|our|their|the|all) )?(?:share|stock)?(?:holders|owners|investors)\b"
)
_HANDED = re.compile(
    r"\b(?:return(?:ed|ing|s)?|g(?:ave|iven|iving|ives)|hand(?:ed|ing|s)|sent|sending|sends|pa(?:id|ys|ying)|distribut(?:ed|ing|es)|pass(?:ed|ing|es))(?: (?:back|out|over|on))? (?:[a-z]+ ){0,3}$"
)


# `factory shutdowns had pushed some $5 billion worth of sales into the same quarter of 2023`
_PUSHED = re.compile(
    r"\b(?:push|pull|shift|defer|delay|mov|drag|shov|postpon)\w*(?: (?:forward|back|out))? (?:(?:about|around|some|nearly|over|more than|roughly|an estimated) )*$"
)
_INTO = re.compile(
    r" (?:worth )?(?:of|in) (?:(?:its|their|the) )?(?:[a-z-]+ )?(?:sales|revenues?|orders|deliveries|shipments) (?:forward |out |back )?(?:into|to|from|out of)\b"
)


# `profit was $5 billion, after it had set aside $1.4 billion`; a budget for spending is a plan
_SET_ASIDE = re.compile(
    rf"\b(?:sets?|setting) aside {ABOUT}$|\b(?:earmark|allocat|provision|reserv|budget)(?:ed|ing) {ABOUT}(?:up to )?$"
)
_SPENT = ("capex", "rd_expense", "chip_rd_investment", "marketing_expense", "operating_expense")


def what_moved(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why money beside English words for what a company has is none of that: it moved."""
    if _PUSHED.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start) and _INTO.match(
        scan.text, amount.end
    ):
        return MOVES
    low = max(scan.sentence.start, amount.start - _LEAD)
    if not (mention.metrics and mention.metrics[0] in _SPENT) and _SET_ASIDE.search(scan.text, low, amount.start):
        return MOVES
    if mention.metrics[:1] not in (("dividend",), ("buyback",)) and is_handed_back(scan, amount):
        return MOVES
    if (
        amount.kind not in ("money", "bare")
        or not scan.text[mention.start].isascii()
        or mention.metrics[:1] not in (("cash",), ("inventory",))
    ):
        return None
    moved = _cash_moves if mention.metrics[0] == "cash" else _inventory_moves
    return MOVES if moved(scan, mention, amount) else None


def is_handed_back(scan: Scan, amount: Amount) -> bool:
    """Whether English money is what shareholders were given, and no metric names it: `generated $24 billion in operating cash flow and returned $29 billion to shareholders`."""
    low = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    to_them = amount.kind == "money" and _TO_HOLDERS.match(scan.text, amount.end)
    return bool(to_them) and _HANDED.search(scan.text, low, amount.start) is not None


def _cash_moves(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether cash is what somebody burns, spends, raises, pays or hands out: `burned about $2 billion in cash`."""
    if _CASH_DOES.match(scan.text, mention.end):
        return True
    low = max(scan.sentence.start, amount.start - _LEAD)
    if (
        mention.start < amount.end
    ):  # `had cash of 27 billion yuan, and a share sale has since raised another $1 billion`
        # `used $1.2 billion of cash, after generating 0.3 billion in the quarter before`
        return _FLOWS.search(scan.text, low, amount.start) is not None or (
            mention.end < scan.clause(amount.start)[0] and _RAISED.search(scan.text, low, amount.start) is not None
        )
    paid = _PAID_IN.match(scan.text, amount.end) and _PRICE.search(scan.text, low, amount.start)
    return bool(paid or _FLOWS.search(scan.text, low, amount.start))


def _inventory_moves(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether inventory is what was written off, set aside for or built up: `an inventory build of $2.7 billion`."""
    first, last = min(mention.start, amount.start), max(mention.end, amount.end)
    low = max(scan.clause(first)[0], first - _LEAD)
    between = mention.end <= amount.start and _BEHIND.match(scan.text, mention.end, amount.start)
    return bool(between or _WRITTEN_OFF.search(scan.text, low, first) or _WERE.match(scan.text, last))
