"""Companies that an apposition names to say whose brand or unit another is, or whose owner: `Zeekr, Geely's premium brand, delivered 28,843 cars`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.marks.mention import EntityMention
from generator.extraction.marks.scanning import Scan

_PART = r"(?:brand|marque|sub-?brand|label|unit|arm|subsidiary|affiliate|division|business|company|group|venture|joint venture|spin-?off|start-?up|[a-z]*maker|operation|offshoot|stablemate|sister company)"
_OPENS = r"(?: \([^()]{1,24}\))?(?:, | [–—-] | \()(?:now |once |formerly |also |itself )?"
_OWNED = r"(?:owned|controlled|held|backed|founded|funded|run|launched|built|spun off|majority-owned|part-owned|co-owned)(?: (?:jointly|partly|mostly))? (?:by|from)"
# between the two names, and behind the second: `, Geely's premium brand,`; `, a premium brand of Geely,`; `(a Geely brand)`
_POSSESSIVE = re.compile(_OPENS + r"$"), re.compile(rf"['’]s? (?:[\w-]+ ){{0,5}}?{_PART}s?(?=[,)–—]| [–—-] )")
_OF = (
    re.compile(
        rf"{_OPENS}(?:an?|the|one of the|another) (?:[\w-]+ ){{0,5}}?{_PART}s? (?:of|under|within|{_OWNED}) (?:the |its parent |parent )?$"
    ),
    re.compile(r"(?: (?:Group|Auto|Automobile|Holding|Holdings|Motor))?(?=[,)–—]| [–—-] )"),
)
_BY = re.compile(rf"{_OPENS}(?:which is |(?:[\w-]+ ){{0,2}})?{_OWNED} (?:the |its parent |parent )?$"), _OF[1]
_A = re.compile(_OPENS + r"(?:an?|the|another) $"), re.compile(rf" (?:[\w-]+ ){{0,3}}?{_PART}(?=[,)–—]| [–—-] )")
# and the other way round, `Geely, the owner of Zeekr, rose 2%`
_OWNER_OF = (
    re.compile(
        rf"{_OPENS}(?:an?|the )?(?:[\w-]+ ){{0,3}}?(?:owner|parent(?: company)?|operator|backer|founder) (?:of|to|behind) (?:the )?(?:[a-z-]+ ){{0,2}}$"
    ),
    _OF[1],
)
_READINGS = (_POSSESSIVE, _OF, _BY, _A, _OWNER_OF)
_REACH = 90  # characters between a company and its owner


def without_owners(scan: Scan) -> Scan:
    """Return a sentence's marks without the companies that an apposition right behind another names as its owner, or its own."""
    kept = [e for i, e in enumerate(scan.entities) if not i or not _owns(scan.text, scan.entities[i - 1], e)]
    return replace(scan, entities=kept) if len(kept) < len(scan.entities) else scan


def _owns(text: str, company: EntityMention, owner: EntityMention) -> bool:
    """Whether a second name only says whose the first one is."""
    if owner.start - company.end > _REACH or owner.entity == company.entity:
        return False
    between = text[company.end : owner.start]
    return any(led.match(between) and ends.match(text, owner.end) for led, ends in _READINGS)
