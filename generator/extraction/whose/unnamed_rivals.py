"""Whoever an English clause is about without being named, or named by the catalogue: `One of its rivals has guided for 95,000`, `a day after Marlow Computer cut its forecast`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.scanning import Scan

_OTHER = r"(?:rivals?|competitors?|peers?|suppliers?|contractors?|distributors?|subcontractors?)"
_OPENS = r"[\s•*\"“–-]*(?:(?:[Aa]nd|[Bb]ut|[Ww]hile|[Ww]hereas|[Ww]hen|[Aa]s|where|after|Meanwhile|Yet|By comparison|By contrast|Elsewhere|Across town|Last (?:week|month)|Earlier),? )?"
# `Its rival expects deliveries of 87,000`, `A larger competitor has sold`; not `Its rival, Nio, expects`
_UNNAMED = re.compile(
    rf"{_OPENS}(?:[Oo]ne of (?:its|the company['’]s|the)|[Ii]ts|[Tt]heir|[Aa]nother|[Aa]n?|[Ss]ome|[Tt]he company['’]s|[Tt]he) (?:(?!of\b)[\w-]+ ){{0,3}}{_OTHER}"
    r"(?: (?:in|from|based in) [A-Z]\w+)? (?:(?:has|have|had|is|are|was|were|also|now|only|still|then) ){0,3}(?!(?:and|or|of|in|to|with|for|at|by|from|on|such|like)\b)[a-z]+\b"
)
# Words that say that companies are several, or of a sort; `Wholly owned group companies` are the company's own.
_SORT = r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|most|all|other|rival|biggest|largest|big|major|leading|top|cloud|tech)"
# `The five biggest cloud providers will spend $600 billion`: of several, none of whom is named
_SEVERAL = re.compile(
    rf"{_OPENS}(?:[Hh]yperscalers|(?=(?:[\w.-]+ ){{0,4}}(?i:{_SORT}) )(?:(?!(?i:its|our|their|group|owned|operating|portfolio|subsidiary|of|from|by|to|for|at|in|with) )[\w.-]+ ){{1,5}}(?:hyperscalers|providers|operators|giants|firms|players|companies|carriers|groups))"
    r"(?: (?:combined|together|alone|worldwide|globally|collectively))? (?:(?:will|would|could|may|might|are|were|have|had|plan|now|all|to|be|been|expected|set|likely|collectively|together) ){0,4}"
    r"(?:spen[dt]|invest(?:ed)?|rais(?:e|ed)|lift(?:ed)?|boost(?:ed)?|sold|ship(?:ped)?|deliver(?:ed)?|earn(?:ed)?|post(?:ed)?|report(?:ed)?|generat(?:e|ed)|lost|lose|pay|paid)\b"
)
_OF_SEVERAL = re.compile(
    r" (?:by|at|of|from|across) (?:the )?(?:(?:\w+|U\.S\.) ){0,4}(?:hyperscalers|(?<=cloud )(?:providers|companies|giants|operators)|(?<=tech )(?:giants|companies|firms|groups))\b"
)
_TURNS = re.compile(r"[,;]|\b(?:and|but|while|as|which|so)\b")  # `Hyperscalers invested more, and revenue rose 62%`
_CUT_ITS = sought(
    r"\b(?:after|when|while|because|since|before) (?P<name>[A-Z][\w&'-]*(?: [A-Z][\w&'-]*){0,3}) (?:has |had )?"
    r"(?:cut|raised|lifted|lowered|trimmed|slashed|hiked|reported|posted|forecast|guided|predicted|warned) (?:(?:its|an?) )?(?:[\w-]+ ){0,4}$"
)
_PERSON_OR_DAY = re.compile(r"(?:Chief|CEO|CFO|Mr|Ms|Mrs|Dr|President|Analysts?|[A-Z][a-z]+day|Black)\b")


def is_of_unnamed(scan: Scan, first: int, at: int) -> bool:
    """Whether a clause tells of a rival or supplier that nobody names, or of a company that the catalogue does not list.

    `first`: where the metric or its amount stands; `at`: where the amount does.
    """
    if scan.chinese:
        return False
    for start in dict.fromkeys((scan.sentence.start, scan.clause(first)[0])):
        about = _UNNAMED.match(scan.text, start, first) or _several(scan, start, first)
        if about and not any(start <= e.start < at for e in scan.entities):
            return True
    if any(m.start == first and _OF_SEVERAL.match(scan.text, m.end, at) for m in scan.metrics):
        return True
    cut = _CUT_ITS.search(scan.text, scan.clause(first)[0], first)
    if cut is None or _PERSON_OR_DAY.match(cut["name"]):
        return False
    return " " in cut["name"] and not scan.is_marked(*cut.span("name"), scan.metrics)


def _several(scan: Scan, start: int, first: int) -> re.Match[str] | None:
    """Return the several companies of a sort that a clause opens with, where the metric or amount stands in the same one."""
    about = _SEVERAL.match(scan.text, start, scan.sentence.end)
    return None if about is None or _TURNS.search(scan.text, about.end(), first) else about
