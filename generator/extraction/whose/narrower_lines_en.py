"""Lines that only hold the name of one that the catalogue has: `wealth management services revenue`, `revenue from auto financing`, `the Baidu Wenku business posted revenue`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED
from generator.extraction.vocabulary import words

_NO_LINE = frozenset(words("terms")["no_line"])
# `subscription services revenue`, `revenue from subscription services`: the word right before services
_BEFORE_SERVICES = re.compile(r"(?<![\w.,'’&-])(?P<word>[A-Za-z][\w-]+) $")
_OTHER_SERVICES = re.compile(r"\b[Oo]ther (?:sales and )?$")
_FROM = re.compile(r" from (?:(?:the|its|our) )?")
# `revenue from auto financing came to`: what goes on behind the name of a line, up to the verb
_GOES_ON = re.compile(
    rf"(?P<tail>(?: (?:(?:and|&) )?[A-Za-z][\w&-]*){{1,3}}?)(?= (?:came|was|were|{MOVED}|reached|totall?ed|hit|amounted|accounted|contributed|stood)\b)"
)
_STILL_THE_LINE = re.compile(
    r" (?:(?:and|&) )?(?:business(?:es)?|segments?|units?|divisions?|arms?|operations?|sales|products?|services?|group|brands?|alone|also|then|itself|together|customers|users|clients|devices?|hardware|vehicles?|cars?|in|for|during|at|by|over|on|of|to|from|that|which|more|almost|nearly|other|others|games?|markets?|sectors?|regions?|countries|subscriptions?|support|ads?|advertising|licen[cs]es?|chips?)\b"
)
# `its auto financing business posted revenue`, `the Cloud ERP unit had`
_UNIT_OF_MORE = re.compile(
    r"(?P<tail>(?: (?:(?:and|&) )?[A-Za-z][\w&-]*){1,2}) (?:business|segment|unit|division|arm)\b"
)
_BEFORE, _BEHIND = (
    30,
    40,
)  # characters before services, within which it is said which; behind `from`, within which they stand
_WHICH_SERVICES = ("business", "enterprise", "consumer")
# `the JD Property business posted revenue`: what follows a company's name and is no part of it
_OWN_UNIT = re.compile(
    r" (?P<name>(?!(?:Group|Holdings?|Inc|Corp|Co|Motors?|Electronics|Technolog(?:y|ies)|International|Global|Core|Main|China|Q\d|H\d|FY)\b)[A-Z][\w&+-]*(?: [A-Z][\w&+-]*){0,2}) (?:business|segment|unit|division|arm)\b"
)


def is_of_narrower_line(scan: Scan, mention: Mention) -> bool:
    """Whether English revenue is of something in whose name a line's, or the company's, only stands."""
    if not mention.metrics or not mention.metrics[0].endswith("revenue"):
        return False
    return _is_of_some_services(scan, mention) or _is_from_more(scan, mention) or _is_of_own_unit(scan, mention)


def _is_of_some_services(scan: Scan, mention: Mention) -> bool:
    """Whether a word right before services says which: `wealth management services revenue`."""
    at = _services_of(scan, mention)
    if at is None:
        return False
    low = max(scan.sentence.start, at - _BEFORE)
    if _OTHER_SERVICES.search(scan.text, low, at):
        return True
    found = _BEFORE_SERVICES.search(scan.text, low, at)
    if found is None or scan.is_marked(*found.span("word"), scan.cues):
        return False
    word = found["word"].lower()
    return word in _WHICH_SERVICES or (word not in _NO_LINE and not word.endswith(("ed", "ly", "est")))


def _services_of(scan: Scan, mention: Mention) -> int | None:
    """Return where the services stand that revenue is of: right before it, behind `from`, in its own name, or before it in its clause."""
    services = [m for m in scan.segments if m.segment == "services"]
    if origin := _FROM.match(scan.text, mention.end):
        behind = next((m.start for m in services if 0 <= m.start - origin.end() < _BEHIND), None)
        if behind is not None:
            told = behind == origin.end() or "," in scan.text[origin.end() : behind]  # `revenue from services`
            return None if told else behind
    else:
        before = next((m.start for m in services if m.end + 1 == mention.start), None)
        if before is not None:
            return before
        if mention.metrics[0] == "services_revenue" and scan.text[mention.start :][:7].lower() == "service":
            return mention.start
    start = scan.clause(mention.start)[0]
    return next((m.start for m in services if start <= m.start < mention.start), None)


def _is_from_more(scan: Scan, mention: Mention) -> bool:
    """Whether revenue is told as coming from a line whose name goes on with what makes it another: `revenue from auto financing`."""
    origin = _FROM.match(scan.text, mention.end)
    line = next((m for m in scan.segments if origin and m.start == origin.end()), None)
    tail = _GOES_ON.match(scan.text, line.end) if line else None
    return tail is not None and not _STILL_THE_LINE.match(tail["tail"]) and not scan.is_marked(*tail.span("tail"))


def _is_of_own_unit(scan: Scan, mention: Mention) -> bool:
    """Whether the name of a company, or of a line, only begins that of a unit which the catalogue does not have, before revenue in the same clause."""
    low = scan.clause(mention.start)[0]
    for line in scan.segments:
        more = _UNIT_OF_MORE.match(scan.text, line.end, mention.start) if low <= line.start else None
        if more and not _STILL_THE_LINE.match(more["tail"]) and not scan.is_marked(*more.span("tail"), scan.cues):
            return True
    units = (_OWN_UNIT.match(scan.text, e.end, mention.start) for e in scan.entities if low <= e.start < mention.start)
    return any(unit is not None and not scan.is_marked(*unit.span("name")) for unit in units)
