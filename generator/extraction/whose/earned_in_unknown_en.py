"""The part behind an English amount that no name of the catalogue is: `a sales revenue of CNY 281 billion in the carrier business segment`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.whose.unknown_parts_en import NO_PART

_RATE = r"[\d.]+ ?(?:%|percent|per cent)"
_IN_PART = re.compile(
    rf"(?: \([^()]{{2,40}}\))?(?:,? (?:up|down) {_RATE}(?: year[- ]o(?:n|ver)[- ]year| YoY)?)?,?(?: in (?:FY)?20\d\d)?"
    r" (?:in|from|for|at|through) (?:the|its|their) (?:company['’]s )?"
    r"(?P<name>(?!(?:same|previous|prior|current|fiscal|business|first|second|third|fourth)\b)"
    r"(?:(?!(?:in|of|for|the|its|from|with|to|a)\b)[\w&'’-]+ ){1,4}?)(?:business|segment|division|unit|arm)\b(?! (?:year|day|travel|model))"
)
_OF = re.compile(
    r"(?:['’]s)? (?:of|at|was|were|totall?ing|reached) (?:(?:just |well )?(?:over|under)|about|around|nearly|more than|some|almost|a record)? ?"
)


def earned_in_unknown(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether money that a metric is of came in a part that is no name of the catalogue, which stands right behind it."""
    if scan.chinese or amount.start < mention.end or amount.kind not in ("money", "percent"):
        return False
    if amount.kind == "money" and not _OF.fullmatch(scan.text, mention.end, amount.start):
        return False
    part = _IN_PART.match(scan.text, amount.end, scan.sentence.end)
    return part is not None and not NO_PART.search(part["name"]) and not scan.is_marked(*part.span("name"))
