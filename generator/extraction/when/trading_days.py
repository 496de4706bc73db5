"""The day that a price is of, where the words around it say so: `closed at $9.85 on Monday`, 小米周三收报39港元."""

from __future__ import annotations

import re
from datetime import date

from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.metrics.quoted import quoted
from generator.extraction.when.days_named import DAY, DayNamed, day_dated, day_meant_last, days_named
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

OF_EARLIER = "a price of some earlier day"
_THAT_DAY = re.compile("当[天日]|同[一]?[天日](?!本)|(?P<after>(?<![周一二三四五日天])盘后)")
_DATE = re.compile(r"(?:(?P<month>\d{1,2})月)?(?<![\d.])(?P<number>\d{1,2})日(?![元均活])")
_CLOSED_ON = re.compile(rf"(?:{DAY.pattern})(?:美股)?(?:盘后|收盘后|收市后)")
# 美东时间4月24日周四盘后,谷歌公布财报。谷歌股价收报159.28美元
_AFTER_CLOSE = re.compile(
    r"(?:^|[。\n\x1f])\s*(?:(?:美东|当地|北京|美国|纽约|香港)时间)?(?P<month>\d{1,2})月(?P<number>\d{1,2})日"
    r"(?:\(?(?:周|星期)[一二三四五]\)?)?(?:[美港]股)?(?:盘后|收盘后|收市后)[^。\n]{1,80}。\s?$"
)
_CLOSED = re.compile(r"收(?:盘价?|市)?(?:[报于在为至]|涨|跌)")
_OPENED_WITHIN = 120  # characters before a sentence, within which the one before it stands
_PARAGRAPH = 400  # characters before 当天, within which its day is named
# `issued a $120 target in a research note on Friday`
_IN_A_NOTE = re.compile(r"\b(?:reports?|notes?|comments?|updates?|research)(?: [a-z]+){0,4} (?:on|dated)(?: the)? $")
_NOTE_OPENS = re.compile(r"(?:And |Then )?(?:On|In a (?:[a-z]+ )?(?:note|report) (?:on|dated)) ")
# what stands between a price and the day behind it: `a share in late New York trading on`
_UNTIL = re.compile(
    r"(?: (?:(?:a|per) (?:share|ADS|ADR)|each|apiece))?(?: (?:in|on) (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri)day)[A-Z][\w.]*(?: [A-Z]\w*){0,3})?(?: (?:at|by) the (?:close|open|end of (?:trading|the session)))?"
    r"(?:,? (?:(?:in|during|at|as of|of|by|on|late|early|extended|regular|after-hours|premarket|pre-market|morning|afternoon|midday|noon|trading|trade|the|close|closing|market|session|when (?:markets|trading) closed|[a-z]+ trading) ?){0,5})? ?"
)
_OPENS = re.compile(
    r"\s*(?:[•*–-]\s*)?(?:(?:On|In|As of|(?:At|By) the (?:close|end|open)(?: of (?:trading|trade|the session))?(?: on| of)?|In [A-Z][\w ]{2,24} on|By|(?:Last |Latest )?(?:[Ss]hare |[Ss]tock )?(?:[Pp]rices?|[Cc]los(?:e|ing price))(?: (?:as of|as at|at|on|of|(?:the )?close)){1,3}) )?(?:the )?"
)
_ON = 46  # characters between the day that a sentence opens with and what is quoted
# 小米周三公布财报, 周五(21日)将放榜: that was told then, or will be; no price is of the day
# but 昨日在业绩公布前跌1.6%,收报78.4元: until they came
_RESULTS = re.compile(
    ",?(?![于在]?(?:公布)?(?:[季财中年]报|[季年]绩|业绩|放榜)(?:公布|发布|出炉|放榜)?之?前)[^,;。]{0,14}?(?:公布|披露|放榜|公告|召开|举行|举办|推出|开售|财报|业绩|季报|季绩|交卷|见分晓|登场|揭[晓盅]|出炉|成绩单|答卷)"
)
_COMES = re.compile(r"[^,;。]{0,6}?(?:将(?![^,;。]{0,14}目标)|拟|预[定计]|料)")
# `Alibaba, which reported on Tuesday, was up`
_TOLD_ON = re.compile(
    r"\b(?:report\w*|sa(?:id|ys)|announc\w*|post(?:s|ed)|releas\w*|unveil\w*|publish\w*|present\w*|due|told)\b[^,;]{0,40}$"
)
# but a house puts its price at a share on the day that it reports: 花旗18日发表报告,将目标价降至50港元
_SAID = re.compile("[^,;。]{0,14}?(?:发布|发表|宣布|表示|交出|指出|[称说])")

# `traded at HK$61 in June`, `stood at $210 a year ago`, 股价曾于6月升至61港元
_EARLIER_BEHIND = re.compile(
    rf"(?: (?:(?:a|per) (?:share|ADS|ADR)|each|apiece))?,? (?:(?:back )?(?:in|at|by|from|during|since|before) (?:the )?(?:(?:end|start|beginning|turn|middle) of )?(?:early |late |mid-?|last |the )?(?:{MONTHS}|20\d\d|spring|summer|autumn|fall|winter|year|month|week)\b|(?:an?|one|two|three|four|five|six|\d+) (?:day|week|month|quarter|year)s? (?:ago|earlier|before|prior)\b|the (?:day|session|week) (?:before|earlier)\b|last (?:week|month|quarter|year|spring|summer|autumn|fall|winter)\b)"
)
_OPENS_EARLIER = re.compile(
    rf"\s*(?:(?:Back )?[Ii]n (?:early |late |mid-)?(?:{MONTHS}|20\d\d|the (?:spring|summer|autumn|fall|winter))|(?:An?|One|Two|Three|Four|Five|Six|\d+) (?:day|week|month|year)s? (?:ago|earlier|before)|The (?:day|session|week) (?:before|earlier)|Last (?:week|month|year|spring|summer|autumn|winter)|At the (?:end|start|beginning) of (?:the year|last year|20\d\d|(?:{MONTHS})))\b"
)
_ONCE = re.compile("曾(?!盘中)|去年|前年|年初|上[个]?月|20\\d\\d年|历史[最新]?高|(?<!\\d)\\d{1,2}月(?!\\d)")

# 去年9月初,小米收盘价还只有18.9港元: an earlier time that a sentence opens with
_OPENS_ONCE = re.compile(
    r"\s*(?:而|但|早在|回到|直到|在|就在)?(?:[去前]年|今年(?:年初|初)|年初|上个?月|20\d\d年|(?:今年)?\d{1,2}月[初中底末]|[一两二三四五六七八九十几\d]+(?:个月|年)(?:之?前))[^,;。\d]{0,2}(?:\d{1,2}月)?[^,;。\d]{0,8},"
)
# 市值约6800亿美元,去年10月高峰期还有1.1万亿美元
# `sank 6.1% to $379.28 in New York the same day`
_SAME_DAY = re.compile(
    r"(?: (?:a|per) (?:share|ADS|ADR))?(?: in (?:[a-z-]+ )?[A-Z]\w+(?: [A-Z]\w+)?(?: trading)?)?,? (?:on )?(?:the|that) same day\b"
)
_AT_ITS_PEAK = re.compile("高峰|巅峰|顶峰|峰值|鼎盛")
# 期间市值一度超过3.5万亿港元: on some day, unless it was this one's session; 今早市值一度升穿4万亿
_FOR_A_WHILE = re.compile("(?:一度|曾)(?!盘中)")
_IN_SESSION = re.compile("盘[中前后初]|[早午尾]盘|[早午]段|[今昨]|开[盘市]|收[盘市]|全日|当[日天]|日内")
_CLOSED_AT = re.compile("[,;](?:最终|最后|终|其后)?(?:收[报盘市]|全日)")  # 市值一度突破5.6万亿港元,收报612港元
# 出席了腾讯上周五的投资者日,目标价微升至435.72港元: when something was seen, and no price was told
_AT_EVENT = re.compile("的[^,;。]{0,14}?(?:投资者日|开放日|[^机社理协]会(?:议|上)?|活动|论坛|路演|调研|简报|车展|参观)")


def trading_day(around: Surroundings, metric: str, amount: Amount) -> Period | None:
    """Return the day that a price is of, None where nothing says so."""
    named = sorted(days_named(around), key=lambda d: d.start)
    chinese = around.scan.chinese
    that = _that_day(around, amount) if chinese and metric != "target_price" else None
    found = that or _in_chinese(around, metric, amount, named) if chinese else _in_english(around, amount, named)
    if metric == "target_price" and not chinese:
        found = _noted(around, amount, named) or found
    if found is not None:
        return Period(found.day.isoformat())
    if metric == "share_price" and not chinese and _SAME_DAY.match(around.scan.text, amount.end):
        return around.ground.priced
    if metric == "share_price" and chinese and not named and (day := _opened_before(around, amount)):
        return Period(day.isoformat())
    told = any(d.end <= amount.start for d in named)  # 阿里收于79.9美元,放榜当日曾跌6%: that was told behind it
    if metric == "share_price" and chinese and around.ground.joined and not told:
        return around.ground.priced  # A股2日收于262.5元;H股报197.2港元
    if metric != "market_cap":
        return None
    if price := _price_before(around, amount):
        # `closed at $181.20 on Tuesday, which values it at $4.4 trillion`
        return trading_day(around, "share_price", price)
    return around.ground.priced if chinese and not named else None  # 20日收在145.89美元。以收盘价计,市值约3.6兆美元


def _opened_before(around: Surroundings, amount: Amount) -> date | None:
    """Return the day after whose close a Chinese sentence right before says that results came: 4月24日周四盘后,谷歌公布财报。股价收报159美元."""
    scan, published = around.scan, around.calendar.published
    if published is None or not _CLOSED.search(scan.text, scan.sentence.start, amount.start):
        return None
    low = max(0, scan.sentence.start - _OPENED_WITHIN)
    opened = next(iter(_AFTER_CLOSE.finditer(scan.text, low, scan.sentence.start)), None)
    return day_dated(opened, published) if opened else None


def _price_before(around: Surroundings, amount: Amount) -> Amount | None:
    """Return the price that an English sentence quotes before what all shares are worth at it."""
    before = (a for a in reversed(around.scan.amounts) if a.end <= amount.start)
    return next((a for a in before if quoted(around.scan, a)), None)


def priced_before(around: Surroundings, metric: str, amount: Amount) -> bool:
    """Whether a price is one of some earlier time, of which no day is named: `traded at HK$61.45 in June`, 市值在高峰期有1.1万亿美元."""
    scan, start = around.scan, around.scan.clause(amount.start)[0]
    if metric == "market_cap":
        for_a_while = _FOR_A_WHILE.search(scan.text, start, amount.start)
        once = for_a_while and not (
            _IN_SESSION.search(scan.text, scan.sentence.start, amount.start)
            or _CLOSED_AT.search(scan.text, amount.end, scan.sentence.end)
            or list(days_named(around))
        )
        return scan.chinese and bool(once or _AT_ITS_PEAK.search(scan.text, start, amount.start))
    if metric != "share_price" or trading_day(around, metric, amount):
        return False
    if scan.chinese:
        opens = _OPENS_ONCE.match(scan.text, scan.sentence.start, amount.start)
        only = opens is not None and scan.amount_before(amount.start) < opens.end()
        return only or bool(_ONCE.search(scan.text, start, amount.start))
    opens = _OPENS_EARLIER.match(scan.text, scan.sentence.start, amount.start)
    own = opens is not None and start <= opens.end() + 1
    return own or bool(_EARLIER_BEHIND.match(scan.text, amount.end))


def _in_english(around: Surroundings, amount: Amount, named: list[DayNamed]) -> DayNamed | None:
    """Return the day of an English price: among its own words, right behind it, or what the sentence opens with."""
    scan, share = around.scan, quoted(around.scan, amount)
    metric = next((m for m in reversed(scan.metrics) if m.end <= amount.start), None)
    start = share.mention.start if share else metric.start if metric else amount.start
    own = [
        d for d in named
        if start <= d.start and d.end <= amount.start and not _TOLD_ON.search(scan.text, start, d.start)
    ]  # fmt: skip
    behind = [d for d in named if d.start >= amount.end and _UNTIL.fullmatch(scan.text, amount.end, d.start)]
    opens = [
        d for d in named
        if _OPENS.fullmatch(scan.text, scan.sentence.start, d.start) and d.end <= start <= d.end + _ON
    ]  # fmt: skip
    fresh = [d for d in own if d.start >= scan.amount_before(amount.start)]  # of no price before
    return next(iter([*fresh[-1:], *behind[:1], *own[-1:], *opens]), None)


def _noted(around: Surroundings, amount: Amount, named: list[DayNamed]) -> DayNamed | None:
    """Return the day of the note in which an English price target is told: the first behind it, else the last before."""
    text, start = around.scan.text, around.scan.sentence.start
    noted = [d for d in named if _IN_A_NOTE.search(text, start, d.start) or _NOTE_OPENS.fullmatch(text, start, d.start)]
    days = [d for d in noted if d.start >= amount.end] or noted[-1:]
    whole = (d for d in named if days and text[days[0].end : d.start] == ", ")  # `Wednesday, April 17th`
    return next(whole, days[0]) if days else None


def _in_chinese(around: Surroundings, metric: str, amount: Amount, named: list[DayNamed]) -> DayNamed | None:
    """Return the day of a Chinese price: the last one before it, unless something else was told then, or will be."""
    text = around.scan.text
    last = next((d for d in reversed(named) if d.end <= amount.start), None)
    if last is None or _RESULTS.match(text, last.end) or _COMES.match(text, last.end):
        return None
    told = _AT_EVENT if metric == "target_price" else _SAID
    return None if told.match(text, last.end) else last


def _that_day(around: Surroundings, amount: Amount) -> DayNamed | None:
    """Return the day that 当天 before a Chinese price stands for: the last that its paragraph named before."""
    scan, published = around.scan, around.calendar.published
    said = next(iter(_THAT_DAY.finditer(scan.text, scan.sentence.start, amount.start)), None)
    if said is None or published is None:
        return None
    low = max(scan.text.rfind("\n", 0, said.start()) + 1, said.start() - _PARAGRAPH)
    after = _CLOSED_ON if said["after"] else None  # 周三盘后公布业绩。…股价在盘后交易中上涨
    dates = [] if after else [(m, day_dated(m, published)) for m in _DATE.finditer(scan.text, low, said.start())]
    weekdays = [(m, day_meant_last(m, published)) for m in (after or DAY).finditer(scan.text, low, said.start())]
    named = sorted([*dates, *weekdays], key=lambda found: found[0].start())
    return DayNamed(*named[-1][0].span(), named[-1][1]) if named and named[-1][1] else None
