"""What a sentence leaves to the one after it: whom it speaks of, and of when."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.frozen import replace
from generator.extraction.marks.mention import STRANGER, EntityMention, Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS
from generator.extraction.metrics.whole_again import lines_of_metrics
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.unnamed.stand_ins import stands_for_the_last
from generator.extraction.when.announced import is_announced
from generator.extraction.when.due import is_due_of
from generator.extraction.when.happened_zh import only_happened
from generator.extraction.when.last_days import day_opened_with
from generator.extraction.when.led_from_zh import bases_told
from generator.extraction.when.looked_back import OPENING, looks_back
from generator.extraction.when.month_introduced_zh import month_introduced
from generator.extraction.when.named_in_passing import only_names
from generator.extraction.whose.among_brands_zh import is_among_brands
from generator.extraction.whose.asked_of_zh import asked_of
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.counts_published_zh import published_since
from generator.extraction.whose.division_spoken_of import division_spoken_of
from generator.extraction.whose.first_person import of_whoever_speaks
from generator.extraction.whose.ground import Ground
from generator.extraction.whose.holders import next_holder
from generator.extraction.whose.in_passing_zh import is_named_in_passing_zh
from generator.extraction.whose.latter_en import two_named
from generator.extraction.whose.latter_zh import two_named_zh
from generator.extraction.whose.reasons_en import is_a_reason
from generator.extraction.whose.region_en import names_the_world
from generator.extraction.whose.rivals_aside import returns_to
from generator.extraction.whose.shares_spoken_of_en import shares_after
from generator.extraction.whose.spoken_of_behind_en import spoken_of_behind
from generator.extraction.whose.strangers import opens_with_a_stranger
from generator.extraction.whose.strangers_zh import opens_with_stranger
from generator.extraction.whose.things_shipped import things_before
from generator.extraction.whose.told_beside import is_aside, is_told_beside
from generator.extraction.whose.told_by_place import named_lately
from generator.settings.period import Period

_IN_MONTH = 6  # characters from a sentence's start, within which a month is when what it tells happened
# `had a slow January`, `asks about Nio's December`, `How about November?`, `July was the best month so far`
_HAD_A = re.compile(
    r"\b(?:(?:had|has had|having|saw|enjoyed|endured|suffered|after|with|been|was|is) an? (?:[a-z-]+,? ){1,3}|[Ll]ook(?:s|ing)? at |\bat |[Aa]bout |[Aa]s (?:for|to) |[Tt]urn(?:s|ing)? to |[Nn]ow (?:for|to) |(?:[A-Z]\w+|its|their|the company)['’]s (?:[a-z]+ )?)$"
)
_IS_ONE = re.compile(
    r" (?:was|proved|turned out|brought|had been) (?:also |again |even |indeed )?(?:an?|the|its|their|no|to be|better|worse|different|another)\b"
)
_IN = re.compile(r"\b(?:in|on|since|until|till|from|by|before|after|of|during|through|for|early|late|mid) ?$")
# `the latest month that we know of is June`: what is told next is of that one
_LATEST = re.compile(
    r"\b(?:latest|newest|most recent|last) (?:[a-z]+ ){0,7}(?:is|are|was|were|come from|date from|covers?) (?:that (?:of|for) |those (?:of|for) |for |of )?$"
)
_SEGMENT = re.compile(
    r"(?<=segment|ivision)|(?<=\bunit)| (?:segment|division|unit)\b"
)  # `into a core local commerce segment, which comprises food delivery`
# `The segment of EVs and AI`, `a division called value-added services`
_SEGMENT_OF = re.compile(
    r"\b(?:[Ss]egment|[Dd]ivision|[Uu]nit),? (?:of|for|comprising|that comprises|covering|named|called|known as|made up of) (?:the |its )?[\"“]?$"
)
# `a second data centre`, `two new games`: things, but `a cloud business` is a line
_ONE = re.compile(r"\b(?:an?|another|one|two|three|four|several|\d+)(?: [a-z-]+){0,2} \Z")
_A_LINE = re.compile(r"(?:['’]s)? (?:segment|division|unit|business|arm|group|operation|revenue|sales)")
_NEW_THING = sought("(?:新|[新一两几三四五首这该]款|新一代|下一代|旗舰|折叠屏?|[一两几三四五]部)$")
_WHICH = re.compile(r"\s*(?:which|who) ")
# `from January to August`, 1-8月: months that make no quarter have no name, and what goes on with them has none.
_MONTHS = re.compile(
    r"(?:今年|(?:20)?\d\d年)?(?:\d{1,2}月?\s?[-~至到]\s?\d{1,2}月|[前首][两二四五七八十\d]+个?月)"
    r"|(?i:(?:from )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov)|(?:first|so far|year|this|the year)\b)"
)
# `The shares have gained 5.1% so far this year`: what they did is of no time that the text goes on with
_MARKETS = re.compile(r"\b(?:[Ss]hares?|[Ss]tocks?|ADRs?|ADSs?|[Ii]ndex)\b|股价|股票|指数")
# A sentence that opens so speaks of a period to come, and those after it go on with that one.
_FROM = ("由", "从", "自")
_OUTLOOK = re.compile(r"\s*(?:展望|对于|针对|预计|预期|指引|业绩指引|就|至于|关于)")

_OUT = re.compile(
    "(?:份)?的?(?:新车|汽车|最新|合并|单月)?(?:交付|销量|销售|营收|产销|出货|业绩)[一-鿿]{0,4}?(?:数字|数据|成绩单?|快报|情况|报告|结果|表现|榜单?|排行榜?|账单)"
    '|(?:份)?的?[“「"]?(?:成绩单|答卷|销情|战报)'  # 造车新势力11月成绩单出炉
    "|(?:份)?的?(?:自结|合并|单月|最新)*营收(?:(?:全数|陆续)?出炉|揭晓|[。,;]|$)"
)
# 多家车企公布8月交付量。理想交付34910辆
_PUBLISHED = re.compile(r"(?:公布|发布|披露|公告|交出|晒出|报告|通报)了?(?:各自|旗下|其)?的?(?:(?:20\d\d|今|去)年)?$")
_THEIR_SALES = re.compile("份?的?(?:新车|汽车)?(?:交付量?|销量|产销量?|销售)(?:[。;:]|$)")
_BEFORE = 14  # characters before a month, within which stands that something of it was published
_ON_IT = re.compile(r"\s*(?:It|Its|They|Their|The (?:company|group|firm|[a-z]*maker|giant|retailer)(?:['’]s)?) ")


def ground_after(around: Surroundings, spoken: Period | None, segment: str | None) -> Ground:
    """Return what the next sentence inherits; `spoken` is the period that this one's figures name."""
    scan = around.scan
    beside = [next_holder(scan, amount) for amount in scan.amounts]
    subjects = [e for e in scan.entities if around.is_subject(e) and not is_aside(scan, e) and e not in beside]
    passing = [e for e in scan.entities if is_named_in_passing_zh(scan, e)]
    subjects = [e for e in subjects if not around.inserted(e) and e not in passing]
    subjects = [e for e in _own(scan, subjects) if not is_among_brands(around, e, subjects[0])]
    strange = not passing and (opens_with_stranger(scan) or opens_with_a_stranger(scan))
    behind = spoken_of_behind(scan)
    house = (
        behind is not None and around.names.catalogue.company_kind(behind) != "company"
    )  # `Nomura, which rates it buy`
    speaks = (None if house else behind) or of_whoever_speaks(around, scan.sentence.end)
    entity = subjects[-1].entity if subjects else STRANGER if strange else speaks or around.ground.entity
    whom = asked_of(scan)
    entity = whom.entity if whom else entity
    returns = None if whom else returns_to(around, [e for e in scan.entities if around.is_subject(e)])
    back = _tells_of_then(around, spoken)
    introduced = _introduced(around, entity)
    own = None if back else next((p for p in (spoken, introduced) if p and not looks_back(around, p)), None)
    own = own or (None if back else month_introduced(around))
    period = own or (None if _is_nameless(around) else around.ground.period or _only_named(around))
    ends = (p for _, p in around.resolved if p.kind == "quarter" and period is not None and p.end == period.end)
    quarter = period if period is not None and period.kind == "quarter" else next(ends, around.ground.quarter)
    kinds = around.names.catalogue.segments
    named = _lines_named(around)
    lines = [m.segment for m in named if is_called_segment(scan, m)] or [m.segment for m in named]
    regions = [m.segment for m in scan.segments if kinds[m.segment or ""].kind == "region"]
    region = regions[-1] if regions else None if names_the_world(scan) else around.ground.region
    joined = scan.text[scan.sentence.end - 1] == ";"
    division = division_spoken_of(around)
    return replace(
        around.ground, entity=entity, period=period, segment=segment, division=division, quarter=quarter, joined=joined,
        line=lines[-1] if lines else around.ground.line, region=region, owner=_owner(around, entity, own), returns=returns,
        month=_month(around, own), as_of=day_opened_with(around), two=two_named_zh(scan, around.names, around.ground.two) if scan.chinese else two_named(scan, around.names), lately=named_lately(scan.entities, around.names, around.ground.lately),
        things=things_before(scan, around.names.catalogue, scan.sentence.end, around.ground.things), based=bases_told(around),
        earlier=_set_beside(around, period), shares=shares_after(scan, around.ground.shares, around.home),
        published=published_since(scan, around.ground.line or around.ground.heading_segment),
    )  # fmt: skip


def _only_named(around: Surroundings) -> Period | None:
    """Return the only quarter, half or year that a sentence without a figure names, where no time was told before: `You missed your forecast for the second fiscal quarter`."""
    named = [
        p
        for m, p in around.resolved
        if m.scope in REPORTED and around.calendar.is_over(p) and not only_names(around, m, p)
    ]
    return named[0] if len(named) == 1 and not around.scan.amounts else None


def _owner(around: Surroundings, entity: str | None, own: Period | None) -> str | None:
    """Return the company whose period is told; nobody's is one that a sentence names for whoever comes: `Add up the quarter. Nio delivered 87,071`."""
    scan, ground = around.scan, around.ground
    for_all = own is not None and own.kind == "quarter" and not (scan.amounts or scan.entities or scan.chinese)
    again = own == ground.period and ground.owner is None
    return None if for_all or (own and again) else entity if own else ground.owner


def _month(around: Surroundings, own: Period | None) -> Period | None:
    """Return the month that a sentence without an amount opens with, or that went on: `In May, BYD launched three models. Sales rose 30%`."""
    scan = around.scan
    if own is not None or scan.chinese:
        return None
    named = [(m, p) for m, p in around.resolved if p.kind == "month"]
    first = next(((m, p) for m, p in named if m.start - scan.sentence.start <= _IN_MONTH or _is_had(scan, m)), None)
    if first and not scan.amounts and len(around.resolved) == 1:
        return first[1]
    return around.ground.month if not around.resolved else None


def _set_beside(around: Surroundings, now: Period | None) -> Period | None:
    """Return the quarter that a sentence set beside a later one, which `that earlier quarter` may mean next."""
    before = (p for _, p in reversed(around.resolved) if p.kind == "quarter" and now is not None)
    return next((p for p in before if now and p.kind == now.kind and p.end < now.end), around.ground.earlier)


def _is_had(scan: Scan, month: PeriodMention) -> bool:
    """Whether a sentence speaks of a month itself, and not of what happened in it: `It then had a slow January`, `A reader asks about Nio's December`."""
    before = scan.text[max(scan.sentence.start, month.start - 40) : month.start]
    return bool(_HAD_A.search(before) or (_IS_ONE.match(scan.text, month.end) and not _IN.search(before)))


def _lines_named(around: Surroundings) -> list[Mention]:
    """Return the lines of business that a sentence names and may be on: in English neither one of their things, nor what only says what a company does."""
    scan, kinds = around.scan, around.names.catalogue.segments
    named = [m for m in scan.segments if kinds[m.segment or ""].kind == "business"]
    if scan.chinese:
        return [m for m in named if not is_a_thing(scan, m)]
    reasons = [m for m in named if is_a_reason(scan, m)]
    named = [m for m in named if m not in reasons] or named  # `Digital Industries suffered, since software was weak`
    named = [m for m in named if not (is_a_thing(scan, m) or _WHICH.match(scan.text, scan.clause(m.start)[0]))]
    if not scan.amounts and len({m.segment for m in named}) > 1:
        return []  # `Xiaomi makes phones, home appliances and cars`
    return sorted([*named, *lines_of_metrics(scan, around.names.catalogue)], key=lambda m: m.start)


def is_a_thing(scan: Scan, mention: Mention) -> bool:
    """Whether a line of business only names one of its things: `It opened a second data centre`, 华为准备发布新手机."""
    if scan.chinese:
        return not scan.amounts and _NEW_THING.search(scan.text, scan.sentence.start, mention.start) is not None
    lead = scan.text[max(scan.sentence.start, mention.start - 32) : mention.start]
    return bool(_ONE.search(lead)) and not _A_LINE.match(scan.text, mention.end)


def is_called_segment(scan: Scan, mention: Mention) -> bool:
    """Whether English calls a line of business a segment: `the segment` of the next sentence is that one."""
    before = _SEGMENT_OF.search(scan.text, max(scan.sentence.start, mention.start - 32), mention.start)
    return bool(before or _SEGMENT.match(scan.text, mention.end))


def _own(scan: Scan, subjects: list[EntityMention]) -> list[EntityMention]:
    """Return those of a sentence's subjects that it is on: not who is only set beside one that it names, or that `it` stands for."""
    own = [e for e in subjects if not is_told_beside(scan, e)]
    return own if own or _ON_IT.match(scan.text, scan.sentence.start) else subjects


def _tells_of_then(around: Surroundings, spoken: Period | None) -> bool:
    """Whether an English sentence only says what the figure before had been: `A year earlier the number stood at 106,042, and in March it was 207,080`."""
    ground = around.ground.period
    if spoken is None or ground is None or spoken.kind != ground.kind or spoken.fiscal != ground.fiscal:
        return False
    return spoken < ground and stands_for_the_last(around.scan)


def _is_nameless(around: Surroundings) -> bool:
    """Whether a sentence opens with a span that has no name, and a semicolon leads on: 今年6个月,纯利641亿元;收入….

    So does one that speaks of some months of a year alone: 1-8月累计装车量54.7GWh。其市占率为27.7%.
    """
    scan, text, start = around.scan, around.scan.text, around.scan.sentence.start
    spans = [m for m in scan.periods if m.scope == "span"]
    opens = any(m.start - start <= OPENING for m in spans) and text[scan.sentence.end - 1] == ";"
    if around.resolved or not any(_MONTHS.match(text, m.start) for m in spans):
        return opens
    return not _MARKETS.search(text, start, spans[0].start)


def _is_origin(scan: Scan, mention: PeriodMention) -> bool:
    """Whether something led from a period to another: 销售费用率由2024年第三季的33.3%降至2025年第三季的29.3%."""
    return scan.text[max(scan.sentence.start, mention.start - 2) : mention.start].strip().endswith(_FROM)


def _is_told_to_be_out(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese sentence without an amount says that a month's sales are out: 1日陆续公布10月交付数字, 5日公布10月营收."""
    if scan.amounts:
        return False
    low = max(scan.sentence.start, mention.start - _BEFORE)
    published = _PUBLISHED.search(scan.text, low, mention.start) and _THEIR_SALES.match(scan.text, mention.end)
    return bool(published or _OUT.match(scan.text, mention.end))


def _introduced(around: Surroundings, entity: str | None) -> Period | None:
    """Return the period that a sentence opens with, and leaves with a company: it is what the sentences after it speak of."""
    scan = around.scan
    day, start = around.calendar.published, scan.sentence.start
    stated = min((a.start for a in scan.amounts), default=scan.sentence.end)
    counts = any(m.metrics and m.metrics[0] in OF_USERS for m in scan.metrics)
    unsaid = ("instant",) if counts else ("instant", "month")  # users are those of a month, which goes on
    latest = next(
        (
            p
            for m, p in around.resolved
            if p.kind == "month" and not scan.amounts and _LATEST.search(scan.text, start, m.start)
        ),
        None,
    )
    if latest is not None:
        return latest
    asks = scan.text.startswith("?", scan.sentence.end - 1) and not (scan.amounts or scan.chinese)
    spans = [
        p for m, p in around.resolved
        if (p.kind not in unsaid or (p.kind == "month" and _is_told_to_be_out(scan, m))) and ((m.start - start <= OPENING and m.start < stated) or asks or is_announced(scan.text, start, m) or is_due_of(scan, m)) and not is_beside(scan, m) and not _is_origin(scan, m)
        and not (only_happened(around, m, p, entity) or only_names(around, m, p))
        and not (day and around.calendar.ended(p) > day and scan.text[scan.sentence.end - 1] != ";" and not _OUTLOOK.match(scan.text, start))
    ]  # fmt: skip
    return spans[-1] if spans else None
