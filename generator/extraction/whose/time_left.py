"""The time that a sentence leaves to those after it: the one it opens with, the only one it names, the month that went on."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_USERS
from generator.extraction.periods.mention import REPORTED, PeriodMention
from generator.extraction.when.announced import is_announced
from generator.extraction.when.due import is_due_of
from generator.extraction.when.happened_zh import only_happened
from generator.extraction.when.looked_back import OPENING
from generator.extraction.when.named_in_passing import only_names
from generator.extraction.when.nameless_turns_en import turns_to_a_nameless_span
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.context import Surroundings
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
# `from January to August`, 1-8月: months that make no quarter have no name, and what goes on with them has none.
_MONTHS = re.compile(
    r"(?:今年|(?:20)?\d\d年)?(?:\d{1,2}月?\s?[-~至到]\s?\d{1,2}月|[前首][两二四五七八十\d]+个?月)"
    r"|(?i:(?:from )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov)|(?:first|so far|year|this|the year)\b)"
)
# 今年以来,营收3405亿元,净利润325亿元。研发费用205亿元: so is what goes on with the year so far
_SO_FAR = re.compile(
    "(?:自|从)?(?:今年|本年度?|年初|[本今]?财年)(?:以来|至今|迄今)|年内累计|(?:自|从)?今年1月至今|(?:今年|本年)累计"
)
_OF_SHARES = re.compile("股价|股份|股票|指数|市值|回购|上涨|下跌|涨幅|跌幅")
# `The shares have gained 5.1% so far this year`: what they did is of no time that the text goes on with
_MARKETS = re.compile(r"\b(?:[Ss]hares?|[Ss]tocks?|ADRs?|ADSs?|[Ii]ndex)\b|股价|股票|指数")
# A sentence that opens so speaks of a period to come, and those after it go on with that one.
_FROM = ("由", "从", "自")
_LOOKS = re.compile(r"[^,;。\d]{0,8}(?:来看|看|来讲|来说|而言),")  # 从前三季表现来看
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


def only_time_named(around: Surroundings) -> Period | None:
    """Return the only quarter, half or year that a sentence without a figure names, where no time was told before: `You missed your forecast for the second fiscal quarter`."""
    named = [
        p
        for m, p in around.resolved
        if m.scope in REPORTED and around.calendar.is_over(p) and not only_names(around, m, p)
    ]
    return named[0] if len(named) == 1 and not around.scan.amounts else None


def month_left(around: Surroundings, own: Period | None) -> Period | None:
    """Return the month that a sentence without an amount opens with, or that went on: `In May, BYD launched three models. Sales rose 30%`."""
    scan = around.scan
    if own is not None or scan.chinese:
        return None
    named = [(m, p) for m, p in around.resolved if p.kind == "month"]
    first = next(((m, p) for m, p in named if m.start - scan.sentence.start <= _IN_MONTH or _is_had(scan, m)), None)
    if first and not scan.amounts and len(around.resolved) == 1:
        return first[1]
    return around.ground.month if not around.resolved else None


def _is_had(scan: Scan, month: PeriodMention) -> bool:
    """Whether a sentence speaks of a month itself, and not of what happened in it: `It then had a slow January`, `A reader asks about Nio's December`."""
    before = scan.text[max(scan.sentence.start, month.start - 40) : month.start]
    return bool(_HAD_A.search(before) or (_IS_ONE.match(scan.text, month.end) and not _IN.search(before)))


def is_nameless_span(around: Surroundings) -> bool:
    """Whether a sentence opens with a span that has no name, and a semicolon leads on: 今年6个月,纯利641亿元;收入….

    So does one that speaks of some months of a year alone: 1-8月累计装车量54.7GWh。其市占率为27.7%.
    """
    scan, text, start = around.scan, around.scan.text, around.scan.sentence.start
    spans = [m for m in scan.periods if m.scope == "span"]
    opens = any(m.start - start <= OPENING for m in spans) and text[scan.sentence.end - 1] == ";"
    if turns_to_a_nameless_span(around) or (not around.resolved and _tells_so_far(scan, spans)):
        return True
    if around.resolved or not any(_MONTHS.match(text, m.start) for m in spans):
        return opens
    return not _MARKETS.search(text, start, spans[0].start)


def _tells_so_far(scan: Scan, spans: list[PeriodMention]) -> bool:
    """Whether a Chinese sentence opens with the year so far and tells what came in it; what shares did, or were bought back, leaves no time."""
    text, start = scan.text, scan.sentence.start
    opens = any(m.start - start <= _IN_MONTH and _SO_FAR.match(text, m.start) for m in spans[:1])
    return opens and bool(scan.amounts) and not _OF_SHARES.search(text, start, scan.sentence.end)


def _is_origin(scan: Scan, mention: PeriodMention) -> bool:
    """Whether something led from a period to another: 销售费用率由2024年第三季的33.3%降至2025年第三季的29.3%."""
    led = scan.text[max(scan.sentence.start, mention.start - 2) : mention.start].strip().endswith(_FROM)
    return led and not _LOOKS.match(scan.text, mention.end)


def _is_told_to_be_out(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a Chinese sentence without an amount says that a month's sales are out: 1日陆续公布10月交付数字, 5日公布10月营收."""
    if scan.amounts:
        return False
    low = max(scan.sentence.start, mention.start - _BEFORE)
    published = _PUBLISHED.search(scan.text, low, mention.start) and _THEIR_SALES.match(scan.text, mention.end)
    return bool(published or _OUT.match(scan.text, mention.end))


def time_opened_with(around: Surroundings, entity: str | None) -> Period | None:
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
