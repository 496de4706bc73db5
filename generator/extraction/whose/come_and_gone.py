"""Who or what comes or goes, and is not who or what is there: `layoffs affecting 14,000 employees`, `added 8.3 million subscribers`, `closed 627 stores`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.links.cumulative import BROUGHT_TO
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS

# `layoffs affecting 14,000 employees`: who goes is not who is there.
_LAID_OFF = sought(
    r"\b(?:lay(?:ing)?-?\s?offs?|laid off|jobs? cuts?|cut(?:s|ting)?|eliminat\w+|shed(?:s|ding)?|slash\w*|dismiss\w*|fir(?:e|ed|ing)|hir(?:e|es|ed|ing)|recruit\w*|affect(?:s|ed|ing)|impact(?:s|ed|ing)|let(?:s|ting)? go(?: of)?|part(?:s|ed|ing)? (?:company |ways )?with|(?:sa(?:y|ys|id|ying)|bid(?:s|ding)?) (?:goodbye|farewell) to|(?:get(?:s|ting)?|got) rid of|sack(?:s|ed|ing)?|ax(?:e|es|ed|ing)|do(?:es|ing)? away with|did away with|dispens\w+ with|discharg\w+|furlough\w*|retrench\w*|terminat\w*|remov\w+|los(?:e|es|t|ing)|redundan\w+|add(?:s|ed|ing)?|tak(?:e|es|ing) on|took on|onboard\w*)\b[^,;]{0,40}$",
    re.I,
)
# `let 3,000 employees go`, `3,000 workers were laid off`
_LEAVE = re.compile(
    r" (?:(?!(?:and|who|that)\b)[\w-]+ ){0,3}?(?:employees|workers|staff|staffers|people|jobs|positions|roles) (?:(?:to|will|would|are|were|have|has|had|been|be|being|is|was|must|could|also) )*(?:go|goes|leave|left|let go|laid off|cut|axed|sacked|fired|dismissed|eliminated|made redundant|lost|lose|redundant|off|hired|affected)\b"
)
# `added 8.3 million subscribers`, `beat forecasts of 7.6 million net additions`: who joined is not who is there.
_JOINED = re.compile(
    r"\b(?:add(?:s|ed|ing)?|gain(?:s|ed|ing)?|attract(?:s|ed|ing)?|sign(?:s|ed|ing)? up|pick(?:s|ed|ing)? up|los(?:e|es|t|ing)|shed(?:s|ding)?)\b[^,;]{0,80}$",
    re.I,
)
# `is cutting its headcount by 15%`, `plans to cut 15% of its workforce`
_CUT = re.compile(
    r"\b(?:cut|cuts|cutting|reduc(?:e|es|ing|tions?)|trim(?:s|ming)?|slash(?:es|ing)?|lay(?:s|ing)? off|eliminat\w+|shed(?:s|ding)?)\b",
    re.I,
)
_NEW = re.compile(r"\b[Nn]ew (?:[\w-]+ ){0,2}$")  # `new cloud customers were up 28%`
# `plans to add 1,000 swap stations`: what comes is not what there is.
_ADDED = re.compile(
    r"\b(?:add(?:s|ed|ing)?|open(?:s|ed|ing)|[Nn]et (?:addition|increase)s? of|install(?:s|ed|ing)?|additional|another|extra|further)(?: (?:an?|its|about|around|nearly|over|more than|at least|up to|some|monthly|annual|production|capacity|of|additional|another|further))* $",
    re.I,
)
# `closed 627 stores`: what is gone is not what there is
_CLOSED_DOWN = re.compile(
    r"\b(?:[Cc]los(?:e[sd]?|ing)|[Ss]hut(?:s|ting|ter(?:s|ed|ing)?)?(?: down)?|[Cc]ull(?:s|ed|ing)?|[Aa]x(?:e[sd]?|ing)?|[Ss]crap(?:s|ped|ping)?)(?: (?:an?|another|about|around|nearly|over|more than|some|its|net))* $"
)
_SHOPS = re.compile(r" (?:[a-z-]+ ){0,3}(?:stores|shops|outlets|branches|stations|restaurants|showrooms|dealerships)\b")
_NEWLY = re.compile(r" (?:[a-z]+ )?new (?:[a-z-]+ ){0,2}(?:stores|shops|outlets|branches|stations|employees)\b")
_STAFF = re.compile(r"\b(?:employees?|workers?|staff|staffers|people|jobs|positions|roles)\b", re.I)

_SOME_STAFF = re.compile(
    r" of (?:its|their|the|our) (?:[\w,.]+ ){0,3}?(?:employees|workers|staff|staffers|people|jobs|positions|roles)\b"
)
_TO_GO = re.compile(r"(?: (?:more )?(?:units|vehicles|cars))? (?:left )?to go\b")  # `leaving 181,020 to go`
# `with monthly deliveries exceeding 10,000 units from June to September`
_EACH_MONTH = re.compile(
    r"\bmonthly (?:deliver(?:y|ies)|sales|shipments) (?:exceeding|topping|surpassing|above|over|exceeded|topped|surpassed) (?:over )?$"
)


def are_leaving(scan: Scan, amount: Amount, floor: int) -> bool:
    """Whether an amount is of staff that go or come, or only of some of them."""
    leaves = _LAID_OFF.search(scan.text, floor, amount.start) or _LEAVE.match(scan.text, amount.end)
    return bool(_STAFF.search(amount.noun) and leaves) or _are_some_of_the_staff(scan, amount)


def _are_some_of_the_staff(scan: Scan, amount: Amount) -> bool:
    """Whether a count is only of some of those who are there, or the lower end of such a range: `retrain 9,000 to 10,000 of its staff`."""
    if amount.kind not in ("count", "bare"):
        return False
    end = scan.end_of_range(amount)
    return _SOME_STAFF.match(scan.text, end) is not None


def why_not_all(scan: Scan, amount: Amount, floor: int) -> str | None:
    """Return why a count is not one of all: of what is left, of several months, of what comes."""
    if _TO_GO.match(scan.text, amount.end):
        return "what is left, not what there is"
    if _EACH_MONTH.search(scan.text, floor, amount.start):
        return "a mark that several passed"
    if _CLOSED_DOWN.search(scan.text, floor, amount.start) and _SHOPS.match(scan.text, amount.end):
        return "what is gone, not what there is"
    added = _ADDED.search(scan.text, floor, amount.start) or _NEWLY.match(scan.text, amount.end)
    return "what is added, not what there is" if added else None


def who_joined(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return why a count of users or staff is none: it is of those who came or went."""
    if mention.metrics[0] == "headcount" and amount.kind == "percent":
        cut = _CUT.search(scan.text, max(scan.sentence.start, min(mention.start, amount.start) - 40), mention.end)
        return "who goes or comes, not who is there" if cut else None
    if mention.metrics[0] not in OF_USERS:
        return None
    if BROUGHT_TO.search(scan.text, scan.amount_before(amount.start), amount.start):
        return None  # `added 9.3 million subscribers, bringing the total to 269.6 million`
    start = max(scan.sentence.start, mention.start - 96)
    lead = scan.text[start : mention.start]
    return "only those that joined something, not all" if _JOINED.search(lead) or _NEW.search(lead) else None
