"""Parts of a business, as English names them: those that the catalogue does not know are not the whole."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.bare_margins import is_bare_margin
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.whose.accounted_for_en import is_accounted_for
from generator.extraction.whose.models import of_model
from generator.extraction.whose.only_some import UNKNOWN_LINE
from generator.extraction.whose.stood_for import is_for_unknown
from generator.extraction.whose.sublines import of_subline

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
_OF_UNIT = re.compile(
    r"\s+(?:(?:of|at|for|in) (?:the|its)|from (?:the|its|(?:the (?:[a-z]+ ){0,2})?[A-Za-z]\w+['’]s)) (?P<name>(?!(?:whole|entire|overall|core|main|wider|combined) )(?:(?:[\w()-]+ ){1,4}?(?:unit|segment|division|arm|brand|business|businesses)\b|unit and other\b|(?:unit|division|business|segment|arm) (?:making|that|which|selling|responsible for|housing|comprising|containing|consisting of|composed of|made up of|covering|spanning)\b))",
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
# `cost of goods sold per vehicle`: of each, unless what is measured is of each.
_BRAND = re.compile(
    r"['’]?s? (?:(?:passenger|main|core|car|namesake|mass-market|own)[ -])?(?:brand|marque|nameplate|badge)\b"
)
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
_GROWTH = re.compile(r"(?: [a-z/-]+){0,3}? (?:increase|decrease|rise|growth|decline|drop|gain|jump|fall)\b", re.I)
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
_DASHED_LINE = re.compile(
    r"(?: by [a-z ]{3,24})?(?: ?[-–—] ?|: ?)(?P<name>[A-Z][^'\"“”‘’\n;.$]{1,48}?)(?:['’”\"]|: ?(?=[$€£¥\d]|[A-Z]{2,3} ?[$€£¥\d]))"
)
_TOTAL = re.compile(
    r"(?:Total|Overall|Group|Net|Company|Consolidated|Actual|Reported|Adjusted|GAAP|Non-GAAP|Diluted|Basic|Consensus|Estimates?|Guidance|Outlook|Beats?|Miss(?:es|ed)?|Up|Down|Above|Below|In line|Record|Solid|Strong|Weak)\b",
    re.I,
)
_LOST_ON = re.compile(
    r"['’]s (?P<name>[a-z][a-z-]*(?: [a-z-]+){0,3}) (?:lost|made|earned|netted|cleared) [^,;]{3,40} on (?:(?:total|net|record) )?$"
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


def part_of_english(scan: Scan, amount: Amount, mention: Mention, per_share: bool) -> str | None:
    """Return why an English amount is of a part that the catalogue does not name, or of each one; None where it is not."""
    text, (low, _) = scan.text, scan.clause(mention.start)
    low = scan.sentence.start if _DESCRIBED.fullmatch(scan.text, scan.sentence.start, low) else low
    unit = _UNIT_THAT.match(text, low, max(mention.end, amount.start))
    if _is_of_described(scan, low) or (unit and not _houses_a_line(scan, unit.end())):
        return UNKNOWN_LINE
    if _PER_ONE.match(text, mention.end) and not per_share:
        return "a rate, not the whole"
    unit = _OF_UNIT.match(text, mention.end)
    known = unit is None or scan.is_marked(*unit.span("name")) or _begins_a_line(scan, unit.end())
    if not known or _ON_PLATFORM.match(text, mention.end):
        return UNKNOWN_LINE
    owner = next((e for e in reversed(scan.entities) if e.end <= mention.start), None)
    if owner and (_is_own_brand(scan, owner, mention) or _is_of_house(scan, owner)):
        return UNKNOWN_LINE
    if of_subline(scan, mention) or (amount.kind in ("count", "bare") and _THINGS.match(text, amount.end)):
        return UNKNOWN_LINE
    if _is_unknown_part(scan, amount, mention, low) or is_for_unknown(scan, amount, mention):
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


def _is_where_unknown(scan: Scan, mention: Mention) -> bool:
    """Whether a metric is of what stands before `where`, and that is no name of the catalogue: `e-commerce, where revenues grew 39%`."""
    where = _WHERE.search(scan.text, max(scan.sentence.start, mention.start - 60), mention.start)
    if where is None or scan.is_marked(*where.span("what")) or _is_a_lines_own(scan, where):
        return False
    return not any(e.start <= where.start("what") < e.end for e in scan.entities)


def _is_dashed(scan: Scan, mention: Mention) -> bool:
    """Whether a name that the catalogue does not know stands behind a metric and a dash, within quotation marks: `'Revenues- Subscription' are put at $1.05 billion`."""
    dashed = _DASHED_LINE.match(scan.text, mention.end)
    if dashed is None or _TOTAL.match(dashed["name"]):
        return False
    known = (scan.segments, scan.entities, scan.periods, scan.metrics)
    return not any(m.start == dashed.start("name") for marks in known for m in marks)


def _earned_by_unknown(scan: Scan, mention: Mention) -> bool:
    """Whether a part of a company that no name of the catalogue is lost or made money on this revenue: `Intel's foundry lost $3.2 billion on revenue of $4.4 billion`."""
    earned = _LOST_ON.search(scan.text, max(scan.sentence.start, mention.start - 100), mention.start)
    return earned is not None and not scan.is_marked(*earned.span("name"))


def _begins_a_line(scan: Scan, at: int) -> bool:
    """Whether a line that the catalogue has begins at an offset: `revenue of the segment comprising EVs, AI and other new initiatives`."""
    return any(m.segment and _HOUSES.fullmatch(scan.text, at, m.start) for m in scan.segments)


def _houses_a_line(scan: Scan, at: int) -> bool:
    """Whether a unit is told by a line that the catalogue has, and by no more: `the segment that houses electric vehicles and AI had`."""
    if any(m.start < at < m.end for m in scan.segments):
        return True  # a part of the company that is named by what it holds
    line = next((m for m in scan.segments if m.segment and _HOUSES.fullmatch(scan.text, at, m.start)), None)
    return line is not None and _HAD.match(scan.text, line.end) is not None


def _is_a_lines_own(scan: Scan, where: re.Match[str]) -> bool:
    """Whether the word before `where` only calls a line that stands before it what it is: `the games business, where revenue rose`."""
    named = any(m.segment and m.end + 1 == where.start("what") for m in scan.segments)
    return named and where["what"] in ("business", "unit", "segment", "division", "arm")


def _is_of_described(scan: Scan, low: int) -> bool:
    """Whether a clause from `low` goes on with an unknown part that is described before it: `the infrastructure unit, which sells servers, boosted`."""
    start = max(scan.sentence.start, low - _BACK)
    described = _DESCRIBED_BEFORE.search(scan.text[start:low])
    if described is None:
        return False
    part = _THE_PART.search(scan.text, start + described.start("part"), start + described.end("part"))
    return (
        part is not None and not NO_PART.search(part["name"]) and not scan.is_marked(past_owner(scan, part), part.end())
    )


def _is_of_house(scan: Scan, owner: EntityMention) -> bool:
    """Whether a company's name only begins that of a part of it: `Mercedes-Benz Vans reported`."""
    house = _OF_HOUSE.match(scan.text, owner.end)
    return house is not None and not scan.is_marked(house.start() + 1, house.end())


def _is_own_brand(scan: Scan, owner: EntityMention, mention: Mention) -> bool:
    """Whether cars are those of the brand that a company shares its name with: `The Geely brand sold 1,164,900`."""
    cars = any(name in CARS_SOLD for name in mention.metrics)
    own = cars and _BRAND.match(scan.text, owner.end) and not any(m.start == owner.start for m in scan.segments)
    return bool(own) and bool(_THE.search(scan.text, max(scan.sentence.start, owner.start - 14), owner.start))


def _is_unknown_part(scan: Scan, amount: Amount, mention: Mention, low: int) -> bool:
    """Whether a part that no name of the catalogue is stands at a metric, or is what its clause opens with."""
    text = scan.text
    product = _PRODUCT.search(scan.text, max(low, mention.start - 48), mention.start)
    if (product and not scan.is_marked(*product.span("name"))) or _FROM_SOME.match(text, mention.end):
        return True
    if (
        _is_dashed(scan, mention)
        or _earned_by_unknown(scan, mention)
        or _is_where_unknown(scan, mention)
        or is_accounted_for(scan, amount, mention, low)
    ):
        return True
    opening = _OPENING_PART.match(text, low, mention.end)
    if opening and not NO_PART.search(opening["name"] + " ") and not scan.is_marked(*opening.span()):
        return True
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


def is_share_of_whole(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage is only a part of something, which no share of the clause's is: 占总营收的25%."""
    if any(m.end == amount.start and is_bare_margin(scan, m) for m in scan.metrics):
        return False  # `operating profit was 3.1 billion, or 5.8% of sales`
    start, _ = scan.clause(amount.start)
    near = max(scan.sentence.start, amount.start - 14)
    last = scan.amount_before(amount.start)
    if last > near and (pause := scan.text.find(",", last, min(last + 4, amount.start))) >= 0:
        near = pause + 1  # 云端占比42%,季增18%; 比重已有一成多,毛利率34%: the share was the one before
    shares_of = scan.cues_between(near, amount.start, "share_of") if amount.kind == "percent" else []
    if not any(scan.brackets_around(c.start) == scan.brackets_around(amount.start) for c in shares_of):
        return False  # 汽车毛利率(即毛利占收入的百分比)为13.6%: what is in brackets only defines it
    if _GROWTH.match(scan.text, amount.end):
        return False  # `represents a 26% year-over-year increase`
    if any(0 <= m.start - amount.end <= 1 and m.metrics[0].endswith("market_share") for m in scan.metrics):
        return False  # `accounting for 16% of the market`
    shares = (m for m in scan.metrics if "premium_smartphone_share" in m.metrics)
    return not any(start <= m.start < amount.start for m in shares)  # 高端智能手机销量占比25%
