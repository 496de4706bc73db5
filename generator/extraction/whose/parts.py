"""Parts of a business, as English names them: those that the catalogue does not know are not the whole."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.whose.earned_in_unknown_en import earned_in_unknown
from generator.extraction.whose.models import of_model
from generator.extraction.whose.only_some import UNKNOWN_LINE
from generator.extraction.whose.stood_for import is_for_unknown
from generator.extraction.whose.sublines import of_subline
from generator.extraction.whose.unknown_parts_en import is_of_described, is_unknown_part

_OF_UNIT = re.compile(
    r"\s+(?:(?:of|at|for|in) (?:the|its)|from (?:the|its|(?:the (?:[a-z]+ ){0,2})?[A-Za-z]\w+['’]s)) (?P<name>(?!(?:whole|entire|overall|core|main|wider|combined) )(?:(?:[\w()&-]+ ){1,5}?(?:unit|segment|division|arm|brand|business|businesses)\b|unit and other\b|(?:unit|division|business|segment|arm) (?:making|that|which|selling|responsible for|housing|comprising|containing|consisting of|composed of|made up of|covering|spanning)\b))",
    re.I,
)
# `The unit that sells Windows and devices shrank 9%`: one that only its things say
_UNIT_THAT = re.compile(
    r"\s*(?:(?:and|while|but|though) )?(?:the|its) (?:unit|segment|division|business|arm) (?:that|which|making|selling|responsible for|behind|housing|home to|comprising|containing|consisting of|composed of|made up of|with|covering|spanning) ",
    re.I,
)
# `bookings on our international platform`, one of several
_ON_PLATFORM = re.compile(
    r" (?:on|via|through|from) (?:the|its|our|their) (?!(?:online|own|whole|entire|digital) )(?:[A-Za-z][\w-]* ){1,3}platforms?\b"
)
_HOUSES = re.compile(r" ?(?:[a-z]+ )?(?:the |its )?")
_HAD = re.compile(rf",? (?:{TOOK}|{MOVED}|was|were|made|lost|reached|brought|ran|incurred|narrowed|widened|swung)\b")
# `Intel's Products business, which includes PC and server chips, brought in`
_DESCRIBED = re.compile(r"[^,;]{3,80}, (?:which|whose|that|consisting of|including) [^;]{3,160},\s?")
# `cost of goods sold per vehicle`: of each, unless what is measured is of each.
_BRAND = re.compile(
    r"['’]?s? (?:(?:passenger|main|core|car|namesake|mass-market|own)[ -])?(?:brand|marque|nameplate|badge)\b"
)
_AT_BRAND = re.compile(
    r" (?:at|of|for|from|in) (?:the|its) (?:[a-z]+ )?"
)  # `operating profit at the VW namesake brand`
_OF_A_BRAND = ("revenue", "profit", "margin", "eps")  # how the names end of what a brand has
_THE = re.compile(r"\b(?:[Tt]he|[Ii]ts|own|core|main|namesake|eponymous|flagship) (?:[a-z]+ )?$")
_PER_ONE = re.compile(
    r"\s+per (?!cent\b|(?:[a-z]+ ){0,2}(?:share|ads|adr|ordinary|unit of)\b)(?:[a-z]+ ){0,2}?[a-z]+\b", re.I
)  # average revenue per membership, per active user
# `Overall Client revenue`, `its Embedded sales`: a capitalised name before a metric, in the middle of a sentence.
_NAMED = re.compile(
    r"(?:\b(?:[Oo]verall|[Tt]otal|its|the|in|of|and|while|from) |['’]s )"
    rf"(?P<name>(?!(?:Total|Overall|Net|Group|Quarterly|Annual|Record|Adjusted|Company|Global|Core|Diluted|Basic|Gross|Operating|First|Second|Third|Fourth|Full|Wall|Street|{MONTHS}|Christmas|Chinese|American|European|Indian|Japanese)\b)[A-Z][a-z]{{3,}}(?: [A-Z][a-z]+){{0,2}}) $"
)
# `shipped 23 million sets of automotive components`
_THINGS = re.compile(
    r"(?: (?:sets|pieces|units))? of (?:[a-z-]+ ){0,3}(?:components|parts|chips|modules|systems|equipment)\b"
)
# `Mercedes-Benz Vans reported`, `Ford Pro revenue`: a part of the company that its name begins
_OF_HOUSE = re.compile(
    r" (?:Cars|Vans|Trucks|Mobility|Financial(?: Services)?|Finance|Credit|Bank|Health\w*|Gamesa|Display|Pictures|Pro|Blue|Model e|Motorrad|Capital|Ventures|Products|Aerospace|Defen[cs]e|Space|Helicopters)\b"
)
# `data from the Shanghai factory, which reported a 0.8% increase in deliveries`
_PLANT = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|['’]s) (?:[A-Z]\w+ )?(?:[Gg]igafactory|factory|plant)(?:,? which|,? that)? (?:delivered|shipped|reported|posted|recorded|saw|sold|exported)\b"
)
# `the game "Delta Force" is expected to exceed 8 billion yuan in revenue`
_WORK = sought(
    r"\b(?:games?|apps?|titles?|films?|movies?|series|shows?|dramas?|albums?|drugs?|chatbots?)(?:,| called)? [\"“](?P<name>[^\"”]{2,40})[\"”]",
    re.I,
)
_WITHIN = re.compile(r"\s*(?:within|of|out of) (?:the |its |that |this )?", re.I)


def within(scan: Scan, mention: Mention, amount: Amount) -> str | None:
    """Return the segment of `within automotive revenue, the portion from regulatory credits hit $554 million`."""
    if (
        not _WITHIN.fullmatch(scan.text, scan.sentence.start, mention.start)
        or scan.text[mention.end : mention.end + 1] != ","
    ):
        return None
    return next((m.segment for m in scan.segments if mention.end < m.start < amount.start), None)


def _is_joined(scan: Scan, start: int, end: int) -> bool:
    """Whether a line's name is two with a sign between, of which the catalogue has one at most: the Compute & Networking segment."""
    joint = scan.text.find(" & ", start, end)
    return joint >= 0 and not scan.is_marked(joint, joint + 1)


def part_of_english(scan: Scan, amount: Amount, mention: Mention, per_share: bool) -> str | None:
    """Return why an English amount is of a part that the catalogue does not name, or of each one; None where it is not."""
    text, (low, _) = scan.text, scan.clause(mention.start)
    low = scan.sentence.start if _DESCRIBED.fullmatch(scan.text, scan.sentence.start, low) else low
    unit = _UNIT_THAT.match(text, low, max(mention.end, amount.start))
    if is_of_described(scan, low) or (unit and not _houses_a_line(scan, unit.end())):
        return UNKNOWN_LINE
    if _PER_ONE.match(text, mention.end) and not per_share:
        return "a rate, not the whole"
    unit = _OF_UNIT.match(text, mention.end)
    known = unit is None or (scan.is_marked(*unit.span("name")) and not _is_joined(scan, *unit.span("name")))
    known = known or (unit is not None and _begins_a_line(scan, unit.end()))
    if not known or _ON_PLATFORM.match(text, mention.end):
        return UNKNOWN_LINE
    owner = next((e for e in reversed(scan.entities) if e.end <= mention.start), None)
    behind = next((e for e in scan.entities if _AT_BRAND.fullmatch(text, mention.end, e.start)), None)
    brand = any(e is not None and _is_own_brand(scan, e, mention) for e in (owner, behind))
    if brand or (owner and _is_of_house(scan, owner)):
        return UNKNOWN_LINE
    if of_subline(scan, mention) or (amount.kind in ("count", "bare") and _THINGS.match(text, amount.end)):
        return UNKNOWN_LINE
    if (
        is_unknown_part(scan, amount, mention, low)
        or is_for_unknown(scan, amount, mention)
        or earned_in_unknown(scan, amount, mention)
    ):
        return UNKNOWN_LINE
    if plant := _PLANT.search(text, scan.sentence.start, max(mention.end, amount.start)):
        fresh = any(plant.end() < e.start < mention.start for e in scan.entities)
        return None if fresh else "of a plant, not of the company"
    work = _WORK.search(text, low, amount.start)
    if work and not scan.is_marked(*work.span("name")):
        return UNKNOWN_LINE
    named = _NAMED.search(text, max(low, mention.start - 40), mention.start)
    if named and not scan.is_marked(named.start("name"), mention.start):
        return UNKNOWN_LINE
    return of_model(scan, amount, mention)


def _begins_a_line(scan: Scan, at: int) -> bool:
    """Whether a line that the catalogue has begins at an offset: `revenue of the segment comprising EVs, AI and other new initiatives`."""
    return any(m.segment and _HOUSES.fullmatch(scan.text, at, m.start) for m in scan.segments)


def _houses_a_line(scan: Scan, at: int) -> bool:
    """Whether a unit is told by a line that the catalogue has, and by no more: `the segment that houses electric vehicles and AI had`."""
    if any(m.start < at < m.end for m in scan.segments):
        return True  # a part of the company that is named by what it holds
    line = next((m for m in scan.segments if m.segment and _HOUSES.fullmatch(scan.text, at, m.start)), None)
    return line is not None and _HAD.match(scan.text, line.end) is not None


def _is_of_house(scan: Scan, owner: EntityMention) -> bool:
    """Whether a company's name only begins that of a part of it: `Mercedes-Benz Vans reported`."""
    house = _OF_HOUSE.match(scan.text, owner.end)
    return house is not None and not scan.is_marked(house.start() + 1, house.end())


def _is_own_brand(scan: Scan, owner: EntityMention, mention: Mention) -> bool:
    """Whether a figure is that of the brand that a company shares its name with: `The Geely brand sold 1,164,900`, `profit at the VW namesake brand`."""
    figure = any(name in CARS_SOLD or name.endswith(_OF_A_BRAND) for name in mention.metrics)
    own = figure and _BRAND.match(scan.text, owner.end) and not any(m.start == owner.start for m in scan.segments)
    return bool(own) and bool(_THE.search(scan.text, max(scan.sentence.start, owner.start - 14), owner.start))
