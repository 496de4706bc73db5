"""How far a part moved, told in a relative clause right behind it: `revenue of $47 billion, including $30 billion from Azure, which grew 39%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import A_MOVE
from generator.extraction.metrics.part_of import is_part

# `revenue of €36.8bn, of which €21.02bn came from the cloud, a gain of 23 per cent`
_A_GAIN = re.compile(
    rf"(?: (?:of (?:it|that|them) )?(?:(?:came|stemmed|derived) (?:from|in|at)|(?:was|were)(?: from| in| at)?) (?:the |its )?[^,;.\d]{{1,40}}| (?:from|in|for) (?:the |its )?[^,;.\d]{{1,40}})?(?:, | \()(?:an? (?:[a-z]+ )?{A_MOVE} of|up|down)(?: about| around| nearly| over)? "
)
# `of which 5.3 billion came from the cloud, a gain of 7 per cent overall`
_OF_ALL = re.compile(
    r"(?: [^,;.\d]{3,24})? (?:overall|in total|altogether|in all|(?:for|across|at) the (?:whole )?(?:group|company)|groupwide|group-wide)\b"
)
# `of which 17.5 billion came from advertising, down 14%, and 6.1 billion from cloud, up 26%`: behind the next part of a list
_AND = re.compile(r"(?:,| and|, and) (?:about |around |nearly |over |some |another )?(?:[A-Z]{2,3} ?)?$")
_NEXT = re.compile(r"\)?(?:[,;]| and|, and|; and) (?:about |around |nearly |over |some |another )?(?:[A-Z]{2,3} ?)?")
_OF_WHICH = re.compile(r",? of which (?:about |around |nearly |over |some )?(?:[A-Z]{2,3} ?)?$")
# `3.6 billion for the games business, up 18%`
_OF_ANOTHER = re.compile(
    rf" (?:from|for) (?:the |its )?[^,;.\d]{{1,40}}(?:, | \()(?:an? (?:[a-z]+ )?{A_MOVE} of|up|down)(?: about| around| nearly| over)? "
)
# `; from general merchandise RMB98 billion, up 14.9%`: an item of a list whose first alone names what it is of
_ITEM = re.compile(
    r"; (?:and )?(?:(?:from|for|in|at|by) )?(?:the |its )?[a-z][a-z &'’-]{2,40}?,? (?:[A-Z]{2,3} ?|[A-Z]{0,3}[$€£¥])?$"
)
_MOVED = re.compile(
    rf"(?: \([^()]{{1,40}}\))?(?:, | \()(?:an? (?:[a-z]+ )?{A_MOVE} of|up|down)(?: about| around| nearly| over)? "
)
_WHICH = re.compile(r"(?: [^,;.\d]{1,60})?, (?:which|that) (?:[a-z]+ ){1,5}")


def is_of_the_part(scan: Scan, amount: Amount) -> bool:
    """Whether a change is told of the part right before it, and nothing else is named between."""
    before = scan.preceding(amount)
    if scan.chinese or before is None or not is_part(scan, before):
        return False
    named = any(before.end < m.start < amount.start for m in scan.metrics)
    of_which = _OF_WHICH.search(scan.text, max(scan.sentence.start, before.start - 30), before.start)
    of_all = _OF_ALL.match(scan.text, amount.end)
    listed = bool(of_which or _AND.search(scan.text, max(scan.sentence.start, before.start - 30), before.start))
    listed = listed or _is_first_of_list(scan, amount)
    gained = listed and not of_all and _A_GAIN.fullmatch(scan.text, before.end, amount.start)
    return bool(gained) or (not named and bool(_WHICH.fullmatch(scan.text, before.end, amount.start)))


def is_of_a_nameless_part(scan: Scan, amount: Amount) -> bool:
    """Whether a change stands behind an amount of something that is no metric: `sales of 18.5 billion, and 3.6 billion for the games business, up 18%`."""
    before = scan.preceding(amount)
    if scan.chinese or before is None or before.kind != "money":
        return False
    named = any(before.end < m.start < amount.start for m in scan.metrics)
    of_all = _OF_ALL.match(scan.text, amount.end)
    if not (named or of_all) and _is_item(scan, before.start) and _MOVED.fullmatch(scan.text, before.end, amount.start):
        return True
    joined = _AND.search(scan.text, max(scan.sentence.start, before.start - 30), before.start)
    return bool(joined) and not (named or of_all) and bool(_OF_ANOTHER.fullmatch(scan.text, before.end, amount.start))


def _is_item(scan: Scan, at: int) -> bool:
    """Whether an amount stands behind no more than the name of an item that a semicolon opens, of no metric."""
    item = _ITEM.search(scan.text, max(scan.sentence.start, at - 60), at)
    return item is not None and not any(item.start() <= m.start < at for m in scan.metrics)


def _is_first_of_list(scan: Scan, amount: Amount) -> bool:
    """Whether another part stands behind a change, and its own change behind that: `including 47.5 billion from phones, up 14%, and 26.1 billion from IoT, up 26%`."""
    after = scan.following(amount)
    grew = scan.following(after) if after else None
    if after is None or grew is None or after.kind == "percent" or grew.kind != "percent":
        return False
    joined = _NEXT.fullmatch(scan.text, amount.end, after.start)
    return joined is not None and _A_GAIN.fullmatch(scan.text, after.end, grew.start) is not None
