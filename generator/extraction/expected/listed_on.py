"""Whether an amount goes on with a list of what the market expected: `forecast $3.66 billion in revenue, EPS of $1.97`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.beaten import is_met
from generator.extraction.expected.beside_each_en import ends_what_was_expected
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan

AND = re.compile(
    r"(?:\s+(?:(?:in|per|of|for)\s+)?[\w' -]{1,30}?)?\s+and\s+(?:about |around |an? )?(?:(?!from|down|up|than|compared|versus|posted|reported|recorded|generated|delivered|had|was|saw|translat\w+|meant|result\w+|worked|equal\w+|represent\w+|amount\w+|gave|marked|brought|led|helped|left)[\w-]+ ){0,3}?(?:of )?",
    re.I,
)
# `exceeded market expectations of NT$26 billion and translated into earnings per share of NT$17.50`
# `Analysts predict that sales grew 3% to $84.4 billion, with earnings per share rising to $1.35`
_WITH_MOVING = re.compile(
    r"(?: in [^,;.\d]{3,40})?,? with (?:(?:its|their|an?|the) )?[a-z][a-z -]{2,40} (?:rising|climbing|growing|increasing|improving|widening|jumping|falling|declining|dropping|slipping|narrowing|shrinking|coming in|staying|remaining)(?: slightly)? (?:to|at) (?:about |around )?"
)
# not `beat analysts' expectations of $1.35, with revenue rising to $94 billion`, which came
_THEY_EXPECT = re.compile(
    rf"\b(?:{MARKET})\b(?: [a-z]+){{0,4}}? (?:expect|predict|forecast|project|estimate|see|anticipate|look for|model|pencil in|(?:is|are) (?:expecting|looking for|predicting|forecasting|projecting))s?\b"
    r"|\b(?:is|are) (?:also |now )?(?:expected|seen|forecast|projected|predicted|estimated|anticipated) (?:to|at)\b"
)
_BESIDE_IT = re.compile(
    r"\b(?:against|versus|vs|above|below|ahead of|short of|shy of|beat|beats|beating|topp(?:ed|ing)|miss(?:ed|ing|es)|exceed(?:ed|ing|s)|surpass(?:ed|ing|es)|compared (?:with|to))\b"
)
_CAME_OF_IT = re.compile(
    r",? and (?:translated into|worked out (?:at|to)|amounted to|equalled|resulted in|meant|marked|was equal to) "
)
# `expect 463,310 deliveries, including around 435,900 units of its Model 3`
_INCLUDING = re.compile(r"[^,;.]{0,60},? (?:including|of which) (?:about |around |roughly |some |approximately )?")
_AND_ZH = re.compile(r"[辆台部人个]?[及和与、]")
# `forecast $3.66 billion in revenue (+42%), EPS of $1.97`: the next of what is expected.
_LISTED_ON = re.compile(
    r"[^,;.]{0,40} on (?:about |around |roughly )?"
)  # `$2.67 in adjusted earnings on $10.35 billion`
_LISTED = re.compile(
    r"[^,;.]{0,24}(?:,(?: and)?| and|;|,? on|,? with) (?:(?:the|its) (?=[\w-]+(?: [\w-]+){0,3} (?:of|at) ))?(?:(?!(?:the|it|they|but|while|was|were|is|are|came|rose|fell|grew|reported|posted|down|up|from|than|versus|compared|above|below|actual)\b)[\w-]+ ){0,5}(?:of|at) (?:about |around |roughly )?",
    re.I,
)
# `who had predicted an EPS of $2.10 on revenue of $118 billion`
_ON_REVENUE = re.compile(
    r"(?: (?:a|per) share)?,? on (?:total |net )?(?:revenues?|sales|turnover) of (?:about |around )?"
)
# `on revenues of $88.9 billion for the coming quarter, and for the current fiscal year, it is $7.11`
_FOR_ANOTHER_TIME = re.compile(
    r"[^,;.\d]{0,50},? (?:and|while) for (?:the )?[^,;.]{4,40}, (?:it|that|the (?:estimate|figure|number)) (?:is|stands at|comes to|sits at) (?:pegged at )?"
)
# `The consensus stands at 27.5 billion euros, or 6.34 per share`
_OR_EACH = re.compile(r"(?: \([^()]{1,30}\))?,? or (?:about |around )?")
# `against the $1.25 that analysts had expected and $0.81 a year earlier`: that came
_A_YEAR_BEFORE = re.compile(
    r"(?: (?:a|per) share)?,? (?:an? year (?:earlier|ago|before)|(?:(?:in|for) )?(?:last year\b|(?:the|its) (?:same (?:period|quarter|time) (?:of |in )?(?:the )?(?:last|previous|prior|preceding) year|year-(?:ago|earlier) (?:quarter|period)|prior-year (?:quarter|period)|(?:previous|prior) year)))"
)
_JOINED = re.compile(r"\band (?:with )?(?:about |around |nearly |roughly |an? (?:[a-z]+ )?(?:profit|loss) of )?$")
_PER_SHARE = re.compile(r" (?:per|a) share\b")


def is_of_a_year_before(scan: Scan, amount: Amount) -> bool:
    """Whether an amount that `and` joins to what was expected came a year before."""
    joined = _JOINED.search(scan.text, max(scan.sentence.start, amount.start - 30), amount.start)
    return bool(joined and _A_YEAR_BEFORE.match(scan.text, amount.end))


def _only_expects(scan: Scan, before: int) -> bool:
    """Whether a sentence says no more up to an amount than that the market expects it: nothing that beat it, or is set beside it."""
    cues = scan.cues_between(scan.sentence.start, before, "consensus")
    said = _THEY_EXPECT.search(scan.text, scan.sentence.start, before)
    met = any(is_met(scan, cue) for cue in cues) or _BESIDE_IT.search(scan.text, scan.sentence.start, before)
    return said is not None and not met


def goes_on_expecting(scan: Scan, amount: Amount, stated: bool) -> bool:
    """Whether an amount is the next of those that the market expected."""
    before = scan.amount_before(amount.start)
    brackets = (b for b in scan.brackets if b.start < before <= b.end <= amount.start and not scan.chinese)
    if before <= scan.sentence.start or any(scan.cues_between(before, b.end, "consensus") for b in brackets):
        return False  # `revenue of $14-15B ($16.3B consensus), and EPS of $0.20`
    if ends_what_was_expected(scan, amount) or _CAME_OF_IT.search(scan.text, before, amount.start):
        return False
    if amount.range_end or (
        not stated
        and any(form.fullmatch(scan.text, before, amount.start) for form in (_LISTED, _LISTED_ON, _INCLUDING))
    ):
        return True
    if _WITH_MOVING.fullmatch(scan.text, before, amount.start) and _only_expects(scan, before):
        return True
    if any(form.fullmatch(scan.text, before, amount.start) for form in (_ON_REVENUE, _FOR_ANOTHER_TIME)):
        return True
    if _OR_EACH.fullmatch(scan.text, before, amount.start) and _PER_SHARE.match(scan.text, amount.end):
        return True
    lead = scan.text[max(scan.clause(amount.start)[0], before) : amount.start]
    return bool(AND.fullmatch(lead) or _AND_ZH.fullmatch(lead))
