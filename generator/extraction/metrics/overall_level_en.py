"""The whole company's figure that a part's is set beside: `EV margin was 25.5%, above the group's 22.9%`, `more than Xiaomi's overall margin of 22.8%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

_BESIDE = (
    r"(?:than|above|below|over|under|versus|vs\.?|with|to|against|and|while|of|exceed(?:s|ed|ing)|surpass(?:es|ed|ing))"
)
_OVERALL = re.compile(
    rf"\b{_BESIDE} (?:the |its |[\w.& ]{{2,30}}['’]s? |the [a-z]+['’]s )(?:overall|total|group|groupwide|group-wide|company-wide|companywide|consolidated) (?:(?:gross|operating|net|profit) )?(?:margin|level|rate|figure|average|growth)(?: rate)?(?:,? (?:of|at)|,? which (?:was|is|stood at)) {ABOUT}$"
)
_AS_A_WHOLE = re.compile(
    r" (?:for|at|of) (?:the (?:whole|entire|overall) (?:company|group)\b|(?:the (?:company|group)|[A-Z][\w.&]*(?: [A-Z][\w.&]*)?) (?:as a whole|overall)\b)"
)
_ALL = r"(?:company|group|firm|parent|conglomerate|corporation|[a-z]{3,10}maker|business as a whole)"
_VERB = r"(?:was|is|were|stood at|came (?:in )?(?:to|at)|reached|hit|totall?ed|amounted to|grew|rose|fell|climbed|jumped|increased|dropped|declined|slipped|gained)"
# `the group's 22.9%`, `the group's as a whole grew 5% to 247.8 billion`, `that of the whole company stood at 22.9%`
_ITS = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts) (?:whole |entire |overall )?{_ALL}['’]s(?: (?:own|overall|total|combined|as a whole|average|average of|total of|level of|figure of))*(?: {_VERB}(?: by)?)? {ABOUT}(?:[\d.,]+ ?(?:%|percent|per cent),? to {ABOUT})?$"
    rf"|\b[Tt]hat of (?:the|its) (?:whole |entire |overall )?{_ALL}(?: as a whole)?(?: {_VERB}(?: by)?)? {ABOUT}(?:[\d.,]+ ?(?:%|percent|per cent),? to {ABOUT})?$"
    rf"|\b(?:[Oo]verall|[Ff]or the (?:whole |entire )?{_ALL}(?: as a whole| overall)?), (?:it|the (?:figure|number|rate|margin)) {_VERB}(?: by)? {ABOUT}$"
)
# `22.9% for the company as a whole`, `247.8 billion yuan at the group`
_OF_ALL = re.compile(
    rf"(?: \([^()]{{1,30}}\))? (?:for|at|across|of|in) (?:the )?(?:whole |entire )?{_ALL}(?: as a whole| overall)?(?=[,.;:)]|$|\n| (?:and|but|while|as|in)\b)|,? (?:overall|(?:company|group|firm)-wide)(?=[,.;:)]|$|\n)"
)
# `EV margin was 25.5%. The group's was 22.9%`
_OPENS = re.compile(
    rf"[\s•*-]*(?:(?:But|And|Meanwhile|By comparison|By contrast|In all|Overall),? )?(?P<figure>[Tt]he (?:whole |entire |overall )?{_ALL}['’]s(?: as a whole| overall)?|[Tt]hat (?:of|for) (?:the|its) (?:whole |entire |overall )?{_ALL}(?: as a whole)?) {_VERB}(?: by)? {ABOUT}(?:[\d.,]+ ?(?:%|percent|per cent),? to {ABOUT})?"
)
_BACK = 110  # characters before an amount, within which it is said to be the whole's


def is_of_the_whole_beside(scan: Scan, amount: Amount) -> bool:
    """Whether English says before or behind an amount that it is the whole company's, beside what a part had."""
    if scan.chinese or amount.kind not in ("money", "percent", "bare"):
        return False
    low = max(scan.sentence.start, amount.start - _BACK)
    before = _ITS.search(scan.text, low, amount.start) or _OVERALL.search(scan.text, low, amount.start)
    return bool(
        before or _OF_ALL.match(scan.text, amount.end, scan.sentence.end) or _AS_A_WHOLE.match(scan.text, amount.end)
    )


def groups_own(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return the words by which a sentence opens on the whole company's figure of what the one before told of a part."""
    return _OPENS.fullmatch(scan.text, scan.sentence.start, amount.start)
