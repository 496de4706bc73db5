"""The line of business that a metric is told of, by the words around it."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.cues import OF_WHICH
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, TRACKED, is_tracked
from generator.extraction.marks.verbs import TOOK
from generator.extraction.metrics.aside import line_behind_an_aside, line_of_its_loss
from generator.extraction.metrics.part_of import is_part, label_of
from generator.extraction.metrics.pointed import pointed_at, that_segment, turned_to
from generator.extraction.metrics.taker import taker_of
from generator.extraction.metrics.totals import line_with_a_total
from generator.extraction.metrics.whole_again import (
    is_and_all,
    is_beside_takings_from_it,
    is_of_a_place_apart,
    lines_of_metrics,
)
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.did_both_en import goes_on_to_earn
from generator.extraction.whose.framed import framed_line
from generator.extraction.whose.heading_line import heading_line
from generator.extraction.whose.inheritance import inherited_line
from generator.extraction.whose.its_line import and_its
from generator.extraction.whose.line_alone_zh import line_alone
from generator.extraction.whose.part_acts_en import part_that_acts
from generator.extraction.whose.pointed_to_en import line_pointed_to
from generator.extraction.whose.reasons_en import is_next_reason, is_spent_on
from generator.extraction.whose.region_zh import WHOLE
from generator.extraction.whose.spoken_before import ALSO_BY_SEGMENT
from generator.extraction.whose.whole_company import tells_of_the_whole

_WHOLE_BEFORE = sought(
    r"(?:(?:整体|总体)(?:单季|季度|当季|全年|年度)?|[。:!?\n](?:其|当季|本季|全年)?总|(?:集团|公司)(?:期内|季内|上季|全年)?|综合|驱动|带动|拉动|推动|overall|group|total|company|consolidated)(?:的|'s)?\s*$",
    re.I,
)
# `Its EV, AI and other new initiatives reported a total net loss of 0.3 billion yuan`: the total is the line's
_IN_ALL = re.compile(
    rf"\b(?:{TOOK}|incurred) (?:an? )?(?:total|overall) $",
    re.I,
)
# `its main unit, Taobao and Tmall Group, which reported a 1% uptick in revenue`
_WHICH, _COMMA = re.compile(r"\s*which (?!is\b|are\b|was\b|were\b|includes?\b)"), re.compile(r",\s*")
_OF_SEGMENT = re.compile(
    r"(?: \([\"“]?[A-Z]+[\"”]?\)|[\"”]?\))?(?: growth)?(?: in (?:fiscal )?(?:the [a-z]+ quarter(?: of (?:fiscal )?\d{4})?|Q\d(?: \d{4})?|\d{4}))?\s*(?:(?:generated|earned|made|brought in|contributed) (?:by|in|at|with)|(?:derived|coming) from|from|of|for|in|at|on)\s+[\"“]?(?:the |its |our |their |[A-Z][\w.&]*(?: [A-Z][\w.]*)?['’]s? )?(?:[a-z][a-z-]* ){0,3}[\"“]?",
    re.I,
)
# `earned revenue of 19.8 billion yuan ($2.8 billion) from its EV business`
_CAME_FROM = re.compile(r"(?: \([^()]{1,24}\))? (?:(?:that )?came |derived )?from (?:the |its |their )?")
# `revenue of 113 billion yuan from its phone, EV and internet businesses`: of all of them
_AND_MORE = re.compile(
    r"(?: (?:business(?:es)?|segments?|units?|divisions?|operations|arms?))?(?:,(?! (?:up|down|an?|which|where|and (?:net|its|the|it|profits?|revenues?|sales)|or|as|while|but)\b)| (?:and|or|as well as|plus) (?!(?:net|gross|operating|adjusted|an?|it|profits?|earned|earnings|reported|posted|recorded|made|sold|saw|said)\b))"
)
_DASHED = re.compile(r"\s?[-–—]\s?")  # `'Revenue- Gaming' is projected at $2.8 billion`
# `29.2 million units of smartphones`, `26,100 units of the Xiaomi SU7`, `26,100 units of its first car, the SU7`
_UNITS_OF = re.compile(
    r"\s*(?:units|sets|pieces)?\s*of (?:(?:its |the |their )?(?:[a-z-]+ ){0,2}|(?:its |the )?(?:[a-z-]+ ){1,3}(?:car|model|sedan|SUV|phone), the )(?:[A-Z][\w-]+(?:['’]s)? )?"
)
_FOR = re.compile(
    r"(?: (?:growth|rise|fall|increase|decrease|decline|drop|gain|jump)| (?:units|vehicles|cars))?\s+(?:for|at|in)\s+(?:the |its |['’]s |[A-Z][\w&-]*(?: [A-Z][\w&-]*)?(?:['’]s)? )?[\"“]?"
)  # `decreased to 69% for Microsoft Cloud`
_PART_FROM = re.compile(
    r"\s*(?:units|vehicles|cars|electric cars)?\s*(?:came |were |was )?(?:from|for|in|of|by|under|accounted for by)\s+(?:the |its )?(?:\w+['’]s )?(?:[\w-]+ ){0,6}?(?:brand )?|\s+(?:of (?:which|them|these|those) )?(?:were|are) (?:all )?|\s+of (?:them|these|those),? ",
    re.I,
)
# `the cloud segment achieved 21 billion yuan in revenue`: who took it in, told before the amount
# `The "instant retail" business of JD's retail group generated 4.8 billion yuan in revenue`: and whose it is
_OF_OWNER = r"(?: of (?:the )?[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,2}(?:['’]s (?:[A-Za-z][\w&-]* ){0,5}?(?:group|segment|division|unit|business|arm))?)?"
_TOOK_IN = re.compile(
    rf"[\"”]?(?: (?:segment|business|unit|division|group|brand|arm))?{_OF_OWNER}(?: (?:remained|remains|was|is) [^,;.\d]{{3,60}},)?(?:, (?:the|its|an?|one of|once|still|long|for years|by far|home to|the company's) [^,;.\d]{{3,70}},)?(?:,? (?:which|that))?(?: also)?(?:, with| (?:account(?:ed|ing) for|took|{TOOK}|(?:achiev|generat|record|post|report|deliver|earn|logg|contribut|register|book)ing)) (?:an? (?:[a-z-]+ )?)?(?:(?:about|around|nearly|over|more than|approximately|roughly) )?"
)
# `while its chip division is forecast to earn 15 trillion won`
_EARNS = re.compile(
    r" (?:is|are|was|were) (?:forecast|expected|projected|estimated|seen|likely) to (?:earn|make|post|report|record|book|log) (?:about |around |nearly |over |more than )?"
)
_AND_HYBRID = re.compile(r",? (?:and|or) (?:plug-in |hybrid )")
_ITS_TOTAL = re.compile(r"\s*Its (?:total|overall) $")  # of the division that the sentence before spoke of
# `the Intelligent Devices Group, where overall revenue jumped 18 percent`
_OF_ANY = (
    "advertising",
    "services",
    "software",
    "passenger_cars",
    "nev",
)  # lines that a line of business may have itself
_KINDS = ("ev", "nev", "passenger_cars")  # of which others are a part
# AWS重拾两成增速 Q3纯利212亿: a headline pauses by a space; `shipped 43 million smartphones and delivered 108,796 cars` goes on with another
_PAUSE = re.compile(r"[,;。总等%]|^ and |[一-鿿] (?=[A-Za-z\d])")
_MADE_UP = re.compile("的?(?:构成|结构|组成|来源)(?:上|来)?看?,")  # 从营收构成来看,iPhone业务仍是主力,总计贡献490亿美元
_OWNS = re.compile(
    r"['’]s (?:[a-z]+ )?| (?!and\b|or\b|of\b|for\b|from\b|in\b)[a-z]+(?: (?!and\b)[a-z-]+){0,5},? with (?:record )?| (?:(?:showed|saw|posted|reported|recorded|had) )?(?:an? )?(?:[\d.]+% )?(?:year-over-year |annual )?"
)
_WHERE = re.compile(r"(?:\s+(?:group|segment|division|unit|business))?,? (?:where|whose|in which) (?:\w+ ){0,3}", re.I)
_WITH = re.compile(r", (?:but |and )?with (?:an? )?(?:(?:net|record|quarterly) )?$")
_WITH_ITS = re.compile(
    r"(?: (?:group|segment|division|unit|business))?, with (?:an? |its )?(?:all-time |record |quarterly )*"
)  # a strong quarter for LinkedIn, with revenue of $4.3 billion

# `cloud and software revenue of 5.8 billion euros and operating profit of 1.9 billion`: SAP tells no profit of that line
_PROFITS = ("operating_profit", "operating_margin", "net_profit", "ebitda")


def business_of(around: Surroundings, metric: str, mention: Mention, amount: Amount) -> str | None:
    """Return the line of business that a metric's amount is of, None for the whole company's."""
    text, kinds = around.scan.text, around.names.catalogue.segments
    said = text[mention.start : mention.end]
    businesses = _lines_named(around, metric, mention)
    if earner := line_that_earns(around, amount):
        return earner
    counts = next((m.segment for m in businesses if _counts(text, amount, m)), None)
    if named := _named(around, mention, amount, businesses) or that_segment(around, mention):
        # `sales of passenger NEVs include 125,377 units of BEVs`
        return counts if named in _KINDS and counts and counts not in _KINDS else named
    if is_and_all(around, metric, mention, businesses) or is_beside_takings_from_it(
        around, metric, mention, businesses
    ):
        return None
    if counts and said.isascii():
        return counts  # `the company shipped 42.8 million smartphones`
    if behind := _named_behind(around, mention, amount, businesses):
        return behind  # `The total revenue for the retail segment was 310 billion yuan`
    if metric == "revenue" and (taker := taker_of(around, mention, businesses)):
        return taker
    if WHOLE.match(said) or _WHOLE_BEFORE.search(text[max(0, mention.start - 12) : mention.start]):
        whole = mention.start + len("total ") * said.lower().startswith("total ")
        in_all = _IN_ALL.search(text, around.scan.clause(mention.start)[0], whole)
        in_all = in_all or OF_WHICH.match(text, around.scan.sentence.start, mention.start)
        if in_all:
            return heading_line(around, mention, businesses)
        its = around.ground.division if _ITS_TOTAL.match(text, around.scan.sentence.start, mention.start) else None
        return its or line_with_a_total(around, mention, businesses)
    line = (
        _named_before(around, metric, mention, amount, businesses)
        or heading_line(around, mention, businesses)
        or inherited_line(around, metric, mention, businesses, amount)
    )
    return None if line and kinds[line].revenue_only and metric.endswith(_PROFITS) else line


def _lines_named(around: Surroundings, metric: str, mention: Mention) -> list[Mention]:
    """Return the lines of business that a sentence names and that a metric may be of."""
    text, kinds = around.scan.text, around.names.catalogue.segments
    named = [m for m in around.scan.segments if kinds[m.segment or ""].kind == "business"]
    if around.scan.sentence.title and metric == "adjusted_net_profit":  # 汽车分部首录盈利 经调整多赚80.9%
        return [m for m in named if " " not in text[m.end : mention.start]]
    if metric == "revenue" and text[mention.start].isascii():
        # `shipped 49.4 million smartphones and grew revenue by 55 percent`: all of its revenue
        return [m for m in named if not any(_counts(text, a, m) for a in around.scan.amounts)]
    return named


def _named(around: Surroundings, mention: Mention, amount: Amount, businesses: list[Mention]) -> str | None:
    """Return the line of business that stands at a metric or an amount as its label, or that words point back to."""
    in_chinese = _named_later(around, mention, amount, businesses) or turned_to(around, mention, businesses)
    found = in_chinese or pointed_at(around, mention) or _at_once(around.scan, businesses, mention)
    found = found or framed_line(around.scan, businesses, mention) or and_its(around, mention)
    found = found or line_alone(around, mention, businesses)
    labelled = around.scan.text[mention.start : mention.end].isascii()
    return found or (label_of(around.scan, amount) if labelled else None)


def _named_behind(around: Surroundings, mention: Mention, amount: Amount, businesses: list[Mention]) -> str | None:
    """Return the line of business behind a metric or its amount: `revenue from gaming`, `decreased to 69% for Microsoft Cloud`."""
    text = around.scan.text
    of = [
        m for m in businesses
        if m.start >= mention.end
        and (_OF_SEGMENT.fullmatch(text, mention.end, m.start) or _DASHED.fullmatch(text, mention.end, m.start))
    ]  # fmt: skip
    if not of and mention.end <= amount.start:
        of = [
            m
            for m in businesses
            if _CAME_FROM.fullmatch(text, amount.end, m.start) and not _AND_MORE.match(text, m.end)
        ]
    counted = [m for m in businesses if _counts(text, amount, m) or _FOR.fullmatch(text, amount.end, m.start)]
    if is_part(around.scan, amount):
        return part_from(around, amount)
    return next((m.segment for m in of or counted), None)


def part_from(around: Surroundings, amount: Amount) -> str | None:
    """Return the line of business that a part of what was told before comes from: `including $417 million from regulatory credits`."""
    kinds, text = around.names.catalogue.segments, around.scan.text
    if not is_part(around.scan, amount):
        return None
    told = [m for m in around.scan.segments if kinds[m.segment or ""].kind == "business"]
    told += lines_of_metrics(around.scan, around.names.catalogue)
    behind = (m for m in told if amount.end <= m.start and _PART_FROM.fullmatch(text, amount.end, m.start))
    return next((m.segment for m in behind), None)


def line_that_earns(around: Surroundings, amount: Amount) -> str | None:
    """Return the line of business that an amount is expected of: `its chip division is forecast to earn 15 trillion won`."""
    kinds = around.names.catalogue.segments
    businesses = (m for m in around.scan.segments if kinds[m.segment or ""].kind == "business")
    return next((m.segment for m in businesses if _EARNS.fullmatch(around.scan.text, m.end, amount.start)), None)


def line_counted(around: Surroundings, amount: Amount) -> str | None:
    """Return the line of business that an amount counts the things of: `40.4 million iPhones, 9.95 million iPads`."""
    text, kinds = around.scan.text, around.names.catalogue.segments
    businesses = (m for m in around.scan.segments if kinds[m.segment or ""].kind == "business")
    return next((m.segment for m in businesses if _counts(text, amount, m)), None)


def _counts(text: str, amount: Amount, business: Mention) -> bool:
    """Whether an amount counts what a line of business names: `3,200 electric vehicles`, 3,200辆电动车."""
    if amount.kind not in ("count", "bare"):
        return False  # 净利润20.3亿元 汽车图像传感器增长30%; 营业利益暴增15倍晶片业务首度获利
    near = amount.end - 2 <= business.start <= amount.end + 40
    at_once = text[amount.end : business.start].strip() in ("", "台", "辆", "部")
    if at_once and text[business.end : business.end + 1] in tuple("与和及、"):
        return False  # 460万辆纯电与插电式混动汽车
    if at_once and _AND_HYBRID.match(text, business.end):
        return False  # `4.27 million pure electric and plug-in hybrid vehicles`
    return near and (at_once or bool(_UNITS_OF.fullmatch(text, amount.end, business.start)))


def _named_before(
    around: Surroundings, metric: str, mention: Mention, amount: Amount, businesses: list[Mention]
) -> str | None:
    """Return the line of business named before a metric in its clause; of several, the one that is the subject."""
    start, _ = around.scan.clause(mention.start)
    english = around.scan.text[mention.start : mention.end].isascii()
    if mention.start >= amount.end and english:
        if taker := next((m for m in businesses if _TOOK_IN.fullmatch(around.scan.text, m.end, amount.start)), None):
            return taker.segment
        start = amount.end  # `strong EV sales drove a 30.5% rise in revenues`: the revenues are not the cars'
    inside = [m for m in businesses if start <= m.start and m.end <= mention.start]
    if english and not inside and _WHICH.match(around.scan.text, start):
        inside = [m for m in businesses if m.end <= start and _COMMA.fullmatch(around.scan.text, m.end, start)]
    if english and len({m.segment for m in inside}) > 1 and (headed := heading_line(around, mention, businesses)):
        return headed
    if english and inside and _is_of_owner(around, inside[-1], mention):
        return None
    by_line = metric in around.names.bases or metric in ALSO_BY_SEGMENT
    if english and (subject := _subject_of(around, metric, mention, amount, businesses)):
        return subject
    if english and by_line and not inside and (line := line_behind_an_aside(around.scan, mention, businesses)):
        whole = not metric.endswith(TRACKED) and tells_of_the_whole(around, mention)
        return None if whole else line
    if english and metric == "adjusted_net_profit" and (line := line_of_its_loss(around.scan, mention, businesses)):
        return line
    if inside and (by_line or around.names.special(metric, inside[-1].segment or "")):
        return inside[-1].segment
    return None


def _subject_of(
    around: Surroundings, metric: str, mention: Mention, amount: Amount, businesses: list[Mention]
) -> str | None:
    """Return the line that an English sentence has for its subject, by its name or by words that point back to it."""
    counted = metric in OF_CARS or is_tracked(metric)
    if not (counted or metric in around.names.bases or metric in ALSO_BY_SEGMENT):
        return None
    told = min(mention.start, amount.start)
    acts = part_that_acts(around.scan, businesses, told)
    return acts.segment if acts else line_pointed_to(around, mention, told)


def _named_later(around: Surroundings, mention: Mention, amount: Amount, businesses: list[Mention]) -> str | None:
    """Return the segment of `营收中,汽车就有283亿元`: named after the metric, in the amount's own clause."""
    low, _ = around.scan.clause(amount.start)
    if around.scan.text[low - 1 : low] == "(" and (before := [m for m in businesses if low - 4 <= m.end < low]):
        return before[-1].segment
    if mention.end > low or around.scan.text[mention.start].isascii():
        return None
    low = mention.end if _MADE_UP.match(around.scan.text, mention.end) else low
    low = max(low, around.scan.amount_before(amount.start))
    inside = [m for m in businesses if low <= m.start and m.end <= amount.start]
    return inside[-1].segment if inside else None


def _at_once(scan: Scan, businesses: list[Mention], mention: Mention) -> str | None:
    """Return the segment right before a metric: `cloud revenue`, `the Intelligent Devices Group, where revenue`."""
    text = scan.text
    beside = [
        m
        for m in businesses
        if (0 <= mention.start - m.end <= 10 and not _PAUSE.search(text[m.end : mention.start]))
        or _WHERE.fullmatch(text, m.end, mention.start)
        or (
            _WITH_ITS.fullmatch(text, m.end, mention.start)
            and not WHOLE.match(text, mention.start)
            and not (_earned_beside(scan, m, mention) or is_spent_on(scan, m) or is_next_reason(scan, m))
        )
    ]
    if len(beside) < 2 and beside and beside[-1].segment in _OF_ANY:
        owner = [m for m in businesses if _OWNS.fullmatch(text, m.end, beside[-1].start)]
        beside = owner or beside  # YouTube's advertising revenue
    return beside[-1].segment if beside else None


def _is_of_owner(around: Surroundings, business: Mention, mention: Mention) -> bool:
    """Whether a metric behind a line of business is of whose it is: of a place apart, of whoever goes on to earn, or of who sold the things."""
    if is_of_a_place_apart(around, mention, business) or goes_on_to_earn(around, mention):
        return True
    return _earned_with_things(around.scan, business, mention)


def _earned_with_things(scan: Scan, business: Mention, mention: Mention) -> bool:
    """Whether a profit is told behind a comma and `with` after a count: `delivered 71,525 units of the Model Y in China, with a profit of`."""
    return bool(_WITH.search(scan.text, business.end, mention.start)) and _earned_beside(scan, business, mention)


def _earned_beside(scan: Scan, business: Mention, mention: Mention) -> bool:
    """Whether a profit stands behind a count of things, and is of whoever sold them: `delivered 26,100 units of the SU7, with a net loss of`."""
    if not (mention.any_profit or mention.metrics[0].endswith(_PROFITS)):
        return False
    things = [
        m for m in scan.segments if m.end <= business.end
    ]  # `units of the SU7 and YU7, with an operating profit of`
    return any(_counts(scan.text, a, m) for a in scan.amounts if a.end <= business.start for m in things)
