"""What a company had guided to itself, told behind the amount that what came is set beside: `43.4% vs 43% prior guidance`, `against the 18.2% it had guided for`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan, once

_SETS_BESIDE = re.compile(
    rf"\b(?:versus|vs\.?|against|compare[sd]? (?:with|to)|relative to|than|above|below|beat(?:s|ing)?|topp(?:ed|ing)|miss(?:ed|ing)|exceed(?:ed|ing)|(?:short|ahead|shy) of|up from|down from|from) (?:the |an? |its )?{ABOUT}$"
)
# `ahead of the midpoint of management's €7.3 to €7.8bn guidance range`, `above its 41% to 42% guidance range`
_BESIDE_RANGE = re.compile(
    rf"\b(?:versus|vs\.?|against|than|above|below|beyond|beat(?:s|ing)?|topp(?:ed|ing)|miss(?:ed|ing)|exceed(?:ed|ing)|(?:short|ahead|shy) of|(?:within|inside|in|at|near|of) (?:the )?(?:top|bottom|upper|lower|high|low|midpoint|middle|mid-point|upper half|lower half)(?: end)? of|within|inside)"
    rf" (?:the midpoint of |the (?:high|low|top|upper|lower) end of )?(?:(?:the|an?|its|their|management['’]s|the (?:company|group|firm)['’]s|[A-Z][\w.&-]+['’]s?) )?{ABOUT}$"
)
_RANGE_GUIDED = re.compile(
    r" (?:guidance|guided|outlook|forecast)(?: range| band| corridor)?(?=[\s,.;)]|$)(?! (?:of|for|was|is)\b)"
)
# `inside the range of 9.55 billion yuan to 11.55 billion`, `at the upper end of its range of`
_IN_RANGE = re.compile(
    rf"\b(?:within|inside|outside|in the middle of|(?:at|near|towards?|close to|around) the (?:top|bottom|upper end|lower end|high end|low end|middle|midpoint|center|centre) of) (?:(?:the|an?|its|their) )?(?:(?:expected|forecast|guided|guidance|promised) )?(?:(?:range|span|corridor|band)(?: of| from|,)? )?(?:between )?{ABOUT}$"
)
_THEY = r"(?:it|they|the (?:company|group|firm|carmaker|automaker|maker)|management|(?!Wall Street|The [Ss]treet|Analysts|Investors|LSEG|FactSet|Bloomberg|Visible|Consensus|Brokers|Refinitiv)[A-Z][\w&.-]+(?: [A-Z][\w&.-]+)?)(?: itself| themselves)?"
_NOT_THE_MARKETS = r"(?! (?:of|from|by|among) (?:[\w-]+ ){0,2}(?:analysts|brokers|economists)\b)"
_GUIDED = re.compile(
    r"(?:"
    rf" (?:that |which )?{_THEY} (?:had |has )?(?:previously |earlier |initially |originally |first |once |itself )*(?:guid(?:ed)(?: (?:for|to))?|named|flagged|signall?ed|held out|promised|forecast(?:ed)?|predicted|projected|indicated|announced|communicated|put forward|given as guidance)\b"
    r"| guided(?: (?:for|to))?(?: (?:before|earlier|previously|in [A-Z][a-z]+))?(?=[,.;)]|$| (?:and|while|but)\b)"
    rf"| (?:in |under |by )?(?:(?:its|their|the|the company['’]s) )?(?:(?:own|prior|previous|earlier|former|initial|original|company|management|old) ){{1,2}}(?:guidance|outlook|forecasts?|guide|projections?)\b{_NOT_THE_MARKETS}"
    rf"| (?:in |under )?(?:(?:its|their|the|the company['’]s) )?guidance\b{_NOT_THE_MARKETS}(?! (?:of|for|was|is|range)\b)"
    r")"
)
# `earned $2.28 a share, having told Wall Street to look for at least $2.25`
_TOLD_THEM = re.compile(
    rf"\b(?:told|guided|asked|advised|steered|warned|primed) (?:Wall Street|the (?:market|Street)|analysts|investors|shareholders) to (?:look for|expect|count on|model|pencil in|bank on|anticipate|reckon with) (?:[a-z]+ (?:of|at) )?{ABOUT}(?:at least |as much as |up to |no more than )?$"
)
_TOLD_LEAD = 90  # characters before an amount, within which stands what a company told them
_RANGE = 70  # characters before a range, within which stand the words that set something within it
_LEAD = 30  # characters before an amount, within which stand the words that set it beside


@once
def guided_beside(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount that another is set beside is what the company itself had guided to, as words behind it say."""
    if scan.chinese:
        return False
    beside = scan.amount_before(amount.start) > scan.sentence.start  # not `UBS told investors to expect $3.20`
    if beside and _TOLD_THEM.search(scan.text, max(scan.sentence.start, amount.start - _TOLD_LEAD), amount.start):
        return True
    lower = scan.preceding(amount) if amount.range_end else amount
    upper = amount if amount.range_end else scan.following(amount)
    if lower and upper and upper.range_end:
        outside = _BESIDE_RANGE.search(scan.text, max(scan.sentence.start, lower.start - _RANGE), lower.start)
        if outside and _RANGE_GUIDED.match(scan.text, upper.end, scan.sentence.end):
            return True
        ahead = _IN_RANGE.search(scan.text, max(scan.sentence.start, lower.start - _RANGE), lower.start)
        return ahead is not None and bool(_GUIDED.match(scan.text, upper.end, scan.sentence.end))
    if not _GUIDED.match(scan.text, amount.end, scan.sentence.end):
        return False
    return bool(_SETS_BESIDE.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start))
