"""The company that an English clause turns to, and tells of: `At BYD, revenue rose`, `When it comes to XPeng, it sold`, `Things looked different at Nio, where sales fell`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED
from generator.extraction.whose.framed import TURNS

# `while at rival BYD, …`, `Back at Tesla, …`, `Turning to Alibaba, …`
_LED_TO = re.compile(
    rf"(?:\A[^\w\n]{{0,6}}|[,;:] |\b(?:and|while|but|whereas) )(?:(?:meanwhile|by contrast|in contrast|elsewhere|separately|finally),? )?"
    rf"(?:(?:(?:over|back|down|again) )?at|{TURNS}) (?:(?:the|its|their|fellow|larger|smaller|bigger|main|arch|local|domestic) |arch-?)*(?:rivals? |competitor |peer |[a-z]*maker |start-?up )?\Z",
    re.I,
)
_ITS_FIGURES = re.compile(
    r"(?: (?:Motors?|Auto|Group|Inc|Corp|Holdings?)\b\.?)?(?: (?:it|they|this|that|the|its|their) |, (?!(?:which|who|whose|said|says|told|an?)\b)[A-Za-z]"
    rf"| (?:net |gross |operating )?(?:deliveries|sales|shipments|revenues?|turnover|profits?|income|earnings|margins?|orders|exports) (?:{MOVED}|was|were|came|reached|stood|totall?ed)\b)"
)
# `Things looked different at Nio, where …`, `than at Nio, where …`
_WHERE = re.compile(r", where [A-Za-z]")
_AT = re.compile(r"\bat (?:(?:the|its|their) )?(?:[a-z-]+ ){0,2}\Z")
# `with NIO delivering 87,071 vehicles`: who does something is spoken of.
_WITH_IT = re.compile(
    r"with (?:[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3}) (?:also |alone |again )?(?!including|excluding|following)[a-z]+ing\b"
)
# `by BYD having met its target of 4.6 million`, `about Tesla missing its goal`: so is who did something that is spoken of
_ITS_DOING = re.compile(r"\b(?:by|of|about|at|despite|from|on|without|to) (?:the |rival )?$")
_DOES_IT = re.compile(
    r" (?:(?:not|never|already|only|again) )?(?:having|being|meeting|missing|hitting|reaching|selling|delivering|shipping|earning|losing|making|posting|reporting|cutting|raising|lowering|beating|setting|aiming|planning|wanting|spending|recording|doubling|falling|growing|returning)\b"
)
# `with NIO deliveries increasing 45%`: so is whose figure does
_GOES = re.compile(r" (?!including|excluding|following)[a-z]+ing\b")
_REACH = 60  # characters before a name, within which a clause turns to it


def is_turned_to(scan: Scan, mention: EntityMention) -> bool:
    """Whether an English clause turns to a company, whose figures it goes on to tell."""
    if not scan.text[mention.start].isascii():
        return False
    before = scan.text[max(scan.sentence.start, mention.start - _REACH) : mention.start]
    if _ITS_FIGURES.match(scan.text, mention.end, scan.sentence.end) and _LED_TO.search(before):
        return True
    return bool(_WHERE.match(scan.text, mention.end, scan.sentence.end) and _AT.search(before))


def goes_along(scan: Scan, mention: EntityMention) -> bool:
    """Whether `with` leads to a company that does something, or to a figure of its that moves."""
    if scan.chinese:
        return False
    if _DOES_IT.match(scan.text, mention.end):
        return _ITS_DOING.search(
            scan.text, max(scan.sentence.start, mention.start - 20), mention.start
        ) is not None or (scan.text.endswith("with ", 0, mention.start))
    if not scan.text.endswith("with ", 0, mention.start):
        return False
    its = (m for m in scan.metrics if m.start == mention.end + 1)
    does = _WITH_IT.match(scan.text, mention.start - 5)
    return bool(does) or any(_GOES.match(scan.text, m.end) for m in its)
