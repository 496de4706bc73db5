"""Which periods of a sentence can be those of an amount at all."""

from __future__ import annotations

import re

from generator.extraction.marks.cues import BASES
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, OF_USERS
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.when.aims_met_en import is_when_an_aim_was_met
from generator.extraction.when.events_en import is_of_an_event
from generator.extraction.when.events_zh import is_when_it_did_not
from generator.extraction.when.left_out_en import is_of_what_is_left_out
from generator.extraction.when.origins import is_origin
from generator.extraction.when.ranked_then_zh import is_of_a_rank_before
from generator.extraction.whose.beside import is_beside
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.inserted import GOES_ON
from generator.settings.period import Period

_AS_OF = re.compile(
    r"(?:截至|截止|于|as of|as at|at|by|ended|end of|the end of|until|through|到|至)\s*(?:the )?(?:end of )?$", re.I
)
_ENDED = re.compile(r"\b(?:ended|ending)(?: on)? $")
_SAID_THEN = re.compile(
    r"(?:底|末|初|上旬|中旬|下旬)?所?(?:公布|发布|宣布|披露|公告|声明|表示|发放|派发|配发|派付|支付|除息|除净)的?(?!\d)"
)  # 将于12月26日发放每股0.01美元股息
# 并于9月下调至460万辆, 3月将目标上调至35万辆: when an aim was moved, and no month's amount
_MOVED_THEN = re.compile(
    r"份?(?:底|初|末|中旬?|上旬|下旬)?(?:时|再度?|再次|又|曾|已|才|便|则|就|进一步|把|将|其|全年|年度|销量|交付|销售|的|目标){0,6}"
    r"(?:[上下][调修]|调[高低升降整]|修订|定下|订下|制定|提出|设定|立下)"
)
# 新款5月25日才开始交车,全月交出6155辆; no 5月25日交付6155辆
_BEGAN_THEN = re.compile(
    r"(?:才|方才|就|便|已|刚刚?|在[一-鿿]{1,6}?)?(?:(?:正式|开始|启动|陆续|全面|起|首度|首次){1,3}(?:[一-鿿]{0,4}?)(?:交车|交付|供货|出货|销售)(?!了?\d|[量额])|(?:正式|起|全[球国面]|在[一-鿿]{1,6}?)?(?:上市|开售|开启|预售|发布|推出|投产|量产|亮相|下线))"
)
# 要在2023年的基础上再增长13%
_BUILT_ON = re.compile(r"(?:全年|同期)?的?高?(?:基础|基数|水平)之?上")
# 目标可由12月提早至11月完成
_BROUGHT_FORWARD = re.compile("份?(?:底|初|末|中旬?)?(?:提[早前]|推[迟后]|延[后迟]|押后)[到至]")
_LEFT_OUT = re.compile(r"(?:剔除|扣除(?!非)|撇除|排除|不计|不考虑|除去|刨除)[^,;。]{0,10}$")
# 扭转上个季度的下降趋势,达到21.4%
_TURNED = re.compile("(?:扭转|逆转|终结|结束|摆脱|走出|打破|延续|承接)了?(?:自|从|在)?$")
_TREND = re.compile(
    "[^,;。\\d]{0,12}(?:趋势|颓势|局面|态势|走势|[跌升涨]势|势头|困境|阴霾|低迷|谷底|低谷|低潮|低点|淡季|亏损(?=[,的局状泥])|纪录|记录)"
)
_BRACKETED = re.compile(r"\((?:截至|截止|至)?$|\((?:for the (?:quarter|period|year) )?(?:ended|ending) (?:on )?$")
_IS_THEN = re.compile(r"(?:则|仅|只|也)?(?:为|是|有|达|共)(?:约|近)?\d")  # 门店1596家,2022年9月30日为1107家
# `110,730 employees on September 30`, but not `opened 20 stores on September 30`, `said on September 30`
_ON_THAT_DAY = re.compile(
    r"(?<!opened )(?<!hired )(?<!added )(?<!closed )(?<![\d.,])\d[\d,.]*(?: (?:billion|million|trillion))?(?: (?!said|reported|announced|opened)[a-z]{3,}){0,3} on $"
)
_OPENS_ON = re.compile(r"[\s•*–-]*On ")
_ENDS = tuple("),;底末止")
# `Nike reported a 1% uptick in quarterly sales last month`, `the fiscal year that began this month`
_REPORTED = re.compile(
    r"\b(?:reported|posted|announced|disclosed|published|unveiled|told|beg[au]n|begins|started|starts)\b(?:[^;.]|\.(?=\d)){0,120}$"
)
_WHICH_HAD = re.compile(r", (?:(?:which|who|whose [a-z]+) had|having) [^,;]{2,50}$")
# `guided to 63%, after the fourth quarter's 62.3%`: what stands before, and behind, a time that only that amount is of
_SET_BESIDE = re.compile(
    r"\b(?:after|following|above|below|than|from|versus|vs\.?|against|past|tops?|topping|beat(?:s|ing)?|exceed(?:s|ing)?|compared (?:with|to)|up on|down on) (?:the |its )?$"
)
_ITS_AMOUNT = re.compile(r"['’]s? (?:about |around |record )?(?:[A-Z]{2,3} ?)?[$€£¥]?\d")
# a clause of its own between commas, which no preposition opens
_INSERTED = re.compile(
    r", (?!(?:in|for|during|over|at|on|by|through|of|since|until|as|from|and|but|or|while|up|down|compared|against|after)\b)[a-z][^,;]{2,70}$"
)
_WHICH = re.compile(r", (?:which|who|whose)\b[^;]{0,70}$")
_ENDS_ASIDE = re.compile(r"[^,;\d]{0,30},")


def is_usable(around: Surroundings, mention: PeriodMention, period: Period, instant: bool) -> bool:
    """Whether a period of a sentence can be an amount's: nothing is only set beside it, inserted or counted from it."""
    if is_origin(around, mention) or _is_aside_on_then(around.scan, mention) or _is_inserted(around, mention, period):
        return False
    if _is_only_started_from(around.scan, mention) or is_of_a_rank_before(around.scan, mention):
        return False
    if period.kind == "month" and _is_no_month(around, mention, period):
        return False
    if period.kind != "instant":
        return not is_beside(around.scan, mention)
    began = not instant and _BEGAN_THEN.match(around.scan.text, mention.end)
    said_then = began or _SAID_THEN.match(around.scan.text, mention.end)
    if mention.scope == "day" or said_then:
        return False  # 于1日发布声明称,其纯电动汽车销量达226万辆
    if mention.day == 0:
        return not is_beside(around.scan, mention)  # 存货656亿元,较2024年末增加58亿元
    if not instant and _BRACKETED.search(around.scan.text, max(0, mention.start - 40), mention.start):
        return False  # 2023财年(截至2023年9月30日): the bracket says when the year ended
    lead = around.scan.text[max(around.scan.sentence.start, mention.start - 12) : mention.start]
    if not instant and _ENDED.search(lead):
        return False  # `the fiscal first quarter, ended Oct. 25`: the quarter is the period
    said = around.scan.text[mention.start : mention.end]
    alone = instant and (
        _IS_THEN.match(around.scan.text, mention.end)
        or _opens_with_last_day(around, mention, period)
        or _is_on_last_day(around.scan, mention, period)
    )
    return bool(_AS_OF.search(lead)) or said.startswith(("截至", "the end", "end")) or bool(alone)


def _is_only_started_from(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a period is one that is left out, or that something is built on or turned from: 剔除去年同期一次性收益的影响, 在2023年的基础上."""
    text, start = scan.text, scan.sentence.start
    left_out = _LEFT_OUT.search(text, max(start, mention.start - 14), mention.start)
    if left_out or is_of_what_is_left_out(scan, mention) or _BUILT_ON.match(text, mention.end):
        return True
    turned = _TURNED.search(text, max(start, mention.start - 4), mention.start)
    return bool(turned and _TREND.match(text, mention.end))


def _opens_with_last_day(around: Surroundings, mention: PeriodMention, period: Period) -> bool:
    """Whether a Chinese sentence opens with the last day of the period reported on, and tells what there was: 9月30日,公司拥有员工2万人."""
    opens = mention.start == around.scan.sentence.start and around.scan.text.startswith(",", mention.end)
    return opens and around.scan.chinese and around.reported is not None and period.end == around.reported.end


def _is_on_last_day(scan: Scan, mention: PeriodMention, period: Period) -> bool:
    """Whether English says right behind an amount, or to open a sentence, that it was so on a month's last day: `110,730 employees on September 30, 2025`."""
    if scan.chinese or period.end != Period(f"{period.end:%Y-%m}").end:
        return False
    behind = _ON_THAT_DAY.search(scan.text, max(scan.sentence.start, mention.start - 50), mention.start)
    return bool(behind) or _OPENS_ON.fullmatch(scan.text, scan.sentence.start, mention.start) is not None


def is_anothers_behind(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a period is that of an amount right behind it, which what stands before is set beside: `guided to between 63% and 65%, after the fourth quarter's 62.3%`."""
    beside = _SET_BESIDE.search(scan.text, max(scan.sentence.start, mention.start - 40), mention.start)
    return beside is not None and _ITS_AMOUNT.match(scan.text, mention.end) is not None


def is_compared_with(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a period stands in words that a change is against, whatever is told of it behind them: `down 9% from last year, when it rose 38%`."""
    return any(c.kind in (*BASES, "prior") and c.start < mention.end and mention.start < c.end for c in scan.cues)


def _is_aside_on_then(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a relative clause without an amount only says what had been then: `Nio's deliveries, which had fallen in November, rose 16%`."""
    had = _WHICH_HAD.search(scan.text, max(scan.sentence.start, mention.start - 60), mention.start)
    ends = had and _ENDS_ASIDE.match(scan.text, mention.end, scan.sentence.end)
    return bool(had and ends) and scan.amount_after(had.start() if had else 0) > mention.end


def _is_inserted(around: Surroundings, mention: PeriodMention, period: Period) -> bool:
    """Whether an insertion without an amount only says what happened at a time before: `Honor, spun off from Huawei in 2020, shipped`."""
    scan, now = around.scan, around.ground.period
    opens = _INSERTED.search(scan.text, max(scan.sentence.start, mention.start - 80), mention.start)
    earlier = now is not None and period.end < now.end
    return bool(earlier and opens and GOES_ON.match(scan.text, mention.end)) and not any(
        opens.start() < a.start < mention.start for a in scan.amounts if opens
    )


def is_of_an_insertion(around: Surroundings, mention: PeriodMention, period: Period, at: int) -> bool:
    """Whether a time before stands in a relative clause that has ended before an offset: `SAP, which in the second quarter earned 1.8 billion, reported`."""
    scan, now = around.scan, around.ground.period
    if scan.chinese or now is None or period.end >= now.end or mention.end > at:
        return False
    if not _WHICH.search(scan.text, max(scan.sentence.start, mention.start - 80), mention.start):
        return False
    return any(mention.end <= comma < at and GOES_ON.match(scan.text, comma) for comma in scan.separators)


def _is_no_month(around: Surroundings, mention: PeriodMention, period: Period) -> bool:
    """Whether a month only says when a year ended, or when something was told: 本财年(截至2026年3月), 8月底公布的季度获利."""
    text = around.scan.text
    opened = _BRACKETED.search(text, max(0, mention.start - 40), mention.start)
    dates_a_year = opened and (opened[0] != "(" or text[mention.end] in _ENDS)  # 小鹏(4月交付34783辆)
    said: object = _SAID_THEN.match(text, mention.end) or _MOVED_THEN.match(text, mention.end)
    said = said or _BROUGHT_FORWARD.match(text, mention.end)
    said = said or _BROUGHT_FORWARD.search(text, max(around.scan.sentence.start, mention.start - 8), mention.start)
    published = around.calendar.published
    met = is_when_an_aim_was_met(around.scan, mention, period, published.year if published else None)
    said = said or is_when_it_did_not(around.scan, mention) or is_of_an_event(around.scan, mention)
    return bool(dates_a_year or said) or _is_day_of_report(around, mention) or met


def _is_day_of_report(around: Surroundings, mention: PeriodMention) -> bool:
    """Whether an English month only says when something was reported, or began: nothing counted by the month is told."""
    scan = around.scan
    if scan.text.endswith(("earlier ", "Earlier ", "later ", "Later "), 0, mention.start):
        return True  # `Leapmotor, which reported earlier this month, made RMB 150 million`
    if mention.scope != "relative" or mention.number != 1:
        return False
    monthly = any(
        m.metrics and m.metrics[0] in (*OF_CARS, *OF_USERS, "smartphone_shipments", "shipments") for m in scan.metrics
    )
    said = _REPORTED.search(scan.text, scan.sentence.start, mention.start)
    return said is not None and not monthly and scan.text[mention.start].isascii()
