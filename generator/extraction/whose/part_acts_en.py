"""The region or line of business that is the subject of an English sentence, which goes on to a figure of it: `North America was the strongest market, with sales of 300,400 vehicles`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.subject import ADVERBS, UNIT, is_subject

# What stands before a region that is a subject: `🌎 The all-important Chinese market`
_LEAD = re.compile(
    r"[^\w\n]{0,6}(?:(?:And|But|Yet|Still|Meanwhile|However|Only|Even|Elsewhere|Then|Finally|Again|(?:By|In) (?:contrast|comparison)),? )?"
    r"(?:(?:[Tt]he|[Ii]ts|[Oo]ur) )?(?:(?:all-important|important|crucial|key|core|big|vast|huge|once-[a-z]+|fast-growing|struggling|so-called) )?"
)
_PLACE = r"(?: (?:markets?|region|itself|as a whole))*"
_ASIDE = r"(?P<aside>, [^;.]{2,110}?,(?= )| [–—-] [^–—;.]{2,110}? [–—-]| \([^()]{2,80}\))?"
_VERB = r"(?:was|were|is|are|has|had|have|did|made|bore|took|held|kept|stood|came|went|saw|led|fell|rose|grew|shrank|sank|slid|bought|sold|brought|set|put|lost|won|gave|proved|remains?|stays?|[a-z]+ed|makes|takes|leads|contributes)"
_ACTS = re.compile(rf"{UNIT}{_PLACE}{_ASIDE}{ADVERBS} {_VERB}\b")
# `Africa, where they went up 150%, chipped in`
_WHERE = re.compile(
    rf"{UNIT}{_PLACE},? where (?:(?:its|their|they|it|the (?:company|group|[a-z]*maker)['’]s) )(?:(?!total|overall)[a-z-]+ ){{1,6}}"
)
# How the clause behind goes on with it: `, with sales of`, `, its sales down`, `: 131,700 deliveries`
_GOES_ON = re.compile(
    r"(?:,? with|,(?= (?:its|their) )|:| [–—-])(?: (?:its|their|the (?:company|group|[a-z]*maker)['’]s|our))?(?: (?!(?:and|but|of|from|after|as|for|in|on|at)\b)[a-z-]+){0,3} \Z"
)
# `🇨🇳 China: revenue of`, `Passenger vehicles (all kinds): 330,488 sold`
_LABELS = re.compile(
    rf"{UNIT}{_PLACE}(?: \([^()\d]{{1,40}}\))?(?::| [–—-])(?: (?!and\b|but\b|its\b)[a-z-]+){{0,3}} ?\Z"
)
_JOINT = re.compile(r"[,;:(]| [–—-] ")
# `North America was weak, but the group sold`, `Overall, Nokia's sales fell`
_TURNS = re.compile(
    r"\b(?:but|although|though|while|whereas|despite|global(?:ly)?|world(?:wide)?|overall|in (?:total|all)|combined|altogether|everywhere|elsewhere|says?|said|group|company(?!['’]s)|where|who|that|which|when|because|since|if)\b|;|\band (?:[a-z]+ ){1,3}(?:of|at) (?-i:[A-Z])|\band (?-i:[A-Z])[\w.&-]*['’]s\b",
    re.I,
)
# Behind a figure of its own, what else is told: `sold 15,138, and total sales rose`
_TURNS_TO_ALL = re.compile(r"\b(?:total|overall|we|it|they|the company|the group|group|net|all)\b", re.I)
_WEIGHS = re.compile(
    r", (?:which (?:now |still |together )?(?:ma[dk]es? up|account(?:s|ed)? for|represent(?:s|ed)?|contribut(?:es?|ed)|generat(?:es?|ed)) |(?:accounting for|making up|home to) )[^,;$€£¥]{0,12}?\d[\d.]* ?(?:%|per ?cent) of (?:its |the |total |group |all )*(?:[a-z-]+ )?(?:sales|revenues?|turnover|business|deliveries|shipments)\b"
)
_REACH = 150  # characters behind its verb, within which the figure stands


def part_that_acts(scan: Scan, parts: list[Mention], told: int) -> Mention | None:
    """Return the part that a sentence has for its subject, where it goes on to what is told at an offset, and names nobody between."""
    before = [m for m in parts if scan.sentence.start <= m.start and m.end <= told]
    first = next((m for m in reversed(before) if _opens(scan, m)), None)
    if first is None or scan.chinese:
        return None
    if any(first.end <= m.start < told for m in scan.entities):
        return None
    if _WHERE.fullmatch(scan.text, first.end, told):
        return first
    if _LABELS.match(scan.text, first.end, told) and not any(first.end <= m.start < told for m in scan.segments):
        return first
    acts = _ACTS.match(scan.text, first.end, min(told + 1, scan.sentence.end))
    acts = acts or _ACTS.match(scan.text, first.end, min(told + 16, scan.sentence.end))  # `sold` is what is told
    if acts is None or told - acts.end() > _REACH or _tells_aside(scan, acts):
        return None
    if any(first.end < at < told for at in (m.start for m in scan.segments) if not acts.start() <= at < acts.end()):
        return None
    return first if told <= acts.end() or _leads_on(scan, acts.end(), told) else None


def _opens(scan: Scan, part: Mention) -> bool:
    """Whether a part opens its sentence, or a clause whose subject it is."""
    return bool(_LEAD.fullmatch(scan.text, scan.sentence.start, part.start)) or is_subject(scan, part)


def _leads_on(scan: Scan, start: int, told: int) -> bool:
    """Whether what stands behind a part's verb leads on to what is told, of that part."""
    amounts = [a for a in scan.amounts if start <= a.start and a.end <= told]
    since = amounts[0].start if amounts else told
    if _TURNS.search(scan.text, start, told) or (amounts and _TURNS_TO_ALL.search(scan.text, since, told)):
        return False
    return not _JOINT.search(scan.text, start, since) or bool(_GOES_ON.search(scan.text, start - 1, since))


def _tells_aside(scan: Scan, acts: re.Match[str]) -> bool:
    """Whether what stands between a part and its verb tells a figure, as `Africa, where they went up 150%, chipped in` does.

    `China, which accounts for 17 percent of sales, saw revenue fall` only tells how much it weighs.
    """
    low, high = acts.span("aside")
    if _WEIGHS.match(scan.text, low):
        return False
    return any(low <= a.start < high for a in scan.amounts)
