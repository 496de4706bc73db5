"""Parts of a business that English names and no name of the catalogue is: `e-commerce, where revenues grew 39%`, `other related businesses contributed 500 million yuan`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.causes_en import part_is_cause
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.whose.accounted_for_en import is_accounted_for
from generator.extraction.whose.dashed_en import is_dashed

# `revenue from other hardware rose`: a part that no name of the catalogue is.
_FROM_PART = re.compile(
    rf"\s+from\s+(?!(?:operations|operating|continuing|customers|external|its customers|these|those|this|that|(?:the|its) (?:segment|unit|division|business)|last|a year|the year|the prior|the previous|the same)\b)(?P<name>(?:[A-Za-z\d][\w&'’/-]*,? ){{1,8}}?)(?:\([^()]{{1,16}}\) )?(?=(?:was|were|is|{MOVED}|reached|totall?ed|came|hit|edged|more|also|accounted|contributed|(?:nearly |almost |roughly )?(?:doubled|tripled|quadrupled|halved))\b)"
)
# `with revenue from external customers up 29%`
_FROM_SOME = re.compile(
    r" (?:generated |earned )?(?:from|with|to|by) (?:external|third-party|existing|new|related|affiliated|individual|corporate|enterprise|government|paying) (?:customers|clients|parties|users|buyers)\b"
)
_THE_PART = re.compile(
    r"(?:\b(?:the|its)|['’]s|s['’]) (?P<name>(?:[\w&-]+ ){1,4}?)(?:segment|division|department|unit|business|arm)\b",
    re.I,
)
# `Compute segment generated $33.8 billion`, `supporting product business gross margin`
_OPENING_PART = re.compile(
    r"[\s•*-]*(?P<name>[A-Z][\w&-]*(?: (?:and |& )?[\w&-]+){0,3}?) (?:segment|division|unit|business|arm)"
    rf"(?='s |(?: also)? (?:{TOOK}|{MOVED}|brought|reached|was|were)\b)"
)
_PRODUCTS = re.compile(r"\b(?:products?|hardware|devices?) (?:business|segment)(?:'s)? $", re.I)
# `and the infrastructure unit, which sells servers, boosted revenue`: the clause goes on with what is described before it
_DESCRIBED_BEFORE = re.compile(
    r"(?:^|(?<=, )|(?<=; )|(?<=\band )|(?<=\bwhile ))(?P<part>[^,;]{3,60}), (?:which|whose|that|home to|consisting of|including|once|long|the|an?|its) [^,;]{3,120}, ?$"
)
NO_PART = re.compile(
    r"(?:largest|biggest|smallest|youngest|oldest|fastest-growing|second-largest|best|weakest|strongest|most [a-z]+|core|main|whole|entire|overall|underlying|total|existing|combined|reporting|legacy|other|the|its|this|that|each|company|group) $",
    re.I,
)
_OWNER = re.compile(r"['’]s? (?=[A-Z])")
_OTHERS = re.compile(r"(?:all |its )?[\"'“‘]?(?:other|remaining)\b", re.I)
_REST = re.compile(
    r"\s*(?:(?:and|while|with|whereas|but) )?(?:the )?(?P<name>other (?:[\w-]+ ){0,2}(?:business(?:es)?|segments?|units|operations|products|areas|lines|categories))\b",
    re.I,
)
_FROM_OTHERS = re.compile(
    r"(?: \([^()]*\))? (?:came |was )?from (?:the |its )?(?P<name>other (?:[\w-]+ ){0,2}(?:business(?:es)?|segments?|units|operations|products|areas|lines|categories))\b"
)
_WHICH = re.compile(r", (?:which|whose|who|that) [^,;]*$")
_BACK = 200  # characters before a clause, within which what is described stands that it goes on with
# `growth in North America, Greater China and e-commerce, where revenues grew 39%`
_WHERE = re.compile(
    r"\b(?P<what>(?!(?:quarter|period|year|half|month|months|weeks|day|week|time|case|cases|basis)\b)[A-Za-z][\w&'’-]*)(?: \([^()]*\))?,? (?:where|in which) (?:(?:total|net|organic|quarterly|comparable) )?$"
)
# `S/4HANA current cloud backlog increased 86%`: a product of no name that the catalogue has
_PRODUCT = re.compile(
    r"(?:^|(?<=[\s(]))(?P<name>(?!FactSet|StreetAccount|GlobeNewswire|MarketWatch)(?:[A-Z]/\d?[A-Z]\w+|[A-Z][a-z]{2,}[A-Z][a-z]\w*)) (?:(?:current|total|cloud|annual|net|subscription|software) )*$"
)
_LOST_ON = re.compile(
    r"['’]s (?P<name>[a-z][a-z-]*(?: [a-z-]+){0,3}) (?:lost|made|earned|netted|cleared) [^,;]{3,40} on (?:(?:total|net|record) )?$"
)


def _is_where_unknown(scan: Scan, mention: Mention) -> bool:
    """Whether a metric is of what stands before `where`, and that is no name of the catalogue: `e-commerce, where revenues grew 39%`."""
    where = _WHERE.search(scan.text, max(scan.sentence.start, mention.start - 60), mention.start)
    if where is None or scan.is_marked(*where.span("what")) or _is_a_lines_own(scan, where):
        return False
    return not any(e.start <= where.start("what") < e.end for e in scan.entities)


def _earned_by_unknown(scan: Scan, mention: Mention) -> bool:
    """Whether a part of a company that no name of the catalogue is lost or made money on this revenue: `Intel's foundry lost $3.2 billion on revenue of $4.4 billion`."""
    earned = _LOST_ON.search(scan.text, max(scan.sentence.start, mention.start - 100), mention.start)
    return earned is not None and not scan.is_marked(*earned.span("name"))


def _is_a_lines_own(scan: Scan, where: re.Match[str]) -> bool:
    """Whether the word before `where` only calls a line that stands before it what it is: `the games business, where revenue rose`."""
    named = any(m.segment and m.end + 1 == where.start("what") for m in scan.segments)
    return named and where["what"] in ("business", "unit", "segment", "division", "arm")


def is_of_described(scan: Scan, low: int) -> bool:
    """Whether a clause from `low` goes on with an unknown part that is described before it: `the infrastructure unit, which sells servers, boosted`."""
    start = max(scan.sentence.start, low - _BACK)
    described = _DESCRIBED_BEFORE.search(scan.text[start:low])
    if described is None:
        return False
    part = _THE_PART.search(scan.text, start + described.start("part"), start + described.end("part"))
    return (
        part is not None and not NO_PART.search(part["name"]) and not scan.is_marked(past_owner(scan, part), part.end())
    )


def is_unknown_part(scan: Scan, amount: Amount, mention: Mention, low: int) -> bool:
    """Whether a part that no name of the catalogue is stands at a metric, or is what its clause opens with."""
    text = scan.text
    product = _PRODUCT.search(scan.text, max(low, mention.start - 48), mention.start)
    if (product and not scan.is_marked(*product.span("name"))) or _FROM_SOME.match(text, mention.end):
        return True
    if (
        is_dashed(scan, mention)
        or _earned_by_unknown(scan, mention)
        or _is_where_unknown(scan, mention)
        or is_accounted_for(scan, amount, mention, low)
    ):
        return True
    opening = _OPENING_PART.match(text, low, mention.end)
    if opening and not NO_PART.search(opening["name"] + " ") and not scan.is_marked(*opening.span()):
        return not part_is_cause(text, scan.sentence.start, opening, scan.metrics)
    if _PRODUCTS.search(text, low, mention.start) or _is_of_others(scan, low, mention) or _is_from_others(scan, amount):
        return True
    part = _FROM_PART.match(text, mention.end, scan.sentence.end) or _THE_PART.search(text, low, mention.start)
    if (
        part
        and _WHICH.search(text, scan.sentence.start, part.start())
        and text.find(",", part.end(), mention.start) >= 0
    ):
        return False  # `Continental, which has spun off its car parts arm, reported sales`
    if part and any(m.segment and m.start - part.end() in (1, 2) for m in scan.segments):
        return False  # `its mainstay unit JD Retail`
    if part and part_is_cause(text, scan.sentence.start, part, scan.metrics):
        return False  # `The robotics unit lifted Alphabet's revenue`
    if part and not NO_PART.search(part["name"]) and not scan.is_marked(past_owner(scan, part), part.end()):
        return True
    return bool(part and part.end() <= amount.start and _OTHERS.match(part["name"]))


def _is_from_others(scan: Scan, amount: Amount) -> bool:
    """Whether an amount came from the rest of the business: `and revenue of RMB0.7 billion from other related businesses`."""
    rest = _FROM_OTHERS.match(scan.text, amount.end)
    return rest is not None and not scan.is_marked(rest.start("name"), rest.end())


def _is_of_others(scan: Scan, low: int, mention: Mention) -> bool:
    """Whether a clause is of the rest of the business: `while other related businesses contributed 500 million yuan`."""
    rest = _REST.match(scan.text, low, mention.start)
    return rest is not None and not scan.is_marked(rest.start("name"), rest.end())


def past_owner(scan: Scan, part: re.Match[str]) -> int:
    """Return where a part's own name begins, behind the company that has it: `Siemens' Industrial Business`."""
    owners = (_OWNER.match(scan.text, e.end, part.end("name")) for e in scan.entities if e.start == part.start("name"))
    return next((owner.end() for owner in owners if owner), part.start("name"))
