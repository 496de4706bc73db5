"""Items of lists that tell what the market expects: `Revenue: $52.9 billion vs. $51.0 billion expected`, `Consensus segment estimates: Gaming, $1.41B`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.beaten import SET_AGAINST
from generator.extraction.expected.house_previews_en import house_previews
from generator.extraction.expected.in_brackets_zh import held_in_brackets
from generator.extraction.expected.market_view import is_missed_in_brackets
from generator.extraction.expected.polled import OWN, is_awaited
from generator.extraction.expected.set_beside_zh import stands_below_so
from generator.extraction.expected.unsaid_en import is_only_beside
from generator.extraction.marks.cues import Cue
from generator.extraction.when.due import due_said
from generator.extraction.whose.context import Surroundings

_ESTIMATES = re.compile(r"\b(?:[Ee]stimates?|[Ee]xpectations?|[Ff]orecasts|[Pp]rojections)\b")
VERSUS = sought(r"(?<![a-z])(?:vs\.?|v\.s\.|versus|against|compared (?:with|to))\s*$", re.I)
_AGAINST_ZH = re.compile("(?:对比|对照|相较于?|相比)[:,]?$")
# `Revenue is put at 85 billion yuan, according to FactSet`
POLLED_BEHIND = re.compile(
    r"(?: (?:a|per) share)?(?: \([^()]{1,24}\))?(?: (?:in|for) (?:the |its )?[a-z\d]+(?:[ -][a-z\d]+){0,3})?,? (?:according to|as per|going by|based on) (?:the |an? |data (?:from|by) |estimates (?:from|by) |figures (?:from|by) )*(?:LSEG|Refinitiv|FactSet|StreetAccount|Street Account|Visible Alpha|S&P Capital IQ|IBES|Bloomberg (?:consensus|data|estimates|poll))\b",
)
_ITEM = re.compile(r"[^\w\n]{0,6}[A-Z][\w&/,'’ ()-]{1,60}(?::| of | -) ?")  # `- Revenue: $124 billion`
# `Operating profit fell 11% to $1.4bn ($1.1bn expected)`
_IN_BRACKETS = re.compile(
    r" (?:was |were |had been )?(?:expected|anticipated|forecast|estimated?|est\.?|consensus|cons\.?)\)", re.I
)
_ESTIMATE_WAS = re.compile(
    r"\((?:[A-Z]\w+ )?(?:average |mean |consensus )?(?:est\.?|[Ee]stimates?|[Ee]xpected|[Ee]xpectations?): ?$"
    r"|(?:[\d)]|llion|RMB|yuan), (?:Bloomberg |average |mean |consensus )?estimates? $"  # `Cloud revenue $7.45 billion, estimate $7.4 billion`
)  # `sales of $22 billion (estimate: $20 billion)`


def awaits(around: Surroundings, amount: Amount) -> bool:
    """Whether results are still to come: of a whole preview, or of the company that a sentence says reports soon."""
    if around.awaited or due_said(around.scan, amount.start):
        return True
    return around.ground.foresees == "consensus" and not is_only_beside(around, amount)


def awaited_by_market(around: Surroundings, amount: Amount, floor: int) -> bool:
    """Whether a preview of what the market expects, and no house's, says of an amount that it is expected."""
    scan = around.scan
    return awaits(around, amount) and is_awaited(scan, amount, floor) and not house_previews(around, amount.start)


def is_polled_item(around: Surroundings, amount: Amount, stated: bool, lead: str) -> bool:
    """Whether an amount of a list is what the market expects: all of what it expects, or what stands behind `vs.`; or brackets say so."""
    if stated and around.scan.text[amount.start - 1] == "(" and _IN_BRACKETS.match(around.scan.text, amount.end):
        return True
    if is_missed_in_brackets(around.scan, amount) or held_in_brackets(around, amount) == "expected in brackets":
        return True
    if (
        stated
        and amount.kind == "money"
        and _ESTIMATE_WAS.search(around.scan.text, max(0, amount.start - 40), amount.start)
    ):
        return True
    # what brackets add to an item came before: `Revenue: 20.7 billion euros (21.4 billion)`
    if around.ground.polled == "alone":
        return not around.scan.brackets_around(amount.start) and bool(
            _ITEM.match(around.scan.text, around.scan.sentence.start, amount.start)
        )
    beside = around.ground.polled == "beside" or stands_below_so(around.scan, amount)
    return beside and stated and bool(VERSUS.search(lead) or _AGAINST_ZH.search(lead))


def is_put_by_pollster(cues: list[Cue], amount: Amount, lead: str, text: str) -> bool:
    """Whether a pollster right behind what is expected says so: `Revenue is seen at 13.8 billion yuan, according to LSEG`."""
    expects = cues[-1].kind == "forecast" and not OWN.search(lead)
    return expects and POLLED_BEHIND.match(text, amount.end) is not None


def is_headed(around: Surroundings, amount: Amount) -> bool:
    """Whether a list of labels is of what the market expected: `Consensus segment estimates: Gaming, $1.41B; Auto, $99M`.

    Before results are out, so are estimates that are nobody's: `By segment, revenue estimates are: Gaming, $1.41B`.
    """
    scan = around.scan
    header = scan.text.find(":", scan.sentence.start, amount.start)
    if header < 0 or SET_AGAINST.search(scan.text, scan.sentence.start, header) or stands_below_so(scan, amount):
        return False
    awaited = awaits(around, amount) and not OWN.search(scan.text, scan.sentence.start, header)
    awaited = awaited and _ESTIMATES.search(scan.text, scan.sentence.start, header) is not None
    return awaited or bool(scan.cues_between(scan.sentence.start, header + 1, "consensus"))
