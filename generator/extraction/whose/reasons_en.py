"""A line of business that English names only as why something happened, or as what money went into: `Profits shrank on outlays for instant retail, with operating profit down 84%` is of the whole company."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.reason_words_en import BY, OWING_TO
from generator.extraction.marks.scanning import Scan

_REACH = 90  # characters before a line, within which it is said to be a reason
_ITS = r"(?:(?:its|their|the|[A-Z]\w+['’]s) )?(?:[a-z-]+ ){0,2}"
# `profit rose as its car unit made money`, `a record quarter, helped by its services business`: a reason, and not what is told
_AS_A_REASON = re.compile(
    rf"\b(?:as|after|because|since|when|while|although|though|until|{OWING_TO}|(?:owed|attributed|credited|traced|put down) to|{BY}) "
    rf"(?:(?:strong|solid|weak|robust|growth|demand|gains|losses|a|an|in|at|of|from|for|both|better|higher|lower) ){{0,4}}{_ITS}$"
)
# `on outlays for instant retail`, `kept spending on cloud and AI`, `poured money into food delivery`
_SPENT_ON = re.compile(
    r"\b(?i:outlays?|spending|spends?|spent|invest(?:s|ed|ing|ments?)?|subsid(?:y|ies)|money|cash|billions|resources|bets?|betting|push(?:es|ed|ing)?|foray|expenses?|expenditures?|price wars?|(?:fierce|intense|stiff|cut-throat|heated|tough) competition|promotions?) "
    rf"(?:[a-z]+ ){{0,2}}?(?:on|in|for|into|of|across|behind) {_ITS}$"
)
# `JD.com's push into food delivery, with an operating loss of 15.7 billion yuan`: what was gone into is itself spoken of
_VENTURE = re.compile(
    rf"\s*(?:[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?['’]s?|Its|Their) (?:[a-z-]+ ){{0,2}}(?:bets?|push|foray) (?:on|in|into) {_ITS}"
)
# `on strength in IoT`, `amid weakness in PCs`
_ON_STRENGTH = re.compile(
    rf"\b(?:on|amid|from|by) (?:[a-z-]+ )?(?:strength|weakness|softness|momentum|gains|losses|progress) (?:in|at|of) {_ITS}$"
)
# `, with Search and Cloud driving the performance,`: what is told behind the second comma is of the whole company
_WITH = re.compile(r", with (?:(?:strong|both|its|the) )*(?:[A-Za-z][\w&-]*(?:,? and|,) ){0,2}$")
_LEADING = re.compile(
    r"(?:(?:,| and|, and) [A-Za-z][\w&-]*(?: [a-z]+)?){0,2} (?:(?:again|both|all|also|once more|still) )?(?:driv|lead|contribut|return|grow|ris|boost|help|perform|recover|accelerat|strengthen|lagg|fall|slow|weaken|power|fuel+|pick|do|remain|continu|improv|support)ing\b[^,;.\d]{0,60},"
)
# `a $1.6 billion charge on its electric-vehicle business`, `lost $1.4 billion on electric vehicles`
_PUT_ON = re.compile(
    r"\b(?:charges?|write-?(?:downs?|offs?)|impairments?|provisions?|hit|losses|lost|loses|losing|wrote (?:down|off)|writing (?:down|off)|spent|poured|ploughed|plowed|sank|pumped|invested|burned|burnt)\b"
    rf"[^,;:()]{{0,40}}? (?:on|in|at|from|for|into|against|(?:related|tied|linked) to) {_ITS}$"
)
# `… and still made $1.3 billion`: what whoever put the money there did besides
_BESIDES = re.compile(
    r"(?: (?:business(?:es)?|units?|divisions?|segments?|arms?|operations|cars|vehicles))?(?:,? (?:and|but|yet|though|while)|,)(?! (?:its|their|the (?:segment|unit|business|division)|which|whose|where|with)\b)[^,;.\d]{0,40}"
)
# the next of several: `investments in cloud, AI and games`
_JOINED = re.compile(r"(?:,|,? and|,? or|,? as well as) (?:in |on |for )?(?:its |the )?(?:[A-Za-z][\w-]* ){0,2}$")


def is_a_reason(scan: Scan, named: Mention) -> bool:
    """Whether an English line of business only stands in a reason, in a time, or in what is spent on it, that is told of something else."""
    return not scan.chinese and (
        _is_reason_at(scan, named.start) or is_next_reason(scan, named) or _leads_aside(scan, named)
    )


def _leads_aside(scan: Scan, named: Mention) -> bool:
    """Whether an insertion only says which line was behind what is told before it."""
    low = max(scan.sentence.start, named.start - _REACH)
    return bool(_WITH.search(scan.text, low, named.start) and _LEADING.match(scan.text, named.end, scan.sentence.end))


def is_next_reason(scan: Scan, named: Mention) -> bool:
    """Whether a line of business is the next of several that are a reason: `strength in IoT and internet services`."""
    low, at = max(scan.sentence.start, named.start - _REACH), named.start
    for before in () if scan.chinese else reversed(scan.segments):
        joined = _JOINED.search(scan.text, low, at) if low <= before.start and before.end <= at else None
        if joined is None or before.end > joined.start() + 1 or "," in scan.text[before.end : joined.start()]:
            continue
        if _is_reason_at(scan, before.start):
            return True
        at = before.start  # `strength in cars, IoT and internet services`
    return False


def is_spent_on(scan: Scan, named: Mention) -> bool:
    """Whether money is told to go into a line of business: `outlays for instant retail`."""
    low = max(scan.sentence.start, named.start - _REACH)
    if scan.chinese or _VENTURE.fullmatch(scan.text, scan.sentence.start, named.start):
        return False
    return _SPENT_ON.search(scan.text, low, named.start) is not None


def is_put_aside(scan: Scan, named: Mention, at: int) -> bool:
    """Whether money only went into a line of business, and what stands at `at` is told besides: `took a charge on its electric-vehicle business and still made`."""
    low = max(scan.sentence.start, named.start - _REACH)
    if scan.chinese or named.end > at or not _BESIDES.fullmatch(scan.text, named.end, at):
        return False
    return _PUT_ON.search(scan.text, low, named.start) is not None


def _is_reason_at(scan: Scan, at: int) -> bool:
    low = max(scan.sentence.start, at - _REACH)
    return any(form.search(scan.text, low, at) for form in (_AS_A_REASON, _SPENT_ON, _ON_STRENGTH))
