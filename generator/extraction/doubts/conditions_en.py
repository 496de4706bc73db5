"""What English says has to come first, or would be needed: `only when sales reach 300,000 units can it break even`, `needs to sell 50,000 cars in December` tell no figure."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

CONDITION = "what has to come first, not what came"
# `Games, once its main business, saw revenue rise` sets none
# only after reaching, unless margins climb to, once sales hit: what is thought of, in the present tense
_CONDITION = sought(
    r"\b(?:only (?:when|if|once|after|by)|unless|once(?! more| again| (?:its|the|an?|their|one|considered|seen|known|part)\b[^,;]{0,50},)|if|as long as|provided(?: that)?|until|till|before it can [a-z]+ [a-z ]{0,20}when) "
    r"(?:[^.;:]{0,60}? )?(?<!to )(?<!% )(?<!cent )(?:reach(?:es|ing)?|hits?|hitting|exceeds?|exceeding|climbs?|climbing|rises?|rising|gets?|getting|falls?|falling|drops?|sells?|selling|deliver(?:s|ing)?|surpass(?:es|ing)?|tops?|topping|passes|passing|stays?|remains?)\b"
    r"[^.;:]{0,80}$",
    re.I,
)
_DO = r"(?:deliver|sell|ship|hand over|make|earn|produce|build|turn out|reach|hit|post|generate|achieve|lift|raise|grow|record|register|turn in|average|book|move|take|get|attain|bring|win|find|export|add)"
# `must step up deliveries to`, `needs to lift sales to`
_STEP_UP = r"(?:(?:step|ramp|speed|push|scale|drive) up|accelerate|lift|raise|increase|boost|grow|double|triple) (?:[^\s;]+ ){0,4}?to"
# `must sell`, `must have sold`, `has to deliver`, `would need revenue of`; `had to sell` may be what it did, `has to date sold` is
_NEEDED = re.compile(
    rf"\b(?:(?:(?:needs?|needed|needing|(?:is|are|was|were|be) (?:required|obliged|forced)) to|(?:has|have|having)(?: still| yet)? to|must(?: still| now| yet)?|ought to) (?:(?:now|still|also|once more|then|therefore) )?(?:{_STEP_UP}|{_DO})\b"
    r"|must (?:already )?have (?:delivered|sold|shipped|handed over|made|earned|produced|built|reached|generated|achieved|posted|recorded)\b"
    r"|(?:would|will|may|might|still|now) (?:still |also |only )?(?:need|require)\b|(?:needs|requires|(?:we|they|you|it all|one) needs?|(?:is|are|was|were) (?:needed|required|necessary)(?: is| are)?)(?! to\b))(?: (?!(?:and|after|as|before|but|while|since|to)\b)[^ ,;:]+){0,9} $"
)
# `Deliveries must average 70,000`, `is left with 104,500 vehicles to sell`, `another 320,000 to go`
_MUST = re.compile(
    r"\b(?:must|(?:has|have|needs?) to|would (?:have|need) to) (?:now |still )?(?:average|be|reach|hit|rise to|climb to|total|come to|exceed|top|grow to)(?: (?:at least|about|around|roughly|nearly|some|more than|over|an average of))* $"
)
_LEFT = re.compile(r"\b(?:left with|still|another|leaves|leaving|a further)\b[^,;\d]{0,24} $")
_TO_GO = re.compile(
    r" (?:more )?(?:(?:[a-z]+ ){0,3}(?:still )?(?:to|left to) (?:go|sell|deliver|hand over|make up|find|make|ship)\b|(?:short|shy|away) (?:of|from)\b)"
)
# `it takes 50,000 deliveries a month, along with a gross margin of 17%, to break even`
_TAKES = re.compile(
    r"\b(?:it|that|this) (?:takes|would take|will take|might take) (?!(?:to|in|up|on|over|out|off|its|the|place|part)\b)[^.;:]{0,120}$",
    re.I,
)
# `That takes total deliveries this year to 241,618`: what it brings them to came
_BRINGS = re.compile(r"\bto (?:(?:about|around|nearly|almost|over|more than|some|just) )?[A-Za-z]{0,3} ?[$€£¥]?\d")
# `the roughly 440,000 that Nio would need to sell`
_NEEDED_BEHIND = re.compile(
    rf"(?: (?:units|vehicles|cars|phones|deliveries|sales|yuan|euros|dollars))?(?:,? (?:that|which))? (?:it|they|the (?:company|group|firm|[a-z]*maker)|[A-Z][\w.&-]+(?: [A-Z][\w.&-]+)?) (?:(?:would|will|may|might|still|now) )*(?:needs?|has|have) to (?:{_DO}|meet|break even)\b(?! (?:[a-z]+ ){{0,2}}[A-Z]{{0,3}}[$€£¥]?\d)"
)
# `Investors want Intel to sell 500,000`, `the government wants it to build`: so do others than the company
_OTHERS_WANT = re.compile(
    r"\b(?:investors?|shareholders?|activists?|hedge funds?|governments?|ministers?|ministry|regulators?|(?:trade )?unions?|lawmakers?|politicians?|[Pp]resident(?! (?:and|of)\b)|Washington|Beijing|Berlin|Brussels|analysts?|critics|rivals?|customers?)\b[^,;.\d]{0,40} wants? [^,;.\d]{2,40} to [a-z]+ [^,;.]{0,40}$",
    re.I,
)
_GOES_ON = re.compile(r"\s*to (?:[a-z]+ )*")  # `it must step up deliveries, to nearly 182,000`
_REACH = 170  # characters before an amount, within which its condition begins


def of_condition(scan: Scan, amount: Amount) -> bool:
    """Whether an English amount is part of a condition."""
    low = max(scan.sentence.start, amount.start - _REACH)
    takes = _TAKES.search(scan.text, low, amount.start)
    if _CONDITION.search(scan.text, low, amount.start) or (
        takes and not _BRINGS.search(scan.text, takes.start(), amount.end)
    ):
        return True
    if _NEEDED_BEHIND.match(scan.text, amount.end, scan.sentence.end) or _OTHERS_WANT.search(
        scan.text, low, amount.start
    ):
        return True
    floor = max(scan.clause(amount.start)[0], scan.amount_before(amount.start))
    if _GOES_ON.fullmatch(scan.text, floor, amount.start):
        floor = max(low, scan.amount_before(amount.start))
    if _NEEDED.search(scan.text, floor, amount.start):
        return True
    if _MUST.search(scan.text, floor, amount.start):
        return True
    return bool(_TO_GO.match(scan.text, amount.end) and _LEFT.search(scan.text, floor, amount.start))
