"""The line of business that a metric inherits: from what its sentence spoke of, the heading, the sentence before."""

from __future__ import annotations

import re
from operator import attrgetter

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import EntityMention, Mention
from generator.extraction.marks.tallies import CARS_SOLD, OF_CARS, OF_THE_WHOLE, OF_THE_WHOLE_ZH, TRACKED
from generator.extraction.whose.automotive import earned_by_all
from generator.extraction.whose.by_segment_zh import part_in_turn, turns_to_whole
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.did_both_en import goes_on_to_earn
from generator.extraction.whose.line_that_grew_zh import grew_apart
from generator.extraction.whose.named_for_it_en import is_told_by_name
from generator.extraction.whose.of_all_zh import is_after_a_parts, is_of_a_reason
from generator.extraction.whose.reasons_en import is_a_reason
from generator.extraction.whose.said_aside_en import goes_on_past_aside, is_said_aside
from generator.extraction.whose.spoken_before import ALSO_BY_SEGMENT, IT_HAD, ITS_OWN, is_of_all, spoken_of
from generator.extraction.whose.turned_to_all_zh import is_the_owners
from generator.extraction.whose.whole_company import tells_of_the_whole

_KINDS_OF_CARS = ("battery_electric", "plug_in_hybrid", "commercial_vehicles", "vehicle_exports")  # which are counted
_GUIDED = re.compile(r"(?:的)?指引")
# 云端营收落在216亿欧元,Non-IFRS营业利益则上看103亿; `GAAP operating income`: by standards of accounting only a whole company is told
_BY_STANDARD = re.compile(r"(?i:ifrs|gaap)|国际财务报告准则|公认会计")
_STANDARD = len("GAAP ")
_LABEL = re.compile(r"[\s•·●■▪*-]*(?:GAAP |IFRS )?[Nn]?[A-Za-z -]{4,40}:")
_THE_GROUPS = re.compile(
    r"(?:而|但)?(?:公司|集团|整体)(?:则|的)?(?:[去今]年|(?:20\d\d年)?第?[一二三四1-4]季度?|[上下]半年|全年|期内|季内)*(?:的|总)?"
)
_GUIDES = re.compile("指引|展望|财测|[季年]的?方向")
_IT_NOW = re.compile(
    r"\s*(?:and|while|but|whereas) (?:it|they|the (?:company|group|firm)) (?:now |also |still )?[a-z]+ "
)
# `Despite rising costs for smartphones, the bank expects the company's Q3 gross margin to reach 22.9%`
_ASIDE = re.compile(
    r"[\s•*-]*(?:Despite|While|Although|Though|Even (?:as|though|with)|As|After|With|Amid|Given|Because|Since|Thanks to|Driven by|Helped by|Boosted by|Hurt by|Weighed down by)\b[^,;.]{3,140}, "
)
_COMPANYS = re.compile(
    r"\b(?:the (?:[a-z]+ )?(?:company|group|firm|[a-z]*maker|giant|retailer)|(?P<name>[A-Z][\w.-]+))['’]s (?:(?:own|overall|total|quarterly|annual|net|Q[1-4]|[a-z]+-(?:quarter|year)|20\d\d) )*$"
)
_OF_REGION = re.compile("(?:市场|地区|业务)?(?:的|总)?")
_OPENS = re.compile(r"\s*(?:(?:while|and|but) )?(?:[Tt]he |[Ii]ts )?")
_IN_REGION = re.compile(r" (?:in|from|across|to) (?:the )?")
_AND = re.compile(r"\s*(?:and|while|but|whereas|even as|though|although)\s")
# `For 2025 SAP expects cloud revenue of 21.6 billion, operating profit of 10.3 billion`: a list of what the company itself expects or reported
_ITS_LIST = re.compile(
    r"(?:(?!segment|unit|division|business)[^,;]){0,40}(?:, (?:which|the|a|an) [^,;]{3,60},)? (?:(?:also|now|still|meanwhile|itself) )*(?:expects?|expected|sees?|saw|forecasts?|projects?|projected|guides?(?: for)?|guided(?: for)?|anticipates?|targets?|reported|posted|booked|recorded) (?:(?!segment|unit|division|business)[^,;]){0,50}"
)
_WHEN_ALONE = re.compile(
    r"[\s•·●■▪*-]*(?:(?:In |For )?(?:[1-4][QH](?:20)?\d\d|[QH][1-4](?: (?:20|FY)?\d\d(?:\d\d)?)?|20\d\d|the quarter),? )?(?:[Tt]he )?(?:(?:[Ss]egment|[Tt]otal|[Nn]et) )?"
)


def inherited_line(
    around: Surroundings, metric: str, mention: Mention, businesses: list[Mention], amount: Amount
) -> str | None:
    """Return the segment spoken of earlier in the sentence, in the heading, or in the sentence before."""
    said = around.scan.text[mention.start : mention.end]
    of_whole = metric in OF_THE_WHOLE if said.isascii() else metric in OF_THE_WHOLE_ZH
    of_all = of_whole or _by_standard(around, mention)
    guided = not metric.endswith(TRACKED) and _GUIDED.match(around.scan.text, mention.end)  # but phones are of phones
    if of_all or guided or _is_guided_of_all(around, mention):
        return None  # a company guides its own margin, whatever part was spoken of before
    if metric == "revenue" and grew_apart(around.scan, mention):
        return None
    if part := part_in_turn(around, metric, mention):
        return part
    if turns_to_whole(around, metric, mention):
        return None
    of_whole = said.isascii() and not metric.endswith(TRACKED) and tells_of_the_whole(around, mention)
    if of_whole or (metric == "revenue" and _opens_with_region(around, mention)):
        headed = around.ground.heading_segment
        return headed if headed and _tells(around, metric, headed, mention) else None
    candidates = _spoken_of_here(around, metric, mention, businesses, amount)
    spoken = spoken_of(around, metric, mention, around.subject_before(mention.start))
    headed = None if is_the_owners(around, mention) else around.ground.heading_segment
    candidates = candidates[-1:] or [s for s in (headed, spoken) if s]
    candidates = [s for s in candidates if not is_told_by_name(around, metric, s, mention)]
    return next((s for s in candidates if _tells(around, metric, s, mention)), None)


def _spoken_of_here(
    around: Surroundings, metric: str, mention: Mention, businesses: list[Mention], amount: Amount
) -> list[str]:
    """Return the segments that a sentence spoke of before a metric, and has not turned from."""
    said = around.scan.text[mention.start : mention.end]
    candidates: list[str] = []
    named = own_at = -1  # where a line stood last; any metric of a line's own
    for other in _in_order(around, businesses):
        if other.end <= mention.start and not (
            is_of_a_reason(around, other, mention) or _has_its_own(around, other) or is_a_reason(around.scan, other)
        ):
            own = other.segment or (None if _counts_cars(around, other) else _own_segment(around, other))
            if any(m in CARS_SOLD for m in other.metrics) and own_at < around.scan.clause(other.start)[0]:
                candidates = _cars_beside(around, candidates)
            own_total = any(m.end == other.start for m in businesses)  # 汽车等创新业务总收入213亿元,总毛利率26.4%
            candidates = [] if is_of_all(around, other) and not own_total else candidates + ([own] if own else [])
            own_at = max(own_at, other.start) if own else own_at
            named = max(named, other.start) if own and said.isascii() else named
    if not (said.isascii() or any(m.end <= mention.start for m in businesses)):
        candidates = [] if _opens_with_its_period(around, metric, mention) else candidates
    if not said.isascii() and is_after_a_parts(around, metric, mention, amount):
        return []
    if said.isascii() and _speaks_of_all(around, metric, mention, amount, named):
        return []
    candidates = candidates if metric.endswith(TRACKED) or not said.isascii() else _without_products(around, candidates)
    fresh = around.subject_before(mention.start)
    if fresh is not None or around.ground.entity:
        of = fresh.entity if fresh else around.ground.entity
        candidates = [s for s in candidates if around.names.owner(metric, s) in (None, of)]  # no iPhone is Foxconn's
    latest = max((m.start for m in businesses if m.end <= mention.start), default=named)
    if any(latest < m.start < mention.start and _is_the_groups(around, m) for m in around.scan.metrics):
        return []
    if latest < 0 or fresh is None or _is_share_of(around, metric, fresh, candidates[-1:]):
        return candidates
    turned = fresh.start > max(latest, own_at, around.scan.sentence.start + 2) and not is_said_aside(around.scan, fresh)
    return [] if turned else candidates


def _in_order(around: Surroundings, businesses: list[Mention]) -> list[Mention]:
    """Return the metrics and the lines of a sentence; of a Chinese one from left to right: 淘天集团收入988亿元,云收入296亿元,经营利润…."""
    named = [*around.scan.metrics, *businesses]
    return sorted(named, key=attrgetter("start")) if around.scan.chinese else named


def _is_the_groups(around: Surroundings, mention: Mention) -> bool:
    """Whether a Chinese clause opens with the company and its revenue, whatever line the one before was on: 公司全年营收3376亿元,增长22%,经营利润为368亿元."""
    scan, low = around.scan, around.scan.clause(mention.start)[0]
    if mention.metrics[:1] != ("revenue",) or scan.text[mention.start].isascii():
        return False
    return _THE_GROUPS.fullmatch(scan.text, low, mention.start) is not None


def _without_products(around: Surroundings, lines: list[str]) -> list[str]:
    """Return the lines spoken of without the products of one before them: `Revenue from cars was 9.7 billion yuan, on 39,790 deliveries of the SU7, and the margin`."""
    kinds = around.names.catalogue.segments
    return [line for i, line in enumerate(lines) if kinds[line].product_of not in lines[:i]]


def _counts_cars(around: Surroundings, mention: Mention) -> bool:
    """Whether what may be cars or what they bring in is told as a count: `As vehicle sales rose 19% to 630,237, revenue increased`."""
    if not any(metric in CARS_SOLD for metric in mention.metrics):
        return False
    told = next((a for a in around.scan.amounts if a.start >= mention.end and a.kind != "percent"), None)
    return told is not None and told.kind in ("count", "bare") and not told.scaled


def _own_segment(around: Surroundings, mention: Mention) -> str | None:
    """Return the segment that a metric is of by its own name; what a maker of cars takes for each in Chinese turns from no whole."""
    entries = around.names.catalogue.metrics
    if around.scan.chinese and "ev_asp" in mention.metrics and _makes_cars(around, mention):
        return None  # 吉利单车售价降至9.6万元,毛利率16.4%
    return next((entries[m].segment for m in mention.metrics if m in entries and entries[m].base), None)


def _makes_cars(around: Surroundings, mention: Mention) -> bool:
    """Whether the company spoken of at a metric makes cars."""
    subject = around.subject_before(mention.start)
    maker = around.names.catalogue.companies.get((subject.entity if subject else around.ground.entity) or "")
    return maker is not None and (maker.makes_cars or maker.combustion)


def _cars_beside(around: Surroundings, candidates: list[str]) -> list[str]:
    """Return the line that goes on behind a count of cars: theirs, where other things are made beside them, else the whole company.

    手机出货4150万部;汽车交付13.5万辆,毛利率23%; but 服务收入23亿元,交付11.6万辆,毛利率20.1%
    """
    things = candidates and around.names.special("gross_margin", candidates[-1])
    return ["ev"] if things else []


def _tells(around: Surroundings, metric: str, segment: str, mention: Mention) -> bool:
    """Whether a metric can be that of a segment spoken of before."""
    if segment not in around.names.catalogue.segments or earned_by_all(around, metric, segment, mention):
        return False
    if segment in _KINDS_OF_CARS and metric not in OF_CARS:
        return False  # 出口20.6万辆,同增111%。毛利率20.1% is of all that the maker sells
    if around.names.special(metric, segment):
        return True
    of_lines = metric in around.names.bases or metric in ALSO_BY_SEGMENT or _is_what_it_cost(around, metric, mention)
    of_lines = of_lines and around.names.catalogue.segments[segment].kind == "business"
    return of_lines and (metric != "revenue" or _opens_below(around, segment, mention))


def _is_what_it_cost(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a Chinese cost stands behind a semicolon after what a line took in: 手机收入1125亿元;营业成本929亿元;毛利率17%."""
    scan = around.scan
    if not around.ground.joined or metric != "cost_of_revenue" or not scan.text.startswith("营业成本", mention.start):
        return False
    cost = next((a for a in scan.amounts if a.start >= mention.end), None)
    took = [f for f in around.ground.levels if (f.metric or "").endswith("revenue")]
    # 手机收入465亿元;营业成本890亿元: more than it took in, so of all
    return cost is not None and len(took) == 1 and cost.value < took[0].value


def _opens_with_region(around: Surroundings, mention: Mention) -> bool:
    """Whether a sentence turns to a region's revenue: 手机收入465亿元;国际市场收入367亿元, `Services revenue was $26 billion; sales in Greater China stood at`."""
    scan, kinds = around.scan, around.names.catalogue.segments
    if scan.text[mention.start].isascii():
        opened = _OPENS.fullmatch(scan.text, scan.sentence.start, mention.start)
        regions = (m for m in scan.segments if kinds[m.segment or ""].kind == "region" and m.start >= mention.end)
        return bool(opened) and any(_IN_REGION.fullmatch(scan.text, mention.end, m.start) for m in regions)
    low = scan.clause(mention.start)[0]
    opens = (m for m in scan.segments if 0 <= m.start - low <= 1 and m.end <= mention.start)
    return any(
        kinds[m.segment or ""].kind == "region" and kinds[m.segment or ""].product_of is None
        and _OF_REGION.fullmatch(scan.text, m.end, mention.start) for m in opens
    )  # fmt: skip


def _by_standard(around: Surroundings, mention: Mention) -> bool:
    """Whether a metric's own words, or the English one before it, name the standard of accounting that it is told by.

    `Non-GAAP operating income: RMB7.0 billion`, in a list below the heading of a line, is that line's.
    """
    if around.ground.heading_segment and _LABEL.fullmatch(
        around.scan.text, around.scan.sentence.start, mention.end + 1
    ):
        return False
    low = mention.start - _STANDARD if around.scan.text[mention.start].isascii() else mention.start
    return bool(_BY_STANDARD.search(around.scan.text, max(around.scan.sentence.start, low), mention.end))


def _is_guided_of_all(around: Surroundings, mention: Mention) -> bool:
    """Whether a Chinese list of what a company guides goes on with a metric alone: 指引:总营收增长10%,iPhone营收…,毛利率47%.

    So does 管理层指引交付量10万至11万辆,收入265亿元, whatever line the sentence before was on.
    """
    scan, start = around.scan, around.scan.clause(mention.start)[0]
    if scan.text[mention.start].isascii() or start != mention.start or start <= scan.sentence.start:
        return False
    whole = any(is_of_all(around, m) and m.end <= start for m in scan.metrics if m.metrics)
    counted = "revenue" in mention.metrics and _counts_cars_of_all(around, start)
    return (whole or counted) and bool(_GUIDES.search(scan.text, scan.sentence.start, start))


def _counts_cars_of_all(around: Surroundings, at: int) -> bool:
    """Whether a sentence counted cars before an offset, and named no line of business."""
    scan, kinds = around.scan, around.names.catalogue.segments
    lines = (m for m in scan.segments if kinds[m.segment or ""].kind == "business" and m.end <= at)
    return any(m.end <= at and set(m.metrics) & set(CARS_SOLD) for m in scan.metrics) and not any(lines)


def _has_its_own(around: Surroundings, other: Mention) -> bool:
    """Whether a Chinese line of business only labels the amount right behind it: 中国电商+10%,云+26%,毛利率40%."""
    text = around.scan.text
    plain = other.segment is not None and not other.metrics and not text[other.end - 1].isascii()
    return plain and any(
        a.start - other.end <= 1 and a.kind == "percent" and a.start >= other.end for a in around.scan.amounts
    )


def _opens_below(around: Surroundings, segment: str, mention: Mention) -> bool:
    """Whether a sentence opens with revenue, right below the heading of a line of business, or behind a sentence on it: `JD Retail - 2Q24 revenue grew 1.5%`."""
    text, start = around.scan.text, around.scan.sentence.start
    own = (
        IT_HAD.fullmatch(text, start, mention.start) or ITS_OWN.fullmatch(text, start, mention.start)
        if text[start].isascii()
        else mention.start == start
    )
    if segment in (around.ground.division, around.ground.on_line) and own:
        return True
    dated = any(
        0 <= mention.start - p.end <= 1 and not text[start : p.start].strip(" •·*-") for p in around.scan.periods
    )  # `Fourth-quarter revenue was $2.9 billion`
    opens = dated or _WHEN_ALONE.fullmatch(text, start, mention.start)
    return segment == around.ground.heading_segment and bool(opens)


def _opens_with_its_period(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a Chinese clause names its own period, another one or, of revenue, the same again: 第二季汽车毛利率约19%,次季收入325亿元."""
    scan, low = around.scan, around.scan.clause(mention.start)[0]
    own = next(
        (p for m, p in around.resolved if m.start == low and scan.text[m.end : mention.start] in ("", "的", "总")), None
    )
    return own is not None and any((p != own or metric == "revenue") and m.end <= low for m, p in around.resolved)


def _speaks_of_all(around: Surroundings, metric: str, mention: Mention, amount: Amount, named: int) -> bool:
    """Whether a metric is the whole company's again, after a part of it was named at `named`.

    `Vehicle margin was 14%, and revenue rose 6%`; `22 billion euros in cloud revenue and 11.5 billion in operating profit`.
    """
    clause = around.scan.clause(mention.start)[0]
    if _IT_NOW.match(around.scan.text, clause, mention.start):
        return True
    if (metric in ALSO_BY_SEGMENT and mention.start >= amount.end) or _ends_a_list(around, clause, mention):
        return True
    aside = _ASIDE.match(around.scan.text, around.scan.sentence.start, mention.start)
    if aside and named < aside.end() and _COMPANYS.search(around.scan.text, aside.end(), mention.start):
        return True
    if metric.endswith("operating_profit") and named >= 0 and _is_of_its_list(around, named, mention):
        return True
    if metric == "revenue" and mention.start >= amount.end and -1 < named < clause:
        return True  # `Ships 32 Million Smartphones, Posts 15 Percent Rise in Sales`
    if metric in ("revenue", *ALSO_BY_SEGMENT) and goes_on_to_earn(around, mention):
        return True
    told = metric in ("revenue", *ALSO_BY_SEGMENT) and mention in around.scan.metrics and -1 < named < clause
    told = told and not goes_on_past_aside(around.scan, mention, named)
    return told and bool(_AND.match(around.scan.text, clause))


def _ends_a_list(around: Surroundings, clause: int, mention: Mention) -> bool:
    """Whether a metric alone goes on, behind a semicolon, with a list of several lines' figures: `VAS rev +6% to RMB79bn; ads +19% to RMB30bn; gross margin up 6ppt`."""
    scan, kinds = around.scan, around.names.catalogue.segments
    alone = scan.text[clause - 1 : clause] == ";" and not scan.text[clause : mention.start].strip()
    before = (m.segment or "" for m in scan.segments if m.end <= clause)
    return alone and len({name for name in before if kinds[name].kind == "business"}) > 1


def _is_of_its_list(around: Surroundings, named: int, mention: Mention) -> bool:
    """Whether a company's own verb leads to a list in which a part was named by its metric alone at `named`, before another metric."""
    scan = around.scan
    own = any(m.start == named and m.metrics for m in scan.metrics)
    lists = own and any(named < a.start < mention.start for a in scan.amounts)
    subject = around.subject_before(named) if lists else None
    low = subject.end if subject else scan.sentence.start
    return lists and bool(_ITS_LIST.fullmatch(scan.text, low, named))


def _is_share_of(around: Surroundings, metric: str, fresh: EntityMention | None, candidates: list[str]) -> bool:
    """Whether the home company's market share is still that of the business spoken of: it has none as a whole."""
    of_home = fresh is not None and fresh.entity == around.home
    return of_home and metric == "market_share" and any(around.names.special(metric, s) for s in candidates)
