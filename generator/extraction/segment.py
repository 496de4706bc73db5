"""The segment an amount is of, and the metric that is more special where a segment is named."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts import Amount
from generator.extraction.context import Surroundings
from generator.extraction.names import EntityMention, Mention, Names
from generator.extraction.parts import within
from generator.extraction.region import TRACKED, region_of
from generator.extraction.unsaid import is_part, label_of

_WHOLE = re.compile(r"(?:总|整体|综合|合并|集团|total|overall|group|consolidated)", re.I)
_WHOLE_BEFORE = sought(
    r"(?:整体|总体|(?:集团|公司)(?:期内|季内|上季|全年)?|综合|overall|group|total|company|consolidated)(?:的|'s)?\s*$",
    re.I,
)
_THAT_SEGMENT = sought(
    r"(?:该|此|这一|本|上述)(?:分部|业务|板块|业务板块|分部的)|\b(?:(?:the|this|that|its) (?:segment|business|division|unit)|(?:this|that) group|these (?:products|devices|services|businesses))(?:'s)?\b",
    re.I,
)
_OF_SEGMENT = re.compile(
    r"(?: \([A-Z]+\)|\))?(?: in (?:fiscal )?(?:the [a-z]+ quarter(?: of (?:fiscal )?\d{4})?|Q\d(?: \d{4})?|\d{4}))?\s*(?:from|of|for|in|at)\s+[\"“]?(?:the |its |our |their |[A-Z][\w.&]*(?: [A-Z][\w.]*)?['’]s )?(?:[a-z]+ ){0,2}[\"“]?",
    re.I,
)
_UNITS_OF = re.compile(
    r"\s*(?:units|sets|pieces)?\s*of (?:its |the |their )?(?:[a-z-]+ ){0,2}"
)  # `29.2 million units of smartphones`
_FOR = re.compile(r"\s+(?:for|at|in)\s+(?:the |its |['’]s )?[\"“]?")  # `decreased to 69% for Microsoft Cloud`
_PART_FROM = re.compile(
    r"\s*(?:units|vehicles|cars)?\s*(?:came |were |was )?(?:from|for|in|of|by)\s+(?:the |its )?(?:\w+['’]s )?(?:[\w-]+ ){0,4}?(?:brand )?",
    re.I,
)
_DIVISIONS = ("segment", "division", "unit", "business", "businesses", "group", "arm")
_DIVISION = re.compile(
    r"(?:['’]s)?[”\"]?\s*(?:\([^)]*\)\s*)?(?:segment|division|unit|business(?:es)?|group|arm|operations?|sector|category|franchise|(?:has |have )?(?:reported|posted|saw|seen|recorded|generated|delivered|achieved|booked|logged|brought|registered|experienced|contributed))\b",
    re.I,
)
# `The local business segment, which is Meituan's main source of revenue, generated`
_DESCRIBED = re.compile(
    r"(?: (?:segment|division|unit|business|group|arm))?, (?:which|that|whose|consisting of|including) [^,;]{3,80},"
)
# `Passenger cars led the portfolio, with sales reaching 4.25 million`
_WITH = re.compile(r"\s*with (?:total |its )?$")
# What companies report by segment, though no metric of the catalogue is that of one segment.
_ALSO_BY_SEGMENT = ("operating_margin", "adjusted_operating_profit", "adjusted_gross_margin", "gross_profit")
_AND = re.compile(r"\s*(?:and|while|but|whereas)\s")
_FORMER = re.compile(r"\bthe (former|latter)\b")
_ITS = re.compile(r"\s*(?:Its|The (?:segment|business|unit)'s) ")
_TOPIC = re.compile(
    r"(?:业务|板块|方面|部门|分部|集团)?(?:业务)?(?:方面|则|亦|也|,|:|继续|表现|成为|成|收入|仍|为|是|保持|贡献|实现)"
)
# `在金融科技业务板块,腾讯四季度的收入`: whose revenue it is, is said before who has it.
_FRAMED = re.compile(r"\s*(?:此外,?|另外,?|其中,?|而)?在")
_FRAME = re.compile(r"(?:业务|分部)?(?:板块|方面|领域|业务|分部)(?:上|中)?,")
# `对于受市场关注的即时零售,上季收入229亿元`: a clause names a business, and the next one states its figures.
_TURNS_TO = re.compile(r"\s*(?:至于|对于|就|单计|单看|单论|论及|说到)")
_BUSINESS = re.compile(r"(?:业务|板块|分部|方面|部门|集团|而言|来说|来看)*,")
# `the Intelligent Devices Group, where overall revenue jumped 18 percent`
_WHERE = re.compile(r"(?:\s+(?:group|segment|division|unit|business))?,? (?:where|whose|in which) (?:\w+ ){0,3}", re.I)
_OPENING = 70  # characters from a sentence's start, within which a division is its subject


def segment_of(around: Surroundings, metric: str, amount: Amount, mention: Mention) -> tuple[str, str | None]:
    """Return the metric, more special where its segment is named, and the segment that this does not say."""
    entry = around.names.catalogue.metrics[metric]
    region = region_of(around, metric, amount, mention)
    if mention.part:
        return _of_part(around, metric, mention.part, region)
    if part := within(around.scan, mention, amount):
        return _of_part(around, entry.base or metric, part, region)
    if entry.segment and entry.base:
        return metric, region
    business = _business(around, metric, mention, amount)
    if business is None and around.phones and metric in TRACKED:
        return _specific(around.names, metric, "smartphones") or metric, region
    if entry.period_type == "instant" and not (business and _specific(around.names, metric, business)):
        return metric, None
    if business is None:
        of_regions = metric in around.names.bases or entry.segment or entry.unit == "count"
        return metric, region if of_regions else None
    return in_business(around.names, metric, business, region)


def in_business(names: Names, metric: str, business: str, region: str | None = None) -> tuple[str, str | None]:
    """Return the metric of a line of business, more special where there is one, and the segment that this does not say."""
    of_line = names.catalogue.metrics[metric].segment
    if specific := _specific(names, metric, business):
        return specific, region
    if special := _of_product(names, metric, business):
        return special, business
    if metric == "shipments" and "ev" in (business, names.catalogue.segments[business].product_of):
        return "ev_deliveries", None if business == "ev" else business  # `to ship 100,000 units of its SU7`
    if metric == "unit_sales" and _counts_as(names, business, "ev"):
        return "vehicle_sales", region  # 智能电动车业务方面,…下调2026年销量预测
    of_all = of_line and (_counts_as(names, business, of_line) or (region and business == "passenger_cars"))
    return metric, region if of_all else business


def _of_part(around: Surroundings, metric: str, part: str, region: str | None) -> tuple[str, str | None]:
    """Return the metric and the segment of a part that was named for it."""
    if around.names.catalogue.segments[part].kind == "region":
        return metric, part
    specific = _specific(around.names, metric, part)
    return (specific, region) if specific else (metric, part)


def _specific(names: Names, metric: str, segment: str) -> str | None:
    wider = names.catalogue.segments[segment].counts_as
    return names.specific.get((metric, segment)) or (names.specific.get((metric, wider)) if wider else None)


def _of_product(names: Names, metric: str, segment: str) -> str | None:
    """Return the metric of the line that a product belongs to: the average price of the SU7 is one of cars."""
    line = names.catalogue.segments[segment].product_of
    return names.specific.get((metric, line)) if line else None


def _counts_as(names: Names, segment: str, other: str) -> bool:
    return segment in (other, "nev") or names.catalogue.segments[segment].counts_as == other


def _business(around: Surroundings, metric: str, mention: Mention, amount: Amount) -> str | None:
    text = around.scan.text
    said = text[mention.start : mention.end]
    businesses = [
        m for m in around.scan.segments if around.names.catalogue.segments[m.segment or ""].kind == "business"
    ]
    named = _named_later(around, mention, amount, businesses) or _turned_to(around, mention, businesses)
    if named := named or _pointed_at(around, mention, businesses):
        return named
    if at_once := _at_once(text, businesses, mention) or (said.isascii() and label_of(around.scan, amount)):
        return at_once
    clause = text[around.scan.clause(mention.start)[0] : mention.end + 24]
    if back := _THAT_SEGMENT.search(clause):
        ground = around.ground
        last = ground.line if back[0].lower().startswith("these") else None
        if named_before := last or ground.heading_segment or ground.segment or ground.line:
            return named_before
    if _WHOLE.match(said) or _WHOLE_BEFORE.search(text[max(0, mention.start - 12) : mention.start]):
        return None
    of = [m for m in businesses if m.start >= mention.end and _OF_SEGMENT.fullmatch(text, mention.end, m.start)]
    counted = [
        m
        for m in businesses
        if (
            amount.end - 2 <= m.start <= amount.end + 40
            and (
                text[amount.end : m.start].strip() in ("", "台", "辆", "部")
                or _UNITS_OF.fullmatch(text, amount.end, m.start)
            )
        )
        or _FOR.fullmatch(text, amount.end, m.start)
    ]
    if is_part(around.scan, amount):
        counted = [m for m in businesses if amount.end <= m.start and _PART_FROM.fullmatch(text, amount.end, m.start)]
        of = []
    if of or counted:
        return (of or counted)[0].segment
    start, _ = around.scan.clause(mention.start)
    if mention.start >= amount.end and said.isascii():
        start = amount.end  # `strong EV sales drove a 30.5% rise in revenues`: the revenues are not the cars'
    inside = [m for m in businesses if start <= m.start and m.end <= mention.start]
    if inside and (
        metric in around.names.bases
        or metric in _ALSO_BY_SEGMENT
        or _specific(around.names, metric, inside[-1].segment or "")
    ):
        return inside[-1].segment
    return _headed(around, mention, businesses) or _inherited(around, metric, mention, businesses, amount)


def _named_later(around: Surroundings, mention: Mention, amount: Amount, businesses: list[Mention]) -> str | None:
    """Return the segment of `营收中,汽车就有283亿元`: named after the metric, in the amount's own clause."""
    low, _ = around.scan.clause(amount.start)
    if around.scan.text[low - 1 : low] == "(" and (before := [m for m in businesses if low - 4 <= m.end < low]):
        return before[-1].segment
    if mention.end > low or around.scan.text[mention.start].isascii():
        return None
    low = max(low, around.scan.amount_before(amount.start))
    inside = [m for m in businesses if low <= m.start and m.end <= amount.start]
    return inside[-1].segment if inside else None


def _pointed_at(around: Surroundings, mention: Mention, businesses: list[Mention]) -> str | None:
    """Return the segment that `the former`, `the latter` or `Its` before a metric stands for."""
    text, start = around.scan.text, around.scan.clause(mention.start)[0]
    which = _FORMER.search(text, start, mention.start)
    before = [m for m in businesses if which and m.end <= which.start()]
    if which and len(before) > 1:
        return before[-2 if which[1] == "former" else -1].segment
    told = around.ground.told
    if told is None or not _ITS.fullmatch(text, around.scan.sentence.start, mention.start):
        return None
    entry = around.names.catalogue.metrics[told[0]]
    segment = entry.segment if entry.base else told[1]
    business = segment and around.names.catalogue.segments[segment].kind == "business"
    return segment if business and _specific(around.names, mention.metrics[0], segment or "") else None


def _at_once(text: str, businesses: list[Mention], mention: Mention) -> str | None:
    """Return the segment right before a metric: `cloud revenue`, `the Intelligent Devices Group, where revenue`."""
    beside = [
        m
        for m in businesses
        if (0 <= mention.start - m.end <= 10 and not re.search("[,;。总等]", text[m.end : mention.start]))
        or _WHERE.fullmatch(text, m.end, mention.start)
    ]
    return beside[-1].segment if beside else None


def _turned_to(around: Surroundings, mention: Mention, businesses: list[Mention]) -> str | None:
    """Return the segment that the clause before a Chinese metric's turns to, where only a period stands between."""
    scan, at = around.scan, mention.start
    low = max(scan.clause(at)[0], scan.amount_before(at))
    period = next((p for p in scan.periods if p.start == low and p.end <= at), None)
    if scan.text[at].isascii() or scan.text[period.end if period else low : at] not in ("", "的", "总", "其"):
        return None
    before = [m for m in businesses if m.end < low and _BUSINESS.fullmatch(scan.text, m.end, low)]
    turns = bool(before) and _TURNS_TO.match(scan.text, scan.clause(before[-1].start)[0], before[-1].start)
    return before[-1].segment if turns else None


def _inherited(
    around: Surroundings, metric: str, mention: Mention, businesses: list[Mention], amount: Amount
) -> str | None:
    """Return the segment spoken of earlier in the sentence, in the heading, or in the sentence before."""
    catalogue, said = around.names.catalogue, around.scan.text[mention.start : mention.end]
    candidates: list[str] = []
    named = -1
    for other in (*around.scan.metrics, *businesses):
        if other.end <= mention.start:
            own = other.segment or next(
                (
                    catalogue.metrics[m].segment
                    for m in other.metrics
                    if m in catalogue.metrics and catalogue.metrics[m].base
                ),
                None,
            )
            candidates += [own] if own else []
            named = max(named, other.start) if own and said.isascii() else named
    if said.isascii() and _speaks_of_all(around, metric, mention, amount, named):
        candidates = []
    fresh = around.subject_before(mention.start)
    latest = max((m.start for m in businesses if m.end <= mention.start), default=named)
    if (
        not _is_share_of(around, metric, fresh, candidates[-1:])
        and fresh is not None
        and fresh.start > latest
        and latest >= 0
        and fresh.start > around.scan.sentence.start + 2
    ):
        candidates = []
    spoken = None if metric == "revenue" and said.isascii() else around.ground.segment
    spoken = None if metric in _ALSO_BY_SEGMENT and not around.ground.joined else spoken
    spoken = None if _is_the_companys(around, fresh, mention) else spoken
    candidates = candidates[-1:] or [s for s in (around.ground.heading_segment, spoken) if s]
    for segment in candidates:
        if segment in catalogue.segments and (
            _specific(around.names, metric, segment)
            or (
                (metric in around.names.bases or metric in _ALSO_BY_SEGMENT)
                and catalogue.segments[segment].kind == "business"
                and metric != "revenue"
            )
        ):
            return segment
    return None


def _is_the_companys(around: Surroundings, fresh: EntityMention | None, mention: Mention) -> bool:
    """Whether a company stands right before its metric, with its region at most: `小米海外市场收入为261亿元`."""
    if fresh is None or fresh.start < around.scan.sentence.start or fresh.end > mention.start:
        return False
    kinds = around.names.catalogue.segments
    regions = [m for m in around.scan.segments if kinds[m.segment or ""].kind == "region"]
    end = next((m.end for m in regions if m.start == fresh.end), fresh.end)
    return end > fresh.end and around.scan.text[end : mention.start] in ("", "的", "总")


def _speaks_of_all(around: Surroundings, metric: str, mention: Mention, amount: Amount, named: int) -> bool:
    """Whether a metric is the whole company's again, after a part of it was named at `named`.

    `Vehicle margin was 14%, and revenue rose 6%`; `22 billion euros in cloud revenue and 11.5 billion in operating profit`.
    """
    clause = around.scan.clause(mention.start)[0]
    if metric in _ALSO_BY_SEGMENT and mention.start >= amount.end:
        return True
    told = metric in ("revenue", *_ALSO_BY_SEGMENT) and mention in around.scan.metrics and -1 < named < clause
    return told and bool(_AND.match(around.scan.text, clause))


def _is_share_of(around: Surroundings, metric: str, fresh: EntityMention | None, candidates: list[str]) -> bool:
    """Whether the home company's market share is still that of the business spoken of: it has none as a whole."""
    of_home = fresh is not None and fresh.entity == around.home
    return of_home and metric == "market_share" and any(_specific(around.names, metric, s) for s in candidates)


def _headed(around: Surroundings, mention: Mention, businesses: list[Mention]) -> str | None:
    """Return the segment that is the sentence's subject: its division, group or unit `reported a revenue increase of 15.9%`."""
    text, start = around.scan.text, around.scan.sentence.start
    first = next((m for m in businesses if m.start - start <= _OPENING and m.end <= mention.start), None)
    if first is None or any(a.start < first.start for a in around.scan.amounts):
        return None
    if not text[first.end - 1].isascii() or not text[mention.start].isascii():
        subject = around.subject_before(mention.start)
        own = subject is not None and subject.entity in (around.home, around.ground.entity)
        if own and _FRAMED.fullmatch(text, start, first.start) and _FRAME.match(text, first.end):
            return first.segment
        is_topic = first.start - start <= 10 and _TOPIC.match(text, first.end)
        return first.segment if is_topic and subject is None else None
    said = _DIVISION.match(text, first.end) or _DESCRIBED.match(text, first.end)
    with_it = text[start : first.start].strip() in ("", "The") and _WITH.fullmatch(
        text, around.scan.clause(mention.start)[0], mention.start
    )
    if not (said or with_it or text[first.start : first.end].lower().endswith(_DIVISIONS)):
        return None
    fresh = around.subject_before(mention.start)
    described = _DESCRIBED.match(text, first.end)
    since = described.end() if described else first.end
    return None if fresh is not None and fresh.start > since else first.segment
