"""Which profit English sets beside one that the text told last: `Its operating loss was 5 billion yuan. A year earlier the loss was 4 billion`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.when.beside import EARLIER
from generator.extraction.whose.ground import Ground

_OPERATING = ("operating_profit", "adjusted_operating_profit")
_A_YEAR_BEFORE = rf"(?i:{EARLIER}|(?:a|one) year (?:ago|earlier|before)|last year|the year before)"
_BEFORE = re.compile(
    rf"\s*(?:(?:But|And|Still),? )?(?:(?:[Ii]n|[Ff]or|[Dd]uring) )?{_A_YEAR_BEFORE},? (?:(?:only|it was|there was|that was|this was) )?(?:the|this|that|its) (?=(?:loss|profit|deficit)\b)"
)
_THEN = re.compile(rf"[^;.\d]{{0,40}}\d[^;]{{0,30}} {_A_YEAR_BEFORE}\b")
_THE = re.compile(r"\s*(?:The|This|That) ")
# `The estimated profit is well above the 2.2 trillion won posted a year ago`: that of which the text has just told
_THE_TOLD = re.compile(r"\s*(?:The|This|That) (?:estimated|preliminary|projected|expected|predicted|reported) ")
# `Operating profit rose 9%. Sony raised its annual profit forecast`: of the profit that the text is on
_FORESEEN = re.compile(r" (?:forecast|estimate|outlook|guidance|projection|prediction)s?\b")


def same_profit(scan: Scan, ground: Ground, mention: Mention) -> str | None:
    """Return the profit of operations that a sentence tells of a year before by no more than the word, right behind that of now."""
    if scan.chinese or not mention.any_profit or ground.earned is None or ground.earned[0] not in _OPERATING:
        return None
    start = scan.sentence.start
    if scan.text[mention.start : mention.end].lower() == "profit" and _FORESEEN.match(scan.text, mention.end):
        return ground.earned[0]
    if (told := _THE_TOLD.match(scan.text, start)) and told.end() == mention.start:
        return ground.earned[0]
    before = _BEFORE.match(scan.text, start)
    opens = before or _THE.match(scan.text, start)
    if opens is None or opens.end() != mention.start:
        return None
    then = before or _THEN.match(scan.text, mention.end, scan.sentence.end)
    return ground.earned[0] if then else None
