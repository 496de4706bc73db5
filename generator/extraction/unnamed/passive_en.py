"""Amounts that an English clause opens with, and says no more of than what was done with them: `Rmb2.8bn was earned in the second quarter`, `For the third, $28.8bn is expected`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import Figure
from generator.extraction.marks.names import Names
from generator.extraction.marks.reduced import reduced
from generator.extraction.marks.scanning import Scan

# what was done goes with figures of one kind only
_DONE = {
    "earned": ("profit", "eps"),
    "made": ("profit", "eps"),
    "lost": ("profit", "eps"),
    "spent": ("rd_expense", "capex", "buyback", "marketing_expense"),
    "taken in": ("revenue",),
    "booked": ("revenue", "profit", "order_intake"),
    "sold": ("sales", "shipments", "deliveries"),
    "delivered": ("sales", "deliveries"),
    "handed over": ("sales", "deliveries"),
    "shipped": ("shipments",),
}
_EXPECTED = r"(?:expected|forecast|seen|predicted|projected|anticipated|pencill?ed in|estimated|planned|targeted)"
_OPENS = re.compile(
    r"(?:(?:but|and|while|of (?:it|this|that)) (?:, )?)?(?P<when>(?:for|in|during|over) (?:the )?(?:[a-z]+ )?T (?:, )?)?(?:(?:about|around|nearly|almost|just|only|over|some|another|a further) )*"
)
_BEHIND = re.compile(
    rf"(?:units |vehicles |cars )?(?:of (?:it|this|that|which|them) )?(?:is|was|are|were|had been|has been|will be|should be) (?:(?:now|still|already|only|even|again|[a-z]+ly) )*(?P<done>{_EXPECTED}|{'|'.join(_DONE)})(?P<when> (?:in|for|during) (?:the )?(?:[a-z]+ )?T)?(?= [.;,]| (?:and|but|while|after|against|compared|on average)\b| $)"
)
_REACH = 120  # characters behind an amount, within which stands what was done with it


def is_passive(scan: Scan, told: Figure, amount: Amount, names: Names) -> bool:
    """Whether a clause says no more of an amount than when it was done or is expected, as may be said of the figure told before."""
    opens = _OPENS.fullmatch(reduced(scan, scan.sentence.start, amount.start, names))
    end = min(scan.sentence.end, amount.end + _REACH)
    behind = _BEHIND.match(reduced(scan, amount.end, end, names)) if opens else None
    if opens is None or behind is None or not (opens["when"] or behind["when"]):
        return False
    kinds = _DONE.get(behind["done"])
    return kinds is None or (told.metric or "").endswith(kinds)
